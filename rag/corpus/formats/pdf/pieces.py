"""The values that the steps of the PDF reader pass to each other: pieces, columns, lines, pages.

Coordinates are in points of 1/72 inch from the top left corner of the page, downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

HYPHEN = "\ufffe"  # a hyphen that pdfium found at the end of a line

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Piece:
    """Words beside each other on one line, without a wide gap between them.

    Attributes:
        text: the words with spaces between them. A hyphen that broke a word at the end of the
            piece is ``\\ufffe``.
        left, top, right, bottom: its edges. Its height is that of the font, not of the letters.
        middle: vertical middle of its longest word, which small raised letters do not change.
        size: font size in points.
        bold: whether its first and its last word are bold.
        words, edges, ends: each word, its left edge and its right edge.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    middle: float
    size: float
    bold: bool
    words: list[str]
    edges: list[float]
    ends: list[float]


@dataclass(slots=True)
class Column:
    """A column of text, or a table, on one page.

    Attributes:
        left, right: edges of its text.
        table: whether its lines are rows of a table.
    """

    left: float
    right: float
    table: bool = False


@dataclass(slots=True)
class Line:
    """A line of a column or a row of a table.

    Attributes:
        page: number of the page, from 1.
        text: its text, with tabs between cells.
        left, top, right, bottom, middle, size, bold: as in ``Piece``.
        column: the column or table in which it stands.
        cells: how many cells it has; 1 for a line of plain text.
        lead: width of its first word and the space behind it; 0 for a row.
        words: how many words it has.
    """

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float
    middle: float
    size: float
    bold: bool
    column: Column
    cells: int = 1
    lead: float = 0.0
    words: int = 1

    @property
    def box(self) -> Box:
        """Left, top, right and bottom edge."""
        return (self.left, self.top, self.right, self.bottom)


@dataclass(slots=True)
class Page:
    """The text of a page in reading order.

    Attributes:
        number: from 1.
        width, height: in points, of the page as its text is read.
        lines: its lines.
        turned_back: by how many quarter turns it was turned back to read sideways text, 0 to 3.
    """

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    turned_back: int = 0

    def shown(self, box: Box) -> Box:
        """Convert a box on the page as it is read to the page as it is shown."""
        left, top, right, bottom = box
        if self.turned_back == 1:
            return (self.height - bottom, left, self.height - top, right)
        if self.turned_back == 2:
            return (self.width - right, self.height - bottom, self.width - left, self.height - top)
        if self.turned_back == 3:
            return (top, self.width - right, bottom, self.width - left)
        return box
