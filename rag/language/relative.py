"""Resolve a date expression: find the date that it means, given the date of its release.

The release's date may be known only in part. One rule covers all cases: the expression is resolved
for each day on which the release may have appeared, and the result counts only if it is always the
same. In a release of "novembre 2014", "le mois dernier" is resolved and "hier" is not. In a release
of "le 15 février" without a year, "hier" is 14 February without a year. In a release of "le 1er
mars" without a year, "hier" is not resolved, because February has 28 or 29 days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from rag.language.dates import DateExpression
from rag.language.language import Language, Side, Unit
from rag.language.meaning import Relation
from rag.language.patterns import END, any_of, either, plain, template
from rag.language.registry import read_with
from rag.language.relations import part_of_year
from rag.language.tense import outlook, speaks_of_future, stands_alone
from rag.language.vocabulary import vocabulary
from rag.lazy import dataclass
from rag.partial_date import PartialDate, Precision, week_of
from rag.types import PublicationDate, Span


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """What a date expression means.

    Attributes:
        date: the date; a week is the range from its Monday to its Sunday. None if the expression
            could not be resolved.
        relative: whether the release's date was needed, because the words alone do not say it.
    """

    date: PartialDate | None
    relative: bool

    @property
    def value(self) -> str | None:
        """The date as text, in the forms of ``PartialDate.value``; None if it is not known."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """The smallest part of ``date`` that is known, as in ``PartialDate.precision``."""
        return self.date.precision if self.date else "unknown"


_Rule = Callable[[date], PartialDate | None]

_STEPS: dict[Side, int] = {"last": -1, "this": 0, "next": 1}
_MONTHS_OF: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# These years have all possible calendars: 1 January on each weekday, with and without 29 February.
_SAMPLE_YEARS = range(2000, 2028)
# How far a day is from its release's date at most, if its month is not named.
_NEAR_DAYS = 45
_UNKNOWN = ResolvedDate(None, relative=True)


def resolve(
    body: str, expression: DateExpression, published: PublicationDate, language: str | None = None
) -> ResolvedDate:
    """Resolve a date expression with the date of its release. A year is never guessed.

    - A date with a year is what it says.
    - A date without a year ("le 12 novembre", "en juin", "au printemps") is the last such date
      before the release's date ("dernier") or the next one after it ("prochain"). Without such a
      word, it is the nearest one in the future or in the past, as the sentence tells (see
      ``outlook``). If the sentence does not tell, it is the nearest one. The release's own day,
      month or season counts too. It stays without a year if the release's date has none, or if the
      expression is the release's own date.
    - A weekday is resolved in the same way, within a week. A weekday with a date ("dimanche 5
      août") tells the year.
    - A weekday with the day of a month ("lundi 3") is that day within 45 days.
    - A week is from Monday to Sunday. "Il y a deux semaines" is the whole week, because it may mean
      any day of it. "Quinze jours" are two weeks.
    - A winter has the year in which it begins.
    - These are not resolved: a day that is counted from another day in the text ("la veille", "le
      mardi suivant"), a habit ("le mardi"), and a number that is not exact ("il y a près de trois
      ans").
    - If the release's date is a range of days, its last day counts.

    Args:
        body: the text; the expression's offsets count its characters.
        expression: as ``find_dates`` returns it.
        published: the date of the release.
        language: of the body, ISO 639-1; None if it is not known. It decides which words count as
            words of the future or the past.

    Returns:
        The date that the expression means. No text raises an error.
    """
    stated, relation = expression.date, expression.relation or Relation()
    if stated is not None and stated.year is not None:
        return ResolvedDate(stated, relative=False)
    if stated is None and relation.number is not None and relation.unit in ("month", "season"):
        stated = part_of_year(relation.unit, relation.number, None)
    if stated is not None:
        own_words = published.span == Span(expression.start, expression.end)
        if own_words or not _has_year(published):
            return ResolvedDate(stated, relative=False)
    rule: _Rule | None
    if relation.weekday is not None and relation.number is not None:
        rule = _named_day_rule(body, expression, relation.weekday, relation.number, language)
    elif stated is not None or relation.number is not None:
        rule = _calendar_rule(body, expression, stated, relation, language)
    else:
        rule = _relative_rule(body, expression, relation, language)
    found = _settled(rule, published) if rule is not None else None
    if found is not None:
        return ResolvedDate(found, relative=True)
    return _UNKNOWN if stated is None else ResolvedDate(stated, relative=False)


def _beside(
    body: str, expression: DateExpression, language: str | None
) -> tuple[Unit | None, Side | None]:
    """The unit ("an", "week") and the side that the words after the expression name."""
    for side, pattern in _after_date(read_with(language)):
        match = pattern.match(body, max(0, expression.end))
        if match is not None:
            unit = match.groupdict().get("unit")
            return vocabulary(read_with(language)).units[plain(unit)] if unit else None, side
    return None, None


@lru_cache(maxsize=64)
def _after_date(read: tuple[Language, ...]) -> tuple[tuple[Side, re.Pattern[str]], ...]:
    found: list[tuple[Side, re.Pattern[str]]] = []
    named = {"unit": f"(?P<unit>{any_of(vocabulary(read).units)}){END}"}
    for sides in (language.calendar.relative.after_date for language in read):
        for side, texts in sides.by_side():
            for text in texts:
                regex = rf"\s{{1,3}}{template(text, named)}{END}"
                found.append((side, re.compile(regex, re.IGNORECASE)))
    return tuple(found)


def _calendar_rule(
    body: str,
    expression: DateExpression,
    stated: PartialDate | None,
    relation: Relation,
    language: str | None,
) -> _Rule | None:
    """The rule for a day, a month, a season, a quarter or a half without its year."""
    first = replace(stated, until=None) if stated is not None else None
    end = stated.until if stated is not None else None

    def in_year(year: int) -> PartialDate:
        if first is not None:
            return first.with_year(year)
        return part_of_year(relation.unit, relation.number or 0, year)

    unit, beside = _beside(body, expression, language)
    side = relation.side or (None if unit == "week" else beside)
    of_year = unit == "year" or side == "this"  # "in June last year", "this June"
    side_told = outlook(body, expression.start, expression.end, language)
    if stands_alone(body, expression.start, expression.end, language):
        side_told = None
    weekday = relation.weekday if end is None else None
    sample = in_year(2000)

    def rule(published: date) -> PartialDate | None:
        now = _begin_of_its(sample, published)
        # Of three years in a row, at most one has "dimanche 5 août", so the weekday is enough.
        days = list(_occurrences(in_year, published.year, 8 if weekday is None else 1))
        if weekday is not None:
            days = [day for day in days if day.weekday() == weekday]
        if of_year and side is not None:
            # In January, "this winter" began last year.
            year = now.year if sample.season == 4 else published.year
            days = [day for day in days if day.year == year + _STEPS[side]]
        elif side == "next":
            days = [day for day in days if day > now][:1]
        elif side == "last":
            days = [day for day in days if day < now][-1:]
        elif weekday is None and side_told == "coming":
            days = [day for day in days if day >= now][:1]
        elif weekday is None and side_told == "past":
            days = [day for day in days if day <= now][-1:]
        elif weekday is None:
            days = sorted(days, key=lambda day: (abs(day - now), day))[:1]
        if not days:
            return None
        found = in_year(days[0].year)
        if end is None:
            return found
        ends = [day for day in _occurrences(end.with_year, days[0].year, 8) if day >= days[0]]
        return replace(found, until=PartialDate.of(ends[0])) if ends else None

    return rule


def _named_day_rule(
    body: str, expression: DateExpression, weekday: int, number: int, language: str | None
) -> _Rule:
    """The rule for a weekday with the day of a month that is not named ("lundi 3"): the only such
    day near the release's date, on the side that the sentence tells."""
    side = outlook(body, expression.start, expression.end, language)

    def rule(published: date) -> PartialDate | None:
        days = [published + timedelta(days=away) for away in range(-_NEAR_DAYS, _NEAR_DAYS + 1)]
        fitting = [day for day in days if day.day == number and day.weekday() == weekday]
        if len(fitting) > 1 and side is not None:
            fitting = [day for day in fitting if (day >= published) == (side == "coming")]
        return PartialDate.of(fitting[0]) if len(fitting) == 1 else None

    return rule


def _occurrences(in_year: Callable[[int], PartialDate], near: int, years: int) -> Iterator[date]:
    """The first day of a date in each year from ``near - years`` to ``near + years``.

    29 February is at most eight years away.
    """
    for year in range(max(1, near - years), min(9999, near + years) + 1):
        with suppress(ValueError):
            yield _begin(in_year(year))


def _begin(dated: PartialDate) -> date:
    """The first day of a date; a winter begins in December of its year."""
    month = dated.month or 1
    if dated.season is not None:
        month = 3 * dated.season
    elif dated.quarter is not None:
        month = 3 * dated.quarter - 2
    elif dated.half is not None:
        month = 6 * dated.half - 5
    return date(dated.year or 1, month, dated.day or 1)


def _begin_of_its(sample: PartialDate, published: date) -> date:
    """The first day of the month, season, quarter or half in which a release appeared.

    ``sample`` tells which of them; if it is a day, the result is the release's day.
    """
    if sample.day is not None:
        return published
    if sample.season is not None:
        year, month = published.year, 3 * (published.month // 3)
        if month:
            return date(year, month, 1)
        return date(year - 1, 12, 1) if year > 1 else date.min
    length = 3 if sample.quarter is not None else 6 if sample.half is not None else 1
    return date(published.year, published.month - (published.month - 1) % length, 1)


def _relative_rule(
    body: str, expression: DateExpression, relation: Relation, language: str | None
) -> _Rule | None:
    """The rule for words that count a day, a week, a month or a year from the release's date.

    None if the words cannot be resolved.
    """
    if not relation.fixed:
        return None
    weekday, unit, count = relation.weekday, relation.unit, relation.count
    if weekday is not None:
        beside, which = _beside(body, expression, language)
        if beside == "week" and which is not None:  # "mardi de la semaine dernière"
            weeks = 7 * _STEPS[which]
            return lambda published: _shifted(
                published, weeks + weekday - published.weekday(), "day"
            )
        future = speaks_of_future(body, expression.start, expression.end, language)
        return lambda published: _weekday(published, weekday, relation.side, future)
    if unit is None or count is None:
        return None
    if relation.lasting and _lasted(body, expression, language):
        return None
    return lambda published: _shifted(published, count, unit)


def _lasted(body: str, expression: DateExpression, language: str | None) -> bool:
    """Whether an expression such as "in two years" means a duration, not a time in the future."""
    before = re.split(r"[.!?;,\r\n]", body[max(0, expression.start - 80) : expression.start])[-1]
    future = speaks_of_future(body, expression.start, expression.end, language)
    return not future and _lasting(read_with(language)).search(before) is not None


@lru_cache(maxsize=64)
def _lasting(read: tuple[Language, ...]) -> re.Pattern[str]:
    spelt = either(template(language.calendar.relative.lasting) for language in read)
    return re.compile(rf"\b{spelt}\b", re.IGNORECASE)


def _weekday(published: date, weekday: int, side: Side | None, future: bool) -> PartialDate:
    ahead = (weekday - published.weekday()) % 7
    if side == "next":
        ahead = ahead or 7
    elif side == "last" or (ahead and not future):
        ahead -= 7
    return _shifted(published, ahead, "day")


def _shifted(published: date, count: int, unit: Unit) -> PartialDate:
    """The day, week, month, quarter, half or year that is ``count`` units away from a day.

    Raises:
        OverflowError: it is outside the years 1 to 9999.
    """
    if unit == "day":
        return PartialDate.of(published + timedelta(days=count))
    if unit == "week":
        return week_of(published + timedelta(days=7 * count))
    length = _MONTHS_OF[unit]
    months = 12 * published.year + published.month - 1 + length * count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError
    return PartialDate(year) if unit == "year" else part_of_year(unit, month // length + 1, year)


def _settled(rule: _Rule, published: PublicationDate) -> PartialDate | None:
    """The result of a rule, if it is the same for all days on which the release may have appeared.

    None if the results differ.
    """
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
    """A day or a month without its year; None for other dates, which need their year."""
    if found is None or found.month is None or found.until is not None:
        return None
    return found.without_year()


def _possible_days(published: PublicationDate) -> Iterator[date]:
    """The first and the last day on which a release may have appeared, in each possible year.

    All rules follow the calendar, so a result that is the same for the first and the last day is
    also the same for the days between them.
    """
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
