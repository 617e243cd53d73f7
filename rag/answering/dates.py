"""The date that answers a question for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from rag.language import DateExpression, find_dates
from rag.language.dates import is_year
from rag.language.language import Language
from rag.language.registry import known, languages
from rag.language.words import any_of
from rag.partial_date import PartialDate
from rag.types import Span

_BARE_YEAR = re.compile(
    r"(?<![\w.,/-])(?P<y>1\d{3}|20\d\d|21\d\d|[1-9]\d\d)(?![\w%/]|[.,]\d|\s(?:000|%))"
)
_YEAR_NEXT = re.compile(r"[\s\u00a0\u202f]{1,3}(?P<y>[1-9]\d{2,3})(?![\w%]|[.,]\d)")


class _Patterns(NamedTuple):
    """Words of time as patterns.

    Attributes:
        in_year: right before a year of any century ("en 476").
        before_year: before a year of four figures.
        telling: tells a time by an event or an age, not by a date.
        duration: counted time, at the beginning, with what goes before it.
        since: makes a duration a time: "depuis deux ans".
    """

    in_year: re.Pattern[str]
    before_year: re.Pattern[str]
    telling: re.Pattern[str]
    duration: re.Pattern[str]
    since: re.Pattern[str]


def date_in_words_read(body: str, words: Span, language: str | None) -> DateExpression | None:
    """The date in the words that the reader took for the answer, the first that states a day, a
    month or a year; it may reach beyond them ("15 février" of "le 15 février 2023"). What is a date
    only because a date was asked for counts here: "1316", "du 15 au 19 novembre 1316"."""
    # A date is found whole only with what stands around it.
    low, high = max(0, words.start - 40), min(len(body), words.end + 40)
    found = [
        expression
        for expression in find_dates(body, low, high, language=language)
        if words.overlaps(expression)
    ]
    for expression in found:
        if expression.date is not None:
            return _with_year(body, expression, language)
    for year in _BARE_YEAR.finditer(body, words.start, words.end):
        if _asked_year(year, language):
            return DateExpression(year.start(), year.end(), PartialDate(int(year["y"])))
    return found[0] if found else None


def _asked_year(match: re.Match[str], language: str | None) -> bool:
    """Whether a number that a question for a date found is a year: "1316", "en 476"."""
    patterns = _of(language)
    before = match.string[max(0, match.start() - 12) : match.start()]
    if patterns.in_year.search(before):
        return True
    return len(match["y"]) == 4 and (
        is_year(match, language) or patterns.before_year.search(before) is not None
    )


def _with_year(body: str, expression: DateExpression, language: str | None) -> DateExpression:
    """The date with a year right behind it that is too far back for a release's."""
    stated = expression.date
    year = _YEAR_NEXT.match(body, expression.end)
    if stated is None or stated.year is not None or year is None or not is_year(year, language):
        return expression
    ends = [end.with_year(int(year["y"])) for end in stated.ends()]
    dated = replace(ends[0], until=ends[1] if len(ends) > 1 else None)
    return DateExpression(expression.start, year.end(), dated)


def tells_time(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words without a date tell a time all the same: "après la signature du traité", "au
    XVIIe siècle". A duration is none ("24 mois de travaux"), unless it counts from something
    ("depuis deux ans", "deux ans après")."""
    patterns = _of(language)
    before, said = body[max(0, words.start - 12) : words.start], body[words.start : words.end]
    duration = patterns.duration.match(said)
    if duration is None:
        return patterns.telling.search(before + said) is not None
    counted = patterns.since.search(before + duration.group())
    return counted is not None or patterns.telling.search(said, duration.end()) is not None


def _of(code: str | None) -> _Patterns:
    """The patterns of a language; those of all together where it has none."""
    language = known(code)
    return _patterns((language,) if language.times.telling else tuple(languages().values()))


@lru_cache(maxsize=16)
def _patterns(spoken: tuple[Language, ...]) -> _Patterns:
    times = [language.times for language in spoken]
    telling = any_of(*(time.telling for time in times))
    numbers = any_of(*(word for language in spoken for word in language.numbers))
    since = any_of(*(language.questions.period.since for language in spoken))
    made = [
        rf"{any_of(*(time.in_year for time in times))}\s+$",
        rf"{any_of(*(time.before_year for time in times))}\s+$",
        telling,
        rf"(?:{telling}\s+)?(?:\d+|{numbers})\s+{any_of(*(time.units for time in times))}",
        since,
    ]
    return _Patterns(*(re.compile(pattern, re.IGNORECASE) for pattern in made))


def date_in_sentence(
    body: str, sentence: Span, near: Iterable[Span], language: str | None
) -> DateExpression | None:
    """The date that a sentence gives to its event: of several the one nearest to the words that
    the question shares with it, a date before a relative expression ("ce jeudi (18 juillet)")."""
    found = find_dates(body, sentence.start, sentence.end, language=language)
    stated = [expression for expression in found if expression.date is not None] or found
    anchors = list(near)
    if not stated:
        return None

    def distance(expression: DateExpression) -> int:
        gaps = [
            max(span.start - expression.end, expression.start - span.end, 0) for span in anchors
        ]
        return sum(sorted(gaps)[:3])

    return min(stated, key=lambda expression: (distance(expression), expression.start))


def frame_date(
    body: str, sentences: list[Span], position: int, language: str | None
) -> DateExpression | None:
    """A date that opens an earlier sentence of the paragraph and still holds ("En janvier, … Elles
    ont par ailleurs créé …"): the nearest one before."""
    for sentence in reversed(sentences[:position]):
        for expression in find_dates(body, sentence.start, sentence.end, language=language)[:1]:
            if expression.date is not None and expression.start - sentence.start <= 3:
                return expression
    return None
