"""Decide whether the text of a PDF can be read. A font without a table of its letters gives wrong
letters, which nobody can read or search."""

from __future__ import annotations

import re
import unicodedata

_ENOUGH = 200  # with fewer letters, vowels are not counted
_SAMPLE = 2000
_READABLE = 0.55
_FEWEST_VOWELS = 0.24  # French has 45 vowels in 100 letters, Polish 40; wrong letters have 20
_LATIN = re.compile(r"[a-zß-ɏ]+")
_VOWELS = "aeiouyæœøı"
_UNKNOWN = re.compile("[\ufffd\uffff\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]+")
_LETTERS = re.compile(r"\w+")


def is_legible(lines: list[str]) -> bool:
    """Whether the lines of a document can be read: most characters are letters or digits, and
    there are enough vowels among the Latin letters."""
    step = max(1, sum(map(len, lines)) // _SAMPLE)
    text = "".join("".join(lines[::step]).replace("\ufffe", "").split())
    if not text:
        return False
    plain = unicodedata.normalize("NFD", text.casefold())
    unknown = _length(_UNKNOWN, text)
    known = _length(_LETTERS, plain) + len(plain) - len(text)
    marks = sum(map(text.count, "._–—…·-"))  # leaders of a table of contents
    if unknown > 0.25 * len(text) or known < _READABLE * (len(plain) - marks):
        return False
    latin = _length(_LATIN, plain)
    return latin < _ENOUGH or sum(map(plain.count, _VOWELS)) >= _FEWEST_VOWELS * latin


def _length(pattern: re.Pattern[str], text: str) -> int:
    """How many characters the matches of a pattern have."""
    return sum(map(len, pattern.findall(text)))
