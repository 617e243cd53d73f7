"""The engine ``local``: an index that is searched in its files on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.expression import Expression
from rag.indexing import files, lexical
from rag.indexing.catalogue import Catalogue
from rag.indexing.dense import DenseIndex
from rag.indexing.engine import Candidates, Described, Terms
from rag.indexing.lexical import LexicalIndex
from rag.indexing.matching import Matched, Matcher
from rag.indexing.records import RecordReader
from rag.indexing.segments import Order, Segment
from rag.types import Filters, Passage, Release, ReleaseSummary, StoredStatement

if TYPE_CHECKING:
    import numpy.typing as npt

# If the filters leave at most this many passages, all of them are candidates.
_EVERY_ONE = 4_096


class LocalIndex(Described):
    """One generation in files, open for reading (see ``rag.indexing.engine.Index``).

    Args:
        folder: the index folder, as given.
        generation: name of the generation.
        manifest: its manifest.
        segments: one segment, or the base and the segment with what is new.
        order: as in ``rag.indexing.segments.Order``.
    """

    def __init__(
        self,
        folder: Path,
        generation: str,
        manifest: dict[str, Any],
        segments: Sequence[Segment],
        order: npt.NDArray[np.int32] | None = None,
    ) -> None:
        self.engine = "local"
        self.folder = folder
        self.generation = generation
        self.manifest = manifest
        self.segments = tuple(segments)
        readers = [segment.records for segment in segments]
        self.order = Order(readers, order)
        self.records = LocalRecords(readers, self.order)
        self.dense = DenseIndex([segment.dense for segment in segments])
        bm25 = manifest["recipe"]["bm25"]
        self.lexical = LexicalIndex(
            [segment.terms for segment in segments], self.order.alive, bm25["k1"], bm25["b"]
        )

    @property
    def size(self) -> int:
        """Its size in bytes."""
        there = (path for one in self.segments for path in one.place.rglob("*"))
        return sum(path.stat().st_size for path in there if path.is_file())

    def damaged(self) -> list[str]:
        """The files that have changed since they were written, relative to the generation's folder.
        All files are read."""
        return [
            file if one is self.segments[-1] else f"../{one.place.name}/{file}"
            for one in self.segments
            for file, digest in sorted(one.manifest["files"].items())
            if not files.matches(one.place / file, digest)
        ]

    def terms(self, asked: Sequence[str]) -> Terms:
        columns = [segment.records.columns(asked) for segment in self.segments]
        found = {
            term: self.lexical.postings([held.get(term) for held in columns])
            for term in dict.fromkeys(asked)
            if any(term in held for held in columns)
        }
        # A term may occur only in releases that are no longer in the index.
        known = tuple(term for term, postings in found.items() if len(postings.slots))
        postings = [found[term] for term in known]
        return Terms(
            tuple(asked),
            known,
            np.array([len(one.slots) for one in postings], np.int64),
            np.array([one.scores.sum(dtype=np.float64) for one in postings]),
            np.array([np.square(one.scores, dtype=np.float64).sum() for one in postings]),
            tuple(postings),
        )

    def dense_scale(self, vector: npt.NDArray[np.float32]) -> tuple[float, float]:
        return self.dense.scale(vector)

    def candidates(
        self, vector: npt.NDArray[np.float32], terms: Terms, filters: Filters, depth: int, k: int
    ) -> Candidates:
        allowed = self.records.allowed(filters)
        if filters.expression is not None:
            meeting = self.match(filters.expression).passages
            allowed = meeting if allowed is None else allowed & meeting
        possible = self.passages if allowed is None else int(np.count_nonzero(allowed))
        if possible == 0:
            return Candidates.none(len(terms.known))
        depth = possible if possible <= _EVERY_ONE else min(possible, depth)
        near, cosines = self._nearest(vector, depth, k, allowed)
        scores = self.lexical.scores(terms.postings, terms.times)
        slots = _each_once(near, lexical.best(scores, depth, allowed))
        rows = self.order.rows(slots)
        by_row = np.argsort(rows)
        rows, slots = rows[by_row], slots[by_row]
        low, high = self.records.days(slots)
        return Candidates(
            possible=possible,
            rows=rows,
            dense=self.dense.scores(vector, slots),
            lexical=scores[slots],
            held=lexical.held(terms.postings, slots),
            low=low,
            high=high,
            nearest=float(cosines[0]),
        )

    def _nearest(
        self,
        vector: npt.NDArray[np.float32],
        depth: int,
        k: int,
        allowed: npt.NDArray[np.bool_] | None,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The nearest slots and their cosines, best first. The search goes deeper as long as all
        passages from the k-th on have the same score, so that the key decides between equal
        passages and not the order in which they were found."""
        allowed = self.order.alive if allowed is None else allowed
        while True:
            slots, scores = self.dense.search(vector, depth, allowed)
            last = depth >= self.passages or len(slots) < depth
            if last or scores[-1] < scores[min(k, depth) - 1]:
                return slots, scores
            depth = min(self.passages, 4 * depth)

    def vectors(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """(n, dimension) float32: the vectors of the passages in these rows."""
        return self.dense.take(self.order.slots(rows))

    def vectors_of(self, release_id: str) -> npt.NDArray[np.float32] | None:
        """(n, dimension) float32: the vectors of a release's passages, in order."""
        slots = self.records.slots_of(release_id)
        return self.dense.take(np.array(slots, np.int64))

    def days(
        self, rows: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """First and last possible day of the release of each row, as in ``Candidates``."""
        return self.records.days(self.order.slots(rows))

    @cached_property
    def catalogue(self) -> Catalogue:
        """What it says of its releases as a whole. Read once, then kept."""
        return self.records.catalogue()

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self)

    def match(self, expression: Expression) -> Matched:
        return self._matcher.match(expression)

    def vocabulary(self) -> list[str]:
        """All terms of all segments, sorted."""
        return sorted({term for one in self.segments for term in one.records.vocabulary()})

    def passage_terms(self) -> Iterator[list[tuple[str, int]]]:
        """For every passage, in the order of the rows, its terms and how often it has each."""
        vocabularies = [segment.records.vocabulary() for segment in self.segments]
        for row in range(self.passages):
            for number, _, (at,) in self.order.split(self.order.slots(np.array([row]))):
                columns, counts, _lengths = self.segments[number].terms.forward(at, at + 1)
                names = [vocabularies[number][column] for column in columns.tolist()]
                yield list(zip(names, counts.tolist(), strict=True))

    def close(self) -> None:
        self.records.close()


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


def _each_once(*slots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The slots in order. ``np.union1d`` would load numpy's masked arrays for it."""
    every = np.sort(np.concatenate(slots))
    found: npt.NDArray[np.int64] = every[np.diff(every, prepend=-1) > 0]
    return found
