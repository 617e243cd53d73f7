"""Answers, passages and releases as HTML: what each template shows.

No text becomes HTML here: the templates escape all that is not marked up by them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

import rag
from rag.messages import date_in_words, message
from rag.phrases import (
    abstention_in_words,
    addition_in_words,
    answer_date_in_words,
    as_of_in_words,
    build_in_words,
    certainty,
    certainty_in_words,
    confidence_in_words,
    copies_in_words,
    match_in_words,
    pages_in_words,
    part_rows,
    parts_heading,
    period_in_words,
    reading_in_words,
    remarks_in_words,
    skipped_in_words,
    speaker_in_words,
)
from rag.web.exports import formats
from rag.web.link import View, write_link
from rag.web.tags import tags_html
from rag.web.templates import render, with_marks
from rag.web.timeline import timeline

# Of a search that finds no answer, more passages would only look like one.
_NEAREST = 3
# A passage whose score is a smaller share of the best one's is folded away.
_FAR = 0.5
# So much of an answer goes with the next question.
_LONGEST_SAID = 300
# Words that stand further into a passage than this, in characters, would be below its third line.
_BEFORE_WORDS = 120
_A4 = 842.0  # height in points

Names = Callable[[str], str]
"""The title of a release, by its id."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer was looked for in.

    Attributes:
        held: which releases there are, as a sentence; ``""`` if it is not to be said.
        narrowed: the filters that were on, as a sentence; ``""`` for none.
        absent: words of the question that no hit has.
        key_words: the words of the question that can be searched.
    """

    held: str = ""
    narrowed: str = ""
    absent: tuple[str, ...] = ()
    key_words: tuple[str, ...] = ()


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


def results_html(
    answer: rag.Answer,
    shared: Sequence[Sequence[rag.Span]],
    view: View = View(),  # noqa: B008 (frozen)
    note: str = "",
    *,
    names: Names = str,
    searched: Searched = Searched(),
    corrigible: bool = False,
) -> str:
    """All that the page shows for a question.

    Args:
        shared: for each hit, the spans of the question's words in its passage.
        view: the question, the filters and the order that the links of the page keep.
        note: a sentence to show before the answer; ``""`` for none.
        names: titles of the releases that say the same.
        searched: what a silence tells.
        corrigible: whether a wrong answer can be noted.
    """
    before = asked_html(answer, view) + (note_html(note) if note else "")
    before += tags_html(answer, view)
    if answer.status != "abstained":
        wrong = wrong_html(answer.text) if corrigible else Markup()
        first = (
            answer_html(answer, names=names, wrong=wrong)
            if answer.parts
            else render(
                "silence",
                kind="search",
                heading=message("page.results", words=answer.question.strip())
                if answer.expression is None
                else message("operators.found"),
                lines=[],
                ways=[],
                wrong="",
            )
        )
        return before + first + timeline(answer.hits) + hits_html(answer, shared, view, names)
    nearest = replace(answer, hits=answer.hits[:_NEAREST])
    if answer.expression is not None:  # the tags say which word is in no release
        searched = replace(searched, absent=(), key_words=())
    return (
        before
        + silence_html(nearest, view, searched, corrigible)
        + hits_html(nearest, shared[:_NEAREST], view, names)
    )


def asked_html(answer: rag.Answer, view: View) -> str:
    """The question as it was understood, and what the next one may follow."""
    previous = answer.previous
    follows = answer.abstention != "no-question"
    return render(
        "asked",
        question=answer.question,
        understood=answer.understood,
        alone=write_link(view.alone) if answer.understood is not None else "",
        follows=follows,
        release=previous.release or "",
        said=(previous.answer or "")[:_LONGEST_SAID],
    )


def answer_html(answer: rag.Answer, *, names: Names = str, wrong: str = "") -> str:
    """The answer with its sentence, source, certainty and what other releases say.

    Args:
        names: titles of the releases that say the same.
        wrong: where to note that it is wrong, as HTML.
    """
    part = answer.parts[0]
    release = part.hit.release
    sentence = speaker = ""
    # Of a series, a list or a count each part has its own sentence and date.
    if not answer.is_joined:
        if answer.sentence != answer.text:
            sentence = _sentence(part)
        if answer.statement is not None:
            speaker = speaker_in_words(answer.statement, release)
    as_of = as_of_in_words(answer)
    details = {
        "show.confidence": confidence_in_words(answer.confidence),
        "show.period": period_in_words(answer),
        "show.read": reading_in_words(answer),
    }
    return render(
        "answer",
        answer=answer,
        part=part,
        sentence=sentence,
        speaker=speaker,
        facts=[fact for fact in (_date(answer), pages_in_words(part.sentence.places)) if fact],
        sure=certainty(answer.confidence),
        sure_words=certainty_in_words(answer.confidence),
        marks=[*_precision(answer), *([message("page.as_of", date=as_of)] if as_of else [])],
        rows=part_rows(answer),
        rows_heading=parts_heading(answer),
        names=names,
        wrong=wrong,
        details=[(message(key), text) for key, text in details.items() if text],
        formats=formats(answer).items(),
    )


def silence_html(answer: rag.Answer, view: View, searched: Searched, corrigible: bool) -> str:
    """Why nothing answers: what was searched, what does not occur, and how to search more widely.

    Args:
        view, searched, corrigible: as for ``results_html``.
    """
    asked = answer.abstention != "no-question"
    lines, ways = [], []
    if asked:
        lines = [searched.narrowed or searched.held]
        if searched.absent and answer.abstention != "not-named":
            lines.append(message("page.absent", words=" · ".join(searched.absent)))
        if answer.hits and answer.abstention == "not-said":
            lines.append(message("page.no_answer"))
        if searched.narrowed:
            ways.append((write_link(replace(view.unfiltered, open="")), message("page.widen")))
        words = " ".join(searched.key_words)
        if words and words != view.question:
            ways.append(
                (write_link(replace(view, question=words, open="")), message("page.as_words"))
            )
    return render(
        "silence",
        kind="abstained",
        heading=abstention_in_words(answer),
        lines=[line for line in lines if line],
        ways=ways,
        wrong=wrong_html("") if corrigible and asked else "",
    )


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


def wrong_html(said: str, noted: str | None = None) -> str:
    """The button that notes a wrong answer; once noted, where to say what is right.

    Args:
        said: the answer that was given; ``""`` for none.
        noted: what to say of the note; None if nothing was noted yet.
    """
    return render("wrong", said=said, noted=noted)


def unreadable_html(error: Exception) -> str:
    """The error, where the release would be shown."""
    return render("problem", text=str(error))


def note_html(text: str) -> str:
    """A sentence for the user."""
    return render("note", text=text, failed=False)


def error_html(error: Exception) -> str:
    """An error, where the answer would be shown."""
    return render("note", text=str(error), failed=True)


def additions_html(additions: Iterable[rag.Addition], chosen: Sequence[str] = ()) -> str:
    """Which files were added and which were refused.

    Args:
        chosen: for each addition the name of the file on the user's machine; may be shorter.
    """
    names = [*chosen]
    results = [
        (one.reason is None, addition_in_words(one, names[n] if n < len(names) else ""))
        for n, one in enumerate(additions)
    ]
    return _work(results=results)


def progress_html(stage: str, done: int, total: int) -> str:
    """How far the index is."""
    return _work(stage=message(f"stage.{stage}"), done=done, total=total)


def built_html(report: rag.BuildReport, seconds: float) -> str:
    """What a rebuild did, and which files it could not read."""
    lines = (*skipped_in_words(report), *remarks_in_words(report))
    return _work(text=build_in_words(report, seconds), lines=lines)


def _work(**shown: Any) -> str:
    nothing = {"results": (), "stage": "", "done": 0, "total": 0, "text": "", "lines": ()}
    return render("work", **{**nothing, **shown})


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


def _sentence(part: rag.AnswerPart) -> Markup:
    """The sentence, with a mark on the words that answer."""
    sentence, span = part.sentence, part.span
    marks = [("words", span.start, span.end)] if span is not None else []
    return with_marks(part.hit.release.body, sentence.start, sentence.end, marks)


def _date(answer: rag.Answer) -> str:
    """The date of the answer and whose it is; without one, the release's."""
    if answer.date is not None:
        return answer_date_in_words(answer.date)
    published = answer.parts[0].hit.release.published.date
    return f"{date_in_words(published)} ({message('show.of_release')})" if published else ""


def _precision(answer: rag.Answer) -> list[str]:
    """How exactly the date of the answer is known, as a list of at most one."""
    if answer.date is None or answer.date.date is None or answer.is_joined:
        return []
    return [message(f"page.precision.{answer.date.precision}")]


def _date_order(hit: rag.Hit) -> tuple[Any, ...]:
    """Sort key: earliest first, then dates without a year, then hits without a date."""
    date = hit.release.published.date
    return date is None, date.sort_key if date else (), hit.rank
