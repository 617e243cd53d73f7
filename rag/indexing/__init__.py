"""Vectors, BM25, the store on disk, build and update."""

from rag.indexing.analysis import analyse, analyse_query, likely_languages
from rag.indexing.build import BuildReport, Progress, build_index
from rag.indexing.engine import Candidates, Index, Terms
from rag.indexing.records import date_bounds, day_number
from rag.indexing.store import LocalIndex, damaged_files, open_index

__all__ = [
    "BuildReport",
    "Candidates",
    "Index",
    "LocalIndex",
    "Progress",
    "Terms",
    "analyse",
    "analyse_query",
    "build_index",
    "damaged_files",
    "date_bounds",
    "day_number",
    "likely_languages",
    "open_index",
]
