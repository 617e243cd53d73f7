"""The list of releases: sorted, searched, and those in doubt first."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import rag
from rag.messages import date_in_words, message
from rag.phrases import date_doubt_in_words, title_in_words
from rag.phrases.builds import readable_kinds
from rag.web.link import View, write_link
from rag.web.templates import render

_MAX_ROWS = 200

_Key = Callable[[rag.ReleaseSummary], Any]
# The columns and how each sorts; releases without a value come last.
_COLUMNS: dict[str, tuple[str, _Key]] = {
    "title": ("page.release", lambda one: (not one.title, without_accents(one.title))),
    "date": ("show.date", lambda one: (one.date is None, one.date.sort_key if one.date else ())),
    "language": ("page.language", lambda one: (one.language is None, one.language or "")),
    "origin": ("page.origin", lambda one: (not one.origin, without_accents(one.origin))),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A release in the list.

    Attributes:
        opens: the citation that opens it; ``""`` if it has no passage.
        language: its code, or that it is not known.
        doubt: why a person should look at it; ``""`` if nothing is in doubt.
    """

    summary: rag.ReleaseSummary
    opens: str
    language: str
    doubt: str


def corpus_html(
    library: rag.Library | None,
    view: View = View(),  # noqa: B008 (frozen)
    *,
    changes: bool = False,
    problem: str = "",
) -> str:
    """The second part of the page.

    Args:
        library: None if there is no index yet.
        view: what is searched for and how the list is sorted.
        changes: whether releases may be added, corrected and removed.
        problem: why there is no list; ``""`` otherwise.
    """
    summaries = library.summaries if library is not None else ()
    doubtful = [one for one in summaries if doubt_of(one)] if changes else []
    found = sort(search(summaries, view.find), view.by)

    def rows(some: list[rag.ReleaseSummary]) -> list[Row]:
        return [_row(library, one) for one in some[:_MAX_ROWS]] if library is not None else []

    count = message("page.shown", held=len(found), all=len(summaries))
    if not found:
        count = message("page.no_release")
    elif len(found) > _MAX_ROWS:
        count += " " + message("page.shown_first", shown=_MAX_ROWS)
    return render(
        "corpus",
        total=len(summaries),
        rows=rows(found),
        doubtful=rows(doubtful),
        count=count,
        find=view.find,
        columns=[_column(name, view) for name in _COLUMNS],
        origins=any(one.origin for one in summaries),
        changes=changes,
        problem=problem,
        readable=readable_kinds(),
    )


def search(summaries: Any, text: str) -> list[rag.ReleaseSummary]:
    """The releases whose id, title, origin or date has each of the words of a text."""
    words = without_accents(text).split()
    if not words:
        return list(summaries)
    found = []
    for one in summaries:
        value = one.date.value if one.date else ""
        texts = (one.id, one.title, one.origin, date_in_words(one.date), value)
        held = without_accents(" ".join(texts))
        if all(word in held for word in words):
            found.append(one)
    return found


def sort(summaries: list[rag.ReleaseSummary], by: str) -> list[rag.ReleaseSummary]:
    """The releases by a column, in the form of ``View.by``; an unknown column changes nothing."""
    name = by.removeprefix("-")
    if name not in _COLUMNS:
        return summaries
    key = _COLUMNS[name][1]
    known = [one for one in summaries if not key(one)[0]]
    rest = [one for one in summaries if key(one)[0]]
    return [*sorted(known, key=key, reverse=by.startswith("-")), *rest]


def doubt_of(summary: rag.ReleaseSummary) -> str:
    """Why a person should look at a release: its date is missing or doubtful, or it has no title;
    ``""`` if nothing is in doubt."""
    if summary.date is None or summary.doubtful:
        return date_doubt_in_words(summary)
    return "" if summary.title else title_in_words(summary)


def without_accents(text: str) -> str:
    """The text without accents, in lower case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _row(library: rag.Library, summary: rag.ReleaseSummary) -> Row:
    first = next(iter(library.passages(summary.id)), None)
    return Row(
        summary,
        first.citation.id if first is not None else "",
        summary.language or message("page.unknown_language"),
        doubt_of(summary),
    )


def _column(name: str, view: View) -> tuple[str, str, str, str]:
    """A column's name, heading, the link that sorts by it, and its ``aria-sort``."""
    up = view.by == name
    order = "ascending" if up else "descending" if view.by == f"-{name}" else ""
    link = write_link(replace(view, by=f"-{name}" if up else name, open=""))
    return name, message(_COLUMNS[name][0]), link, order
