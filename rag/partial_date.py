"""A date as far as it is known: what is not stated stays unknown, and nothing is guessed.

A value is written as ISO 8601 writes it: ``2014-11-18``, ``2014-11``, ``2014``; without a year as
XML Schema's gMonthDay and gMonth, ``--02-15`` and ``--01``; several days as an interval,
``2022-04-06/2022-04-07``. Seasons, quarters and halves of a year take the numbers of EDTF
(ISO 8601-2:2019, 4.8): ``2014-21`` to ``2014-24`` are spring to winter, ``2014-33`` to ``2014-36``
the quarters, ``2014-40`` and ``2014-41`` the halves.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

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

_SEASON, _QUARTER, _HALF = 20, 32, 39  # EDTF's number of the first of each, less one
_FORM = re.compile(r"(?:(?P<year>\d{4})|-(?=-))(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month, a season, a quarter, a half or a year, each known or not; or a range of them.

    Attributes:
        year: 0 to 9999.
        month: 1 to 12.
        day: 1 to 31, only with a month.
        season: 1 (spring) to 4 (winter) of the northern year; ``quarter``: 1 to 4; ``half``: 1 or
            2. At most one of them and ``month``.
        until: the last one of a range; None for a single date.
        week: whether a range is a week, Monday to Sunday.

    Raises:
        ValueError: the calendar has no such date; without a year 29 February exists.
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
            # Year 0 is a leap year (ISO 8601), and so is the year that is not known.
            leap = self.year if self.year else 2000
            if self.month is None or not 1 <= self.day <= calendar.monthrange(leap, self.month)[1]:
                raise ValueError("no such day")

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A day of the calendar."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def parse(cls, text: str, precision: str | None = None) -> PartialDate:
        """The date that a value writes.

        Args:
            text: as ``value`` gives it.
            precision: ``week`` tells a week from another range of days.

        Raises:
            ValueError: it is of another form, or not in the calendar.
        """
        first, slash, last = text.partition("/")
        found = cls._parse_one(first)
        if not slash:
            return found
        return replace(found, until=cls._parse_one(last), week=precision == "week")

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
        """As ISO 8601 and EDTF write it."""
        written = f"{self.year:04d}" if self.year is not None else "-"
        second = self.month
        for first, part in ((_SEASON, self.season), (_QUARTER, self.quarter), (_HALF, self.half)):
            second = first + part if part is not None else second
        if second is not None:
            written += f"-{second:02d}"
        if self.day is not None:
            written += f"-{self.day:02d}"
        return written if self.until is None else f"{written}/{self.until.value}"

    @property
    def precision(self) -> Precision:
        """What is known of the date; of a range, of its end."""
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
        """Whether the year is known, of a range of both ends."""
        return self.year is not None and (self.until is None or self.until.has_year)

    @property
    def has_day(self) -> bool:
        """Whether the day is known, of a range of its end; a week is no day."""
        return (self.until or self).day is not None and not self.week

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day that it may mean, inclusive; None without a year.

        A season is taken wide, for its borders are drawn in two ways: from the first day of its
        first month to the twentieth of the month after it. A winter may be the one that begins or
        the one that ends in its year. The year 0, which ``datetime`` lacks, counts as the first.
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
        """By time; those without a year last, by month and day. A shorter stretch comes after the
        longer one that it begins: 2014, then January 2014, then 1 January 2014."""
        bounds = self.bounds
        if bounds is not None:
            return False, bounds[0].toordinal(), -bounds[1].toordinal(), 0
        return True, self.month or (3 * self.season if self.season else 0), self.day or 0, 0

    def with_year(self, year: int) -> PartialDate:
        """The same in a year; of a range, its first."""
        return replace(self, year=year)

    def without_year(self) -> PartialDate:
        """The same in no year.

        Raises:
            ValueError: nothing else is known of it.
        """
        return replace(self, year=None)

    def covers(self, other: PartialDate) -> bool:
        """Whether all that is known of this date holds of another one, neither being a range: 2014
        covers 18 November 2014, and so does 18 November."""
        own = (self.year, self.month, self.day, self.season, self.quarter, self.half)
        theirs = (other.year, other.month, other.day, other.season, other.quarter, other.half)
        return all(part is None or part == its for part, its in zip(own, theirs, strict=True))

    def ends(self) -> tuple[PartialDate, ...]:
        """The date itself, or the first and the last of a range."""
        if self.until is None:
            return (self,)
        return replace(self, until=None, week=False), self.until


def week_of(day: date) -> PartialDate:
    """The week of a day, Monday to Sunday.

    Raises:
        OverflowError: it does not lie wholly in the years 1 to 9999.
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
