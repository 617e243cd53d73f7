"""What the filters of a link mean in an index: those that exist, and what they leave."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import rag
from rag.messages import date_in_words, message
from rag.web.histogram import count_months
from rag.web.link import View
from rag.web.render import Searched


def found_months(library: rag.Library, view: View, search: str | None) -> dict[str, int] | None:
    """How many releases each month has that a search and the filters leave, except the filter of
    dates, which the bars change. None for all releases.

    Args:
        search: None for a question, of which the filters alone count.
    """
    languages, releases = view.languages or None, ids_of(library, view) or None
    if search is None and not languages and not releases:
        return None
    try:
        months = library.facets(search, language=languages, releases=releases).months
    except rag.EngineError:  # another engine counts nothing
        return None
    return {one.value: one.count for one in months}


def known_view(library: rag.Library, view: View) -> tuple[View, list[str]]:
    """The view with the filters that exist, and the names of those that do not."""
    held = {
        "languages": {code for code in library.manifest["languages"] if code},
        "origins": {one.origin for one in library.summaries} if view.origins else set(),
        "releases": set(library.release_ids) if view.releases else set(),
    }
    unknown: list[str] = []
    kept: dict[str, tuple[str, ...]] = {}
    for name, values in held.items():
        asked = getattr(view, name)
        kept[name] = tuple(one for one in asked if one in values)
        unknown += [one for one in asked if one not in values]
    return replace(view, **kept), unknown  # type: ignore[arg-type]


def ids_of(library: rag.Library, view: View) -> list[str]:
    """The releases that a search is limited to by origin or by name; empty for all."""
    if not view.origins:
        return list(view.releases)
    return [
        one.id
        for one in library.summaries
        if one.origin in view.origins and (not view.releases or one.id in view.releases)
    ]


def filters_of(library: rag.Library, view: View) -> dict[str, Any]:
    """The filters of a view as ``Library.ask`` takes them."""
    return {
        "date_from": view.date_from or None,
        "date_to": view.date_to or None,
        "language": view.languages or None,
        "releases": ids_of(library, view) or None,
    }


def searched_in(library: rag.Library, view: View, answer: rag.Answer) -> Searched:
    """What a silence tells; nothing if something was found."""
    if answer.status != "abstained":
        return Searched()
    narrowed = ""
    if view.is_narrowed:
        titles = [library.release(one).title or one for one in view.releases]
        parts = [*_dates(view), *view.languages, *view.origins, *titles]
        narrowed = message("page.narrowed", filters=" · ".join(parts))
    key_words, absent = _words(library, answer.understood or view.question, answer.hits)
    return Searched(
        message("page.searched", held=releases_in_words(library.summaries)),
        narrowed,
        absent,
        key_words,
    )


def _dates(view: View) -> list[str]:
    """The period of a view in words, as a list of at most one."""
    first, last = view.date_from, view.date_to
    if first and last:
        return [message("page.between", first=first, last=last)]
    if first:
        return [message("page.since", first=first)]
    return [message("page.until", last=last)] if last else []


def _words(
    library: rag.Library, question: str, hits: tuple[rag.Hit, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a question that can be searched, and those of them that no hit has."""
    language = hits[0].release.language if hits else None
    asked = rag.Release("", "", rag.PublicationDate(), language, question, "")
    spans = library.matching_words(question, asked, rag.Span(0, len(question)))
    words = tuple(dict.fromkeys(question[span.start : span.end] for span in spans))
    absent = tuple(
        word
        for word in words
        if not any(library.matching_words(word, hit.release, hit.passage) for hit in hits)
    )
    return words, absent if hits else ()


def releases_in_words(summaries: tuple[rag.ReleaseSummary, ...]) -> str:
    """How many releases there are and of which time."""
    bars = count_months(summaries)
    if not bars:
        return message("show.number", count=len(summaries))
    ends = dict.fromkeys(date_in_words(rag.PartialDate.parse(bars[n].start)) for n in (0, -1))
    return message("page.number_since", count=len(summaries), times=" – ".join(ends))


def counted(
    choices: list[tuple[str, str]], summaries: tuple[rag.ReleaseSummary, ...], name: str
) -> list[tuple[str, str, int]]:
    """(value, label, number of releases) of each choice."""
    values = [getattr(one, name) for one in summaries]
    return [(value, label, values.count(value)) for value, label in choices]
