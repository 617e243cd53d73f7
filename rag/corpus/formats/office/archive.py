"""Open a document that is an archive, and read those of its parts that may be damaged."""

from __future__ import annotations

from rag.corpus.formats.office.tree import parse_spare
from rag.corpus.safe_xml import MAX_BYTES, Element
from rag.corpus.unpacking import Members, open_zip
from rag.errors import UnreadableFileError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_archive(data: bytes) -> Members:
    """The members of a document.

    Raises:
        UnreadableFileError: it is empty, locked by a password, an old Word file under a new name,
            no archive, damaged, or too large unpacked.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFileError("file.empty")
    if data.startswith(_OLE):
        raise UnreadableFileError("file.password" if _ENCRYPTED in data else "file.old_word")
    return open_zip(data)


def spare_part(members: Members, name: str) -> Element | None:
    """The root element of a part that the text can be read without; None if it is missing or
    damaged.

    Raises:
        UnreadableFileError: it is very large, or has a document type.
    """
    if name not in members:
        return None
    try:
        content = members.read(name, MAX_BYTES)
    except UnreadableFileError as error:
        if error.key == "file.broken":
            return None
        raise
    return parse_spare(content)
