"""The patterns by which header lines, datelines, captions and a lead's own date are recognised."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import any_of, listed, template
from rag.language.registry import read_with
from rag.language.vocabulary import vocabulary

_ACCENTED = re.compile(r"\(\?:([\u00c0-\u024f])\|")


@lru_cache(maxsize=256)
def release_pattern(field: str, read: tuple[Language, ...]) -> str:
    """The regular expression of a field of ``ReleaseWords`` in any of these languages; of none one
    that nothing fits."""
    named = {"weekday": vocabulary(read).weekday}
    spelt = (template(getattr(language.releases, field), named) for language in read)
    return f"(?:{'|'.join(text for text in spelt if text) or '(?!)'})"


@lru_cache(maxsize=256)
def label_pattern(field: str, read: tuple[Language, ...]) -> str:
    """The same where accents may be missing, as over capitals ("PUBLIE LE")."""
    return _ACCENTED.sub(
        lambda match: f"(?:{unicodedata.normalize('NFD', match[1])[0]}|{match[1]}|",
        release_pattern(field, read),
    )


@lru_cache(maxsize=64)
def release_words(field: str, read: tuple[Language, ...]) -> str:
    """The same of a field that lists words."""
    return any_of(word for language in read for word in listed(getattr(language.releases, field)))


@lru_cache(maxsize=64)
def corrected(language: str | None) -> re.Pattern[str]:
    """What a title says of a corrected version, in a language and those read with it."""
    return re.compile(rf"\b{release_pattern('corrected', read_with(language))}", re.IGNORECASE)
