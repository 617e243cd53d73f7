"""The folder of releases that a command reads."""

from __future__ import annotations

from pathlib import Path

from rag.config import CORPUS
from rag.indexing import corpus_of


def corpus_named(named: str | None, index: str) -> Path:
    """The folder that is named, else the one that an index was built from, else the default one."""
    return Path(named or corpus_of(Path(index)) or CORPUS)
