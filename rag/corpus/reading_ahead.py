"""Read many files in several processes, in order. A few files are read in this process.

Starting processes takes half a second, so it is only worth it for many files. A file that crashes
its process, as a damaged PDF may, does not affect the other files.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from queue import SimpleQueue
from typing import TYPE_CHECKING

from rag.corpus.listing import SourceFile
from rag.corpus.reading import read_release
from rag.errors import UnreadableFileError
from rag.types import Release

if TYPE_CHECKING:
    # Imported late at run time, where processes are started: asking a question needs none.
    from concurrent.futures import Future

    from rag.corpus.process import WorkerProcess

Request = tuple[SourceFile, bytes | None]
"""A file and its bytes; None for the bytes if it cannot be opened."""
# The fewest files for which processes are started, and the largest number of processes.
_MANY, _MOST_PROCESSES = 100, 8
# How many files per process are held in memory at once.
_AHEAD = 3


def read_ahead(requests: Iterable[Request], count: int) -> Iterator[Release | UnreadableFileError]:
    """Yield for each file its release, or the error that says why it is not one, in order.

    Args:
        requests: the files. They are taken a few at a time, as results are consumed.
        count: how many there are.

    Raises:
        OSError: the processes cannot be started.
    """
    processes = min(_MOST_PROCESSES, os.cpu_count() or 1)
    if count < _MANY or processes < 2 or not sys.executable:
        for file, data in requests:
            yield _read_here(file, data)
        return
    with _Workers(processes) as workers:
        waiting: deque[Future[Release | UnreadableFileError]] = deque()
        for request in requests:
            waiting.append(workers.submit(request))
            if len(waiting) >= _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _read_here(file: SourceFile, data: bytes | None) -> Release | UnreadableFileError:
    if data is None:
        return UnreadableFileError("file.unreadable")
    try:
        return read_release(file, data)
    except UnreadableFileError as error:
        return error


class _Workers:
    """Processes that read files. Each is used by one thread at a time."""

    def __init__(self, processes: int) -> None:
        from concurrent.futures import ThreadPoolExecutor

        from rag.corpus.process import WorkerProcess

        self._threads = ThreadPoolExecutor(processes, "read")
        self._all = [WorkerProcess() for _ in range(processes)]
        self._free: SimpleQueue[WorkerProcess] = SimpleQueue()
        for process in self._all:
            self._free.put(process)

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
        for process in self._all:
            process.close()

    def submit(self, request: Request) -> Future[Release | UnreadableFileError]:
        return self._threads.submit(self._read, request)

    def _read(self, request: Request) -> Release | UnreadableFileError:
        if request[1] is None:
            return _read_here(*request)
        process = self._free.get()
        try:
            return process.call(read_release, *request)
        except UnreadableFileError as error:
            return error
        finally:
            self._free.put(process)
