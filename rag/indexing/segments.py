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
        for one in segments:
            one.alive, alive = np.split(alive, [len(one.alive)])
        first_slot = np.concatenate([[0], np.cumsum(counts)[:-1]])[order]
        counts = counts[order]
        first_row = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self._slots = np.repeat(first_slot - first_row, counts) + np.arange(counts.sum())
        self._rows = np.full(self.starts[-1], -1, np.int64)
        self._rows[self._slots] = np.arange(len(self._slots))
        self.alive = self._rows >= 0

    def slots(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The slots of rows."""
        return rows if self.alive is None else self._slots[rows]

    def rows(self, slots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The rows of slots; -1 for one that counts no longer."""
        return slots if self.alive is None else self._rows[slots]

    def split(
        self, slots: npt.NDArray[np.int64]
    ) -> Iterator[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
        """The segments that some slots are in: the number of each, which of the slots these are,
        and their rows within it."""
        for number, (start, end) in enumerate(pairwise(self.starts)):
            here = np.flatnonzero((slots >= start) & (slots < end))
            if len(here):
                yield number, here, slots[here] - start
