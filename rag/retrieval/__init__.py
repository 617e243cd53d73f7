"""Find the hits for a query: candidates, filtered and fused, then re-ranked by the reader."""

from rag.retrieval.register import Register
from rag.retrieval.rerank import Reranker
from rag.retrieval.result import SearchResult, Signals
from rag.retrieval.search import retrieve, search

__all__ = ["Register", "Reranker", "SearchResult", "Signals", "retrieve", "search"]
