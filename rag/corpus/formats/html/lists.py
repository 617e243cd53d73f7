"""The bullets and numbers of list items."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.corpus.formats.html.tree import Element
from rag.corpus.formats.office.marks import counted

_BULLET = re.compile(r"[•·▪‣◦●○■□➢➤►▶✓✔][\s\u00a0]*")
_OWN_MARK = re.compile(r"(?:[•·▪‣◦●–—*-]|\d{1,3}[.)°]|[a-z]\))[\s\u00a0]")
_OFFICE_LIST = re.compile(r"mso-list:(?!\s*none)", re.IGNORECASE)
_OFFICE_MARK = re.compile(r"([§o·•ØüvÞ]|[–-]|\(?\w{1,4}[.)])[\s\u00a0]+")
_PARTS = ("h1", "h2", "h3", "h4", "article", "table", "section")
_MOST_PARAGRAPHS = 3


def starts_with_bullet(text: str) -> bool:
    """Whether a paragraph begins with a bullet, and so is an item."""
    return _BULLET.match(text) is not None


@dataclass(slots=True)
class _List:
    ordered: bool
    form: str = "1"
    number: int = 1
    step: int = 1


@dataclass(slots=True)
class _Item:
    mark: str | None  # None if the list only arranges parts of the page
    begun: bool = False


class Lists:
    """The lists that are open at the current position in the page."""

    def __init__(self) -> None:
        self._lists: list[_List] = []
        self._items: list[_Item] = []

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self._lists)

    @property
    def in_item(self) -> bool:
        """Whether the text that follows belongs to an item."""
        return bool(self._items) and self._items[-1].mark is not None

    def open(self, element: Element) -> None:
        """A list begins."""
        if element.tag != "ol":
            self._lists.append(_List(False))
            return
        down = "reversed" in element.attrib
        items = sum(1 for child in element if child.tag == "li") if down else 1
        start = _number(element.get("start"), items)
        self._lists.append(_List(True, element.get("type") or "1", start, -1 if down else 1))

    def close(self) -> None:
        """A list ends."""
        if self._lists:
            self._lists.pop()

    def open_item(self, element: Element) -> None:
        """An item begins. An item with headings, tables or many paragraphs is a part of the page
        and gets no bullet."""
        inside = self._lists[-1] if self._lists else _List(False)
        parts = next(element.iterdescendants(*_PARTS), None) is not None
        if parts or sum(1 for child in element if child.tag == "p") > _MOST_PARAGRAPHS:
            self._items.append(_Item(None))
            return
        mark = "•"
        if inside.ordered:
            inside.number = _number(element.get("value"), inside.number)
            mark = f"{counted(inside.number, inside.form)}."
            inside.number += inside.step
        self._items.append(_Item(mark))

    def close_item(self) -> None:
        """An item ends."""
        if self._items:
            self._items.pop()

    def marked(self, text: str) -> str:
        """The text of an item, with the item's mark before it if it is the first text of the item
        and has no mark of its own."""
        item = self._items[-1]
        if item.begun:
            return text
        item.begun = True
        return text if _OWN_MARK.match(text) else f"{item.mark} {text}"

    @staticmethod
    def is_office_item(element: Element) -> bool:
        """Whether a paragraph is a list item of an office program, which only its style tells."""
        style = element.get("style")
        return bool(style) and _OFFICE_LIST.search(style) is not None

    def office_item(self, element: Element, text: str) -> str:
        """The text of a paragraph that is an item, with "•" for its bullet."""
        bullet = _BULLET.match(text)
        if bullet is None and self.is_office_item(element):
            bullet = _OFFICE_MARK.match(text)
            if bullet is None or bullet[1][-1] in ".)":
                return text
        return f"• {text[bullet.end() :]}" if bullet else text


def _number(stated: str | None, otherwise: int) -> int:
    stated = (stated or "").strip()
    return int(stated) if re.fullmatch(r"-?[0-9]{1,6}", stated) else otherwise
