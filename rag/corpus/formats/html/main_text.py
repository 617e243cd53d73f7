"""Which lines of a page are its main text, and of what kind each is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rag.corpus.formats.html import names
from rag.corpus.formats.html.flow import Box, Line, prose_in
from rag.corpus.formats.html.headline import find_headline
from rag.corpus.formats.html.phrases import is_legal, leads_elsewhere, opens_about, opens_contacts
from rag.corpus.formats.html.stated import Stated
from rag.corpus.parsing import is_header_line

_MAIN_SHARE = 0.6  # of a page's running text that an <article> or <main> holds to be its text
_BOX_SHARE = 0.8  # … and any other box, in the box around it
_LONGEST_HEADER = 120
_LONGEST_LABEL = 100
_LONGEST_BYLINE = 50
_LONGEST_CONTACT = 200
_LONGEST_SUBTITLE = (60, 300)
_LONG_ENOUGH_TO_REPEAT = 40
_ENDS = re.compile(r"[.!?…][\s\u00a0»”\"’')\]]*$")
_OPENS_LIST = re.compile(r"[:：][\s\u00a0]*$")
_HAS_LETTER_OR_DIGIT = re.compile(r"\w")
_ADDRESS = re.compile(r"\S@\S|://|www\.")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(slots=True)
class MainText:
    """The lines of the main text; ``title`` is the headline, None where no line is."""

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
    prose = next((n for n in range(first, last + 1) if _is_prose(lines[n])), first)
    at = find_headline(lines, prose, stated)
    title = None
    if at is not None and at <= last:
        lines[at : at + 1] = parts = _without_dates(lines[at])
        title = next(line for line in parts if line.kind == "title")
        last += len(parts) - 1
    chosen = _opening(lines, first, at, prose) if at is not None and at <= prose else []
    begin = max(first, at + 1) if chosen and at is not None else first
    chosen += lines[begin : last + 1]
    chosen += _closing(lines[last + 1 :], region)
    kept = _without_ways_out(chosen, title)
    _mark_headers(kept, title)
    _mark_subtitle(kept, title)
    _mark_ends(kept)
    _mark_tail(kept)
    return MainText(kept, title)


def _is_prose(line: Line) -> bool:
    return line.kind in ("paragraph", "item") and prose_in(line) > 0


def _without_dates(headline: Line) -> list[Line]:
    """A headline, and the dates and labels that stand in it on lines of their own, as headers."""
    rows = headline.text.split("\n")
    headers = [is_header_line(row, near_top=True) for row in rows]
    found = []
    for is_header, group in groupby(zip(rows, headers, strict=True), key=lambda pair: pair[1]):
        text = "\n".join(row for row, _ in group)
        found.append(replace(headline, text=text, kind="header" if is_header else "title", level=0))
    if sum(line.kind == "title" for line in found) != 1:
        return [replace(headline, kind="title", level=1)]
    return found


def _region(lines: list[Line]) -> Box:
    """The box of the main text: the smallest ``<article>`` or ``<main>`` with most of the running
    text; where there is none, the smallest box that holds nearly all of what its parent holds."""
    body = lines[0].box.around()[-1]
    boxes = dict.fromkeys(box for line in lines for box in line.box.around())
    total = body.prose
    stated = [box for box in boxes if _is_stated(box) and box.prose >= _MAIN_SHARE * total]
    if stated:
        return min(reversed(stated), key=lambda box: box.prose)
    children: dict[Box, list[Box]] = {}
    for box in boxes:
        if box.parent is not None:
            children.setdefault(box.parent, []).append(box)
    region = body
    while total and region in children:
        best = max(children[region], key=lambda box: box.prose)
        if best.prose < _BOX_SHARE * region.prose or best.element.tag in ("p", "ul", "ol"):
            break
        region = best
    return region


def _is_stated(box: Box) -> bool:
    element = box.element
    return element.tag in ("article", "main") or element.get("role") in ("main", "article")


def _opening(lines: list[Line], first: int, at: int, prose: int) -> list[Line]:
    """The headline with the dates and labels above it, and what stands between it and the main
    text where it stands outside of that."""
    above = [line for line in lines[max(0, at - 6) : at] if _is_header(line, near_top=True)]
    between = [
        line
        for line in lines[at + 1 : first]
        if _is_header(line, near_top=True) or prose_in(line) or names.is_lead(line.element)
        or (line.kind == "heading" and not line.is_link)
    ]  # fmt: skip
    return [*above, lines[at], *between]


def _closing(after: Iterable[Line], region: Box) -> list[Line]:
    """Contacts and what a release says of its publisher, in boxes right behind the main text."""
    found: list[Line] = []
    boxes: list[Box] = []
    near = region.around()[1:3]
    for line in after:
        if not any(box in near for box in line.box.around()):
            break
        if opens_contacts(line.text) or opens_about(line.text) and line.kind == "heading":
            boxes.append(line.box.parent or line.box)
        if boxes and boxes[-1] in line.box.around() and not line.is_link:
            found.append(line)
    return found


# -- what leads elsewhere -----------------------------------------------------------------------


def _without_ways_out(lines: list[Line], title: Line | None) -> list[Line]:
    """Without lists of links, teasers of other pages and lines that offer a service."""
    kept: list[Line] = []
    emptied: set[Line] = set()  # headings that had only links under them
    away: tuple[int, Box, bool] | None = None  # see below
    most = 0.5 * lines[0].box.around()[-1].prose if lines else 0
    seen: set[str] = set()
    begun = title is None
    for number, line in enumerate(lines):
        if line is title:
            begun, away = True, None
            kept.append(line)
            continue
        heading = line.kind == "heading"
        if away is not None:
            # Under a heading over other pages: its level, the box around it, and whether all that
            # is in this box belongs to it.
            level, box, whole = away
            ends = heading and line.level <= level and not _is_way_out(line) and not whole
            if not ends and box in line.box.around() and (whole or not _is_prose(line)):
                continue
            away = None
        if len(line.text) >= _LONG_ENOUGH_TO_REPEAT and line.text in seen:
            continue
        seen.add(line.text)
        if _is_way_out(line):
            if heading or _followed_by_links(lines, number):
                away = _away(line, kept, most)
            continue
        if heading and line.is_link and begun and any(map(_is_prose, kept)):
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
    """Whether a heading has no text under it: it is the last, or another of its level or above
    follows (where ``at_least`` it had something under it)."""
    following = lines[number + 1 :]
    if all(line.kind == "heading" for line in following[:50]):
        return len(following) < 50
    return at_least and following[0].kind == "heading" and following[0].level <= lines[number].level


def _is_way_out(line: Line) -> bool:
    if line.kind == "title" or line.kind == "row" or not leads_elsewhere(line.text):
        return False
    return line.is_link or not _ENDS.search(line.text)


def _followed_by_links(lines: list[Line], number: int) -> bool:
    return number + 1 < len(lines) and lines[number + 1].is_link


def _away(line: Line, kept: list[Line], most: float) -> tuple[int, Box, bool]:
    """What a heading over other pages is over. All of the box around it, where the box begins
    with it and holds little of the page's running text."""
    box = line.box.parent or line.box
    whole = box.prose < most and not any(box in one.box.around() for one in kept)
    return line.level or 6, box, whole


def _is_list_of_links(lines: list[Line], number: int) -> bool:
    """Whether a line is of a list of links, or a paragraph of nothing but links. An address that
    is written out is information."""
    line = lines[number]
    if line.kind == "heading" or _ADDRESS.search(line.text):
        return False
    if line.kind == "item" and line.group:
        others = [lines[n] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
        beside = [one for one in others if one.group == line.group]
        return line.is_link and (not beside or any(one.is_link for one in beside))
    if line.is_link:
        return not _ENDS.search(line.text)
    most = 10 * line.linked >= 6 * line.length
    return most and line.kind == "paragraph" and not _ENDS.search(line.text)


# -- kinds --------------------------------------------------------------------------------------


def _is_header(line: Line, *, near_top: bool) -> bool:
    if line.kind in ("title", "item", "row", "columns") or len(line.text) > _LONGEST_HEADER:
        return False
    short = len(line.text) <= _LONGEST_HEADER // 2 and not _ENDS.search(line.text)
    if line.dated and short and _DIGIT.search(line.text):
        return near_top or _YEAR.search(line.text) is not None
    return is_header_line(line.text, near_top=near_top)


def _mark_headers(lines: list[Line], title: Line | None) -> None:
    """Dates and labels: around the headline up to the first running text, and dates of
    publication and change anywhere. What else stands above the headline is taken out."""
    above = lines.index(title) if title is not None and title in lines else 0
    prose = next((n for n, line in enumerate(lines) if n > above and _is_prose(line)), len(lines))
    for number, line in enumerate(lines):
        near_top = number <= max(prose, above)
        if (near_top or not _ENDS.search(line.text)) and _is_header(line, near_top=near_top):
            line.kind, line.level = "header", 0
    for before, line in pairwise(lines[above:prose]):
        # Who wrote it, beside the date.
        if before.kind == "header" and line.kind == "paragraph" and not _ENDS.search(line.text):
            if len(line.text) <= _LONGEST_BYLINE and line.length > 1:
                line.kind = "header"
    if not any(_is_prose(line) for line in lines[:above]):
        lines[:above] = [line for line in lines[:above] if line.kind == "header"]


def _mark_subtitle(lines: list[Line], title: Line | None) -> None:
    """A heading as long as a sentence right behind the headline belongs to the text."""
    if title is None:
        return
    behind = [line for line in lines[lines.index(title) + 1 :] if line.kind != "header"][:2]
    shortest, longest = _LONGEST_SUBTITLE
    if behind and behind[0].kind == "heading" and shortest <= len(behind[0].text) <= longest:
        behind[0].kind, behind[0].level = "paragraph", 0


def _mark_ends(lines: list[Line]) -> None:
    """Contacts and legal lines anywhere; what a release says of its publisher at its end."""
    first = next((n for n, line in enumerate(lines) if _is_prose(line)), len(lines))
    sections = [n for n, line in enumerate(lines) if n > first and _opens_section(line)]
    at_end = True
    ends = [*sections[1:], len(lines)]
    for start, end in reversed(list(zip(sections, ends, strict=False))):
        line = lines[start]
        if opens_contacts(line.text):
            _mark(lines[start:end], "boilerplate")
        elif opens_about(line.text) and at_end:
            _mark(lines[start:end], "about")
        elif not leads_elsewhere(line.text):
            at_end = False
    for line in lines:
        if line.kind in ("paragraph", "item", "heading", "caption") and (
            is_legal(line.text)
            or (len(line.text) <= _LONGEST_CONTACT and opens_contacts(line.text))
            or any(box.element.tag == "address" for box in line.box.around()[:4])
        ):
            line.kind, line.level = "boilerplate", 0


def _mark_tail(lines: list[Line]) -> None:
    """Short lines behind the last sentence are labels of the page, or say who signs."""
    begun = False
    end = len(lines)
    while end and lines[end - 1].kind in ("paragraph", "header", "boilerplate", "about"):
        line = lines[end - 1]
        if line.kind == "paragraph":
            if _ENDS.search(line.text) or len(line.text) > _LONGEST_LABEL or _is_prose(line):
                break
            begun = True
        end -= 1
    if begun and any(map(_is_prose, lines[:end])):
        for line in lines[end:]:
            if line.kind == "paragraph":
                line.kind = "boilerplate"


def _opens_section(line: Line) -> bool:
    if line.kind == "heading":
        return True
    short = len(line.text) <= 80 and not _ENDS.search(line.text)
    return line.kind == "paragraph" and short and (
        opens_about(line.text) or opens_contacts(line.text)
    )  # fmt: skip


def _mark(lines: list[Line], kind: str) -> None:
    for line in lines:
        if line.kind != "header":
            line.kind, line.level = "about" if kind == "about" else "boilerplate", 0
