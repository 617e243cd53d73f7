"""Tables. A table of data becomes rows. A table that only arranges a page is an ordinary box."""

from __future__ import annotations

from collections.abc import Iterator

from rag.corpus.formats.html.names import furniture
from rag.corpus.formats.html.tree import BLOCKS, Element
from rag.corpus.formats.html.whitespace import collapsed

_ROW_BOXES = frozenset(("tbody", "thead", "tfoot"))
_CELLS = frozenset(("td", "th"))
_LAYOUT = ("table", "h1", "h2", "h3", "article", "section", "form", "main", "hr")
_LONG_CELL = 400
_MOST_COLUMNS = 60


def is_data(table: Element) -> bool:
    """Whether a table holds data: it has at least two columns and two rows, and its cells are short
    and contain no parts of a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    if next(table.iterdescendants(*_LAYOUT), None) is not None:
        return False
    rows = list(rows_of(table))
    widths = [sum(1 for _ in cells_of(row)) for row in rows]
    if len(rows) < 2 or max(widths) < 2:
        return False
    if next(table.iterdescendants("th"), None) is not None:
        return True
    if next(table.iterdescendants("ul", "ol", "dl"), None) is not None:
        return False
    lengths = [len("".join(cell.itertext()).strip()) for row in rows for cell in cells_of(row)]
    filled = [length for length in lengths if length]
    two_wide = sum(1 for width in widths if width >= 2)
    return bool(filled) and max(filled) <= _LONG_CELL and 2 * two_wide >= len(rows)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _ROW_BOXES:
            yield from (row for row in child if row.tag == "tr")


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    return (cell for cell in row if cell.tag in _CELLS)


def row_text(row: Element) -> str:
    """A row's cells on one line with tabs between them; ``""`` for a row without text. Empty cells
    follow a cell over several columns, so that each column keeps its position."""
    cells: list[str] = []
    for cell in cells_of(row):
        cells.append(plain_text(cell))
        spanned = cell.get("colspan", "1")
        wide = int(spanned) if spanned.isascii() and spanned.isdigit() and len(spanned) < 3 else 1
        cells.extend("" for _ in range(min(wide, _MOST_COLUMNS) - 1))
    return "\t".join(cells).rstrip() if any(cells) else ""


def names_columns(row: Element) -> bool:
    """Whether a row names the columns: it stands in the table's head, or all its cells are header
    cells or bold."""
    if row.getparent().tag == "thead":
        return True
    cells = [cell for cell in cells_of(row) if "".join(cell.itertext()).strip()]
    if not cells:
        return False
    return all(cell.tag == "th" or _all_bold(cell) for cell in cells)


def _all_bold(cell: Element) -> bool:
    bold = sum(len("".join(part.itertext()).strip()) for part in cell.iter("b", "strong"))
    return bold > 0 and bold >= len("".join(cell.itertext()).strip())


def plain_text(element: Element) -> str:
    """The text of an element on one line. Blocks and line breaks in it become blanks."""
    pieces: list[str] = []
    _collect(element, pieces)
    return collapsed("".join(pieces))


def _collect(element: Element, pieces: list[str]) -> None:
    # The recursion is limited, because the parser limits the depth of elements.
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        if tag in BLOCKS or tag == "br":
            pieces.append(" ")
        if furniture(child) != "hidden":
            _collect(child, pieces)
        if tag in BLOCKS:
            pieces.append(" ")
        if child.tail:
            pieces.append(child.tail)
