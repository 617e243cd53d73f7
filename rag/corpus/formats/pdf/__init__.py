"""PDF, read with pdfium: text in reading order, without running heads and page numbers.

Scripts and forms in a file are not run; attachments and links are not opened.
"""

from collections.abc import Sequence

from rag.corpus.formats.document import Document, Format, Mark


def read(data: bytes) -> Document:
    """A PDF as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, damaged, cut off, locked by a password or too long, or has
            no text (it has pictures of pages, or fonts whose letters are not known).
    """
    # All of this is loaded for the first PDF, not for every listing.
    from rag.corpus.formats.pdf.reading import read_pdf

    return read_pdf(data)


def draw(data: bytes, page: int, marks: Sequence[Mark]) -> bytes:
    """A page, with marks, as a PNG.

    Raises:
        UnreadableFileError: it is damaged, locked by a password, or has no such page.
    """
    from rag.corpus.formats.pdf.drawing import draw_pdf

    return draw_pdf(data, page, marks)


FORMAT = Format((".pdf",), read, draw=draw)
