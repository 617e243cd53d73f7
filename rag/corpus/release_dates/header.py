"""Dates in short texts that state little else: a header line, a dateline, a file's name.

There a year may have two digits ("19/08/03"), and blanks may stand between the parts of a date.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

from rag.language.dates import find_dates
from rag.language.registry import dated, languages
from rag.lazy import dataclass, regex
from rag.partial_date import PartialDate

_OLDEST = 1900
# If a date with two-digit numbers can be read in several ways, a reading that lies more than this
# many years back does not count.
_RECENT = 50
_FIRST = "元"  # the number of the first year of an era
_SHORT = regex(
    r"(?<![\w./-])(?P<a>\d{1,2})(?P<sep>[./ -]|\. )(?P<b>\d{1,2})(?P=sep)(?P<c>\d\d)"
    r"(?![\w/-]|[.,:]\d)"
)
_YEAR_FIRST = regex(
    r"(?<![\w./-])(?P<y>(?:19|20)\d\d)(?P<sep>[./ ])(?P<m>0?[1-9]|1[0-2])(?P=sep)"
    r"(?P<d>0?[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
)
_YEAR_LAST = regex(
    r"(?<![\w./-])(?P<a>\d{1,2})(?P<sep> |\. | - | / )(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)"
    r"(?![\w/-]|[.,]\d)"
)
# "3 mai 21", and "22 octubre, 2020" as sites write it.
_YEAR_BEHIND = regex(
    r"(?:\s?['’]?(\d\d)|,\s((?:19|20)\d\d))(?![\w.,:%/-]|\s?(?:[h:]|uhr|o'clock)\b|\s\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A date in a line, ``text[start:end]``.

    Attributes:
        unsure: whether it could also be read as another date.
    """

    start: int
    end: int
    date: PartialDate
    unsure: bool = False


def header_dates(text: str, start: int, end: int, language: str | None) -> list[HeaderDate]:
    """The dates in ``text[start:end]``, in order, written in any language: a header is often in
    another language than the text.

    Dates that no release can have are left out: parts of a year such as seasons, days more than a
    year in the future, and days before 1900.

    Args:
        language: of the text, ISO 639-1; None if it is not known.
    """
    found: list[HeaderDate] = []
    for one in find_dates(text, start, end, language=language, all_languages=True):
        if one.date is None or not one.can_date_a_release:
            continue
        at, stated, unsure = one.end, one.date, False
        if stated.year is None and stated.day is not None and stated.until is None:
            year = _YEAR_BEHIND.match(text, one.end, end)
            if year:
                number = century(int(year[1])) if year[1] else int(year[2])
                with suppress(ValueError):  # 29 February of another year
                    at, stated = year.end(), stated.with_year(number)
        if is_plausible(stated):
            found.append(HeaderDate(one.start, at, stated, unsure))
    for pattern in (_with_signs(), _YEAR_FIRST, _YEAR_LAST, _SHORT):
        for match in pattern.finditer(text, start, end):
            low, high = match.span()
            within = [one for one in found if one.start < high and low < one.end]
            if any(one.date.has_day for one in within):
                continue
            readings = _readings(match, language)
            if readings:
                found = [one for one in found if one not in within]
                found.append(HeaderDate(low, high, readings[0], len(readings) > 1))
    return sorted(found, key=lambda one: one.start)


@cache
def _with_signs() -> re.Pattern[str]:
    """A day whose numbers have signs behind them, in Chinese, Japanese and Korean, also in the
    years of an era, and with the weekday in brackets behind them."""
    signs = [one.calendar.day_signs for one in languages().values() if one.calendar.day_signs]
    year, month, day = ("|".join(dict.fromkeys(column)) for column in zip(*signs, strict=True))
    return re.compile(
        rf"(?<!\d)(?:(?P<era>{'|'.join(_eras())})\s?(?P<n>\d{{1,3}}|{_FIRST})|(?P<y>(?:19|20)\d\d))"
        rf"\s?(?:{year})\s?(?P<m>0?[1-9]|1[0-2])\s?(?:{month})\s?"
        rf"(?P<d>0?[1-9]|[12]\d|3[01])\s?(?:{day})(?:\s?[（(]\w{{1,3}}[)）])?"
    )


@cache
def _eras() -> dict[str, int]:
    """The year before the first one of each era."""
    return {name: before for one in languages().values() for name, before in one.calendar.eras}


def century(year: int) -> int:
    """The year of two digits: the latest one with these digits up to the next year."""
    return year + 2000 if year + 2000 <= date.today().year + 1 else year + 1900


def is_plausible(stated: PartialDate) -> bool:
    """Whether a release can have that date: from 1900 to a year from today."""
    bounds = stated.bounds
    if bounds is None:
        return True
    return bounds[0].year >= _OLDEST and bounds[0] <= date.today() + timedelta(days=366)


def _readings(match: re.Match[str], language: str | None) -> list[PartialDate]:
    """The dates that some numbers may mean, the likeliest first; none if that cannot be decided."""
    parts = match.groupdict()
    if "d" in parts:
        year = int(parts["y"] or 0)
        if parts.get("era"):
            year = _eras()[parts["era"]] + (1 if parts["n"] == _FIRST else int(parts["n"]))
        return _dates([(year, int(parts["m"]), int(parts["d"]))])
    own = dated(language)
    a, b = int(parts["a"]), int(parts["b"])
    year = int(parts["y"]) if parts.get("y") else century(int(parts["c"]))
    day_first = _dates([(year, b, a), (year, a, b)])
    if own is not None and own.calendar.numeric_is_ambiguous and len(day_first) > 1:
        return []
    del day_first[1:]
    if parts.get("c") is None or len(parts["a"]) < 2 or len(parts["b"]) < 2:
        return day_first
    recent = date.today().year - _RECENT
    read = [*day_first, *_dates([(century(a), b, int(parts["c"]))])]
    likely = [one for one in read if one.year is not None and one.year >= recent]
    return list(dict.fromkeys(likely)) or day_first


def _dates(parts: list[tuple[int, int, int]]) -> list[PartialDate]:
    read: list[PartialDate] = []
    for year, month, day in parts:
        try:
            one = PartialDate(year, month, day)
        except ValueError:
            continue
        if is_plausible(one) and one not in read:
            read.append(one)
    return read
