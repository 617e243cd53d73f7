"""Read a folder of press releases: files to ``Release``s, releases to ``Passage``s.

Here stands what asking needs too: a release that has been read is understood further. What reads
files (``listing``, ``reading``, ``reading_ahead``, ``adding``) is imported from its module, so that
a question does not load it.
"""

from rag.corpus.chunking import (
    CHUNKING_VERSION,
    columns_of,
    cut_passages,
    embedded_text,
    sentences_of,
    text_to_embed,
)
from rag.corpus.quotes import quotes_in
from rag.corpus.results import Addition, SkippedFile
from rag.corpus.statements import statements, statements_near
from rag.corpus.tables import RowView, best_cell, row_view

__all__ = [
    "CHUNKING_VERSION",
    "Addition",
    "RowView",
    "SkippedFile",
    "best_cell",
    "columns_of",
    "cut_passages",
    "embedded_text",
    "quotes_in",
    "row_view",
    "sentences_of",
    "statements",
    "statements_near",
    "text_to_embed",
]
