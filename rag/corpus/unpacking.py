"""Open ZIP archives within limits: how many members, how many bytes, how much more than the archive
itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import BinaryIO

from rag.errors import UnreadableFileError

MAX_MEMBERS = 10_000
MAX_UNPACKED = 256 * 1024 * 1024
MAX_RATIO = 200  # times the size of the archive; text is rarely packed more than 50 times
_SMALL = 32 * 1024 * 1024  # what is smaller may have any ratio
_MOST_ENTRIES = 20  # times the most members: those of stored archives inside are counted too
_CHUNK = 1024 * 1024
_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Members:
    """The files in an archive. Nothing is unpacked before it is read.

    Attributes:
        names: their names, in the order of the archive, each once. A name is a label from the
            archive and may hold anything: it is never a path to write to.
    """

    def __init__(self, archive: zipfile.ZipFile, most: int) -> None:
        self._archive = archive
        self._files = {one.filename: one for one in archive.infolist() if not one.is_dir()}
        self._left = most
        self.names: tuple[str, ...] = tuple(self._files)

    def __contains__(self, name: str) -> bool:
        return name in self._files

    def info(self, name: str) -> zipfile.ZipInfo:
        """What the archive states of a member."""
        return self._files[name]

    def size(self, name: str) -> int:
        """How many bytes a member has unpacked, as the archive states it."""
        return self._files[name].file_size

    def read(self, name: str, most: int = MAX_UNPACKED) -> bytes:
        """The bytes of a member.

        Args:
            name: one of ``names``.
            most: the largest size in bytes that is read.

        Raises:
            KeyError: there is no such member.
            UnreadableFileError: it is damaged (``file.broken``), locked (``file.password``), packed
                in a rare way (``file.zip_method``), or larger than ``most`` or than what is left of
                ``MAX_UNPACKED`` for all members read so far (``file.unpacked``).
        """
        found = self._files[name]
        if found.flag_bits & _ENCRYPTED:
            raise UnreadableFileError("file.password")
        if found.compress_type not in _METHODS:
            raise UnreadableFileError("file.zip_method")
        most = min(most, self._left)
        if found.file_size > most:
            raise UnreadableFileError("file.unpacked")
        try:
            with self._archive.open(found) as stream:
                content = stream.read(most + 1)
        except _DAMAGED as error:
            raise UnreadableFileError("file.broken") from error
        if len(content) > most:
            raise UnreadableFileError("file.unpacked")
        if len(content) != found.file_size:
            raise UnreadableFileError("file.broken")
        self._left -= len(content)
        return content


def open_zip(
    data: bytes | BinaryIO, *, most_members: int | None = None, most_unpacked: int | None = None
) -> Members:
    """The members of a ZIP archive.

    Args:
        data: the archive, or a file opened for reading, which must stay open.
        most_members, most_unpacked: the limits, the second in bytes for all members together; None
            for ``MAX_MEMBERS`` and ``MAX_UNPACKED``.

    Raises:
        UnreadableFileError: it is no archive (``file.not_zip``), is cut off or damaged
            (``file.broken``), or has too many members, or states that they are too large unpacked
            (``file.unpacked``).
    """
    most_members = MAX_MEMBERS if most_members is None else most_members
    most_unpacked = MAX_UNPACKED if most_unpacked is None else most_unpacked
    stream = io.BytesIO(data) if isinstance(data, bytes) else data
    size, entries_stated, begins = _look_over(stream)
    if entries_stated > _MOST_ENTRIES * most_members:
        raise UnreadableFileError("file.unpacked")
    try:
        archive = zipfile.ZipFile(stream)
        members = Members(archive, most_unpacked)
    except _DAMAGED as error:
        raise UnreadableFileError("file.broken" if begins else "file.not_zip") from error
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > most_members or total > most_unpacked:
        raise UnreadableFileError("file.unpacked")
    if total > max(_SMALL, MAX_RATIO * size):
        raise UnreadableFileError("file.unpacked")
    return members


def _look_over(stream: BinaryIO) -> tuple[int, int, bool]:
    """The size of an archive in bytes, how many entries it seems to list, and whether it begins
    like one."""
    stream.seek(0)
    size = entries = 0
    before = b""
    begins = False
    while chunk := stream.read(_CHUNK):
        begins = begins if size else chunk.startswith(b"PK\x03\x04")
        entries += (before + chunk).count(_ENTRY)
        before = chunk[-len(_ENTRY) + 1 :]
        size += len(chunk)
    stream.seek(0)
    return size, entries, begins
