"""The dates that a release's first paragraph presents as the day of the news."""

from __future__ import annotations

from collections.abc import Sequence

from rag.corpus.release_dates.candidates import LEAD, Candidate
from rag.corpus.release_dates.cues import Cues, cues_of
from rag.corpus.release_dates.header import HeaderDate
from rag.corpus.release_dates.lines import is_prose
from rag.language.dates import DateExpression, find_dates
from rag.language.registry import read_with
from rag.types import Block

_LEAD_CHARACTERS = 3000


def lead_dates(body: str, blocks: Sequence[Block], language: str | None) -> list[Candidate]:
    """The dates of the first paragraph of prose, or of the first paragraph without one.

    Args:
        body, blocks, language: as in ``Release``.
    """
    paragraphs = [block for block in blocks if block.kind == "paragraph"]
    lead = next((b for b in paragraphs if is_prose(body, b)), paragraphs[0] if paragraphs else None)
    if lead is None:
        return []
    end = min(lead.end, lead.start + _LEAD_CHARACTERS)
    cues = cues_of(read_with(language))
    candidates = []
    for found in find_dates(body, lead.start, end, language=language):
        weight = _weight(body, lead, found, cues)
        if weight and found.date is not None:
            own = HeaderDate(found.start, found.end, found.date)
            candidates.append(Candidate(own, LEAD + weight, "lead", False))
    return candidates


def _weight(body: str, lead: Block, found: DateExpression, cues: Cues) -> int:
    """How clearly the lead presents a date as the day of the news, 1 to 3; 0 for not at all."""
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
