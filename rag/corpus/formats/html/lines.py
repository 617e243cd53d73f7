"""The lines of a page as a reader sees them, and the boxes that they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field

from rag.corpus.formats.html.tree import Element
from rag.types import BlockKind

_SHORTEST_PROSE = 60  # characters by which a line is running text and no label


@dataclass(slots=True, eq=False)
class Box:
    """An element that stands as a block, in its parent box; ``prose`` counts running text."""

    element: Element
    parent: Box | None
    prose: int = 0

    def around(self) -> list[Box]:
        """The box and those around it, from inside out."""
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
        text: as it is shown.
        kind: its kind, as far as its own element says.
        box: the box that it stands in; ``element`` is its element.
        length: how many characters it has without blanks and the mark of an item; ``linked``: how
            many of them are links.
        level: of a heading, 1 to 6; 0 otherwise.
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
        """Whether it is nothing but links."""
        return self.linked > 0 and 10 * self.linked >= 9 * self.length

    @property
    def prose(self) -> int:
        """How many characters of running text it holds: none in links, labels and the like."""
        if self.kind not in ("paragraph", "item"):
            return 0
        return self.length if len(self.text) >= _SHORTEST_PROSE and not self.mostly_linked else 0

    @property
    def mostly_linked(self) -> bool:
        """Whether the better part of it is links."""
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
