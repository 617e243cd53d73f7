"""Vectors, BM25, the store on disk, build and update."""

from rag.indexing.analysis import analyse, analyse_query, likely_languages
from rag.indexing.build import BuildReport, Progress, build_index
from rag.indexing.records import date_bounds
from rag.indexing.store import Index, open_index

__all__ = [
    "BuildReport",
    "Index",
    "Progress",
    "analyse",
    "analyse_query",
    "build_index",
    "date_bounds",
    "likely_languages",
    "open_index",
]
