"""Spreadsheets with a release in each row: XLSX. No formula is run: its value is the one that the
program saved last."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, BinaryIO

from rag.config import ColumnSettings
from rag.corpus.decoding import read_whole
from rag.corpus.formats.columns import Columns, find_columns, no_text_column, part_of, row_of
from rag.corpus.formats.document import Format, Part
from rag.corpus.unpacking import open_zip
from rag.errors import UnreadableFileError

_HEAD_ROWS = 10  # the names of the columns stand in one of the first rows
_MOST_COLUMNS, _MOST_ROWS = 200, 200_000
_MOST_EMPTY = 10_000  # rows one after the other, behind which nothing is looked for
_OLD = b"\xd0\xcf\x11\xe0"  # an encrypted file, or one of Excel before 2007
_ERRORS = {"#N/A", "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def expand(stream: BinaryIO, named: ColumnSettings) -> Iterator[Part]:
    """The rows of all sheets that have a column with a text.

    Raises:
        UnreadableFileError: it is too large, damaged or locked, or no sheet has such a column.
    """
    data = read_whole(stream)
    if data.startswith(_OLD):
        raise UnreadableFileError("file.password")
    _check(data)
    yield from parts_of(_sheets(data), named)


def parts_of(found: Iterable[tuple[str, list[list[str]]]], named: ColumnSettings) -> Iterator[Part]:
    """The rows of all sheets that have a column with a text.

    Args:
        found: the names of the sheets and their rows.

    Raises:
        UnreadableFileError: no sheet has such a column.
    """
    sheets = [(name, rows, *_head(rows, named)) for name, rows in found if rows]
    if not any(columns for _name, _rows, columns, _begin in sheets):
        heads = [max(rows[:_HEAD_ROWS], key=len) for _name, rows, _columns, _begin in sheets]
        raise no_text_column(heads[0]) if heads else UnreadableFileError("file.no_rows")
    for name, rows, columns, begin in sheets:
        if columns is None:
            head = max(rows[:_HEAD_ROWS], key=len)
            yield Part(number=1, problem=no_text_column(head, sheet=name))
            continue
        names = rows[begin]
        for line, row in enumerate(rows[begin + 1 :], start=begin + 2):
            part = part_of(row_of(names, row), columns, line)
            if part is not None:
                yield part


def _head(rows: Sequence[list[str]], named: ColumnSettings) -> tuple[Columns | None, int]:
    """The columns of a sheet, and the row that names them."""
    for number, row in enumerate(rows[:_HEAD_ROWS]):
        columns = find_columns(row, named)
        if columns is not None:
            return columns, number
    return None, 0


def _check(data: bytes) -> None:
    """Check an archive before a library reads it: its sizes, and that no XML defines entities."""
    members = open_zip(data)
    for name in members.names:
        if name.lower().endswith((".xml", ".rels")):
            content = members.read(name)
            if b"<!DOCTYPE" in content or content.startswith(_WIDE):
                raise UnreadableFileError("file.document_type")


def _sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    """The names of the sheets and their rows, as texts, without empty cells at the end."""
    import openpyxl

    found: list[tuple[str, list[list[str]]]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # the file may state more than it has
                rows = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS)
                found.append((str(sheet.title), _texts(rows)))
            book.close()
    except (UnreadableFileError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged file makes the library raise
        raise UnreadableFileError("file.broken") from error
    return found


def _texts(rows: Iterator[tuple[Any, ...]]) -> list[list[str]]:
    texts: list[list[str]] = []
    last = 0
    for number, row in enumerate(rows, start=1):
        if number > _MOST_ROWS:
            raise UnreadableFileError("file.too_many_parts", most=_MOST_ROWS)
        if number - last > _MOST_EMPTY:
            break
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        last = number if cells else last
        texts.append(cells)
    return texts[:last]


def _text(value: object) -> str:
    """The value of a cell as a text; "" for an error or a truth value."""
    if value is None or isinstance(value, bool) or value in _ERRORS:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


FORMAT = Format((".xlsx", ".xlsm"), expand=expand, is_table=True)
