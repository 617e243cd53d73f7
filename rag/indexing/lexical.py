"""BM25 over analysed terms, kept as plain arrays that are read memory-mapped.

Scoring formula: Robertson et al. 1994 in Lucene's form (Kamphuis et al. 2020), computed for every
term and passage when the index is built (Lù 2024, BM25S): a query sums the columns of its terms.
The ``bm25s`` library holds a whole corpus in memory to build the same; here it is written passage
by passage, in memory that grows with the vocabulary alone. A test holds the two equal.

Two views of the same counts: by passage ("forward", what an update copies), and by term, with the
scores ("columns", what a search reads).
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.files import array_header

if TYPE_CHECKING:
    import numpy.typing as npt

FOLDER = "lexical"
_COLUMNS = ("data", "indices", "indptr", "moments")
_FORWARD = ("terms", "counts", "ends")
FILES = tuple(f"{FOLDER}/{name}.npy" for name in (*_COLUMNS, *_FORWARD))
_MOST_OF_A_TERM = 65_535
# Postings turned at a time from passages to columns: bounds memory, not speed.
_AT_A_TIME = 500_000


class TermWriter:
    """Takes the terms of passages in the order of their rows, then writes the index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._folder.mkdir()
        self._numbers: dict[str, int] = {}  # by first appearance, until all terms are known
        self._lengths = array("I")  # distinct terms of each passage
        self._terms = (self._folder / "terms.part").open("wb")
        self._counts = (self._folder / "counts.part").open("wb")

    def add(self, terms: Sequence[str]) -> None:
        """The terms of the next passage, repeats kept."""
        counts = Counter(terms)
        numbers = [self._numbers.setdefault(term, len(self._numbers)) for term in counts]
        capped = [min(count, _MOST_OF_A_TERM) for count in counts.values()]
        self._append(
            np.array(numbers, np.int32), np.array(capped, np.uint16), np.array([len(counts)])
        )

    def copy(self, index: LexicalIndex, vocabulary: Sequence[str], first: int, last: int) -> None:
        """The passages ``first`` to ``last`` (excluded) of another index are the next ones.

        Args:
            vocabulary: that index's terms by column.
        """
        terms, counts, lengths = index.forward(first, last)
        used = np.unique(terms)
        new = np.zeros(len(vocabulary), np.int32)
        new[used] = [
            self._numbers.setdefault(vocabulary[column], len(self._numbers))
            for column in used.tolist()
        ]
        self._append(new[terms], counts, lengths)

    def _append(
        self,
        terms: npt.NDArray[np.int32],
        counts: npt.NDArray[np.uint16],
        lengths: npt.NDArray[Any],
    ) -> None:
        self._terms.write(terms.astype("<i4").tobytes())
        self._counts.write(counts.astype("<u2").tobytes())
        self._lengths.frombytes(lengths.astype(np.uint32).tobytes())

    def close(self) -> None:
        self._terms.close()
        self._counts.close()

    def write(self, *, k1: float, b: float) -> dict[str, int]:
        """Write the arrays; nothing can be added afterwards.

        Returns:
            The vocabulary, term to column, columns in the order of the sorted terms.
        """
        self.close()
        vocabulary = {term: column for column, term in enumerate(sorted(self._numbers))}
        column_of = np.zeros(len(vocabulary), np.int32)
        for term, number in self._numbers.items():
            column_of[number] = vocabulary[term]
        ends = np.cumsum(np.frombuffer(self._lengths, np.uint32), dtype=np.int64)
        np.save(self._folder / "ends.npy", ends)
        postings = int(ends[-1]) if len(ends) else 0
        self._finish("terms", postings, "<i4", column_of)
        self._finish("counts", postings, "<u2", None)
        _write_columns(self._folder, len(vocabulary), k1, b)
        return vocabulary

    def _finish(
        self, name: str, size: int, kind: str, column_of: npt.NDArray[np.int32] | None
    ) -> None:
        """Turn a ``.part`` into a ``.npy``, terms renumbered as columns on the way."""
        part = self._folder / f"{name}.part"
        with part.open("rb") as source, (self._folder / f"{name}.npy").open("wb") as target:
            array_header(target, np.dtype(kind), (size,))
            while data := source.read(_AT_A_TIME * np.dtype(kind).itemsize):
                values = np.frombuffer(data, kind)
                target.write(
                    data if column_of is None else column_of[values].astype(kind).tobytes()
                )
        part.unlink()


def _write_columns(folder: Path, columns: int, k1: float, b: float) -> None:
    """The scores by term, from the counts by passage, a part of the passages at a time."""
    terms = np.load(folder / "terms.npy", mmap_mode="r")
    counts = np.load(folder / "counts.npy", mmap_mode="r")
    ends = np.load(folder / "ends.npy")
    total = len(terms)
    passages = len(ends)
    frequency = np.zeros(columns, np.int64)
    words = np.zeros(passages, np.int64)
    for first, last, start, end in _parts(ends):
        frequency += np.bincount(terms[start:end], minlength=columns)
        held = np.concatenate([[0], np.cumsum(counts[start:end], dtype=np.int64)])
        bounds = np.concatenate([[start], ends[first:last]]) - start
        words[first:last] = np.diff(held[bounds])
    indptr = np.concatenate([[0], np.cumsum(frequency)])
    np.save(folder / "indptr.npy", indptr)
    data = _create(folder / "data.npy", np.float32, total)
    indices = _create(folder / "indices.npy", np.int32, total)
    average = float(words.mean()) if passages else 0.0
    moments = np.zeros((2, columns))
    free = indptr[:-1].copy()
    for first, last, start, end in _parts(ends):
        column = np.asarray(terms[start:end])
        row = np.repeat(
            np.arange(first, last), np.diff(np.concatenate([[start], ends[first:last]]))
        )
        score = bm25(
            counts[start:end], words[row], frequency[column], passages, average, k1, b
        ).astype(np.float32)
        order = np.argsort(column, kind="stable")
        sorted_columns = column[order]
        here = np.bincount(column, minlength=columns)
        begins = np.concatenate([[0], np.cumsum(here)[:-1]])
        places = free[sorted_columns] + np.arange(len(order)) - begins[sorted_columns]
        data[places] = score[order]
        indices[places] = row[order]
        free += here
        exact = score.astype(np.float64)
        moments[0] += np.bincount(column, exact, columns)
        moments[1] += np.bincount(column, exact**2, columns)
    np.save(folder / "moments.npy", moments)
    for mapped in (data, indices):
        if isinstance(mapped, np.memmap):
            mapped.flush()


def bm25(
    count: npt.NDArray[Any],
    length: npt.NDArray[Any],
    frequency: npt.NDArray[Any],
    passages: int,
    average: float,
    k1: float,
    b: float,
) -> npt.NDArray[np.float64]:
    """Lucene's BM25 of a term in a passage, 0 where it is absent; the arrays broadcast.

    Args:
        count: how often the term stands in the passage, tf.
        length: terms of the passage, dl.
        frequency: in how many passages the term stands, df.
        passages: how many there are, N.
        average: mean length.

    ``ln(1 + (N - df + 1/2) / (df + 1/2)) · tf / (tf + k1 (1 - b + b dl / average))``
    """
    tf = np.asarray(count, np.float64)
    idf = np.log1p((passages - frequency + 0.5) / (frequency + 0.5))
    saturation = k1 * (1 - b + b * length / max(average, 1e-9))
    result: npt.NDArray[np.float64] = idf * np.divide(
        tf,
        tf + saturation,
        out=np.zeros(np.broadcast_shapes(tf.shape, saturation.shape)),
        where=tf > 0,
    )
    return result


def _parts(ends: npt.NDArray[np.int64]) -> Iterator[tuple[int, int, int, int]]:
    """Passages ``first`` to ``last`` with their postings ``start`` to ``end``, a part at a time."""
    first = start = 0
    while first < len(ends):
        last = max(first + 1, int(np.searchsorted(ends, start + _AT_A_TIME, side="right")))
        end = int(ends[last - 1])
        yield first, last, start, end
        first, start = last, end


def _create(path: Path, kind: Any, size: int) -> npt.NDArray[Any]:
    """A ``.npy`` to fill in any order; an empty one cannot be mapped."""
    if size == 0:
        np.save(path, np.empty(0, kind))
        return np.empty(0, kind)
    return np.lib.format.open_memmap(path, "w+", kind, (size,))


class LexicalIndex:
    """Reads what ``TermWriter`` wrote; memory-mapped, safe from several threads."""

    def __init__(self, folder: Path, passages: int) -> None:
        self._folder = folder / FOLDER
        self._passages = passages
        self._data, self._indices, self._indptr, self._moments = (
            np.load(self._folder / f"{name}.npy", mmap_mode="r") for name in _COLUMNS
        )

    def scores(
        self, columns: Sequence[int], times: Sequence[float] | npt.NDArray[np.float64]
    ) -> npt.NDArray[np.float32]:
        """BM25 of every passage, (passages,), for a query that has each column so many times."""
        scores = np.zeros(self._passages, np.float32)
        for column, weight in zip(columns, times, strict=True):
            start, end = self._indptr[column], self._indptr[column + 1]
            scores[self._indices[start:end]] += self._data[start:end] * np.float32(weight)
        return scores

    def statistics(
        self, columns: Sequence[int]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Of each column: in how many passages its term stands, the sum of its scores and the sum
        of their squares; three times (columns,)."""
        chosen = np.array(columns, np.int64)
        frequency = self._indptr[chosen + 1] - self._indptr[chosen]
        return frequency, self._moments[0][chosen], self._moments[1][chosen]

    def rows(self, column: int) -> npt.NDArray[np.int32]:
        """The passages in which the term stands, sorted."""
        found: npt.NDArray[np.int32] = self._indices[
            self._indptr[column] : self._indptr[column + 1]
        ]
        return found

    def held(
        self, columns: Sequence[int], rows: npt.NDArray[np.integer[Any]]
    ) -> npt.NDArray[np.bool_]:
        """(rows, columns) bool: whether the term stands in the passage."""
        found = np.zeros((len(rows), len(columns)), np.bool_)
        rows = rows.astype(np.int32)  # or the search would copy each column
        for at, column in enumerate(columns):
            holders = self.rows(column)
            places = np.minimum(np.searchsorted(holders, rows), len(holders) - 1)
            found[:, at] = holders[places] == rows
        return found

    @property
    def words(self) -> int:
        """Terms of all passages, repeats counted."""
        counts = np.load(self._folder / "counts.npy", mmap_mode="r")
        return int(counts.sum(dtype=np.int64))

    def forward(
        self, first: int, last: int
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint16], npt.NDArray[np.int64]]:
        """Columns and counts of the passages ``first`` to ``last`` (excluded), and how many
        distinct terms each has."""
        terms, counts, ends = (
            np.load(self._folder / f"{name}.npy", mmap_mode="r") for name in _FORWARD
        )
        bounds = np.concatenate([[ends[first - 1] if first else 0], ends[first:last]])
        part = slice(int(bounds[0]), int(bounds[-1]))
        return np.asarray(terms[part]), np.asarray(counts[part]), np.diff(bounds)


def best(
    scores: npt.NDArray[np.float32], depth: int, allowed: npt.NDArray[np.bool_] | None
) -> npt.NDArray[np.int64]:
    """The rows with the ``depth`` highest scores above 0, and what ties with the last of them."""
    possible = scores if allowed is None else np.where(allowed, scores, np.float32(0))
    rows = np.flatnonzero(possible > 0)
    if len(rows) > depth:
        there = possible[rows]
        rows = rows[there >= np.partition(there, len(rows) - depth)[len(rows) - depth]]
    return rows
