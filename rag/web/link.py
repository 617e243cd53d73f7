"""The permanent link: what was asked, and narrowed to, as the page's own query string."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode

from rag import messages

Sort = Literal["relevance", "date"]
# Longer ones are cut: a browser's address bar holds no more, and a question needs less.
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows, all that a link carries.

    Attributes:
        question: as typed; ``""`` for the page as it opens.
        date_from, date_to: as typed, ``""`` for none.
        languages, releases: what is narrowed to; empty for all.
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


_KEYS = {
    "question": "q",
    "date_from": "from",
    "date_to": "to",
    "languages": "lang",
    "releases": "release",
    "sort": "sort",
    "ui": "ui",
}


def read_link(search: object) -> View:
    """A view out of a query string, with or without its question mark. Never fails: what it does
    not know is left out."""
    text = search.lstrip("?")[:_LONGEST] if isinstance(search, str) else ""
    try:
        given = parse_qs(text, errors="replace", max_num_fields=1000)
    except ValueError:
        return View()
    one = {key: values[0] for key, values in given.items()}
    return View(
        question=one.get("q", ""),
        date_from=one.get("from", "").strip(),
        date_to=one.get("to", "").strip(),
        languages=tuple(given.get("lang", ())),
        releases=tuple(given.get("release", ())),
        sort="date" if one.get("sort") == "date" else "relevance",
        ui=messages.known(one.get("ui")),
    )


def write_link(view: View) -> str:
    """The query string of a view, ``""`` for the page as it opens; ``read_link`` undoes it."""
    opens: Any = View()
    pairs: list[tuple[str, str]] = []
    for field in fields(view):
        value = getattr(view, field.name)
        if value == getattr(opens, field.name):
            continue
        several: Iterable[str] = [value] if isinstance(value, str) else value
        pairs += [(_KEYS[field.name], one) for one in several]
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""
