"""Question to hits: dense and lexical candidates, fused by z-score, ties broken by key.

Each retriever's score is put in standard deviations over the whole corpus and the two are added
with weights (score fusion; Fox & Shaw 1994 for the sum, and see Bruch, Gai, Ingber 2023 for why
scores beat ranks). Mean and deviation are the corpus's, not the candidates', so that a passage's
score does not depend on ``k``, on the filters or on what else was found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from rag.config import RetrievalSettings
from rag.corpus import find_dates, resolve
from rag.encode import Encoder
from rag.indexing import Index, analyse_query, date_bounds, likely_languages
from rag.retrieval.period import question_period
from rag.types import Evidence, Filters, Hit, Period

if TYPE_CHECKING:
    import numpy.typing as npt

# Up to this many passages every one is a candidate: the search is then exact in every part.
_SMALL = 4096
# Passages whose text is read for dates when the question names a time.
_READ_FOR_DATES = 40


@dataclass(frozen=True, slots=True)
class Signals:
    """What a search knows besides its hits; the answering room estimates confidence from it.

    Attributes:
        passages: how many passages could be found (after filters).
        dense_top: the best cosine in standard deviations above the corpus's mean for this
            question.
        known: share of the question's terms that stand anywhere in the corpus, unweighted.
        same_language: whether the question is in a language of the index, so that its words could
            be expected in the passage that answers.
        question_vector: (dimension,) float32 of unit length.
        period: the time that the question speaks of, if it names one.
    """

    passages: int
    dense_top: float
    known: float
    same_language: bool
    question_vector: npt.NDArray[np.float32]
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and what else the search knows."""

    hits: tuple[Hit, ...]
    signals: Signals


def search(
    index: Index,
    encoder: Encoder,
    question: str,
    k: int,
    filters: Filters,
    settings: RetrievalSettings,
) -> SearchResult:
    """The k best passages; fewer when the corpus or the filters leave fewer.

    Args:
        question: as ``checked_question`` returns it.
        k: 1 or more.

    Raises:
        EncoderError: the question cannot be encoded.
    """
    vector = encoder.encode_queries([question])[0]
    allowed = index.records.allowed(filters, index.passages)
    possible = index.passages if allowed is None else int(allowed.sum())
    terms = analyse_query(question, index.languages)
    columns = index.records.columns(terms)
    if possible == 0:
        return SearchResult((), Signals(0, 0.0, 0.0, False, vector))

    lexical_all = index.lexical.scores([columns[term] for term in terms if term in columns])
    depth = possible if possible <= _SMALL else min(possible, max(settings.candidates, 2 * k))
    dense_rows, dense_found = _dense_candidates(index, vector, depth, k, allowed)
    lexical_rows = _lexical_candidates(lexical_all, depth, allowed)
    rows = np.union1d(dense_rows, lexical_rows)
    dense = index.dense.scores(vector, rows)
    lexical = lexical_all[rows]

    dense_mean, dense_deviation = index.dense.scale(vector)
    dense_z = _z(dense, dense_mean, dense_deviation)
    lexical_z = _z(lexical, float(lexical_all.mean()), float(lexical_all.std()))
    same_language = bool(likely_languages(question) & set(index.languages))
    weight = settings.dense_weight if same_language else settings.dense_weight_across
    # Rounded, so that passages of one text tie whatever the last bit of their products says.
    fused = np.round(weight * dense_z + (1.0 - weight) * lexical_z, 6)
    period = question_period(question) if settings.period_bonus > 0 else None
    in_period: dict[int, Literal["release", "text"]] = {}
    if period is not None:
        in_period = _in_period(index, period, rows, fused, max(4 * k, _READ_FOR_DATES))
        # A date in the passage may be of anything: it counts half.
        share = {"release": 1.0, "text": 0.5}
        favoured = [share[in_period[row]] if row in in_period else 0.0 for row in rows.tolist()]
        fused = fused + settings.period_bonus * np.array(favoured)
    # Rows stand in the order of (release id, ordinal): the row is the key that breaks ties.
    order = np.lexsort((rows, -fused))[:k]

    dense_rank = _ranks(rows, dense)
    lexical_rank = _ranks(rows, lexical)
    by_term = [(term, index.lexical.rows(column)) for term, column in columns.items()]
    hits = []
    for rank, at in enumerate(order, start=1):
        row = int(rows[at])
        release, passage = index.records.passage(row)
        held = tuple(term for term, holders in by_term if _holds(holders, row))
        evidence = Evidence(
            dense_rank=dense_rank[row],
            lexical_rank=lexical_rank[row] if lexical[at] > 0 else None,
            dense_score=float(dense[at]),
            lexical_score=float(lexical[at]),
            terms=held,
            coverage=_coverage(index, terms, columns, set(held)),
            period=in_period.get(row),
        )
        hits.append(Hit(release, passage, float(fused[at]), rank, evidence))

    signals = Signals(
        passages=possible,
        dense_top=float(_z(dense_found[:1], dense_mean, dense_deviation)[0]),
        known=len({t for t in terms if t in columns}) / max(1, len(set(terms))),
        same_language=same_language,
        question_vector=vector,
        period=period,
    )
    return SearchResult(tuple(hits), signals)


def _in_period(
    index: Index,
    period: Period,
    rows: npt.NDArray[np.int64],
    fused: npt.NDArray[np.float64],
    depth: int,
) -> dict[int, Literal["release", "text"]]:
    """The rows that belong to a time: by their release's date, or, among the first ``depth``,
    by a date that the passage speaks of, read against the release's."""
    allowed = index.records.allowed(Filters(period.low, period.high), index.passages)
    found: dict[int, Literal["release", "text"]] = {}
    if allowed is not None:
        found = {int(row): "release" for row in rows[allowed[rows]]}
    for at in np.argsort(-fused, kind="stable")[:depth]:
        row = int(rows[at])
        if row in found:
            continue
        release, passage = index.records.passage(row)
        for stated in find_dates(
            release.body, passage.start, passage.end, language=release.language
        ):
            value = resolve(release.body, stated, release.published, release.language).value
            bounds = date_bounds(value) if value else None
            if (
                bounds
                and (not period.high or bounds[0] <= period.high)
                and (not period.low or bounds[1] >= period.low)
            ):
                found[row] = "text"
                break
    return found


def _dense_candidates(
    index: Index,
    vector: npt.NDArray[np.float32],
    depth: int,
    k: int,
    allowed: npt.NDArray[np.bool_] | None,
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """The nearest rows; deeper while all that follows the k-th ties with it, so that a tie is
    broken by key and not by which of many equal passages the engine happened to return."""
    while True:
        rows, scores = index.dense.search(vector, depth, allowed)
        if len(rows) < depth or depth >= index.passages or scores[-1] < scores[min(k, depth) - 1]:
            return rows, scores
        depth = min(index.passages, 4 * depth)


def _lexical_candidates(
    scores: npt.NDArray[np.float32], depth: int, allowed: npt.NDArray[np.bool_] | None
) -> npt.NDArray[np.int64]:
    possible = scores if allowed is None else np.where(allowed, scores, 0.0)
    rows = np.flatnonzero(possible > 0)
    if len(rows) > depth:
        worst = np.partition(possible[rows], len(rows) - depth)[len(rows) - depth]
        rows = rows[possible[rows] >= worst]
    return rows


def _z(scores: npt.NDArray[np.float32], mean: float, deviation: float) -> npt.NDArray[np.float64]:
    """Standard scores. Without deviation (one passage, or no term known) a positive score counts
    as one above: a lone hit is a hit."""
    exact = scores.astype(np.float64)
    if deviation < 1e-6:
        return (exact > 0).astype(np.float64)
    return (exact - mean) / deviation


def _ranks(rows: npt.NDArray[np.int64], scores: npt.NDArray[np.float32]) -> dict[int, int]:
    order = np.lexsort((rows, -scores))
    return {int(rows[at]): rank for rank, at in enumerate(order, start=1)}


def _holds(holders: npt.NDArray[np.int32], row: int) -> bool:
    at = int(np.searchsorted(holders, row))
    return at < len(holders) and int(holders[at]) == row


def _coverage(index: Index, terms: list[str], columns: dict[str, int], held: set[str]) -> float:
    """Share of the question's terms in a passage, each weighted by its inverse document
    frequency (a term that no passage holds weighs most)."""
    total = covered = 0.0
    for term in set(terms):
        frequency = index.lexical.document_frequency(columns[term]) if term in columns else 0
        weight = math.log1p((index.passages - frequency + 0.5) / (frequency + 0.5))
        total += weight
        covered += weight if term in held else 0.0
    return covered / total if total > 0 else 0.0
