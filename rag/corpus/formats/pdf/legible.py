"""Whether the letters of a text layer are those that the pages show: a font without a table of
its letters gives others, which no one could search or read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ENOUGH = 200  # letters by which vowels can be counted
_SAMPLE = 40_000
_READABLE = 0.55
_FEWEST_VOWELS = 0.24  # French has 45 in 100 letters, Polish 40; other letters for them, 20
_LATIN = re.compile(r"[a-zß-ɏ]")
_VOWELS = frozenset("aeiouyæœøı")
_UNKNOWN = re.compile("[\ufffd\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]")


def is_legible(lines: Iterable[str]) -> bool:
    """Whether the lines of a document can be read: mostly letters and digits, among the Latin
    ones enough vowels."""
    parts: list[str] = []
    length = 0
    for line in lines:
        parts.append(line.rstrip("\ufffe"))
        length += len(line)
        if length > _SAMPLE:
            break
    text = "".join("".join(parts).split())
    if not text:
        return False
    unknown = len(_UNKNOWN.findall(text))
    known = sum(1 for c in text if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc"))
    marks = sum(1 for c in text if c in ".-_–—…·")  # leaders of a table of contents
    if unknown > 0.25 * len(text) or known < _READABLE * (len(text) - marks):
        return False
    plain = unicodedata.normalize("NFD", text.casefold())
    latin = [c for c in plain if _LATIN.match(c)]
    if len(latin) < _ENOUGH:
        return True
    return sum(1 for c in latin if c in _VOWELS) >= _FEWEST_VOWELS * len(latin)
