"""The permanent link: the question and the filters in the query string of the page's address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode

from rag import messages

Sort = Literal["relevance", "date"]
# A longer query string is cut. A browser's address bar holds no more, and a question needs less.
_MAX_LENGTH = 20_000
_MAX_FIELDS = 1000


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows: everything that a link can restore.

    Attributes:
        question: as typed; ``""`` if nothing was asked.
        date_from, date_to: as typed; ``""`` for none.
        languages, releases: the chosen filters; empty for all.
        sort: order of the passages.
        ui: language of the page.
    """

    question: str = ""
    date_from: str = ""
    date_to: str = ""
    languages: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    sort: Sort = "relevance"
    ui: str = messages.DEFAULT


# The name of each field in the query string.
_PARAMETERS = {
    "question": "q",
    "date_from": "from",
    "date_to": "to",
    "languages": "lang",
    "releases": "release",
    "sort": "sort",
    "ui": "ui",
}


def read_link(search: object) -> View:
    """Read a query string, with or without its question mark.

    Never fails: what cannot be read takes its default.
    """
    text = search.lstrip("?")[:_MAX_LENGTH] if isinstance(search, str) else ""
    try:
        given = parse_qs(text, errors="replace", max_num_fields=_MAX_FIELDS)
    except ValueError:
        return View()
    first = {name: values[0] for name, values in given.items()}
    return View(
        question=first.get("q", ""),
        date_from=first.get("from", "").strip(),
        date_to=first.get("to", "").strip(),
        languages=tuple(given.get("lang", ())),
        releases=tuple(given.get("release", ())),
        sort="date" if first.get("sort") == "date" else "relevance",
        ui=messages.known(first.get("ui")),
    )


def write_link(view: View) -> str:
    """The query string that ``read_link`` reads back as this view; ``""`` for the default view."""
    defaults: Any = View()
    pairs: list[tuple[str, str]] = []
    for field in fields(view):
        value = getattr(view, field.name)
        if value == getattr(defaults, field.name):
            continue
        values: Iterable[str] = [value] if isinstance(value, str) else value
        pairs += [(_PARAMETERS[field.name], one) for one in values]
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""
