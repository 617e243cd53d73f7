"""Releases and passages by row, in one SQLite file that is written once and then only read, and
what the filters ask of them as arrays, so that a filter costs the same however much it leaves."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import numpy as np

from rag.corpus import with_context
from rag.errors import IndexUnusableError
from rag.partial_date import PartialDate
from rag.types import Filters, Passage, PublicationDate, Release, ReleaseSummary, Span

if TYPE_CHECKING:
    import numpy.typing as npt

FILE, RELEASE_OF, FILTERED = "passages.sqlite", "release_of.npy", "filtered.npy"
FILES = (FILE, RELEASE_OF, FILTERED)
# A release as the filters see it: its first and last possible day, counted from year 1 (0 where
# the year is not known), and the number of its language among ``RecordWriter.languages``.
_FILTERED = np.dtype([("low", "<i4"), ("high", "<i4"), ("language", "<i2")])

_SCHEMA = """
CREATE TABLE releases (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    date TEXT, date_precision TEXT NOT NULL, date_start INTEGER, date_end INTEGER, date_by TEXT,
    date_low INTEGER NOT NULL, date_high INTEGER NOT NULL,
    language TEXT, source TEXT NOT NULL, url TEXT, encoding TEXT NOT NULL,
    digest TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES releases(row),
    ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    context TEXT NOT NULL, digest BLOB NOT NULL
);
CREATE INDEX passages_by_release ON passages (release, ordinal);
CREATE INDEX passages_by_digest ON passages (digest);
CREATE TABLE terms (term TEXT PRIMARY KEY, column INTEGER NOT NULL) WITHOUT ROWID;
"""
_DISTINCT = "SELECT count(DISTINCT digest) FROM passages"


class RecordWriter:
    """Fills the file; rows count from 0 in the order of the calls."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection = sqlite3.connect(folder / FILE)
        # The folder is fsynced as a whole before it counts; a journal would only cost time.
        self._connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        self.releases = 0
        self.passages = 0

    def attach(self, index: Path) -> None:
        """Name another generation's folder, to copy releases from."""
        self._connection.commit()
        self._connection.execute("ATTACH ? AS old", (str(index / FILE),))

    def copy(self, first: int, last: int) -> tuple[int, int]:
        """Take the releases in rows ``first`` to ``last`` (excluded) of the attached generation as
        they are.

        Returns:
            The rows that their passages have there, first and last (excluded).
        """
        one = "SELECT min(row), max(row) FROM old.passages WHERE release BETWEEN ? AND ?"
        begin, end = self._connection.execute(one, (first, last - 1)).fetchone()
        begin, end = (0, -1) if begin is None else (begin, end)
        self._connection.execute(
            "INSERT INTO releases SELECT row + ?, id, title, date, date_precision, date_start,"
            " date_end, date_by, date_low, date_high, language, source, url, encoding, digest, body"
            " FROM old.releases WHERE row BETWEEN ? AND ? ORDER BY row",
            (self.releases - first, first, last - 1),
        )
        self._connection.execute(
            "INSERT INTO passages SELECT row + ?, release + ?, ordinal, start, end, context, digest"
            " FROM old.passages WHERE row BETWEEN ? AND ? ORDER BY row",
            (self.passages - begin, self.releases - first, begin, end),
        )
        self.releases += last - first
        self.passages += end + 1 - begin
        return begin, end + 1

    def add(self, release: Release, digest: str, passages: Iterable[tuple[Passage, bytes]]) -> None:
        """Add a release and its passages, each with the digest of what is encoded for it."""
        published = release.published
        low, high = (published.date.bounds if published.date else None) or (None, None)
        self._connection.execute(
            "INSERT INTO releases VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                self.releases,
                release.id,
                release.title,
                published.value,
                published.precision,
                published.span.start if published.span else None,
                published.span.end if published.span else None,
                published.stated_by,
                low.toordinal() if low else 0,
                high.toordinal() if high else 0,
                release.language,
                release.source,
                release.url,
                release.encoding,
                digest,
                release.body,
            ),
        )
        for passage, passage_digest in passages:
            self._connection.execute(
                "INSERT INTO passages VALUES (?,?,?,?,?,?,?)",
                (
                    self.passages,
                    self.releases,
                    passage.ordinal,
                    passage.start,
                    passage.end,
                    passage.context,
                    passage_digest,
                ),
            )
            self.passages += 1
        self.releases += 1

    def add_terms(self, vocabulary: Mapping[str, int]) -> None:
        self._connection.executemany("INSERT INTO terms VALUES (?,?)", vocabulary.items())

    def digests(self, first: int, last: int) -> list[bytes]:
        """The digests of the passages in rows ``first`` to ``last`` (excluded)."""
        rows = self._connection.execute(
            "SELECT digest FROM passages WHERE row >= ? AND row < ? ORDER BY row", (first, last)
        )
        return [bytes(digest) for (digest,) in rows]

    def first_with(self, digest: bytes) -> int:
        """The first row of a passage with that digest; there must be one."""
        query = "SELECT min(row) FROM passages WHERE digest = ?"
        (row,) = self._connection.execute(query, (digest,)).fetchone()
        return int(row)

    def distinct(self) -> int:
        """How many distinct texts there are to encode."""
        (count,) = self._connection.execute(_DISTINCT).fetchone()
        return int(count)

    def text(self, row: int) -> str:
        """What is encoded for a passage."""
        body, context, start, end = self._connection.execute(
            "SELECT r.body, p.context, p.start, p.end FROM passages p JOIN releases r"
            " ON p.release = r.row WHERE p.row = ?",
            (row,),
        ).fetchone()
        return with_context(context, body[start:end])

    def languages(self) -> list[str | None]:
        rows = self._connection.execute("SELECT DISTINCT language FROM releases ORDER BY language")
        return [language for (language,) in rows]

    def finish(self) -> None:
        """Write what the filters read."""
        number = {language: n for n, language in enumerate(self.languages())}
        filtered = np.zeros(self.releases, _FILTERED)
        rows = self._connection.execute("SELECT row, date_low, date_high, language FROM releases")
        for row, low, high, language in rows:
            filtered[row] = low, high, number[language]
        np.save(self._folder / FILTERED, filtered)
        counted = self._connection.execute(
            "SELECT release, count(*) FROM passages GROUP BY release"
        )
        passages = np.zeros(self.releases, np.int64)
        for release, count in counted:
            passages[release] = count
        numbers = np.arange(self.releases, dtype=np.int32)
        np.save(self._folder / RELEASE_OF, np.repeat(numbers, passages))

    def close(self) -> None:
        self._connection.commit()
        self._connection.close()


class RecordReader:
    """Reads the files; safe from several threads."""

    def __init__(self, folder: Path, languages: Sequence[str | None]) -> None:
        uri = f"file:{quote(str((folder / FILE).resolve()))}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._languages = list(languages)
        self._release_of = np.load(folder / RELEASE_OF, mmap_mode="r")
        self._filtered = np.load(folder / FILTERED, mmap_mode="r")
        self._lock = threading.Lock()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    def _all(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.ProgrammingError as error:
                raise IndexUnusableError("index.closed") from error

    def passage(self, row: int) -> tuple[Release, Passage]:
        """A passage and its release (without ``blocks``)."""
        ((release_row, ordinal, start, end, context),) = self._all(
            "SELECT release, ordinal, start, end, context FROM passages WHERE row = ?", (int(row),)
        )
        release = self._release("row = ?", release_row)
        assert release is not None
        text = release.body[start:end]
        return release, Passage(release.id, ordinal, start, end, text, context)

    def passages(self, rows: Sequence[int]) -> list[tuple[Release, Passage]]:
        """Passages with their releases, in the order asked."""
        return [self.passage(row) for row in rows]

    def release(self, release_id: str) -> Release | None:
        """A release by its id, without ``blocks``; None if there is none."""
        return self._release("id = ?", release_id)

    def release_ids(self) -> list[str]:
        return [release_id for (release_id,) in self._all("SELECT id FROM releases ORDER BY row")]

    def summaries(self) -> list[ReleaseSummary]:
        """All releases without their texts, in the order of their ids."""
        passages = np.bincount(self._release_of, minlength=len(self._filtered)).tolist()
        rows = self._all(
            "SELECT row, id, title, date, date_precision, language, length(body) FROM releases"
            " ORDER BY row"
        )
        return [
            ReleaseSummary(
                release_id, title, _date(date, precision), language, passages[row], characters
            )
            for row, release_id, title, date, precision, language, characters in rows
        ]

    def release_digests(self) -> dict[str, str]:
        return dict(self._all("SELECT id, digest FROM releases"))

    def passages_of(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order; empty if there is no such release."""
        release = self.release(release_id)
        if release is None:
            return []
        rows = self._all(
            "SELECT ordinal, start, end, context FROM passages WHERE release ="
            " (SELECT row FROM releases WHERE id = ?) ORDER BY ordinal",
            (release_id,),
        )
        return [Passage(release_id, n, s, e, release.body[s:e], c) for n, s, e, c in rows]

    def distinct(self) -> int:
        """How many distinct texts were encoded."""
        ((count,),) = self._all(_DISTINCT)
        return int(count)

    def row_with(self, digest: bytes) -> int | None:
        """A row whose passage has that digest."""
        rows = self._all("SELECT row FROM passages WHERE digest = ? LIMIT 1", (digest,))
        return int(rows[0][0]) if rows else None

    def stated(self) -> dict[str, tuple[int, str, str]]:
        """Row, digest and file of every release, by id."""
        rows = self._all("SELECT id, row, digest, source FROM releases")
        return {release_id: (row, digest, source) for release_id, row, digest, source in rows}

    def vocabulary(self) -> list[str]:
        """All terms, by column."""
        return [term for (term,) in self._all("SELECT term FROM terms ORDER BY column")]

    def columns(self, terms: Iterable[str]) -> dict[str, int]:
        """Columns of the terms that the vocabulary has."""
        wanted = list(dict.fromkeys(terms))
        found: dict[str, int] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            found.update(self._all(f"SELECT term, column FROM terms WHERE term IN ({marks})", part))
        return found

    def allowed(self, filters: Filters) -> npt.NDArray[np.bool_] | None:
        """(passages,) bool, True where the filters hold; None when there are no filters."""
        releases = self._filtered
        held = np.ones(len(releases), np.bool_)
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
        if filters == Filters():
            return None
        permitted: npt.NDArray[np.bool_] = held[self._release_of]
        return permitted

    def releases_of(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        """The row of each passage's release."""
        found: npt.NDArray[np.int32] = self._release_of[rows]
        return found

    def days(
        self, rows: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """First and last possible day of each row's release, 1 for the first of the year 1; 0 where
        the year is not known."""
        releases = self._filtered[self.releases_of(rows)]
        return releases["low"], releases["high"]

    def _release(self, condition: str, value: Any) -> Release | None:
        rows = self._all(
            "SELECT id, title, date, date_precision, date_start, date_end, date_by, language,"
            f" source, url, encoding, body FROM releases WHERE {condition}",
            (value,),
        )
        if not rows:
            return None
        (id_, title, date, precision, start, end, by, language, source, url, encoding, body) = rows[
            0
        ]
        evidence = Span(start, end) if start is not None else None
        published = PublicationDate(_date(date, precision), evidence, by)
        return Release(id_, title, published, language, body, source, url, (), encoding)


def _date(value: str | None, precision: str) -> PartialDate | None:
    return PartialDate.parse(value, precision) if value is not None else None


def _json(values: Iterable[str]) -> str:
    import json

    return json.dumps([v.encode("utf-8", "replace").decode() for v in values])
