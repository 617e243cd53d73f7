"""Write the counts of terms of a segment, by passage and by term (see ``lexical``)."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.files import array_header
from rag.indexing.lexical import FOLDER, TermCounts

if TYPE_CHECKING:
    import numpy.typing as npt

_MOST_OF_A_TERM = 65_535
# How many postings are sorted into columns at a time. This bounds the memory.
_AT_A_TIME = 500_000
# How many passages are copied at a time.
_PASSAGES = 65_536


class TermWriter:
    """Takes the terms of passages in the order of their rows, then writes the index."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._folder.mkdir()
        self._numbers: dict[str, int] = {}  # terms numbered in the order of their first occurrence
        self._lengths = array("I")  # how many distinct terms each passage has
        self._terms = (self._folder / "terms.part").open("wb")
        self._counts = (self._folder / "counts.part").open("wb")

    def add(self, terms: Sequence[str]) -> None:
        """Add the next passage by its terms, with repeats."""
        counts = Counter(terms)
        numbers = [self._numbers.setdefault(term, len(self._numbers)) for term in counts]
        capped = [min(count, _MOST_OF_A_TERM) for count in counts.values()]
        self._append(
            np.array(numbers, np.int32), np.array(capped, np.uint16), np.array([len(counts)])
        )

    def copy(self, index: TermCounts, vocabulary: Sequence[str], first: int, last: int) -> None:
        """Add the passages ``first`` to ``last`` (excluded) of a segment as the next ones.

        Args:
            index: the counts of the segment.
            vocabulary: its terms, by column.
        """
        for start in range(first, last, _PASSAGES):
            terms, counts, lengths = index.forward(start, min(start + _PASSAGES, last))
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

    def write(self) -> dict[str, int]:
        """Write the arrays. Nothing can be added afterwards.

        Returns:
            The column of each term. Columns are numbered in the order of the sorted terms.
        """
        self.close()
        vocabulary = {term: column for column, term in enumerate(sorted(self._numbers))}
        column_of = np.zeros(len(vocabulary), np.int32)
        for term, number in self._numbers.items():
            column_of[number] = vocabulary[term]
        ends = np.cumsum(np.frombuffer(self._lengths, np.uint32), dtype=np.int64)
        np.save(self._folder / "ends.npy", ends)
        total = int(ends[-1]) if len(ends) else 0
        self._finish("terms", total, "<i4", column_of)
        self._finish("counts", total, "<u2", None)
        _write_columns(self._folder, len(vocabulary))
        return vocabulary

    def _finish(
        self, name: str, size: int, kind: str, column_of: npt.NDArray[np.int32] | None
    ) -> None:
        """Turn a ``.part`` file into a ``.npy`` file. With ``column_of``, numbers of terms become
        columns."""
        part = self._folder / f"{name}.part"
        with part.open("rb") as source, (self._folder / f"{name}.npy").open("wb") as target:
            array_header(target, np.dtype(kind), (size,))
            while data := source.read(_AT_A_TIME * np.dtype(kind).itemsize):
                values = np.frombuffer(data, kind)
                target.write(
                    data if column_of is None else column_of[values].astype(kind).tobytes()
                )
        part.unlink()


def _write_columns(folder: Path, columns: int) -> None:
    """Write the counts by term, from the counts by passage, for some passages at a time."""
    terms = np.load(folder / "terms.npy", mmap_mode="r")
    counts = np.load(folder / "counts.npy", mmap_mode="r")
    ends = np.load(folder / "ends.npy")
    frequency = np.zeros(columns, np.int64)
    lengths = np.zeros(len(ends), np.int32)
    for first, last, start, end in _parts(ends):
        frequency += np.bincount(terms[start:end], minlength=columns)
        before = np.concatenate([[0], np.cumsum(counts[start:end], dtype=np.int64)])
        bounds = np.concatenate([[start], ends[first:last]]) - start
        lengths[first:last] = np.diff(before[bounds])
    np.save(folder / "lengths.npy", lengths)
    indptr = np.concatenate([[0], np.cumsum(frequency)])
    np.save(folder / "indptr.npy", indptr)
    data = _create(folder / "data.npy", np.uint16, len(terms))
    indices = _create(folder / "indices.npy", np.int32, len(terms))
    free = indptr[:-1].copy()
    for first, last, start, end in _parts(ends):
        column = np.asarray(terms[start:end])
        row = np.repeat(
            np.arange(first, last), np.diff(np.concatenate([[start], ends[first:last]]))
        )
        order = np.argsort(column, kind="stable")
        sorted_columns = column[order]
        here = np.bincount(column, minlength=columns)
        begins = np.concatenate([[0], np.cumsum(here)[:-1]])
        places = free[sorted_columns] + np.arange(len(order)) - begins[sorted_columns]
        data[places] = counts[start:end][order]
        indices[places] = row[order]
        free += here
    for mapped in (data, indices):
        if isinstance(mapped, np.memmap):
            mapped.flush()


def _parts(ends: npt.NDArray[np.int64]) -> Iterator[tuple[int, int, int, int]]:
    """Ranges of passages and of their postings: (first, last, start, end), ends excluded."""
    first = start = 0
    while first < len(ends):
        last = max(first + 1, int(np.searchsorted(ends, start + _AT_A_TIME, side="right")))
        end = int(ends[last - 1])
        yield first, last, start, end
        first, start = last, end


def _create(path: Path, kind: Any, size: int) -> npt.NDArray[Any]:
    """A ``.npy`` file to fill in any order, memory-mapped unless it is empty."""
    if size == 0:
        np.save(path, np.empty(0, kind))
        return np.empty(0, kind)
    return np.lib.format.open_memmap(path, "w+", kind, (size,))
