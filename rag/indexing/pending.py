"""Vectors of a build that has not finished, so that a killed build loses none but the last batch.

A file of records, each a passage's digest, its vector and a checksum; a record cut off at the end
is ignored. One file an encoder; removed when the build is committed.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import numpy as np

from rag.indexing.files import storage_errors

if TYPE_CHECKING:
    import numpy.typing as npt

DIGEST_BYTES = 16


class PendingVectors:
    """Append vectors, find them again. Used under the index's lock, by one process."""

    def __init__(self, path: Path, dimension: int) -> None:
        self._path = path
        self._dimension = dimension
        self._size = DIGEST_BYTES + 4 * dimension + 4
        self._unsynced = 0
        with storage_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            data = path.read_bytes() if path.exists() else b""
            self._known = self._read(data)
            self._stream = path.open("ab")
            torn = len(data) % self._size
            if torn:
                self._stream.truncate(len(data) - torn)

    def _read(self, data: bytes) -> dict[bytes, npt.NDArray[np.float32]]:
        known: dict[bytes, npt.NDArray[np.float32]] = {}
        for start in range(0, len(data) - self._size + 1, self._size):
            record = data[start : start + self._size]
            if zlib.crc32(record[:-4]) != int.from_bytes(record[-4:], "little"):
                continue
            vector = np.frombuffer(record, "<f4", self._dimension, DIGEST_BYTES)
            known[record[:DIGEST_BYTES]] = vector
        return known

    def get(self, digest: bytes) -> npt.NDArray[np.float32] | None:
        return self._known.get(digest)

    def add(self, digest: bytes, vector: npt.NDArray[np.float32]) -> None:
        """Keep a vector; it is on the disk after ``flush`` or every 64th."""
        record = digest + vector.astype("<f4").tobytes()
        with storage_errors(self._path):
            self._stream.write(record + zlib.crc32(record).to_bytes(4, "little"))
            self._unsynced += 1
            if self._unsynced >= 64:
                self.flush()

    def forget(self) -> None:
        """Start anew: nothing of what was kept is to be trusted."""
        with storage_errors(self._path):
            self._known.clear()
            self._stream.truncate(0)

    def flush(self) -> None:
        with storage_errors(self._path):
            self._stream.flush()
            os.fsync(self._stream.fileno())
            self._unsynced = 0

    def __enter__(self) -> PendingVectors:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self.flush()
        finally:
            with contextlib.suppress(OSError):  # a full disk: what was flushed stays readable
                self._stream.close()

    def remove(self) -> None:
        """Delete the file: its vectors stand in a generation now."""
        self._path.unlink(missing_ok=True)
