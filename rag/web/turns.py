"""Work for programs: so many at a time, the others in the order in which they came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import rag
from rag.web.service import LibraryService

Result = TypeVar("Result")


class Turns:
    """Runs work in threads: ``at_once`` at a time, while at most ``waiting`` wait for their turn.

    For one event loop.
    """

    def __init__(self, service: LibraryService, at_once: int, waiting: int) -> None:
        self._service = service
        self._free = asyncio.Semaphore(at_once)  # wakes those who wait in their order
        self._waiting = 0
        self._most_waiting = waiting

    async def run(self, work: Callable[[rag.Library], Result]) -> Result:
        """The result of the work on the current library.

        Raises:
            NotReadyError: the index is loading, or too many wait already. A program asks again.
            RagError: the index could not be loaded, or the work raised it.
        """
        if not self._service.ready and self._service.health().status == "loading":
            raise rag.NotReadyError("page.still_loading")
        if self._free.locked() and self._waiting >= self._most_waiting:
            raise rag.NotReadyError("serve.busy")
        self._waiting += 1
        try:
            await self._free.acquire()
        finally:
            self._waiting -= 1
        try:
            return await asyncio.to_thread(self._with_library, work)
        finally:
            self._free.release()

    def _with_library(self, work: Callable[[rag.Library], Result]) -> Result:
        with self._service.library() as library:
            return work(library)
