"""BM25 over index terms, stored as plain memory-mapped arrays.

The formula is that of Robertson et al. 1994 in Lucene's form (Kamphuis et al. 2020). Only counts
are stored. Scores are computed for the terms of a question, with the current statistics of all
passages, so an update does not change what is already stored. The counts are written passage by
passage, and memory grows only with the vocabulary. A test checks that the scores are equal to
those of the ``bm25s`` library.

The same counts are stored twice: by passage ("forward", which an update copies) and by term
("columns", which a search reads).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.lazy import dataclass

if TYPE_CHECKING:
    import numpy.typing as npt

FOLDER = "lexical"
COLUMNS = ("data", "indices", "indptr", "lengths")
FORWARD = ("terms", "counts", "ends")
FILES = tuple(f"{FOLDER}/{name}.npy" for name in (*COLUMNS, *FORWARD))


def idf(frequency: npt.NDArray[Any] | int, passages: int) -> npt.NDArray[np.float64]:
    """``ln(1 + (N - df + 1/2) / (df + 1/2))``; df is how many of the N passages have a term."""
    return np.asarray(np.log1p((passages - frequency + 0.5) / (frequency + 0.5)))


def length_norm(
    length: npt.NDArray[Any], average: float, k1: float, b: float
) -> npt.NDArray[np.float64]:
    """``k1 (1 - b + b dl / average)``; dl is how many terms a passage has. Always above 0."""
    norm: npt.NDArray[np.float64] = k1 * (1 - b + b * length / max(average, 1e-9))
    return np.maximum(norm, 1e-30)


def saturation(count: npt.NDArray[Any], norm: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """``tf / (tf + norm)``; tf is how often a passage has a term. The arrays are broadcast. BM25 is
    this times ``idf``."""
    found: npt.NDArray[Any] = count / (count + norm)
    return found


class TermCounts:
    """The counts of one segment by term and by passage, as ``TermWriter`` wrote them.

    Attributes:
        lengths: (passages,) int32, how many terms each passage has, with repeats.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._data, self._indices, self._indptr, self.lengths = (
            np.load(self._folder / f"{name}.npy", mmap_mode="r") for name in COLUMNS
        )

    def column(self, column: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16]]:
        """The passages that have a term, (n,) int32, sorted, and how often, (n,) uint16."""
        part = slice(self._indptr[column], self._indptr[column + 1])
        return self._indices[part], self._data[part]

    def only_in(self, rows: npt.NDArray[np.int64]) -> set[int]:
        """The columns of the terms that occur only in these passages. ``rows`` must be sorted."""
        lost = np.zeros(len(self._indptr) - 1, np.int64)
        for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
            if len(run):
                np.add.at(lost, self.forward(int(run[0]), int(run[-1]) + 1)[0], 1)
        return set(np.flatnonzero((lost > 0) & (lost == np.diff(self._indptr))).tolist())

    @cached_property
    def _forward(self) -> tuple[npt.NDArray[Any], ...]:
        return tuple(np.load(self._folder / f"{name}.npy", mmap_mode="r") for name in FORWARD)

    def forward(
        self, first: int, last: int
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16], npt.NDArray[np.int64]]:
        """The columns, (n,) int32, and counts, (n,) uint16, of the terms of the passages ``first``
        to ``last`` (excluded), and how many distinct terms each passage has, (passages,) int64."""
        terms, counts, ends = self._forward
        bounds = np.concatenate([[ends[first - 1] if first else 0], ends[first:last]])
        part = slice(int(bounds[0]), int(bounds[-1]))
        return np.asarray(terms[part]), np.asarray(counts[part]), np.diff(bounds)


@dataclass(frozen=True, slots=True)
class Postings:
    """The passages that have a term.

    Attributes:
        slots: (n,) int32, their slots, sorted.
        scores: (n,) float32, BM25 of the term in each.
    """

    slots: npt.NDArray[np.int32]
    scores: npt.NDArray[np.float32]


class LexicalIndex:
    """BM25 over all passages of an index. It may be used by several threads.

    Args:
        segments: the counts of each segment. Slots are numbered through all segments.
        alive: (slots,) bool, False for a passage that is no longer in the index; None if all are.
        k1, b: saturation and length normalisation.
    """

    def __init__(
        self,
        segments: Sequence[TermCounts],
        alive: npt.NDArray[np.bool_] | None,
        k1: float,
        b: float,
    ) -> None:
        self._segments = segments
        self._starts = np.cumsum([0, *(len(segment.lengths) for segment in segments)]).tolist()
        self._alive = alive
        self._k1, self._b = k1, b

    @cached_property
    def words(self) -> int:
        """How many terms all passages have together, with repeats."""
        return sum(
            int(np.sum(segment.lengths, dtype=np.int64, where=where))
            for segment, where in zip(self._segments, self._alive_parts, strict=True)
        )

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        return self._starts[-1] if self._alive is None else int(np.count_nonzero(self._alive))

    @cached_property
    def _alive_parts(self) -> list[Any]:
        """For each segment, which of its passages are in the index: a bool array, or True for
        all."""
        parts = pairwise(self._starts)
        return [True if self._alive is None else self._alive[start:end] for start, end in parts]

    @cached_property
    def _norms(self) -> npt.NDArray[np.float32]:
        """(slots,) float32: the length normalisation of each passage."""
        lengths = np.concatenate([segment.lengths for segment in self._segments])
        average = self.words / max(1, self.passages)
        return length_norm(lengths, average, self._k1, self._b).astype(np.float32)

    def postings(self, columns: Sequence[int | None]) -> Postings:
        """The passages that have a term, and its BM25 in each.

        Args:
            columns: the term's column in each segment; None for a segment without it. At least one
                segment must have it.
        """
        slots, counts = [], []
        for segment, start, column in zip(self._segments, self._starts, columns, strict=False):
            if column is None:
                continue
            rows, times = segment.column(column)
            slots.append(rows + np.int32(start) if start else rows)
            counts.append(times)
        found, times = np.concatenate(slots), np.concatenate(counts)
        if self._alive is not None:
            kept = self._alive[found]
            found, times = found[kept], times[kept]
        weight = np.float32(idf(len(found), self.passages))
        return Postings(found, weight * saturation(times.astype(np.float32), self._norms[found]))

    def scores(
        self, postings: Sequence[Postings], times: Sequence[float] | npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float32]:
        """(slots,) float32: BM25 of every passage for a query.

        Args:
            postings: of each term of the query.
            times: how often the query has each term.
        """
        scores = np.zeros(self._starts[-1], np.float32)
        for one, weight in zip(postings, times, strict=True):
            scores[one.slots] += one.scores * np.float32(weight)
        return scores


def held(
    postings: Sequence[Postings], slots: npt.NDArray[np.integer[Any]]
) -> npt.NDArray[np.bool_]:
    """(slots, terms) bool: whether each passage has each term."""
    found = np.zeros((len(slots), len(postings)), np.bool_)
    wanted = slots.astype(np.int32)  # with another type, searchsorted would copy each array
    for at, one in enumerate(postings):
        places = np.minimum(np.searchsorted(one.slots, wanted), len(one.slots) - 1)
        found[:, at] = one.slots[places] == wanted
    return found


def best(
    scores: npt.NDArray[np.float32], depth: int, allowed: npt.NDArray[np.bool_] | None
) -> npt.NDArray[np.int64]:
    """The slots with the ``depth`` highest scores above 0, and those with the same score as the
    last of them.

    Args:
        scores: (slots,) float32.
        allowed: (slots,) bool; slots with False are left out. None allows all.
    """
    possible = scores if allowed is None else np.where(allowed, scores, np.float32(0))
    rows = np.flatnonzero(possible > 0)
    if len(rows) > depth:
        there = possible[rows]
        rows = rows[there >= np.partition(there, len(rows) - depth)[len(rows) - depth]]
    return rows
