"""Set the kind of each paragraph: title, header line, heading, item, row or plain paragraph."""

from __future__ import annotations

import re

from rag.corpus.formats.pdf.marks import is_terminal
from rag.corpus.formats.pdf.paragraphs import Paragraph, Style
from rag.corpus.furniture import is_header_line
from rag.corpus.headline import Look, choose_by_look, choose_by_words, may_name

_LARGER = 1.08  # the least font size of a heading, relative to the text
_TITLE_ZONE = 0.62  # the upper part of the first page in which the title begins
_HEADER = 140
_HEADING = 160
_PROSE = 120
_HEADER_PARAGRAPHS = 14
_LAST_PARAGRAPHS = 3


def dates_apart(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with the header line at the top of one of the first of them ("Rodez, le 5 mai
    2023", and the text on the next line) as a paragraph of its own."""
    apart: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        first = paragraph.lines[0]
        if (
            number < _HEADER_PARAGRAPHS
            and paragraph.joins[:1] == ["line"]
            and not paragraph.item
            and first.page == paragraphs[0].lines[0].page
            and len(first.text) <= _HEADER
            and any(character.isdigit() for character in first.text)
            and is_header_line(first.text, near_top=True)
        ):
            apart.append(Paragraph([first]))
            paragraph = Paragraph(paragraph.lines[1:], paragraph.joins[1:])
        apart.append(paragraph)
    return apart


def set_kinds(
    paragraphs: list[Paragraph], style: Style, height: float, stated: str, heads: set[int]
) -> None:
    """Set the kind of each paragraph.

    Args:
        style: the usual style of the document.
        height: height of the first page with text, in points.
        stated: the title that the file's properties state; ``""`` for none.
        heads: ids of the lines that run through the pages.
    """
    before_text = True
    first_page = paragraphs[0].lines[0].page
    ends = len(paragraphs) - _LAST_PARAGRAPHS
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        near_top = (
            number < _HEADER_PARAGRAPHS and before_text and paragraph.lines[0].page == first_page
        )
        if near_top and _is_alone(paragraphs, number) and _is_letterhead(paragraph):
            paragraph.kind = "header"
        elif paragraph.row:
            paragraph.kind = "row"
        elif id(paragraph.lines[0]) in heads or (
            (near_top or number >= ends) and _is_header(paragraph, near_top)
        ):
            paragraph.kind = "header"
        elif paragraph.item and not _is_section(paragraph, style):
            paragraph.kind = "item"
        elif _is_heading(paragraph, text, style):
            paragraph.kind = "heading"
        before_text = before_text and (paragraph.kind != "paragraph" or len(text) < _PROSE)
    _set_columns(paragraphs)
    title = _title(paragraphs, style, height, stated)
    if title is not None:
        title.kind = "title"


def _is_header(paragraph: Paragraph, near_top: bool) -> bool:
    first = paragraph.lines[0].text
    if len(paragraph.lines) > 3 or sum(len(line.text) for line in paragraph.lines) > _HEADER:
        return False
    states = any(character.isdigit() for character in first)
    # Further down only lines such as "mis à jour le …" are headers. A label without date is short.
    if len(first) > (_HEADER if near_top and states else 60) or not (near_top or states):
        return False
    if not near_top and (len(paragraph.lines) > 1 or is_terminal(first)):
        return False
    return all(
        is_header_line(line.text.replace("\t", " | "), near_top=near_top)
        for line in paragraph.lines
    )


def _is_alone(paragraphs: list[Paragraph], number: int) -> bool:
    """Whether no row stands right above or below a paragraph."""
    beside = (*paragraphs[max(0, number - 1) : number], *paragraphs[number + 1 : number + 2])
    return not any(one.row for one in beside)


def _is_letterhead(paragraph: Paragraph) -> bool:
    """Whether a line with blanks in it has a date and, beside it, a name: "Ville de Foix  3 mai
    2021"."""
    parts = paragraph.text.split("\t")
    if len(parts) < 2:
        return False
    dates = [is_header_line(part, near_top=True) for part in parts]
    return any(dates) and all(
        date or (len(part) <= 60 and not any(c.isdigit() for c in part))
        for part, date in zip(parts, dates, strict=True)
    )


def _is_heading(paragraph: Paragraph, text: str, style: Style) -> bool:
    line = paragraph.lines[0]
    if len(text) > _HEADING or len(paragraph.lines) > 3 or line.cells > 1:
        return False
    if not any(character.isalpha() for character in text):
        return False
    if line.size > _LARGER * style.size:
        return True
    stops = is_terminal(text) and text[-1] not in "?!:"
    if stops or line.size < 0.95 * style.size or "line" in paragraph.joins:
        return False
    bold = all(line.bold for line in paragraph.lines) and not style.bold
    capitals = text.isupper() and sum(1 for c in text if c.isalpha()) >= 6
    return bold or capitals


def _is_section(paragraph: Paragraph, style: Style) -> bool:
    """Whether a numbered line is the heading of a section: it is larger, or bold."""
    line = paragraph.lines[0]
    larger = line.size > _LARGER * style.size
    bold = line.bold and not style.bold and not is_terminal(paragraph.text)
    return (larger or bold) and line.text[:1].isalnum() and len(paragraph.lines) <= 2


def _set_columns(paragraphs: list[Paragraph]) -> None:
    """Set ``columns`` for the first row of a table if it is bold and not all others are, or if it
    has no numbers and most others have."""
    begin = 0
    while begin < len(paragraphs):
        if not paragraphs[begin].row:
            begin += 1
            continue
        end = begin
        column = paragraphs[begin].lines[0].column
        while end < len(paragraphs) and paragraphs[end].lines[0].column is column:
            end += 1
        first, *rest = [paragraph.lines[0] for paragraph in paragraphs[begin:end]]
        if rest and first.cells > 1:
            bold = first.bold and not all(line.bold for line in rest)
            digits = [any(c.isdigit() for c in line.text) for line in rest]
            years = re.sub(r"\b(?:19|20)\d\d\b", "", first.text)
            names = not any(c.isdigit() for c in years) and sum(digits) > 0.6 * len(digits)
            if bold or names:
                paragraphs[begin].kind = "columns"
        begin = end


def _title(
    paragraphs: list[Paragraph], style: Style, height: float, stated: str
) -> Paragraph | None:
    """The title, which stands near the top of the first page; None if there is none.

    It is the paragraph that the properties name, else the one that is larger or bolder than the
    text; where they name none and none is, it is the headline by its words.
    """
    near = []
    for paragraph in paragraphs:
        if paragraph.lines[0].page > paragraphs[0].lines[0].page:
            break
        inside = paragraph.lines[0].top < _TITLE_ZONE * height
        fits = paragraph.kind not in ("header", "row", "columns", "item")
        if inside and fits and may_name(paragraph.text):
            near.append(paragraph)
    looks = [
        Look(
            paragraph.text,
            paragraph.lines[0].size / style.size,
            paragraph.lines[0].bold,
            paragraph.kind == "heading" or paragraph.lines[0].size > _LARGER * style.size,
        )
        for paragraph in near
    ]
    chosen = choose_by_look(looks, stated)
    if chosen is None and not stated:
        prose = next((n for n, one in enumerate(paragraphs) if _is_prose(one)), 0)
        # Short lines that the author set below each other are an address.
        near = [one for one in paragraphs[:prose] if one in near and "line" not in one.joins]
        following = "\n".join(one.text for one in paragraphs[prose:])
        chosen = choose_by_words([one.text for one in near], following)
    return near[chosen] if chosen is not None else None


def _is_prose(paragraph: Paragraph) -> bool:
    long = len(paragraph.text) >= _PROSE
    ends = len(paragraph.text) >= _PROSE // 2 and is_terminal(paragraph.text)
    return paragraph.kind == "paragraph" and (long or ends)
