"""Text in decomposed Unicode ("e" and an accent behind it) in its composed form, and back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_MARK = re.compile("[\u0300-\u036f]")
_DECOMPOSED = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
# What a pattern may look at beside the stretch that it reads.
_MARGIN = 40


@dataclass(frozen=True, slots=True)
class Composed:
    """A stretch of a text, composed.

    Attributes:
        text: the stretch with a little of what stands beside it.
        start, end: where the stretch itself stands in it.
        places: of each of its characters, and of its end, the place in the text that it is from.
    """

    text: str
    start: int
    end: int
    places: list[int]


def compose(text: str, start: int, end: int) -> Composed | None:
    """``text[start:end]`` composed; None where nothing in it is decomposed, as in most texts."""
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
            # What could not be composed stands behind the letter, and so does its place.
            places.append(match.start())
            places.extend(range(match.end() - len(letters) + 1, match.end()))
        pieces.append(letters)
        at = match.end()
    pieces.append(text[at:high])
    places.extend(range(at, high))
    places.append(high)
    begin, stop = bisect_left(places, start), bisect_left(places, end)
    return Composed("".join(pieces), begin, stop, places)
