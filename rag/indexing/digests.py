"""Digests of the corpus's files, remembered with what the file system says of each, so that an
update reads the files that changed and no other."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from rag.corpus import SourceFile, file_digest, read_bytes
from rag.indexing import files

UNREADABLE = "unreadable"
# A file may change again within the clock's grain: one that changed just now is read next time too.
_SETTLED = 2_000_000_000


class Digests:
    """Finds the digest of a file; remembers what it found when ``save`` is called.

    Args:
        path: where it is kept; may be absent, damaged or unwritable.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = files.read_cache(path)
        self._found: dict[str, list[Any]] = {}
        self._now: dict[str, str] = {}

    def digest(self, file: SourceFile) -> str:
        """The file's digest (``rag.corpus.file_digest``), or ``unreadable``; looked for once."""
        if file.source not in self._now:
            try:
                stamp = _stamp(file)
                held = self._known.get(file.source)
                if isinstance(held, list) and held[:-1] == stamp:
                    self._found[file.source] = held
                    self._now[file.source] = str(held[-1])
                else:
                    self.read(file)
            except OSError:
                self._now[file.source] = UNREADABLE
        return self._now[file.source]

    def read(self, file: SourceFile) -> tuple[bytes, str]:
        """The file's content and its digest.

        Raises:
            OSError: it cannot be read.
        """
        stamp = _stamp(file)  # before the content, or a change in between would go unseen
        data = read_bytes(file.path)
        self._now[file.source] = digest = file_digest(data, file.metadata)
        if time.time_ns() - max(stamp[1], stamp[2]) > _SETTLED:
            self._found[file.source] = [*stamp, digest]
        return data, digest

    def save(self) -> None:
        """Keep what was found."""
        if self._found != self._known:
            files.write_cache(self._path, self._found)


def _stamp(file: SourceFile) -> list[Any]:
    return [*files.stamp(file.path), repr(file.metadata)]
