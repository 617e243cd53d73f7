"""Tables as text, with a release in each row: CSV and TSV, as databases and spreadsheets write
them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from rag.config import ColumnSettings
from rag.corpus.decoding import MAX_BYTES, decode, read_whole
from rag.corpus.formats.columns import Columns, find_columns, no_text_column, part_of, row_of
from rag.corpus.formats.document import Format, Part
from rag.errors import UnreadableFileError
from rag.lazy import regex

_DELIMITERS = ",;\t|"
_SAMPLE = 60  # rows that tell the delimiter
_HEAD_ROWS = 10  # the names of the columns stand in one of the first rows
_SEP = regex(r"\s*\"?sep=(.)\"?\s*\r?\n", re.IGNORECASE)
csv.field_size_limit(MAX_BYTES)


def expand(stream: BinaryIO, named: ColumnSettings) -> Iterator[Part]:
    """The rows of a table.

    Raises:
        UnreadableFileError: it is too large or no text, or no column holds the text of a release.
    """
    text, _encoding = decode(read_whole(stream))
    text = text.replace("\x00", "")
    stated = _SEP.match(text)
    begin = stated.end() if stated else 0
    best = _choose(text, begin, stated[1] if stated else "", named)
    rows = _Rows(text, begin, best)
    names: list[str] = []
    columns: Columns | None = None
    first: list[str] = []
    for row in islice(rows, _HEAD_ROWS):
        first = first or (row if sum(map(bool, row)) > 1 else [])
        columns = find_columns(row, named)
        if columns is not None:
            names = row
            break
    if columns is None:
        raise no_text_column(first)
    while not names[-1].strip():  # a delimiter at the end of each line
        names = names[:-1]
    for row in rows:
        if rows.is_open:
            problem = UnreadableFileError("row.open_quote", row=rows.number)
            yield Part(number=rows.number, problem=problem)
            return
        if any(value.strip() for value in row[len(names) :]):
            problem = UnreadableFileError("row.too_many_values", row=rows.number)
            yield Part(number=rows.number, problem=problem)
            continue
        part = part_of(row_of(names, row), columns, rows.number)
        if part is not None:
            yield part


class _Rows:
    """The rows of a text.

    Attributes:
        number: the line of the text in which the last row began, from 1.
        is_open: whether its last value begins with a quotation mark that nothing closes, so that
            the reader looked for more lines behind the last one.
    """

    def __init__(self, text: str, begin: int, delimiter: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._lines.seek(begin)
        self._read = 1 if begin else 0
        self.number = 0
        self.is_open = False
        escape = "\\" if '\\"' in text and '""' not in text else None
        self._rows = csv.reader(self._count(), delimiter=delimiter, escapechar=escape)

    def _count(self) -> Iterator[str]:
        for line in self._lines:
            self._read += 1
            yield line
        self.is_open = True

    def __iter__(self) -> _Rows:
        return self

    def __next__(self) -> list[str]:
        self.number = self._read + 1
        try:
            return next(self._rows)
        except csv.Error as error:
            raise UnreadableFileError("file.broken") from error


def _choose(text: str, begin: int, stated: str, named: ColumnSettings) -> str:
    """The delimiter with which most rows have as many values as the others, and the names of the
    columns are known."""
    if stated:
        return stated
    head = text[begin : begin + 2_000_000]
    best, delimiter = (False, 0.0, 0), _DELIMITERS[0]
    for one in _DELIMITERS:
        try:
            rows = [row for row in islice(_Rows(head, 0, one), _SAMPLE) if row]
        except UnreadableFileError:
            continue
        widths = Counter(len(row) for row in rows)
        width, count = max(widths.items(), key=lambda each: (each[1], each[0]), default=(0, 0))
        if width < 2:
            continue
        known = any(find_columns(row, named) for row in rows[:_HEAD_ROWS])
        score = (known, count / len(rows), width)
        if score > best:
            best, delimiter = score, one
    return delimiter


FORMAT = Format((".csv", ".tsv", ".tab"), expand=expand, is_table=True)
