"""Remove the lines of a main text that lead to other pages: lists of links, teasers, offers."""

from __future__ import annotations

import re

from rag.corpus.formats.html.lines import Box, Line
from rag.corpus.formats.html.phrases import leads_elsewhere
from rag.corpus.lines import SENTENCE_END

_LONG_ENOUGH_TO_REPEAT = 40
_MOST_PROSE = 0.5  # teasers have a smaller share of the page's running text
_OPENS_LIST = re.compile(r"[:：][\s\u00a0]*$")
_ADDRESS = re.compile(r"\S@\S|://|www\.")


def without_ways_out(lines: list[Line], title: Line | None) -> list[Line]:
    """The lines without lists of links, teasers of other pages and lines that offer a service."""
    kept: list[Line] = []
    emptied: set[Line] = set()  # headings that had only links under them
    away: tuple[int, Box, bool] | None = None  # see below
    most = _MOST_PROSE * lines[0].box.around()[-1].prose if lines else 0
    seen: set[str] = set()
    begun = title is None
    for number, line in enumerate(lines):
        if line is title:
            begun, away = True, None
            kept.append(line)
            continue
        heading = line.kind == "heading"
        if away is not None:
            # The line is under a heading over other pages: the heading's level, the box around it,
            # and whether the whole box belongs to the heading.
            level, box, whole = away
            ends = heading and line.level <= level and not _is_way_out(line) and not whole
            if not ends and box in line.box.around() and (whole or not line.is_prose):
                continue
            away = None
        if len(line.text) >= _LONG_ENOUGH_TO_REPEAT and line.text in seen:
            continue
        seen.add(line.text)
        if _is_way_out(line):
            if heading or _followed_by_links(lines, number):
                away = _away(line, kept, most)
            continue
        if heading and line.is_link and begun and any(one.is_prose for one in kept):
            away = _away(line, kept, most)
            continue
        before = kept[-1].text if kept else ""
        if _is_list_of_links(lines, number) and not _OPENS_LIST.search(before):
            if kept and kept[-1].kind == "heading":
                emptied.add(kept[-1])
            continue
        kept.append(line)
    return [
        line
        for number, line in enumerate(kept)
        if line.kind != "heading" or not _is_over_nothing(kept, number, at_least=line in emptied)
    ]


def _is_over_nothing(lines: list[Line], number: int, *, at_least: bool) -> bool:
    """Whether a heading has no text under it: only headings follow; or, if ``at_least`` (its links
    were removed), a heading of its level or a higher one follows."""
    following = lines[number + 1 :]
    if all(line.kind == "heading" for line in following[:50]):
        return len(following) < 50
    return at_least and following[0].kind == "heading" and following[0].level <= lines[number].level


def _is_way_out(line: Line) -> bool:
    if line.kind == "title" or line.kind == "row" or not leads_elsewhere(line.text):
        return False
    return line.linked > 0 or not SENTENCE_END.search(line.text)


def _followed_by_links(lines: list[Line], number: int) -> bool:
    return number + 1 < len(lines) and lines[number + 1].is_link


def _away(line: Line, kept: list[Line], most: float) -> tuple[int, Box, bool]:
    """The level of a heading over other pages, the box around it, and whether the whole box belongs
    to it: the box begins with it and holds little of the page's running text."""
    box = line.box.parent or line.box
    whole = box.prose < most and not any(box in one.box.around() for one in kept)
    return line.level or 6, box, whole


def _is_list_of_links(lines: list[Line], number: int) -> bool:
    """Whether a line is in a list of links, or is a paragraph of mostly links. A URL or e-mail
    address that is written out is information, and does not count as a link."""
    line = lines[number]
    if line.kind == "heading" or _ADDRESS.search(line.text):
        return False
    if line.kind == "item" and line.group:
        others = [lines[n] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
        beside = [one for one in others if one.group == line.group]
        return line.is_link and (not beside or any(one.is_link for one in beside))
    if line.is_link:
        return not SENTENCE_END.search(line.text)
    most = 10 * line.linked >= 6 * line.length
    return most and line.kind == "paragraph" and not SENTENCE_END.search(line.text)
