"""Find the years by which releases call the editions of what is held or awarded again.

"Prix Orval 2017", "le lauréat 2019 du prix Orval" and "the 2016 Orval Prize" each tell of one
edition, whatever else the release says. Where a title names a prize without a year, the release
tells of the edition of its own year.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rag.answering.citations import cite
from rag.corpus import sentences_of
from rag.language.terms import fold, plain
from rag.lazy import regex
from rag.partial_date import PartialDate
from rag.question import Query
from rag.retrieval.named import group_words, has_all_names
from rag.types import AnswerDate, AnswerPart, Hit, Span

_YEAR = regex(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w%/]|[.,]\d)")
_WORD = regex(r"[^\W_]+")
# The year stands so many characters from a word of the name, at most.
_NEAR = 16
_CONFIDENCE = 0.6


def edition_parts(query: Query, hits: Iterable[Hit]) -> list[AnswerPart]:
    """A part for each release that tells of an edition of what a question counts, in the order of
    the hits; none for another question, or one whose names are not known."""
    if query.scope.form != "count" or not query.scope.is_of_events or query.cross_lingual:
        return []
    found: dict[str, AnswerPart] = {}
    for hit in hits:
        if hit.release.id in found:
            continue
        part = _part(query, hit)
        if part is not None:
            found[hit.release.id] = part
    return list(found.values())


def _part(query: Query, hit: Hit) -> AnswerPart | None:
    release, passage = hit.release, hit.passage
    body = release.body
    begin = body.find(release.title)
    title = [Span(begin, begin + len(release.title))] if release.title and begin >= 0 else []
    for place in (*title, *sentences_of(body, passage, release.language)):
        if not has_all_names(query, body[place.start : place.end]):
            continue
        for year in _YEAR.finditer(body, place.start, place.end):
            near = body[max(place.start, year.start() - _NEAR) : year.end() + _NEAR]
            if _has_a_name(query, near):
                date = PartialDate(int(year.group()))
                return _dated(hit, place, Span(*year.span()), date, "event")
    published = release.published
    if published.date is None or published.span is None or published.date.year is None:
        return None
    if not title or not has_all_names(query, release.title):
        return None
    sentence = sentences_of(body, passage, release.language)[:1]
    of_year = PartialDate(published.date.year)
    return _dated(hit, sentence[0], published.span, of_year, "release") if sentence else None


def _has_a_name(query: Query, text: str) -> bool:
    """Whether a text has a word of the names of a question, or of those with a capital."""
    wanted = {part for name in query.names for part in name.parts} or group_words(query)
    return not wanted.isdisjoint(fold(plain(word)) for word in _WORD.findall(text))


def _dated(
    hit: Hit, sentence: Span, evidence: Span, date: PartialDate, of: Literal["event", "release"]
) -> AnswerPart:
    passage = hit.passage
    inside = passage.start <= sentence.start and sentence.end <= passage.end
    ordinal = passage.ordinal if inside else None
    cited = cite(hit.release, sentence.start, sentence.end, ordinal)
    told = cite(hit.release, evidence.start, evidence.end)
    answer_date = AnswerDate(date, of, told)
    beside = () if sentence.start <= evidence.start < sentence.end else (told,)
    return AnswerPart("date", hit, cited, answer_date, _CONFIDENCE, (cited, *beside), told, None)
