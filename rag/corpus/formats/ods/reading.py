"""Read the sheets of an OpenDocument spreadsheet as rows of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from rag.config import ColumnSettings
from rag.corpus.decoding import read_whole
from rag.corpus.formats.document import Part
from rag.corpus.formats.odt.reading import open_content, rows_of
from rag.corpus.formats.office.tree import attribute
from rag.corpus.formats.spreadsheet import parts_of
from rag.corpus.safe_xml import Element
from rag.errors import UnreadableFileError

_MOST_COLUMNS, _MOST_ROWS = 200, 200_000


def expand(stream: BinaryIO, named: ColumnSettings) -> Iterator[Part]:
    """The rows of all sheets that have a column with a text.

    Raises:
        UnreadableFileError: it is too large, damaged or locked, or no sheet has such a column.
    """
    _members, root = open_content(read_whole(stream))
    book = root.find("body/spreadsheet")
    if book is None:
        raise UnreadableFileError("file.other_content")
    sheets = [(attribute(one, "name"), _rows(one)) for one in book.iterfind("table")]
    yield from parts_of(sheets, named)


def _rows(table: Element) -> list[list[str]]:
    """The rows as texts, without empty cells and rows at the end."""
    rows: list[list[str]] = []
    last = 0
    for element, _names in rows_of(table, names=False):
        cells: list[str] = []
        for cell in element:
            if cell.tag in ("table-cell", "covered-table-cell"):
                more = min(_repeated(cell, "columns"), _MOST_COLUMNS - len(cells))
                cells += [_text(cell)] * more
        while cells and not cells[-1]:
            cells.pop()
        # A sheet may end with a million equal empty rows.
        rows += [cells] * (_repeated(element, "rows") if cells else 1)
        if len(rows) > _MOST_ROWS:
            raise UnreadableFileError("file.too_many_parts", most=_MOST_ROWS)
        last = len(rows) if cells else last
    return rows[:last]


def _repeated(element: Element, what: str) -> int:
    count = attribute(element, f"number-{what}-repeated", "1")
    return int(count) if re.fullmatch("[1-9][0-9]{0,6}", count) else 1


def _text(cell: Element) -> str:
    """What a cell shows, but a date as the file states it."""
    date = attribute(cell, "date-value")
    if date:
        return date[:10]
    return "\n".join("".join(_letters(one)) for one in cell.iterfind("p")).strip()


def _letters(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in ("s", "tab"):
            yield " "
        elif child.tag == "line-break":
            yield "\n"
        elif child.tag != "annotation":
            yield from _letters(child)
        yield child.tail or ""
