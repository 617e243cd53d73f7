"""Find the nearest vectors by inner product, with FAISS. All vectors have unit length, so the inner
product is the cosine.

The number of passages decides the kind of index. Up to ``EXACT_UP_TO`` passages, every vector is
compared; of an index with few of them by numpy, since FAISS takes longer to import. For more
passages, codes of two bits a dimension (product quantization: Jégou, Douze,
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

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

VECTORS, FAISS, MOMENTS = "vectors.npy", "dense.faiss", "moments.npy"
FILES = (VECTORS, FAISS, MOMENTS)

# Comparing 50,000 vectors takes about as long as the rest of a search.
EXACT_UP_TO = 50_000
AT_A_TIME = 16_384
MARGIN = 4
# If the filters allow at most this many passages, all their vectors are compared.
_FEW = 4_096
# To compare so many vectors takes a millisecond, to import FAISS forty.
_WITHOUT_FAISS = 1_024


def library() -> Any:
    """The library, imported late. Untyped, because its stubs lack arguments of the Python layer."""
    import faiss

    return faiss


def is_exact(passages: int) -> bool:
    """Whether an index with that many passages compares every vector."""
    return passages <= EXACT_UP_TO


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
        self.made = made
        self._folder = folder
        self.vectors: npt.NDArray[Any] = np.load(folder / VECTORS, mmap_mode="r")
        self.moments: npt.NDArray[np.float32] = np.load(folder / MOMENTS)

    @cached_property
    def faiss_index(self) -> Any:
        """The FAISS index, read when it is needed first."""
        faiss = library()
        return faiss.read_index(str(self._folder / FAISS), faiss.IO_FLAG_MMAP_IFC)

    def empty(self) -> Any:
        """An empty FAISS index with the same coding."""
        faiss, old = library(), self.faiss_index
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
        faiss = library()
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
            coded = "learnt_from" in self.made
            kind = faiss.SearchParametersIVF if coded else faiss.SearchParameters
            parameters = kind(sel=selector)
        scores, rows = self.faiss_index.search(query[None], length, params=parameters)
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
        self._shortlist: int = MARGIN * segments[0].made.get("shortlist", 0)
        if self._starts[-1] > _WITHOUT_FAISS:
            # An update may delete the files while they are in use.
            for segment in segments:
                segment.faiss_index  # noqa: B018

    def search(
        self, query: npt.NDArray[np.float32], k: int, allowed: npt.NDArray[np.bool_] | None = None
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
        few = total <= _WITHOUT_FAISS
        if not (self._shortlist or few):
            slots, scores = self._listed(query, k, allowed)
            order = np.lexsort((slots, -scores))
            return slots[order], scores[order]
        length = max(self._shortlist, 4 * k)
        if few or possible <= max(_FEW, length):
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
        for start in range(0, len(slots), AT_A_TIME):
            part = slots[start : start + AT_A_TIME]
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
    # In one call of three factors numpy takes fifty times as long.
    variance = float(np.einsum("i,i", exact, np.einsum("ij,j->i", covariance, exact)))
    return float(np.einsum("i,i", mean, exact)), max(variance, 0.0) ** 0.5
