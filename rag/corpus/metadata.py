"""The metadata of a release: what a sidecar or its own file states of it.

Metadata wins over what is read from the text. A wrong value is an error and is not ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from rag.corpus.release_dates.stated import parse_date
from rag.errors import CorpusError
from rag.lazy import dataclass
from rag.partial_date import PartialDate

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
            values[key] = clean(str(value))
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


def clean(text: str) -> str:
    """A text without the blanks around it, and with "?" for lone surrogates (not valid UTF-8)."""
    return text.strip().encode("utf-8", "replace").decode("utf-8")
