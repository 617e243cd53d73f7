"""Correct what was read of a release, in the sidecar and never in the file; take a release out."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rag.corpus.listing import is_ignored
from rag.corpus.metadata import KEYS, metadata_of
from rag.corpus.original import split_source
from rag.corpus.sidecar import (
    FILE,
    SIDECARS,
    column_of,
    file_in,
    read_sidecars,
    read_table,
    sidecar_key,
)
from rag.errors import CorpusError, StorageError

REMOVED = ".removed"
"""Folder, inside the corpus folder, of the releases that were taken out. It is not read."""

Row = dict[str, Any]


def correct_release(source: str, corpus: Path, values: Mapping[str, str]) -> None:
    """Write what is right of a release into the sidecar of its folder.

    A sidecar that describes the release keeps its other values, columns and separator; without one
    a ``metadata.csv`` is made.

    Args:
        source: the release's: the path of its file relative to the folder, with ``/``, and its
            place behind it if the file holds several.
        values: right values by a key of ``metadata.KEYS``; ``""`` removes what was stated.

    Raises:
        CorpusError: there is no such file, a value is wrong, or a sidecar cannot be read.
        StorageError: the sidecar cannot be written.
    """
    _check(source, corpus)
    read_sidecars(corpus)  # a broken sidecar is told, not overwritten
    wanted = {key: value.strip() for key, value in values.items() if key in KEYS}
    metadata_of(wanted, source)
    sidecar = next((one for one in SIDECARS if _row_of(source, corpus / one)), SIDECARS[0])
    path = corpus / sidecar
    columns, delimiter, rows = _read(path)
    row = next((one for one in rows if file_in(one) == sidecar_key(source)), None)
    if row is None:
        row = {column_of(columns, FILE) or FILE: source}
        rows.append(row)
    for key, value in wanted.items():
        row[column_of([*columns, *row], key) or key] = value
    _write(path, columns, delimiter, rows)


def remove_release(source: str, corpus: Path) -> Path:
    """Move a release's file into the folder ``.removed``, and drop its row of the sidecar.

    Args:
        source: as for ``correct_release``.

    Returns:
        Where the file is now.

    Raises:
        CorpusError: there is no such file, the release is a part of a file with others, or a
            sidecar cannot be read.
        StorageError: it cannot be moved.
    """
    path = _check(source, corpus)
    if path != corpus / source:
        file = path.relative_to(corpus).as_posix()
        raise CorpusError("original.part", file=file, part=source.removeprefix(file)[1:])
    read_sidecars(corpus)
    target = corpus / REMOVED / source
    number = 1
    while target.exists():
        number += 1
        target = target.with_name(f"{path.stem}-{number}{path.suffix}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(path, target)
    except OSError as error:
        raise _refused(path, error) from error
    for name in SIDECARS:
        columns, delimiter, rows = _read(corpus / name)
        kept = [row for row in rows if not _lies_in(row, source)]
        if len(kept) < len(rows):
            _write(corpus / name, columns, delimiter, kept)
    return target


def _check(source: str, corpus: Path) -> Path:
    """The file of a release, which must lie in the folder."""
    file, _part = split_source(corpus, source)
    path = corpus / file
    inside = path.resolve().is_relative_to(corpus.resolve())
    hidden = any(is_ignored(part) for part in Path(file).parts)
    if not inside or hidden or not path.is_file():
        raise CorpusError("sidecar.unknown_file", path=corpus, file=source)
    return path


def _row_of(source: str, path: Path) -> Row | None:
    return next((row for row in _read(path)[2] if file_in(row) == sidecar_key(source)), None)


def _read(path: Path) -> tuple[list[str], str, list[Row]]:
    """The columns, the separator and the rows of a sidecar; none if there is no such file."""
    if not path.is_file():
        return [], ",", []
    table = read_table(path)
    return table.columns, table.delimiter, [row for _line, row in table.rows]


def _write(path: Path, columns: list[str], delimiter: str, rows: list[Row]) -> None:
    if path.suffix == ".csv":
        out = io.StringIO(newline="")
        names = list(dict.fromkeys([*columns, *(key for row in rows for key in row)]))
        writer = csv.DictWriter(out, names, delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        text = out.getvalue() if names else ""
    else:
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if not rows:
            path.unlink(missing_ok=True)
            return
        half.write_text(text, encoding="utf-8")
        os.replace(half, path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        half.unlink(missing_ok=True)


def _lies_in(row: Row, source: str) -> bool:
    """Whether a row describes a file or a part of it."""
    stated, source = file_in(row), sidecar_key(source)
    return stated == source or stated.startswith((f"{source}/", f"{source}#"))


def _refused(path: Path, error: OSError) -> StorageError:
    return StorageError("storage.refused", path=path, reason=error)
