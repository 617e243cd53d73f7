"""Re-rank the first candidates: the reader scores them and finds the words that answer."""

from __future__ import annotations

import math
from contextlib import closing
from dataclasses import dataclass, replace

from rag.corpus import RowView, best_cell, columns_of, row_view
from rag.language import analyse, says_nothing
from rag.models import Calibration, Reader, Reading
from rag.question import Query
from rag.retrieval.result import SearchResult
from rag.types import Hit, Span

# A hit that was not read scores at least this much less than the hit before it.
_STEP = 1e-6


@dataclass(frozen=True, slots=True)
class Reranker:
    """A reader with what it needs to re-rank hits.

    Attributes:
        reader: reads the passages.
        calibration: weights of the reader's two logits in the score.
        passages: how many of the first hits are read, 1 or more.
        releases: how many releases are read where several may answer together; half as many where
            one value is asked for.
    """

    reader: Reader
    calibration: Calibration
    passages: int
    releases: int = 40

    def rerank(self, result: SearchResult) -> SearchResult:
        """The same hits in a new order. The first ``passages`` of them are read.

        Reading stops as soon as no unread hit can become the first one, whatever the reader would
        say. So the first hit is the same as if all were read. Unread hits come after all that were
        read, in their old order.

        Where the question asks for a quantity, a time, more than one value or the latest,
        ``releases`` or ``passages`` hits are read in any case, and of each release the first one
        before the others.

        If the release's date lies in the period of the question, the reader gets the question
        without the period. The passage does not repeat the date of its release, so with the period
        it would seem not to answer.
        """
        if not result.hits:
            return result
        query = result.query
        candidates = self._candidates(result)
        views = [_view(hit) for hit in candidates]
        inputs = (
            (
                query.timeless if hit.match.period == "release" else query.text,
                title_to_read(hit),
                view.text if view else hit.passage.text,
            )
            for hit, view in zip(candidates, views, strict=True)
        )
        hits: list[Hit] = []
        best = -math.inf
        # Figures of two releases may differ, and a release near by may be of another time.
        stops = query.scope.is_narrow and query.quantity is None and query.period is None
        with closing(self.reader.read(inputs)) as readings:
            for hit, view, reading in zip(candidates, views, readings, strict=True):
                if view is not None:
                    reading = _of_rows(reading, view, hit, result.query)
                hits.append(self._with_reading(hit, reading, result))
                best = max(best, hits[-1].score)
                following = candidates[len(hits) : len(hits) + 1]
                if stops and following and following[0].score + self.calibration.max_bonus < best:
                    break
        read = {hit.rank for hit in hits}
        unread = [hit for hit in result.hits if hit.rank not in read]
        # The sort is stable: hits with equal scores keep the order of the search, which is by key.
        hits.sort(key=lambda hit: -hit.score)
        for hit in unread:
            hits.append(replace(hit, score=min(hit.score, hits[-1].score - _STEP)))
        ranked = tuple(replace(hit, rank=rank) for rank, hit in enumerate(hits, start=1))
        return replace(result, hits=ranked)

    def _candidates(self, result: SearchResult) -> tuple[Hit, ...]:
        """The hits to read, in order."""
        scope = result.query.scope
        if scope.is_narrow:
            return result.hits[: self.passages]
        firsts: dict[str, Hit] = {}
        for hit in result.hits:
            firsts.setdefault(hit.release.id, hit)
        ranks = {hit.rank for hit in firsts.values()}
        rest = [hit for hit in result.hits if hit.rank not in ranks]
        count = max(self.passages, self.releases // 2 if scope.form == "value" else self.releases)
        return (*firsts.values(), *rest)[:count]

    def _with_reading(self, hit: Hit, reading: Reading, result: SearchResult) -> Hit:
        """The hit with the reader's span and logits, and with its new score."""
        calibration, query = self.calibration, result.query
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
            certainty=reading.certainty,
        )
        span_logit, answerable_logit = calibration.limit(span_score, answerable)
        if query.wanted == "date":
            # The release's date may be the answer. A passage without a date is no worse for it.
            span_logit, answerable_logit = max(0.0, span_logit), max(0.0, answerable_logit)
        bonus = (
            calibration.span_weight * span_logit + calibration.answerable_weight * answerable_logit
        )
        return replace(hit, match=match, score=round(hit.score + bonus, 6))


def _view(hit: Hit) -> RowView | None:
    """The rows of a table as the reader gets them; None for a passage of prose."""
    return (
        row_view(hit.passage.text, columns_of(hit.passage.context))
        if hit.passage.kind == "table"
        else None
    )


def _of_rows(reading: Reading, view: RowView, hit: Hit, query: Query) -> Reading:
    """A reading of rows with the cell that answers; "no answer" if the reader chose nothing but a
    column's name."""
    text, language = hit.passage.text, hit.release.language
    chosen = view.to_text(reading.start, reading.end)
    terms = query.terms_in[language]
    span = chosen and best_cell(
        text,
        columns_of(hit.passage.context),
        Span(*chosen),
        lambda words: len(terms.intersection(analyse(words, language))),
    )
    if span is None:
        return Reading(0, len(text), -math.inf, -math.inf)
    return replace(reading, start=span[0], end=span[1])


def title_to_read(hit: Hit) -> str:
    """The title that the reader gets with a passage; ``""`` if the passage is the title itself."""
    return "" if hit.passage.text.strip() == hit.release.title else hit.release.title
