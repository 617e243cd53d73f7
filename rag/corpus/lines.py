"""The lines of a plain text. Lines that were broken at a fixed width become paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from rag.lazy import dataclass, regex

BULLET = regex(r"^(?:[•·▪‣◦*–—-]|\d{1,2}[.)]|[a-z]\))(?=[\s\u00a0]|$)")
_STOPS = ".!?…。！？｡।؟"
_CLOSERS = r"[\s\u00a0\u202f»”\"’')\]」』）⁰¹²³⁴⁵⁶⁷⁸⁹]*$"
SENTENCE_END = regex(f"[{_STOPS}]{_CLOSERS}")
TERMINAL = regex(f"[{_STOPS}:;,：；，、،؛]{_CLOSERS}")

_LINE = regex(r"[^\r\n\v\f\x85\u2028\u2029]+")
_LINE_END = regex(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_BLANK = "\ufeff\x00\u200b\u200e\u200f\u2060"
_BETWEEN_BLANKS = regex(r"(?:[^ \u00a0\r\n]|[ \u00a0]{1,3}(?![ \u00a0]))+")
_LONGEST, _FEWEST_PIECES = 1_000, 5
_FIRST_WORD = regex(r"\S+")
# Paragraphs are broken at this width at least.
_WRAP_MIN = 45
# In a run of headings, addresses and text, lines count as broken only if the longest is this wide.
_WIDE = 70


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a paragraph that was broken into lines.

    Attributes:
        start, end: offsets in the body, without the blanks around it.
        text: its words. In a joined paragraph a blank replaces each line end.
        gap: whether a blank line stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool


def lines_of(body: str, start: int = 0) -> list[Line]:
    """The lines of a body that are not blank, from offset ``start`` on."""
    lines: list[Line] = []
    gap = False
    for match in _pieces(body, start):
        text = match.group()
        left = len(text) - len(text.lstrip().lstrip(_BLANK).lstrip())
        stripped = text.strip().strip(_BLANK).strip()
        if not stripped:
            gap = True
            continue
        if lines and not gap:
            # Two line ends in a row leave no match between them: look for the empty line.
            between = body[lines[-1].end : match.start()]
            gap = len(_LINE_END.findall(between)) > 1 or not between.strip(" \u00a0")
        begin = match.start() + left
        lines.append(Line(begin, begin + len(stripped), stripped, gap))
        gap = False
    return lines


def _pieces(body: str, start: int) -> Iterator[re.Match[str]]:
    """The lines of a text. A very long line that lost its line ends is cut where several blanks
    stand in a row."""
    for match in _LINE.finditer(body, start):
        pieces = [match]
        if len(match.group()) > _LONGEST:
            pieces = list(_BETWEEN_BLANKS.finditer(body, match.start(), match.end()))
        yield from pieces if len(pieces) >= _FEWEST_PIECES else [match]


def join_wrapped(lines: list[Line], is_apart: Callable[[int, Line], bool]) -> list[Line]:
    """Join the lines of paragraphs that were broken at a fixed width.

    Args:
        is_apart: whether a line stands alone; it gets the line's number and the line.
    """
    out: list[Line] = []
    run: list[Line] = []

    def close() -> None:
        width = _width(run)
        widest = max((len(line.text) for line in run), default=0)
        for number, line in enumerate(run):
            before = run[number - 1]
            whole = width and _goes_on(before, line, width)
            if number and (whole or (not width and _is_broken(before, line, widest))):
                before = out[-1]
                out[-1] = Line(before.start, line.end, f"{before.text} {line.text}", before.gap)
            else:
                out.append(line)
        run.clear()

    for number, line in enumerate(lines):
        apart = is_apart(number, line)
        if run and (line.gap or apart or BULLET.match(line.text) or line.text.startswith("#")):
            close()
        run.append(line)
        if apart:
            close()
    close()
    return out


def _width(run: list[Line]) -> int:
    """The width at which the lines of a run were broken; 0 if they were not.

    A line was broken because the next word did not fit. So the next word would reach beyond the
    longest line for at least 3 in 5 lines, and at least half of the lines end within a sentence.
    """
    if len(run) < 2:
        return 0
    width = max(len(line.text) for line in run)
    if width < _WRAP_MIN:
        return 0
    breaks = list(pairwise(run))
    full = sum(_is_full(line, following, width) for line, following in breaks)
    open_ends = sum(TERMINAL.search(line.text) is None for line, _ in breaks)
    return width if 5 * full >= 3 * len(breaks) and 2 * open_ends >= len(breaks) else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted into this line."""
    first = _FIRST_WORD.match(following.text)
    # 0.88, because the letters of a proportional font are not equally wide.
    return len(line.text) + 1 + len(first.group() if first else "") > 0.88 * width


def _is_broken(before: Line, line: Line, widest: int) -> bool:
    """Whether a line continues the one before it, in a run of lines of all kinds."""
    if widest < _WIDE or TERMINAL.search(before.text) or not _is_full(before, line, widest):
        return False
    return line.text[:1].islower() or not before.text[-1:].isupper()


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Whether a line continues the one before it, in a run that was broken at ``width``."""
    if line.text[:1].islower():
        return True
    # A line with room left that ends a sentence also ends its paragraph.
    return _is_full(before, line, width) or (
        len(before.text) >= _WRAP_MIN and TERMINAL.search(before.text) is None
    )
