"""The metadata of a release, from a sidecar (``metadata.csv``, ``metadata.jsonl``) or its own file.

Metadata wins over what is read from the text. A wrong value is an error and is not ignored.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from rag.corpus.decoding import decode
from rag.corpus.release_dates.stated import parse_date
from rag.errors import CorpusError, UnreadableFileError
from rag.near import suggestion
from rag.partial_date import PartialDate
from rag.types import Reason

SIDECARS = ("metadata.csv", "metadata.jsonl")
_LONGEST_CELL = 100_000  # characters
KEYS = ("id", "title", "date", "language", "url", "origin", "updated", "embargo")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of one release; None for what is not stated.

    Attributes:
        id, title, language, url, origin: as in ``Release``.
        date: when it was published.
        updated: when it was last changed.
        embargo: the day until which it was not to be published.
    """

    id: str | None = None
    title: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    url: str | None = None
    origin: str | None = None
    updated: PartialDate | None = None
    embargo: PartialDate | None = None

    def over(self, below: Metadata) -> Metadata:
        """This metadata, and that of ``below`` for what it does not state."""
        names = [item.name for item in fields(Metadata)]
        return Metadata(**{name: getattr(self, name) or getattr(below, name) for name in names})


def read_sidecars(folder: Path) -> dict[str, Metadata]:
    """Metadata by file, from the sidecars at the top of a corpus folder.

    Returns:
        Metadata by the path relative to ``folder`` that the ``file`` (or ``path``, or ``source``)
        column states, as ``sidecar_key`` gives it.

    Raises:
        CorpusError: a sidecar cannot be read, lacks the ``file`` column, names a file twice, or
            states a wrong date or language.
    """
    stated: dict[str, Metadata] = {}
    for name in SIDECARS:
        path = folder / name
        if not path.is_file():
            continue
        try:
            rows = _rows(path)
        except (csv.Error, ValueError, RecursionError) as error:
            raise CorpusError("sidecar.unreadable", path=path, reason=error) from error
        for line, row in rows:
            file = row.get("file") or row.get("path") or row.get("source")
            if not isinstance(file, str) or not file.strip():
                near = suggestion("file", row) or suggestion("fichier", row)
                raise CorpusError("sidecar.no_file", path=path, line=line, near=near)
            key = sidecar_key(Path(_clean(file).replace("\\", "/")).as_posix())
            if key in stated:
                raise CorpusError("sidecar.twice", path=path, line=line, file=key)
            stated[key] = metadata_of(row, f"{path}:{line}")
    return stated


def sidecar_key(source: str) -> str:
    """A path in the form in which a sidecar's paths are compared with those of the files: a file
    from macOS may have the accents in its name behind their letters."""
    return unicodedata.normalize("NFC", source)


def _rows(path: Path) -> list[tuple[int, dict[str, Any]]]:
    try:
        text, _encoding = decode(path.read_bytes())
    except OSError as error:
        raise CorpusError("sidecar.unreadable", path=path, reason=error) from error
    except UnreadableFileError as error:
        raise CorpusError("sidecar.undecodable", path=path) from error
    rows: list[tuple[int, dict[str, Any]]] = []
    if path.suffix == ".csv":
        text = text.lstrip("\r\n")
        sample = text.splitlines()[0]
        delimiter = max(",;\t", key=sample.count)
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in reader:
            # The limit of ``csv`` holds for all that read CSV in this process.
            if any(isinstance(cell, str) and len(cell) > _LONGEST_CELL for cell in row.values()):
                raise CorpusError("sidecar.long_cell", path=path, line=reader.line_num)
            rows.append(
                (reader.line_num, {(k or "").strip().casefold(): v for k, v in row.items()})
            )
        return rows
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except json.JSONDecodeError as error:
            raise CorpusError(
                "sidecar.bad_line", path=path, line=number, reason=error.msg
            ) from error
        if not isinstance(value, dict):
            reason = Reason("sidecar.not_object")
            raise CorpusError("sidecar.bad_line", path=path, line=number, reason=reason)
        rows.append((number, {str(k).casefold(): v for k, v in value.items()}))
    return rows


def metadata_of(row: Mapping[str, Any], where: str) -> Metadata:
    """Metadata from values by key. Keys that are not in ``KEYS`` are ignored.

    Args:
        row: the values, with keys in small letters.
        where: the file and line, for error messages.

    Raises:
        CorpusError: a date is not a date, or a language is not a code of two or three letters.
    """
    values: dict[str, str] = {}
    for key in KEYS:
        value = row.get(key)
        if value is not None and not isinstance(value, (dict, list)) and str(value).strip():
            values[key] = _clean(str(value))
    dates: dict[str, PartialDate] = {}
    for key in ("date", "updated", "embargo"):
        if key in values:
            date = parse_date(values[key], values.get("language"))
            if date is None:
                raise CorpusError("metadata.bad_date", path=where, value=values[key])
            dates[key] = date
    language = re.split(r"[-_]", values.get("language", "").casefold())[0]
    if language and not re.fullmatch(r"[a-z]{2,3}", language):
        raise CorpusError("metadata.bad_language", path=where, value=values["language"])
    return Metadata(
        id=values.get("id"),
        title=values.get("title"),
        language=language or None,
        url=values.get("url"),
        origin=values.get("origin"),
        **dates,
    )


def _clean(text: str) -> str:
    """A text without the blanks around it, and with "?" for lone surrogates (not valid UTF-8)."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")
