"""The engine ``local``: it searches in the files of the index folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rag.config import EngineSettings
from rag.indexing.engines import Engine
from rag.indexing.local import LocalIndex
from rag.indexing.store import open_index


def _open(_settings: EngineSettings, folder: Path, encoder: dict[str, Any] | None) -> LocalIndex:
    return open_index(folder, encoder)


ENGINE = Engine(_open)
