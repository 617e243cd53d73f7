"""Regular expressions out of a language's words, compiled when a text first needs them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

GAP = r"(?:[\s\u00a0\u202f]{1,3})"
DASH = r"[-\u2010-\u2015]"
APOSTROPHE = "['\u2019]"
YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
START = r"(?<![\w\u0300-\u036f])"
END = r"(?![\w\u0300-\u036f])"
# Stands among the words of a text that may hold a year.
A_YEAR = "0000"

_WORD = re.compile(r"[^\W\d_]+")
_A_YEAR = re.compile(YEAR)
_NAMED = re.compile(r"\{([a-z_]+)\}")
_CAPTURED = re.compile(r"(?<!\\)\((?!\?)")
_SPELLINGS = {" ": GAP, "-": DASH, "'": APOSTROPHE, "ß": "(?:ß|ss)"}


def listed(words: str) -> list[str]:
    """The words and phrases between the commas."""
    return [word for word in (part.strip() for part in words.split(",")) if word]


def plain(text: str) -> str:
    """A text as word lists are compared: small letters, one blank, one kind of dash, of apostrophe
    and of accent."""
    folded = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    return re.sub(DASH, "-", folded).replace("\u2019", "'")


def words_of(text: str) -> set[str]:
    """The words of a text in small letters, with ``A_YEAR`` if it may hold one."""
    found = set(_WORD.findall(unicodedata.normalize("NFC", text.casefold())))
    if _A_YEAR.search(text):
        found.add(A_YEAR)
    return found


def anchors(words: Iterable[str]) -> frozenset[str]:
    """Of each word or phrase its longest word: a text without all of these holds none of them."""
    return frozenset(max(_WORD.findall(plain(word)), key=len, default="") for word in words)


def template(text: str, named: Mapping[str, str] | None = None) -> str:
    """The regular expression of a template; ``named`` has those of the names in braces."""
    parts = _NAMED.split(_CAPTURED.sub("(?:", text))
    return "".join(
        (named or {})[part] if at % 2 else "".join(_spelt(letter, letter) for letter in part)
        for at, part in enumerate(parts)
    )


def any_of(words: Iterable[str]) -> str:
    """The regular expression of one of the words, the longest that fits; of no words one that
    nothing fits."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    spelt = "|".join(
        "".join(_spelt(letter, re.escape(letter)) for letter in word) for word in ordered
    )
    return f"(?:{spelt.replace('ss', '(?:ss|ß)')})" if ordered else "(?!)"


def led_by(words: Iterable[str]) -> str:
    """One of the words and the blank behind it, which a dash or an apostrophe does without."""
    there = list(words)
    bound = any_of(word for word in there if word[-1] in "'-")
    apart = any_of(word for word in there if word[-1] not in "'-")
    return f"(?:{bound}{GAP}?|{apart}{GAP})"


def _spelt(letter: str, otherwise: str) -> str:
    """All ways in which a letter may stand in a text."""
    decomposed = unicodedata.normalize("NFD", letter)
    if letter in _SPELLINGS or decomposed == letter:
        return _SPELLINGS.get(letter, otherwise)
    return f"(?:{letter}|{decomposed})"


class Pattern:
    """A regular expression without regard to capitals, compiled at its first use.

    Args:
        regex: its text.
        needs: sets of words, small: a text that lacks all the words of one set holds no match.
    """

    __slots__ = ("_compiled", "_needs", "_regex")

    def __init__(self, regex: str, *needs: frozenset[str]) -> None:
        self._regex = regex
        self._needs = needs
        self._compiled: re.Pattern[str] | None = None

    def may_match(self, words: set[str]) -> bool:
        """Whether a text of these words (``words_of``) may hold a match."""
        return not any(words.isdisjoint(needed) for needed in self._needs)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The regular expression, compiled."""
        if self._compiled is None:
            self._compiled = re.compile(self._regex, re.IGNORECASE)
        return self._compiled
