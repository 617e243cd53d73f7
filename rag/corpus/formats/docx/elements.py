"""Elements of a Word document: what is inside those that only stand around others, and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.corpus.formats.docx.styles import is_on
from rag.corpus.formats.office.parts import BREAK, TAB, symbol
from rag.corpus.formats.office.tree import attribute
from rag.corpus.safe_xml import Element

_CONTENTS = ("Table of Contents", "Table of Figures", "Bibliographies")
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings", "zapf")


def sign_of(element: Element) -> str:
    """The sign that an element of a run stands for; ``""`` for none."""
    tag = element.tag
    if tag == "br":
        return " " if attribute(element, "type") in ("page", "column") else BREAK
    if tag == "cr":
        return BREAK
    if tag in ("tab", "ptab"):
        return TAB
    if tag == "noBreakHyphen":
        return "-"
    if tag == "sym":
        code = attribute(element, "char")
        if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code):
            font = attribute(element, "font").lower()
            return symbol(int(code, 16)) if font.startswith(_SYMBOL_FONTS) else chr(int(code, 16))
    return ""


def blocks_in(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of an element, also those in what only stands around them."""
    for child in parent:
        tag = child.tag
        if tag in ("p", "tbl"):
            yield child
        elif tag == "sdt":
            content = child.find("sdtContent")
            if content is not None and not is_placeholder(child) and not _is_contents(child):
                yield from blocks_in(content)
        elif tag == "AlternateContent":
            yield from blocks_in(alternative(child))
        elif tag in ("ins", "moveTo", "smartTag", "customXml", "sdtContent"):
            yield from blocks_in(child)


def children(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in what only stands around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins"):
            yield from children(child, tag)


def alternative(element: Element) -> Element:
    """The first form of a part of the document that is there in several."""
    choice = element.find("Choice")
    fallback = element.find("Fallback")
    if choice is not None and (fallback is None or next(choice.iter("t"), None) is not None):
        return choice
    return element if fallback is None else fallback


def boxes_in(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, not those inside them."""
    for child in element:
        if child.tag == "txbxContent":
            yield child
        elif child.tag == "AlternateContent":
            yield from boxes_in(alternative(child))
        else:
            yield from boxes_in(child)


def is_placeholder(control: Element) -> bool:
    """Whether a content control still has the text that asks to fill it in."""
    shown = control.find("sdtPr/showingPlcHdr")
    return shown is not None and is_on(shown)


def _is_contents(control: Element) -> bool:
    return attribute(control.find("sdtPr/docPartObj/docPartGallery"), "val") in _CONTENTS


def mark_is_deleted(properties: Element) -> bool:
    """Whether the end of a paragraph was deleted with changes tracked."""
    mark = properties.find("rPr")
    return mark is not None and (mark.find("del") is not None or mark.find("moveFrom") is not None)
