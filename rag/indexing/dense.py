"""Nearest vectors by inner product, on FAISS; vectors are of unit length, so it is the cosine.

Scores are put on the scale of the corpus: with the mean m and covariance C of all vectors, a
question q has mean score q·m and variance qᵀCq over the whole corpus, exactly, without a scan.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

VECTORS, FAISS, MOMENTS = "vectors.npy", "dense.faiss", "moments.npy"
FILES = (VECTORS, FAISS, MOMENTS)


def _faiss() -> Any:
    """The library, imported late; its stubs do not know the Python layer's arguments."""
    import faiss

    return faiss


def write_dense(folder: Path, vectors: npt.NDArray[np.float32]) -> dict[str, str]:
    """Write the vectors and what is derived from them.

    Args:
        vectors: (passages, dimension) float32, rows of unit length.

    Returns:
        Which index was made and why, for the manifest.
    """
    faiss = _faiss()
    np.save(folder / VECTORS, vectors)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, str(folder / FAISS))
    np.save(folder / MOMENTS, moments(vectors))
    return {"kind": "IndexFlatIP", "reason": "exact search"}


def moments(vectors: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """(dimension + 1, dimension) float32: the mean, then the covariance (divided by n)."""
    exact = vectors.astype(np.float64)
    mean = exact.mean(axis=0)
    centred = exact - mean
    covariance = centred.T @ centred / len(vectors)
    return np.vstack([mean, covariance]).astype(np.float32)


class DenseIndex:
    """Reads what ``write_dense`` wrote; memory-mapped, safe from several threads."""

    def __init__(self, folder: Path) -> None:
        faiss = _faiss()
        self.vectors: npt.NDArray[np.float32] = np.load(folder / VECTORS, mmap_mode="r")
        self._moments: npt.NDArray[np.float32] = np.load(folder / MOMENTS)
        self._index: Any = faiss.read_index(str(folder / FAISS), faiss.IO_FLAG_MMAP_IFC)

    def search(
        self,
        query: npt.NDArray[np.float32],
        k: int,
        allowed: npt.NDArray[np.bool_] | None = None,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The k nearest rows and their cosines, best first; fewer when there are fewer.

        Args:
            query: (dimension,) float32 of unit length.
            allowed: (passages,) bool; rows where it is False are not considered.
        """
        faiss = _faiss()
        total = len(self.vectors)
        possible = total if allowed is None else int(allowed.sum())
        k = min(k, possible)
        if k < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        parameters = None
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
        scores, rows = self._index.search(query[None], k, params=parameters)
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]

    def scores(
        self, query: npt.NDArray[np.float32], rows: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        """Cosines of the given rows, (len(rows),) float32."""
        result: npt.NDArray[np.float32] = self.vectors[rows] @ query
        return result

    def scale(self, query: npt.NDArray[np.float32]) -> tuple[float, float]:
        """Mean and standard deviation of this question's cosine over the whole corpus."""
        exact = query.astype(np.float64)
        mean = float(self._moments[0] @ exact)
        variance = float(exact @ self._moments[1:].astype(np.float64) @ exact)
        return mean, max(variance, 0.0) ** 0.5
