"""Tell when two hits are one release twice: two formats, a copy, a corrected version, a
translation."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from rag.types import Hit, Release

_WORD = re.compile(r"[^\W_]+")
# Two texts of one language are the same from this share of common words on.
_SAME = 0.8
# Passages of a translation stand at the same place of their release, give or take this share.
_SAME_PLACE = 0.1
_LANGUAGE_PART = re.compile(
    r"(?<![^\W_])(?:fr|en|de|es|it|nl|pt|pl|ru|uk|ar|zh|ja|el|ro|"
    r"fra|fre|eng|deu|ger|spa|ita|nld|dut|por|french|english|german|spanish|italian|dutch|"
    r"francais|français|anglais|allemand|espagnol|italien|deutsch|espanol|español|italiano)"
    r"(?![^\W_])",
    re.IGNORECASE,
)


def is_copy(hit: Hit, other: Hit) -> bool:
    """Whether a hit is the same passage of the same release as another hit, from another file."""
    first, second = hit.release, other.release
    if first.id == second.id:
        return False
    if first.language == second.language:
        return _alike(hit.passage.text, other.passage.text) and is_same_text(first, second)
    return _is_translation(first, second) and abs(_place(hit) - _place(other)) <= _SAME_PLACE


def is_same_text(first: Release, second: Release) -> bool:
    """Whether two releases have the same text, but for a few words."""
    return _alike(first.body, second.body)


def _alike(first: str, second: str) -> bool:
    if first == second:
        return True
    shorter, longer = sorted((len(first), len(second)))
    if shorter < 0.5 * longer:
        return False
    one, two = _words(first), _words(second)
    shared = (one & two).total()
    return shared >= _SAME * (one.total() + two.total() - shared)


@lru_cache(maxsize=64)
def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _is_translation(first: Release, second: Release) -> bool:
    """Whether two releases of different languages are one by their files' names: the same but for
    the language's code or name."""
    names = {_LANGUAGE_PART.sub("", one.source).casefold() for one in (first, second)}
    return len(names) == 1 and first.source != second.source


def _place(hit: Hit) -> float:
    """Where a passage stands in its release, 0 to 1."""
    passage = hit.passage
    return (passage.start + passage.end) / 2 / max(1, len(hit.release.body))
