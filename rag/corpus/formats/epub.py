"""Electronic books (EPUB): each chapter is a page. Scripts are not run, and nothing is fetched."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO
from urllib.parse import unquote

from rag.config import ColumnSettings
from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats.document import Format, Part
from rag.corpus.unpacking import open_zip
from rag.errors import UnreadableFileError

_CONTAINER = "META-INF/container.xml"
_LOCKED = "META-INF/encryption.xml"
_PAGE = "application/xhtml+xml"
_UNREAD = ("nav", "cover", "title", "toc")  # pages without a text of their own


def expand(stream: BinaryIO, _columns: ColumnSettings) -> Iterator[Part]:
    """The chapters of a book, in its order, without its cover and its table of contents.

    Raises:
        UnreadableFileError: it is no book, is damaged, or its text is locked.
    """
    # lxml is loaded for the first book, not for every listing.
    from rag.corpus.formats.office.tree import attribute, parse_short

    members = open_zip(stream)
    if _CONTAINER not in members:
        raise UnreadableFileError("file.other_content")
    found = parse_short(members.read(_CONTAINER, MAX_BYTES)).find(".//rootfile")
    package = attribute(found, "full-path")
    if package not in members:
        raise UnreadableFileError("file.broken")
    root = parse_short(members.read(package, MAX_BYTES))
    locked = members.read(_LOCKED, MAX_BYTES) if _LOCKED in members else b""
    hints = {
        name: text
        for name in ("date", "language")
        if (text := (root.findtext(f"metadata/{name}") or "").strip())
    }
    pages = {attribute(one, "id"): one for one in root.iter("item")}
    for reference in root.iter("itemref"):
        item = pages.get(attribute(reference, "idref"))
        if attribute(item, "media-type") != _PAGE or "nav" in attribute(item, "properties"):
            continue
        path = posixpath.join(posixpath.dirname(package), unquote(attribute(item, "href")))
        name = posixpath.normpath(path)
        if posixpath.basename(name).casefold().startswith(_UNREAD):
            continue
        if name not in members:
            yield Part(name, problem=UnreadableFileError("file.broken"))
        elif name.encode() in locked:
            yield Part(name, problem=UnreadableFileError("file.password"))
        else:
            yield Part(name, partial(members.read, name, MAX_BYTES), ".xhtml", hints=hints)


FORMAT = Format((".epub",), expand=expand)
