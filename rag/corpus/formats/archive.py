"""ZIP archives: each file in one is read as it would be in a folder. Nothing is written to the
disk."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from rag.config import ColumnSettings
from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats.document import Format, Part
from rag.corpus.unpacking import Members, open_zip
from rag.errors import UnreadableFileError
from rag.lazy import regex

_MOST_BYTES = 1024**3
_MOST_MEMBERS = 100_000
_MOST_UNPACKED = 4 * 1024**3
_UTF_8 = 0x800  # the flag of a name in UTF-8
_DRIVE = regex(r"[A-Za-z]:")
_LINES = regex("[\u2500-\u259f]")  # what letters of other code pages look like in cp437


def expand(stream: BinaryIO, _columns: ColumnSettings) -> Iterator[Part]:
    """The files in an archive, in its order.

    Raises:
        UnreadableFileError: it is no archive, is damaged, or has too many files or too large ones.
    """
    if stream.seek(0, os.SEEK_END) > _MOST_BYTES:
        raise UnreadableFileError("file.unpacks_too_large")
    try:
        members = open_zip(stream, most_members=_MOST_MEMBERS, most_unpacked=_MOST_UNPACKED)
    except UnreadableFileError as error:
        if error.key == "file.unpacked":
            raise UnreadableFileError("file.unpacks_too_large") from error
        raise
    for key in members.names:
        yield _part(members, key)


def _part(members: Members, key: str) -> Part:
    info = members.info(key)
    name = _name(info).replace("\\", "/")
    folders = name.split("/")
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    if is_link or name.startswith("/") or ".." in folders or _DRIVE.match(name):
        shown = "/".join(one for one in folders if one not in ("", "..")) or "?"
        return Part(shown, problem=UnreadableFileError("file.bad_member"))
    name = "/".join(one for one in folders if one not in ("", "."))
    if info.file_size > MAX_BYTES:
        return Part(name, problem=UnreadableFileError("file.too_large"))
    return Part(name, lambda: members.read(key, MAX_BYTES), os.path.splitext(name)[1])


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member. Without a flag its encoding is not stated: it is UTF-8 if it can be, as
    on macOS and Linux, else a code page of DOS."""
    if info.flag_bits & _UTF_8 or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
        return raw.decode("utf-8")
    except UnicodeEncodeError:
        return info.filename
    except UnicodeDecodeError:
        pass
    return raw.decode("cp850") if _LINES.search(info.filename) else info.filename


FORMAT = Format((".zip",), expand=expand)
