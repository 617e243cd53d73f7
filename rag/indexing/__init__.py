"""Build an index of releases and their vectors, keep it on disk, and search it."""

from rag.indexing import engines
from rag.indexing.build import BuildReport, build_index
from rag.indexing.engine import Candidates, Index, Records, Terms
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.indexing.packing import wording
from rag.indexing.store import open_index
from rag.indexing.verify import Difference, verify

__all__ = [
    "BuildReport",
    "Candidates",
    "Difference",
    "Index",
    "LocalIndex",
    "Progress",
    "Records",
    "Terms",
    "build_index",
    "engines",
    "open_index",
    "verify",
    "wording",
]
