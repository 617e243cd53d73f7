"""The other names of countries, organisations and places: "OTAN" is "NATO".

``data/territories.txt`` and ``data/organisations.txt`` have the names of one thing in a line.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rag.language.terms import fold, plain
from rag.lazy import regex

_DATA = Path(__file__).parent / "data"
_FILES = ("territories.txt", "organisations.txt")
_WORD = regex(r"\w+")


def other_names(name: str) -> frozenset[str]:
    """The keys of the other names of what a name stands for; empty if the name is not known.

    Args:
        name: in any of these languages, with or without accents and capitals.
    """
    return _aliases().get(name_key(name), frozenset())


def is_territory(name: str) -> bool:
    """Whether a name is that of a country or another territory, in any of the languages."""
    return name_key(name) in _territories()


def name_key(name: str) -> str:
    """A name in small letters without accents and marks, its words between single blanks; an
    acronym stays in capitals, so that "UN" is not the French word "un"."""
    words = _WORD.findall(name)
    if len(words) == 1 and is_acronym(words[0]):
        return str(words[0])
    return " ".join(_WORD.findall(fold(plain(name))))


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone and has two letters or more."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


@lru_cache(maxsize=1)
def _aliases() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for file in _FILES:
        for keys in _things(file):
            for key in keys:
                found[key] = found.get(key, frozenset()) | keys
    return found


@lru_cache(maxsize=1)
def _territories() -> frozenset[str]:
    return frozenset().union(*_things(_FILES[0]))


def _things(file: str) -> list[frozenset[str]]:
    """The keys of the names of each thing in a file."""
    text = (_DATA / file).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return [frozenset(map(name_key, line.split("|"))) - {""} for line in lines]
