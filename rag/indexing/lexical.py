"""BM25 over analysed terms: built by the ``bm25s`` library, kept as plain arrays.

Scoring formula: Robertson et al. 1994 in Lucene's form (Kamphuis et al. 2020), computed for every
term and passage when the index is built (Lù 2024, BM25S): a query sums the columns of its terms.
The columns are read here directly, memory-mapped, so that a question does not wait for the
library's import; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

FOLDER = "lexical"
_ARRAYS = ("data", "indices", "indptr")
FILES = tuple(f"{FOLDER}/{name}.npy" for name in _ARRAYS)


def write_lexical(
    folder: Path, passages: Sequence[Sequence[str]], *, k1: float, b: float
) -> dict[str, int]:
    """Build and write the index of passages given as lists of terms.

    Returns:
        The vocabulary, term to column, columns in the order of the sorted terms.
    """
    vocabulary = {term: n for n, term in enumerate(sorted({t for p in passages for t in p}))}
    arrays = _build(passages, vocabulary, k1, b)
    (folder / FOLDER).mkdir()
    for name in _ARRAYS:
        np.save(folder / FOLDER / f"{name}.npy", arrays[name])
    return vocabulary


def _build(
    passages: Sequence[Sequence[str]], vocabulary: dict[str, int], k1: float, b: float
) -> dict[str, npt.NDArray[Any]]:
    if not vocabulary:
        return {
            "data": np.empty(0, np.float32),
            "indices": np.empty(0, np.int32),
            "indptr": np.zeros(1, np.int64),
        }
    import bm25s

    index = bm25s.BM25(method="lucene", k1=k1, b=b, csc_backend="numpy")
    ids = [[vocabulary[term] for term in passage] for passage in passages]
    index.index((ids, dict(vocabulary)), create_empty_token=False, show_progress=False)
    return {
        "data": np.asarray(index.scores["data"], np.float32),
        "indices": np.asarray(index.scores["indices"], np.int32),
        "indptr": np.asarray(index.scores["indptr"], np.int64),
    }


class LexicalIndex:
    """Reads what ``write_lexical`` wrote; memory-mapped, safe from several threads."""

    def __init__(self, folder: Path, passages: int) -> None:
        self._passages = passages
        self._data, self._indices, self._indptr = (
            np.load(folder / FOLDER / f"{name}.npy", mmap_mode="r") for name in _ARRAYS
        )

    def scores(self, columns: Sequence[int]) -> npt.NDArray[np.float32]:
        """BM25 of every passage for a query given as columns, repeats counted; (passages,)."""
        scores = np.zeros(self._passages, np.float32)
        for column in columns:
            start, end = self._indptr[column], self._indptr[column + 1]
            scores[self._indices[start:end]] += self._data[start:end]
        return scores

    def document_frequency(self, column: int) -> int:
        """In how many passages the term stands."""
        return int(self._indptr[column + 1] - self._indptr[column])

    def rows(self, column: int) -> npt.NDArray[np.int32]:
        """The passages in which the term stands, sorted."""
        found: npt.NDArray[np.int32] = self._indices[
            self._indptr[column] : self._indptr[column + 1]
        ]
        return found
