"""The engines that an index can be searched in, by name. Adding one is adding its file here, with
an ``ENGINE`` in it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.config import EngineSettings
from rag.errors import ConfigurationError
from rag.indexing.engine import Index
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex


def _accept(_settings: EngineSettings) -> None:
    """Any settings will do."""


@dataclass(frozen=True, slots=True)
class Engine:
    """How an index is opened for searching, and how it gets to where it is searched.

    Attributes:
        open: opens the live generation of an index folder, given the identity that its vectors
            must have (None takes any). Raises IndexUnusableError, EngineError.
        publish: puts a generation that was built in a folder where it is searched and makes it
            the live one; False where it is that already. None where that is the folder itself.
            Raises EngineError; what was live then stays so.
        needs_address: whether it is of no use without ``EngineSettings.uri``.
        check: raises ConfigurationError where the settings will not do.
    """

    open: Callable[[EngineSettings, Path, dict[str, Any] | None], Index]
    publish: Callable[[LocalIndex, EngineSettings, Progress], bool] | None = None
    needs_address: bool = False
    check: Callable[[EngineSettings], None] = _accept


_added: dict[str, Engine] = {}


def find(settings: EngineSettings) -> Engine:
    """The engine that the settings name. Only its own module is imported.

    Raises:
        ConfigurationError: there is no such engine, or the settings will not do for it.
    """
    names = sorted({module.name for module in pkgutil.iter_modules(__path__)} | set(_added))
    name = settings.name or next(one for one in names if _load(one).needs_address)
    if name not in names:
        raise ConfigurationError("engine.unknown", name=name, choices=", ".join(names))
    engine = _load(name)
    if engine.needs_address and not settings.uri:
        raise ConfigurationError("engine.no_uri", name=name)
    engine.check(settings)
    return engine


@contextmanager
def added(name: str, engine: Engine) -> Iterator[None]:
    """Know one more engine for the length of a ``with`` block (for tests)."""
    _added[name] = engine
    try:
        yield
    finally:
        del _added[name]


def _load(name: str) -> Engine:
    if name in _added:
        return _added[name]
    engine: Engine = importlib.import_module(f"{__name__}.{name}").ENGINE
    return engine
