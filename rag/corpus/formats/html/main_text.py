"""Choose the lines of a page that are its main text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from rag.corpus.formats.html import names
from rag.corpus.formats.html.headline import find_headline
from rag.corpus.formats.html.kinds import is_header, mark_kinds
from rag.corpus.formats.html.lines import Box, Line
from rag.corpus.formats.html.phrases import is_header_line, opens_contacts
from rag.corpus.formats.html.stated import Stated
from rag.corpus.formats.html.ways_out import without_ways_out
from rag.corpus.furniture import opens_about

_MAIN_SHARE = 0.7  # the least share of a page's running text in an <article> or <main> to choose
_TITLED_SHARE = 0.4  # the same for one with a heading of the first level
_BOX_SHARE = 0.8  # the least share of its parent's running text in any other box to choose
_ABOVE = 6  # how many lines above the headline are searched for dates and labels
_PARTS = frozenset(("p", "ul", "ol", "section"))  # these are parts of a text
_HAS_LETTER_OR_DIGIT = re.compile(r"\w")


@dataclass(slots=True)
class MainText:
    """The lines of the main text. ``title`` is the headline; None if no line is."""

    lines: list[Line]
    title: Line | None


def main_text(lines: list[Line], stated: Stated) -> MainText:
    """The main text among all lines of a page."""
    lines = [line for line in lines if _HAS_LETTER_OR_DIGIT.search(line.text)]
    if not lines:
        return MainText([], None)
    region = _region(lines)
    inside = [region in line.box.around() for line in lines]
    first = inside.index(True)
    last = len(lines) - 1 - inside[::-1].index(True)
    prose = next((n for n in range(first, last + 1) if lines[n].is_prose), first)
    before = len(lines)
    lines[first : prose + 1] = [one for line in lines[first : prose + 1] for one in _apart(line)]
    prose, last = prose + len(lines) - before, last + len(lines) - before
    at = find_headline(lines, prose, stated)
    title = None
    if at is not None and at <= last:
        lines[at : at + 1] = parts = _without_dates(lines[at])
        title = next(line for line in parts if line.kind == "title")
        last += len(parts) - 1
    chosen = _opening(lines, first, at) if at is not None and at <= prose else []
    begin = max(first, at + 1) if chosen and at is not None else first
    chosen += lines[begin : last + 1]
    chosen += _closing(lines[last + 1 :], region)
    kept = without_ways_out(chosen, title)
    if all(line.kind in ("title", "heading") for line in kept):
        kept = chosen  # the page has only links: they are its text
    mark_kinds(kept, title)
    return MainText(kept, title)


def _without_dates(headline: Line) -> list[Line]:
    """A headline without the dates and labels on lines of their own, and these as headers."""
    found = [
        replace(headline, text=text, kind="header" if header else "title", level=0)
        for text, header in _rows(headline)
    ]
    if sum(line.kind == "title" for line in found) != 1:
        return [replace(headline, kind="title", level=1)]
    return found


def _apart(line: Line) -> list[Line]:
    """A paragraph above the text as several, if dates and labels stand on lines of their own."""
    rows = _rows(line)
    if line.kind != "paragraph" or line.mostly_linked or len(rows) < 2:
        return [line]
    return [
        replace(line, text=text, length=sum(map(len, text.split())), dated=line.dated and header)
        for text, header in rows
    ]


def _rows(line: Line) -> list[tuple[str, bool]]:
    """The lines in a paragraph or a heading, and whether they are dates and labels. Neighbours of
    one kind stay together."""
    rows = [(row, is_header_line(row, near_top=True)) for row in line.text.split("\n")]
    groups = groupby(rows, key=lambda pair: pair[1])
    return [("\n".join(row for row, _ in group), header) for header, group in groups]


def _region(lines: list[Line]) -> Box:
    """The box of the main text: the smallest ``<article>`` or ``<main>`` with most of the running
    text. Without one, the box that is reached from ``<body>`` by going into the child box as long
    as it holds nearly all running text of its parent."""
    body = lines[0].box.around()[-1]
    boxes = dict.fromkeys(box for line in lines for box in line.box.around())
    total = body.prose
    stated = [box for box in boxes if _is_stated(box) and box.prose >= _MAIN_SHARE * total]
    if not stated:  # a short text beside a long notice
        titled = {box for line in lines if line.level == 1 for box in line.box.around()}
        stated = [
            box
            for box in boxes
            if _is_stated(box) and box in titled and box.prose >= _TITLED_SHARE * total
        ]
    if stated:
        return min(reversed(stated), key=lambda box: box.prose)
    children: dict[Box, list[Box]] = {}
    for box in boxes:
        if box.parent is not None:
            children.setdefault(box.parent, []).append(box)
    region = body
    while total and region in children:
        best = max(children[region], key=lambda box: box.prose)
        if best.prose < _BOX_SHARE * region.prose or best.element.tag in _PARTS:
            break
        region = best
    return region


def _is_stated(box: Box) -> bool:
    element = box.element
    return element.tag in ("article", "main") or element.get("role") in ("main", "article")


def _opening(lines: list[Line], first: int, at: int) -> list[Line]:
    """The headline with the dates and labels above it, and the lines between it and the main text
    if it stands outside the main text."""
    above = [line for line in lines[max(0, at - _ABOVE) : at] if is_header(line, near_top=True)]
    between = [
        line
        for line in lines[at + 1 : first]
        if is_header(line, near_top=True) or line.prose or names.is_lead(line.element)
        or (line.kind == "heading" and not line.is_link)
    ]  # fmt: skip
    return [*above, lines[at], *between]


def _closing(after: Iterable[Line], region: Box) -> list[Line]:
    """The lines right behind the main text with contacts or what a release says of its
    publisher."""
    found: list[Line] = []
    boxes: list[Box] = []
    near = region.around()[1:3]
    for line in after:
        if not any(box in near for box in line.box.around()):
            break
        if opens_contacts(line.text) or (line.kind == "heading" and opens_about(line.text)):
            boxes.append(line.box.parent or line.box)
        if boxes and boxes[-1] in line.box.around() and not line.is_link:
            found.append(line)
    return found
