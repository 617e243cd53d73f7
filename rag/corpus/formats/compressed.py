"""Packed files (``.gz``, ``.bz2``, ``.xz``) and archives of tar, packed or not: each file in one is
read as it would be in a folder. Nothing is written to the disk."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, cast

from rag.config import ColumnSettings
from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats.contents import PACKED
from rag.corpus.formats.document import Format, Part
from rag.errors import UnreadableFileError

_MOST_MEMBERS = 100_000
_MOST_UNPACKED = 4 * 1024**3
_BLOCK = 512  # bytes of the head of a file in an archive
_PACKED: dict[bytes, Callable[[BinaryIO], Any]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
_DAMAGED = (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError, tarfile.TarError)


def expand(stream: BinaryIO, _columns: ColumnSettings) -> Iterator[Part]:
    """The packed file, or the files in the archive in its order.

    Raises:
        UnreadableFileError: it is damaged, or holds too many files or too large ones.
    """
    begin = stream.read(max(map(len, _PACKED)))
    stream.seek(0)
    packed = next((opener for mark, opener in _PACKED.items() if begin.startswith(mark)), None)
    opened = _Bounded(cast(BinaryIO, packed(stream)) if packed else stream)
    head = _undamaged(partial(opened.read, _BLOCK))
    opened.seek(0)
    if _is_archive(head):
        yield from _members(opened)
    elif packed:
        suffix = Path(Path(getattr(stream, "name", "")).stem).suffix
        yield Part("", partial(_undamaged, partial(_whole, opened)), suffix)
    else:
        raise UnreadableFileError("file.broken")


class _Bounded:
    """An opened file of which no more is read at once than a file may have."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.seek, self.tell = stream.seek, stream.tell

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= MAX_BYTES + 1:
            raise UnreadableFileError("file.unpacks_too_large")
        return self._stream.read(size)


def _members(opened: _Bounded) -> Iterator[Part]:
    archive = _undamaged(lambda: tarfile.TarFile(fileobj=cast(BinaryIO, opened)))
    count = size = 0
    while (member := _undamaged(archive.next)) is not None:
        count, size = count + 1, size + member.size
        if count > _MOST_MEMBERS or size > _MOST_UNPACKED:
            raise UnreadableFileError("file.unpacks_too_large")
        if not member.isdir():
            yield _part(archive, member)


def _part(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Part:
    folders = [one for one in member.name.replace("\\", "/").split("/") if one not in ("", ".")]
    name = "/".join(one for one in folders if one != "..") or "?"
    if not member.isfile() or member.name.startswith("/") or ".." in folders:
        return Part(name, problem=UnreadableFileError("file.bad_member"))
    if member.size > MAX_BYTES:
        return Part(name, problem=UnreadableFileError("file.too_large"))

    def read() -> bytes:
        content = archive.extractfile(member)
        return content.read() if content else b""

    return Part(name, partial(_undamaged, read), os.path.splitext(name)[1])


def _whole(opened: _Bounded) -> bytes:
    data = opened.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableFileError("file.too_large")
    return data


def _is_archive(head: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def _undamaged(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except _DAMAGED as error:
        raise UnreadableFileError("file.broken") from error


FORMAT = Format((*PACKED, ".tar"), expand=expand)
