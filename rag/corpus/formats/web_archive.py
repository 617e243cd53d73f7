"""Web pages that Safari saved as one file (``.webarchive``). The other files in it are not read."""

from __future__ import annotations

import plistlib
import re
from dataclasses import replace
from xml.parsers.expat import ExpatError

from rag.corpus.formats.document import Document, Format
from rag.corpus.formats.html import FORMAT as HTML
from rag.errors import UnreadableFileError

_PAGE = re.compile(r"text/(?:html|plain)|application/xhtml\+xml")


def read(data: bytes) -> Document:
    """The page.

    Raises:
        UnreadableFileError: it is no such file, is damaged, or has no page with text.
    """
    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, kind = main["WebResourceData"], str(main.get("WebResourceMIMEType", "text/html"))
        address = str(main.get("WebResourceURL", ""))
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError) as error:
        raise UnreadableFileError("file.other_content") from error
    except (AttributeError, RecursionError, OverflowError, IndexError) as error:
        raise UnreadableFileError("file.broken") from error
    if not isinstance(page, bytes) or not _PAGE.fullmatch(kind) or HTML.read is None:
        raise UnreadableFileError("file.other_content")
    document = HTML.read(page)
    if document.metadata.url or not re.match("https?://", address):
        return document
    return replace(document, metadata=replace(document.metadata, url=address))


FORMAT = Format((".webarchive",), read=read)
