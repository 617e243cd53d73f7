"""The styles of an OpenDocument text: what letters look like, lists, and what is hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.corpus.formats.office.marks import BULLET, counted, mark_of
from rag.corpus.formats.office.tree import attribute, attributes
from rag.corpus.safe_xml import Element

_SIZE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)(pt|%)")
_DEEPEST = 20
_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits.

    Attributes:
        names: its names and those of the styles that it is based on.
        bold, hidden: whether its letters are.
        size: in points; 0 if not known.
        list_name: the list that its paragraphs belong to; ``""`` for none.
    """

    names: tuple[str, ...] = ()
    bold: bool = False
    hidden: bool = False
    size: float = 0.0
    list_name: str = ""


@dataclass(slots=True)
class ListLevel:
    """How the items of one level of a list are marked."""

    form: str = BULLET
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1

    def mark(self, numbers: list[int], forms: list[ListLevel]) -> str:
        """The mark of an item.

        Args:
            numbers: those of the item and of the items around it, outermost first.
            forms: the levels of these items.
        """
        if self.form == BULLET:
            return BULLET
        if not self.form:
            return ""
        pairs = list(zip(numbers, forms, strict=True))[-self.shown :]
        text = ".".join(counted(number, one.form) for number, one in pairs if one.form != BULLET)
        return mark_of(f"{self.before}{text}{self.after}")


@dataclass(slots=True)
class Styles:
    """All styles of a document."""

    _elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    _known: dict[tuple[str, str], Style] = field(default_factory=dict)
    _lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    _default: Style = field(default_factory=Style)

    def add(self, root: Element) -> None:
        """Add the styles of ``styles.xml`` or ``content.xml``."""
        for element in root.iter("default-style"):
            if attribute(element, "family") == "paragraph":
                self._default = _derived(Style(), element)
        for element in root.iter("style"):
            stated = attributes(element)
            self._elements[stated.get("family", ""), stated.get("name", "")] = element
        for element in root.iter("list-style"):
            levels = {}
            for level in element:
                number = attribute(level, "level")
                if re.fullmatch(r"[0-9]{1,2}", number):
                    levels[int(number)] = _level(level)
            self._lists[attribute(element, "name")] = levels

    def of(self, family: str, name: str) -> Style:
        """The style of a ``paragraph``, ``text`` or ``section``."""
        known = self._known.get((family, name))
        if known is None:
            chain: list[Element] = []
            above = name
            while (family, above) in self._elements and len(chain) < _DEEPEST:
                chain.append(self._elements[family, above])
                above = attribute(chain[-1], "parent-style-name")
            known = self._default if family == "paragraph" else Style()
            for element in reversed(chain):
                known = _derived(known, element)
            self._known[family, name] = known
        return known

    def level(self, list_name: str, level: int) -> ListLevel:
        """A level of a list, from 1; a bullet if it is not known."""
        return self._lists.get(list_name, {}).get(level, ListLevel())


def _derived(base: Style, element: Element) -> Style:
    stated = attributes(element)
    letters = element.find("text-properties")
    look = attributes(letters) if letters is not None else {}
    section = attribute(element.find("section-properties"), "display")
    weight = look.get("font-weight")
    shown = look.get("display")
    size = _SIZE.fullmatch(look.get("font-size", ""))
    points = base.size
    if size is not None:
        points = float(size[1]) if size[2] == "pt" else base.size * float(size[1]) / 100
    own = [stated.get("name", ""), stated.get("display-name", "")]
    return Style(
        (*base.names, *filter(None, own)),
        base.bold if weight is None else weight in _BOLD,
        (base.hidden if shown is None else shown == "none") or section == "none",
        round(points, 1),
        stated.get("list-style-name", base.list_name),
    )


def _level(element: Element) -> ListLevel:
    stated = attributes(element)
    if element.tag != "list-level-style-number":
        return ListLevel()
    start, shown = stated.get("start-value", "1"), stated.get("display-levels", "1")
    return ListLevel(
        stated.get("num-format", ""),
        stated.get("num-prefix", ""),
        stated.get("num-suffix", ""),
        int(start) if re.fullmatch(r"[0-9]{1,5}", start) else 1,
        int(shown) if re.fullmatch(r"[1-9]", shown) else 1,
    )
