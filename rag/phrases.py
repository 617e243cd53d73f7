"""What is said to a person, or to a language model, of the values that flow: composed here, in the
language in use, out of the sentences in ``rag/locales/``."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rag.messages import LANGUAGES, date_in_words, message, use
from rag.partial_date import PartialDate
from rag.types import (
    Answer,
    AnswerDate,
    AnswerPart,
    Generated,
    Hit,
    Reason,
    Release,
    ReleaseSummary,
    Span,
    Statement,
)

if TYPE_CHECKING:
    from rag.corpus import Addition
    from rag.indexing import BuildReport

# The least confidence that each word stands for.
_CONFIDENCE = ((0.9, "page.sure_high"), (0.7, "page.sure_good"), (0.4, "page.sure_fair"))


def reason_in_words(reason: Reason | None) -> str:
    """Why something was not done; ``""`` for None."""
    return message(reason.code, **reason.values) if reason is not None else ""


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
        own = published.span
        stated = part.hit.release.body[own.start : own.end] if own else None
        release_date = stated or date_in_words(published.date)
        return message("answer.relative", date=words, release_date=release_date)
    return words


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


def addition_in_words(addition: Addition, chosen: str = "") -> str:
    """What became of a file that was to be added; ``chosen`` is its name where it was chosen."""
    name = addition.name
    if chosen and unicodedata.normalize("NFC", chosen) != name:
        name = message("page.renamed", chosen=chosen, name=name)
    if addition.reason is None:
        return message("page.added", name=name)
    return message("page.refused", name=name, reason=addition.reason)


def readable_kinds() -> str:
    """The suffixes of the files that can be read, in one line."""
    from rag.corpus import formats

    return ", ".join(formats.suffixes())


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
    held = sum(hit.match.period is not None for hit in answer.hits)
    return message("show.period_held", words=words, held=held, all=len(answer.hits))


def speaker_in_words(statement: Statement, release: Release) -> str:
    """The speaker and his role, as the release has them."""
    spans = (statement.speaker, statement.role)
    return ", ".join(release.body[span.start : span.end] for span in spans if span is not None)


def answer_date_in_words(date: AnswerDate, *, quoting: bool = True) -> str:
    """An answer's date with whose it is and, where wanted, the words it was read from."""
    quote = f"« {date.evidence.quote} »" if date.evidence is not None and quoting else ""
    if date.date is None:
        return f"{quote} ({whose_date(date)}, {message('show.unresolved')})"
    facts = ", ".join(filter(None, (whose_date(date), quote)))
    return f"{date_in_words(date.date)} ({facts})"


def whose_date(date: AnswerDate) -> str:
    """Whether a date is the event's or the release's, and what it was worked out from."""
    if date.date is not None and date.against is not None:
        return message("show.of_event_against", date=date_in_words(date.against))
    return message(f"show.of_{date.of}")


def confidence_in_words(confidence: float) -> str:
    """How sure an answer is, in a word and in per cent."""
    key = next((key for least, key in _CONFIDENCE if confidence >= least), "page.sure_low")
    return message("page.percent", words=message(key), percent=f"{confidence:.0%}")


def match_in_words(hit: Hit, shared: Sequence[Span]) -> list[str]:
    """Why a hit was found, a line each: meaning, words, the words shared with the question, the
    reader, the time."""
    match, body = hit.match, hit.release.body
    lines = [
        message("page.why_dense", rank=match.dense_rank, score=match.dense_score)
        if match.dense_rank
        else message("page.why_no_dense"),
        message("page.why_lexical", rank=match.lexical_rank, score=match.lexical_score)
        if match.lexical_rank
        else message("page.why_no_lexical"),
    ]
    common = dict.fromkeys(body[span.start : span.end].casefold() for span in shared)
    if common:
        lines.append(message("page.why_terms", terms=", ".join(common)))
    if match.span is not None and match.span_score is not None:
        words = " ".join(body[match.span.start : match.span.end].split())
        lines.append(message("page.why_reader", words=words, score=match.span_score))
    else:
        lines.append(message("page.why_unread"))
    if match.period is not None:
        lines.append(message(f"page.why_{match.period}"))
    return lines


def title_in_words(release: Release | ReleaseSummary) -> str:
    """A release's title, or that it has none."""
    return release.title or message("show.untitled")


def author_in_words(generated: Generated) -> str:
    """Which model wrote a text, and that it is checked."""
    return message("show.generated", model=generated.model or message("show.generated_by"))


def date_in_every_language(date: PartialDate) -> list[str]:
    """A date in words, in each language that the product speaks."""
    said = []
    for code in LANGUAGES:
        with use(code):
            said.append(date_in_words(date))
    return said


def prompt_in_words(question: str, hits: Sequence[Hit], mark: str, nothing: str) -> tuple[str, str]:
    """(system, user) for a language model, in the language of the first hit's release, or else in
    English.

    Args:
        mark: stands before and after each passage.
        nothing: what the model is to write when the passages do not say.
    """
    language = hits[0].release.language
    with use(language if language in LANGUAGES else "en"):
        parts = []
        for number, hit in enumerate(hits, start=1):
            title = " ".join(hit.release.title.split()) or message("show.untitled")
            heading = f"[{number}] {title} ({date_in_words(hit.release.published.date)})"
            parts.append(f"<{mark}>\n{heading}\n{hit.passage.text}\n</{mark}>")
        parts.append(message("llm.question", question=" ".join(question.split())))
        return message("llm.system", nothing=nothing), "\n\n".join(parts)
