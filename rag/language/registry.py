"""The known languages, by code. To add a language, add its file: the registry finds it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rag.language.language import Language

# If the language of a text is not known, the text is read with the words of this language.
DEFAULT = "fr"

_UNKNOWN = Language(code="")
_known: Mapping[str, Language] | None = None


def languages() -> Mapping[str, Language]:
    """All known languages, by ISO 639-1 code, sorted by code."""
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
    """What is known about a language; a ``Language`` without words if nothing is known."""
    return languages().get(code or "", _UNKNOWN)


def dated(code: str | None) -> Language | None:
    """The language with this code; None if its calendar is not known."""
    own = known(code)
    return own if any(own.calendar.months) else None


def read_with(code: str | None) -> tuple[Language, ...]:
    """The languages with whose words a text is read, sorted by code.

    They are the language of the text and those in its ``Language.beside``. If its calendar is not
    known, ``DEFAULT`` takes its place.
    """
    own = dated(code) or languages()[DEFAULT]
    return tuple(one for one in languages().values() if one is own or one.code in own.beside)


def others(read: tuple[Language, ...]) -> tuple[Language, ...]:
    """All other languages with a known calendar, sorted by code."""
    return tuple(one for one in languages().values() if dated(one.code) and one not in read)


@contextmanager
def added(language: Language) -> Iterator[None]:
    """Add a language for the length of a ``with`` block (for tests)."""
    global _known
    before = languages()
    _known = dict(sorted({**before, language.code: language}.items()))
    try:
        yield
    finally:
        _known = before
