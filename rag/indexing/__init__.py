"""Build an index of releases and their vectors, keep it on disk, and search it.

This package exports only what a question needs. ``build`` and ``verify`` are imported by name, so
that a question does not load them.
"""

from rag.indexing import engines
from rag.indexing.engine import Candidates, Index, Records, Terms
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.indexing.packing import wording
from rag.indexing.results import BuildReport, Difference
from rag.indexing.store import corpus_in, corpus_of, open_index

__all__ = [
    "BuildReport",
    "Candidates",
    "Difference",
    "Index",
    "LocalIndex",
    "Progress",
    "Records",
    "Terms",
    "corpus_in",
    "corpus_of",
    "engines",
    "open_index",
    "wording",
]
