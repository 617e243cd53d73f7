"""Read a folder of press releases: files become ``Release``s, releases become ``Passage``s."""

from rag.corpus.adding import Addition, add_releases
from rag.corpus.chunking import (
    CHUNKING_VERSION,
    columns_of,
    cut_passages,
    embedded_text,
    sentences_of,
    text_to_embed,
)
from rag.corpus.dateline import text_dates
from rag.corpus.listing import Listing, SkippedFile, SourceFile, list_corpus, stated_id
from rag.corpus.metadata import parse_date
from rag.corpus.quotes import quotes_in
from rag.corpus.reading import (
    PARSER_VERSION,
    file_digest,
    parse_release,
    read_bytes,
    read_release,
)
from rag.corpus.reading_ahead import read_ahead
from rag.corpus.statements import statements, statements_near
from rag.corpus.tables import RowView, best_cell, row_view

__all__ = [
    "CHUNKING_VERSION",
    "PARSER_VERSION",
    "Addition",
    "Listing",
    "RowView",
    "SkippedFile",
    "SourceFile",
    "add_releases",
    "best_cell",
    "columns_of",
    "cut_passages",
    "embedded_text",
    "file_digest",
    "list_corpus",
    "parse_date",
    "parse_release",
    "quotes_in",
    "read_ahead",
    "read_bytes",
    "read_release",
    "row_view",
    "sentences_of",
    "stated_id",
    "statements",
    "statements_near",
    "text_dates",
    "text_to_embed",
]
