"""A query to candidates to fused hits, re-ranked; filters are applied inside the search."""

from rag.retrieval.rerank import Reranker
from rag.retrieval.result import SearchResult, Signals
from rag.retrieval.search import retrieve, search

__all__ = ["Reranker", "SearchResult", "Signals", "retrieve", "search"]
