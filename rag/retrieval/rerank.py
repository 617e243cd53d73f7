"""Let a reader read the first candidates: their order and the words that answer."""

from __future__ import annotations

import math
from contextlib import closing
from dataclasses import dataclass, replace

from rag.language import says_nothing
from rag.models import Calibration, Reader, Reading
from rag.retrieval.result import SearchResult
from rag.types import Hit, Span

# What follows the last passage that was read stays below it.
_STEP = 1e-6


@dataclass(frozen=True, slots=True)
class Reranker:
    """A reader at work on the candidates of a search.

    Attributes:
        reader: what reads.
        calibration: how its two logits weigh beside the fused score.
        passages: how many of the first candidates it reads, 1 or more.
    """

    reader: Reader
    calibration: Calibration
    passages: int

    def rerank(self, found: SearchResult) -> SearchResult:
        """The same hits, the first ``passages`` of them read and put in their new order.

        Reading stops early where no candidate that is left could come first, whatever the reader
        said of it: the first hit is the one that reading them all would give. A hit that was not
        read keeps its place behind all that were. A passage of a release of the time that the
        question names is asked the question without it: it is the release that says when, and the
        passage would seem not to answer.
        """
        if not found.hits:
            return found
        query = found.query
        candidates = found.hits[: self.passages]
        asked = (
            (
                query.timeless if hit.match.period == "release" else query.text,
                title_to_read(hit),
                hit.passage.text,
            )
            for hit in candidates
        )
        read: list[Hit] = []
        best = -math.inf
        with closing(self.reader.read(asked)) as readings:
            for hit, reading in zip(candidates, readings, strict=True):
                read.append(self._with_reading(hit, reading, found))
                best = max(best, read[-1].score)
                left = candidates[len(read) : len(read) + 1]
                if left and left[0].score + self.calibration.most_added < best:
                    break
        # Equal scores keep the order of the search, which is by key.
        read.sort(key=lambda hit: -hit.score)
        hits = read
        for hit in found.hits[len(read) :]:
            hits.append(replace(hit, score=min(hit.score, hits[-1].score - _STEP)))
        ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
        return replace(found, hits=ranked)

    def _with_reading(self, hit: Hit, reading: Reading, found: SearchResult) -> Hit:
        """The hit with what the reader made of it."""
        calibration, query = self.calibration, found.query
        span_score, answerable = reading.span_score, reading.answerable
        words = hit.passage.text[reading.start : reading.end]
        if says_nothing(words, query.text, hit.release.language):
            span_score, answerable = -calibration.span_cut, -calibration.answerable_cut
        start = hit.passage.start
        match = replace(
            hit.match,
            span=Span(start + reading.start, start + reading.end),
            span_score=span_score,
            answerable=answerable,
        )
        span, answers = calibration.logits(span_score, answerable)
        if query.wanted == "date":
            # The release's date may be the answer: that the passage holds none says nothing.
            span, answers = max(0.0, span), max(0.0, answers)
        added = calibration.span_weight * span + calibration.answerable_weight * answers
        return replace(hit, match=match, score=round(hit.score + added, 6))


def title_to_read(hit: Hit) -> str:
    """The title that is read with a passage; ``""`` where the passage is the title itself, which
    need not be read twice."""
    return "" if hit.passage.text.strip() == hit.release.title else hit.release.title
