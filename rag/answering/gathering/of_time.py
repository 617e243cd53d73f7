"""Take the value of the time that a question names from those of all times: "29,1 millions (2013 :
28,0 millions)" is read for the larger number, whatever year is asked for."""

from __future__ import annotations

from dataclasses import replace

from rag.answering.checks.kinds import fit
from rag.answering.gathering.figures import has_number
from rag.answering.gathering.groups import in_period
from rag.question import Query
from rag.retrieval.named import has_all_names
from rag.types import Answer, AnswerPart, Span

# Somebody holds an office that no name tells from others if it is so sure.
_SURE = 0.5


def may_be_of_series(query: Query, answer: Answer) -> bool:
    """Whether a question asks for a figure of one time, and its answer is none or of another."""
    if query.period is None or query.scope.form != "value" or query.cross_lingual:
        return False
    if query.asks in ("who", "where", "when", "why") or query.wanted == "date":
        return False
    if answer.parts:
        part = answer.parts[0]
        return has_number(part) and not _is_of_time(query, part)
    return query.quantity is not None or query.scope.is_of_figure


def value_of_time(answer: Answer, query: Query, series: Answer, least: float) -> Answer:
    """The answer, or the values of the asked time among those of all times; in the place of an
    abstention those whose confidence is not below ``least``."""
    sure = (part for part in series.parts if answer.parts or part.confidence >= least)
    parts = [part for part in sure if _is_of_time(query, part) and _fits(query, part)]
    if not parts:
        return answer
    parts.sort(key=lambda part: -part.confidence)
    return replace(
        series,
        question=answer.question,
        period=query.period,
        parts=tuple(parts),
        form="value",
        confidence=parts[0].confidence,
        abstention=None,
        missing=(),
    )


def holder_of_time(answer: Answer, query: Query, series: Answer, least: float) -> Answer:
    """The answer, or whoever held an office last at the end of the asked time, of those told
    one after the other; the time shown is that of the statement."""
    high = query.period.high if query.period is not None else None
    told = [
        part
        for part in series.parts
        if high is not None and part.time and part.time.bounds and part.time.bounds[0] <= high
    ]
    if series.form != "series" or not told or not _is_holder(query, told[-1]):
        return answer
    held = told[-1]
    if held.confidence < least:
        return answer
    return replace(
        series,
        question=answer.question,
        period=query.period,
        parts=(held,),
        form="value",
        as_of=held.time,
        confidence=held.confidence,
    )


def _is_holder(query: Query, part: AnswerPart) -> bool:
    """Whether a part names somebody in a sentence with the names of the question, or is sure if the
    question has none."""
    if part.span is None or not part.span.quote[:1].isupper():
        return False
    told = f"{part.hit.release.title} {part.sentence.quote}"
    return has_all_names(query, told) if query.names else part.confidence >= _SURE


def _fits(query: Query, part: AnswerPart) -> bool:
    """Whether the words of a part are of the kind that is asked for."""
    if part.span is None:
        return False
    match = replace(part.hit.match, span=Span(part.span.start, part.span.end))
    return fit(query, replace(part.hit, match=match)) != "other-kind"


def _is_of_time(query: Query, part: AnswerPart) -> bool:
    """Whether a part has a number of the asked time, which its release states."""
    published = part.hit.release.published.date
    words = (part.span or part.sentence).quote
    stated = part.time is not None and part.time != published
    of_period = query.period is not None and in_period(part.time, query.period)
    return stated and of_period and any(map(str.isdigit, words))
