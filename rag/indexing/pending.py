"""Keep the vectors of an unfinished build on the disk, so that a killed build loses only the last
few of them.

They are in a file of records: the digest of a text, its vector and a checksum. An incomplete record
at the end is ignored. There is one file for each encoder, and it is removed when the build is
committed. Memory: at most 24 bytes a record.
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
    """The identity of an encoder as UTF-8 JSON."""
    return json.dumps(identity.to_dict(), sort_keys=True, ensure_ascii=False).encode("utf-8")


def text_digest(key: bytes, text: str) -> bytes:
    """16 bytes for an encoder and a text. Texts with equal digests get the same vector, but their
    passages are never merged.

    Args:
        key: the encoder's (see ``encoder_key``).
        text: the encoded text.
    """
    state = hashlib.blake2b(key, digest_size=DIGEST_BYTES)
    state.update(b"\0" + text.encode("utf-8", "surrogatepass"))
    return state.digest()


class PendingVectors:
    """Appends vectors, and finds those of earlier builds. Only the process that holds the index's
    lock may use it.

    Args:
        folder: where such files are kept.
        key: the encoder's (see ``encoder_key``).
        dimension: of the vectors.

    Raises:
        StorageError: the file cannot be opened.
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
        """(n,) uint64: the first half of each digest, sorted; (n,) int64: its record's number."""
        if records == 0:
            return np.empty(0, np.uint64), np.empty(0, np.int64)
        whole = np.memmap(self._path, np.uint8, "r", shape=(records, self._size))
        keys = whole[:, :8].copy().view(">u8")[:, 0].astype(np.uint64)
        places = np.argsort(keys, kind="stable")
        return keys[places], places

    def get(self, digest: bytes) -> npt.NDArray[np.float32] | None:
        """(dimension,) float32: the vector that an earlier build made of a text; None if there is
        none, or its record is damaged."""
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
        """Append a vector. It is on the disk after the next ``flush``, at the latest after 64
        vectors."""
        record = digest + vector.astype("<f4").tobytes()
        with storage_errors(self._path):
            self._stream.write(record + zlib.crc32(record).to_bytes(4, "little"))
            self._unsynced += 1
            if self._unsynced >= 64:
                self.flush()

    def forget(self) -> None:
        """Discard all vectors."""
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
            with contextlib.suppress(OSError):  # disk full: flushed records stay readable
                self._stream.close()

    def remove(self) -> None:
        """Delete the file, because its vectors are in a generation now."""
        self._path.unlink(missing_ok=True)
