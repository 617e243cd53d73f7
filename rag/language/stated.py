"""Patterns of dates that state their day, month or year, and functions that read a match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from rag.language.meaning import Reader, Reading, Relation
from rag.language.patterns import (
    A_DAY,
    A_DOTTED_NUMBER,
    A_YEAR,
    DASH,
    DAY,
    GAP,
    YEAR,
    Pattern,
    anchors,
    any_of,
    plain,
)
from rag.language.vocabulary import Vocabulary
from rag.lazy import regex
from rag.partial_date import PartialDate

_NUMERIC_DAY = r"(?:0?[1-9]|[12]\d|3[01])\."
_NUMERIC_MONTH = r"(?:0?[1-9]|1[0-2])"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LAST_WORD = regex(r"(?<![^\W_])([^\W\d_]{3,})\.?,?[\s\u00a0]*$")
_NEXT_WORD = regex(r"[\s\u00a0\u202f]*([^\W\d_]+|\S|$)")


def stated_patterns(words: Vocabulary) -> Iterator[tuple[Pattern, Reader]]:
    """The patterns of some languages, each with its reader; the fullest expressions come first."""
    months, years = anchors(words.months), frozenset({A_YEAR})
    days, dotted = frozenset({A_DAY}), frozenset({A_DOTTED_NUMBER})

    def optional(field: str) -> str:
        there = words.words(field)
        return f"(?:{words.led_by(field)})?" if there else ""

    month, weekday, suffix = words.month, words.weekday, words.suffix
    ordinal_dot = "." in words.words("day_suffixes")
    gap = rf"(?:{GAP}|(?<=\.))" if ordinal_dot else GAP  # "8.Oktober"
    of_month, of_year = optional("of_month"), optional("of_year")
    named = rf"(?:(?P<weekday>{weekday}),?{GAP}{optional('after_weekday')})?"
    on = optional("before_day")
    if words.sides_before_day:
        on += rf"(?:(?P<side>{any_of(words.sides_before_day)}){GAP}{optional('after_weekday')})?"
    on += named
    # Each day of several may have its weekday: "du lundi 3 au mercredi 5 mai".
    on_day = rf"(?:{weekday},?{GAP}{optional('after_weekday')})?"
    between = f"(?P<between>{words.led_by('between')})|" if words.words("between") else ""
    several = f"(?:{between}{words.led_by('before_days')})?{on_day}"
    second = optional("before_second_day")
    until = rf"(?:,?{GAP}{words.led_by('until')}{second}|\s?{DASH}\s?){on_day}"
    and_ = (
        rf"(?P<more>(?:,{GAP}{on_day}{DAY}{suffix}){{0,5}}),?"
        rf"{GAP}(?P<and>{any_of(words.words('and_'))}){GAP}{second}{on_day}"
    )
    # Between two months, "and" stands for a range only behind "between".
    to = rf"(?:{until}|(?(between){and_}|(?!)))" if between else until
    first, last = (rf"(?P<d{n}>{DAY}){suffix}" for n in (1, 2))

    yield _rule(
        _iso,
        (years, days, days),
        rf"(?<![\w/-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{DAY})"
        r"(?=t\d\d:?\d\d|(?![\w/-]))",
    )
    yield _rule(
        _roman,
        (years, days),
        rf"(?<![\w./-])(?P<d>{DAY})(?P<sep>[./ -]|\. )(?P<m>[IVX]{{1,4}})(?P=sep)(?P<y>{YEAR})"
        r"(?![\w/-])",
    )
    nouns = words.words("year_nouns")
    noun = rf"(?:{GAP}{any_of(nouns)}(?![^\W\d_]))?" if nouns else ""
    if ordinal_dot:
        yield _rule(
            _dotted,
            (years, dotted, dotted),
            rf"(?<![\w./-])(?:{several}(?P<d1>{_NUMERIC_DAY})(?:\s?(?P<m1>{_NUMERIC_MONTH})\.)?{until})?"
            rf"(?P<d>{_NUMERIC_DAY})\s?(?P<m>{_NUMERIC_MONTH})\.\s?(?P<y>{YEAR})(?![\w/-])",
        )
    yield _rule(
        _numeric,
        (years, days, days),
        rf"(?<![\w./-])(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>{YEAR})(?![\w/-])"
        rf"{noun}",
    )
    yield _rule(
        _day,
        (months, years, days),
        rf"(?<![\w-])(?P<d>{DAY})-(?P<m>{month})-(?P<y>{YEAR})(?![\w-])",
    )
    y1, y2 = (rf"{GAP}{of_year}(?P<y{n}>{YEAR}){noun}" for n in (1, 2))
    y = rf"{GAP}{of_year}(?P<y>{YEAR}){noun}"
    year_first = words.year_first
    if year_first:
        yield _rule(
            _day,
            (months, days),
            rf"(?<![\w/.-])(?P<y>{YEAR})\.?{GAP}(?P<m>{year_first}){GAP}(?P<d>{DAY})(?:\.|(?!\d))",
        )
    month_first = words.month_first
    if month_first:
        yield _rule(
            _two_months,
            (months, months, days, days),
            rf"\b{several}(?P<m1>{month_first}){GAP}{first}(?:,?{y1})?{to}"
            rf"(?P<m2>{month_first}){GAP}{last}(?:,?{y2})?(?!\d)",
        )
    yield _rule(
        _two_months,
        (months, months, days, days),
        rf"\b{several}{first}{gap}{of_month}(?P<m1>{month})(?:{y1})?{to}"
        rf"{last}{gap}{of_month}(?P<m2>{month})(?:,?{y2})?(?!\d)",
    )
    yield _rule(
        _days,
        (months, days, days),
        rf"\b{several}{first}(?:{and_}|{until}|/){last}{gap}{of_month}(?P<m>{month})(?:,?{y})?(?!\d)",
    )
    if month_first:
        yield _rule(
            _days,
            (months, days, days),
            rf"\b{several}(?P<m>{month_first}){GAP}{first}(?:{and_}|{until}){last}(?:,?{y})?"
            rf"(?!\d|\s?{words.hour})",
        )
    yield _rule(
        _day,
        (months, days),
        rf"(?<![\d/.,-]){on}(?<!\d)(?P<d>{DAY}){suffix}{gap}{of_month}(?P<m>{month})(?:,?{y})?(?!\d)",
    )
    if month_first:
        yield _rule(
            _day,
            (months, days),
            rf"\b{optional('before_month_day')}{named}"
            rf"(?P<m>{month_first}){GAP}(?P<d>{DAY}){suffix}"
            rf"(?:(?:,{GAP}|,|{GAP})(?P<y>{YEAR})(?![\d%]|[.,]\d)|(?!\d|{GAP}?\d|[.,]\d|%))",
        )
    yield _rule(
        _month, (months, years), rf"\b{optional('before_month_year')}(?P<m>{month}){y}(?!\d)"
    )
    after = any_of(words.sides_after_month)
    side = f"(?:{GAP}(?P<side>{after}))?"
    yield _rule(_month, (months,), rf"\b{words.led_by('before_month')}(?P<m>{month}){side}(?!\w)")
    sure = words.led_by("surely_before_year")
    yield _rule(
        _year,
        (years,),
        rf"\b(?:(?P<sure>{sure})|{words.led_by('before_year')})(?P<y>{YEAR})(?![\w%]|[.,]\d)",
    )


def _rule(reader: Reader, needs: tuple[frozenset[str], ...], spelt: str) -> tuple[Pattern, Reader]:
    return Pattern(spelt, *needs), reader


def is_year(match: re.Match[str], words: Vocabulary) -> bool:
    """Whether a number, for example after "en" or "in", is a year and not a quantity."""
    if words.before_quantity.search(match.string, max(0, match.start() - 12), match.start()):
        return False
    following = _NEXT_WORD.match(match.string, match.end(), match.end() + 32)
    word = following.group(1) if following else ""
    if not word or not word[0].isalpha():
        return True
    return word in words.after_year or (word[0].isupper() and not words.nouns_are_capitalised)


def month_of(match: re.Match[str], words: Vocabulary, group: str = "m") -> int | None:
    """The month that a match names, 1 to 12; None if it names none.

    If the name is also another word ("may"), it counts only with a day and a year.
    """
    word = unicodedata.normalize("NFC", match[group]).rstrip(".")
    groups = match.groupdict()
    if word in words.doubtful_months and not (groups.get("d") and groups.get("y")):
        return None
    return words.months.get(plain(word))


def _iso(match: re.Match[str], _words: Vocabulary, _ambiguous: bool) -> Reading | None:
    return _read(_date(int(match["y"]), int(match["m"]), int(match["d"])))


def _roman(match: re.Match[str], _words: Vocabulary, _ambiguous: bool) -> Reading | None:
    """ "12.XII.2004"."""
    if match["m"] not in _ROMAN:
        return None
    return _read(_date(int(match["y"]), _ROMAN.index(match["m"]) + 1, int(match["d"])))


def _numeric(match: re.Match[str], words: Vocabulary, ambiguous: bool) -> Reading | None:
    a, b, year = (int(match[group]) for group in "aby")
    day_first, month_first = _date(year, b, a), _date(year, a, b)
    if ambiguous and day_first and month_first and day_first != month_first:
        ahead = _LAST_WORD.search(match.string, max(0, match.start() - 16), match.start())
        name = plain(ahead[1]) if ahead else "?"
        weekdays = {n for full, n in words.weekdays.items() if full.startswith(name)}
        read = [
            one
            for one in (day_first, month_first)
            if one.bounds is not None and one.bounds[0].weekday() in weekdays
        ]
        return _read(read[0]) if len(read) == 1 else None  # "Wed, 05/12/2021" is in May
    return _read(day_first or month_first)


def _dotted(match: re.Match[str], _words: Vocabulary, _ambiguous: bool) -> Reading | None:
    """ "8. 10. 2019", "9.-12.3.2022", "28.2.-3.3.2022"."""
    year, month = int(match["y"]), int(match["m"])
    last = _date(year, month, int(match["d"].rstrip(".")))
    if match["d1"] is None:
        return _read(last)
    month = int(match["m1"] or month)
    return _read(_range(_date(year, month, int(match["d1"].rstrip("."))), last))


def _year(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading | None:
    return _read(_date(int(match["y"]))) if match["sure"] or is_year(match, words) else None


def _month(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading | None:
    month = month_of(match, words)
    before = match.string[max(0, match.start("m") - 12) : match.start("m")]
    if month is None or words.after_number.search(before):
        return None  # part of a day that does not exist ("31 février 2022")
    groups = match.groupdict()
    return _read(
        _date(int(groups["y"]) if groups.get("y") else None, month), _relation(match, words)
    )


def _day(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading | None:
    month = month_of(match, words)
    if month is None:
        return None
    year = int(match["y"]) if match["y"] else None
    return _read(_date(year, month, int(match["d"])), _relation(match, words))


def _days(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading | None:
    month, days = month_of(match, words), (int(match["d1"]), int(match["d2"]))
    between = match.groupdict().get("between")
    if month is None or days[1] <= days[0]:
        return None
    listed = [days[0], *map(int, re.findall(r"\d+", match["more"] or "")), days[1]]
    if match["and"] and not between and listed != list(range(days[0], days[1] + 1)):
        return None  # with days between them, they are not a range
    year = int(match["y"]) if match["y"] else None
    return _read(_range(_date(year, month, days[0]), _date(year, month, days[1])))


def _two_months(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading | None:
    months = month_of(match, words, "m1"), month_of(match, words, "m2")
    if months[0] is None or months[1] is None:
        return None
    last_year = int(match["y2"]) if match["y2"] else None
    first_year = int(match["y1"]) if match["y1"] else last_year
    if match["y1"] is None and last_year is not None and months[0] > months[1]:
        first_year = last_year - 1  # "du 30 décembre au 2 janvier 2023"
    first = _date(first_year, months[0], int(match["d1"]))
    return _read(_range(first, _date(last_year, months[1], int(match["d2"]))))


def _relation(match: re.Match[str], words: Vocabulary) -> Relation | None:
    """The weekday and the side that the words of a date name."""
    groups = match.groupdict()
    weekday = words.weekdays.get(plain(groups.get("weekday") or ""))
    side = words.sides.get(plain(groups.get("side") or ""))
    return None if weekday is None and side is None else Relation(side=side, weekday=weekday)


def _range(first: PartialDate | None, last: PartialDate | None) -> PartialDate | None:
    return replace(first, until=last) if first and last else None


def _date(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """A date; None if it does not exist."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _read(date: PartialDate | None, relation: Relation | None = None) -> Reading | None:
    return None if date is None else Reading(date, relation)
