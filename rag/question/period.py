"""Find the period that a question names: "en avril 2022", "before 2020", "2014年".

Dates are found with ``find_dates``, as in releases. Months with their year, and years, are found in
more languages. If the words allow two periods, the wider one is taken. A number that may be a
quantity ("2000 soldats") is not a year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from rag.language import detect_language, find_dates
from rag.language.dates import words_after_year
from rag.language.language import Language
from rag.language.questions import question_months
from rag.language.registry import languages
from rag.language.words import UNSPACED, any_of, unjoined
from rag.lazy import dataclass, regex
from rag.partial_date import PartialDate
from rag.types import Period, Span

_YEAR = r"(?:19|20)[0-9][0-9]"
_HAS_YEAR = regex(_YEAR)
_BARE_YEAR = regex(
    rf"(?<![0-9A-Za-z№#-])(?<![0-9][.,/])(?P<y>{_YEAR})(?:\s?[-–—/]\s?(?P<to>{_YEAR}))?"
    r"(?![0-9A-Za-z])(?!\s?[%€$£°])(?![.,/-][0-9])"
)
_LOOSE = " \u00a0\u202f'’-–—"
_WORD = regex(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Time:
    """A time that a question names.

    Attributes:
        low, high: first and last day.
        start, end: offsets in the question.
        opener: kind of the word before it that leaves a side open: ``before``, ``until``,
            ``after`` or ``since``; ``""`` if there is none.
    """

    low: date
    high: date
    start: int
    end: int
    opener: str = ""


class _Words:
    """The period words of all languages together.

    Attributes:
        months: number of each month, by its case-folded names.
        month_year: a month, or a range of two months, with the year.
        numbered_month: year and month in digits, each with its letter ("2014年3月").
        year_before, year_after: words before or after a number that show that it is a year.
        numbered, counted: words before a number that show that it is not a year.
        goes_on: words that may follow a year, as they are written.
        openers: kind of each opener (see ``_Time``), by the word.
        before_times: words that may stand before a time, including the openers.
        ends: words for "the end".
        between: words that may stand between the two ends of a range.
    """

    def __init__(self, known: tuple[Language, ...]) -> None:
        words = [language.questions.period for language in known]

        def listed(name: str) -> str:
            return any_of(*(getattr(one, name) for one in words))

        def split(*names: str) -> frozenset[str]:
            return unjoined(*(getattr(one, name) for one in words for name in names))

        def pattern(text: str) -> re.Pattern[str]:
            return re.compile(text, re.IGNORECASE)

        self.months = {
            name: number
            for language in known
            for number, names in enumerate(question_months(language), start=1)
            for name in names
        }
        month, to, of = any_of(*self.months), listed("to"), listed("of")
        self.month_year = pattern(
            rf"(?:(?P<from>{month})\s*(?:{to}|[-–—])\s*(?:{of}\s+)?)?(?P<m>{month})"
            rf"(?:\s+{of})?,?\s+(?P<y>{_YEAR})(?![0-9])"
        )
        self.numbered_month = pattern(
            rf"(?P<y>{_YEAR})\s?{listed('after_year')}"
            rf"\s?(?P<m>1[0-2]|0?[1-9])\s?{listed('after_month')}"
        )
        self.year_before = pattern(rf"{listed('year')}\s*$")
        self.year_after = pattern(rf"\s*{listed('after_year')}")
        self.numbered = pattern(rf"{listed('numbered')}\s*$")
        self.counted = pattern(rf"{listed('counted')}\s+$")
        self.goes_on, self.ends = split("goes_on"), split("ends")
        kinds = ("before", "until", "after", "since")
        self.openers = {word: kind for kind in kinds for word in split(kind)}
        self.before_times = split("fillers") | self.ends | self.openers.keys()
        self.between = split("to", "until", "fillers")


def question_period(question: str) -> Period | None:
    """The period that a question names; None if it names none with a year.

    "avant" and the same word in other languages leave the first day open, "après" and "depuis" the
    last day. "entre 2014 et 2020" is one period. Of several times, it is the shortest period that
    contains them all. A day without a year ("le 15 février") and relative words ("hier") give no
    period, because a question has no date of its own.

    Args:
        question: in any language. Names of months are found in the languages whose months are
            known.
    """
    # Digits of all scripts count. Each digit stays one character, so that the offsets stay right.
    text = "".join(str(unicodedata.decimal(character, character)) for character in question)
    times = _joined(text, [_opened(text, time) for time in _times(text)])
    if not times:
        return None
    span = Span(times[0].start, times[-1].end)
    sides = [_sides(time) for time in times]
    lows, highs = [low for low, _ in sides], [high for _, high in sides]
    first, last = [low for low in lows if low], [high for high in highs if high]
    if len(times) == 2 and len(first) == len(last) == 1 and first[0] <= last[0]:
        return Period(first[0], last[0], span)  # "après 2014 et avant 2020"
    low = min(first) if len(first) == len(lows) else None
    high = max(last) if len(last) == len(highs) else None
    return Period(low, high, span) if low or high else None


def _times(text: str) -> list[_Time]:
    """Dates, months and years, in order. If some overlap, the longest is kept."""
    # The language decides only what "04/07/2022" means, so other questions do not need it.
    numeric = re.search(r"[0-9][./-][0-9]{1,2}[./-][0-9]{4}", text) is not None
    language = detect_language(text) if numeric else None
    found: list[_Time] = []
    for expression in find_dates(text, language=language):
        bounds = expression.date.bounds if expression.date else None
        if bounds is not None and bounds[0] <= bounds[1]:
            found.append(_Time(*bounds, expression.start, expression.end))
    if _HAS_YEAR.search(text):
        found += _months(text)
    for match in _BARE_YEAR.finditer(text):
        last = match["to"] or match["y"]
        if match["y"] <= last and _is_year(text, match):
            days = date(int(match["y"]), 1, 1), date(int(last), 12, 31)
            found.append(_Time(*days, *match.span()))
    found.sort(key=lambda time: (time.start - time.end, time.start))
    kept: list[_Time] = []
    for time in found:
        if all(time.end <= other.start or other.end <= time.start for other in kept):
            kept.append(time)
    return sorted(kept, key=lambda time: time.start)


def _months(text: str) -> Iterator[_Time]:
    words = _words()
    for match in (*words.month_year.finditer(text), *words.numbered_month.finditer(text)):
        groups = match.groupdict()
        month = _month_number(match["m"])
        first = _month_number(groups.get("from") or match["m"])
        year = int(match["y"]) - (first > month)  # "entre octobre et mars 2022"
        bounds = PartialDate(int(match["y"]), month).bounds
        if bounds is not None:
            yield _Time(date(year, first, 1), bounds[1], *match.span())


def _month_number(name: str) -> int:
    return int(name) if name.isdigit() else _words().months[name.casefold()]


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether a number from 1900 to 2099 is a year, not a quantity or a part of a name."""
    before, after = text[: match.start()], text[match.end() :]
    words = _words()
    if words.year_before.search(before) or words.year_after.match(after) or match["to"]:
        return True
    if words.numbered.search(before):
        return False
    if re.match(rf"[{UNSPACED}]", after):
        return False  # a quantity: 2000人
    following = re.match(r"\s*([^\W\d_]+)", after)
    if following is None or following[1] in words.goes_on | words_after_year():
        return True
    if words.counted.search(before):
        return False
    year, word = int(match["y"]), following[1]
    if word[0].islower():
        return year % 10 != 0 and not word.endswith("s")
    return year % 100 != 0


def _opened(text: str, time: _Time) -> _Time:
    """The time with its opener, if a word before it is one ("avant le 3 mai 2021")."""
    words = _words()
    own = re.search(r"\d", text[time.start : time.end])
    core = time.start + (own.start() if own else 0)
    for word in _WORD.finditer(text, time.start, core):
        if word[0].casefold() not in words.before_times:
            core = word.start()
            break
    kind, at, begin = "", core, time.start
    open_to: dict[str, str] = {}
    year = (time.high.month, time.high.day) == (12, 31) and text[core].isdigit()
    for word in reversed(list(_WORD.finditer(text, max(0, core - 60), core))):
        name = word[0].casefold()
        if text[word.end() : at].strip(_LOOSE) or name not in words.before_times:
            break
        if name in words.ends:  # "before the end of 2022" may be in 2022
            open_to, begin = {"before": "until"}, min(begin, word.start())
        elif name == "the" and year and text[word.end() : core].isspace():
            open_to = {"before": "until", "after": "since"}  # "before the 2022 summit" too
        at = word.start()
        if name in words.openers:
            kind = open_to.get(words.openers[name], words.openers[name])
            break
    return replace(time, start=min(at, begin), opener=kind) if kind else replace(time, start=begin)


def _joined(text: str, times: list[_Time]) -> list[_Time]:
    """The times, with the two ends of a range ("de 2014 à 2016") joined to one time."""
    joined: list[_Time] = []
    for time in times:
        if joined and _ranges(text, joined[-1], time):
            first = joined.pop()
            last = max(first.high, time.high)
            time = _Time(first.low, last, first.start, time.end)
        joined.append(time)
    return joined


def _ranges(text: str, first: _Time, last: _Time) -> bool:
    if first.opener not in ("", "since") or first.low > last.high:
        return False
    own = re.search(r"\d", text[last.start : last.end])
    between = text[first.end : last.start + (own.start() if own else 0)]
    between_times = _words().between
    words = [word.casefold() for word in _WORD.findall(between)]
    while words and words[-1] not in between_times:
        words.pop()  # the month of the last time
    return (
        not _WORD.sub("", between).strip(_LOOSE)
        and bool(words or between.strip())
        and between_times.issuperset(words)
    )


def _sides(time: _Time) -> tuple[date | None, date | None]:
    """First and last day; None if that side is open."""
    if time.opener == "before":
        return None, time.low - timedelta(days=1)
    if time.opener == "after":
        return time.high + timedelta(days=1), None
    if time.opener == "until":
        return None, time.high
    return time.low, None if time.opener == "since" else time.high


_made = lru_cache(maxsize=4)(_Words)


def _words() -> _Words:
    return _made(tuple(languages().values()))
