"""Read the releases and passages of a segment by row (see ``record_writer``)."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import numpy as np

from rag.errors import IndexUnusableError
from rag.indexing.packing import summary, unpacked
from rag.types import (
    Filters,
    Passage,
    PassageKind,
    Release,
    ReleaseSummary,
    Span,
    Statement,
    StoredStatement,
)

if TYPE_CHECKING:
    import numpy.typing as npt

FILE, RELEASE_OF, FILTERED = "passages.sqlite", "release_of.npy", "filtered.npy"
# The numbers of the names of all releases, one release after the other, and where each one's end.
NAMES, NAME_ENDS = "names.npy", "name_ends.npy"
FILES = (FILE, RELEASE_OF, FILTERED, NAMES, NAME_ENDS)
# For each release: its first and last possible day (1 is the first day of the year 1, 0 an unknown
# year), the number of its language in the manifest's list, and how many passages it has.
FILTERED_TYPE = np.dtype(
    [("low", "<i4"), ("high", "<i4"), ("language", "<i2"), ("passages", "<i4")]
)
# So many of each are kept in memory, those used last.
_KEPT_RELEASES, _KEPT_PASSAGES = 128, 1024


class RecordReader:
    """Reads the files of one segment. It may be used by several threads. After ``close`` its
    methods raise ``IndexUnusableError``.

    Args:
        folder: the folder of the segment.
        languages: as they were given to ``RecordWriter.finish``.

    Attributes:
        alive: (releases,) bool, False for a release that is no longer in the index.
        release_of: (passages,) int32, the row of each passage's release.
    """

    def __init__(self, folder: Path, languages: Sequence[str | None]) -> None:
        uri = f"file:{quote(str((folder / FILE).resolve()))}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._languages = list(languages)
        self.release_of: npt.NDArray[np.int32] = np.load(folder / RELEASE_OF, mmap_mode="r")
        self._filtered: npt.NDArray[Any] = np.load(folder / FILTERED, mmap_mode="r")
        self.alive = np.ones(len(self._filtered), np.bool_)
        self._folder = folder
        self._lock = threading.Lock()
        # A question asks for the passages of few releases, and often for those of the one before.
        self._passage = lru_cache(maxsize=_KEPT_PASSAGES)(self._read_passage)
        self._release_at = lru_cache(maxsize=_KEPT_RELEASES)(self._read_release)
        self._titles = lru_cache(maxsize=_KEPT_PASSAGES)(self._read_titles)

    def close(self) -> None:
        with self._lock:
            self._connection.close()
        for kept in (self._passage, self._release_at, self._titles):
            kept.cache_clear()

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.ProgrammingError as error:
                raise IndexUnusableError("index.closed") from error

    def passage(self, row: int) -> tuple[Release, Passage]:
        """A passage and its release (without ``blocks``)."""
        return self._passage(row)

    def _read_passage(self, row: int) -> tuple[Release, Passage]:
        ((release_row, *values),) = self._all(
            "SELECT release, ordinal, start, end, context, kind FROM passages WHERE row = ?",
            (int(row),),
        )
        release = self._release_at(release_row)
        return release, _passage(release, *values)

    def _read_release(self, row: int) -> Release:
        release = self._release("row = ?", row)
        assert release is not None
        return release

    def release(self, release_id: str) -> Release | None:
        """A release by its id, without ``blocks``; None if there is none."""
        return self._release("id = ?", release_id)

    def summaries(self) -> list[ReleaseSummary]:
        """All releases without their texts, in the order of their ids."""
        passages = self.counts.tolist()
        rows = self._all("SELECT row, id, stated, length(body) FROM releases ORDER BY row")
        return [
            summary(release_id, json.loads(stated), passages[row], characters)
            for row, release_id, stated, characters in rows
            if self.alive[row]
        ]

    def stated(self) -> dict[str, tuple[int, str, str]]:
        """Row, digest and source of every release, by id."""
        rows = self._all("SELECT id, row, digest, source FROM releases")
        alive = self.alive.tolist()
        return {one: (row, digest, source) for one, row, digest, source in rows if alive[row]}

    def catalogue(self) -> list[tuple[str, str, str, str, str | None, int, int]]:
        """Id, title, origin, source, language, first and last possible day of each release, in the
        order of the rows."""
        return self._all(
            "SELECT id, json_extract(stated, '$.title'), json_extract(stated, '$.origin'), source,"
            " language, date_low, date_high FROM releases ORDER BY row"
        )

    def words(self) -> list[str]:
        """All words of ``rag.indexing.places``, by number."""
        return [word for (word,) in self._all("SELECT word FROM words ORDER BY number")]

    def words_like(self, spellings: Sequence[str]) -> list[tuple[int, str]]:
        """Number and word of the words of which ``bare`` gives one of some spellings."""
        return self._all(
            "SELECT number, word FROM words WHERE bare IN (SELECT value FROM json_each(?))",
            (json.dumps(spellings),),
        )

    def words_begun(self, begun: str) -> list[tuple[int, str]]:
        """Number and word of the words of which ``bare`` begins with some letters."""
        after = begun[:-1] + chr(min(ord(begun[-1]) + 1, 0x10FFFF))
        return self._all(
            "SELECT number, word FROM words WHERE bare >= ? AND bare < ?", (begun, after)
        )

    def passages_of(self, release: Release) -> list[Passage]:
        """The passages of a release, in order."""
        rows = self._all(
            "SELECT ordinal, start, end, context, kind FROM passages WHERE release ="
            " (SELECT row FROM releases WHERE id = ?) ORDER BY ordinal",
            (release.id,),
        )
        return [_passage(release, *values) for values in rows]

    def statements(self) -> list[StoredStatement]:
        """The statements of all releases, by release."""
        rows = self._all(
            "SELECT r.row, r.id, quote_start, quote_end, name_start, name_end, role_start,"
            " role_end, s.name, s.quote, s.role, s.full FROM statements s JOIN releases r"
            " ON s.release = r.row ORDER BY r.row, quote_start"
        )
        return [
            StoredStatement(
                release_id,
                Statement(Span(*ends[:2]), Span(*ends[2:4]), Span(*ends[4:]) if ends[5] else None),
                name,
                quote,
                role,
                full,
            )
            for row, release_id, *ends, name, quote, role, full in rows
            if self.alive[row]
        ]

    @cached_property
    def _names(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int64]]:
        """The numbers of the names of all releases, and where those of each release end."""
        try:
            numbers = np.load(self._folder / NAMES, mmap_mode="r")
            return numbers, np.load(self._folder / NAME_ENDS)
        except FileNotFoundError as error:  # later builds have removed it
            raise IndexUnusableError("index.closed") from error

    def count_names(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """(names,) int64: in how many of the releases each name stands, by its number. The names
        are numbered in the order of the alphabet."""
        numbers, ends = self._names
        chosen = np.zeros(len(ends), np.bool_)
        chosen[rows] = True
        held = numbers[np.repeat(chosen, np.diff(ends, prepend=0))]
        ((last,),) = self._all("SELECT max(number) FROM name_list")
        return np.bincount(held, minlength=0 if last is None else last + 1)

    def names(self, numbers: Sequence[int] | None = None) -> list[str]:
        """The names with some sorted numbers, or all, in the order of the alphabet."""
        chosen, values = "", list[str]()
        if numbers is not None:
            chosen = "WHERE number IN (SELECT value FROM json_each(?))"
            values = [json.dumps(numbers)]
        rows = self._all(f"SELECT name FROM name_list {chosen} ORDER BY number", values)
        return [name for (name,) in rows]

    def quoted_in(self) -> dict[tuple[int, int], list[int]]:
        """The rows of the passages in which each statement's quote begins, by the row of its
        release and the start of the quote."""
        found: dict[tuple[int, int], list[int]] = {}
        for release, start, row in self._all(
            "SELECT s.release, s.quote_start, p.row FROM statements s JOIN passages p"
            " ON p.release = s.release AND p.start <= s.quote_start AND s.quote_start < p.end"
        ):
            found.setdefault((release, start), []).append(row)
        return found

    def rows_of(self, release_id: str) -> list[int]:
        """The rows of a release's passages, in order; empty if it is not in the index."""
        rows = self._all(
            "SELECT release, passages.row FROM passages JOIN releases"
            " ON releases.row = passages.release WHERE id = ? ORDER BY ordinal",
            (release_id,),
        )
        return [row for release, row in rows if self.alive[release]]

    def titles_with(self, wording_: bytes) -> set[str]:
        """The titles of the releases that have a passage with that wording."""
        return set(self._titles(wording_))

    def _read_titles(self, wording_: bytes) -> frozenset[str]:
        rows = self._all(
            "SELECT DISTINCT release, json_extract(stated, '$.title') FROM passages"
            " JOIN releases ON releases.row = passages.release WHERE wording = ?",
            (wording_,),
        )
        return frozenset(title for row, title in rows if self.alive[row])

    def row_with(self, digest: bytes) -> int | None:
        """A row whose encoded text has that digest; None if there is none."""
        rows = self._all("SELECT row FROM passages WHERE digest = ? LIMIT 1", (digest,))
        return int(rows[0][0]) if rows else None

    def vocabulary(self) -> list[str]:
        """All terms, by column."""
        return [term for (term,) in self._all("SELECT term FROM terms ORDER BY column")]

    def columns(self, terms: Iterable[str]) -> dict[str, int]:
        """The columns of the terms that are in the vocabulary."""
        wanted = list(dict.fromkeys(terms))
        found: dict[str, int] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            found.update(self._all(f"SELECT term, column FROM terms WHERE term IN ({marks})", part))
        return found

    def allowed(self, filters: Filters) -> npt.NDArray[np.bool_] | None:
        """(passages,) bool: whether the filters leave each passage; None if there are no
        filters."""
        if filters == Filters():
            return None
        releases = self._filtered
        held = self.alive.copy()
        if filters.date_from is not None:
            held &= releases["high"] >= filters.date_from.toordinal()
        if filters.date_to is not None:
            held &= (releases["low"] > 0) & (releases["low"] <= filters.date_to.toordinal())
        if filters.languages:
            wanted = [n for n, code in enumerate(self._languages) if code in filters.languages]
            held &= np.isin(releases["language"], wanted)
        if filters.release_ids:
            rows = self._all(
                "SELECT row FROM releases WHERE id IN (SELECT value FROM json_each(?))",
                (_json(filters.release_ids),),
            )
            named = np.zeros(len(releases), np.bool_)
            named[[row for (row,) in rows]] = True
            held &= named
        permitted: npt.NDArray[np.bool_] = held[self.release_of]
        return permitted

    @property
    def counts(self) -> npt.NDArray[np.int32]:
        """(releases,) int32: how many passages each release has."""
        found: npt.NDArray[np.int32] = self._filtered["passages"]
        return found

    def languages(self, gone: npt.NDArray[np.int64]) -> set[str | None]:
        """The languages of all releases except those in the rows ``gone``."""
        there = np.unique(np.delete(self._filtered["language"], gone))
        return {self._languages[number] for number in there.tolist()}

    def days(
        self, rows: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """(n,) int32 each: first and last possible day of the release of each row, as in
        ``Candidates``."""
        releases = self._filtered[self.release_of[rows]]
        return releases["low"], releases["high"]

    def _release(self, condition: str, value: Any) -> Release | None:
        rows = self._all(
            f"SELECT row, id, body, stated, places FROM releases WHERE {condition}", (value,)
        )
        if not rows:
            return None
        row, id_, body, stated, places = rows[0]
        return unpacked(id_, body, json.loads(stated), places) if self.alive[row] else None


def _passage(
    release: Release, ordinal: int, start: int, end: int, context: str, kind: PassageKind
) -> Passage:
    return Passage(release.id, ordinal, start, end, release.body[start:end], context, kind)


def _json(values: Iterable[str]) -> str:
    return json.dumps([v.encode("utf-8", "replace").decode() for v in values])
