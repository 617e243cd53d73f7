"""Whether the release's own date answers a question for one: the reader reads behind that date."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rag.answering.confidence import between, confidence
from rag.language import sentence_spans
from rag.language.language import Language
from rag.language.patterns import any_of
from rag.language.registry import known, languages
from rag.models import Calibration, Reader
from rag.retrieval import SearchResult
from rag.retrieval.rerank import title_to_read
from rag.types import Hit, Release

# For languages that have none of their own.
_DATELINE = "{date}: {text}"


def release_date_confidence(
    found: SearchResult, hit: Hit, calibration: Calibration, reader: Reader | None
) -> float:
    """The confidence that a hit answers a question for a date by its release's date. That the
    reader found no date in the passage means nothing then: it reads again, behind that date.

    In another language than the question's it makes more of a sentence than of a passage, and is
    less sure than it should be: what the search knows counts as much (the mean of the two logits;
    benchmarks/datelines.py).
    """
    alone = confidence(found, hit, calibration, read=False)
    if reader is None or hit.match.span is None or hit.release.published.date is None:
        return max(confidence(found, hit, calibration), alone)
    cross_lingual = found.query.cross_lingual
    readings = read_behind_date(found.query.text, hit, reader, by_sentence=cross_lingual)
    read = max(confidence(found, reading, calibration) for reading in readings)
    return between(alone, read) if cross_lingual else read


def read_behind_date(question: str, hit: Hit, reader: Reader, *, by_sentence: bool) -> list[Hit]:
    """The hit with its passage, or with each of its sentences, read as if its release's date, which
    it must have, stood before it, as in a dateline: the two logits then say whether the text tells
    what happened that day or only speaks of it."""
    title, texts = title_to_read(hit), [hit.passage.text]
    if by_sentence:
        spans = sentence_spans(texts[0], 0, len(texts[0]))
        title, texts = "", [texts[0][span.start : span.end] for span in spans] or texts
    line = known(hit.release.language).times.dateline or _DATELINE
    date = _dateline(hit.release)
    asked = [(question, title, line.format(date=date, text=text)) for text in texts]
    read = []
    for reading in reader.read(asked):
        match = replace(hit.match, span_score=reading.span_score, answerable=reading.answerable)
        read.append(replace(hit, match=match))
    return read


def _dateline(release: Release) -> str:
    """The release's date in its own words, or as a sidecar states it."""
    published = release.published
    if published.span is None:
        return published.value or ""
    quote = release.body[published.span.start : published.span.end]
    words = _lead_in(tuple(languages().values())).match(quote)
    return quote[words.end() :] if words else quote


@lru_cache(maxsize=4)
def _lead_in(spoken: tuple[Language, ...]) -> re.Pattern[str]:
    """What a date's own words may begin with; the dateline has its own."""
    words = any_of(*(language.times.lead_in for language in spoken))
    return re.compile(rf"(?:{words}\s*)*", re.IGNORECASE)
