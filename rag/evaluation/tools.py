"""Import the packages of the extra ``eval``. If one is missing, the error names the pip command."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from rag.errors import EvaluationError, StorageError
from rag.installation import install_command
from rag.types import Reason


def load(module: str) -> Any:
    """Import a module of the extra.

    Raises:
        EvaluationError: it is not installed; the message names the pip command.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0].replace("_", "-")
        command = install_command("eval", package)
        raise EvaluationError("eval.extra", package=package, command=command) from error


def require(picture: str | Path | None) -> None:
    """Check that an evaluation can run, before the questions are asked.

    Args:
        picture: file of the picture; None if none is wanted.

    Raises:
        EvaluationError: a package of the extra is not installed.
        StorageError: the folder of ``picture`` does not exist, or ``picture`` is a folder.
    """
    load("ir_measures")
    if picture is None:
        return
    load("matplotlib")
    path = Path(picture)
    if not path.parent.is_dir():
        raise StorageError("eval.picture_folder", path=path, folder=path.parent)
    if path.is_dir():
        raise StorageError("eval.picture_refused", path=path, reason=Reason("eval.is_folder"))
