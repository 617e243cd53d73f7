"""Let the reader read the first candidates: their order and the words that answer.

The reader's two logits, cut so that one of them cannot outvote everything, are added to the fused
score with weights chosen on development data.
"""

from __future__ import annotations

import math
import re
from contextlib import closing
from dataclasses import replace

from rag.config import ReaderSettings
from rag.language import says_nothing, sentence_spans
from rag.models import Reader, Reading
from rag.question import asks_when
from rag.retrieval.search import SearchResult
from rag.types import Hit, Period, Release, Span

SPAN_CUT = 10.0
# Trained on yes or no, this logit stays below 5.2 (PIAF dev).
ANSWERABLE_CUT = 6.0
_DATELINES = {"fr": "Le {date}, {text}", "en": "On {date}, {text}"}
# What a date's own words may begin with; the dateline has its own.
_LEAD_IN = re.compile(
    r"^(?:(?:les?|du|au|des|ce|on|the|from|en|in|depuis|since)\s+)*", re.IGNORECASE
)
# What follows the last passage that was read stays below it.
_STEP = 1e-6


def rerank(
    question: str, found: SearchResult, reader: Reader | None, settings: ReaderSettings
) -> SearchResult:
    """The same hits; the first ``settings.passages`` of them read and put in their new order.

    Reading stops early where no candidate that is left could come first, whatever the reader said
    of it: the first hit is the one that reading them all would give. A hit that was not read keeps
    its place behind all that were. A passage of a release of the time that the question names is
    asked the question without it: it is the release that says when, and the passage would seem not
    to answer.
    """
    if reader is None or not found.hits:
        return found
    timeless = _without_period(question, found.signals.period)
    # Where the release's date may be the answer, finding none in the passage says nothing.
    only_for = asks_when(question)
    most = settings.span_weight * SPAN_CUT + settings.answerable_weight * ANSWERABLE_CUT
    candidates = found.hits[: settings.passages]
    asked = (
        (timeless if hit.evidence.period == "release" else question, _title(hit), hit.passage.text)
        for hit in candidates
    )
    read: list[Hit] = []
    best = -math.inf
    with closing(reader.read(asked)) as readings:
        for hit, reading in zip(candidates, readings, strict=True):
            words = hit.passage.text[reading.start : reading.end]
            if says_nothing(words, question, hit.release.language):
                reading = replace(reading, span_score=-SPAN_CUT, answerable=-ANSWERABLE_CUT)
            read.append(_with_reading(hit, reading, settings, only_for))
            best = max(best, read[-1].score)
            if len(read) < len(candidates) and candidates[len(read)].score + most < best:
                break
    # Equal scores keep the order of the search, which is by key.
    read.sort(key=lambda hit: -hit.score)
    hits = read
    for hit in found.hits[len(read) :]:
        hits.append(replace(hit, score=min(hit.score, hits[-1].score - _STEP)))
    ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
    return SearchResult(ranked, found.signals)


def read_behind_date(
    question: str, found: SearchResult, reader: Reader, *, by_sentence: bool
) -> list[SearchResult]:
    """The same with the first hit's passage, or each of its sentences, read as if its release's
    date, which it must have, stood before it, as in a dateline: the two logits then say whether
    the text tells what happened that day or only speaks of it."""
    first = found.hits[0]
    title, texts = _title(first), [first.passage.text]
    if by_sentence:
        spans = sentence_spans(texts[0], language=first.release.language)
        title, texts = "", [texts[0][span.start : span.end] for span in spans] or texts
    line = _DATELINES.get(first.release.language or "", "{date}: {text}")
    date = _dateline(first.release)
    asked = [(question, title, line.format(date=date, text=text)) for text in texts]
    read = []
    for reading in reader.read(asked):
        evidence = replace(
            first.evidence, span_score=reading.span_score, answerable=reading.answerable
        )
        hits = (replace(first, evidence=evidence), *found.hits[1:])
        read.append(replace(found, hits=hits))
    return read


def _dateline(release: Release) -> str:
    """The release's date in its own words, or as a sidecar states it."""
    published = release.published
    if published.evidence is None:
        return published.value or ""
    quote = release.body[published.evidence.start : published.evidence.end]
    return _LEAD_IN.sub("", quote)


def logits(span_score: float, answerable: float) -> tuple[float, float]:
    """The reader's two logits, cut."""
    return (
        max(-SPAN_CUT, min(SPAN_CUT, span_score)),
        max(-ANSWERABLE_CUT, min(ANSWERABLE_CUT, answerable)),
    )


def _without_period(question: str, period: Period | None) -> str:
    if period is None:
        return question
    left = f"{question[: period.span.start].rstrip()} {question[period.span.end :].lstrip()}"
    return left if any(map(str.isalnum, left)) else question


def _title(hit: Hit) -> str:
    # Where the passage is the title, reading it twice tells nothing.
    return "" if hit.passage.text.strip() == hit.release.title else hit.release.title


def _with_reading(hit: Hit, reading: Reading, settings: ReaderSettings, only_for: bool) -> Hit:
    """The hit with what the reader made of it, which counts only for it if ``only_for`` says so."""
    start = hit.passage.start
    evidence = replace(
        hit.evidence,
        words=Span(start + reading.start, start + reading.end),
        span_score=reading.span_score,
        answerable=reading.answerable,
    )
    span, answerable = logits(reading.span_score, reading.answerable)
    if only_for:
        span, answerable = max(0.0, span), max(0.0, answerable)
    added = settings.span_weight * span + settings.answerable_weight * answerable
    return replace(hit, evidence=evidence, score=round(hit.score + added, 6))
