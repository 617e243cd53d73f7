"""The file of answers: rows are appended, and what a killed run has written is found again."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rag.batch.questions import Question
from rag.errors import IndexBusyError, QueryError, StorageError
from rag.spreadsheet import ANSWER_COLUMNS, Cell, csv_line, neutralised

_PART = 1_000_000  # bytes read at a time
_MARK = "\ufeff"  # tells spreadsheets the encoding


class AnswerFile:
    """A file of answers, open for appending: CSV, or JSON Lines if its name ends in ``.jsonl``.

    Use it as a context manager. A row that was not written to its end is cut off.

    Args:
        path: the file; made if it is not there.
        others: names of the columns of the questions' file, which stand before the answer's.
        again: whether to write it anew.

    Raises:
        QueryError: the file is there and is not one of answers to these columns.
        IndexBusyError: another process writes it.
        StorageError: it cannot be written.
    """

    def __init__(self, path: Path, others: Sequence[str], *, again: bool = False) -> None:
        from filelock import FileLock, Timeout

        self.path = path
        self._json = path.suffix.casefold() in (".jsonl", ".ndjson")
        taken = {"row", *ANSWER_COLUMNS}
        self._others = {name: f"input.{name}" if name in taken else name for name in others}
        self.columns = ("row", *self._others.values(), *ANSWER_COLUMNS)
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexBusyError("batch.busy", path=path) from error
        except OSError as error:
            raise _refused(path, error) from error
        try:
            self._stream = path.open("wb" if again else "ab")
            try:
                self._begin()
            except BaseException:
                self._stream.close()
                raise
        except OSError as error:
            self._lock.release()
            raise _refused(path, error) from error
        except BaseException:
            self._lock.release()
            raise

    def __enter__(self) -> AnswerFile:
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.close()
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)

    def _begin(self) -> None:
        whole = _whole_rows(self.path, quoted=not self._json)
        if whole < self.path.stat().st_size:
            self._stream.truncate(whole)
        if self._json:
            return
        if whole == 0:
            self._append(_MARK + csv_line(self.columns))
            return
        with self.path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            names = next(csv.reader(stream), [])
        if tuple(names) != tuple(str(neutralised(name)) for name in self.columns):
            raise QueryError("batch.other_file", path=self.path)

    def written(self) -> Iterator[tuple[int, str]]:
        """The number and the question of each row that is there, in order, as they were written.

        Raises:
            QueryError: a row is not one of answers.
        """
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as stream:
                if self._json:
                    for line in stream:
                        value = json.loads(line)
                        yield int(value["row"]), str(value["question"])
                    return
                reader = csv.DictReader(stream)
                for row in reader:
                    yield int(row["row"]), row["question"]
        except (ValueError, KeyError, TypeError, csv.Error) as error:
            raise QueryError("batch.other_file", path=self.path) from error
        except OSError as error:
            raise _refused(self.path, error) from error

    def shown(self, question: str) -> str:
        """A question as ``written`` gives it back."""
        if self._json:
            return _printable(question)
        return str(neutralised(_printable(question).replace("\x00", "")))

    def append(self, question: Question, row: dict[str, Cell]) -> None:
        """Write a row to its end.

        Raises:
            StorageError: it cannot be written.
        """
        if self._json:
            value: dict[str, Any] = {"row": question.row}
            if question.others:
                value["input"] = question.others
            text = json.dumps(value | row, ensure_ascii=False) + "\n"
        else:
            others = [question.others.get(name) for name in self._others]
            cells = [question.row, *others, *(row[name] for name in ANSWER_COLUMNS)]
            text = csv_line(cells)
        try:
            self._append(_printable(text))
        except OSError as error:
            raise _refused(self.path, error) from error

    def _append(self, text: str) -> None:
        self._stream.write(text.encode("utf-8"))
        self._stream.flush()


def _whole_rows(path: Path, *, quoted: bool) -> int:
    """How many bytes of a file are rows with their line end. With ``quoted``, a line end between
    quotation marks ends no row."""
    at = end = 0
    inside = False
    with path.open("rb") as stream:
        while part := stream.read(_PART):
            for line in part.splitlines(keepends=True):
                if quoted and line.count(b'"') % 2:
                    inside = not inside
                at += len(line)
                if line.endswith(b"\n") and not inside:
                    end = at
    return end


def _printable(text: str) -> str:
    """The text with "?" for lone surrogates, which UTF-8 cannot encode."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _refused(path: Path, error: OSError) -> StorageError:
    return StorageError("storage.refused", path=path, reason=error)
