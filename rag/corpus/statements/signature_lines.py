"""The lines of a text among which signatures are looked for, without the markup around them."""

from __future__ import annotations

from rag.lazy import dataclass, regex

MARKUP = " \t\r\u00a0\u202f*_#|>"
"""Blanks and marks around the words of a line."""
_TAG = regex(r"</?[a-zA-Z][^<>\n]{0,60}>")
_DASH = regex(r"(?:[–—―]|--+|-(?=[\s*_])|~)[\s*_]*")
_BULLET = regex(r"[•·▪‣◦+]\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with letters or digits, without the markup around it.

    Attributes:
        start, end: offsets in the text.
        blank: how many empty lines stand before it.
        dash: whether it begins with a dash.
        hyphen: whether this dash is a plain hyphen, as in lists.
        block: whether it is marked as a block quote.
    """

    start: int
    end: int
    blank: int
    dash: bool = False
    hyphen: bool = False
    block: bool = False


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of ``text[start:end]`` that have letters or digits."""
    found: list[Line] = []
    blank = 0
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = _line(text, at, stop, blank)
        if line is None:
            blank += 1
        else:
            found.append(line)
            blank = 0
        at = stop + 1
    return found


def _line(text: str, start: int, end: int, blank: int) -> Line | None:
    low, high = start, end
    block = False
    while low < high:
        tag = _TAG.match(text, low, high)
        bullet = _BULLET.match(text, low, high)
        if tag:
            low = tag.end()
        elif text[low] in MARKUP:
            block |= text[low] == ">"
            low += 1
        elif bullet:
            low = bullet.end()
        else:
            break
    dash = _DASH.match(text, low, high)
    if dash:
        low = dash.end()
    while high > low and text[high - 1] in MARKUP:
        if text[high - 1] == ">":
            opener = text.rfind("<", max(low, high - 64), high)
            if opener < 0 or not _TAG.fullmatch(text, opener, high):
                break
            high = opener
        else:
            high -= 1
    if not any(map(str.isalnum, text[low:high])):
        return None
    plain = dash is not None and dash.group()[0] == "-" and dash.group()[:2] != "--"
    return Line(low, high, blank, dash is not None, plain, block)
