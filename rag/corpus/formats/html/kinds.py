"""Set the kinds of a main text's lines that their elements do not tell: dates and labels, contacts,
legal lines, what a release says of its publisher."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from rag.corpus.formats.html.lines import Line
from rag.corpus.formats.html.phrases import (
    is_header_line,
    is_legal,
    leads_elsewhere,
    opens_contacts,
)
from rag.corpus.furniture import opens_about
from rag.corpus.labels import labels
from rag.corpus.lines import SENTENCE_END

_LONGEST_HEADER = 120
_LONGEST_DATE_LINE = 80
_LONGEST_LABEL = 100
_LONGEST_BYLINE = 50
_LONGEST_CONTACT = 200
_LONGEST_CREDIT = 160
_LONGEST_SUBTITLE = (60, 300)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def mark_kinds(lines: list[Line], title: Line | None) -> None:
    """Set the kinds of the lines of a main text. Lines above its headline that are not headers are
    removed from ``lines``, unless there is running text among them."""
    _mark_headers(lines, title)
    _mark_subtitle(lines, title)
    _mark_ends(lines)
    _mark_tail(lines)


def is_header(line: Line, *, near_top: bool) -> bool:
    """Whether a line has only dates and labels (see ``phrases.is_header_line``)."""
    listed = line.kind in ("row", "columns") or (line.kind == "item" and not line.dated)
    if listed or line.kind == "title" or len(line.text) > _LONGEST_HEADER:
        return False
    short = len(line.text) <= _LONGEST_DATE_LINE and not SENTENCE_END.search(line.text)
    if line.dated and short and _DIGIT.search(line.text):
        return near_top or _YEAR.search(line.text) is not None
    known = labels()
    if short and (known.published.match(line.text) or known.updated.match(line.text)):
        return _YEAR.search(line.text) is not None  # "Publié le 4 mai 2021, par …"
    return is_header_line(line.text, near_top=near_top)


def _mark_headers(lines: list[Line], title: Line | None) -> None:
    """Mark dates and labels around the headline up to the first running text, and dates of
    publication and change anywhere. Remove other lines above the headline."""
    above = lines.index(title) if title is not None and title in lines else 0
    prose = next((n for n, line in enumerate(lines) if n > above and line.is_prose), len(lines))
    for number, line in enumerate(lines):
        near_top = number <= max(prose, above)
        if (near_top or not SENTENCE_END.search(line.text)) and is_header(line, near_top=near_top):
            line.kind, line.level = "header", 0
    for before, line in pairwise(lines[above:prose] if title is not None else []):
        beside = before.kind == "header" and line.kind == "paragraph"
        if beside and len(line.text) <= _LONGEST_BYLINE and not SENTENCE_END.search(line.text):
            line.kind = "header"  # the author's name beside the date
    if not any(line.is_prose for line in lines[:above]):
        lines[:above] = [line for line in lines[:above] if line.kind == "header"]


def _mark_subtitle(lines: list[Line], title: Line | None) -> None:
    """Make a paragraph of a heading right behind the headline that is as long as a sentence."""
    if title is None:
        return
    behind = [line for line in lines[lines.index(title) + 1 :] if line.kind != "header"][:2]
    shortest, longest = _LONGEST_SUBTITLE
    if behind and behind[0].kind == "heading" and shortest <= len(behind[0].text) <= longest:
        behind[0].kind, behind[0].level = "paragraph", 0


def _mark_ends(lines: list[Line]) -> None:
    """Mark captions, contacts and legal lines anywhere, and at the end what a release says of its
    publisher."""
    first = next((n for n, line in enumerate(lines) if line.is_prose), len(lines))
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
        short = len(line.text) <= _LONGEST_CREDIT and not SENTENCE_END.search(line.text)
        if line.kind in ("paragraph", "heading") and short and labels().credit.match(line.text):
            line.kind, line.level = "caption", 0
        if line.kind in ("paragraph", "item", "heading", "caption") and (
            is_legal(line.text)
            or (len(line.text) <= _LONGEST_CONTACT and opens_contacts(line.text))
            or any(box.element.tag == "address" for box in line.box.around()[:4])
        ):
            line.kind, line.level = "boilerplate", 0


def _mark_tail(lines: list[Line]) -> None:
    """Mark the short lines behind the last sentence as boilerplate: labels of the page, or
    signatures."""
    begun = False
    end = len(lines)
    while end and lines[end - 1].kind in ("paragraph", "header", "boilerplate", "about"):
        line = lines[end - 1]
        if line.kind == "paragraph":
            if SENTENCE_END.search(line.text) or len(line.text) > _LONGEST_LABEL or line.is_prose:
                break
            begun = True
        end -= 1
    if begun and any(line.is_prose for line in lines[:end]):
        for line in lines[end:]:
            if line.kind == "paragraph":
                line.kind = "boilerplate"


def _opens_section(line: Line) -> bool:
    if line.kind == "heading":
        return True
    short = len(line.text) <= 80 and not SENTENCE_END.search(line.text)
    return line.kind == "paragraph" and short and (
        opens_about(line.text) or opens_contacts(line.text)
    )  # fmt: skip


def _mark(lines: list[Line], kind: Literal["about", "boilerplate"]) -> None:
    for line in lines:
        if line.kind != "header":
            line.kind, line.level = kind, 0
