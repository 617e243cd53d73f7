"""One watcher an index: a lock that tells who holds it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from rag.errors import IndexBusyError, StorageError

LOCK, HOLDER = "WATCH.lock", "WATCH.json"


@contextmanager
def only_watcher(index: Path, folder: Path) -> Iterator[None]:
    """Hold the lock of an index inside a ``with`` block.

    Raises:
        IndexBusyError: another process holds it; the message names the process.
        StorageError: the index folder cannot be written.
    """
    from filelock import FileLock, Timeout

    holder = index / HOLDER
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(index / LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise IndexBusyError("watch.busy", path=index, **_read(holder)) from error
    except OSError as error:
        raise StorageError("storage.index", path=index, reason=error) from error
    try:
        told = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "folder": str(folder.resolve()),
            "since": datetime.now().astimezone().isoformat(timespec="seconds"),
        }
        holder.write_text(json.dumps(told), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def _read(holder: Path) -> dict[str, str]:
    """What the holder of the lock told of itself; "?" for what cannot be read."""
    try:
        told = json.loads(holder.read_text(encoding="utf-8"))
        return {name: str(told[name]) for name in ("pid", "host", "folder", "since")}
    except (OSError, ValueError, KeyError, TypeError):
        return dict.fromkeys(("pid", "host", "folder", "since"), "?")
