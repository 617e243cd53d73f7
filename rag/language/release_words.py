"""Patterns that find header lines, datelines, captions and the release's date in a lead."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import any_of, either, listed, template
from rag.language.registry import read_with
from rag.language.vocabulary import vocabulary
from rag.lazy import regex

_ACCENTED = regex(r"\(\?:([\u00c0-\u024f])\|")


@lru_cache(maxsize=256)
def release_pattern(field: str, read: tuple[Language, ...]) -> str:
    """The regular expression of a field of ``ReleaseWords`` for any of these languages.

    It matches nothing if no language has words in the field.
    """
    named = {"weekday": vocabulary(read).weekday}
    return either(template(getattr(language.releases, field), named) for language in read)


@lru_cache(maxsize=256)
def label_pattern(field: str, read: tuple[Language, ...]) -> str:
    """The same, but accents may be missing, as often with capitals ("PUBLIE LE")."""
    return _ACCENTED.sub(
        lambda match: f"(?:{unicodedata.normalize('NFD', match[1])[0]}|{match[1]}|",
        release_pattern(field, read),
    )


@lru_cache(maxsize=64)
def release_words(field: str, read: tuple[Language, ...]) -> str:
    """The same for a field that lists words."""
    return any_of(word for language in read for word in listed(getattr(language.releases, field)))


@lru_cache(maxsize=64)
def corrected(language: str | None) -> re.Pattern[str]:
    """The pattern for the title of a corrected version.

    Args:
        language: of the title, ISO 639-1; the words are those of ``read_with``.
    """
    return re.compile(rf"\b{release_pattern('corrected', read_with(language))}", re.IGNORECASE)
