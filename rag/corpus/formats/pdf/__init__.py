"""PDF, read with pdfium: text in reading order, without what runs through the pages.

Nothing in a file is run or fetched: no script, no form, no attachment, no link.
"""

from rag.corpus.formats.document import Document, Format


def read(data: bytes) -> Document:
    """A PDF as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, damaged or cut off, locked by a password, too long, or
            holds no text: pictures of pages, or fonts whose letters are not known.
    """
    # All of this is loaded for the first PDF, not for every listing.
    from rag.corpus.formats.pdf.reading import read_pdf

    return read_pdf(data)


FORMAT = Format((".pdf",), read)
