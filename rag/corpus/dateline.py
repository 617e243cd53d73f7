"""When a release was published: read from its header lines, a dateline, or its lead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rag.language.dates import DateExpression, find_dates
from rag.language.language import Language
from rag.language.patterns import DASH, template
from rag.language.registry import languages, read_with
from rag.language.release_words import release_pattern
from rag.types import Block, PublicationDate, Span

_LEAD_CHARACTERS = 3000


@dataclass(frozen=True, slots=True)
class _Cues:
    """What stands around a date in texts of some languages, as patterns.

    Attributes:
        published, updated: labels of the day of publication, and of a change.
        future: what is still to come.
        today: right before a date, that it is the release's day.
        news: what a lead reports of the day itself.
        older: right before a date, that it is of something older.
        older_articles, own_articles: beginnings of a date that say the same of it.
        before_date: what may stand between a dateline's place and its date.
    """

    published: re.Pattern[str]
    updated: re.Pattern[str]
    future: re.Pattern[str]
    today: re.Pattern[str]
    news: re.Pattern[str]
    older: re.Pattern[str]
    older_articles: re.Pattern[str]
    own_articles: re.Pattern[str]
    before_date: str


@lru_cache(maxsize=64)
def _cues(read: tuple[Language, ...]) -> _Cues:
    def whole(field: str) -> re.Pattern[str]:
        return re.compile(rf"\b{release_pattern(field, read)}\b", re.IGNORECASE)

    def opening(field: str) -> re.Pattern[str]:
        return re.compile(rf"{release_pattern(field, read)}\s", re.IGNORECASE)

    future = "|".join(
        template(language.calendar.tense.future)
        for language in read
        if language.calendar.tense.future
    )
    return _Cues(
        published=whole("published"),
        updated=whole("updated"),
        future=re.compile(rf"\b(?:{future or '(?!)'})\b", re.IGNORECASE),
        today=re.compile(
            rf"\b{release_pattern('today', read)}[\s\u00a0]*[,(]?[\s\u00a0]*$", re.IGNORECASE
        ),
        news=whole("news"),
        older=re.compile(rf"\b{release_pattern('older', read)}[\s\u00a0]*$", re.IGNORECASE),
        older_articles=opening("older_articles"),
        own_articles=opening("own_articles"),
        before_date=release_pattern("before_date", read),
    )


def is_update_line(line: str) -> bool:
    """Whether a header line gives the date of a change, not of publication."""
    return _cues(tuple(languages().values())).updated.search(line) is not None


def publication_date(body: str, blocks: Iterable[Block], language: str | None) -> PublicationDate:
    """The release's own date: from a header line, else from its first paragraph.

    A header line that says "publié" comes first. In the first paragraph a date counts only when
    the text presents it as the day of the news: in brackets or right after "ce jeudi", or a day of
    the month in a clause that reports a meeting, a visit or a statement, neither in the future
    nor attached to something older ("la loi du …"). A dateline ("Bruxelles, le 3 mai 2021 –") may
    open any of the first three. Nothing is taken from further down.
    """
    blocks = list(blocks)
    published = _cues(tuple(languages().values())).published
    says = {b: published.search(body, b.start, b.end) for b in blocks if b.kind == "header"}
    headers = [b for b in says if says[b] or not is_update_line(body[b.start : b.end])]
    headers.sort(key=lambda b: says[b] is None)
    for block in headers:
        begin = block.start
        label = says[block]
        if label is not None and is_update_line(body[block.start : block.end]):
            begin = label.start()  # "Publié le …, mis à jour le …": the date behind its label
        # A header may be in another language than the text.
        dates = find_dates(body, begin, block.end, language=language, all_languages=True)
        for found in dates:
            if found.can_date_a_release:
                return _stated(found, "header")
    cues = _cues(read_with(language))
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    for block in paragraphs[:3]:
        for found in find_dates(body, block.start, min(block.end, block.start + 80)):
            if (
                found.date is not None
                and found.date.has_day
                and _dateline(body, block, found, cues)
            ):
                return _stated(found, "lead")
    if not paragraphs:
        return PublicationDate()
    lead = paragraphs[0]
    end = min(lead.end, lead.start + _LEAD_CHARACTERS)
    dates = find_dates(body, lead.start, end, language=language)
    best = max(
        dates, key=lambda found: (_weight(body, lead, found, cues), -found.start), default=None
    )
    if best is None or not _weight(body, lead, best, cues):
        return PublicationDate()
    return _stated(best, "lead")


def _stated(found: DateExpression, where: str) -> PublicationDate:
    return PublicationDate(found.date, Span(found.start, found.end), where)


def _weight(body: str, lead: Block, found: DateExpression, cues: _Cues) -> int:
    """How clearly the lead presents this date as its own; 0 for not at all."""
    if found.date is None or not found.date.has_day:
        return 0
    words = body[found.start : found.end]
    before = body[max(lead.start, found.start - 60) : found.start]
    if cues.older.search(before) or cues.older_articles.match(words):
        return 0
    begin = max(body.rfind(mark, lead.start, found.start) for mark in ".;!?")
    clause = body[max(begin + 1, lead.start) : found.end]
    if cues.future.search(clause):
        return 0
    if cues.today.search(before) or cues.own_articles.match(words):
        return 3
    near = clause[max(clause.rfind(","), 0) :] if "(" not in clause else clause
    if not cues.news.search(near):
        return 0
    return 1 if found.date.year is not None else 2


def _dateline(body: str, lead: Block, found: DateExpression, cues: _Cues) -> bool:
    """Whether a place at most stands before the date, then a dash ("Bruxelles, le 3 mai –")."""
    before, after = body[lead.start : found.start], body[found.end : found.end + 40]
    lead_in = rf"\W*(?:[\w'’. -]{{2,30}}\)?[,(]\s*){{0,3}}(?:{cues.before_date}\s+)?"
    placed = re.fullmatch(lead_in, before) is not None
    place = r"(?:,\s?[\w'’ -]{2,25})?"
    return placed and re.match(rf"\)?{place}\s?\)?\s?[.:,]?\s?(?:{DASH}|\|)\s", after) is not None
