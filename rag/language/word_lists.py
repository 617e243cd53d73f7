"""Look up the words of a list of the language files, in which ``*`` ends the beginning of a word
and ``_`` joins the words of a phrase."""

from __future__ import annotations

from functools import lru_cache

from rag.language.terms import fold, plain
from rag.lazy import dataclass, regex

_WORD = regex(r"[^\W\d_]+")


class FoldedText:
    """The words of a text, folded.

    Attributes:
        words: each once.
        joined: all in their order, with a blank before and behind each.
    """

    def __init__(self, text: str) -> None:
        found = [fold(word) for word in _WORD.findall(plain(text))]
        self.words = frozenset(found)
        self.joined = f" {' '.join(found)} "


@dataclass(frozen=True, slots=True)
class WordList:
    """Words, phrases and beginnings of words, folded."""

    whole: frozenset[str]
    phrases: tuple[str, ...]
    beginnings: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a folded word is one of the words, or begins like one."""
        return word in self.whole or word.startswith(self.beginnings)

    def are_in(self, text: FoldedText) -> bool:
        """Whether a text has one of them."""
        return any(map(self.has, text.words)) or any(
            f" {phrase} " in text.joined for phrase in self.phrases
        )


@lru_cache(maxsize=1024)
def word_list(listed: str) -> WordList:
    """The words of a list, with blanks between them."""
    keys = [fold(plain(word)) for word in listed.split()]
    return WordList(
        frozenset(key for key in keys if not key.endswith("*") and "_" not in key),
        tuple(key.replace("_", " ") for key in keys if "_" in key),
        tuple(key[:-1] for key in keys if key.endswith("*")),
    )
