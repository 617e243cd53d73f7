"""Saved web pages: the main text of a page, the metadata that the page states, and the places.

Sources of pages are read too: templates with marks among the text, and Website Meta Language.
Nothing that a page refers to is fetched, and no script is run.
"""

from rag.corpus.formats.document import Document, Format


def read(data: bytes) -> Document:
    """A page as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, is not text, is damaged in its main text, or has no text
            outside its scripts.
    """
    # lxml is loaded for the first page, not for every listing.
    from rag.corpus.formats.html.reading import read_page

    return read_page(data)


FORMAT = Format(suffixes=(".html", ".htm", ".xhtml", ".wml"), read=read)
