"""Question to candidates to fused hits; filters are applied inside the search."""

from rag.retrieval.query import as_read, checked_k, checked_question, make_filters
from rag.retrieval.search import SearchResult, Signals, search

__all__ = [
    "SearchResult",
    "Signals",
    "as_read",
    "checked_k",
    "checked_question",
    "make_filters",
    "search",
]
