"""The release that is open beside an answer, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote

import rag
from rag.messages import date_in_words
from rag.phrases import pages_in_words
from rag.web.link import View, write_link
from rag.web.templates import render, with_marks

_A4 = 842.0  # height in points


def release_html(
    release: rag.Release,
    citation: rag.Citation,
    shared: Iterable[rag.Span],
    moved: bool,
    answer_span: rag.Span | None = None,
    view: View = View(),  # noqa: B008 (frozen)
) -> str:
    """A whole release with a citation marked in it.

    Args:
        shared: spans of the question's words; only those inside the citation are marked.
        moved: whether the cited text has moved since the citation was made; the page says so.
        answer_span: the words that answer, marked anywhere in the release.
        view: the question and filters of the link that asks in this release only.
    """
    body, start, end = release.body, citation.start, citation.end
    marks = [("shared", s.start, s.end) for s in shared if start <= s.start and s.end <= end]
    if answer_span is not None:
        marks.append(("words", answer_span.start, answer_span.end))
    name = quote(release.id)
    pages = [
        (number, f"page/{name}/{number}.png" + (f"?c={quote(citation.id)}" if at else ""), at)
        for number, at in _pages(release, citation)
    ]
    facts = (date_in_words(release.published.date), release.origin, pages_in_words(citation.places))
    return render(
        "release",
        release=release,
        citation=citation,
        facts=" · ".join(filter(None, facts)),
        address=release.url if (release.url or "").startswith(("http://", "https://")) else "",
        original=f"original/{name}",
        within=write_link(
            replace(view.unfiltered, releases=(release.id,), open="", corpus=False, find="", by="")
        ),
        moved=moved,
        pages=pages,
        before=with_marks(body, 0, start, marks),
        passage=with_marks(body, start, end, marks),
        after=with_marks(body, end, len(body), marks),
    )


def unreadable_html(error: Exception) -> str:
    """The error, where the release would be shown."""
    return render("problem", text=str(error))


def _pages(release: rag.Release, citation: rag.Citation) -> list[tuple[int, str]]:
    """The pages of a release's file, each with how far down the citation begins on it, as a share
    of its height; ``""`` where it is not on the page. The height is that of A4 unless text stands
    below it: close enough to scroll there."""
    bottoms: dict[int, float] = {}
    for place in release.places:
        if place.page is not None:
            bottom = place.box[3] if place.box is not None else 0.0
            bottoms[place.page] = max(bottom, bottoms.get(place.page, bottom))
    tops: dict[int, float] = {}
    for place in citation.places:
        if place.page is not None:
            top = place.box[1] if place.box is not None else 0.0
            tops[place.page] = min(top, tops.get(place.page, top))
    height = max([_A4, *bottoms.values()])
    return [
        (number, f"{tops[number] / height:.2f}" if number in tops else "")
        for number in range(1, max(bottoms, default=0) + 1)
    ]
