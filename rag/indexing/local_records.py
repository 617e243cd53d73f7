"""The releases and passages of an index in files, through all its segments."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from rag.indexing.catalogue import Catalogue
from rag.indexing.records import RecordReader
from rag.indexing.segments import Order
from rag.types import Filters, Passage, Release, ReleaseSummary, StoredStatement

if TYPE_CHECKING:
    import numpy.typing as npt


class LocalRecords:
    """Releases and passages of all segments (see ``rag.indexing.engine.Records``)."""

    def __init__(self, segments: Sequence[RecordReader], order: Order) -> None:
        self._segments = segments
        self._order = order

    def passages(self, rows: Sequence[int]) -> list[tuple[Release, Passage]]:
        found: dict[int, tuple[Release, Passage]] = {}
        slots = self._order.slots(np.array(rows, np.int64))
        for number, here, own in self._order.split(slots):
            found |= zip(here.tolist(), map(self._segments[number].passage, own), strict=True)
        return [found[at] for at in range(len(slots))]

    def release(self, release_id: str) -> Release | None:
        return self._held(release_id)[0]

    def passages_of(self, release_id: str) -> list[Passage]:
        release, segment = self._held(release_id)
        return segment.passages_of(release) if release else []

    def titles_with(self, wording: bytes) -> set[str]:
        """The titles of the releases that have a passage with that wording."""
        return {title for one in self._segments for title in one.titles_with(wording)}

    def _held(self, release_id: str) -> tuple[Release | None, RecordReader]:
        """A release and the segment that holds it; None and the first segment if there is none."""
        for segment in self._segments:
            release = segment.release(release_id)
            if release is not None:
                return release, segment
        return None, self._segments[0]

    def slots_of(self, release_id: str) -> list[int]:
        """The slots of a release's passages, in order; empty if there is no such release."""
        for start, one in zip(self._order.starts, self._segments, strict=False):
            rows = one.rows_of(release_id)
            if rows:
                return [start + row for row in rows]
        return []

    def release_ids(self) -> list[str]:
        return sorted(release_id for one in self._segments for release_id in one.stated())

    def summaries(self) -> list[ReleaseSummary]:
        found = [summary for one in self._segments for summary in one.summaries()]
        return sorted(found, key=lambda summary: summary.id)

    def statements(self) -> list[StoredStatement]:
        found = [one for segment in self._segments for one in segment.statements()]
        return sorted(found, key=lambda one: (one.release_id, one.statement.quote.start))

    def release_digests(self) -> dict[str, str]:
        return {
            release_id: digest
            for one in self._segments
            for release_id, (_row, digest, _source) in one.stated().items()
        }

    def slot_with(self, digest: bytes) -> int | None:
        """A slot whose passage has an encoded text with that digest; None if there is none."""
        for start, one in zip(self._order.starts, self._segments, strict=False):
            row = one.row_with(digest)
            if row is not None:
                return start + row
        return None

    def allowed(self, filters: Filters) -> npt.NDArray[np.bool_] | None:
        """(slots,) bool: whether the filters leave each passage; None if there are no filters."""
        parts = [part for one in self._segments if (part := one.allowed(filters)) is not None]
        return np.concatenate(parts) if parts else None

    def days(
        self, slots: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """First and last possible day of each slot's release, as in ``Candidates``."""
        low, high = np.zeros(len(slots), np.int32), np.zeros(len(slots), np.int32)
        for number, here, own in self._order.split(slots):
            low[here], high[here] = self._segments[number].days(own)
        return low, high

    def catalogue(self) -> Catalogue:
        """What is said of the releases as a whole."""
        return Catalogue.of(self._segments)

    def count_names(
        self, releases: npt.NDArray[np.int64], most: int
    ) -> tuple[list[tuple[str, int]], int]:
        """The most frequent names of some releases.

        Args:
            releases: their numbers in the catalogue, sorted.
            most: how many names are given.

        Returns:
            Each name with how many of the releases have it, the most frequent first, those with
            equal counts by name; and how many names there are in all.
        """
        every: list[str] | None = None
        if len(self._segments) > 1:
            every, places = self._names
            counts = np.zeros(len(every), np.int64)
        before = 0
        for number, segment in enumerate(self._segments):
            size = len(segment.alive)
            here = releases[(releases >= before) & (releases < before + size)] - before
            if every is None:
                counts = segment.count_names(here)
            else:
                counts[places[number]] += segment.count_names(here)
            before += size
        held = np.flatnonzero(counts)
        first = held[np.argsort(-counts[held], kind="stable")[:most]].tolist()
        if every is None:
            in_order = sorted(first)
            named = dict(zip(in_order, self._segments[0].names(in_order), strict=True))
        else:
            named = {number: every[number] for number in first}
        return [(named[number], int(counts[number])) for number in first], len(held)

    @cached_property
    def _names(self) -> tuple[list[str], list[npt.NDArray[np.int64]]]:
        """The names of all segments, sorted, and for each segment the places of its own."""
        own = [segment.names() for segment in self._segments]
        every = sorted({name for names in own for name in names})
        place = {name: number for number, name in enumerate(every)}
        return every, [np.array([place[name] for name in names], np.int64) for names in own]

    def quoted_in(self) -> list[dict[tuple[int, int], list[int]]]:
        """For each segment the slots of the passages in which each statement's quote begins, by the
        row of its release in the segment and the start of the quote."""
        return [
            {key: [start + row for row in rows] for key, rows in one.quoted_in().items()}
            for start, one in zip(self._order.starts, self._segments, strict=False)
        ]

    def close(self) -> None:
        for one in self._segments:
            one.close()
