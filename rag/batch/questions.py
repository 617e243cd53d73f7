"""Read questions from a file one after another: CSV, JSON Lines, or text, a question a line."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rag.corpus.decoding import decode
from rag.errors import QueryError, UnreadableFileError
from rag.near import near_path, suggestion
from rag.types import Reason

COLUMN = "question"
_SAMPLE = 1_000_000  # bytes from which the encoding is told, if it is not UTF-8
_LONGEST = 1_000_000  # characters of the longest cell
_DELIMITERS = ",;\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a file.

    Attributes:
        row: its number, from 1; the line with the names of the columns is not counted.
        text: the question; ``""`` where the cell is empty.
        others: the other columns of its row, by name.
    """

    row: int
    text: str
    others: dict[str, Any] = field(default_factory=dict)


class QuestionFile:
    """A file of questions. It is read as often as it is iterated over, and never held as a whole.

    Blank lines are no rows. Attributes:
        path: the file.
        others: the names of the other columns; empty for a text file and for JSON Lines.

    Args:
        path: a CSV file (``.csv``, ``.tsv``), a file with a JSON object or a JSON string a line
            (``.jsonl``, ``.ndjson``), or a text file with a question a line.
        column: the column, or the key, with the question; compared without case.

    Raises:
        QueryError: there is no such file, it cannot be decoded, or it has no such column.
    """

    def __init__(self, path: Path, column: str = COLUMN) -> None:
        self.path = path
        self._column = column.strip().casefold()
        self.others: tuple[str, ...] = ()
        kinds = {".csv": self._csv, ".tsv": self._csv}
        kinds |= {".jsonl": self._json_lines, ".ndjson": self._json_lines}
        self._read = kinds.get(path.suffix.casefold(), self._lines)
        self._encoding = _encoding_of(path)
        self._delimiter = ","
        self._names: list[str] = []
        if self._read == self._csv:
            self._find_columns(column)

    def __iter__(self) -> Iterator[Question]:
        """The questions in order.

        Raises:
            QueryError: a line cannot be read.
        """
        for number, (text, others) in enumerate(self._read(), start=1):
            yield Question(number, text.strip(), others)

    def _open(self) -> Iterator[str]:
        """The lines with their ends, without NULs, which the csv module refuses."""
        try:
            with self.path.open(encoding=self._encoding, newline="") as stream:
                for line in stream:
                    yield line.replace("\x00", "")
        except (OSError, UnicodeError) as error:
            raise _unreadable(self.path, error) from error

    def _find_columns(self, column: str) -> None:
        head = next((line for line in self._open() if line.strip()), "")
        rows = {one: next(csv.reader([head], delimiter=one), []) for one in _DELIMITERS}
        found = [
            one for one in _DELIMITERS if self._column in (n.strip().casefold() for n in rows[one])
        ]
        self._delimiter = max(found or _DELIMITERS, key=lambda one: len(rows[one]))
        names = [name.strip() for name in rows[self._delimiter]]
        if not found:
            columns = ", ".join(filter(None, names)) or "—"
            near = suggestion(column, filter(None, names))
            raise QueryError(
                "batch.no_column", path=self.path, column=column, columns=columns, near=near
            )
        self._names = names
        at = [name.casefold() for name in names].index(self._column)
        self.others = tuple(dict.fromkeys(n for i, n in enumerate(names) if i != at and n))

    def _csv(self) -> Iterator[tuple[str, dict[str, Any]]]:
        at = [name.casefold() for name in self._names].index(self._column)
        csv.field_size_limit(_LONGEST)
        reader = csv.reader(self._open(), delimiter=self._delimiter)
        try:
            filled = (row for row in reader if any(cell.strip() for cell in row))
            next(filled, None)  # the names
            for row in filled:
                others: dict[str, Any] = dict.fromkeys(self.others, "")
                for name, cell in zip(self._names, row, strict=False):
                    if name in others:
                        others[name] = others[name] or cell
                yield row[at] if at < len(row) else "", others
        except csv.Error as error:
            raise QueryError(
                "batch.bad_line", path=self.path, line=reader.line_num, reason=error
            ) from error

    def _lines(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for line in self._open():
            if line.strip():
                yield line, {}

    def _json_lines(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for number, line in enumerate(self._open(), start=1):
            if not line.strip():
                continue
            try:
                value: Any = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise QueryError(
                    "batch.bad_line", path=self.path, line=number, reason=error
                ) from error
            if isinstance(value, str):
                yield value, {}
                continue
            if not isinstance(value, dict):
                reason = Reason("sidecar.not_object")
                raise QueryError("batch.bad_line", path=self.path, line=number, reason=reason)
            named = {str(key).strip().casefold(): key for key in value}
            if self._column not in named:
                columns = ", ".join(map(str, value)) or "—"
                raise QueryError(
                    "batch.no_column",
                    path=f"{self.path}:{number}",
                    column=self._column,
                    columns=columns,
                    near=suggestion(self._column, map(str, value)),
                )
            text = value.pop(named[self._column])
            yield text if isinstance(text, str) else "", value


def _encoding_of(path: Path) -> str:
    """Python's name of the file's encoding. The whole file is read, a part at a time."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_SAMPLE)
            for mark, encoding in _MARKS:
                if head.startswith(mark):
                    return encoding
            if b"\x00" in head:  # UTF-16 without a mark
                return decode(head)[1].rstrip("?")
            decoder = codecs.getincrementaldecoder("utf-8")()
            part, before = head, b""
            try:
                while part:
                    decoder.decode(part)
                    before, part = part, stream.read(_SAMPLE)
                decoder.decode(b"", final=True)
                return "utf-8"
            except UnicodeDecodeError:
                # A part with a letter beyond ASCII tells more than the beginning.
                _text, told = decode(before[-_SAMPLE:] + part if before else part)
                return told.rstrip("?")
    except UnreadableFileError as error:
        raise QueryError("batch.other_kind", path=path) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError | UnicodeError) -> QueryError:
    near = near_path(path, folders=False) if isinstance(error, FileNotFoundError) else ""
    return QueryError("batch.unreadable", path=path, reason=error, near=near)
