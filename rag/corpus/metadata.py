"""The metadata of a release, from a sidecar (``metadata.csv``, ``metadata.jsonl``) or its own file.

Metadata wins over what is read from the text. A wrong value is an error and is not ignored.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from rag.corpus.decoding import decode
from rag.corpus.labels import labels
from rag.errors import CorpusError, UnreadableFileError
from rag.language.dates import find_dates
from rag.language.registry import languages
from rag.language.release_words import release_pattern
from rag.partial_date import PartialDate
from rag.types import Reason

SIDECARS = ("metadata.csv", "metadata.jsonl")
KEYS = ("id", "title", "date", "language", "url", "origin", "updated", "embargo")
_ISO = re.compile(r"\d{4}(?:-\d{2})?|--\d{2}(?:-\d{2})?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}(?:\.\d+)?Z?)?")
_SECONDS = re.compile(r"[1-9]\d{8,9}(?:\d{3}|\.\d+)?")  # seconds or milliseconds since 1970
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![-/.\d])")
_ZONE = (
    r"(?:Z\b|[A-Z][a-z]+/[A-Z]\w+|\b[A-Z]{3,4}(?![a-z]))?\s?(?:[+-]\d{2}:?\d{2})?"
    r"(?:\s?[\[(][\w\s/+-]{1,40}[\])])?"
)
_C_LOCALE = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b,?\s+"
    r"|\b(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(?P<day>\d\d?)(?=\s+\d{4}\b)"
)
_TIME = re.compile(
    r"(?:(?<=\d)T|\b)\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?|\s?[hH](?:\s?\d{2})?\b)"
    rf"(?:\s?[AaPp]\.?[Mm]\b\.?)?\s?{_ZONE}|\b(?:GMT|UTC)\b"
)


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


def parse_date(text: str, language: str | None = None) -> PartialDate | None:
    """Parse a date of metadata.

    The forms are ISO, also partial (``2014-11``, ``--02-15``), the forms that programs write
    (``2013/7/13 20:46``, ``Tue, 19 Jan 2016 10:00:00 GMT``, seconds since 1970), and words. The day
    is the written one; time zones are ignored.

    Args:
        text: the date.
        language: of its words, ISO 639-1; None if it is not known.

    Returns:
        The date; None if the text is not exactly one date, or the date is not in the calendar.
    """
    stated = text.strip()[:200]
    if _ISO.fullmatch(stated):
        return _calendar_date(stated)
    compact = _COMPACT.fullmatch(stated)
    if compact:
        return _calendar_date("-".join(compact.groups()))
    if _SECONDS.fullmatch(stated):
        seconds = float(stated) / (1000 if len(stated.partition(".")[0]) > 10 else 1)
        return PartialDate.of(datetime.fromtimestamp(seconds, UTC).date())
    day = _YEAR_FIRST.match(stated)
    if day:
        year, _mark, month, number = day.groups()
        rest = _TIME.sub("", f"0{stated[day.end() :]}", count=1).removeprefix("0")
        date = _calendar_date(f"{year}-{month:0>2}-{number:0>2}")
        return None if date is None or _says_more(rest) else date
    stated = " ".join(_TIME.sub(" ", stated).split())
    stated = _C_LOCALE.sub(lambda m: f"{m['day']} {m['month']}" if m["day"] else "", stated)
    found = find_dates(stated, language=language)
    if len(found) != 1 or found[0].date is None:
        return None
    rest = f"{stated[: found[0].start]} {stated[found[0].end :]}"
    return None if _says_more(rest) else found[0].date


def _calendar_date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _says_more(rest: str) -> bool:
    """Whether the text beside a date is more than a weekday and a time of day."""
    known = labels()
    rest = known.weekday.sub(" ", known.clock.sub(" ", rest))
    rest = re.sub(rf"\b{_clock_words()}(?!\w)", " ", rest, flags=re.IGNORECASE)
    return any(character.isalnum() for character in rest)


@cache
def _clock_words() -> str:
    """The words before and behind a time of day, in all languages."""
    read = tuple(languages().values())
    return f"(?:{release_pattern('clock', read)}|{release_pattern('clock_end', read)})"


def read_sidecars(folder: Path) -> dict[str, Metadata]:
    """Metadata by file, from the sidecars at the top of a corpus folder.

    Returns:
        Metadata by the path relative to ``folder``, as the ``file`` (or ``path``, or ``source``)
        column states it.

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
                raise CorpusError("sidecar.no_file", path=path, line=line)
            key = Path(_clean(file).replace("\\", "/")).as_posix()
            if key in stated:
                raise CorpusError("sidecar.twice", path=path, line=line, file=key)
            stated[key] = metadata_of(row, f"{path}:{line}")
    return stated


def _rows(path: Path) -> list[tuple[int, dict[str, Any]]]:
    try:
        text, _encoding = decode(path.read_bytes())
    except OSError as error:
        raise CorpusError("sidecar.unreadable", path=path, reason=error.strerror) from error
    except UnreadableFileError as error:
        raise CorpusError("sidecar.undecodable", path=path) from error
    rows: list[tuple[int, dict[str, Any]]] = []
    if path.suffix == ".csv":
        text = text.lstrip("\r\n")
        sample = text.splitlines()[0]
        delimiter = max(",;\t", key=sample.count)
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        for row in reader:
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
