"""A question to candidates to fused hits, re-ranked; filters are applied inside the search."""

from rag.retrieval.rerank import rerank
from rag.retrieval.search import SearchResult, Signals, search

__all__ = ["SearchResult", "Signals", "rerank", "search"]
