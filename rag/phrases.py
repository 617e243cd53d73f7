"""What the command line and the page both say of an answer or a build, in the language in use."""

from __future__ import annotations

from rag.indexing import BuildReport
from rag.messages import date_in_words, message
from rag.types import Answer, AnswerDate, Release, Statement


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
    """Why there is no answer. Where ``answer.undated`` its confidence is not for showing beside
    it: it is that of a passage which does speak of it."""
    return message("answer.undated" if answer.undated else "answer.none")


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
