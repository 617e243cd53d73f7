"""Heads and feet that run through the pages, and page numbers, are taken out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable

from rag.corpus.formats.pdf.pieces import Line, Page

_ZONE = 0.16  # part of the height in which heads, and in which feet are looked for
_ROWS = 4
_SAME_HEIGHT = 4.0
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:[^\W\d]{1,6}\.?\s*)?(\d{1,5})(?:\s*(?:[/|]|[^\W\d]{1,4})\s*(\d{1,5}))?\W*"
)


def drop_running(pages: list[Page], keep: Callable[[str], bool]) -> None:
    """Take out of the pages what is repeated at one height, and the page numbers.

    Args:
        pages: in order; their lines are changed.
        keep: whether a text must stay where it first occurs, because it may state a date.
    """
    edges = [(page, line) for page in pages for line in _edge_lines(page)]
    out = _repeated(edges, len(pages), keep) | _numbers(edges, len(pages))
    if out:
        for page in pages:
            page.lines = [line for line in page.lines if id(line) not in out]


def _edge_lines(page: Page) -> list[Line]:
    """The lines near the upper and the lower edge, at most a few rows of each."""
    high, low = page.height * _ZONE, page.height * (1 - _ZONE)
    heads = sorted((ln for ln in page.lines if ln.bottom < high), key=lambda ln: ln.top)
    feet = sorted((ln for ln in page.lines if ln.top > low), key=lambda ln: -ln.bottom)
    return heads[: 2 * _ROWS] + feet[: 2 * _ROWS]


def _repeated(
    edges: list[tuple[Page, Line]], count: int, keep: Callable[[str], bool]
) -> set[int]:
    by_text: dict[str, list[tuple[Page, Line]]] = defaultdict(list)
    for page, line in edges:
        by_text[_DIGITS.sub("#", line.text.casefold())].append((page, line))
    enough = 2 if count < 8 else 3
    out: set[int] = set()
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
                out.update(id(line) for _page, line in group[kept:])
            group = [one] if one else []
    return out


def _numbers(edges: list[tuple[Page, Line]], count: int) -> set[int]:
    """Lines that are page numbers, because they count with the pages."""
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
