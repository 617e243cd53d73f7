"""Open ZIP archives from memory, within limits: how many members, how many bytes, how much more
than the archive itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from rag.errors import UnreadableFileError

MAX_MEMBERS = 10_000
MAX_UNPACKED = 256 * 1024 * 1024
MAX_RATIO = 200  # times the size of the archive; text is rarely packed more than 50 times
_SMALL = 32 * 1024 * 1024  # what is smaller may have any ratio
_MOST_ENTRIES = 20 * MAX_MEMBERS  # members of stored archives inside are seen by the first count
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

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._files = {one.filename: one for one in archive.infolist() if not one.is_dir()}
        self._left = MAX_UNPACKED
        self.names: tuple[str, ...] = tuple(self._files)

    def __contains__(self, name: str) -> bool:
        return name in self._files

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


def open_zip(data: bytes) -> Members:
    """The members of a ZIP archive.

    Raises:
        UnreadableFileError: it is no archive (``file.not_zip``), is cut off or damaged
            (``file.broken``), or has too many members, or states that they are too large unpacked
            (``file.unpacked``).
    """
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise UnreadableFileError("file.unpacked")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = Members(archive)
    except _DAMAGED as error:
        begins = data.startswith(b"PK\x03\x04")
        raise UnreadableFileError("file.broken" if begins else "file.not_zip") from error
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_MEMBERS or total > MAX_UNPACKED:
        raise UnreadableFileError("file.unpacked")
    if total > max(_SMALL, MAX_RATIO * len(data)):
        raise UnreadableFileError("file.unpacked")
    return members
