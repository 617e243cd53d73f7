"""Answers that someone found wrong: questions for ``rag eval``, in a file on this machine."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import rag

NAME = "wrong.jsonl"
_writing = threading.Lock()


def note_wrong(folder: Path, question: str, said: str, right: str = "") -> Path:
    """Note a wrong answer as a line with ``question``, ``said`` and, if given, ``answers``.

    A line for the same question and answer is replaced, so that what is right can be added later.

    Args:
        folder: the index folder.
        said: the answer that was given; ``""`` for none.
        right: the right answer; ``""`` if it is not known, or if the releases do not answer.

    Returns:
        The file.

    Raises:
        StorageError: it cannot be written.
    """
    line = {"question": question.strip(), "said": said.strip()}
    right = right.strip()
    path = folder / NAME
    with _writing:
        try:
            kept = [one for one in _lines(path) if not _is_same(one, line)]
            made = {**line, "answers": [right]} if right else line
            rows = [*kept, json.dumps(made, ensure_ascii=False)]
            fresh = path.with_suffix(".new")
            fresh.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
            os.replace(fresh, path)
        except OSError as error:
            raise rag.StorageError("storage.refused", path=path, reason=error) from error
    return path


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        return []
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _is_same(row: str, line: dict[str, str]) -> bool:
    """Whether a row has that question and answer. A row that someone broke is left alone."""
    try:
        held = json.loads(row)
    except ValueError:
        return False
    return isinstance(held, dict) and all(held.get(key) == value for key, value in line.items())
