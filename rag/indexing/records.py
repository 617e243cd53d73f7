"""Releases and passages by row, in one SQLite file that is written once and then only read."""

from __future__ import annotations

import calendar
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import quote

import numpy as np

from rag.corpus import with_context
from rag.errors import IndexUnusableError
from rag.types import Filters, Passage, Precision, PublicationDate, Release, Span

if TYPE_CHECKING:
    import numpy.typing as npt

FILE = "passages.sqlite"

_SCHEMA = """
CREATE TABLE releases (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
    date TEXT, date_precision TEXT NOT NULL, date_start INTEGER, date_end INTEGER, date_by TEXT,
    date_low TEXT, date_high TEXT,
    language TEXT, source TEXT NOT NULL, url TEXT, encoding TEXT NOT NULL,
    digest TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES releases(row),
    ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    context TEXT NOT NULL, digest BLOB NOT NULL
);
CREATE INDEX passages_by_release ON passages (release, ordinal);
CREATE TABLE terms (term TEXT PRIMARY KEY, column INTEGER NOT NULL) WITHOUT ROWID;
"""


class RecordWriter:
    """Fills the file; rows count from 0 in the order of the calls."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        # The folder is fsynced as a whole before it counts; a journal would only cost time.
        self._connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        self._releases = 0
        self._passages = 0

    def add(self, release: Release, digest: str, passages: Iterable[tuple[Passage, bytes]]) -> None:
        """Add a release and its passages, each with the digest of what is encoded for it."""
        published = release.published
        low, high = date_bounds(published.value) or (None, None)
        self._connection.execute(
            "INSERT INTO releases VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                self._releases,
                release.id,
                release.title,
                published.value,
                published.precision,
                published.evidence.start if published.evidence else None,
                published.evidence.end if published.evidence else None,
                published.stated_by,
                low,
                high,
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
                    self._passages,
                    self._releases,
                    passage.ordinal,
                    passage.start,
                    passage.end,
                    passage.context,
                    passage_digest,
                ),
            )
            self._passages += 1
        self._releases += 1

    def add_terms(self, vocabulary: Mapping[str, int]) -> None:
        self._connection.executemany("INSERT INTO terms VALUES (?,?)", vocabulary.items())

    def digests(self) -> list[bytes]:
        """The passages' digests, by row."""
        rows = self._connection.execute("SELECT digest FROM passages ORDER BY row")
        return [bytes(digest) for (digest,) in rows]

    def texts(self) -> Iterator[tuple[str, str | None]]:
        """What is encoded and indexed for each passage, and its language, by row."""
        rows = self._connection.execute(
            "SELECT p.release, p.context, p.start, p.end FROM passages p ORDER BY p.row"
        )
        body, language, held = "", None, -1
        for release, context, start, end in rows.fetchall():
            if release != held:
                query = "SELECT body, language FROM releases WHERE row = ?"
                body, language = self._connection.execute(query, (release,)).fetchone()
                held = release
            yield with_context(context, body[start:end]), language

    def languages(self) -> list[str | None]:
        rows = self._connection.execute("SELECT DISTINCT language FROM releases ORDER BY language")
        return [language for (language,) in rows]

    def close(self) -> None:
        self._connection.commit()
        self._connection.close()


class RecordReader:
    """Reads the file; safe from several threads."""

    def __init__(self, path: Path) -> None:
        uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
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

    def release(self, release_id: str) -> Release | None:
        """A release by its id, without ``blocks``; None if there is none."""
        return self._release("id = ?", release_id)

    def release_ids(self) -> list[str]:
        return [release_id for (release_id,) in self._all("SELECT id FROM releases ORDER BY row")]

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

    def passage_digests(self) -> list[bytes]:
        return [
            bytes(digest) for (digest,) in self._all("SELECT digest FROM passages ORDER BY row")
        ]

    def columns(self, terms: Iterable[str]) -> dict[str, int]:
        """Columns of the terms that the vocabulary has."""
        wanted = list(dict.fromkeys(terms))
        found: dict[str, int] = {}
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            marks = ",".join("?" * len(part))
            found.update(self._all(f"SELECT term, column FROM terms WHERE term IN ({marks})", part))
        return found

    def allowed(self, filters: Filters, passages: int) -> npt.NDArray[np.bool_] | None:
        """(passages,) bool, True where the filters hold; None when there are no filters."""
        conditions: list[str] = []
        values: list[Any] = []
        if filters.date_from is not None:
            conditions.append("r.date_high >= ?")
            values.append(filters.date_from)
        if filters.date_to is not None:
            conditions.append("r.date_low <= ?")
            values.append(filters.date_to)
        for column, wanted in (("language", filters.languages), ("id", filters.release_ids)):
            if wanted:
                conditions.append(f"r.{column} IN (SELECT value FROM json_each(?))")
                values.append(_json(wanted))
        if not conditions:
            return None
        rows = self._all(
            "SELECT p.row FROM passages p JOIN releases r ON p.release = r.row WHERE "
            + " AND ".join(conditions),
            values,
        )
        mask = np.zeros(passages, np.bool_)
        mask[[row for (row,) in rows]] = True
        return mask

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
        assert precision in get_args(Precision)
        evidence = Span(start, end) if start is not None else None
        published = PublicationDate(date, precision, evidence, by)
        return Release(id_, title, published, language, body, source, url, (), encoding)


def _json(values: Iterable[str]) -> str:
    import json

    return json.dumps([v.encode("utf-8", "replace").decode() for v in values])


def date_bounds(value: str | None) -> tuple[str, str] | None:
    """First and last day, ISO, that a date of known year may mean; None without a year."""
    if value is None or value.startswith("--"):
        return None
    first, _, last = value.partition("/")
    last = last or first
    if last.startswith("--"):
        return None
    low = first + "-01-01"[3 * (len(first.split("-")) - 1) :]
    parts = last.split("-")
    if len(parts) == 1:
        return low, f"{last}-12-31"
    if len(parts) == 2:
        return low, f"{last}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02d}"
    return low, last
