"""Writes that survive a crash: each file is on the disk before the next step counts on it.
Every durable step of a build goes through here, so that tests can stop a build at each."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.errors import StorageError


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn what the operating system says of a failed write into a ``StorageError``."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError("storage.refused", path=path, reason=reason) from error
    except sqlite3.OperationalError as error:
        raise StorageError("storage.refused", path=path, reason=error) from error


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
    """Put ``source`` in the place of ``target`` in one step, on the disk when it returns."""
    os.replace(source, target)
    sync(target.parent)


def sha256(path: Path) -> str:
    """Hex SHA-256 of a file's content."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
