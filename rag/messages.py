"""The texts that the program shows, by key, in the user's language.

Each file in ``locales/`` holds the texts of one language and is named by its ISO 639-1 code. All
files have the same keys and the same placeholders. The language is that of ``$RAG_LANG``, else of
the system's locale, else French. Text of a release is never translated.
"""

from __future__ import annotations

import errno
import json
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
    """The code of the current language, one of ``LANGUAGES``."""
    chosen = _chosen.get()
    if chosen is not None:
        return chosen
    code = os.environ.get(VARIABLE, "").casefold()[:2]
    if code in LANGUAGES:
        return code
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return known(value.casefold()[:2])
    return DEFAULT


def known(code: object) -> str:
    """The code itself if it is one of ``LANGUAGES``, else ``DEFAULT``."""
    return code if isinstance(code, str) and code in LANGUAGES else DEFAULT


@contextmanager
def use(code: str | None) -> Iterator[None]:
    """Use one of ``LANGUAGES`` inside a ``with`` block; None changes nothing."""
    token = _chosen.set(code if code is not None else _chosen.get())
    try:
        yield
    finally:
        _chosen.reset(token)


def message(key: str, /, **values: object) -> str:
    """The text of a key in the current language.

    Args:
        key: such as ``page.ask``.
        values: for the placeholders of the text. If ``count`` is 1, the text of ``key_one`` is
            taken where there is one. They are inserted as they are, even if one equals
            a key. Only a ``Reason``, a date or an error becomes a text in the current language; an
            error of the system without a text of ours stays in the system's words. ``near``, what
            may have been meant (``rag.near``), can be left out.

    Raises:
        KeyError: there is no such key, or a placeholder has no value.
    """
    inserted = {"near": ""} | {name: in_words(value) for name, value in values.items()}
    texts = sentences()
    if _is_one(values.get("count"), texts.get(f"{key}_one")):
        key = f"{key}_one"
    return texts[key].format(**inserted)


def _is_one(count: object, text: str | None) -> bool:
    """Whether a count takes the text for one: 1, and in French 0 too where the text gives it."""
    if text is None:
        return False
    return count == 1 or (count == 0 and language() == "fr" and "{count}" in text)


def in_words(value: object) -> object:
    """A ``Reason``, a date or an error as a text in the current language; all else as it is."""
    if isinstance(value, Reason):
        return message(value.code, **value.values)
    if isinstance(value, PartialDate):
        return date_in_words(value)
    if isinstance(value, OSError):
        key = f"os.{errno.errorcode.get(value.errno or 0, '').casefold()}"
        return sentences().get(key) or value.strerror or str(value)
    if isinstance(value, json.JSONDecodeError):
        return message("reason.json", line=value.lineno, position=value.colno)
    if type(value).__module__ == "_csv":  # csv.Error, without the import at each question
        return message("reason.csv")
    if isinstance(value, UnicodeError):
        return message("file.undecodable")
    if isinstance(value, RecursionError):
        return message("reason.nested")
    return value


def sentences() -> Mapping[str, str]:
    """All texts of the current language by key, with their placeholders."""
    return _read(language())


def date_in_words(date: PartialDate | None) -> str:
    """A date as a person writes it, such as "15 février, année non précisée"."""
    if date is None:
        return message("show.undated")
    text = " – ".join(map(_end_in_words, date.ends()))
    return text if date.year is not None else f"{text}, {message('show.no_year')}"


def _end_in_words(date: PartialDate) -> str:
    """A date that is no range, or one end of a range."""
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
    """(key, text) of a TOML table. The items of a list are numbered: ``date.months.1``."""
    for name, value in table.items():
        if isinstance(value, list):
            value = {str(number): item for number, item in enumerate(value, start=1)}
        if isinstance(value, dict):
            yield from _by_key(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
