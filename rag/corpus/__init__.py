"""Read a folder of press releases: files become ``Release``s, releases become ``Passage``s.

This package exports only what a question needs too. The modules that read files (``listing``,
``reading``, ``reading_ahead``, ``adding``) are imported by name, so that a question does not load
them.
"""

from rag.corpus.chunking import (
    CHUNKING_VERSION,
    columns_of,
    cut_passages,
    embedded_text,
    sentences_of,
    text_to_embed,
)
from rag.corpus.results import Addition, SkippedFile
from rag.corpus.statements.continued import speaks
from rag.corpus.statements.finding import statements, statements_near, statements_of
from rag.corpus.statements.quotes import quotes_in
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
    "speaks",
    "statements",
    "statements_near",
    "statements_of",
    "text_to_embed",
]
