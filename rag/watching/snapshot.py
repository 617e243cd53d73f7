"""What a folder holds at one moment, and which of its files are still being written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from rag.corpus.listing import is_ignored

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


@dataclass(slots=True)
class Snapshot:
    """The files of a folder.

    Attributes:
        files: the stamp of each file by its path in the folder, with ``/``; hidden files and those
            that systems and editors leave are not among them.
        whole: whether every folder in it could be looked into.
    """

    files: dict[str, Stamp] = field(default_factory=dict)
    whole: bool = True


def take_snapshot(folder: Path, without: Path | None = None) -> Snapshot | None:
    """What a folder holds; None if it is not there or cannot be read.

    Args:
        without: a folder that is not looked into: the index, if it lies in the folder.
    """
    apart = without.resolve() if without is not None else None
    found = Snapshot()
    seen: set[tuple[int, int]] = set()

    def visit(place: Path, prefix: str) -> bool:
        try:
            status = place.stat()
            if (status.st_dev, status.st_ino) in seen:
                return True
            seen.add((status.st_dev, status.st_ino))
            entries = list(os.scandir(place))
        except OSError:
            return False
        for entry in entries:
            if is_ignored(entry.name):
                continue
            try:
                if entry.is_dir():
                    if apart is not None and Path(entry.path).resolve() == apart:
                        continue
                    found.whole &= visit(Path(entry.path), f"{prefix}{entry.name}/")
                    continue
                stat = entry.stat()
            except OSError:  # it has gone meanwhile, or is a link to nothing
                continue
            found.files[prefix + entry.name] = (stat.st_size, stat.st_mtime_ns)
        return True

    return found if visit(folder, "") else None


def written_now(folder: Path, sources: Iterable[str]) -> str | None:
    """The first of these files that a program has open for writing; None if there is none, or if
    the system does not tell. Linux tells it for files of one's own on its own drives."""
    try:
        import fcntl

        lease, read, none = fcntl.F_SETLEASE, fcntl.F_RDLCK, fcntl.F_UNLCK
    except (ImportError, AttributeError):
        return None
    for source in sources:
        try:
            descriptor = os.open(folder / source, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            continue
        try:
            fcntl.fcntl(descriptor, lease, read)
            fcntl.fcntl(descriptor, lease, none)
        except BlockingIOError:
            return source
        except OSError:  # another user's file, or a drive without leases
            pass
        finally:
            os.close(descriptor)
    return None
