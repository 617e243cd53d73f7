"""The date of a dateline: at the beginning of a paragraph, before a dash, an agency or a colon."""

from __future__ import annotations

import re

from rag.corpus.labels import labels
from rag.corpus.release_dates.candidates import DATELINE, Candidate
from rag.corpus.release_dates.cues import line_cues
from rag.corpus.release_dates.header import HeaderDate, header_dates
from rag.corpus.release_dates.lines import MARKS, Line
from rag.language.patterns import DASH
from rag.lazy import regex

_REACH = 140
_CAPITAL = regex(r"[^\W\d_a-zß-ÿ]")
_AGENCY = (
    r"(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\)|[^\W\d_a-zß-ÿ][\w&.-]*(?:\s[^\W\d_a-zß-ÿ][\w&.]*){0,3})"
)


def dateline(body: str, line: Line, language: str | None, *, first: bool) -> Candidate | None:
    """The date of a dateline; None if the line has none.

    Args:
        body: the release's text.
        line: one of its first lines.
        language: of the text, ISO 639-1; None if it is not known.
        first: whether the line is the first one of prose.
    """
    if line.zone == "tail" or line.block.kind not in ("paragraph", "header", "title", "item"):
        return None
    for found in header_dates(body, line.start, min(line.end, line.start + _REACH), language):
        if not found.date.has_day or found.end > line.start + _REACH - 10:
            continue
        how = _opens(body, line, found, first=first)
        return Candidate(found, DATELINE, "lead", how == "placed", found.unsure) if how else None
    return None


def _opens(body: str, line: Line, found: HeaderDate, *, first: bool) -> str | None:
    """``placed`` for a dateline with a place before its date, ``plain`` for one without; None
    for another line."""
    before = body[line.start : found.start].lstrip(MARKS)
    if line_cues().before_place.fullmatch(before) is None:
        return None
    placed = _CAPITAL.search(before) is not None
    after = body[found.end : min(line.end, found.end + 80)]
    clock = labels().clock.match(after.lstrip(" ,"))
    if clock:
        after = after.lstrip(" ,")[clock.end() :]
    plain_colon = clock is None and (line.zone == "head" or first)
    place = r"(?:,\s?[\w\u0300-\u036f'’ -]{2,25})?"
    dashed = rf"\)?{place}\s?\)?\s?[.:,]?\s?(?:{DASH}|\|)(?:\s|{DASH})"
    agency = rf"\)?\s?(?:{DASH}{{1,2}}\s?)?{_AGENCY}\s?[:.]?\s?(?:{DASH}|\|)(?:\s|{DASH}|\w)"
    if re.match(dashed, after) or re.match(agency, after):
        return "placed" if placed else "plain"
    if placed and re.match(r"\s?(?:/[^/\n]{2,40}/|\([^()\n]{2,30}\))(?:\s|[.:,]|$)", after):
        return "placed"
    sentence = re.match(r"\.\s+[^\W\d_a-zß-ÿ]", after)
    if labels().place.fullmatch(before) and sentence:
        return "placed"
    if found.date.has_year and first and sentence:
        return "plain"
    if found.date.has_year and (placed or plain_colon) and re.match(r"\)?\s?:\s+\S", after):
        return "placed" if placed else "plain"
    return None
