"""Work out which day a date expression means, read against the date of its release.

One rule covers every release date, however roughly it is known: what the words mean is worked out
for each day on which the release may have appeared, and stands only where all agree. So "le mois
dernier" is resolved in a release that states no more than "novembre 2014", "hier" is not; in a
release of "le 15 février" without a year "hier" is 14 February of the same unknown year, and in one
of 1 March it is nothing, for February may have had 28 days or 29.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from rag.language.dates import (
    MONTHS,
    NUMBERS,
    RELATIVE,
    WEEKDAY,
    DateExpression,
    spelled,
)
from rag.language.tense import speaks_of_future
from rag.partial_date import PartialDate, Precision, week_of
from rag.types import PublicationDate, Span


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """What a date expression means.

    Attributes:
        date: a week is the range from its Monday to its Sunday; None where it cannot be told.
        relative: whether the words alone do not say it: the release's date was needed.
    """

    date: PartialDate | None
    relative: bool

    @property
    def value(self) -> str | None:
        """As ``PartialDate.value``."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What ``value`` holds."""
        return self.date.precision if self.date else "unknown"


_Side = Literal["last", "this", "next"]
_Rule = Callable[[date], PartialDate | None]

_WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche"
    " monday tuesday wednesday thursday friday saturday sunday"
).split()
_DAYS = {
    "avant-hier": -2,
    "the day before yesterday": -2,
    "hier": -1,
    "yesterday": -1,
    "demain": 1,
    "tomorrow": 1,
    "après-demain": 2,
    "the day after tomorrow": 2,
}  # every other adverb is of the day itself
_SIDES: dict[str, _Side] = {
    "last": "last",
    "this": "this",
    "cette": "this",
    "ce": "this",
    "next": "next",
    "this coming": "next",
}
_STEPS = {"last": -1, "this": 0, "next": 1}
# "le 12 novembre" dernier, "in June" last year, "mardi" de la semaine prochaine
_BESIDE = re.compile(
    spelled(
        r"\s{1,3}(?:(?P<side>dernier|passé|prochain)s?\b|(?:(?:de|of)\s)?"
        r"(?:(?:l['’]|la\s)(?P<unit>an|année|semaine)\s(?P<post>derni(?:er|ère)|passée?|prochaine?)"
        r"|(?P<which>cette|last|this|next)\s(?P<span>année|semaine|year|week))\b)"
    ),
    re.IGNORECASE,
)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
# "the largest exercise in 20 years", "built in two years": how long, not when.
_LASTED = re.compile(r"\b(?:first|time|only|best|worst|most|once|\w{3,}est|\w+ed|built|was|were)\b")
# All calendars there are: each weekday for 1 January, with and without 29 February.
_SAMPLE_YEARS = range(2000, 2028)
_UNKNOWN = ResolvedDate(None, relative=True)


def resolve(
    body: str,
    expression: DateExpression,
    published: PublicationDate,
    language: str | None = None,
) -> ResolvedDate:
    """What ``expression`` means in a release of that date. A year is never invented.

    A date with a year is what it says. One without ("le 12 novembre", "en juin") is the last such
    date before the release's ("dernier"), the next after it ("prochain"), else the nearest on the
    side that the sentence speaks of (see ``speaks_of_future``), the release's own day or month
    included; it stays without a year where the release has none, and where it is the very words
    that date the release. Weekdays likewise, within a week. Weeks run from Monday to Sunday; "il y
    a deux semaines" is the whole week, since it is said of any day in it, and "quinze jours" are
    two weeks. "La veille", "le mardi suivant" and the like hang on a day of the story; "le mardi"
    is a habit; "il y a près de trois ans" is no particular year: none of these is resolved. A
    weekday that stands with its date ("dimanche 5 août") tells the year. A release of several days
    counts as of the last of them. Nothing is raised, whatever the text.

    Args:
        body: the text that the expression's offsets count into.
        expression: as ``find_dates`` gives it.
        published: the date of the release.
        language: of the body, ISO 639-1; tells the words of the future apart.
    """
    stated = expression.date
    if stated is not None and stated.year is not None:
        return ResolvedDate(stated, relative=False)
    words = _words(body, expression)
    if stated is None and words.get("m") in MONTHS:
        stated = PartialDate(month=MONTHS[words["m"]])
    if stated is not None:
        own_words = published.span == Span(expression.start, expression.end)
        if own_words or not _has_year(published):
            return ResolvedDate(stated, relative=False)
        rule = _calendar_rule(body, expression, words, stated, language)
    else:
        rule = _relative_rule(body, expression, words, language)
    found = _settled(rule, published) if rule is not None else None
    if found is not None:
        return ResolvedDate(found, relative=True)
    return _UNKNOWN if stated is None else ResolvedDate(stated, relative=False)


def _words(body: str, expression: DateExpression) -> dict[str, str]:
    """The groups of the pattern that recognised a relative expression, in plain spelling."""
    for pattern in RELATIVE:
        match = pattern.fullmatch(body, max(0, expression.start), max(0, expression.end))
        if match is not None:
            return {name: _plain(text) for name, text in match.groupdict().items() if text}
    return {}


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    return re.sub("[-\u2010-\u2015]", "-", plain).rstrip(".")


def _side(word: str) -> _Side | None:
    """Which one "dernière", "passé", "next" or "ce" says; None for none or one of the story."""
    if word.startswith(("derni", "pass")):
        return "last"
    return "next" if word.startswith("prochain") else _SIDES.get(word)


def _beside(body: str, expression: DateExpression) -> tuple[str, _Side | None]:
    """The unit ("an", "week", or "") and the side that the words at its end or after it say."""
    inside = _BESIDE.search(body, max(0, expression.start), max(0, expression.end))
    match = inside or _BESIDE.match(body, max(0, expression.end))
    if match is None:
        return "", None
    said = {name: _plain(text) for name, text in match.groupdict().items() if text}
    unit = said.get("unit") or said.get("span") or ""
    return unit, _side(said.get("side") or said.get("post") or said.get("which") or "")


def _calendar_rule(
    body: str,
    expression: DateExpression,
    words: dict[str, str],
    stated: PartialDate,
    language: str | None,
) -> _Rule | None:
    """For a day or a month of the calendar without its year."""
    word = words.get("post") or words.get("which") or ""
    end = stated.until
    if stated.month is None or word.startswith(("suiv", "préc")):
        return None
    unit, beside = _beside(body, expression)
    side = _side(word) or (None if unit[:1] in ("s", "w") else beside)
    of_year = unit[:1] in ("a", "y") or side == "this"  # "in June last year", "this June"
    future = speaks_of_future(body, expression.start, expression.end, language)
    named = _WEEKDAY.search(body, max(0, expression.start), max(0, expression.end))
    weekday = _WEEKDAYS.index(named[0].casefold()) % 7 if named and end is None else None
    first = replace(stated, until=None)

    def rule(published: date) -> PartialDate | None:
        now = published if first.day is not None else published.replace(day=1)
        # Of three years in a row one at most has "dimanche 5 août": it needs no other sign.
        days = list(_occurrences(first, published.year, 8 if weekday is None else 1))
        if weekday is not None:
            days = [day for day in days if day.weekday() == weekday]
        if of_year and side is not None:
            days = [day for day in days if day.year == published.year + _STEPS[side]]
        elif side == "next":
            days = [day for day in days if day > now][:1]
        elif side == "last":
            days = [day for day in days if day < now][-1:]
        elif weekday is None and future:
            days = [day for day in days if day >= now][:1]
        elif weekday is None:
            days = [day for day in days if day <= now][-1:]
        if not days:
            return None
        found = first.with_year(days[0].year)
        if end is None:
            return found
        ends = [day for day in _occurrences(end, days[0].year, 8) if day >= days[0]]
        return replace(found, until=PartialDate.of(ends[0])) if ends else None

    return rule


def _occurrences(stated: PartialDate, near: int, years: int) -> Iterator[date]:
    """The day, or the first of the month, up to so many years around one; 29 February is at most
    eight away."""
    for year in range(max(1, near - years), min(9999, near + years) + 1):
        with suppress(ValueError):
            yield date(year, stated.month or 1, stated.day or 1)


def _relative_rule(
    body: str, expression: DateExpression, words: dict[str, str], language: str | None
) -> _Rule | None:
    """For words that name a day, a week, a month or a year from the release's own."""
    side = _side(words.get("post") or words.get("which") or "")
    if "day" in words:
        adverb = re.sub("^(apr\u00e8s|avant) ", r"\1-", words["day"])
        return lambda published: _shifted(published, _DAYS.get(adverb, 0), "day")
    if "weekday" in words:
        unit, week = _beside(body, expression)
        weekday = _WEEKDAYS.index(words["weekday"]) % 7
        if unit[:1] in ("s", "w") and week is not None:  # "mardi de la semaine dernière"
            return lambda published: _shifted(
                published, 7 * _STEPS[week] + weekday - published.weekday(), "day"
            )
        if side is None and ("post" in words or words.get("which") == "le"):
            return None
        future = speaks_of_future(body, expression.start, expression.end, language)
        return lambda published: _weekday(published, weekday, side, future)
    if "n" in words and "vague" not in words:
        count = NUMBERS.get(words["n"]) or int(words["n"])
        if "ahead" not in words:
            count = -count
        elif words["ahead"] == "in" and _lasted(body, expression, language):
            return None
        unit = words["unit"]
        if unit == "jours" and abs(count) in (8, 15):  # French for a week and a fortnight
            count, unit = (abs(count) // 7) * (1 if count > 0 else -1), "semaines"
        return lambda published: _shifted(published, count, unit)
    if "unit" in words and side is not None:
        return lambda published: _shifted(published, _STEPS[side], words["unit"])
    return None


def _lasted(body: str, expression: DateExpression, language: str | None) -> bool:
    before = re.split(r"[.!?;,\r\n]", body[max(0, expression.start - 80) : expression.start])[-1]
    future = speaks_of_future(body, expression.start, expression.end, language)
    return not future and _LASTED.search(before.casefold()) is not None


def _weekday(published: date, weekday: int, side: _Side | None, future: bool) -> PartialDate:
    ahead = (weekday - published.weekday()) % 7
    if side == "next":
        ahead = ahead or 7
    elif side == "last" or (ahead and not future):
        ahead -= 7
    return _shifted(published, ahead, "day")


def _shifted(published: date, count: int, unit: str) -> PartialDate:
    """The day, week, month or year that lies ``count`` of them away.

    Raises:
        OverflowError: it is in no year from 1 to 9999.
    """
    if unit[0] in "jd":
        return PartialDate.of(published + timedelta(days=count))
    if unit[0] in "sw":
        return week_of(published + timedelta(days=7 * count))
    monthly = unit[0] == "m"
    months = 12 * published.year + published.month - 1 + (count if monthly else 12 * count)
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError
    return PartialDate(year, month) if monthly else PartialDate(year)


def _settled(rule: _Rule, published: PublicationDate) -> PartialDate | None:
    """What a rule gives for every day on which the release may have appeared, if that is one."""
    yearless = not _has_year(published)
    results: set[PartialDate | None] = set()
    for day in _possible_days(published):
        try:
            found = rule(day)
        except OverflowError:
            found = None
        results.add(_without_year(found) if yearless else found)
    return results.pop() if len(results) == 1 else None


def _has_year(published: PublicationDate) -> bool:
    return published.date is not None and published.date.ends()[-1].year is not None


def _without_year(found: PartialDate | None) -> PartialDate | None:
    """A day or a month without its year; nothing else means anything without."""
    if found is None or found.month is None or found.until is not None:
        return None
    return found.without_year()


def _possible_days(published: PublicationDate) -> Iterator[date]:
    """The first and last day on which a release of that date may have appeared, in each year that
    it may have been; all rules follow the calendar, so what these agree on holds between them."""
    stated = published.date
    if stated is None:
        return
    ends = stated.ends() if stated.week else (stated.ends()[-1],) * 2
    for side, end in enumerate(ends):
        for year in [end.year] if end.year is not None else _SAMPLE_YEARS:
            with suppress(ValueError):
                bounds = end.with_year(year).bounds
                if bounds is not None and year:  # the calendar of ``datetime`` has no year 0
                    yield bounds[side]
