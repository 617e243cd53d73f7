"""Import the packages of the extra ``eval``. If one is missing, the error names the pip command."""

from __future__ import annotations

import importlib
from typing import Any

from rag.errors import EvaluationError
from rag.installation import install_command


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


def require(*, picture: bool) -> None:
    """Check that an evaluation can run, before the questions are asked.

    Args:
        picture: whether a picture is wanted.

    Raises:
        EvaluationError: a package of the extra is not installed.
    """
    load("ir_measures")
    if picture:
        load("matplotlib")
