"""Rich Text Format (``.rtf``): the text as it is printed, with tracked insertions and without
deletions. Embedded objects are not opened."""

from rag.corpus.formats.document import Document, Format


def read(data: bytes) -> Document:
    """A document as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, no RTF, cut off, or too long.
    """
    # The reader is loaded for the first document, not for every listing.
    from rag.corpus.formats.rtf.reading import read_rtf

    return read_rtf(data)


FORMAT = Format((".rtf",), read)
