"""Parse XML that a stranger wrote: no entities, no network, limits for size, elements and depth."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from rag.errors import UnreadableFileError

Element = Any  # an lxml element: its classes have no types of their own

MAX_BYTES = 48 * 1024 * 1024
MAX_MARKS = 3_000_000  # tags and attributes; each costs up to 150 bytes of memory
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']""")
_ENCODINGS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "utf-16": "utf-8",  # without a byte-order mark the declaration is wrong
    "iso-8859-1": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "windows-1252": "cp1252",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0?\0", b"\0<\0?")


def parse_xml(data: bytes) -> Element:
    """The root element, without comments and processing instructions.

    The parser allows a depth of 256 elements.

    Raises:
        UnreadableFileError: it is not well formed, or nests too deep (``file.broken``); it has a
            document type, which may define entities (``file.document_type``); or it has more than
            ``MAX_BYTES`` bytes, or more than ``MAX_MARKS`` tags and attributes (``file.unpacked``).
    """
    data = _as_utf8(data)
    if len(data) > MAX_BYTES or data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise UnreadableFileError("file.unpacked")
    if b"<!DOCTYPE" in data:
        raise UnreadableFileError("file.document_type")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableFileError("file.broken") from error
    if root is None:
        raise UnreadableFileError("file.broken")
    return root


def _as_utf8(data: bytes) -> bytes:
    """The bytes in UTF-8. Encodings beyond those of office programs are not followed."""
    if len(data) > 2 * MAX_BYTES:
        raise UnreadableFileError("file.unpacked")
    try:
        if data.startswith(_UTF_16):
            wide = "utf-16" if data[:2] in _UTF_16 else "utf-16-le" if data[0] else "utf-16-be"
            return data.decode(wide).encode()
        declared = _DECLARED.match(data[:300].removeprefix(b"\xef\xbb\xbf"))
        named = declared[1].decode("ascii").lower() if declared else "utf-8"
        encoding = _ENCODINGS.get(named)
        if encoding is None:
            raise UnreadableFileError("file.broken")
        return data if encoding == "utf-8" else data.decode(encoding, "replace").encode()
    except UnicodeError as error:
        raise UnreadableFileError("file.broken") from error
