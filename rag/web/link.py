"""The permanent link: what the page shows, in the query string of its address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
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
        languages, origins, releases: the chosen filters; empty for all.
        sort: order of the passages.
        more: whether more passages are shown than at first.
        open: id of the citation whose release is open; ``""`` for the one that the page chooses.
        corpus: whether the list of releases is shown instead of an answer.
        find: only releases whose title, date or id has these words, in that list.
        by: column that the list is sorted by, with ``-`` before it for descending; ``""`` for id.
        ui: language of the page; ``""`` for the browser's.
        after: the question before, by which a follow-up is understood; ``""`` for none.
        after_release, after_answer: the release that answered it and the words of its answer;
            ``""`` for none.
    """

    question: str = ""
    date_from: str = ""
    date_to: str = ""
    languages: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    sort: Sort = "relevance"
    more: bool = False
    open: str = ""
    corpus: bool = False
    find: str = ""
    by: str = ""
    ui: str = ""
    after: str = ""
    after_release: str = ""
    after_answer: str = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.unfiltered != self

    @property
    def alone(self) -> View:
        """This view without the question before."""
        return replace(self, after="", after_release="", after_answer="", open="")

    @property
    def unfiltered(self) -> View:
        """This view without its filters."""
        return replace(self, date_from="", date_to="", languages=(), origins=(), releases=())


# The name of each field in the query string, and the value that stands for "yes".
_PARAMETERS = {
    "question": "q",
    "date_from": "from",
    "date_to": "to",
    "languages": "lang",
    "origins": "origin",
    "releases": "release",
    "sort": "sort",
    "more": "more",
    "open": "open",
    "corpus": "view",
    "find": "find",
    "by": "by",
    "ui": "ui",
    "after": "after",
    "after_release": "of",
    "after_answer": "said",
}
_YES = {"more": "1", "corpus": "corpus"}


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
    ui = first.get("ui", "")
    return View(
        question=first.get("q", ""),
        date_from=first.get("from", "").strip(),
        date_to=first.get("to", "").strip(),
        languages=tuple(given.get("lang", ())),
        origins=tuple(given.get("origin", ())),
        releases=tuple(given.get("release", ())),
        sort="date" if first.get("sort") == "date" else "relevance",
        more=first.get("more") == _YES["more"],
        open=first.get("open", ""),
        corpus=first.get("view") == _YES["corpus"],
        find=first.get("find", ""),
        by=first.get("by", ""),
        ui=ui if ui in messages.LANGUAGES else "",
        after=first.get("after", ""),
        after_release=first.get("of", ""),
        after_answer=first.get("said", ""),
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
        if isinstance(value, bool):
            values = [_YES[field.name]]
        pairs += [(_PARAMETERS[field.name], one) for one in values]
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""
