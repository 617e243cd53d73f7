"""Let the reader read the first candidates: their order and the words that answer.

The reader's two logits, cut to ±10 so that one of them cannot outvote everything, are added to the
fused score with weights chosen on development data.
"""

from __future__ import annotations

from dataclasses import replace

from rag.answering.when import asks_when
from rag.config import ReaderSettings
from rag.reader import Reader, Reading
from rag.retrieval import SearchResult
from rag.types import Hit, Period, Span

CUT = 10.0
# Read at a time; between two lots it is seen whether more could change the first place.
_LOT = 4
# What follows the last passage that was read stays below it.
_STEP = 1e-6


def reread(
    question: str, found: SearchResult, reader: Reader | None, settings: ReaderSettings
) -> SearchResult:
    """The same hits; the first ``settings.passages`` of them read and put in their new order.

    Reading stops early where no candidate that is left could come first, whatever the reader said
    of it: the first hit is the one that reading them all would give. A hit that was not read keeps
    its place behind all that were.
    """
    if reader is None or not found.hits:
        return found
    timeless = _without_period(question, found.signals.period)
    # Where the release's date may be the answer, finding none in the passage says nothing.
    least = 0.0 if asks_when(question) else -CUT
    most = (settings.span_weight + settings.answerable_weight) * CUT
    read: list[Hit] = []
    for start in range(0, min(settings.passages, len(found.hits)), _LOT):
        lot = found.hits[start : min(start + _LOT, settings.passages)]
        if read and lot[0].score + most < max(hit.score for hit in read):
            break
        read += _read_lot(question, timeless, lot, reader, settings, least)
    # Equal scores keep the order of the search, which is by key.
    read.sort(key=lambda hit: -hit.score)
    hits = read
    for hit in found.hits[len(read) :]:
        hits.append(replace(hit, score=min(hit.score, hits[-1].score - _STEP)))
    ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
    return SearchResult(ranked, found.signals)


def _read_lot(
    question: str,
    timeless: str,
    lot: tuple[Hit, ...],
    reader: Reader,
    settings: ReaderSettings,
    least: float,
) -> list[Hit]:
    """A passage of a release of the time that the question names is asked the question without
    it: it is the release that says when, and the passage would seem not to answer."""
    read: dict[int, Hit] = {}
    for asked, dated in ((question, False), (timeless, True)):
        places = [at for at, hit in enumerate(lot) if (hit.evidence.period == "release") == dated]
        some = [lot[at] for at in places]
        readings = reader.read(asked, [(_title(hit), hit.passage.text) for hit in some])
        for at, hit, one in zip(places, some, readings, strict=True):
            read[at] = _with_reading(hit, one, settings, least)
    return [read[at] for at in range(len(lot))]


def _without_period(question: str, period: Period | None) -> str:
    if period is None:
        return question
    left = f"{question[: period.span.start].rstrip()} {question[period.span.end :].lstrip()}"
    return left if any(map(str.isalnum, left)) else question


def _title(hit: Hit) -> str:
    # Where the passage is the title, reading it twice tells nothing.
    return "" if hit.passage.text.strip() == hit.release.title else hit.release.title


def _with_reading(hit: Hit, reading: Reading, settings: ReaderSettings, least: float) -> Hit:
    start = hit.passage.start
    evidence = replace(
        hit.evidence,
        words=Span(start + reading.start, start + reading.end),
        span_score=reading.span_score,
        answerable=reading.answerable,
    )
    added = settings.span_weight * max(least, min(CUT, reading.span_score))
    added += settings.answerable_weight * max(least, min(CUT, reading.answerable))
    return replace(hit, evidence=evidence, score=round(hit.score + added, 6))
