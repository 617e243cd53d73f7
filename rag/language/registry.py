"""The languages that are known, by code. Adding one is adding its file: the registry finds it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.language.language import Language

# The language whose words a text is read with when its own is not known.
DEFAULT = "fr"

_known: dict[str, Language] = {}


def languages() -> dict[str, Language]:
    """All languages, by ISO 639-1 code, sorted."""
    if not _known:
        for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
            if len(module.name) == 2:
                found: Language = importlib.import_module(f"rag.language.{module.name}").LANGUAGE
                _known[found.code] = found
    return dict(sorted(_known.items()))


def read_with(code: str | None) -> tuple[Language, ...]:
    """The languages in whose words a text is read: its own and those that stand beside it; those
    of ``DEFAULT`` where its own is not known. Sorted by code."""
    known = languages()
    own = known.get(code or "") or known[DEFAULT]
    return tuple(one for one in known.values() if one is own or one.code in own.beside)


def others(read: tuple[Language, ...]) -> tuple[Language, ...]:
    """The languages that are not among these, sorted by code."""
    return tuple(one for one in languages().values() if one not in read)


@contextmanager
def added(language: Language) -> Iterator[None]:
    """Know one more language for the length of a ``with`` block (for tests)."""
    languages()
    before = _known.get(language.code)
    _known[language.code] = language
    try:
        yield
    finally:
        if before is None:
            del _known[language.code]
        else:
            _known[language.code] = before
