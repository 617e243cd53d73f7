"""Remove running heads and feet, and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from rag.corpus.formats.pdf.pieces import Line, Page

_ZONE = 0.16  # heads and feet stand in this part of the height at the top and at the bottom
_ROWS = 4
_SAME_HEIGHT = 4.0
_DIGITS = re.compile(r"\d+")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_NUMBER = re.compile(
    r"\W*(?:[^\W\d]{1,6}\.?\s*)?(\d{1,5})(?:\s*(?:[/|]|[^\W\d]{1,4})\s*(\d{1,5}))?\W*"
)


def drop_running(pages: list[Page], keep: Callable[[str], bool], title: str = "") -> set[int]:
    """Remove the lines that are repeated at the same height of several pages, and page numbers.

    Args:
        pages: in order; their lines are changed.
        keep: tells whether a repeated text must stay on the first page with it, because it may
            state a date.
        title: the title in the properties; browsers print it beside the day of printing.

    Returns:
        The ids (``id()``) of the repeated lines that stay.
    """
    edges = [(page, line) for page in pages for line in _edge_lines(page)]
    out, kept = _repeated(edges, len(pages), keep)
    out |= _numbers(edges, len(pages))
    out |= _printed(edges, len(pages), " ".join(title.split()))
    if out:
        for page in pages:
            page.lines = [line for line in page.lines if id(line) not in out]
    return kept


def _edge_lines(page: Page) -> list[Line]:
    """The lines near the upper and the lower edge of a page, at most ``2 * _ROWS`` at each."""
    high, low = page.height * _ZONE, page.height * (1 - _ZONE)
    heads = sorted((ln for ln in page.lines if ln.bottom < high), key=lambda ln: ln.top)
    feet = sorted((ln for ln in page.lines if ln.top > low), key=lambda ln: -ln.bottom)
    return heads[: 2 * _ROWS] + feet[: 2 * _ROWS]


def _repeated(
    edges: list[tuple[Page, Line]], count: int, keep: Callable[[str], bool]
) -> tuple[set[int], set[int]]:
    by_text: dict[str, list[tuple[Page, Line]]] = defaultdict(list)
    for page, line in edges:
        by_text[_DIGITS.sub("#", line.text.casefold())].append((page, line))
    enough = 2 if count < 8 else 3
    out: set[int] = set()
    stay: set[int] = set()
    for found in by_text.values():
        if len(found) < enough:
            continue
        found.sort(key=lambda one: one[1].top)
        group: list[tuple[Page, Line]] = []
        for one in [*found, None]:
            if one and group and one[1].top - group[-1][1].top <= _SAME_HEIGHT:
                group.append(one)
                continue
            if len({page.number for page, _line in group}) >= enough:
                group.sort(key=lambda one: one[0].number)
                kept = 1 if keep(group[0][1].text) else 0
                stay.update(id(line) for _page, line in group[:kept])
                out.update(id(line) for _page, line in group[kept:])
            group = [one] if one else []
    return out, stay


def _numbers(edges: list[tuple[Page, Line]], count: int) -> set[int]:
    """The lines that are page numbers: their numbers increase with the pages."""
    found = []
    for page, line in edges:
        match = _NUMBER.fullmatch(line.text)
        if match and len(line.text) <= 24:
            found.append((int(match[1]) - page.number, match[2], line))
    offsets = Counter(offset for offset, _, _ in found)
    out = set()
    for offset, total, line in found:
        of_all = total is not None and int(total) == count
        if offsets[offset] >= 2 or offset == 0 or (of_all and offset == 0):
            out.add(id(line))
    return out


def _printed(edges: list[tuple[Page, Line]], count: int, title: str) -> set[int]:
    """The lines that a browser prints on each page: day and title above, URL and number below."""
    out = set()
    for page, line in edges:
        cells = line.text.split("\t")
        number = f"{page.number}/{count}"
        above = len(cells) == 2 and cells[1] == title and _CLOCK.search(cells[0]) is not None
        below = len(cells) == 2 and cells[1] == number
        below = below or _ADDRESS.fullmatch(line.text) is not None
        if above or (below and line.top > page.height / 2):
            out.add(id(line))
    return out
