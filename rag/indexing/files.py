"""Write files so that they survive a crash: each file is on the disk before the next step needs it.

All durable steps of a build use these functions, so that tests can interrupt a build at each step.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from rag.errors import StorageError

Progress = Callable[[str, int, int], None]
"""Called with a stage (``open``, ``read``, ``encode``, ``write``, ``publish``), the number of steps
done, and the number of all steps."""


# What the system refused, by SQLite's code for it.
_SQLITE = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EROFS,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn errors of failed writes inside a ``with`` block into a ``StorageError``."""
    try:
        yield
    except OSError as error:
        raise StorageError("storage.index", path=path, reason=error) from error
    except sqlite3.OperationalError as error:
        number = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        reason = OSError(number, str(error)) if number else error
        raise StorageError("storage.index", path=path, reason=reason) from error


def sync(path: Path) -> None:
    """Flush a file or a folder's entries to the disk."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file and flush it."""
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def replace(source: Path, target: Path) -> None:
    """Replace ``target`` by ``source`` in one step. The change is on the disk when this returns."""
    os.replace(source, target)
    sync(target.parent)


def sha256(path: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def matches(path: Path, digest: str) -> bool:
    """Whether a file can be read and has that SHA-256."""
    try:
        return sha256(path) == digest
    except OSError:
        return False


def stamp(path: Path) -> list[int]:
    """Values that change when a file's content changes: size in bytes, modification time and status
    change time in nanoseconds, inode.

    Raises:
        OSError: there is no such file, or access is denied.
    """
    status = path.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def read_cache(path: Path) -> dict[str, Any]:
    """What ``write_cache`` wrote; empty if it cannot be read. A cache only saves time."""
    try:
        known = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def write_cache(path: Path, values: dict[str, Any]) -> None:
    """Write values that only save time. Errors of writing are ignored."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        fresh.write_text(json.dumps(values), encoding="utf-8")
        os.replace(fresh, path)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def array_header(stream: BinaryIO, kind: np.dtype[Any], shape: tuple[int, ...]) -> None:
    """Write the header of a ``.npy`` file, so that its rows can be appended one after the other."""
    np.lib.format.write_array_header_1_0(
        stream,
        {"descr": np.lib.format.dtype_to_descr(kind), "fortran_order": False, "shape": shape},
    )
