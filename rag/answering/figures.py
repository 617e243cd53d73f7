"""Find the number that a release states, and the one of another time that it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rag.answering.citations import cite
from rag.corpus import sentences_of
from rag.language import DateExpression, find_dates
from rag.language.amounts import end_of_amount, find_amounts, start_of_amount
from rag.language.registry import known, read_with
from rag.language.terms import fold, function_words, plain
from rag.language.words import any_of
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import AnswerPart, Citation, Span, SpanLike

_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD_BEHIND = re.compile(r"[\s\u00a0\u202f]*([^\W\d_]+)")
# What is counted or measured, behind a number: "tonnes", "d'euros", "de visiteurs".
_NOUN_BEHIND = re.compile(r"[ \u00a0\u202f](?:d['’e][ \u00a0\u202f]?|of )?[^\W\d_]+(?:-[^\W\d_]+)*")
# The date of a compared number stands so many characters behind it, at most.
_DATE_WITHIN = 30
# A series is of numbers if this share of its words has one.
_SHARE_OF_NUMBERS = 1 / 4
# Words of an answer may have so many characters before their number.
_BEFORE = 12


def asks_for_figures(query: Query, parts: Sequence[AnswerPart]) -> bool:
    """Whether a question for the value of each time asks for numbers: it says so, or a quarter of
    the words that answer it have one."""
    if query.scope.form != "series" or query.asks in ("who", "where", "when", "why"):
        return False
    if query.wanted == "date":
        return False
    counted = sum(bool(_numbers_in(part, part.span or part.sentence)) for part in parts)
    return query.quantity is not None or counted >= _SHARE_OF_NUMBERS * len(parts)


def with_number(part: AnswerPart) -> AnswerPart | None:
    """The part with its number as its words, for a question for the figures of several times.

    Words without a number take the one of their sentence that stands next behind them, or else
    before them; behind a question ("Le tonnage ? 12 000 tonnes"), that of the next sentence. Dates
    count as no numbers.

    Returns:
        The part; None if its sentence has no number.
    """
    release = part.hit.release
    body, language = release.body, release.language
    sentence, words = _with_reply(part), part.span or part.sentence
    numbers = _numbers_in(part, sentence)
    if not numbers:
        return None
    inside = [one for one in numbers if words.start <= one[0] < words.end]
    if inside and part.span is not None and inside[0][0] - part.span.start <= _BEFORE:
        return part
    behind = [one for one in numbers if one[0] >= words.end]
    start, end = (inside or behind or numbers[-1:])[0]
    noun = _noun_behind(body, end, sentence.end, language)
    start = start_of_amount(body, sentence.start, start, language)
    span = cite(release, start, noun or end, part.sentence.ordinal)
    if start >= part.sentence.end:
        reply = len(body[part.sentence.end : sentence.end].lstrip())
        cited = cite(release, sentence.end - reply, sentence.end, part.sentence.ordinal)
        return replace(part, sentence=cited, span=span, kind="words")
    return replace(part, span=span, kind="words")


def _numbers_in(part: AnswerPart, span: SpanLike) -> list[tuple[int, int]]:
    """Where numbers stand in a span of a part's release, without dates and years; a year before a
    noun ("2000 visiteurs") counts if there is no other number."""
    body, language = part.hit.release.body, part.hit.release.language
    dates = find_dates(body, span.start, span.end, language=language)
    numbers = [
        (start, end)
        for start, end in find_amounts(body, span.start, span.end, language)
        if not any(date.start < end and start < date.end for date in dates)
    ]
    certain = [(start, end) for start, end in numbers if not _YEAR.fullmatch(body[start:end])]
    stop = part.sentence.end
    return certain or [one for one in numbers if _noun_behind(body, one[1], stop, language)]


def _noun_behind(body: str, start: int, stop: int, language: str | None) -> int | None:
    """The end of what is counted, behind a number; None if no noun follows."""
    found = _NOUN_BEHIND.match(body, start, stop)
    word = fold(plain(found.group().split()[-1])) if found else ""
    idle = word in _idle(language) or against(language).match(f"{word} ") is not None
    return found.end() if found and not idle else None


@lru_cache(maxsize=16)
def _idle(language: str | None) -> frozenset[str]:
    return frozenset(map(fold, function_words(known(language))))


def _with_reply(part: AnswerPart) -> Span:
    """The sentence of a part, with the next one if it is a question."""
    release, sentence = part.hit.release, part.sentence
    if not release.body[sentence.start : sentence.end].rstrip().endswith("?"):
        return Span(sentence.start, sentence.end)
    around = sentences_of(release.body, part.hit.passage, release.language)
    following = next((one for one in around if one.start >= sentence.end), None)
    return Span(sentence.start, following.end if following else sentence.end)


def compared(
    query: Query, part: AnswerPart
) -> tuple[Citation, Citation, DateExpression, PartialDate] | None:
    """The number that a part states, the one of another year that it is compared with, and that
    year's words and date; None if there is no other."""
    if query.quantity is None or part.span is None:
        return None
    release, sentence, span = part.hit.release, part.sentence, part.span
    body, language = release.body, release.language
    found = against(language).search(body, span.start, sentence.end)
    number = _FIGURE.match(body, found.end(), sentence.end) if found else None
    if found is None or number is None:
        return None
    own = body[span.start : min(span.end, found.start())].rstrip(" ,\u00a0\u202f(")
    end = end_of_amount(body, number.end(), language)
    dates = find_dates(body, end, sentence.end, language=language)
    if not own or not dates or dates[0].start - end > _DATE_WITHIN:
        return None
    date = dates[0].date
    if date is None or date.precision != "year" or _other_unit(body, span, end, dates[0]):
        return None
    return (
        cite(release, span.start, span.start + len(own), span.ordinal),
        cite(release, number.start(), end, span.ordinal),
        dates[0],
        date,
    )


def _other_unit(body: str, span: Citation, end: int, date: DateExpression) -> bool:
    """Whether a word stands behind a compared number that does not stand behind the own one."""
    behind = _WORD_BEHIND.match(body, end, date.start)
    if behind is None or len(behind.group(1)) <= 3:
        return False
    return behind.group(1).casefold() not in body[span.start : end].casefold()


@lru_cache(maxsize=16)
def against(language: str | None) -> re.Pattern[str]:
    words = any_of(*(one.answers.against for one in read_with(language)))
    return re.compile(rf"{words}\s+", re.IGNORECASE)
