"""Answers, passages and releases as HTML: what each template shows.

No text becomes HTML here: the templates escape all that is not marked up by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

import rag
from rag.messages import date_in_words, message
from rag.phrases import (
    abstention_in_words,
    answer_date_in_words,
    as_of_in_words,
    certainty,
    certainty_in_words,
    confidence_in_words,
    pages_in_words,
    part_rows,
    parts_heading,
    period_in_words,
    reading_in_words,
    speaker_in_words,
)
from rag.web.exports import formats
from rag.web.link import View, write_link
from rag.web.notes import note_html
from rag.web.passages import Names, hits_html
from rag.web.tags import tags_html
from rag.web.templates import render, with_marks
from rag.web.timeline import timeline

# Of a search that finds no answer, more passages would only look like one.
_NEAREST = 3
# So much of an answer goes with the next question.
_LONGEST_SAID = 300


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


def wrong_html(said: str, noted: str | None = None) -> str:
    """The button that notes a wrong answer; once noted, where to say what is right.

    Args:
        said: the answer that was given; ``""`` for none.
        noted: what to say of the note; None if nothing was noted yet.
    """
    return render("wrong", said=said, noted=noted)


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
