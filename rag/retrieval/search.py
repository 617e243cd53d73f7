"""Query to hits: dense and lexical candidates, fused by their standard scores.

The score of each retriever is converted to standard deviations above its mean, and the weighted sum
of the two orders the hits (score fusion: Fox & Shaw 1994 for the sum; Bruch, Gai, Ingber 2023 for
scores instead of ranks). Passages with equal sums are ordered by key.

Mean and deviation are those of the whole corpus, not of the candidates. So the score of a passage
does not depend on ``k``, the filters, the other candidates or the engine. The deviation of BM25 is
computed as if the question's terms occurred independently of each other. That needs no scan and
ranks as well as the true deviation (R@1 0.778 against 0.779, MRR@10 0.838 against 0.839; first
stage alone, 3,043 questions of PIAF).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING, Literal

import numpy as np

from rag.config import RetrievalSettings
from rag.indexing import Candidates, Index, Terms
from rag.language import find_dates, resolve
from rag.language.wording import stands_in
from rag.models import Encoder
from rag.question import Query
from rag.retrieval.rerank import Reranker
from rag.retrieval.result import SearchResult, Signals
from rag.retrieval.selection import Selection
from rag.types import Hit, Match, Period

if TYPE_CHECKING:
    import numpy.typing as npt

# Passages with the words that a question has in quotation marks score so much more (in standard
# deviations of the fused score); chosen with ``benchmarks.quotation``.
FAVOUR = 1.0
# So many of the rarest terms order the hits for key words.
_TIER_TERMS = 32
# So many hits are found where several releases may answer together.
_DEPTH_OF_MANY = 60
# What a passage of the release that answered the question before gains, in standard deviations.
_PREFERENCE = 1.0
# If the question names a period, dates are looked for in at least this many passages.
_MIN_DATED_PASSAGES = 40


def retrieve(
    index: Index,
    encoder: Encoder,
    query: Query,
    settings: RetrievalSettings,
    passages: int = 0,
    reranker: Callable[[], Reranker | None] = lambda: None,
) -> SearchResult:
    """The ``query.k`` best hits, re-ranked if there is a reranker.

    There are fewer if the corpus or the filters leave fewer passages.

    Args:
        passages: how many hits a reranker may read; 0 without one.
        reranker: gives the reranker once the hits are found, so that it can be loaded meanwhile;
            None if it cannot be loaded.

    Raises:
        EncoderError: the question cannot be encoded.
    """
    if not passages:
        return search(index, encoder, query, query.k, settings)
    depth = max(query.k, passages)
    if not query.scope.is_narrow:
        depth = max(depth, _DEPTH_OF_MANY)
    result = search(index, encoder, query, depth, settings)
    ready = reranker()
    if ready is None:
        return replace(result, hits=result.hits[: query.k])
    result = ready.rerank(result)
    releases = len({hit.release.id for hit in result.hits})
    others = [hit for hit in result.hits[query.k :] if hit.match.span is not None]
    return replace(result, hits=result.hits[: query.k], others=tuple(others), releases=releases)


def search(
    index: Index, encoder: Encoder, query: Query, depth: int, settings: RetrievalSettings
) -> SearchResult:
    """The first stage: the ``depth`` hits with the highest fused scores, best first.

    Raises:
        EncoderError: the question cannot be encoded.
    """
    vector = encoder.encode_queries([query.text])[0]
    terms = index.terms(query.terms)
    wanted = max(settings.candidates, 2 * depth)
    candidates = index.candidates(vector, terms, query.filters, wanted, depth)
    if candidates.possible == 0:
        return SearchResult(query, (), Signals(0, 0.0, 0.0, vector))

    dense_mean, dense_deviation = index.dense_scale(vector)
    dense = _standard_scores(candidates.dense, dense_mean, dense_deviation)
    lexical = _standard_scores(candidates.lexical, *terms.scale(index.passages))
    weight = settings.dense_weight_cross_lingual if query.cross_lingual else settings.dense_weight
    # Rounded, so that passages with the same text get the same score in spite of rounding errors.
    fused = np.round(weight * dense + (1.0 - weight) * lexical, 6)
    in_period: dict[int, Literal["release", "text"]] = {}
    if query.period is not None and settings.period_bonus > 0:
        to_read = max(4 * depth, _MIN_DATED_PASSAGES)
        in_period = _in_period(index, query.period, candidates, fused, to_read)
        # A date in the passage may belong to another event, so it gets half of the bonus.
        shares = {"release": 1.0, "text": 0.5}
        for position, source in in_period.items():
            fused[position] += settings.period_bonus * shares[source]
    if query.preferred is not None:
        stored = index.records.passages(candidates.rows.tolist())
        of_release = [release.id == query.preferred for release, _passage in stored]
        fused[np.array(of_release, np.bool_)] += _PREFERENCE
    if query.favoured:
        for position in _with_words(index, query.favoured, candidates, fused, 4 * depth):
            fused[position] += FAVOUR
    # Rows are in the order of (release id, ordinal), so the row is the key that decides ties.
    tiers = _tiers(query, terms, candidates)
    order = np.lexsort((candidates.rows, -fused, -tiers)).tolist()
    dense_rank = _ranks(candidates.rows, candidates.dense)
    lexical_rank = _ranks(candidates.rows, candidates.lexical)
    weights = _weights(terms, index.passages)
    selection = Selection(index, query, depth)
    for start in range(0, len(order), depth):
        some = order[start : start + depth]
        if selection.is_complete(float(fused[some[0]]), int(tiers[some[0]])):
            break
        stored = index.records.passages(candidates.rows[some].tolist())
        for position, (release, passage) in zip(some, stored, strict=True):
            matched = tuple(compress(terms.known, candidates.held[position]))
            found = candidates.lexical[position] > 0
            match = Match(
                dense_rank=int(dense_rank[position]),
                lexical_rank=int(lexical_rank[position]) if found else None,
                dense_score=float(candidates.dense[position]),
                lexical_score=float(candidates.lexical[position]),
                terms=matched,
                coverage=_coverage(weights, matched),
                period=in_period.get(position),
            )
            hit = Hit(release, passage, float(fused[position]), 0, match)
            selection.offer(hit, int(tiers[position]))

    signals = Signals(
        passages=candidates.possible,
        dense_top=float(
            _standard_scores(np.array([candidates.nearest]), dense_mean, dense_deviation)[0]
        ),
        known_share=len(terms.known) / max(1, len(set(terms.asked))),
        question_vector=vector,
    )
    return SearchResult(query, selection.hits(), signals)


def _tiers(query: Query, terms: Terms, candidates: Candidates) -> npt.NDArray[np.int64]:
    """(n,) the tier of each candidate; 0 for a question.

    For a name or key words, the candidates that hold the rarest term come first, then among them
    those that hold the next rarest, and so on.
    """
    tiers = np.zeros(len(candidates.rows), np.int64)
    if query.form == "question":
        return tiers
    for column in np.argsort(terms.frequency, kind="stable")[:_TIER_TERMS].tolist():
        tiers = 2 * tiers + candidates.held[:, column]
    return tiers


def _in_period(
    index: Index, period: Period, candidates: Candidates, fused: npt.NDArray[np.float64], depth: int
) -> dict[int, Literal["release", "text"]]:
    """The positions of the candidates that belong to a period, with where the date was found.

    ``release``: the release's date may lie in the period. ``text``: a date in the passage may;
    only the ``depth`` best candidates are searched for one. Relative dates in a passage count
    from the release's date.
    """
    dated = np.ones(len(candidates.rows), np.bool_)
    if period.low:
        dated &= candidates.high >= period.low.toordinal()
    if period.high:
        dated &= (candidates.low > 0) & (candidates.low <= period.high.toordinal())
    in_period: dict[int, Literal["release", "text"]] = {}
    in_period.update(dict.fromkeys(np.flatnonzero(dated).tolist(), "release"))
    first = np.argsort(-fused, kind="stable")[:depth].tolist()
    unread = [position for position in first if position not in in_period]
    stored = index.records.passages(candidates.rows[unread].tolist())
    for position, (release, passage) in zip(unread, stored, strict=True):
        for expression in find_dates(
            release.body, passage.start, passage.end, language=release.language
        ):
            resolved = resolve(release.body, expression, release.published, release.language).date
            bounds = resolved.bounds if resolved else None
            if (
                bounds
                and (not period.high or bounds[0] <= period.high)
                and (not period.low or bounds[1] >= period.low)
            ):
                in_period[position] = "text"
                break
    return in_period


def _with_words(
    index: Index,
    favoured: Sequence[str],
    candidates: Candidates,
    fused: npt.NDArray[np.float64],
    depth: int,
) -> list[int]:
    """The positions of the candidates with words that the question has in quotation marks, among
    the ``depth`` best."""
    first = np.argsort(-fused, kind="stable")[:depth].tolist()
    stored = index.records.passages(candidates.rows[first].tolist())
    return [
        position
        for position, (release, passage) in zip(first, stored, strict=True)
        if any(stands_in(passage.text, words, release.language) for words in favoured)
    ]


def _standard_scores(
    scores: npt.NDArray[np.float32], mean: float, deviation: float
) -> npt.NDArray[np.float64]:
    """(n,) the scores in standard deviations above the mean.

    Without deviation (a single passage, or no known term) a positive score becomes 1, so that a
    single passage can still be a hit.
    """
    exact = scores.astype(np.float64)
    if deviation < 1e-6:
        return (exact > 0).astype(np.float64)
    return (exact - mean) / deviation


def _ranks(rows: npt.NDArray[np.int64], scores: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """(n,) the rank of each candidate by its score; the best one has rank 1."""
    ranks = np.empty(len(rows), np.int64)
    ranks[np.lexsort((rows, -scores))] = np.arange(1, len(rows) + 1)
    return ranks


def _weights(terms: Terms, passages: int) -> dict[str, float]:
    """Inverse document frequency by term. It is greatest for a term that no passage has."""
    frequency = dict(zip(terms.known, terms.frequency.tolist(), strict=True))
    return {
        term: math.log1p((passages - frequency.get(term, 0) + 0.5) / (frequency.get(term, 0) + 0.5))
        for term in terms.asked
    }


def _coverage(weights: dict[str, float], matched: tuple[str, ...]) -> float:
    """Share of the question's terms that a passage has, weighted."""
    total = sum(weights.values())
    return sum(weights[term] for term in matched) / total if total > 0 else 0.0
