"""Re-rank the first candidates: the reader scores them and finds the words that answer."""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from rag.corpus import RowView, best_cell, columns_of, row_view
from rag.language import analyse, says_nothing
from rag.language.amounts import tells_number
from rag.models import Calibration, Reader, Reading
from rag.question import Query
from rag.retrieval.result import SearchResult
from rag.types import Hit, Span

# A hit that was not read scores at least this much less than the hit before it.
_STEP = 1e-6
# A hit with less than this share of the best one's terms of the question, or of its score where the
# terms tell nothing, gives no value beside it.
LEAST_SHARE = 0.5


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

        Where the question asks for a quantity, a time, more than one value or the latest, the
        other hits are read that may give a value beside the best one. Where it asks for several
        things, these are read a second time, for one thing; that changes no order.

        If the release's date lies in the period of the question, the reader gets the question
        without the period. The passage does not repeat the date of its release, so with the period
        it would seem not to answer.
        """
        if not result.hits:
            return result
        query = result.query
        hits = self._until_first_is_certain(result)
        best = result.hits[max(hits, key=lambda hit: hit.score).rank - 1]
        read = {hit.rank for hit in hits}
        more = [hit for hit in self._beside(result, best) if hit.rank not in read]
        hits += self._read(more, query, query.text)
        read |= {hit.rank for hit in more}
        unread = [hit for hit in result.hits if hit.rank not in read]
        # The sort is stable: hits with equal scores keep the order of the search, which is by key.
        hits.sort(key=lambda hit: -hit.score)
        for hit in unread:
            hits.append(replace(hit, score=min(hit.score, hits[-1].score - _STEP)))
        ranks = {hit.rank: rank for rank, hit in enumerate(hits, start=1)}
        each: list[Hit] = []
        if query.scope.form == "list":
            again = [hit for hit in self._of_releases(result) if _may_add(hit, best, query)]
            each = list(self._read(again, query, query.single))
        return replace(
            result,
            hits=tuple(replace(hit, rank=ranks[hit.rank]) for hit in hits),
            each=tuple(replace(hit, rank=ranks[hit.rank]) for hit in each),
        )

    def _until_first_is_certain(self, result: SearchResult) -> list[Hit]:
        """The first hits, read until no other one can become the first."""
        candidates = result.hits[: self.passages]
        hits: list[Hit] = []
        best = -math.inf
        with closing(self._read(candidates, result.query, result.query.text)) as read_hits:
            for hit in read_hits:
                hits.append(hit)
                best = max(best, hit.score)
                following = candidates[len(hits) : len(hits) + 1]
                if following and following[0].score + self.calibration.max_bonus < best:
                    break
        return hits

    def _beside(self, result: SearchResult, best: Hit) -> list[Hit]:
        """The hits that may give a value beside the best one, where the question wants such."""
        query = result.query
        if not query.scope.is_narrow and query.scope.form != "list":
            candidates = self._of_releases(result)
        elif query.quantity is not None or query.period is not None:
            # Figures of two releases may differ, and a release near by may be of another time.
            candidates = result.hits[: self.passages]
        else:
            return []
        return [hit for hit in candidates if _may_add(hit, best, query)]

    def _read(self, hits: Sequence[Hit], query: Query, text: str) -> Generator[Hit, None, None]:
        """The hits as the reader leaves them, each read when it is asked for.

        Args:
            hits: the hits to read.
            query: the question.
            text: the form of it that is read; ``query.text`` or ``query.single``.
        """
        views = [_view(hit) for hit in hits]
        inputs = (
            (
                query.without_period(text) if hit.match.period == "release" else text,
                title_to_read(hit),
                view.text if view else hit.passage.text,
            )
            for hit, view in zip(hits, views, strict=True)
        )
        with closing(self.reader.read(inputs)) as readings:
            for hit, view, reading in zip(hits, views, readings, strict=True):
                if view is not None:
                    reading = _of_rows(reading, view, hit, query)
                yield self._with_reading(hit, reading, query)

    def _of_releases(self, result: SearchResult) -> tuple[Hit, ...]:
        """The first hit of each release, then the others, as many as are read."""
        firsts: dict[str, Hit] = {}
        for hit in result.hits:
            firsts.setdefault(hit.release.id, hit)
        ranks = {hit.rank for hit in firsts.values()}
        rest = [hit for hit in result.hits if hit.rank not in ranks]
        one_value = result.query.scope.form == "value"
        count = max(self.passages, self.releases // 2 if one_value else self.releases)
        return (*firsts.values(), *rest)[:count]

    def _with_reading(self, hit: Hit, reading: Reading, query: Query) -> Hit:
        """The hit with the reader's span and logits, and with its new score."""
        calibration = self.calibration
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


def _may_add(hit: Hit, best: Hit, query: Query) -> bool:
    """Whether a hit may give a value beside that of the best one; both as the search found them."""
    if query.period is not None and hit.match.period is None:
        return False
    if query.quantity is not None and not tells_number(hit.passage.text, hit.release.language):
        return False
    if query.cross_lingual:  # hardly a term of the question is in any hit
        return hit.score >= LEAST_SHARE * best.score
    return hit.match.coverage >= LEAST_SHARE * best.match.coverage


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
