"""Whether the letters of a text layer are those that the pages show: a font without a table of
its letters gives others, which no one could search or read."""

from __future__ import annotations

import re
import unicodedata

_ENOUGH = 200  # letters by which vowels can be counted
_SAMPLE = 2000
_READABLE = 0.55
_FEWEST_VOWELS = 0.24  # French has 45 in 100 letters, Polish 40; other letters for them, 20
_LATIN = re.compile(r"[a-zß-ɏ]+")
_VOWELS = "aeiouyæœøı"
_UNKNOWN = re.compile("[\ufffd\uffff\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]+")
_LETTERS = re.compile(r"\w+")


def is_legible(lines: list[str]) -> bool:
    """Whether the lines of a document can be read: mostly letters and digits, among the Latin
    ones enough vowels."""
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
    """How many characters a pattern finds."""
    return sum(map(len, pattern.findall(text)))
