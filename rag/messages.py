"""The language in use, and a key's sentence in it, out of the files in ``locales/``.

A file there is a language that the product speaks, named by its ISO 639-1 code; all files hold the
same keys and blanks. The language in use is ``$RAG_LANG``, else the locale's, else French. Text
that comes out of a release is never translated.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from rag.partial_date import PartialDate
from rag.types import Reason

VARIABLE = "RAG_LANG"
DEFAULT = "fr"
_LOCALES = Path(__file__).parent / "locales"
LANGUAGES = tuple(
    sorted(
        (file.stem for file in _LOCALES.glob("*.toml")), key=lambda code: (code != DEFAULT, code)
    )
)

_chosen: ContextVar[str | None] = ContextVar("language", default=None)


def language() -> str:
    """The language in use, one of ``LANGUAGES``."""
    chosen = _chosen.get()
    if chosen is not None:
        return chosen
    wanted = os.environ.get(VARIABLE, "").casefold()[:2]
    if wanted in LANGUAGES:
        return wanted
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return known(value.casefold()[:2])
    return DEFAULT


def known(code: object) -> str:
    """The code if it is one of ``LANGUAGES``, else the default's."""
    return code if isinstance(code, str) and code in LANGUAGES else DEFAULT


@contextmanager
def use(wanted: str | None) -> Iterator[None]:
    """Speak one of ``LANGUAGES`` for the length of a ``with`` block; None leaves it as it is."""
    token = _chosen.set(wanted if wanted is not None else _chosen.get())
    try:
        yield
    finally:
        _chosen.reset(token)


def message(key: str, /, **values: object) -> str:
    """A key's sentence in the language in use, with its blanks filled.

    Values are shown as they are and never looked up; only a ``Reason`` and an error become
    sentences of the same language.

    Raises:
        KeyError: there is no such key, or a blank has no value.
    """
    shown = {
        name: message(value.code, **value.values) if isinstance(value, Reason) else value
        for name, value in values.items()
    }
    return sentences()[key].format(**shown)


def sentences() -> Mapping[str, str]:
    """All sentences of the language in use, by key, with their blanks."""
    return _read(language())


def date_in_words(date: PartialDate | None) -> str:
    """A date for a person: "15 février, année non précisée"."""
    if date is None:
        return message("show.undated")
    words = " – ".join(map(_one_in_words, date.ends()))
    return words if date.year is not None else f"{words}, {message('show.no_year')}"


def _one_in_words(date: PartialDate) -> str:
    year = f"{date.year:04d}" if date.year is not None else ""
    for kind, number in (
        ("seasons", date.season), ("quarters", date.quarter), ("halves", date.half)
    ):  # fmt: skip
        if number is not None:
            return message(f"date.{kind}.{number}", year=year).strip()
    day = "" if date.day is None else message("date.first") if date.day == 1 else str(date.day)
    month = "" if date.month is None else message(f"date.months.{date.month}")
    parts = {"day": day, "month": month, "year": year}
    shape = "_".join(name for name, text in parts.items() if text)
    return message(f"date.{shape}", **parts)


@cache
def _read(code: str) -> dict[str, str]:
    with (_LOCALES / f"{code}.toml").open("rb") as file:
        return dict(_by_key(tomllib.load(file)))


def _by_key(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """``("date.months.1", "janvier")`` and so on: the members of a list count from 1."""
    for name, value in table.items():
        if isinstance(value, list):
            value = {str(number): one for number, one in enumerate(value, start=1)}
        if isinstance(value, dict):
            yield from _by_key(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
