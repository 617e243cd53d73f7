"""Write the vectors of a segment, their FAISS index and their moments (see ``dense``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.dense import (
    AT_A_TIME,
    EXACT_UP_TO,
    FAISS,
    MARGIN,
    MOMENTS,
    VECTORS,
    DenseSegment,
    is_exact,
    library,
    singles,
)  # fmt: skip
from rag.indexing.files import array_header

if TYPE_CHECKING:
    import numpy.typing as npt

_RECALL, _NEIGHBOURS, _SHORTEST = 0.995, 10, 200
# The codes are learnt from about this many vectors, evenly spread.
_LEARN_FROM = 50_000
# The codes are learnt again if the corpus has grown or shrunk by this factor.
_OUTGROWN = 2.0

Told = Callable[[int, int], None]


class VectorWriter:
    """Writes vectors to a file row by row, in constant memory. Written rows can be read back.

    Args:
        folder: where the file is created.
        passages: how many rows will be written.
        dimension: of the vectors.
        exact: whether to write float32; float16 otherwise.
    """

    def __init__(self, folder: Path, passages: int, dimension: int, *, exact: bool) -> None:
        # Half precision changes a cosine by about 1e-5. A large index then reads half as much.
        self._kind = np.dtype("<f4" if exact else "<f2")
        self._dimension = dimension
        self._stream = (folder / VECTORS).open("w+b")
        array_header(self._stream, self._kind, (passages, dimension))
        self._head = self._stream.tell()

    def add(self, vectors: npt.NDArray[np.floating[Any]]) -> None:
        """Write the next rows, (rows, dimension)."""
        self._stream.write(np.ascontiguousarray(vectors, self._kind).tobytes())

    def row(self, row: int) -> npt.NDArray[np.float32]:
        """(dimension,) float32: a row that was written."""
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
    previous: DenseSegment | None = None,
    progress: Told = lambda done, total: None,
) -> dict[str, Any]:
    """Write the FAISS index and the moments of the vectors of a whole index.

    Args:
        folder: already holds the vectors; the new files are written there.
        probes: returns (m, dimension) float32, the questions with which recall is measured. It is
            called only if new codes are learnt.
        previous: a segment of nearly the same passages; its coding is kept if it fits.
        progress: called with the number of indexed vectors and the number of all vectors.

    Returns:
        The kind of index, the reason, and for codes the length of the shortlist and the recall
        that was measured when they were learnt. It is written into the manifest.
    """
    faiss = library()
    vectors = np.load(folder / VECTORS, mmap_mode="r")
    passages, dimension = vectors.shape
    np.save(folder / MOMENTS, moments(vectors))
    if is_exact(passages):
        index = faiss.IndexFlatIP(dimension)
        made: dict[str, Any] = {
            "kind": "IndexFlatIP",
            "reason": f"every vector is compared, as up to {EXACT_UP_TO} passages",
        }
    elif previous is not None and fits(previous.made, passages):
        index, made = previous.empty(), previous.made
    else:
        made = {"kind": _coded_kind(dimension), "learnt_from": passages}
        index = faiss.index_factory(dimension, made["kind"], faiss.METRIC_INNER_PRODUCT)
        index.by_residual = False
        step = max(1, passages // _LEARN_FROM)
        index.train(np.ascontiguousarray(vectors[::step], np.float32))
    for start, part in _chunks(vectors):
        index.add(part)
        progress(start + len(part), passages)
    faiss.write_index(index, str(folder / FAISS))
    if "learnt_from" in made and "shortlist" not in made:
        shortlist, recall = _long_enough(index, vectors, probes())
        made |= {
            "reason": (
                f"more than {EXACT_UP_TO} passages: every code is compared, then the vectors of "
                f"{MARGIN} shortlists; one is the shortest with recall@{_NEIGHBOURS} of {_RECALL}"
            ),
            "shortlist": shortlist,
            "recall": round(recall, 4),
        }
    return made


def write_change(folder: Path, base: DenseSegment, gone: npt.NDArray[np.int64]) -> None:
    """Write the FAISS index and the moments for a segment that changes another one.

    Args:
        folder: already holds the vectors of the segment; the new files are written there.
        base: the segment that is changed. Its coding is used, and its moments are updated.
        gone: (n,) int64, rows of ``base`` that are no longer in the index.
    """
    vectors = np.load(folder / VECTORS, mmap_mode="r")
    index = base.empty()
    for _start, part in _chunks(vectors):
        index.add(part)
    library().write_index(index, str(folder / FAISS))
    np.save(folder / MOMENTS, changed_moments(base, gone, vectors))


def keeps(base: DenseSegment, passages: int) -> bool:
    """Whether an index that grows or shrinks to ``passages`` passages can keep its kind of index
    and its codes."""
    if "learnt_from" in base.made:
        return not is_exact(passages) and fits(base.made, passages)
    return is_exact(passages)


def fits(made: dict[str, Any], passages: int) -> bool:
    """Whether a coding fits an index with that many passages: it was learnt from a corpus between
    half and twice as large.

    Args:
        made: what ``write_dense`` returned.
    """
    learnt_from: int = made.get("learnt_from", 0)
    return learnt_from > 0 and 1 / _OUTGROWN <= passages / learnt_from <= _OUTGROWN


def _coded_kind(dimension: int) -> str:
    """The FAISS name of the index: 4 bits for each pair of dimensions, or for each larger group if
    the number of dimensions is odd."""
    group = next(size for size in (2, 3, 5, dimension) if dimension % size == 0)
    # An inverted file with one list, because the plain index of codes does not support filters.
    return f"IVF1,PQ{dimension // group}x4fs"


def _long_enough(
    index: Any, vectors: npt.NDArray[Any], probes: npt.NDArray[np.float32]
) -> tuple[int, float]:
    """The shortest length of a shortlist, doubled from ``_SHORTEST`` on, with enough recall; and
    its recall, 0 to 1."""
    true = exact_neighbours(vectors, probes)
    length = _SHORTEST
    while True:
        length = min(length, len(vectors))
        _, found = index.search(probes, length)
        recall = float(np.mean([np.isin(t, f).mean() for t, f in zip(true, found, strict=True)]))
        if recall >= _RECALL or length == len(vectors):
            return length, recall
        length *= 2


def exact_neighbours(
    vectors: npt.NDArray[Any], probes: npt.NDArray[np.float32]
) -> npt.NDArray[np.int64]:
    """(m, 10) int64: the rows of the nearest vectors of each probe, in no order."""
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
    for start in range(0, len(vectors), AT_A_TIME):
        yield start, singles(vectors[start : start + AT_A_TIME])


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


def changed_moments(
    base: DenseSegment, gone: npt.NDArray[np.int64], added: npt.NDArray[Any]
) -> npt.NDArray[np.float32]:
    """The ``moments`` of the vectors of ``base`` without the rows ``gone`` and with ``added``."""
    mean, covariance = (part.astype(np.float64) for part in (base.moments[0], base.moments[1:]))
    passages = len(base.vectors) - len(gone) + len(added)
    # The sums are taken over vectors minus the mean of the base, so that they stay small.
    total, squares = np.zeros_like(mean), covariance * len(base.vectors)
    starts = range(0, len(gone), AT_A_TIME)
    left = (base.vectors[gone[start : start + AT_A_TIME]] for start in starts)
    came = (part for _start, part in _chunks(added))
    for sign, parts in ((-1.0, left), (1.0, came)):
        for part in parts:
            centred = part.astype(np.float64) - mean
            total += sign * centred.sum(axis=0)
            squares += sign * (centred.T @ centred)
    shift = total / passages
    return np.vstack([mean + shift, squares / passages - np.outer(shift, shift)]).astype(np.float32)
