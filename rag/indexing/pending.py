"""Vectors of a build that has not finished, so that a killed build loses none but the last batch.

A file of records, each a passage's digest, its vector and a checksum; a record cut off at the end
is ignored. One file an encoder; removed when the build is committed. Memory: 24 bytes a record.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import numpy as np

from rag.indexing.files import storage_errors
from rag.models import EncoderIdentity

if TYPE_CHECKING:
    import numpy.typing as npt

DIGEST_BYTES = 16


def encoder_key(identity: EncoderIdentity) -> bytes:
    """An encoder's identity as bytes."""
    return json.dumps(identity.to_dict(), sort_keys=True, ensure_ascii=False).encode("utf-8")


def text_digest(key: bytes, text: str) -> bytes:
    """What a vector is a function of: the encoder (``encoder_key``) and the text. Reuses work;
    never merges two passages."""
    state = hashlib.blake2b(key, digest_size=DIGEST_BYTES)
    state.update(b"\0" + text.encode("utf-8", "surrogatepass"))
    return state.digest()


class PendingVectors:
    """Append vectors, find those of earlier builds. Used under the index's lock, by one process.

    Args:
        folder: where such files are kept.
        key: the encoder's (``encoder_key``).
    """

    def __init__(self, folder: Path, key: bytes, dimension: int) -> None:
        path = self._path = folder / hashlib.sha256(key).hexdigest()[:16]
        self._dimension = dimension
        self._size = DIGEST_BYTES + 4 * dimension + 4
        self._unsynced = 0
        with storage_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            size = path.stat().st_size if path.exists() else 0
            self._stream = path.open("a+b")
            self._stream.truncate(size - size % self._size)
            self._keys, self._places = self._read(size // self._size)

    def _read(self, records: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
        """The first half of each digest, sorted, and which record it is of."""
        if records == 0:
            return np.empty(0, np.uint64), np.empty(0, np.int64)
        whole = np.memmap(self._path, np.uint8, "r", shape=(records, self._size))
        keys = whole[:, :8].copy().view(">u8")[:, 0].astype(np.uint64)
        places = np.argsort(keys, kind="stable")
        return keys[places], places

    def get(self, digest: bytes) -> npt.NDArray[np.float32] | None:
        """The vector that an earlier build made of a text, if it is there and whole."""
        key = np.uint64(int.from_bytes(digest[:8], "big"))
        at = int(np.searchsorted(self._keys, key))
        while at < len(self._keys) and self._keys[at] == key:
            self._stream.seek(int(self._places[at]) * self._size)
            record = self._stream.read(self._size)
            whole = zlib.crc32(record[:-4]) == int.from_bytes(record[-4:], "little")
            if whole and record[:DIGEST_BYTES] == digest:
                return np.frombuffer(record, "<f4", self._dimension, DIGEST_BYTES)
            at += 1
        return None

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
            self._keys = np.empty(0, np.uint64)
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
