"""The numbers and bullets of a Word document's lists, which are counted and not written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.corpus.formats.office.marks import BULLET, counted, mark_of
from rag.corpus.formats.office.tree import attribute
from rag.corpus.safe_xml import Element

_FORMS = {
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_LEVELS = 9


@dataclass(slots=True)
class _Level:
    form: str = "bullet"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counter: str
    starts: dict[int, int] = field(default_factory=dict)
    used: bool = False


class Numbering:
    """The lists of a document, counted in the order of the text. ``root`` is that of
    ``numbering.xml``, or None."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        if root is None:
            return
        abstract = {attribute(one, "abstractNumId"): one for one in root.iter("abstractNum")}
        styled = {
            attribute(one.find("styleLink"), "val"): one
            for one in abstract.values()
            if one.find("styleLink") is not None
        }
        for element in root.iter("num"):
            name = attribute(element.find("abstractNumId"), "val")
            definition = abstract.get(name)
            if definition is not None and definition.find("numStyleLink") is not None:
                link = attribute(definition.find("numStyleLink"), "val")
                definition = styled.get(link, definition)
            levels = _levels(definition)
            found = _List(levels, name)
            for override in element.iter("lvlOverride"):
                level = _number(attribute(override, "ilvl"), 0)
                levels.update(_levels(override))
                start = override.find("startOverride")
                if start is not None:
                    found.starts[level] = _number(attribute(start, "val"), 1)
            self._lists[attribute(element, "numId")] = found

    def mark(self, list_id: str, level: int) -> str:
        """The mark of the next item of a list; ``""`` if it has none."""
        found = self._lists.get(list_id)
        if found is None:
            return "" if list_id == "0" else BULLET
        counts = self._counters.setdefault(found.counter, [None] * _LEVELS)
        if not found.used:
            found.used = True
            for number, start in found.starts.items():
                if 0 <= number < _LEVELS:
                    counts[number] = start - 1
        stated = found.levels.get(level, _Level())
        before = counts[level]
        counts[level] = (
            (stated.start if before is None else before + 1)
            if (stated.form != "bullet")
            else before
        )
        for deeper in range(level + 1, _LEVELS):
            counts[deeper] = None
        if stated.form == "bullet":
            return BULLET
        if stated.form == "none":
            return ""
        return self._written(found, counts, stated)

    def _written(self, found: _List, counts: list[int | None], stated: _Level) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            inside = found.levels.get(at, _Level("decimal"))
            count = counts[at]
            form = _FORMS.get(inside.form, "1")
            return counted(inside.start if count is None else count, form)

        text = re.sub(r"%([1-9])", number, stated.text)
        return mark_of(text) if text.strip() else ""


def _levels(element: Element | None) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for child in element.iter("lvl") if element is not None else ():
        level = _Level(
            attribute(child.find("numFmt"), "val", "decimal"),
            attribute(child.find("lvlText"), "val"),
            _number(attribute(child.find("start"), "val"), 1),
        )
        levels[_number(attribute(child, "ilvl"), 0)] = level
    return levels


def _number(stated: str, otherwise: int) -> int:
    return int(stated) if re.fullmatch(r"-?[0-9]{1,6}", stated) else otherwise
