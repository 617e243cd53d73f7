"""Markdown as site generators use it: with front matter, HTML and templates in it. The text is what
a reader of the site sees, without marks."""

from rag.corpus.formats.document import Document, Format
from rag.corpus.formats.front_matter import stated_id


def read(data: bytes) -> Document:
    """A Markdown file as a ``Document``.

    Raises:
        UnreadableFileError: it is not text, has no text, or its front matter is wrong.
    """
    # The parser is loaded for the first file, not for every listing.
    from rag.corpus.formats.markdown.reading import read_markdown

    return read_markdown(data)


FORMAT = Format(suffixes=(".md", ".markdown"), read=read, stated_id=stated_id)
