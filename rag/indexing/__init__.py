"""Releases and vectors to an index on disk, and back."""

from rag.indexing.build import BuildReport, Progress, build_index
from rag.indexing.engine import Candidates, Index, Terms
from rag.indexing.store import LocalIndex, damaged_files, open_index

__all__ = [
    "BuildReport",
    "Candidates",
    "Index",
    "LocalIndex",
    "Progress",
    "Terms",
    "build_index",
    "damaged_files",
    "open_index",
]
