"""Releases and vectors to an index on disk, and back.

Here stands what asking needs. Building and verifying are imported from their modules, where they
are done: they load all that reads files.
"""

from rag.indexing import engines
from rag.indexing.engine import Candidates, Index, Records, Terms
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.indexing.packing import wording
from rag.indexing.results import BuildReport, Difference
from rag.indexing.store import open_index

__all__ = [
    "BuildReport",
    "Candidates",
    "Difference",
    "Index",
    "LocalIndex",
    "Progress",
    "Records",
    "Terms",
    "engines",
    "open_index",
    "wording",
]
