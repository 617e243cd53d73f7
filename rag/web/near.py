"""What is near a release or a search: similar releases, changed words, counts by facet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import rag
from rag.messages import date_in_words, message
from rag.phrases.searches import counted_in_words
from rag.web.link import View, write_link
from rag.web.templates import render

_SHOWN = 12
_WORD = re.compile(r"[^\W_]+")


def similar_html(found: Sequence[rag.SimilarRelease], release_id: str) -> str:
    """The releases similar to one, with its other versions to compare."""
    rows = [
        (
            one,
            " · ".join(
                filter(
                    None,
                    (
                        message(f"similar.{one.same}") if one.same else "",
                        date_in_words(one.release.published.date),
                        one.release.origin,
                    ),
                )
            ),
        )
        for one in found
    ]
    return render("similar", rows=rows, release=release_id)


def changes_html(changes: rag.Changes) -> str:
    """Two versions side by side, with the words that differ marked in both."""
    return render("changes", changes=changes, count=len(changes.changed))


def facets_html(facets: rag.Facets, view: View, bars: str) -> str:
    """The counts of a search, each a link that narrows it, below the bars of its months."""
    base = replace(view, open="", more=False)
    if facets.counted == "any-word":
        words = _WORD.findall(view.question.casefold())
        base = replace(base, question=f"({' OU '.join(dict.fromkeys(words))})")
    lists = []
    for name in ("years", "origins", "languages", "names", "speakers"):
        counts: tuple[rag.Facet, ...] = getattr(facets, name)
        if len(counts) > 1 or (counts and counts[0].count < facets.releases):
            rows = [(one, write_link(_narrowed(base, name, one.value))) for one in counts[:_SHOWN]]
            others = len(counts) - len(rows) + facets.more.get(name, 0)
            more = message("facets.more", count=others) if others else ""
            lists.append((name, message(f"facets.{name}"), rows, more))
    return render("facets", lists=lists, total=counted_in_words(facets), histogram=bars)


def _narrowed(view: View, name: str, value: str) -> View:
    if name == "years":
        return replace(view, date_from=value, date_to=value)
    if name == "origins":
        return replace(view, origins=(value,))
    if name == "languages":
        return replace(view, languages=(value,))
    quoted = '"' + value.replace('"', " ") + '"'
    field = "auteur:" if name == "speakers" else ""
    return replace(view, question=f"{view.question.strip()} {field}{quoted}")
