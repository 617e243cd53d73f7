"""The styles of a Word document: what letters look like, and which paragraphs are headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rag.corpus.formats.office.style_names import kind_of_style
from rag.corpus.formats.office.tree import attribute, attributes
from rag.corpus.safe_xml import Element

_OFF = ("0", "false", "off", "none")
_DEEPEST = 20
_HALF_POINTS = 2


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of some letters; None for what is not stated."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None

    def over(self, below: Look) -> Look:
        """This look, and that of ``below`` for what it does not state."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits.

    Attributes:
        kind: ``title``, ``heading``, ``caption``, ``contents`` (a line of a table of contents) or
            ``""``.
        level: level of a heading, from 1; 0 for none.
        look: of its letters.
        number: list and level of its paragraphs; None outside a list.
    """

    kind: str = ""
    level: int = 0
    look: Look = Look()
    number: tuple[str, int] | None = None


def look_of(properties: Element | None) -> Look:
    """The look that ``rPr`` states."""
    if properties is None:
        return Look()
    bold = hidden = None
    size = None
    for child in properties:
        if child.tag == "b":
            bold = is_on(child)
        elif child.tag in ("vanish", "specVanish"):
            hidden = hidden or is_on(child)
        elif child.tag == "sz":
            size = points(attribute(child, "val"))
    return Look(bold, hidden, size)


def is_on(element: Element) -> bool:
    """Whether a property is switched on: it is there, and does not say "0"."""
    return attribute(element, "val", "1").lower() not in _OFF


def points(half: str) -> float | None:
    """A font size in points, from half points."""
    return int(half) / _HALF_POINTS if re.fullmatch(r"[0-9]{1,4}", half) else None


def number_of(properties: Element | None) -> tuple[str, int] | None:
    """The list and the level that ``pPr`` states; ``("0", 0)`` takes a paragraph out of a list."""
    numbered = properties.find("numPr") if properties is not None else None
    if numbered is None:
        return None
    level = attribute(numbered.find("ilvl"), "val", "0")
    list_id = attribute(numbered.find("numId"), "val")
    return (list_id, int(level) if re.fullmatch(r"[0-8]", level) else 0) if list_id else None


class Styles:
    """The styles of a document, by their ids. ``root`` is that of ``styles.xml``, or None."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style] = {}
        self._default = Style()
        default = ""
        for element in root.iter("style") if root is not None else ():
            stated = attributes(element)
            self._elements[stated.get("styleId", "")] = element
            if stated.get("type") == "paragraph" and stated.get("default") in ("1", "true", "on"):
                default = stated.get("styleId", "")
        if root is not None:
            base = look_of(root.find("docDefaults/rPrDefault/rPr"))
            self._default = Style(look=base.over(Look(size=10.0)))
        self._standard = default

    def of(self, style_id: str) -> Style:
        """The style of a paragraph or of letters; the default one if there is no such style."""
        known = self._styles.get(style_id)
        if known is None:
            known = self._styles[style_id] = self._resolved(style_id or self._standard)
        return known

    def _resolved(self, style_id: str) -> Style:
        chain: list[Element] = []
        while style_id in self._elements and len(chain) < _DEEPEST:
            element = self._elements[style_id]
            chain.append(element)
            style_id = attribute(element.find("basedOn"), "val")
        style = self._default
        for element in reversed(chain):
            style = _derived(style, element)
        return style


def _derived(base: Style, element: Element) -> Style:
    """A style that is based on another one."""
    name = attribute(element.find("name"), "val").strip()
    properties = element.find("pPr")
    style = replace(
        base,
        look=look_of(element.find("rPr")).over(base.look),
        number=number_of(properties) or base.number,
    )
    outline = attribute(properties.find("outlineLvl"), "val") if properties is not None else ""
    kind, level = kind_of_style(name)
    if kind:
        return replace(style, kind=kind, level=level)
    if re.fullmatch(r"[0-8]", outline):
        return replace(style, kind="heading", level=int(outline) + 1)
    if outline == "9":
        return replace(style, kind="", level=0)
    return style
