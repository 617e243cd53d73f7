"""Nearest vectors by inner product, on FAISS; vectors are of unit length, so it is the cosine.

The index is chosen by size. Up to ``EXACT_UP_TO`` passages every vector is compared. Beyond, they
are grouped around centroids (inverted file, Jégou, Douze, Schmid 2011) in 8 bits a dimension, as
many groups are searched as it took to find 99 of 100 true neighbours of the corpus's own sentences
put as questions, and what is found is compared anew with the vectors themselves.

Scores are put on the scale of the corpus: with the mean m and covariance C of all vectors, a
question q has mean score q·m and variance qᵀCq over the whole corpus, exactly, without a scan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.files import array_header

if TYPE_CHECKING:
    import numpy.typing as npt

VECTORS, FAISS, MOMENTS, GROUPS = "vectors.npy", "dense.faiss", "moments.npy", "groups.npy"
FILES = (VECTORS, FAISS, MOMENTS, GROUPS)

# A scan of 50,000 vectors takes about as long as the rest of a search.
EXACT_UP_TO = 50_000
_RECALL, _NEIGHBOURS, _DEPTH = 0.99, 10, 200
_AT_A_TIME = 16_384
# Vectors that the centroids are learnt from, for each of them.
_PER_CENTROID = 40
# Up to this many permitted passages their vectors are compared one by one.
_FEW = 4_096
# The corpus has grown or shrunk so far that its groups are learnt anew.
_OUTGROWN = 2.0

Told = Callable[[int, int], None]


def _faiss() -> Any:
    """The library, imported late; its stubs do not know the Python layer's arguments."""
    import faiss

    return faiss


def is_exact(passages: int) -> bool:
    """Whether an index of that many passages compares every vector."""
    return passages <= EXACT_UP_TO


class VectorWriter:
    """Writes the vectors row by row, in memory that does not grow; what was written can be read."""

    def __init__(self, folder: Path, passages: int, dimension: int) -> None:
        # Half precision moves a cosine by about 1e-5 and halves what a large index reads.
        self._kind = np.dtype("<f4" if is_exact(passages) else "<f2")
        self._dimension = dimension
        self._stream = (folder / VECTORS).open("w+b")
        array_header(self._stream, self._kind, (passages, dimension))
        self._head = self._stream.tell()
        self.rows = 0

    def add(self, vectors: npt.NDArray[np.floating[Any]]) -> None:
        """(rows, dimension): the next rows."""
        self._stream.write(np.ascontiguousarray(vectors, self._kind).tobytes())
        self.rows += len(vectors)

    def row(self, row: int) -> npt.NDArray[np.float32]:
        """A row that was written."""
        size = self._kind.itemsize * self._dimension
        self._stream.seek(self._head + row * size)
        data = self._stream.read(size)
        self._stream.seek(0, 2)
        return np.frombuffer(data, self._kind).astype(np.float32)

    def close(self) -> None:
        self._stream.close()


def write_dense(
    folder: Path,
    probes: Callable[[], npt.NDArray[np.float32]],
    previous: DenseIndex | None = None,
    kept: npt.NDArray[np.int64] | None = None,
    told: Told = lambda done, total: None,
) -> dict[str, Any]:
    """Write what is derived from the vectors, which are in ``folder`` already.

    Args:
        probes: gives (m, dimension) float32, questions to measure recall with; called only where
            the index is not exact.
        previous: an index of nearly the same passages, whose groups may be kept.
        kept: (passages,) the row in ``previous`` that has the same vector, or -1.
        told: how many vectors are indexed, of how many.

    Returns:
        Which index was made, why, and how well it finds, for the manifest.
    """
    faiss = _faiss()
    vectors = np.load(folder / VECTORS, mmap_mode="r")
    passages, dimension = vectors.shape
    np.save(folder / MOMENTS, moments(vectors))
    if is_exact(passages):
        index = faiss.IndexFlatIP(dimension)
        for start in range(0, passages, _AT_A_TIME):
            index.add(np.asarray(vectors[start : start + _AT_A_TIME], np.float32))
            told(min(start + _AT_A_TIME, passages), passages)
        faiss.write_index(index, str(folder / FAISS))
        np.save(folder / GROUPS, np.empty(0, np.int32))
        reason = f"exact: every vector is compared, up to {EXACT_UP_TO} passages"
        return {"kind": "IndexFlatIP", "reason": reason}

    if previous is not None and not _fits(previous, passages):
        previous = None
    trained_on = passages if previous is None else previous.trained_on
    index, groups = _grouped(vectors, previous, kept, told)
    faiss.write_index(index, str(folder / FAISS))
    np.save(folder / GROUPS, groups)
    searched, recall = _enough_groups(index, vectors, probes())
    return {
        "kind": f"IVF{index.nlist},SQ8",
        "reason": (
            f"more than {EXACT_UP_TO} passages: the fewest groups with recall@{_NEIGHBOURS} of "
            f"{_RECALL} are searched; what is found is scored exactly"
        ),
        "groups": int(index.nlist),
        "searched": searched,
        "recall": round(recall, 4),
        "trained_on": trained_on,
    }


def _fits(previous: DenseIndex, passages: int) -> bool:
    """Whether the groups of an earlier index still fit."""
    learnt = previous.trained_on
    return learnt > 0 and 1 / _OUTGROWN <= passages / learnt <= _OUTGROWN


def _grouped(
    vectors: npt.NDArray[Any],
    previous: DenseIndex | None,
    kept: npt.NDArray[np.int64] | None,
    told: Told,
) -> tuple[Any, npt.NDArray[np.int32]]:
    """An inverted file over the vectors, and the group of each."""
    faiss = _faiss()
    passages, dimension = vectors.shape
    groups = np.full(passages, -1, np.int32)
    if previous is not None:
        index = previous.empty()
        if kept is not None:
            groups[kept >= 0] = previous.groups[kept[kept >= 0]]
    else:
        count = 2 ** round(np.log2(4 * passages**0.5))
        quantizer = faiss.IndexFlatIP(dimension)
        index = faiss.IndexIVFScalarQuantizer(
            quantizer, dimension, count, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
        )
        index.by_residual = False
        index.own_fields = True
        quantizer.this.disown()
        index.cp.niter = 8
        step = max(1, passages // (_PER_CENTROID * count))
        index.train(np.ascontiguousarray(vectors[::step], np.float32))
    centroids = index.quantizer
    for start in range(0, passages, _AT_A_TIME):
        part = np.ascontiguousarray(vectors[start : start + _AT_A_TIME], np.float32)
        own = groups[start : start + len(part)]  # a view: filled in here
        new = own < 0
        if new.any():
            _, nearest = centroids.search(part[new], 1)
            own[new] = nearest[:, 0]
        ids = np.arange(start, start + len(part), dtype=np.int64)
        chosen = own.astype(np.int64)
        pointers = (faiss.swig_ptr(values) for values in (part, ids, chosen))
        index.add_core(len(part), *pointers)
        told(start + len(part), passages)
    return index, groups


def _enough_groups(
    index: Any, vectors: npt.NDArray[Any], probes: npt.NDArray[np.float32]
) -> tuple[int, float]:
    """The fewest groups to search for the recall wanted, and the recall that they reach."""
    faiss = _faiss()
    true = _exact_neighbours(vectors, probes)
    searched, recall = 8, 0.0
    while True:
        searched = min(searched, index.nlist)
        _, found = index.search(probes, _DEPTH, params=faiss.SearchParametersIVF(nprobe=searched))
        recall = float(
            np.mean([np.isin(t, f).mean() for t, f in zip(true, found, strict=True)])
        )  # what is found is scored with the true vectors: the true ones among it come first
        if recall >= _RECALL or searched == index.nlist:
            return searched, recall
        searched = round(searched * 1.5)


def _exact_neighbours(
    vectors: npt.NDArray[Any], probes: npt.NDArray[np.float32]
) -> npt.NDArray[np.int64]:
    """(m, 10) rows of the nearest vectors."""
    best = np.full((len(probes), _NEIGHBOURS), -2.0, np.float32)
    rows = np.full((len(probes), _NEIGHBOURS), -1, np.int64)
    for start, part in _chunks(vectors):
        scores = np.concatenate([best, probes @ part.T], axis=1)
        own = np.broadcast_to(np.arange(start, start + len(part)), (len(probes), len(part)))
        numbers = np.concatenate([rows, own], axis=1)
        top = np.argpartition(-scores, _NEIGHBOURS - 1, axis=1)[:, :_NEIGHBOURS]
        best = np.take_along_axis(scores, top, axis=1)
        rows = np.take_along_axis(numbers, top, axis=1)
    return rows


def _chunks(vectors: npt.NDArray[Any]) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
    for start in range(0, len(vectors), _AT_A_TIME):
        yield start, np.asarray(vectors[start : start + _AT_A_TIME], np.float32)


def moments(vectors: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """(dimension + 1, dimension) float32: the mean, then the covariance (divided by n)."""
    dimension = vectors.shape[1]
    total = np.zeros(dimension)
    for _start, part in _chunks(vectors):
        total += part.sum(axis=0, dtype=np.float64)
    mean = total / len(vectors)
    covariance = np.zeros((dimension, dimension))
    for _start, part in _chunks(vectors):
        centred = part - mean.astype(np.float32)
        covariance += centred.T @ centred
    return np.vstack([mean, covariance / len(vectors)]).astype(np.float32)


class DenseIndex:
    """Reads what ``write_dense`` wrote; memory-mapped, safe from several threads.

    Args:
        made: what ``write_dense`` returned.
    """

    def __init__(self, folder: Path, made: dict[str, Any]) -> None:
        faiss = _faiss()
        self.vectors: npt.NDArray[Any] = np.load(folder / VECTORS, mmap_mode="r")
        self._folder = folder
        self._moments: npt.NDArray[np.float32] = np.load(folder / MOMENTS)
        self._index: Any = faiss.read_index(str(folder / FAISS), faiss.IO_FLAG_MMAP_IFC)
        self._searched: int = made.get("searched", 0)
        self.trained_on: int = made.get("trained_on", 0)

    @property
    def groups(self) -> npt.NDArray[np.int32]:
        """(passages,) the group of each; empty where the index is exact."""
        held: npt.NDArray[np.int32] = np.load(self._folder / GROUPS, mmap_mode="r")
        return held

    def empty(self) -> Any:
        """An index with the same groups and nothing in them."""
        faiss = _faiss()
        copy = faiss.read_index(str(self._folder / FAISS))
        copy.reset()
        return copy

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
        possible = total if allowed is None else int(np.count_nonzero(allowed))
        k = min(k, possible)
        if k < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if self._searched and possible <= max(_FEW, k):
            rows = np.arange(total) if allowed is None else np.flatnonzero(allowed)
            return self._ordered(query, rows, k)
        selector = None
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(bits)
        if not self._searched:
            parameters = faiss.SearchParameters(sel=selector) if selector else None
            scores, found = self._index.search(query[None], k, params=parameters)
            held = found[0] >= 0
            return found[0][held], scores[0][held]
        # Where few are permitted they lie in more groups; and never are fewer than k returned.
        searched = min(self._index.nlist, self._searched * total // possible)
        while True:
            parameters = faiss.SearchParametersIVF(sel=selector, nprobe=searched)
            _, found = self._index.search(query[None], max(k, _DEPTH), params=parameters)
            rows = found[0][found[0] >= 0]
            if len(rows) >= k or searched >= self._index.nlist:
                return self._ordered(query, rows, k)
            searched = min(self._index.nlist, 4 * searched)

    def _ordered(
        self, query: npt.NDArray[np.float32], rows: npt.NDArray[np.int64], k: int
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        rows = np.sort(rows)  # neighbours on the disk are read together
        scores = self.scores(query, rows)
        order = np.lexsort((rows, -scores))[:k]
        return rows[order], scores[order]

    def scores(
        self, query: npt.NDArray[np.float32], rows: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        """Cosines of the given rows, (len(rows),) float32."""
        result: npt.NDArray[np.float32] = self.vectors[rows].astype(np.float32) @ query
        return result

    def scale(self, query: npt.NDArray[np.float32]) -> tuple[float, float]:
        """Mean and standard deviation of this question's cosine over the whole corpus."""
        exact = query.astype(np.float64)
        mean = float(self._moments[0] @ exact)
        variance = float(exact @ self._moments[1:].astype(np.float64) @ exact)
        return mean, max(variance, 0.0) ** 0.5
