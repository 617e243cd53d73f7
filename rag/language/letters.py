"""How languages in Latin script use letters beyond ASCII: in which words, next to which letters.

This tells the encoding of a file if its bytes do not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import languages
from rag.lazy import dataclass

# The likelihood of a letter depends on its rank: the first letters of a language are most frequent.
_FREQUENT = 6
_WORD, _FREQUENT_LETTER, _LETTER, _BESIDE, _WRONG = 1.0, 0.8, 0.5, 0.1, -0.8


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language uses letters beyond ASCII.

    Attributes:
        code: ISO 639-1 code.
        letters: likelihood of each of its small letters beyond ASCII, 0 to 1.
        words: words with such letters.
        pairs: pairs of neighbouring letters in those words, at least one of them beyond ASCII.
        common: frequent words in ASCII letters.
    """

    code: str
    letters: Mapping[str, float]
    words: frozenset[str]
    pairs: frozenset[str]
    common: frozenset[str]

    def likelihood(self, word: str, at: int) -> float:
        """How well the letter ``word[at]`` fits this language, -1 to 1.

        Args:
            word: a word of letters only, with its capitals.
            at: offset of a letter beyond ASCII.
        """
        letter = word[at]
        small = letter.lower()
        if small not in self.letters or _is_capital_inside(word, at):
            return _WRONG
        folded = word.lower()
        if folded in self.words:
            return _WORD
        if len(word) == 1:
            return _WRONG
        beside = sum(pair in self.pairs for pair in (folded[at - 1 : at + 1], folded[at : at + 2]))
        return self.letters[small] + _BESIDE * beside


@lru_cache(maxsize=1)
def spellings() -> tuple[Spelling, ...]:
    """The spellings of all languages with ``TermWords.letters``, sorted by code."""
    return tuple(_spelling(one) for one in languages().values() if one.terms.letters)


def _spelling(language: Language) -> Spelling:
    terms = language.terms
    common = {word for word in f"{terms.common} {terms.stop_words}".split() if word.isascii()}
    words = {word for word in _words_of(language) if not word.isascii()}
    letters = {
        letter: _FREQUENT_LETTER if rank < _FREQUENT else _LETTER
        for rank, letter in enumerate(terms.letters)
    }
    words = {word for word in words if all(c.isascii() or c in letters for c in word)}
    pairs = {
        word[at : at + 2]
        for word in words
        for at in range(len(word) - 1)
        if not word[at : at + 2].isascii()
    }
    return Spelling(language.code, letters, frozenset(words), frozenset(pairs), frozenset(common))


def _words_of(language: Language) -> Iterator[str]:
    """The words in the lists of a language, without its templates."""
    calendar = language.calendar
    lists: Iterable[str] = (*calendar.months, *calendar.weekdays, *calendar.seasons)
    for words in lists:
        yield from (word for word in listed(words) if word.isalpha())
    yield from (word for word in language.numbers if word.isalpha())
    for value in (language.terms, language.speech, language.questions, language.times):
        for text in _texts(value):
            yield from (
                word
                for word in unicodedata.normalize("NFC", text).replace("_", " ").split()
                if word.isalpha() and word.islower()
            )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", ())
        for name in names:
            if name not in ("letters", "script") and not name.endswith("endings"):
                yield from _texts(getattr(value, name))


def _is_capital_inside(word: str, at: int) -> bool:
    """Whether a capital that is not the first letter has a small letter before or after it."""
    if not word[at].isupper():
        return False
    return at > 0 and (word[at - 1].islower() or word[at + 1 : at + 2].islower())
