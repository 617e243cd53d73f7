"""So many at a time, the others in the order in which they came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import rag

Result = TypeVar("Result")


class Turns:
    """Runs work in threads: ``at_once`` at a time, while at most ``waiting`` wait for their turn.

    For one event loop.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free = asyncio.Semaphore(at_once)  # wakes those who wait in their order
        self._waiting = 0
        self._most_waiting = waiting

    async def run(self, work: Callable[[], Result]) -> Result:
        """The result of the work, in the caller's language of the messages.

        Raises:
            NotReadyError: too many wait already.
        """
        if self._free.locked() and self._waiting >= self._most_waiting:
            raise rag.NotReadyError("serve.busy")
        self._waiting += 1
        try:
            await self._free.acquire()
        finally:
            self._waiting -= 1
        try:
            return await asyncio.to_thread(work)
        finally:
            self._free.release()
