"""The engines that can search an index, by name. To add one, add its module to this folder, with an
``ENGINE`` in it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rag.config import EngineSettings
from rag.errors import ConfigurationError
from rag.indexing.engine import Index
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.lazy import dataclass
from rag.near import suggestion


def _accept(_settings: EngineSettings) -> None:
    """Accept all settings."""


@dataclass(frozen=True, slots=True)
class Engine:
    """How an index is published to an engine, and how it is opened for searching.

    Attributes:
        open: opens the live generation of an index folder, given the identity that the encoder of
            its vectors must have (None accepts any). Raises IndexUnusableError, EngineError.
        publish: copies a generation that was built in a folder to the engine and makes it live
            there; returns False if it is already live. Raises EngineError; the old generation then
            stays live. None if the engine searches in the folder itself.
        needs_address: whether the engine needs ``EngineSettings.uri``.
        check: raises ConfigurationError if the settings do not fit the engine.
    """

    open: Callable[[EngineSettings, Path, dict[str, Any] | None], Index]
    publish: Callable[[LocalIndex, EngineSettings, Progress], bool] | None = None
    needs_address: bool = False
    check: Callable[[EngineSettings], None] = _accept


_added: dict[str, Engine] = {}


def find(settings: EngineSettings) -> Engine:
    """The engine that the settings name; without a name, the first engine in alphabetical order
    that needs an address. If there is a name, only the module of that engine is imported.

    Raises:
        ConfigurationError: there is no such engine, or the settings do not fit it.
    """
    names = sorted({module.name for module in pkgutil.iter_modules(__path__)} | set(_added))
    name = settings.name or next(one for one in names if _load(one).needs_address)
    if name not in names:
        near = suggestion(name, names)
        raise ConfigurationError("engine.unknown", name=name, near=near, choices=", ".join(names))
    engine = _load(name)
    if engine.needs_address and not settings.uri:
        raise ConfigurationError("engine.no_uri", name=name)
    engine.check(settings)
    return engine


@contextmanager
def added(name: str, engine: Engine) -> Iterator[None]:
    """Register one more engine inside a ``with`` block (for tests)."""
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
