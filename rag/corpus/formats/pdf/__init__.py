"""PDF, read with pdfium: text in reading order, without running heads and page numbers.

Scripts and forms in a file are not run; attachments and links are not opened.
"""

from rag.corpus.formats.document import Document, Format


def read(data: bytes) -> Document:
    """A PDF as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, damaged, cut off, locked by a password or too long, or has
            no text (it has pictures of pages, or fonts whose letters are not known).
    """
    # All of this is loaded for the first PDF, not for every listing.
    from rag.corpus.formats.pdf.reading import read_pdf

    return read_pdf(data)


FORMAT = Format((".pdf",), read)
