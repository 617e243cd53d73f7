"""Read a folder of press releases: files to ``Release``s, releases to ``Passage``s."""

from rag.corpus.adding import Addition, add_releases
from rag.corpus.chunking import CHUNKING_VERSION, cut_passages, embedded_text, with_context
from rag.corpus.dates import DateExpression, find_dates, publication_date
from rag.corpus.decoding import UndecodableError
from rag.corpus.language import detect_language
from rag.corpus.metadata import parse_date
from rag.corpus.reading import (
    PARSER_VERSION,
    Listing,
    SkippedFile,
    SourceFile,
    file_digest,
    list_corpus,
    parse_release,
    read_bytes,
    read_release,
)
from rag.corpus.relative import ResolvedDate, resolve
from rag.corpus.sentences import sentence_spans

__all__ = [
    "CHUNKING_VERSION",
    "PARSER_VERSION",
    "Addition",
    "DateExpression",
    "Listing",
    "ResolvedDate",
    "SkippedFile",
    "SourceFile",
    "UndecodableError",
    "add_releases",
    "cut_passages",
    "detect_language",
    "embedded_text",
    "file_digest",
    "find_dates",
    "list_corpus",
    "parse_date",
    "parse_release",
    "publication_date",
    "read_bytes",
    "read_release",
    "resolve",
    "sentence_spans",
    "with_context",
]
