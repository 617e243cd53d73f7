"""The time that a question names, as words: found, and replaced by that of a follow-up."""

from __future__ import annotations

import re

from rag.language import find_dates
from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.terms import plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.question.joining import appended
from rag.question.period import question_period
from rag.question.sentence import Sentence
from rag.types import Span

_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BARE_YEAR = regex(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?")
_MONTH_YEAR = regex(r"([^\W\d_]+)(\s+(?:[^\W\d_]{2,3}\s+)?)((?:19|20)\d\d)$")
_LONGEST = 70


def time_in(text: str, language: Language) -> Span | None:
    """Where a text names a time, with the preposition before it; None if it names none.

    Words for now count ("aujourd'hui"), and relative times ("l'an dernier").
    """
    spans = [(one.start, one.end) for one in find_dates(text, language=language.code)]
    period = question_period(text)
    if period is not None and period.span.end - period.span.start <= _LONGEST:
        spans.append((period.span.start, period.span.end))
    spans.sort()
    if not spans:
        return now_in(text, language)
    start, end = spans[0]
    for low, high in spans[1:]:
        if low <= end + 1:
            end = max(end, high)
    return Span(_with_preposition(text, start, language), end)


def now_in(text: str, language: Language) -> Span | None:
    """Where a text has a word for now; None if it has none."""
    found = re.search(any_of(plain(language.questions.scope.now)), _same(text))
    return Span(found.start(), found.end()) if found else None


def with_time(before: Sentence, text: str, time: str) -> str:
    """A question with another time in the place of its own, or at its end.

    A year that the new time lacks is that of the old one ("en avril" after "en mars 2021").
    """
    language = before.language
    own = time_in(text, language)
    now = now_in(text, language)
    if own is None and _YEAR.search(time):
        # Beside a new year, a number that may be a quantity is a year ("hat Airbus 2020").
        year = _YEAR.search(text)
        own = Span(_with_preposition(text, year.start(), language), year.end()) if year else None
    if own is None or now == own:
        if own is not None:
            text = f"{text[: own.start].rstrip()} {text[own.end :].lstrip()}".strip()
        return appended(before, text, _alone(time, language))
    old = text[own.start : own.end]
    return f"{text[: own.start]}{_in_place_of(old, time, language)}{text[own.end :]}"


def _in_place_of(old: str, time: str, language: Language) -> str:
    if _BARE_YEAR.fullmatch(time):
        found = re.fullmatch(rf"(.*?){_BARE_YEAR.pattern}", old)
        return found.group(1) + time if found else _alone(time, language)
    year = _YEAR.search(old)
    if year is None or _YEAR.search(time) or not _names_month(time, language):
        return time
    of = set(listed(language.calendar.of_year))
    found = _MONTH_YEAR.search(old)
    link = found.group(2) if found and found.group(2).strip() in of else " "
    return f"{time}{link}{year.group()}"


def _names_month(time: str, language: Language) -> bool:
    return any(one.date and one.date.month for one in find_dates(time, language=language.code))


def _alone(time: str, language: Language) -> str:
    """A bare year with its preposition."""
    if not _BARE_YEAR.fullmatch(time):
        return time
    return f"{language.follow_ups.year} {time}".strip()


def _with_preposition(text: str, start: int, language: Language) -> int:
    """Where a time begins with the preposition before it."""
    calendar = language.calendar
    words = {
        *listed(calendar.before_year), *listed(calendar.before_month_year),
        *listed(calendar.before_day),
    }  # fmt: skip
    found = re.search(r"(?<!\w)([^\W\d_]+)\s+$", text[:start])
    inside = re.match(r"\d", text[start:])
    if found and inside and plain(found.group(1)) in {plain(word) for word in words}:
        return found.start()
    return start


def _same(text: str) -> str:
    body = plain(text)
    return body if len(body) == len(text) else text.casefold().ljust(len(text))[: len(text)]
