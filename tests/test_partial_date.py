"""Dates as far as they are known: what is written is read again, bounds hold, order is time's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.partial_date import PartialDate, week_of

YEARS = st.one_of(st.none(), st.integers(0, 9999))
SINGLE = st.one_of(
    st.builds(PartialDate, st.integers(0, 9999)),
    st.builds(PartialDate, YEARS, st.integers(1, 12)),
    st.builds(PartialDate, YEARS, st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda y, s: PartialDate(y, season=s), YEARS, st.integers(1, 4)),
    st.builds(lambda y, q: PartialDate(y, quarter=q), st.integers(0, 9999), st.integers(1, 4)),
    st.builds(lambda y, h: PartialDate(y, half=h), st.integers(0, 9999), st.integers(1, 2)),
)
DAYS = st.dates(date(1, 1, 10), date(9999, 12, 1))


@given(SINGLE, st.one_of(st.none(), SINGLE))
def test_what_is_written_is_read_again(first: PartialDate, last: PartialDate | None) -> None:
    whole = first
    if last is not None:
        whole = PartialDate(
            first.year, first.month, first.day, first.season, first.quarter, first.half, last
        )
    assert PartialDate.parse(whole.value, whole.precision) == whole


@given(DAYS)
def test_a_week_is_read_again_and_runs_from_monday_to_sunday(day: date) -> None:
    week = week_of(day)
    assert week.precision == "week"
    assert PartialDate.parse(week.value, "week") == week
    assert week.bounds is not None
    first, last = week.bounds
    assert (first.weekday(), (last - first).days) == (0, 6)
    assert first <= day <= last


@given(SINGLE)
def test_only_what_has_a_year_has_bounds(one: PartialDate) -> None:
    assert (one.bounds is None) == (one.year is None)
    if one.bounds is not None:
        assert one.bounds[0] <= one.bounds[1]


@pytest.mark.parametrize(
    ("value", "precision", "low", "high"),
    [
        ("2014-11-18", "day", "2014-11-18", "2014-11-18"),
        ("2016-02", "month", "2016-02-01", "2016-02-29"),
        ("2014", "year", "2014-01-01", "2014-12-31"),
        ("2014-21", "season", "2014-03-01", "2014-06-20"),
        ("2014-23", "season", "2014-09-01", "2014-12-20"),
        ("2014-24", "season", "2014-01-01", "2015-03-20"),
        ("2014-34", "quarter", "2014-04-01", "2014-06-30"),
        ("2014-40", "half-year", "2014-01-01", "2014-06-30"),
        ("2014-41", "half-year", "2014-07-01", "2014-12-31"),
        ("2022-04-06/2022-04-07", "day", "2022-04-06", "2022-04-07"),
        ("2014/2020", "year", "2014-01-01", "2020-12-31"),
        ("0000", "year", "0001-01-01", "0001-12-31"),
    ],
)
def test_first_and_last_day(value: str, precision: str, low: str, high: str) -> None:
    read = PartialDate.parse(value)
    assert read.precision == precision
    assert read.bounds == (date.fromisoformat(low), date.fromisoformat(high))


@pytest.mark.parametrize(
    "text",
    ["", "2014-13", "2014-20", "2014-25", "2014-37", "2014-42", "2014-02-30", "--", "-01", "--13",
     "--33", "--02-30", "14", "2014-1", "2014-11-18-01", "2014/", "/2014"],
)  # fmt: skip
def test_what_the_calendar_has_not_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        PartialDate.parse(text)


def test_order_is_that_of_time_and_without_a_year_last() -> None:
    values = ["2014", "2014-01", "2014-01-01", "2014-21", "2014-11-18", "2015", "--01", "--02-15"]
    read = [PartialDate.parse(value) for value in values]
    assert sorted(set(read), key=lambda one: one.sort_key) == read


@given(SINGLE, SINGLE)
def test_a_date_covers_what_it_is_a_part_of(one: PartialDate, other: PartialDate) -> None:
    assert one.covers(one)
    if one.covers(other) and one.bounds and other.bounds:
        assert one.year == other.year
