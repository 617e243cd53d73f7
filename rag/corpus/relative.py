"""Work out which day a date expression means, read against the date of its release.

One rule covers every release date, however roughly it is known: what the words mean is worked out
for each day on which the release may have appeared, and stands only where all agree. So "le mois
dernier" is resolved in a release that states no more than "novembre 2014", "hier" is not; in a
release of "le 15 février" without a year "hier" is 14 February of the same unknown year, and in one
of 1 March it is nothing, for February may have had 28 days or 29.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rag.corpus.dates import (
    MONTHS,
    NUMBERS,
    RELATIVE,
    WEEKDAY,
    DateExpression,
    speaks_of_future,
    spelled,
)
from rag.types import Precision, PublicationDate, Span


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """What a date expression means.

    Attributes:
        value: ISO 8601 as in ``PublicationDate.value``; a week is the interval from its Monday to
            its Sunday, ``2022-04-04/2022-04-10``; None where it cannot be told.
        precision: what ``value`` holds.
        relative: whether the words alone do not say it: the release's date was needed.
    """

    value: str | None
    precision: Precision
    relative: bool


_Side = Literal["last", "this", "next"]
_Found = tuple[str, Precision]
_Rule = Callable[[date], _Found | None]

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
_YEARLESS = re.compile(r"--(\d\d)(?:-(\d\d))?(?:/--(\d\d)-(\d\d))?")
_ISO = re.compile(r"(?:(\d{4})|-(?=-))(?:-(\d\d)(?:-(\d\d))?)?")
# "the largest exercise in 20 years", "built in two years": how long, not when.
_LASTED = re.compile(r"\b(?:first|time|only|best|worst|most|once|\w{3,}est|\w+ed|built|was|were)\b")
# All calendars there are: each weekday for 1 January, with and without 29 February.
_SAMPLE_YEARS = range(2000, 2028)
_UNKNOWN = ResolvedDate(None, "unknown", relative=True)


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
    if expression.value is not None and expression.has_year:
        return ResolvedDate(expression.value, expression.precision, relative=False)
    words = _words(body, expression)
    stated = _stated_without_year(expression, words)
    evidence = published.evidence
    if stated is not None:
        as_stated = ResolvedDate(*stated, relative=False)
        if evidence == Span(expression.start, expression.end) or not _has_year(published):
            return as_stated
        rule = _calendar_rule(body, expression, words, stated[0], language)
    else:
        as_stated = _UNKNOWN
        rule = _relative_rule(body, expression, words, language)
    found = _settled(rule, published) if rule is not None else None
    return ResolvedDate(*found, relative=True) if found is not None else as_stated


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


def _stated_without_year(expression: DateExpression, words: dict[str, str]) -> _Found | None:
    if expression.value is not None:
        return expression.value, expression.precision
    if words.get("m") in MONTHS:
        return f"--{MONTHS[words['m']]:02d}", "month-without-year"
    return None


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
    value: str,
    language: str | None,
) -> _Rule | None:
    """For a day or a month of the calendar without its year."""
    stated = _YEARLESS.fullmatch(value)
    word = words.get("post") or words.get("which") or ""
    if stated is None or word.startswith(("suiv", "préc")):
        return None
    numbers = [int(part) for part in stated.groups() if part]
    parts, end = tuple(numbers[:2]), tuple(numbers[2:])
    unit, beside = _beside(body, expression)
    side = _side(word) or (None if unit[:1] in ("s", "w") else beside)
    of_year = unit[:1] in ("a", "y") or side == "this"  # "in June last year", "this June"
    future = speaks_of_future(body, expression.start, expression.end, language)
    named = _WEEKDAY.search(body, max(0, expression.start), max(0, expression.end))
    weekday = _WEEKDAYS.index(named[0].casefold()) % 7 if named and not end else None

    def rule(published: date) -> _Found | None:
        now = (published.year, published.month, published.day)[: 1 + len(parts)]
        # Of three years in a row one at most has "dimanche 5 août": it needs no other sign.
        dates = list(_occurrences(parts, published.year, 8 if weekday is None else 1))
        if weekday is not None:
            dates = [key for key in dates if calendar.weekday(*key) == weekday]
        if of_year and side is not None:
            found = [key for key in dates if key[0] == published.year + _STEPS[side]]
        elif side == "next":
            found = [key for key in dates if key > now][:1]
        elif side == "last":
            found = [key for key in dates if key < now][-1:]
        elif weekday is not None:
            found = dates
        elif future:
            found = [key for key in dates if key >= now][:1]
        else:
            found = [key for key in dates if key <= now][-1:]
        if not found:
            return None
        if not end:
            return _iso(found[0]), "day" if len(parts) == 2 else "month"
        ends = [key for key in _occurrences(end, found[0][0], 8) if key >= found[0]]
        return (f"{_iso(found[0])}/{_iso(ends[0])}", "day") if ends else None

    return rule


def _occurrences(parts: tuple[int, ...], near: int, years: int) -> Iterator[tuple[int, ...]]:
    """(year, month[, day]) up to so many years around one; 29 February is at most eight away."""
    for year in range(max(1, near - years), min(9999, near + years) + 1):
        month, day = (*parts, 1)[:2]
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            yield (year, *parts)


def _iso(key: tuple[int, ...]) -> str:
    return "-".join((f"{key[0]:04d}", *(f"{part:02d}" for part in key[1:])))


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


def _weekday(published: date, weekday: int, side: _Side | None, future: bool) -> _Found:
    ahead = (weekday - published.weekday()) % 7
    if side == "next":
        ahead = ahead or 7
    elif side == "last" or (ahead and not future):
        ahead -= 7
    return _shifted(published, ahead, "day")


def _shifted(published: date, count: int, unit: str) -> _Found:
    """The day, week, month or year that lies ``count`` of them away.

    Raises:
        OverflowError: it is in no year from 1 to 9999.
    """
    if unit[0] in "jd":
        return (published + timedelta(days=count)).isoformat(), "day"
    if unit[0] in "sw":
        monday = published + timedelta(days=7 * count - published.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", "week"
    monthly = unit[0] == "m"
    months = 12 * published.year + published.month - 1 + (count if monthly else 12 * count)
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError
    return (_iso((year, month)), "month") if monthly else (_iso((year,)), "year")


def _settled(rule: _Rule, published: PublicationDate) -> _Found | None:
    """What a rule gives for every day on which the release may have appeared, if that is one."""
    yearless = not _has_year(published)
    results: set[_Found | None] = set()
    for day in _possible_days(published):
        try:
            found = rule(day)
        except OverflowError:
            found = None
        results.add(_without_year(found) if yearless else found)
    return results.pop() if len(results) == 1 else None


def _has_year(published: PublicationDate) -> bool:
    return not (published.value or "--").rpartition("/")[2].startswith("--")


def _without_year(found: _Found | None) -> _Found | None:
    if found is None or found[1] not in ("day", "month"):
        return None
    day = found[1] == "day"
    return f"-{found[0][4:]}", "month-and-day-without-year" if day else "month-without-year"


def _possible_days(published: PublicationDate) -> Iterator[date]:
    """The first and last day on which a release of that date may have appeared, in each year that
    it may have been; all rules follow the calendar, so what these agree on holds between them.
    None for a date that the calendar has not."""
    first, _, last = (published.value or "").partition("/")
    ends = (first if published.precision == "week" else last or first, last or first)
    for side, text in enumerate(ends):
        match = _ISO.fullmatch(text)
        if match is None:
            return
        month, day = (int(part) if part else None for part in match.groups()[1:])
        for year in [int(match[1])] if match[1] else _SAMPLE_YEARS:
            try:
                known = month or (12 if side else 1)
                yield date(year, known, day or (calendar.monthrange(year, known)[1] if side else 1))
            except ValueError:
                continue
