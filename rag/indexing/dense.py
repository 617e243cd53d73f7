"""Find the nearest vectors by inner product, with FAISS. All vectors have unit length, so the inner
product is the cosine.

The number of passages decides the kind of index. Up to ``EXACT_UP_TO`` passages, every vector is
compared. For more passages, codes of two bits a dimension (product quantization: Jégou, Douze,
Schmid 2011; scanned in registers: André, Kermarrec, Le Scouarnec 2015) give a shortlist of the
whole corpus, which is then ordered by the vectors themselves. Its length is measured with sentences
of the corpus as questions: four times the length that holds 995 of 1,000 true neighbours. A user's
questions lie further away (of 200,000 passages a list of 800 holds 0.97 of their neighbours, a list
of 3,200 holds 0.99). Graphs and inverted files are worse here: the vectors of one model lie in a
narrow cone, and the neighbours of a question lie in many groups (benchmarks/RESULTS.md).

Each segment of an index has its own vectors and codes. All segments use the same coding, so their
lists can be merged. Passages that are no longer in the index are skipped.

Scores are standardised over the corpus. With the mean m and covariance C of all vectors, a question
q has the mean score q·m and the variance qᵀCq over the whole corpus, exactly and without a scan. An
update changes m and C by the vectors that it adds and removes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.files import array_header

if TYPE_CHECKING:
    import numpy.typing as npt

VECTORS, FAISS, MOMENTS = "vectors.npy", "dense.faiss", "moments.npy"
FILES = (VECTORS, FAISS, MOMENTS)

# Comparing 50,000 vectors takes about as long as the rest of a search.
EXACT_UP_TO = 50_000
_RECALL, _NEIGHBOURS, _SHORTEST = 0.995, 10, 200
_AT_A_TIME = 16_384
_MARGIN = 4
# The codes are learnt from about this many vectors, evenly spread.
_LEARN_FROM = 50_000
# If the filters allow at most this many passages, all their vectors are compared.
_FEW = 4_096
# The codes are learnt again if the corpus has grown or shrunk by this factor.
_OUTGROWN = 2.0

Told = Callable[[int, int], None]


def _faiss() -> Any:
    """The library, imported late. Untyped, because its stubs lack arguments of the Python layer."""
    import faiss

    return faiss


def is_exact(passages: int) -> bool:
    """Whether an index with that many passages compares every vector."""
    return passages <= EXACT_UP_TO


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
    faiss = _faiss()
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
                f"{_MARGIN} shortlists; one is the shortest with recall@{_NEIGHBOURS} of {_RECALL}"
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
    _faiss().write_index(index, str(folder / FAISS))
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
    for start in range(0, len(vectors), _AT_A_TIME):
        yield start, singles(vectors[start : start + _AT_A_TIME])


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
    starts = range(0, len(gone), _AT_A_TIME)
    left = (base.vectors[gone[start : start + _AT_A_TIME]] for start in starts)
    came = (part for _start, part in _chunks(added))
    for sign, parts in ((-1.0, left), (1.0, came)):
        for part in parts:
            centred = part.astype(np.float64) - mean
            total += sign * centred.sum(axis=0)
            squares += sign * (centred.T @ centred)
    shift = total / passages
    return np.vstack([mean + shift, squares / passages - np.outer(shift, shift)]).astype(np.float32)


class DenseSegment:
    """The vectors of one segment, memory-mapped.

    Args:
        folder: the folder of the segment.
        made: what ``write_dense`` returned.

    Attributes:
        made: the same.
        vectors: (passages, dimension) float32 or float16.
        moments: as ``moments`` returns them, of the whole index.
    """

    def __init__(self, folder: Path, made: dict[str, Any]) -> None:
        faiss = _faiss()
        self.made = made
        self.vectors: npt.NDArray[Any] = np.load(folder / VECTORS, mmap_mode="r")
        self.moments: npt.NDArray[np.float32] = np.load(folder / MOMENTS)
        self._index: Any = faiss.read_index(str(folder / FAISS), faiss.IO_FLAG_MMAP_IFC)

    def empty(self) -> Any:
        """An empty FAISS index with the same coding."""
        faiss, old = _faiss(), self._index
        if "learnt_from" not in self.made:
            return faiss.IndexFlatIP(old.d)
        made = faiss.index_factory(old.d, self.made["kind"], faiss.METRIC_INNER_PRODUCT)
        made.by_residual = False
        made.quantizer.add(old.quantizer.reconstruct_n(0, old.nlist))
        made.pq = old.pq
        made.is_trained = True
        return made

    def listed(
        self, query: npt.NDArray[np.float32], length: int, allowed: npt.NDArray[np.bool_] | None
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The best rows as FAISS finds them, (n,) int64, and its scores, (n,) float32.

        Args:
            query: (dimension,) float32 of unit length.
            length: how many rows are wanted.
            allowed: (passages,) bool; rows with False are not searched. None allows all.
        """
        if not len(self.vectors):
            return np.empty(0, np.int64), np.empty(0, np.float32)
        faiss = _faiss()
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
            coded = "learnt_from" in self.made
            kind = faiss.SearchParametersIVF if coded else faiss.SearchParameters
            parameters = kind(sel=selector)
        scores, rows = self._index.search(query[None], length, params=parameters)
        found = rows[0] >= 0
        return rows[0][found], scores[0][found]


class DenseIndex:
    """Nearest vectors of all segments. It may be used by several threads. Slots are numbered
    through all segments.

    Args:
        segments: one or more, the base first. The last one has the moments of the whole index.
    """

    def __init__(self, segments: Sequence[DenseSegment]) -> None:
        self.segments = segments
        self.moments = segments[-1].moments
        self._starts = np.cumsum([0, *(len(segment.vectors) for segment in segments)])
        self._shortlist: int = _MARGIN * segments[0].made.get("shortlist", 0)

    def search(
        self,
        query: npt.NDArray[np.float32],
        k: int,
        allowed: npt.NDArray[np.bool_] | None = None,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The k nearest slots, (n,) int64, and their cosines, (n,) float32, best first. There are
        fewer than k if fewer are allowed.

        Args:
            query: (dimension,) float32 of unit length.
            allowed: (slots,) bool; slots with False are not searched. None allows all.
        """
        total = int(self._starts[-1])
        possible = total if allowed is None else int(np.count_nonzero(allowed))
        k = min(k, possible)
        if k < 1:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if not self._shortlist:
            slots, scores = self._listed(query, k, allowed)
            order = np.lexsort((slots, -scores))
            return slots[order], scores[order]
        length = max(self._shortlist, 4 * k)
        if possible <= max(_FEW, length):
            slots = np.arange(total) if allowed is None else np.flatnonzero(allowed)
        else:
            slots = np.sort(self._listed(query, length, allowed)[0])
        scores = self.scores(query, slots)
        order = np.argsort(-scores, kind="stable")[:k]  # the slots are sorted
        return slots[order], scores[order]

    def _listed(
        self, query: npt.NDArray[np.float32], length: int, allowed: npt.NDArray[np.bool_] | None
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The best slots of all segments by FAISS's own scores, and these scores, in no order."""
        found = []
        for segment, (start, end) in zip(self.segments, pairwise(self._starts), strict=True):
            part = None if allowed is None else allowed[start:end]
            rows, scores = segment.listed(query, length, part)
            found.append((rows + start, scores))
        if len(found) == 1:
            return found[0]
        slots, scores = (np.concatenate(parts) for parts in zip(*found, strict=True))
        if len(slots) > length:
            best = np.argpartition(-scores, length - 1)[:length]
            slots, scores = slots[best], scores[best]
        return slots, scores

    def take(self, slots: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """(n, dimension) float32: the vectors in those slots."""
        if len(self.segments) == 1:
            return singles(self.segments[0].vectors[slots])
        taken = np.empty((len(slots), self.moments.shape[1]), self.segments[0].vectors.dtype)
        for segment, (start, end) in zip(self.segments, pairwise(self._starts), strict=True):
            here = np.flatnonzero((slots >= start) & (slots < end))
            if len(here):
                taken[here] = segment.vectors[slots[here] - start]
        return singles(taken)

    def scores(
        self, query: npt.NDArray[np.float32], slots: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float32]:
        """(n,) float32: cosines of the vectors in those slots."""
        scores = np.empty(len(slots), np.float32)
        for start in range(0, len(slots), _AT_A_TIME):
            part = slots[start : start + _AT_A_TIME]
            scores[start : start + len(part)] = products(self.take(part), query)
        return scores

    def scale(self, query: npt.NDArray[np.float32]) -> tuple[float, float]:
        """Mean and standard deviation of a question's cosine over the whole corpus."""
        return scale(self.moments, query)


def singles(vectors: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """The vectors as float32: float16 is converted exactly, other values are returned as float32.

    numpy's conversion of float16 takes five times as long, which would be most of a search. Here
    the bits are moved to their positions in float32. The exponent is then too small by 112.
    """
    if vectors.dtype != np.float16:
        return np.asarray(vectors, np.float32)
    bits = np.asarray(vectors).view(np.int16).astype(np.int32)
    bits <<= 13
    bits &= -0x70002000  # keep the sign and the moved bits, clear the copies of the sign
    found = bits.view(np.float32)
    found *= np.float32(2.0**112)
    return found


def products(
    vectors: npt.NDArray[np.float32], query: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """(n,) float32: inner products of (n, dimension) float32 with (dimension,) float32.

    BLAS is not used: after such a small product its threads keep spinning for tens of milliseconds
    and block the cores for the reader. The median answer took 146 ms with BLAS, 102 ms without.
    """
    found: npt.NDArray[np.float32] = np.einsum("ij,j->i", vectors, query)
    return found


def scale(moments: npt.NDArray[np.float32], query: npt.NDArray[np.float32]) -> tuple[float, float]:
    """Mean and standard deviation of a question's cosine with the vectors of these moments.

    Args:
        moments: (dimension + 1, dimension), as ``moments`` returns them.
        query: (dimension,) float32 of unit length.
    """
    exact = query.astype(np.float64)
    mean, covariance = moments[0].astype(np.float64), moments[1:].astype(np.float64)
    variance = float(np.einsum("i,ij,j", exact, covariance, exact))
    return float(np.einsum("i,i", mean, exact)), max(variance, 0.0) ** 0.5
