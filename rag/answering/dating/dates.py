"""The dates in the words that answer a question for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rag.answering.dating.ends import Role
from rag.answering.dating.time_patterns import patterns_of, straight
from rag.language import DateExpression, find_dates
from rag.language.dates import is_year
from rag.language.patterns import listed
from rag.language.registry import known
from rag.lazy import regex
from rag.partial_date import PartialDate
from rag.types import Span

_BARE_YEAR = regex(
    r"(?<![\w.,/-])(?P<y>1\d{3}|20\d\d|21\d\d|[1-9]\d\d)(?![\w%/]|[.,]\d|\s(?:000|%))"
)
_RANGE_BEFORE = regex(r"\d\s?[-\u2010-\u2015/]\s?$")
_RANGE_AFTER = regex(r"\s?[-\u2010-\u2015/]\s?\d")
# What a year may stand behind without a word of time: the beginning, a mark.
_OPENING = regex(r"(?:^|[\n\r:;,(\[«\"“–—])\s*$")
_NUMBER_BEFORE = regex(r"\d\s*[(\[,]\s*$")
_FIGURES = regex(r"\d+")
# Characters between two words for one day: "ce jeudi (18 juillet)".
_APPOSITION = 3
# "2017 à 2022", and what stands behind a year where a noun would have a capital.
_YEAR_AND_YEAR = regex(r"(?<![\w.,/-])(1\d{3}|20\d\d)\s(\S{1,9})\s(1\d{3}|20\d\d)(?![\w%/]|[.,]\d)")
_SMALL_NEXT = regex(r"\s[^\W\d_A-ZÀ-ÖØ-Þ]")
_YEAR_NEXT = regex(r"[\s\u00a0\u202f]{1,3}(?P<y>[1-9]\d{2,3})(?![\w%]|[.,]\d)")


def date_in_words_read(body: str, words: Span, language: str | None) -> DateExpression | None:
    """The first of ``dates_in_words_read`` that states a day, a month or a year; else the first."""
    found = dates_in_words_read(body, words, language)
    return next((one for one in found if one.date is not None), found[0] if found else None)


def dates_in_words_read(body: str, words: Span, language: str | None) -> list[DateExpression]:
    """The dates in the words that the reader took for the answer; they may reach beyond them ("15
    février" of "le 15 février 2023"). What is a date only because a date was asked for counts here:
    "1316", "du 15 au 19 novembre 1316"."""
    # A date is found whole only with what stands around it.
    low, high = max(0, words.start - 40), min(len(body), words.end + 40)
    found = [
        _with_year(body, expression, language)
        for expression in find_dates(body, low, high, language=language)
        if words.overlaps(expression)
    ]
    for years in _YEAR_AND_YEAR.finditer(body, words.start, words.end):
        if years[2] in listed(known(language).calendar.until) and years[1] < years[3]:
            span = Span(years.start(), years.end())
            found = [one for one in found if not span.overlaps(one)]
            until = PartialDate(int(years[1]), until=PartialDate(int(years[3])))
            found.append(DateExpression(span.start, span.end, until))
    for year in _BARE_YEAR.finditer(body, words.start, words.end):
        span = Span(year.start(), year.end())
        if not any(span.overlaps(one) for one in found) and _asked_year(year, language):
            found.append(DateExpression(span.start, span.end, PartialDate(int(year["y"]))))
    return sorted(found, key=lambda expression: expression.start)


def _asked_year(match: re.Match[str], language: str | None) -> bool:
    """Whether a number that a question for a date found is a year: "1316", "en 476". A year that
    belongs to a name is none: "résolution 1877 (2001)", "budget 2009", "un navire de 1984"."""
    patterns, text = patterns_of(language), match.string
    before = straight(text[max(0, match.start() - 60) : match.start()])
    if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(text, match.end()):
        return False
    if patterns.in_year.search(before):
        return True
    if len(match["y"]) != 4 or patterns.named.search(before):
        return False
    if patterns.led.search(before):
        return True
    opens = _OPENING.search(before) is not None and _NUMBER_BEFORE.search(before) is None
    if not (opens or patterns.bare.search(before)):
        return False
    # "das 1968 gebaut wurde": what is counted has a capital.
    nouns = known(language).calendar.nouns_are_capitalised
    return (nouns and _SMALL_NEXT.match(text, match.end()) is not None) or is_year(match, language)


def _with_year(body: str, expression: DateExpression, language: str | None) -> DateExpression:
    """The date with a year right behind it that is too far back for a release's."""
    stated = expression.date
    year = _YEAR_NEXT.match(body, expression.end)
    if stated is None or stated.year is not None or year is None or not is_year(year, language):
        return expression
    ends = [end.with_year(int(year["y"])) for end in stated.ends()]
    dated = replace(ends[0], until=ends[1] if len(ends) > 1 else None)
    return DateExpression(expression.start, year.end(), dated)


def date_of_one_end(
    body: str, expression: DateExpression, role: Role | None, language: str | None
) -> DateExpression | None:
    """The first or the last day of several, with its words: "20 juillet 2018" of "du 4 juin au 20
    juillet 2018"; None if there are not several, or none is asked for, or it has no words."""
    if role is None or expression.date is None or expression.date.until is None:
        return None
    first, last = expression.date.ends()
    years = _YEAR_AND_YEAR.fullmatch(body, expression.start, expression.end)
    if years is not None:
        begin = role == "begin"
        return DateExpression(*years.span(1 if begin else 3), first if begin else last)
    for figure in list(_FIGURES.finditer(body, expression.start, expression.end))[1:]:
        later = find_dates(body, figure.start(), expression.end, language=language)
        if not later or later[0].start != figure.start() or later[0].date != last:
            continue
        if role == "end":
            return later[0]
        earlier = find_dates(body, expression.start, figure.start(), language=language)
        return replace(earlier[0], date=first) if earlier and earlier[0].date else None
    return None


def whole_date(body: str, one_end: Span, sentence: Span, language: str | None) -> DateExpression:
    """The date that a stretch of a sentence has, or of which it is one end: "du 3 au 5 mai" for
    "5 mai"."""
    found = dates_in_words_read(body, sentence, language)
    return next(
        (one for one in found if one_end.overlaps(one)),
        DateExpression(one_end.start, one_end.end, None),
    )


def date_in_sentence(
    found: Iterable[DateExpression], near: Iterable[Span]
) -> DateExpression | None:
    """Of the dates of a sentence the one of its event: the nearest to the words that the question
    shares with the sentence. Of two side by side the one that needs no release's date ("ce jeudi
    (18 juillet)")."""
    anchors, expressions = list(near), list(found)
    if not expressions:
        return None

    def distance(expression: DateExpression) -> int:
        gaps = [
            max(span.start - expression.end, expression.start - span.end, 0) for span in anchors
        ]
        return sum(sorted(gaps)[:3])

    best = min(expressions, key=lambda expression: (distance(expression), expression.start))
    return stated_beside(expressions, best)


def stated_beside(expressions: Iterable[DateExpression], best: DateExpression) -> DateExpression:
    """The date that stands right behind or before a relative one and says the same; else that."""
    if best.date is not None:
        return best
    for other in expressions:
        gap = max(other.start - best.end, best.start - other.end)
        if other.date is not None and 0 <= gap <= _APPOSITION:
            return other
    return best
