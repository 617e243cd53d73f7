"""A date that may be known only in part, such as a month, a season or a year.

What is not stated stays unknown; nothing is guessed. As text, a date has these forms:

- ISO 8601: ``2014-11-18``, ``2014-11``, ``2014``; a range is ``2022-04-06/2022-04-07``;
- without a year, XML Schema's gMonthDay and gMonth: ``--02-15``, ``--01``;
- parts of a year, EDTF (ISO 8601-2:2019, 4.8): ``2014-21`` to ``2014-24`` are spring to winter,
  ``2014-33`` to ``2014-36`` the quarters, ``2014-40`` and ``2014-41`` the halves.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from rag.lazy import dataclass, regex

Precision = Literal[
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "half-year",
    "month-and-day-without-year",
    "month-without-year",
    "season-without-year",
    "year",
    "unknown",
]

# EDTF's numbers: season n is 20 + n, quarter n is 32 + n, half n is 39 + n.
_SEASON, _QUARTER, _HALF = 20, 32, 39
_FORM = regex(r"(?:(?P<year>\d{4})|-(?=-))(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which each part may be known or unknown (None); or a range of two such dates.

    At most one of month, season, quarter and half is known.

    Attributes:
        year: 0 to 9999.
        month: 1 to 12.
        day: 1 to 31; only with a month.
        season: 1 (spring) to 4 (winter), of the northern hemisphere.
        quarter: 1 to 4.
        half: 1 or 2.
        until: the last date of a range; None for a single date.
        week: True for a range that is a week, Monday to Sunday.

    Raises:
        ValueError: the calendar has no such date. 29 February without a year is allowed.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    until: PartialDate | None = None
    week: bool = False

    def __post_init__(self) -> None:
        ranges = (
            (self.year, 0, _LAST_YEAR),
            (self.month, 1, 12),
            (self.season, 1, 4),
            (self.quarter, 1, 4),
            (self.half, 1, 2),
        )
        if any(part is not None and not low <= part <= high for part, low, high in ranges):
            raise ValueError("no such date")
        parts = (self.month, self.season, self.quarter, self.half)
        if sum(part is not None for part in parts) > 1:
            raise ValueError("a month, a season, a quarter or a half, not two of them")
        if self.year is None and self.month is None and self.season is None:
            raise ValueError("nothing is known of the date")
        if self.day is not None:
            # Year 0 is a leap year (ISO 8601). An unknown year may be a leap year.
            leap = self.year if self.year else 2000
            if self.month is None or not 1 <= self.day <= calendar.monthrange(leap, self.month)[1]:
                raise ValueError("no such day")

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The date of a day of the calendar."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str, precision: str | None = None) -> PartialDate:
        """The date that a text gives.

        Args:
            text: in a form of ``value``.
            precision: ``week`` if a range is a week; all other values have no effect.

        Raises:
            ValueError: the text has another form, or the calendar has no such date.
        """
        first, slash, last = text.partition("/")
        date_or_start = cls._parse_one(first)
        if not slash:
            return date_or_start
        return replace(date_or_start, until=cls._parse_one(last), week=precision == "week")

    @classmethod
    def _parse_one(cls, text: str) -> PartialDate:
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError("not a date")
        year, month, day = (int(part) if part else None for part in match.groups())
        if month is not None and month > 12 and day is None:
            if month <= _SEASON + 4:
                return cls(year, season=month - _SEASON)
            if month <= _QUARTER + 4:
                return cls(year, quarter=month - _QUARTER)
            return cls(year, half=month - _HALF)
        return cls(year, month, day)

    @property
    def value(self) -> str:
        """The date as text, in the forms of ISO 8601 and EDTF."""
        text = f"{self.year:04d}" if self.year is not None else "-"
        number = self.month
        for base, part in ((_SEASON, self.season), (_QUARTER, self.quarter), (_HALF, self.half)):
            number = base + part if part is not None else number
        if number is not None:
            text += f"-{number:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text if self.until is None else f"{text}/{self.until.value}"

    @property
    def precision(self) -> Precision:
        """The smallest part that is known; for a range, that of its last date."""
        if self.week:
            return "week"
        end = self.until or self
        if end.year is None:
            if end.season is not None:
                return "season-without-year"
            return "month-without-year" if end.day is None else "month-and-day-without-year"
        for part, name in (
            (end.day, "day"),
            (end.month, "month"),
            (end.season, "season"),
            (end.quarter, "quarter"),
            (end.half, "half-year"),
        ):
            if part is not None:
                return name  # type: ignore[return-value]
        return "year"

    @property
    def has_year(self) -> bool:
        """Whether the year is known; for a range, the years of both ends."""
        return self.year is not None and (self.until is None or self.until.has_year)

    @property
    def has_day(self) -> bool:
        """Whether the day is known; for a range, that of its last date. False for a week."""
        return (self.until or self).day is not None and not self.week

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day that the date may mean, inclusive; None without a year.

        There are two definitions of a season (by months and by the position of the sun). The
        bounds include both: from the first day of its first month to the 20th of the month after
        it. "Winter 2014" may be the winter that begins or the one that ends in 2014. Year 0 counts
        as year 1, because ``datetime`` has no year 0.
        """
        if self.until is not None:
            first, last = (end.bounds for end in self.ends())
            return (first[0], last[1]) if first and last else None
        if self.year is None:
            return None
        year = max(1, self.year)
        if self.season is not None:
            if self.season == 4:
                return _day(year, 1, 1), _day(min(year + 1, _LAST_YEAR), 3, 20)
            return _day(year, 3 * self.season, 1), _day(year, 3 * self.season + 3, 20)
        if self.quarter is not None:
            return _months(year, 3 * self.quarter - 2, 3 * self.quarter)
        if self.half is not None:
            return _months(year, 6 * self.half - 5, 6 * self.half)
        if self.month is None:
            return _months(year, 1, 12)
        if self.day is None:
            return _months(year, self.month, self.month)
        return _day(year, self.month, self.day), _day(year, self.month, self.day)

    @property
    def sort_key(self) -> tuple[bool, int, int, int]:
        """Key to sort dates by time.

        Of dates that begin on the same day, the longest comes first: 2014, then January 2014, then
        1 January 2014. Dates without a year come last, by month and day.
        """
        bounds = self.bounds
        if bounds is not None:
            return False, bounds[0].toordinal(), -bounds[1].toordinal(), 0
        return True, self.month or (3 * self.season if self.season else 0), self.day or 0, 0

    def with_year(self, year: int) -> PartialDate:
        """The same date in a year; for a range, its first date in that year."""
        return replace(self, year=year)

    def without_year(self) -> PartialDate:
        """The same date with an unknown year.

        Raises:
            ValueError: only the year is known.
        """
        return replace(self, year=None)

    def covers(self, other: PartialDate) -> bool:
        """Whether each known part of this date has the same value in another date.

        Both 2014 and 18 November cover 18 November 2014. Neither date may be a range.
        """
        parts = ("year", "month", "day", "season", "quarter", "half")
        return all(getattr(self, part) in (None, getattr(other, part)) for part in parts)

    def ends(self) -> tuple[PartialDate, ...]:
        """The first and the last date of a range; for a single date, the date itself."""
        if self.until is None:
            return (self,)
        return replace(self, until=None, week=False), self.until


def week_of(day: date) -> PartialDate:
    """The week of a day, Monday to Sunday.

    Raises:
        OverflowError: a day of the week is outside the years 1 to 9999.
    """
    monday = day - timedelta(days=day.weekday())
    sunday = monday + timedelta(days=6)
    return replace(PartialDate.of(monday), until=PartialDate.of(sunday), week=True)


def _day(year: int, month: int, day: int) -> date:
    """A day; month 13 is January of the next year."""
    if month > 12:
        return date(min(year + 1, _LAST_YEAR), month - 12, day)
    return date(year, month, day)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
