"""When a release was published: read from its header lines, a dateline, or its lead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.language.dates import DASH, WEEKDAY, DateExpression, find_dates
from rag.language.tense import FUTURE_WORDS
from rag.types import Block, PublicationDate, Span

_LEAD_CHARACTERS = 3000
_UPDATED = re.compile(
    r"\b(?:mis(?:e)?\s+à\s+jour|dernière\s+(?:mise\s+à\s+jour|modification)|modifié"
    r"|(?:last\s+)?updated|last\s+modified)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:publiée?|published|posted|paru|diffusé)\b", re.IGNORECASE)
_FUTURE = re.compile(rf"\b(?:{'|'.join(FUTURE_WORDS.values())})\b", re.IGNORECASE)
# Right before the date: "ce jeudi (", "cette semaine (", "aujourd'hui, ", "on Tuesday ("
_TODAY = re.compile(
    rf"(?:\b(?:ce|cette|this)[\s\u00a0]+(?:{WEEKDAY}|jour|matin|soir|semaine|après-midi|week|morning|day)"
    rf"|\baujourd['’]hui|\btoday|\b{WEEKDAY})[\s\u00a0]*[,(]?[\s\u00a0]*$",
    re.IGNORECASE,
)
# What a lead reports of the day itself: an event, or somebody saying so.
_NEWS = re.compile(
    r"\b(?:réunions?|sommet|conférence|visite|séance|session|rencontre|entretiens?|cérémonie|discours"
    r"|réunie?s?|réunis|rencontrée?s?|annoncée?s?|déclarée?s?|présentée?s?|inaugurée?s?|accueillie?s?"
    r"|meetings?|summit|conference|visit|talks|ceremony|speech|met|announced|said|presented|unveiled"
    r"|hosted|welcomed|inaugurated)\b",
    re.IGNORECASE,
)
# A date that belongs to something older: "la loi du …", "signé le …", "jusqu'au …".
_OLDER = re.compile(
    r"(?:\bsigné[es]*|\bdepuis|\bsince|\bsigned|\badopté[es]*|\bdu\s+traité|\banniversa\w+|\bné[es]*"
    r"|\bfondée?s?|\bfounded|\bcréée?s?|\bopened|\bouvert[es]*|\blancée?s?|\blaunched|\bended|\bavant"
    r"|\bbefore|\bdès|\bentrée?s?\s+en\s+vigueur|\bjusqu['’]?(?:en|à)?)[\s\u00a0]*"
    r"(?:(?:à|in|en)\s+\w+\s+)?(?:le\s+|on\s+|au\s+)?$",
    re.IGNORECASE,
)


def is_update_line(line: str) -> bool:
    """Whether a header line gives the date of a change, not of publication."""
    return _UPDATED.search(line) is not None


def publication_date(body: str, blocks: Iterable[Block], language: str | None) -> PublicationDate:
    """The release's own date: from a header line, else from its first paragraph.

    A header line that says "publié" comes first. In the first paragraph a date counts only when
    the text presents it as the day of the news: in brackets or right after "ce jeudi", or a day of
    the month in a clause that reports a meeting, a visit or a statement, neither in the future
    nor attached to something older ("la loi du …"). A dateline ("Bruxelles, le 3 mai 2021 –") may
    open any of the first three. Nothing is taken from further down.
    """
    blocks = list(blocks)
    headers = [
        block
        for block in blocks
        if block.kind == "header" and not is_update_line(body[block.start : block.end])
    ]
    headers.sort(key=lambda b: _PUBLISHED.search(body, b.start, b.end) is None)
    for block in headers:
        for found in find_dates(body, block.start, block.end, language=language):
            if found.date is not None:
                return _stated(found, "header")
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    for block in paragraphs[:3]:
        for found in find_dates(body, block.start, min(block.end, block.start + 80)):
            if found.date is not None and found.date.has_day and _dateline(body, block, found):
                return _stated(found, "lead")
    if not paragraphs:
        return PublicationDate()
    lead = paragraphs[0]
    end = min(lead.end, lead.start + _LEAD_CHARACTERS)
    dates = find_dates(body, lead.start, end, language=language)
    best = max(dates, key=lambda found: (_weight(body, lead, found), -found.start), default=None)
    if best is None or not _weight(body, lead, best):
        return PublicationDate()
    return _stated(best, "lead")


def _stated(found: DateExpression, where: str) -> PublicationDate:
    return PublicationDate(found.date, Span(found.start, found.end), where)


def _weight(body: str, lead: Block, found: DateExpression) -> int:
    """How clearly the lead presents this date as its own; 0 for not at all."""
    if found.date is None or not found.date.has_day:
        return 0
    words = body[found.start : found.end].casefold()
    before = body[max(lead.start, found.start - 60) : found.start]
    if _OLDER.search(before) or words.startswith(("du ", "au ")):
        return 0
    begin = max(body.rfind(mark, lead.start, found.start) for mark in ".;!?")
    clause = body[max(begin + 1, lead.start) : found.end]
    if _FUTURE.search(clause):
        return 0
    if _TODAY.search(before) or words.startswith("ce "):
        return 3
    near = clause[max(clause.rfind(","), 0) :] if "(" not in clause else clause
    if not _NEWS.search(near):
        return 0
    return 1 if found.date.year is not None else 2


def _dateline(body: str, lead: Block, found: DateExpression) -> bool:
    """Whether a place at most stands before the date, then a dash ("Bruxelles, le 3 mai –")."""
    before, after = body[lead.start : found.start], body[found.end : found.end + 40]
    placed = re.fullmatch(r"\W*(?:[\w'’. -]{2,30}[,(]\s*){0,3}(?:le\s+)?", before) is not None
    place = r"(?:,\s?[\w'’ -]{2,25})?"
    return placed and re.match(rf"\)?{place}\s?\)?\s?[.:,]?\s?(?:{DASH}|\|)\s", after) is not None
