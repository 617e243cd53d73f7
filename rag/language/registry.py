"""The languages that are known, by code. Adding one is adding its file: the registry finds it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rag.language.language import Language

# The language whose words a text is read with when its own is not known.
DEFAULT = "fr"

_UNKNOWN = Language(code="")
_known: Mapping[str, Language] | None = None


def languages() -> Mapping[str, Language]:
    """All languages, by ISO 639-1 code, sorted."""
    global _known
    if _known is None:
        from rag.language.stemmed import LANGUAGES

        found = list(LANGUAGES)
        for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
            if len(module.name) == 2:
                found.append(importlib.import_module(f"rag.language.{module.name}").LANGUAGE)
        _known = {language.code: language for language in sorted(found, key=lambda one: one.code)}
    return _known


def known(code: str | None) -> Language:
    """What is known of a language; a value without any words where nothing is."""
    return languages().get(code or "", _UNKNOWN)


def dated(code: str | None) -> Language | None:
    """A language whose calendar is known; None for any other."""
    own = known(code)
    return own if any(own.calendar.months) else None


def read_with(code: str | None) -> tuple[Language, ...]:
    """The languages in whose words a text is read: its own and those that stand beside it; those
    of ``DEFAULT`` where its own has no calendar. Sorted by code."""
    own = dated(code) or languages()[DEFAULT]
    return tuple(one for one in languages().values() if one is own or one.code in own.beside)


def others(read: tuple[Language, ...]) -> tuple[Language, ...]:
    """The languages with a calendar that are not among these, sorted by code."""
    return tuple(one for one in languages().values() if dated(one.code) and one not in read)


@contextmanager
def added(language: Language) -> Iterator[None]:
    """Know one more language for the length of a ``with`` block (for tests)."""
    global _known
    before = languages()
    _known = dict(sorted({**before, language.code: language}.items()))
    try:
        yield
    finally:
        _known = before
