"""What was fetched into a folder, so that a page is not fetched twice and a killed run goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import StorageError
from rag.fetching.address import parse_address
from rag.fetching.feed import Entry

STATE = ".fetch.sqlite"
"""Name of the file in the folder of releases; as a hidden file it is not read as a release."""
_TABLES = """
create table if not exists pages (
    url text primary key, etag text not null, modified text not null, file text not null,
    digest text not null
);
create table if not exists entries (
    feed text not null, url text not null, position integer not null, date text not null,
    stamp text not null, done integer not null, primary key (feed, url)
);
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a page or a feed.

    Attributes:
        etag, modified: the headers ``ETag`` and ``Last-Modified``; ``""`` for none.
        file: its path in the folder; ``""`` for a feed.
        digest: of what the server sent.
    """

    etag: str
    modified: str
    file: str
    digest: str

    def headers(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


class State:
    """The file with what was fetched. Use it as a context manager. Every change is on the disk when
    the call returns.

    Args:
        folder: the folder of releases.

    Raises:
        StorageError: the file cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / STATE
        try:
            self._base = sqlite3.connect(self._path, isolation_level=None)
            self._base.executescript(_TABLES)
        except sqlite3.Error as error:
            raise StorageError("storage.refused", path=self._path, reason=error) from error

    def __enter__(self) -> State:
        return self

    def __exit__(self, *error: object) -> None:
        self._base.close()

    def page(self, url: str) -> Kept | None:
        """What is kept of a page; None if it was never fetched."""
        rows = self._run("select etag, modified, file, digest from pages where url = ?", (url,))
        return Kept(*rows[0]) if rows else None

    def keep(self, url: str, kept: Kept) -> None:
        """Note that a page was fetched."""
        values = (url, kept.etag, kept.modified, kept.file, kept.digest)
        self._run("insert or replace into pages values (?, ?, ?, ?, ?)", values)

    def keep_entries(self, feed: str, entries: Iterable[Entry]) -> None:
        """Note the entries that a feed has now. One that was done stays done unless its stamp has
        changed; one that the feed no longer has is forgotten."""
        known: dict[str, str] = dict(
            self._run("select url, stamp from entries where feed = ? and done = 1", (feed,))
        )
        rows = [
            (feed, url, place, entry.date, entry.stamp, int(known.get(url) == entry.stamp))
            for place, entry in enumerate(entries)
            for url in [str(entry.address)]
        ]
        self._run("begin")
        self._run("delete from entries where feed = ?", (feed,))
        for row in rows:
            self._run("insert into entries values (?, ?, ?, ?, ?, ?)", row)
        self._run("commit")

    def waiting(self, feed: str, *, again: bool, limit: int) -> Iterator[Entry]:
        """The entries of a feed that are not done, or all of them, in the feed's order.

        Args:
            again: whether to give also those that are done.
            limit: how many of the first entries are looked at.
        """
        for url, date, stamp in self._run(
            "select url, date, stamp from entries where feed = ? and position < ? "
            "and (done = 0 or ?) order by position",
            (feed, limit, again),
        ):
            yield Entry(parse_address(url), date, stamp)

    def count(self, feed: str) -> int:
        """How many entries a feed has."""
        ((count,),) = self._run("select count(*) from entries where feed = ?", (feed,))
        return int(count)

    def done(self, feed: str, url: str) -> None:
        """Note that an entry needs not be asked for again."""
        self._run("update entries set done = 1 where feed = ? and url = ?", (feed, url))

    def _run(self, order: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._base.execute(order, values).fetchall()
        except sqlite3.Error as error:
            raise StorageError("storage.refused", path=self._path, reason=error) from error
