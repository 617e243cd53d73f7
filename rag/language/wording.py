"""Words as they are written: the words of a text, and when two spellings are one word.

A phrase is first looked for *as written*: the same letters, small or capital, with the same kind of
gap between the words. Then *loosely*: without accents and other marks, elisions ("l’") and hyphens,
and with each language's other spelling of its letters ("Müller", "Mueller").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from rag.language.registry import known
from rag.language.terms import plain
from rag.language.words import UNSPACED, is_unspaced
from rag.lazy import regex

# What stands between two words: blanks or nothing, an apostrophe, a hyphen, a few marks, more.
BLANK, APOSTROPHE, HYPHEN, MARKS, FAR = range(5)

_APOSTROPHES = frozenset("'’‘ʼ＇`´")
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2212")
_FEW_MARKS = 4
_SIGNS = "%‰€$£¥°§&@+"
# Of scripts whose vowels or accents are marks that may be left out.
_LEFT_OUT = regex("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
# They show where a word may be broken, or join letters.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_IS_INVISIBLE = regex(f"[{_INVISIBLE}]")
# Letters that are written without their mark where a keyboard lacks them, and Arabic and Persian
# forms of one letter.
_BARE = str.maketrans({
    "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ŧ": "t", "ð": "d", "þ": "th", "ŋ": "n",
    "ى": "ي", "ی": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك",
})  # fmt: skip
_MOST_PAIRS = 6


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        word: in small letters, with one width (NFKC).
        start, end: its offsets.
        gap: what stands before it, ``BLANK`` to ``FAR``.
    """

    word: str
    start: int
    end: int
    gap: int


def words_in(text: str) -> list[Word]:
    """The words of a text, in order: runs of letters and digits with their marks, and signs that
    are read as a word ("%"). In scripts without blanks each character is a word."""
    found: list[Word] = []
    end = 0
    for gap, token in gaps_and_tokens(text):
        start = end + len(gap)
        end = start + len(token)
        found.append(Word(spelled(token), start, end, gap_kind(gap)))
    return found


def gaps_and_tokens(text: str) -> list[tuple[str, str]]:
    """Each word of a text as it is written, with what stands before it."""
    unspaced = is_unspaced(text)
    pattern = _token(unspaced, not unspaced and _a_mark().search(text) is not None)
    found: list[tuple[str, str]] = pattern.findall(text)
    return found


@lru_cache(maxsize=100_000)
def spelled(token: str) -> str:
    """A word in small letters, with one width and without invisible characters."""
    return _IS_INVISIBLE.sub("", plain(token)) if not token.isascii() else token.casefold()


@lru_cache(maxsize=4_096)
def gap_kind(gap: str) -> int:
    """What stands between two words, ``BLANK`` to ``FAR``."""
    if not gap or gap.isspace():
        return BLANK
    if len(gap) == 1 and gap in _APOSTROPHES:
        return APOSTROPHE
    if len(gap) == 1 and gap in _HYPHENS:
        return HYPHEN
    return MARKS if len(gap) <= _FEW_MARKS else FAR


@lru_cache(maxsize=100_000)
def bare(word: str) -> str:
    """A word of ``words_in`` without accents and other marks."""
    if word.isascii():
        return word
    letters = _LEFT_OUT.sub("", unicodedata.normalize("NFD", word)).translate(_BARE)
    return unicodedata.normalize("NFC", letters) or word


def same_word(word: str, sought: str, language: str | None) -> bool:
    """Whether two spellings are one word of a language, loosely."""
    return bare(word) == bare(sought) or spelled_out(word, language) == spelled_out(
        sought, language
    )


def same_beginning(word: str, sought: str, language: str | None) -> bool:
    """Whether a word begins with a spelling of ``sought``, loosely."""
    return bare(word).startswith(bare(sought)) or spelled_out(word, language).startswith(
        spelled_out(sought, language)
    )


@lru_cache(maxsize=100_000)
def spelled_out(word: str, language: str | None) -> str:
    """A word with the two letters that a language may write for one of its letters ("muenchen"),
    else as ``bare``."""
    for letter, pair in _pairs(language or ""):
        word = word.replace(letter, pair)
    return bare(word)


def bare_spellings(word: str, language: str | None) -> list[str]:
    """All that ``bare`` may give for the spellings of a word in a language."""
    out = spelled_out(word, language)
    pairs = [(pair, bare(letter)) for letter, pair in _pairs(language or "")]
    found = {bare(word), out}
    if pairs:
        parts = re.split(f"({'|'.join(pair for pair, _ in pairs)})", out)
        choices = [
            (part, dict(pairs)[part]) if n % 2 and n < 2 * _MOST_PAIRS else (part,)
            for n, part in enumerate(parts)
        ]
        found |= {"".join(chosen) for chosen in product(*choices)}
    return sorted(found)


def manner(words: Sequence[Word], language: str | None) -> object:
    """Equal for languages in which a phrase may be the same: none has another spelling of a word,
    or another elision, than the other."""
    spellings = tuple(
        (spelled_out(one.word, language), *bare_spellings(one.word, language)) for one in words
    )
    return spellings, elided_words(language) if len(words) > 1 else None


@lru_cache(maxsize=128)
def elided_words(language: str | None) -> frozenset[str]:
    """The words that an apostrophe joins to the next word in a language, as ``bare`` gives them."""
    return frozenset(map(bare, known(language or "").terms.elided.split()))


def without_elisions(words: Sequence[Word], language: str | None) -> list[Word]:
    """The words without those that are elided before another one; all, if none were left."""
    elided = elided_words(language)
    left = [
        one
        for n, one in enumerate(words)
        if not (bare(one.word) in elided and n + 1 < len(words) and words[n + 1].gap == APOSTROPHE)
    ]
    return left or list(words)


def stands_in(text: str, sought: str, language: str | None, *, begins: bool = False) -> bool:
    """Whether words stand in a text in this order, loosely.

    Args:
        begins: whether the last word may go on.
    """
    wanted = [one.word for one in without_elisions(words_in(sought), language)]
    held = words_in(text)
    elided = elided_words(language)

    def goes_on(at: int, number: int) -> bool:
        """Whether the words from ``number`` on stand at ``at`` or behind an elision there."""
        while number < len(wanted):
            if at >= len(held):
                return False
            same: Callable[[str, str, str | None], bool] = same_word
            if begins and number == len(wanted) - 1:
                same = same_beginning
            skipped = (
                number > 0
                and bare(held[at].word) in elided
                and at + 1 < len(held)
                and held[at + 1].gap == APOSTROPHE
            )
            if number > 0 and held[at].gap == FAR:
                return False
            if same(held[at].word, wanted[number], language):
                number += 1
            elif not skipped:
                return False
            at += 1
        return True

    return bool(wanted) and any(goes_on(at, 0) for at in range(len(held)))


@lru_cache(maxsize=128)
def _pairs(code: str) -> tuple[tuple[str, str], ...]:
    """Letters of a language with the two letters that may stand for each."""
    listed = known(code).terms.spelled_out.split()
    return tuple((one.partition(":")[0], one.partition(":")[2]) for one in listed)


@lru_cache(maxsize=4)
def _token(unspaced: bool, marked: bool) -> re.Pattern[str]:
    """A pattern for a word and what stands before it, in a text with or without marks."""
    if not unspaced:
        more = rf"(?:[{_marks()}]+[^\W_]*)*" if marked else ""
        return re.compile(rf"((?:[^\w{_SIGNS}]|_)*)([{_SIGNS}]|[^\W_]+{more})")
    letter = rf"(?![{UNSPACED}])[^\W_]"
    word = rf"[{_SIGNS}]|[{UNSPACED}][{_marks()}]*|{letter}(?:{letter}|[{_marks()}])*"
    return re.compile(rf"((?:(?![{UNSPACED}{_SIGNS}])[\W_])*)({word})")


@lru_cache(maxsize=1)
def _a_mark() -> re.Pattern[str]:
    return re.compile(f"[{_marks()}]")


@lru_cache(maxsize=1)
def _marks() -> str:
    """The marks that belong to the letter before them, as in a character class."""
    ranges = (range(0x300, 0x1E00), range(0x20D0, 0x2100), range(0xFE00, 0xFE30))
    held = [chr(n) for part in ranges for n in part if unicodedata.category(chr(n))[0] == "M"]
    return "".join(held) + _INVISIBLE
