"""The passages below an answer as HTML, each with why it was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

import rag
from rag.messages import date_in_words, message
from rag.phrases import copies_in_words, match_in_words, pages_in_words
from rag.web.link import View, write_link
from rag.web.templates import render, with_marks

# A passage whose score is a smaller share of the best one's is folded away.
_FAR = 0.5
# Words that stand further into a passage than this, in characters, would be below its third line.
_BEFORE_WORDS = 120

Names = Callable[[str], str]
"""The title of a release, by its id."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A passage as it is shown, with the words to mark as an answer and why it was found."""

    hit: rag.Hit
    text: Markup
    words: rag.Span | None
    why: list[str]


@dataclass(slots=True)
class _Group:
    """The passages of one release."""

    release: rag.Release
    facts: str
    hits: list[_Shown] = field(default_factory=list)


def hits_html(
    answer: rag.Answer,
    shared: Sequence[Sequence[rag.Span]],
    view: View = View(),  # noqa: B008 (frozen)
    names: Names = str,
) -> str:
    """The passages by release, with marks on the words that answer and the question's words.

    Args:
        shared, view, names: as for ``results_html``.
    """
    if not answer.hits:
        return Markup()
    pairs = list(zip(answer.hits, shared, strict=True))
    best = max(hit.score for hit in answer.hits)
    far = [
        pair for pair in pairs if answer.parts and pair[0].rank > 1 and pair[0].score < _FAR * best
    ]
    near = [pair for pair in pairs if pair not in far]
    if view.sort == "date":
        for some in (near, far):
            some.sort(key=lambda pair: _date_order(pair[0]))
    nearest = answer.status == "abstained"
    orders = [
        (write_link(replace(view, sort=sort)), message(f"page.by_{sort}"), view.sort == sort)
        for sort in ("relevance", "date")
    ]
    return render(
        "passages",
        heading=message("show.nearest" if nearest else "show.passages"),
        near=_groups(answer, near, names),
        far=_groups(answer, far, names),
        far_heading=message("page.far", count=len(far)),
        orders=[] if nearest else orders,
        more=""
        if nearest or view.more or not view.question
        else write_link(replace(view, more=True)),
    )


def _groups(
    answer: rag.Answer, pairs: Iterable[tuple[rag.Hit, Sequence[rag.Span]]], names: Names
) -> list[_Group]:
    """The hits by release, in the order of each release's first hit."""
    groups: dict[str, _Group] = {}
    for hit, spans in pairs:
        release = hit.release
        if release.id not in groups:
            facts = (
                date_in_words(release.published.date),
                release.origin,
                pages_in_words(hit.places),
                copies_in_words(hit, names),
            )
            groups[release.id] = _Group(release, " · ".join(filter(None, facts)))
        words = _words_to_mark(answer, hit)
        text = _passage(answer, hit, words, spans)
        groups[release.id].hits.append(_Shown(hit, text, words, _why(hit, spans)))
    return list(groups.values())


def _passage(
    answer: rag.Answer, hit: rag.Hit, words: rag.Span | None, shared: Sequence[rag.Span]
) -> Markup:
    """A passage with its marks. What stands far before the words is wrapped, to be left out of a
    short view."""
    passage, body = hit.passage, hit.release.body
    marks = [
        ("quoted", one.start, one.end)
        for one in answer.citations
        if one.release_id == hit.release.id
        and passage.start <= one.start
        and one.end <= passage.end
    ]
    if words is not None:
        marks.append(("words", words.start, words.end))
    marks += [("shared", span.start, span.end) for span in shared]
    first = words or next(iter(shared), None)
    cut = passage.start
    if first is not None and first.start - passage.start > _BEFORE_WORDS:
        cut = body.rfind(" ", passage.start, first.start - _BEFORE_WORDS // 2) + 1 or cut
    before = with_marks(body, passage.start, cut, marks) if cut > passage.start else Markup()
    wrapped = Markup('<span class="cut">{}</span>').format(before) if before else before
    return wrapped + with_marks(body, cut, passage.end, marks)


def _words_to_mark(answer: rag.Answer, hit: rag.Hit) -> rag.Span | None:
    """The words of a hit to mark as an answer; None for none.

    In the hit that answers these are the answer's own words. In any other hit, and in an
    abstention, these are the words that the reader found, if it gives them a score above zero. If
    no release has a name of the question, they are of something else.
    """
    found = hit.match.span
    if answer.parts and answer.parts[0].hit.rank == hit.rank:
        return rag.Span(answer.span.start, answer.span.end) if answer.span is not None else None
    if found is None or answer.abstention == "not-named":
        return None
    return found if (hit.match.span_score or 0.0) > 0 else None


def _why(hit: rag.Hit, shared: Sequence[rag.Span]) -> list[str]:
    """Why a hit was found, and where it stands."""
    place = message("page.characters", start=hit.passage.start, end=hit.passage.end)
    return [*match_in_words(hit, shared), f"{hit.release.id}, {place}"]


def _date_order(hit: rag.Hit) -> tuple[Any, ...]:
    """Sort key: earliest first, then dates without a year, then hits without a date."""
    date = hit.release.published.date
    return date is None, date.sort_key if date else (), hit.rank
