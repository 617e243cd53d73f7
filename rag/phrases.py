"""What the command line and the page both say of an answer or a build, in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rag.messages import date_in_words, message
from rag.types import Answer, AnswerDate, AnswerPart, Release, Statement

if TYPE_CHECKING:
    from rag.indexing import BuildReport


def answer_in_words(answer: Answer) -> str:
    """The short text that answers; ``""`` for an abstention."""
    return part_in_words(answer.parts[0]) if answer.parts else ""


def part_in_words(part: AnswerPart) -> str:
    """The words or the sentence as they stand; of a date also what it was worked out from, or that
    it is the release's."""
    date = part.date
    if part.kind == "words" and part.span is not None:
        return part.span.quote
    if part.kind != "date" or date is None:
        return part.sentence.quote
    words = date.evidence.quote if date.evidence else date_in_words(date.date)
    published = part.hit.release.published
    if date.of == "release":
        # Where a sidecar states the date, its words say already that it has no year.
        yearless = date.date is not None and date.date.year is None and date.evidence is not None
        key = "answer.release_date_no_year" if yearless else "answer.release_date"
        return message(key, date=words)
    if date.against is not None:
        # "en septembre prochain": the sentence's own words, and what they come to.
        return message("answer.resolved", words=words, date=date_in_words(date.date))
    if date.date is None and published.date is not None:
        # "Mardi" where the release's date has no year: what it must be read against.
        own = published.evidence
        stated = part.hit.release.body[own.start : own.end] if own else None
        release_date = stated or date_in_words(published.date)
        return message("answer.relative", date=words, release_date=release_date)
    return words


def build_in_words(report: BuildReport, seconds: float) -> str:
    """What a build did, and in how many seconds."""
    return message(
        "build.done" if report.changed else "build.unchanged",
        releases=report.releases,
        passages=report.passages,
        encoded=report.encoded,
        reused=report.reused,
        seconds=seconds,
    )


def abstention_in_words(answer: Answer) -> str:
    """Why there is no answer. Where no date is given its confidence is not for showing beside it:
    it is that of a passage which does speak of it."""
    undated = answer.abstention == "no-date-given"
    return message("answer.undated" if undated else "answer.none")


def period_in_words(answer: Answer) -> str:
    """The time that the question speaks of, and how many of the hits belong to it; ``""`` where
    it speaks of none."""
    if answer.period is None:
        return ""
    words = answer.question[answer.period.span.start : answer.period.span.end]
    held = sum(hit.evidence.period is not None for hit in answer.hits)
    return message("show.period_held", words=words, held=held, all=len(answer.hits))


def speaker_in_words(statement: Statement, release: Release) -> str:
    """The speaker and his role, as the release has them."""
    spans = (statement.speaker, statement.role)
    return ", ".join(release.body[span.start : span.end] for span in spans if span is not None)


def whose_date(date: AnswerDate) -> str:
    """Whether a date is the event's or the release's, and what it was worked out from."""
    if date.date is not None and date.against is not None:
        return message("show.of_event_against", date=date_in_words(date.against))
    return message(f"show.of_{date.of}")
