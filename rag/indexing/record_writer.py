"""Store releases and passages by row in one SQLite file, which is written once and then only read.

The values that filters test are also stored as arrays, so the cost of a filter does not depend on
how many passages it leaves.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from rag.corpus import text_to_embed
from rag.indexing.packing import packed, packed_places, wording
from rag.indexing.records import FILE, FILTERED, FILTERED_TYPE, NAME_ENDS, NAMES, RELEASE_OF
from rag.language.wording import bare
from rag.types import Passage, Release, StoredStatement

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
        filtered = np.zeros(self.releases, FILTERED_TYPE)
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
