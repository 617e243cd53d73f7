"""Word documents (``.docx``, ``.docm``): the text as it is printed, with tracked insertions and
without deletions. Macros are not run; nothing that a document links to is fetched."""

from rag.corpus.formats.document import Document, Format


def read(data: bytes) -> Document:
    """A document as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, no such document, damaged, locked by a password, an old
            ``.doc`` under a new name, or too large unpacked.
    """
    # lxml is loaded for the first document, not for every listing.
    from rag.corpus.formats.docx.reading import read_docx

    return read_docx(data)


FORMAT = Format((".docx", ".docm"), read)
