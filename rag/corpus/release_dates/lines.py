"""The lines of a release in which its dates are looked for, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from rag.lazy import dataclass, regex
from rag.types import Block

MARKS = " \t\u00a0\u202f•·▪‣◦*_#>|–—-"
"""What may stand around the words of a line."""
SEPARATOR = regex(r"[|•·\t]|\s[–—-]+\s|[\s\u00a0]{3,}")
"""What parts the pieces of a line."""
# A paragraph of at least this length, with a line of at least the second, is prose.
_PROSE_MIN = 100
_PROSE_LINE_MIN = 45
# How many lines are read at the beginning and at the end.
_FIRST_LINES, _LAST_LINES = 150, 80
_LINE = regex(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a release.

    Attributes:
        start, end: offsets in the body, without the blanks around it.
        block: the block that it stands in.
        zone: ``head`` before the first paragraph of prose, ``tail`` behind the last one, ``body``
            between the two.
    """

    start: int
    end: int
    block: Block
    zone: str


def lines_of(body: str, blocks: Sequence[Block]) -> list[Line]:
    """The lines of a release, except captions and column names. Of a long release only the first
    and the last lines."""
    prose = [block for block in blocks if is_prose(body, block)]
    first = prose[0].start if prose else len(body)
    last = next((block.end for block in reversed(prose)), 0)
    lines: list[Line] = []
    for block in blocks:
        if block.kind in ("caption", "columns"):
            continue
        for match in _LINE.finditer(body, block.start, block.end):
            text = match.group()
            stripped = text.strip(" \t\u00a0\u202f\ufeff\u200b")
            if not stripped:
                continue
            start = match.start() + text.index(stripped)
            zone = "head" if start < first else "tail" if start >= last else "body"
            lines.append(Line(start, start + len(stripped), block, zone))
    return (
        lines
        if len(lines) <= _FIRST_LINES + _LAST_LINES
        else (lines[:_FIRST_LINES] + lines[-_LAST_LINES:])
    )


def is_prose(body: str, block: Block) -> bool:
    """Whether a block is a paragraph of the text, and not of its letterhead or a signature."""
    if block.kind != "paragraph" or block.end - block.start < _PROSE_MIN:
        return False
    lines = [match.group().strip() for match in _LINE.finditer(body, block.start, block.end)]
    return max(map(len, lines), default=0) >= _PROSE_LINE_MIN
