"""The lines of a page as a reader sees them, and the boxes in which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from rag.corpus.formats.html.tree import Element
from rag.types import BlockKind

_SHORTEST_PROSE = 60  # a shorter line, in characters, is not running text


@dataclass(slots=True, eq=False)
class Box:
    """A block element, in its parent box. ``prose`` is the number of characters of running text
    in it."""

    element: Element
    parent: Box | None
    prose: int = 0

    def around(self) -> list[Box]:
        """The box and the boxes around it, the innermost first."""
        found, box = [], self
        while True:
            found.append(box)
            if box.parent is None:
                return found
            box = box.parent


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph, heading, item or row.

    Attributes:
        text: its text as the page shows it.
        kind: its kind, at first as its element says.
        box: the box in which it stands.
        element: its element.
        length: how many characters it has, without blanks and the mark of an item.
        linked: how many of these characters are in links.
        level: level of a heading, 1 to 6; 0 otherwise.
        group: number of the list or table that it belongs to; 0 for none.
        dated: whether the markup says that it holds a date.
    """

    text: str
    kind: BlockKind
    box: Box
    element: Element
    length: int = 0
    linked: int = 0
    level: int = 0
    group: int = 0
    dated: bool = False

    @property
    def is_link(self) -> bool:
        """Whether at least 90% of its characters are in links."""
        return self.linked > 0 and 10 * self.linked >= 9 * self.length

    @property
    def prose(self) -> int:
        """How many characters of running text it holds; 0 for links, labels and the like."""
        if self.kind not in ("paragraph", "item"):
            return 0
        return self.length if len(self.text) >= _SHORTEST_PROSE and not self.mostly_linked else 0

    @property
    def mostly_linked(self) -> bool:
        """Whether at least half of its characters are in links."""
        return 2 * self.linked >= self.length

    @property
    def is_prose(self) -> bool:
        """Whether it is running text."""
        return self.prose > 0


@dataclass(slots=True)
class Flow:
    """The lines of a page. ``times`` are the values of its ``<time>`` elements, each with the
    number of the line that it stands in."""

    lines: list[Line] = field(default_factory=list)
    times: list[tuple[int, str]] = field(default_factory=list)
