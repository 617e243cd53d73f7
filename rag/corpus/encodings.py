"""Identify the 8-bit encoding of a text by its words.

A byte beyond ASCII is a different letter or sign in each encoding. In the right encoding the
letters are those of the text's language and form its words, with capitals in the right places. The
signs stand where such signs belong: an apostrophe between letters, a guillemet before a word.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from rag.language.letters import Spelling, spellings
from rag.lazy import dataclass, regex

# If several give the same text, the first one is taken.
_ENCODINGS = (
    "iso-8859-1",
    "cp1252",
    "iso-8859-15",
    "mac-roman",
    "cp850",
    "cp437",
    "cp1250",
    "iso-8859-2",
    "cp852",
    "mac-latin2",
    "cp1254",
    "cp1257",
)
# A byte beyond ASCII with up to 30 bytes of its word on each side.
_PIECE = regex(rb"(?:[^\s]{0,30}[\x80-\xff][^\s]{0,30})|[\x80-\xff]", re.DOTALL)
_ASCII_WORD = regex(rb"(?<![\w\x80-\xff])[A-Za-z]{1,12}(?![\w\x80-\xff])")
_PIECES, _SAMPLE = 3_000, 200_000
_CONTROL = regex("[\x80-\x84\x86-\x9f]")
_LETTERS = regex(r"[^\W\d_]+")

_OPENING, _CLOSING = "«“„‹‘", "»”›’"
_AFTER_NUMBER = "°ºª%²³€£½¼¾"
_FREE = "©®™§·•…†"
_BLANKS = "\u00a0\u202f"
_SIGN, _BAD_SIGN, _NO_SIGN = 0.6, -0.5, -0.9

# The lowest mean likelihood of an encoding that is accepted, and how much lower that of the next
# one must be, so that there is no doubt.
_ACCEPTED, _APART = 0.3, 0.15
# A language is tried if it has this share of the frequent words that the best language has.
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Encoding:
    """The encoding that a text seems to have.

    Attributes:
        name: its name in Python.
        text: the whole text, decoded.
        sure: whether no other encoding fits nearly as well.
    """

    name: str
    text: str
    sure: bool


def tell_encoding(data: bytes) -> Encoding | None:
    """The 8-bit encoding in which the words of a text in Latin letters are likeliest; None if they
    are likely in none."""
    found = islice(_PIECE.finditer(data), _PIECES)
    pieces = Counter(match.group() for match in found)
    read = _languages_of(data)
    scores: list[tuple[float, str]] = []
    seen: set[str] = set()
    for name in _ENCODINGS:
        decoded = _decoded(pieces, name)
        if decoded is None:
            continue
        whole = "\x00".join(text for text, _ in decoded)
        if whole in seen or _CONTROL.search(whole):
            continue
        seen.add(whole)
        scores.append((max(_likelihood(decoded, one) for one in read), name))
    scores.sort(key=lambda one: -one[0])
    for number, (score, name) in enumerate(scores):
        if score < _ACCEPTED:
            break
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        behind = [other for other, _ in scores[number + 1 :]]
        return Encoding(name, text, not behind or score - behind[0] >= _APART)
    return None


def _decoded(pieces: Counter[bytes], encoding: str) -> list[tuple[str, int]] | None:
    try:
        return [(piece.decode(encoding), count) for piece, count in pieces.items()]
    except UnicodeDecodeError:
        return None


def _languages_of(data: bytes) -> tuple[Spelling, ...]:
    """The languages that the text may be in, by its ASCII words; all languages if there are too
    few such words."""
    words = Counter(word.decode("ascii").lower() for word in _ASCII_WORD.findall(data[:_SAMPLE]))
    shares = {
        one.code: sum(count for word, count in words.items() if word in one.common)
        for one in spellings()
    }
    most = max(shares.values(), default=0)
    if most < 3:
        return spellings()
    return tuple(one for one in spellings() if shares[one.code] >= _NEAR * most)


def _likelihood(decoded: list[tuple[str, int]], spelling: Spelling) -> float:
    """The mean likelihood of all characters beyond ASCII. Repeats of a word count less."""
    total = weights = 0.0
    for text, count in decoded:
        weight = min(count, 20) ** 0.5
        for at, character in enumerate(text):
            if character > "\x7f":
                total += weight * _fit(text, at, spelling)
                weights += weight
    return total / weights if weights else 0.0


def _fit(text: str, at: int, spelling: Spelling) -> float:
    character = text[at]
    if character.isalpha() and character not in "ºª":
        for match in _LETTERS.finditer(text):
            if match.start() <= at < match.end():
                word = match.group()
                beyond = sum(letter > "\x7f" for letter in word)
                if len(word) > 3 and 2 * beyond > len(word):
                    return -1.0
                return spelling.likelihood(word, at - match.start())
        return _NO_SIGN
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    if character == "’":
        fits = before.isalpha() and (after.isalpha() or not after.isalnum())
    elif character in _OPENING:
        fits = not before.isalnum()
    elif character in _CLOSING:
        fits = not after.isalnum()
    elif character in "–—":
        fits = before.isspace() == after.isspace() or before.isdigit() == after.isdigit()
    elif character in _AFTER_NUMBER:
        fits = before.isdigit() or before.isspace() or before in "nNm" or after.isdigit()
    elif character in "¿¡":
        fits = not before.isalnum()
    elif character in _FREE:
        fits = not (before.isalpha() and after.isalpha())
    else:
        fits = character in _BLANKS
        if not fits:
            return _NO_SIGN
    return _SIGN if fits else _BAD_SIGN
