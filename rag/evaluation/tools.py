"""The packages of the extra ``eval``: loaded when they are needed, asked for by their pip line."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from rag.errors import EvaluationError, StorageError
from rag.types import Reason


def load(module: str) -> Any:
    """A module of the extra.

    Raises:
        EvaluationError: it is not installed; the message names the pip line.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0].replace("_", "-")
        raise EvaluationError("eval.extra", package=package) from error


def require(picture: str | Path | None) -> None:
    """Look that what an evaluation needs is there, before the questions are asked.

    Args:
        picture: where a picture is to be written, None for none.

    Raises:
        EvaluationError: a package of the extra is not installed.
        StorageError: the picture's folder is not there, or the picture would be a folder.
    """
    load("ir_measures")
    if picture is None:
        return
    load("matplotlib")
    place = Path(picture)
    if not place.parent.is_dir():
        raise StorageError("eval.picture_folder", path=place, folder=place.parent)
    if place.is_dir():
        raise StorageError("eval.picture_refused", path=place, reason=Reason("eval.is_folder"))
