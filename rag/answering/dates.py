"""The date that answers a question for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rag.language import DateExpression, find_dates
from rag.language.dates import is_year
from rag.partial_date import PartialDate
from rag.types import Span

# A year that only the question makes one: "1316", "à partir de 1956", "en 476".
_BARE_YEAR = re.compile(
    r"(?<![\w.,/-])(?P<y>1\d{3}|20\d\d|21\d\d|(?:(?<=en\s)|(?<=in\s)|(?<=an\s))[1-9]\d\d)"
    r"(?![\w%/]|[.,]\d|\s(?:000|%))"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:en|l['’]an|année|depuis|dès|vers|in|since|year)\s+$", re.IGNORECASE
)
_YEAR_NEXT = re.compile(r"[\s\u00a0\u202f]{1,3}(?P<y>[1-9]\d{2,3})(?![\w%]|[.,]\d)")
# A time that is told by an event or an age, not by a date.
_TIME_TOLD = re.compile(
    r"\b(?:après|avant|pendant|durant|depuis|dès|lors|lorsque?|quand|jusqu|siècles?|époque|période"
    r"|ère|âge|fin|début|milieu|veille|lendemain|suite|issue|moment|années?|ans?|mois|semaines?|jours?"
    r"|printemps|été|automne|hiver|matin|soir|nuit|heures?|midi|minuit"
    r"|after|before|during|since|until|while|when|century|centuries|era|age|end|beginning|time|years?"
    r"|months?|weeks?|days?|spring|summer|autumn|winter|morning|evening|night|hours?|noon|midnight)\b",
    re.IGNORECASE,
)


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
    year = _BARE_YEAR.search(body, words.start, words.end)
    if year is not None and (
        is_year(year, language) or _YEAR_BEFORE.search(body[: year.start()][-12:])
    ):
        return DateExpression(year.start(), year.end(), PartialDate(int(year["y"])))
    return found[0] if found else None


def _with_year(body: str, expression: DateExpression, language: str | None) -> DateExpression:
    """The date with a year right behind it that is too far back for a release's."""
    stated = expression.date
    year = _YEAR_NEXT.match(body, expression.end)
    if stated is None or stated.year is not None or year is None or not is_year(year, language):
        return expression
    ends = [end.with_year(int(year["y"])) for end in stated.ends()]
    dated = replace(ends[0], until=ends[1] if len(ends) > 1 else None)
    return DateExpression(expression.start, year.end(), dated)


def tells_time(body: str, words: Span) -> bool:
    """Whether words without a date tell a time all the same: "après la signature du traité", "au
    XVIIe siècle" (French and English)."""
    return _TIME_TOLD.search(body[max(0, words.start - 12) : words.end]) is not None


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
