"""Tables of word processors. A table of data becomes rows. One that only arranges the page, such as
a letterhead or two columns of contacts, becomes the paragraphs in its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rag.corpus.formats.office.parts import Part
from rag.corpus.furniture import is_header_line, opens_contacts
from rag.corpus.lines import TERMINAL

_LONG_CELL = 400
_MOST_COLUMNS = 60
_LONGEST_NAME = 40
_LETTERHEAD_ROWS = 4


@dataclass(slots=True)
class Cell:
    """A cell: its parts, and how many columns it is wide."""

    parts: list[Part] = field(default_factory=list)
    wide: int = 1

    @property
    def text(self) -> str:
        """Its parts on one line."""
        return " ".join(" ".join(part.text.split()) for part in self.parts)


@dataclass(slots=True)
class Row:
    """A row; ``names`` tells whether the file marks it as the head of the table."""

    cells: list[Cell] = field(default_factory=list)
    names: bool = False
    element: str | None = None
    offset: int | None = None


def parts_of(rows: list[Row], group: int, *, at_top: bool) -> list[Part]:
    """The parts of a table.

    Args:
        rows: its rows.
        group: a number that no other list or table has.
        at_top: whether no running text stands before it. A small table there with a label or a
            date in it is a letterhead.
    """
    if not _is_data(rows, at_top):
        return [part for row in rows for cell in row.cells for part in cell.parts]
    return list(_rows(rows, group))


def _is_data(rows: list[Row], at_top: bool) -> bool:
    filled = [row for row in rows if any(cell.parts for cell in row.cells)]
    cells = [cell for row in filled for cell in row.cells]
    if len(filled) < 2 or 2 * sum(1 for row in filled if len(row.cells) > 1) < len(filled):
        return False
    if any(part.kind in ("row", "columns", "title") for cell in cells for part in cell.parts):
        return False  # a table inside a table, or the title of the release
    if max(len(cell.text) for cell in cells) > _LONG_CELL:
        return False
    lines = [line for cell in cells for part in cell.parts for line in part.text.split("\n")]
    if at_top and len(filled) <= _LETTERHEAD_ROWS:
        return not any(is_header_line(line, near_top=True) for line in lines)
    return not any(opens_contacts(line) for line in lines[:2])


def _rows(rows: list[Row], group: int) -> Iterator[Part]:
    columns = True
    for number, row in enumerate(rows):
        cells: list[str] = []
        for cell in row.cells:
            cells.append(cell.text.replace("\t", " "))
            cells.extend("" for _ in range(min(cell.wide, _MOST_COLUMNS) - 1))
        text = "\t".join(cells).rstrip()
        if not text.strip():
            continue
        columns = columns and (row.names or _is_head(row, rows[number + 1 :]))
        yield Part(
            text,
            "columns" if columns else "row",
            group=group,
            element=row.element,
            offset=row.offset,
        )
        columns = False


def _is_head(row: Row, following: list[Row]) -> bool:
    """Whether the first row names the columns: it is bold and the others are not, or it has no
    numbers and most others have."""
    if len([cell for cell in row.cells if cell.parts]) < 2 or not following:
        return False
    if any(len(cell.text) > _LONGEST_NAME and TERMINAL.search(cell.text) for cell in row.cells):
        return False  # sentences
    if _is_bold(row):
        return not all(map(_is_bold, following))
    years = not any(_has_number(cell) for cell in row.cells)
    numbered = sum(1 for one in following if any(map(_has_number, one.cells)))
    return years and numbered > 0.6 * len(following)


def _is_bold(row: Row) -> bool:
    parts = [part for cell in row.cells for part in cell.parts]
    return bool(parts) and all(part.bold for part in parts)


def _has_number(cell: Cell) -> bool:
    """Whether a cell has a digit and is no mere year, which may name a column."""
    text = cell.text.strip()
    year = len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")
    return not year and any(character.isdigit() for character in text)
