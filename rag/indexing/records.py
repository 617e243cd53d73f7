"""Store releases and passages by row in one SQLite file, which is written once and then only read.

The values that filters test are also stored as arrays, so the cost of a filter does not depend on
how many passages it leaves.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import numpy as np

from rag.corpus import text_to_embed
from rag.errors import IndexUnusableError, IndexVersionError
from rag.indexing.packing import packed, packed_places, summary, unpacked, wording
from rag.language.wording import bare
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
_FILTERED = np.dtype([("low", "<i4"), ("high", "<i4"), ("language", "<i2"), ("passages", "<i4")])

_SCHEMA = """
CREATE TABLE releases (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT NOT NULL, digest TEXT NOT NULL,
    language TEXT, date_low INTEGER NOT NULL, date_high INTEGER NOT NULL,
    stated TEXT NOT NULL, places TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, release INTEGER NOT NULL REFERENCES releases(row),
    ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    context TEXT NOT NULL, kind TEXT NOT NULL, digest BLOB NOT NULL, wording BLOB NOT NULL
);
CREATE UNIQUE INDEX releases_by_id ON releases (id, digest, source);
CREATE INDEX passages_by_release ON passages (release, ordinal);
CREATE INDEX passages_by_digest ON passages (digest);
CREATE INDEX passages_by_wording ON passages (wording, release);
CREATE TABLE statements (
    release INTEGER NOT NULL REFERENCES releases(row), quote_start INTEGER NOT NULL,
    quote_end INTEGER NOT NULL, name_start INTEGER NOT NULL, name_end INTEGER NOT NULL,
    role_start INTEGER, role_end INTEGER, name TEXT NOT NULL, quote TEXT NOT NULL,
    role TEXT NOT NULL, full TEXT NOT NULL
);
CREATE INDEX statements_by_release ON statements (release);
CREATE TABLE names (release INTEGER PRIMARY KEY REFERENCES releases(row), names TEXT NOT NULL);
CREATE TABLE name_list (number INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL, bare TEXT NOT NULL);
CREATE INDEX words_by_bare ON words (bare);
CREATE TABLE terms (term TEXT PRIMARY KEY, column INTEGER NOT NULL) WITHOUT ROWID;
"""


class RecordWriter:
    """Writes the files of one segment. Rows are numbered from 0 in the order of the calls.

    Args:
        folder: where the files are created.
        old: folders of the segments from which releases may be copied.

    Attributes:
        releases, passages: how many were written so far.
    """

    def __init__(self, folder: Path, old: Sequence[Path] = ()) -> None:
        self._folder = folder
        self._connection = sqlite3.connect(folder / FILE)
        # All files are synced before the generation becomes live. A journal would only cost time.
        self._connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
        for number, place in enumerate(old):
            self._connection.execute(f"ATTACH ? AS old{number}", (str(place / FILE),))
        self.releases = 0
        self.passages = 0

    def copy(self, number: int, first: int, last: int) -> tuple[int, int]:
        """Copy the releases in rows ``first`` to ``last`` (excluded) of an old segment.

        Args:
            number: index of the segment in ``old``.

        Returns:
            The rows of their passages in the old segment, first and last (excluded).
        """
        old = f"old{number}"
        one = f"SELECT min(row), max(row) FROM {old}.passages WHERE release BETWEEN ? AND ?"
        begin, end = self._connection.execute(one, (first, last - 1)).fetchone()
        begin, end = (0, -1) if begin is None else (begin, end)
        self._connection.execute(
            "INSERT INTO releases SELECT row + ?, id, source, digest, language, date_low,"
            f" date_high, stated, places, body FROM {old}.releases"
            " WHERE row BETWEEN ? AND ? ORDER BY row",
            (self.releases - first, first, last - 1),
        )
        self._connection.execute(
            "INSERT INTO passages SELECT row + ?, release + ?, ordinal, start, end, context, kind,"
            f" digest, wording FROM {old}.passages WHERE row BETWEEN ? AND ? ORDER BY row",
            (self.passages - begin, self.releases - first, begin, end),
        )
        self._connection.execute(
            "INSERT INTO statements SELECT release + ?, quote_start, quote_end, name_start,"
            f" name_end, role_start, role_end, name, quote, role, full FROM {old}.statements"
            " WHERE release BETWEEN ? AND ? ORDER BY rowid",
            (self.releases - first, first, last - 1),
        )
        self._connection.execute(
            f"INSERT INTO names SELECT release + ?, names FROM {old}.names"
            " WHERE release BETWEEN ? AND ?",
            (self.releases - first, first, last - 1),
        )
        self.releases += last - first
        self.passages += end + 1 - begin
        return begin, end + 1

    def add(
        self,
        release: Release,
        digest: str,
        passages: Iterable[tuple[Passage, bytes]],
        statements: Iterable[StoredStatement] = (),
        names: Iterable[str] = (),
    ) -> None:
        """Add a release, its passages, its statements and its names.

        Args:
            digest: of the file from which the release was read.
            passages: the passages, each with the digest of its encoded text.
            names: each once, without line breaks.
        """
        date = release.published.date
        low, high = (date.bounds if date else None) or (None, None)
        self._connection.execute(
            "INSERT INTO releases VALUES (?,?,?,?,?,?,?,?,?,?)",
            (
                self.releases,
                release.id,
                release.source,
                digest,
                release.language,
                low.toordinal() if low else 0,
                high.toordinal() if high else 0,
                json.dumps(packed(release), ensure_ascii=False),
                packed_places(release),
                release.body,
            ),
        )
        for passage, passage_digest in passages:
            self._connection.execute(
                "INSERT INTO passages VALUES (?,?,?,?,?,?,?,?,?)",
                (
                    self.passages,
                    self.releases,
                    passage.ordinal,
                    passage.start,
                    passage.end,
                    passage.context,
                    passage.kind,
                    passage_digest,
                    wording(release, passage),
                ),
            )
            self.passages += 1
        for one in statements:
            spans = (one.statement.quote, one.statement.speaker, one.statement.role)
            ends = [end for s in spans for end in ((s.start, s.end) if s else (None, None))]
            self._connection.execute(
                "INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (self.releases, *ends, one.name, one.quote, one.role, one.full),
            )
        joined = "\n".join(names)
        if joined:
            self._connection.execute("INSERT INTO names VALUES (?,?)", (self.releases, joined))
        self.releases += 1

    def add_terms(self, vocabulary: Mapping[str, int]) -> None:
        self._connection.executemany("INSERT INTO terms VALUES (?,?)", vocabulary.items())

    def add_words(self, words: Sequence[str]) -> None:
        """Add the words of ``rag.indexing.places`` by number."""
        rows = ((number, word, bare(word)) for number, word in enumerate(words))
        self._connection.executemany("INSERT INTO words VALUES (?,?,?)", rows)

    def digests(self, first: int, last: int) -> list[bytes]:
        """The digests of the encoded texts of the passages in rows ``first`` to ``last``
        (excluded)."""
        rows = self._connection.execute(
            "SELECT digest FROM passages WHERE row >= ? AND row < ? ORDER BY row", (first, last)
        )
        return [bytes(digest) for (digest,) in rows]

    def first_with(self, digest: bytes) -> int:
        """The first row whose encoded text has that digest; there must be one."""
        query = "SELECT min(row) FROM passages WHERE digest = ?"
        (row,) = self._connection.execute(query, (digest,)).fetchone()
        return int(row)

    def distinct(self, base: int | None = None, gone: Sequence[int] = ()) -> int:
        """How many distinct encoded texts the index has.

        Args:
            base: how many the base has, which is the first old segment; None if there is no base,
                to count only what was written here.
            gone: rows of the releases of the base that are no longer in the index.
        """
        if base is None:
            return self._count("SELECT count(DISTINCT digest) FROM passages")
        self._connection.execute("CREATE TEMP TABLE gone (release INTEGER PRIMARY KEY)")
        self._connection.executemany("INSERT INTO gone VALUES (?)", ((row,) for row in gone))
        kept = (
            "SELECT 1 FROM old0.passages k WHERE k.digest = p.digest"
            " AND k.release NOT IN (SELECT release FROM gone)"
        )
        lost = (
            "SELECT count(DISTINCT digest) FROM old0.passages p"
            f" WHERE release IN (SELECT release FROM gone) AND NOT EXISTS ({kept})"
        )
        new = f"SELECT count(DISTINCT digest) FROM main.passages p WHERE NOT EXISTS ({kept})"
        return base - self._count(lost) + self._count(new)

    def _count(self, query: str) -> int:
        (count,) = self._connection.execute(query).fetchone()
        return int(count)

    def text(self, row: int) -> str:
        """The encoded text of a passage."""
        body, context, start, end, kind = self._connection.execute(
            "SELECT r.body, p.context, p.start, p.end, p.kind FROM passages p JOIN releases r"
            " ON p.release = r.row WHERE p.row = ?",
            (row,),
        ).fetchone()
        return text_to_embed(context, body[start:end], kind)

    def languages(self) -> list[str | None]:
        rows = self._connection.execute("SELECT DISTINCT language FROM releases ORDER BY language")
        return [language for (language,) in rows]

    def finish(self, languages: Sequence[str | None]) -> None:
        """Write the arrays for the filters and the counts of names.

        Args:
            languages: all languages of the releases; there may be others.
        """
        number = {language: n for n, language in enumerate(languages)}
        filtered = np.zeros(self.releases, _FILTERED)
        rows = self._connection.execute("SELECT row, date_low, date_high, language FROM releases")
        for row, low, high, language in rows:
            filtered[row] = low, high, number[language], 0
        counted = self._connection.execute(
            "SELECT release, count(*) FROM passages GROUP BY release"
        )
        for row, count in counted:
            filtered["passages"][row] = count
        np.save(self._folder / FILTERED, filtered)
        numbers = np.arange(self.releases, dtype=np.int32)
        np.save(self._folder / RELEASE_OF, np.repeat(numbers, filtered["passages"]))
        self._finish_names()

    def _finish_names(self) -> None:
        """Number the names in the order of the alphabet, and write those of each release."""
        counts = np.zeros(self.releases, np.int64)
        first: dict[str, int] = {}  # numbers in the order of the first occurrence
        held = array("i")
        for row, joined in self._connection.execute("SELECT * FROM names ORDER BY release"):
            names = joined.split("\n")
            counts[row] = len(names)
            held.extend(first.setdefault(name, len(first)) for name in names)
        every = sorted(first)
        number_of = np.zeros(len(every), np.int32)
        number_of[[first[name] for name in every]] = np.arange(len(every))
        numbers = np.frombuffer(held, np.int32) if held else np.empty(0, np.int32)
        np.save(self._folder / NAMES, number_of[numbers])
        np.save(self._folder / NAME_ENDS, np.cumsum(counts))
        self._connection.executemany("INSERT INTO name_list VALUES (?,?)", enumerate(every))

    def close(self) -> None:
        self._connection.commit()
        self._connection.close()


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
        ((release_row, *values),) = self._all(
            "SELECT release, ordinal, start, end, context, kind FROM passages WHERE row = ?",
            (int(row),),
        )
        release = self._release("row = ?", release_row)
        assert release is not None
        return release, _passage(release, *values)

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
        return [word for (word,) in self._words("SELECT word FROM words ORDER BY number")]

    def words_like(self, spellings: Sequence[str]) -> list[tuple[int, str]]:
        """Number and word of the words of which ``bare`` gives one of some spellings."""
        return self._words(
            "SELECT number, word FROM words WHERE bare IN (SELECT value FROM json_each(?))",
            (json.dumps(spellings),),
        )

    def words_begun(self, begun: str) -> list[tuple[int, str]]:
        """Number and word of the words of which ``bare`` begins with some letters."""
        after = begun[:-1] + chr(min(ord(begun[-1]) + 1, 0x10FFFF))
        return self._words(
            "SELECT number, word FROM words WHERE bare >= ? AND bare < ?", (begun, after)
        )

    def _words(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._all(query, values)
        except sqlite3.OperationalError as error:
            raise IndexVersionError("index.older") from error

    def passages_of(self, release: Release) -> list[Passage]:
        """The passages of a release, in order."""
        rows = self._all(
            "SELECT ordinal, start, end, context, kind FROM passages WHERE release ="
            " (SELECT row FROM releases WHERE id = ?) ORDER BY ordinal",
            (release.id,),
        )
        return [_passage(release, *values) for values in rows]

    def statements(self) -> list[StoredStatement]:
        """The statements of all releases, by release.

        Raises:
            IndexVersionError: the index was built before statements were kept.
        """
        try:
            rows = self._all(
                "SELECT r.row, r.id, quote_start, quote_end, name_start, name_end, role_start,"
                " role_end, s.name, s.quote, s.role, s.full FROM statements s JOIN releases r"
                " ON s.release = r.row ORDER BY r.row, quote_start"
            )
        except sqlite3.OperationalError as error:
            raise IndexVersionError("index.no_statements") from error
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
        except FileNotFoundError as error:
            raise IndexVersionError("index.older") from error

    def count_names(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """(names,) int64: in how many of the releases each name stands, by its number. The names
        are numbered in the order of the alphabet.

        Raises:
            IndexVersionError: the index was built before names were kept.
        """
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
        rows = self._all(
            "SELECT DISTINCT release, json_extract(stated, '$.title') FROM passages"
            " JOIN releases ON releases.row = passages.release WHERE wording = ?",
            (wording_,),
        )
        return {title for row, title in rows if self.alive[row]}

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
