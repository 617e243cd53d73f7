"""Where the passages of an index stand: in slots of segments, each with a row in the index.

A segment is a folder that is written once. A whole generation has one. A generation that changes
another has two: its base, of which some releases count no longer, and what is new. A slot is where
a passage is stored, counted through the segments; a row is its number in the order of (release id,
ordinal), which everybody outside sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.dense import DenseSegment
from rag.indexing.lexical import TermCounts
from rag.indexing.records import RecordReader

if TYPE_CHECKING:
    import numpy.typing as npt

FILE = "order.npy"


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment, open for reading; rows count within it.

    Attributes:
        place: the folder of the generation that wrote it.
        manifest: of that generation.
        records, terms, dense: its parts.
    """

    place: Path
    manifest: dict[str, Any]
    records: RecordReader
    terms: TermCounts
    dense: DenseSegment

    @staticmethod
    def open(place: Path, manifest: dict[str, Any]) -> Segment:
        """Open the files in a generation's folder."""
        return Segment(
            place,
            manifest,
            RecordReader(place, manifest["languages"]),
            TermCounts(place),
            DenseSegment(place, manifest["dense"]),
        )


class Order:
    """Slots to rows and back. Tells the segments which of their releases count.

    Args:
        segments: the records of each.
        order: (releases,) the releases that count, numbered through the segments, in the order of
            their ids; None where there is one segment and all of it counts.
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
        self._place = np.zeros(len(counts), np.int64)  # of each release, in the order
        self._place[order] = np.arange(len(order))
        # Of each release its first slot, of each place in the order its first row.
        self._first_slot: npt.NDArray[np.int64] = np.cumsum(counts) - counts
        self._first_row: npt.NDArray[np.int64] = np.cumsum(counts[order]) - counts[order]

    def slots(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The slots of rows."""
        if self.alive is None:
            return rows
        place = np.searchsorted(self._first_row, rows, "right") - 1
        found: npt.NDArray[np.int64] = self._first_slot[self._order[place]] - self._first_row[place]
        return found + rows

    def rows(self, slots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The rows of slots that count."""
        if self.alive is None:
            return slots
        release = np.searchsorted(self._first_slot, slots, "right") - 1
        found: npt.NDArray[np.int64] = self._first_row[self._place[release]]
        return found - self._first_slot[release] + slots

    def split(
        self, slots: npt.NDArray[np.int64]
    ) -> Iterator[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
        """The segments that some slots are in: the number of each, which of the slots these are,
        and their rows within it."""
        for number, (start, end) in enumerate(pairwise(self.starts)):
            here = np.flatnonzero((slots >= start) & (slots < end))
            if len(here):
                yield number, here, slots[here] - start
