"""Mails, and web pages that a browser saved as one file (MHTML): the text, and the attachments that
are releases too. Nothing that a mail refers to is fetched."""

from collections.abc import Iterator
from typing import BinaryIO

from rag.config import ColumnSettings
from rag.corpus.formats.document import Format, Part


def expand(stream: BinaryIO, _columns: ColumnSettings) -> Iterator[Part]:
    """The text of a mail and its attachments, mails among them.

    Raises:
        UnreadableFileError: it is too large, empty, damaged or encrypted.
    """
    # The packages that read mails are loaded for the first one, not for every listing.
    from rag.corpus.formats.mail.reading import parts_of

    return parts_of(stream)


FORMAT = Format((".eml", ".emlx", ".mht", ".mhtml", ".mbox", ".mbx"), expand=expand)
