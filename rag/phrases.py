"""What the command line and the page both say of an answer or a build, in the language in use."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rag.corpus import formats
from rag.indexing import BuildReport
from rag.messages import date_in_words, message
from rag.types import Answer, AnswerDate, Release, Statement

# More lines would push what they are about off the screen.
_MOST_SKIPPED = 20


def build_in_words(report: BuildReport, seconds: float) -> str:
    """What a build did, and in how many seconds."""
    return message(
        "build.done" if report.changed else "build.unchanged",
        releases=report.releases,
        passages=report.passages,
        encoded=report.encoded,
        reused=report.reused,
        skipped=len(report.skipped),
        seconds=seconds,
    )


def skipped_in_words(report: BuildReport) -> list[str]:
    """A line for each file that was not read, with the reason; the last of many counts the rest."""
    shown = report.skipped[:_MOST_SKIPPED]
    lines = [message("corpus.skipped", file=item.source, why=item.error) for item in shown]
    more = len(report.skipped) - len(shown)
    return [*lines, message("corpus.skipped_more", count=more)] if more else lines


def build_to_dict(report: BuildReport) -> dict[str, Any]:
    """The object that ``rag build --json`` prints: the report's fields, ``skipped`` as ``[{source,
    reason, why}]`` with ``why`` the sentence for the code ``reason``, and ``skipped_count``."""
    skipped = [{**asdict(item), "why": str(item.error)} for item in report.skipped]
    return {**asdict(report), "skipped": skipped, "skipped_count": len(skipped)}


def readable_kinds() -> str:
    """The suffixes of the files that can be read, in one line."""
    return ", ".join(formats.suffixes())


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
