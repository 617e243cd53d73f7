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
from rag.indexing.local_records import LocalRecords
from rag.indexing.matching import Matched, Matcher
from rag.indexing.segments import Order, Segment
from rag.types import Filters

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


def _each_once(*slots: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The slots in order. ``np.union1d`` would load numpy's masked arrays for it."""
    every = np.sort(np.concatenate(slots))
    found: npt.NDArray[np.int64] = every[np.diff(every, prepend=-1) > 0]
    return found
