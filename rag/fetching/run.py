"""Fetch what the user named: each page to a file, of each feed the pages of its entries."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path

from rag.config import FetchSettings
from rag.corpus.correcting import correct_release
from rag.errors import CorpusError, IndexBusyError, StorageError
from rag.fetching.address import Address, Named, parse_address
from rag.fetching.exchange import Response
from rag.fetching.feed import is_feed, read_feed
from rag.fetching.page import file_name, kind_of, page_with_origin
from rag.fetching.problem import FetchError
from rag.fetching.state import Kept, State
from rag.fetching.web import Web
from rag.types import Reason

LOCK = ".fetch.lock"
_HALF = ".part"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The result of one address.

    Attributes:
        url: the address.
        status: ``written``, ``unchanged``, ``feed`` or ``failed``.
        file: path of its file in the folder; ``""`` without one.
        reason: why it failed, or what more there is to say; None otherwise.
    """

    url: str
    status: str
    file: str = ""
    reason: Reason | None = None


def fetch(
    urls: Sequence[str],
    folder: Path,
    settings: FetchSettings,
    tell: Callable[[Fetched], None],
    *,
    again: bool = False,
    progress: Callable[[str, int, int], None] = lambda *_: None,
) -> None:
    """Fetch pages and feeds into a folder; every result is told at once.

    Args:
        urls: what the user named. Only these hosts may lie in a private network.
        folder: the folder of releases; made if it is not there.
        settings: pauses and limits.
        tell: called with the result of each address.
        again: whether to ask also for the entries of feeds that were fetched before.
        progress: called with ``fetch``, how many addresses are done, and how many are known so
            far: those of a feed are known when it has been read.

    Raises:
        IndexBusyError: another process fetches into the folder.
        StorageError: a file cannot be written.
    """
    from filelock import FileLock, Timeout

    named: dict[str, Address] = {}
    for url in urls:
        try:
            named[url] = parse_address(url)
        except FetchError as problem:
            tell(Fetched(url, "failed", reason=problem.reason))
    if not named:
        return
    lock = FileLock(folder / LOCK)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise IndexBusyError("fetch.busy", path=folder) from error
    except OSError as error:
        raise _refused(folder, error) from error
    try:
        for half in folder.glob(f"*/.*{_HALF}"):  # of a run that was killed
            half.unlink(missing_ok=True)
        with State(folder) as state:
            web = Web(Named(named.values()), settings)
            asked = dict.fromkeys(named.values())
            count = _Count(progress, len(asked))
            run = _Run(folder, settings, web, state, tell, count, again=again)
            for address in asked:
                run.named(address)
                count.one_done()
    finally:
        lock.release()


class _Count:
    """Counts the addresses for the progress."""

    def __init__(self, progress: Callable[[str, int, int], None], known: int) -> None:
        self._progress, self._done, self._known = progress, 0, known
        progress("fetch", 0, known)

    def more(self, known: int) -> None:
        """So many more addresses are known."""
        self._known += known

    def one_done(self) -> None:
        """One more is done."""
        self._done += 1
        self._progress("fetch", self._done, self._known)


class _Run:
    def __init__(
        self,
        folder: Path,
        settings: FetchSettings,
        web: Web,
        state: State,
        tell: Callable[[Fetched], None],
        count: _Count,
        *,
        again: bool,
    ) -> None:
        self._count = count
        self._folder = folder
        self._settings = settings
        self._web = web
        self._state = state
        self._tell = tell
        self._again = again

    def named(self, address: Address) -> None:
        """Fetch a page that the user named, or a feed and its entries."""
        url = str(address)
        try:
            response = self._get(address)
            if response.status == HTTPStatus.NOT_MODIFIED:
                kept = self._state.page(url)
                if kept is not None and kept.file:
                    self._tell(Fetched(url, "unchanged", kept.file))
                    return
            elif not is_feed(response.body):
                self._tell(self._write(address, response, ""))
                return
            else:
                self._read_feed(url, response)
        except FetchError as problem:
            self._tell(Fetched(url, "failed", reason=problem.reason))
            return
        self._entries(url)

    def _get(self, address: Address) -> Response:
        """Ask for a page; only for its changes if its file is there."""
        kept = self._state.page(str(address))
        there = kept is not None and (not kept.file or (self._folder / kept.file).is_file())
        return self._web.get(address, kept.headers() if kept is not None and there else None)

    def _read_feed(self, url: str, response: Response) -> None:
        entries, problems = read_feed(response.body, response.address)
        self._state.keep_entries(url, entries)
        self._state.keep(url, _kept(response, ""))
        for problem in problems:
            self._tell(Fetched(url, "failed", reason=problem.reason))

    def _entries(self, feed: str) -> None:
        """Fetch the entries of a feed that are not done."""
        count, limit = self._state.count(feed), self._settings.entries
        more = Reason("fetch.more", {"count": count - limit}) if count > limit else None
        self._tell(Fetched(feed, "feed", reason=more))
        waiting = list(self._state.waiting(feed, again=self._again, limit=limit))
        self._count.more(len(waiting))
        for number, entry in enumerate(waiting):
            if number:
                self._count.one_done()
            url = str(entry.address)
            try:
                result = self._entry(entry.address, entry.date)
            except FetchError as problem:
                if problem.lasting:
                    self._state.done(feed, url)
                self._tell(Fetched(url, "failed", reason=problem.reason))
                continue
            self._state.done(feed, url)
            self._tell(result)
        if waiting:
            self._count.one_done()

    def _entry(self, address: Address, date: str) -> Fetched:
        response = self._get(address)
        if response.status == HTTPStatus.NOT_MODIFIED:
            kept = self._state.page(str(address))
            return Fetched(str(address), "unchanged", kept.file if kept else "")
        if is_feed(response.body):
            raise FetchError("fetch.wrong_type", lasting=True, kind="RSS/Atom")
        return self._write(address, response, date)

    def _write(self, asked: Address, response: Response, date: str) -> Fetched:
        """Write a page into its file, and note it."""
        ending = kind_of(response)
        name = file_name(response.address, ending)
        url, kept = str(asked), _kept(response, name)
        before = self._state.page(url)
        path = self._folder / name
        if before is not None and before.digest == kept.digest and path.is_file():
            self._state.keep(url, kept)
            return Fetched(url, "unchanged", name)
        body = page_with_origin(response, date) if ending == ".html" else response.body
        half = path.with_name(f".{path.name}{_HALF}")
        try:
            path.parent.mkdir(exist_ok=True)
            with half.open("wb") as stream:
                stream.write(body)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(half, path)
        except OSError as error:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            raise _refused(path, error) from error
        result = Fetched(url, "written", name)
        if ending != ".html":
            stated = {"url": str(response.address)} | ({"date": date} if date else {})
            try:
                correct_release(name, self._folder, stated)
            except CorpusError as error:
                result = replace(
                    result, status="failed", reason=Reason(error.key, dict(error.values))
                )
        self._state.keep(url, kept)
        return result


def _kept(response: Response, file: str) -> Kept:
    headers = response.headers
    digest = hashlib.sha256(response.body).hexdigest()
    return Kept(headers.get("etag", ""), headers.get("last-modified", ""), file, digest)


def _refused(path: Path, error: OSError) -> StorageError:
    return StorageError("storage.refused", path=path, reason=error)
