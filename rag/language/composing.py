"""Compose decomposed Unicode (an "e" and an accent after it), and map offsets back."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left

from rag.lazy import dataclass, regex

_MARK = regex("[\u0300-\u036f]")
_DECOMPOSED = regex("[^\u0300-\u036f][\u0300-\u036f]+")
# Characters before and after a stretch that a pattern may look at.
_MARGIN = 40


@dataclass(frozen=True, slots=True)
class Composed:
    """A stretch of a text, composed.

    Attributes:
        text: the composed stretch, with some characters before and after it.
        start, end: offsets of the stretch in ``text``.
        places: the offset in the original text of each character of ``text``, and of its end.
    """

    text: str
    start: int
    end: int
    places: list[int]


def compose(text: str, start: int, end: int) -> Composed | None:
    """Compose ``text[start:end]``; None if nothing in it is decomposed, as in most texts."""
    if text.isascii() or _MARK.search(text, start, end) is None:
        return None
    low, high = max(0, start - _MARGIN), min(len(text), end + _MARGIN)
    pieces: list[str] = []
    places: list[int] = []
    at = low

    for match in _DECOMPOSED.finditer(text, low, high):
        pieces.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        letters = unicodedata.normalize("NFC", match.group())
        if len(letters) == len(match.group()):
            letters = match.group()
            places.extend(range(match.start(), match.end()))
        else:
            # Accents that could not be composed come last, and so do their offsets.
            places.append(match.start())
            places.extend(range(match.end() - len(letters) + 1, match.end()))
        pieces.append(letters)
        at = match.end()
    pieces.append(text[at:high])
    places.extend(range(at, high))
    places.append(high)
    begin, stop = bisect_left(places, start), bisect_left(places, end)
    return Composed("".join(pieces), begin, stop, places)
