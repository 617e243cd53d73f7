"""Re-rank the first candidates: the reader scores them and finds the words that answer."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import chain, islice, repeat, takewhile

from rag.corpus import RowView, best_cell, columns_of, row_view, statements_near
from rag.language import analyse, says_nothing
from rag.language.amounts import tells_number
from rag.lazy import dataclass
from rag.models import Calibration, Reader, Reading
from rag.question import Query
from rag.retrieval.named import (
    is_of_period,
    names_group,
    names_left_to_release,
    speaks_of_asked,
    tells_office,
)
from rag.retrieval.result import SearchResult
from rag.types import Hit, Span

# A hit that was not read scores at least this much less than the hit before it.
_STEP = 1e-6
# A hit that leads the next one by so much is nearly always certain to be the first once it is read
# (five times in six in ``benchmarks/questions``).
_LEAD = 2.0
# A hit with less than this share of the best one's terms of the question, or of its score where the
# terms tell nothing, gives no value beside it.
LEAST_SHARE = 0.5
# The same for the values of a series, where no name tells which passages speak of them.
LEAST_OF_SEVERAL = 0.2
# Of so many releases the best passage is read for one of several things, whatever words it has:
# what was "rachetée" is told as "l'acquisition de".
_NEAREST = 20


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
        hits, ahead = self._until_first_is_certain(result)
        best = result.hits[max(hits, key=lambda hit: hit.score).rank - 1]
        more = {hit.rank: hit for hit in self._beside(result, best)}
        hits += [hit for hit in ahead if hit.rank in more]
        read = {hit.rank for hit in hits}
        hits += self._read(
            ((hit, query.text) for rank, hit in more.items() if rank not in read), query
        )
        read.update(more)
        unread = [hit for hit in result.hits if hit.rank not in read]
        # The sort is stable: hits with equal scores keep the order of the search, which is by key.
        hits.sort(key=lambda hit: -hit.score)
        for hit in unread:
            hits.append(replace(hit, score=min(hit.score, hits[-1].score - _STEP)))
        ranks = {hit.rank: rank for rank, hit in enumerate(hits, start=1)}
        each = self._read(self._again(result, best), query)
        named = result.hits if query.scope.membership is not None else ()
        return replace(
            result,
            named=tuple(hit for hit in named if names_group(query, hit.passage.text)),
            hits=tuple(replace(hit, rank=ranks[hit.rank]) for hit in hits),
            each=tuple(replace(hit, rank=ranks[hit.rank]) for hit in each),
        )

    def _until_first_is_certain(self, result: SearchResult) -> tuple[list[Hit], list[Hit]]:
        """The first hits, read until no other one can become the first; and those behind them that
        were read at the same time, if other hits are read too. How many these are depends on the
        processor.
        """
        candidates = result.hits[: self.passages]
        query = result.query
        hits: list[Hit] = []
        ahead: list[Hit] = []

        def is_certain(number: int) -> bool:
            """Whether no candidate from this number on can become the first."""
            if not hits or number >= len(candidates):
                return bool(hits)
            best = max(hit.score for hit in hits)
            return candidates[number].score + self.calibration.max_bonus < best

        if len(candidates) < 2 or candidates[0].score >= candidates[1].score + _LEAD:
            hits.append(self._first(result))
        to_read = takewhile(lambda hit: not is_certain(hit.rank - 1), candidates[len(hits) :])
        with closing(self._read(zip(to_read, repeat(query.text)), query)) as read_hits:
            for hit in read_hits:
                (ahead if is_certain(len(hits)) else hits).append(hit)
                if not _wants_more(query) and is_certain(len(hits)):
                    break
        return hits, ahead

    def _first(self, result: SearchResult) -> Hit:
        """The first hit, read. A second core reads what is probably read after it, which is then
        kept by the reader."""
        query, first = result.query, result.hits[0]
        beside = ((hit, query.text) for hit in self._beside(result, first) if hit is not first)
        after = chain(beside, self._again(result, first))
        with closing(self._read(chain([(first, query.text)], islice(after, 1)), query)) as read:
            return next(read)

    def _beside(self, result: SearchResult, best: Hit) -> Iterator[Hit]:
        """The hits that may give a value beside the best one, where the question wants such."""
        query = result.query
        if not _wants_more(query):
            return
        near = result.hits[: self.passages]
        candidates = near if query.scope.is_narrow else self._of_releases(result)
        yield from (hit for hit in candidates if _may_add(hit, best, query))

    def _again(self, result: SearchResult, best: Hit) -> Iterator[tuple[Hit, str]]:
        """The hits that are read for one of several things that are asked for, with the question
        for it."""
        query = result.query
        if query.scope.form == "list":
            near = self._of_releases(result)
            firsts = min(_NEAREST, len({hit.release.id for hit in near}))
            again = [hit for hit in near[firsts:] if _may_add(hit, best, query)]
            nearest = (hit for hit in near[:firsts] if is_of_period(query, hit))
            yield from zip(chain(nearest, again), repeat(query.single))

    def _read(self, asked: Iterable[tuple[Hit, str]], query: Query) -> Generator[Hit, None, None]:
        """The hits as the reader leaves them, each read when it is asked for.

        Args:
            asked: the hits to read, each with the form of the question that is read. The next ones
                are taken before a hit has been read.
            query: the question.
        """
        started: deque[tuple[Hit, RowView | None]] = deque()

        def inputs() -> Iterator[tuple[str, str, str]]:
            for number, (hit, text) in enumerate(asked):
                view = _view(hit)
                started.append((hit, view))
                # A release tells of one year of a series.
                bare = hit.match.period == "release" or query.scope.form == "series"
                yield (
                    query.without_period(text) if bare else text,
                    _title_with_names(hit, query),
                    view.text if view else hit.passage.text,
                )
                if number == 0:
                    # The answer needs them, and they are kept. The passage is being read meanwhile.
                    passage, release = hit.passage, hit.release
                    statements_near(release.body, passage.start, passage.end, release.language)

        with closing(self.reader.read(inputs())) as readings:
            for reading in readings:
                hit, view = started.popleft()
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


def _wants_more(query: Query) -> bool:
    """Whether hits beside the best one are read."""
    if query.scope.form == "list":
        return False
    if not query.scope.is_narrow or query.wanted == "date":
        return True
    # Figures of two releases may differ, and a release near by may be of another time.
    return query.quantity is not None or query.period is not None


def _may_add(hit: Hit, best: Hit, query: Query) -> bool:
    """Whether a hit may give a value beside that of the best one; both as the search found them."""
    if not is_of_period(query, hit):
        return False
    has_number = query.quantity is not None or query.wanted == "date"
    if has_number and not tells_number(hit.passage.text, hit.release.language):
        return False
    if query.cross_lingual:  # hardly a term of the question is in any hit
        return hit.score >= LEAST_SHARE * best.score
    several = query.scope.form != "value" or query.scope.time in ("first", "last")
    if (several and speaks_of_asked(query, hit)) or tells_office(query, hit):
        return True
    of_figures = query.scope.form == "series" and not query.names
    share = LEAST_OF_SEVERAL if of_figures else LEAST_SHARE
    return hit.match.coverage >= share * best.match.coverage


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


def _title_with_names(hit: Hit, query: Query) -> str:
    """The title that the reader gets, with the names of the question that its release has and
    neither the title nor the passage repeats: a town's own releases seldom name it in each
    paragraph."""
    title = title_to_read(hit)
    absent = [] if query.scope.is_narrow else names_left_to_release(query, hit)
    return f"{', '.join(absent)} : {title}" if absent and title else title


def title_to_read(hit: Hit) -> str:
    """The title that the reader gets with a passage; ``""`` if the passage is the title itself."""
    return "" if hit.passage.text.strip() == hit.release.title else hit.release.title
