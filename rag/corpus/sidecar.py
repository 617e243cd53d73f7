"""Sidecars: ``metadata.csv`` and ``metadata.jsonl`` at the top of a corpus folder, which describe
files."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any

from rag.corpus.decoding import decode
from rag.corpus.formats.front_matter.keys import FIELDS, compact
from rag.corpus.metadata import KEYS, Metadata, clean, metadata_of
from rag.errors import CorpusError, UnreadableFileError
from rag.lazy import dataclass
from rag.near import suggestion
from rag.types import Reason, Remark

SIDECARS = ("metadata.csv", "metadata.jsonl")
FILE = "file"
"""The column that names the file which a row describes."""
_LONGEST_CELL = 100_000  # characters
# The names of columns beside those of front matter, as ``compact`` writes them, best first.
_NAMES = {
    FILE: tuple(
        """file path source fichier chemin filename nomfichier nomdufichier datei dateiname archivo
        fichero arquivo ficheiro percorso bestand bestandsnaam""".split()
    ),
    "origin": (*FIELDS["origin"], "origine", "emetteur", "organisme", "herkunft", "origen"),
}

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A sidecar as it is written.

    Attributes:
        columns: the names of the columns, in order; empty for a file with an object a line.
        delimiter: between the cells; ``""`` for a file with an object a line.
        rows: the line and the values of each row, by column.
    """

    columns: list[str] = field(default_factory=list)
    delimiter: str = ","
    rows: list[tuple[int, Row]] = field(default_factory=list)


def read_sidecars(folder: Path, remarks: list[Remark] | None = None) -> dict[str, Metadata]:
    """Metadata by file, from the sidecars of a corpus folder.

    Columns are found by their usual names in several languages ("fichier", "titre").

    Args:
        remarks: gets a remark on each sidecar with columns that state nothing of a release.

    Returns:
        Metadata by the path relative to ``folder``, as ``sidecar_key`` gives it.

    Raises:
        CorpusError: a sidecar cannot be read, does not say which file a row describes, describes a
            file twice, or states a wrong date or language.
    """
    stated: dict[str, Metadata] = {}
    for name in SIDECARS:
        path = folder / name
        if not path.is_file():
            continue
        unknown: dict[str, None] = {}
        for line, row in read_table(path).rows:
            file = file_in(row)
            if not file:
                near = suggestion(FILE, list(row)) or suggestion("fichier", list(row))
                raise CorpusError("sidecar.no_file", path=path, line=line, near=near)
            if file in stated:
                raise CorpusError("sidecar.twice", path=path, line=line, file=file)
            named = _by_key(tuple(row))
            values = {key: row[named[key][0]] for key in KEYS if named[key]}
            stated[file] = metadata_of(values, f"{path}:{line}")
            unknown |= dict.fromkeys(named[""])
        if unknown and remarks is not None:
            reason = Reason(
                "remark.columns", {"columns": ", ".join(unknown), "known": ", ".join((FILE, *KEYS))}
            )
            remarks.append(Remark(name, reason))
    return stated


def read_table(path: Path) -> Table:
    """A sidecar as it is written.

    Raises:
        CorpusError: it cannot be read.
    """
    try:
        text, _encoding = decode(path.read_bytes())
        if path.suffix != ".csv":
            return Table(delimiter="", rows=list(_objects(path, text)))
        return _cells(path, text.lstrip("\r\n"))
    except UnreadableFileError as error:
        raise CorpusError("sidecar.undecodable", path=path) from error
    except (csv.Error, OSError, ValueError, RecursionError) as error:
        raise CorpusError("sidecar.unreadable", path=path, reason=error) from error


def _cells(path: Path, text: str) -> Table:
    sample = text.splitlines()[0]
    delimiter = max(",;\t", key=sample.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[tuple[int, Row]] = []
    for row in reader:
        # The limit of ``csv`` holds for all that read CSV in this process.
        if any(isinstance(cell, str) and len(cell) > _LONGEST_CELL for cell in row.values()):
            raise CorpusError("sidecar.long_cell", path=path, line=reader.line_num)
        # Cells behind the last column have no name.
        rows.append((reader.line_num, {key: row[key] for key in row if key is not None}))
    return Table(list(reader.fieldnames or ()), delimiter, rows)


def _objects(path: Path, text: str) -> Iterator[tuple[int, Row]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        reason: object = Reason("sidecar.not_object")
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            value, reason = None, error
        if not isinstance(value, dict):
            raise CorpusError("sidecar.bad_line", path=path, line=number, reason=reason)
        yield number, value


def column_of(columns: Iterable[str], key: str) -> str | None:
    """The column that states a field of ``Metadata``, or ``FILE``; None if none does. If several
    do, it is the one with the best name."""
    return next(iter(_by_key(tuple(columns))[key]), None)


def file_in(row: Mapping[str, Any]) -> str:
    """The path of the file that a row describes, as ``sidecar_key`` gives it; ``""`` for none."""
    for column in _by_key(tuple(row))[FILE]:
        stated = row[column]
        if isinstance(stated, str) and stated.strip():
            return sidecar_key(Path(clean(stated).replace("\\", "/")).as_posix())
    return ""


def sidecar_key(source: str) -> str:
    """A path in the form in which a sidecar's paths are compared with those of the files: a file
    from macOS may have the accents in its name behind their letters."""
    return unicodedata.normalize("NFC", source)


@lru_cache(maxsize=64)
def _by_key(columns: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The columns that state each field, those with the best names first; under ``""`` those that
    have a name and state nothing that is known."""
    there = {compact(one): one for one in reversed(columns)}
    found = {
        key: tuple(there[one] for one in _NAMES.get(key) or FIELDS[key] if one in there)
        for key in (FILE, *KEYS)
    }
    known = {one for some in found.values() for one in some}
    other = {name: one for name, one in there.items() if name and one not in known}
    return {**found, "": tuple(one for one in columns if one in other.values())}
