"""The segments of an index, and the numbering of its passages by slots and rows.

A segment is a folder that is written once. A whole generation has one segment. A generation that
changes another one has two: its base, some of whose releases are no longer in the index, and a
segment with what is new. A slot is the position at which a passage is stored, numbered through all
segments. A row is its number in the order of (release id, ordinal). Code outside this package uses
rows only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.dense import DenseSegment
from rag.indexing.lexical import TermCounts
from rag.indexing.places import PlaceIndex
from rag.indexing.records import RecordReader
from rag.lazy import dataclass

if TYPE_CHECKING:
    import numpy.typing as npt

FILE = "order.npy"


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment, open for reading. Its rows are numbered from 0.

    Attributes:
        place: the folder of the generation that wrote it.
        manifest: the manifest of that generation.
        records, terms, dense: its releases and passages, its term counts and its vectors.
        places: where its words stand.
    """

    place: Path
    manifest: dict[str, Any]
    records: RecordReader
    terms: TermCounts
    dense: DenseSegment
    places: PlaceIndex

    @staticmethod
    def open(place: Path, manifest: dict[str, Any]) -> Segment:
        """Open the files in a generation's folder.

        Args:
            place: the folder.
            manifest: its manifest.
        """
        return Segment(
            place,
            manifest,
            RecordReader(place, manifest["languages"]),
            TermCounts(place),
            DenseSegment(place, manifest["dense"]),
            PlaceIndex(place),
        )


class Order:
    """Converts slots to rows and back. It also sets ``alive`` of each segment's records.

    Args:
        segments: the records of each segment.
        order: (releases,) int32, the releases that are in the index, numbered through all segments,
            in the order of their ids; None if there is one segment and all its releases are.

    Attributes:
        starts: the first slot of each segment, then the number of all slots.
        alive: (slots,) bool, whether each passage is in the index; None if all are.
    """

    def __init__(
        self, segments: Sequence[RecordReader], order: npt.NDArray[np.int32] | None = None
    ) -> None:
        self.starts: list[int] = np.cumsum([0, *(len(one.release_of) for one in segments)]).tolist()
        self.alive: npt.NDArray[np.bool_] | None = None
        if order is None:
            return
        counts = np.concatenate([one.counts for one in segments])
        alive = np.zeros(len(counts), np.bool_)
        alive[order] = True
        first = 0
        for one in segments:
            one.alive = alive[first : first + len(one.alive)]
            first += len(one.alive)
        self.alive = np.repeat(alive, counts)
        self._order = order
        self._place = np.zeros(len(counts), np.int64)  # position of each release in the order
        self._place[order] = np.arange(len(order))
        # The first slot of each release, and the first row of each position in the order.
        self._first_slot: npt.NDArray[np.int64] = np.cumsum(counts) - counts
        self._first_row: npt.NDArray[np.int64] = np.cumsum(counts[order]) - counts[order]

    def slots(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """(n,) int64: the slots of some rows."""
        if self.alive is None:
            return rows
        place = np.searchsorted(self._first_row, rows, "right") - 1
        found: npt.NDArray[np.int64] = self._first_slot[self._order[place]] - self._first_row[place]
        return found + rows

    def rows(self, slots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """(n,) int64: the rows of some slots, which must be in the index."""
        if self.alive is None:
            return slots
        release = np.searchsorted(self._first_slot, slots, "right") - 1
        found: npt.NDArray[np.int64] = self._first_row[self._place[release]]
        return found - self._first_slot[release] + slots

    def split(
        self, slots: npt.NDArray[np.int64]
    ) -> Iterator[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
        """Split slots by segment. For each segment with some of the slots: its number, the indexes
        into ``slots``, and the rows within the segment."""
        for number, (start, end) in enumerate(pairwise(self.starts)):
            here = np.flatnonzero((slots >= start) & (slots < end))
            if len(here):
                yield number, here, slots[here] - start
