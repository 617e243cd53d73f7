"""Patterns of relative dates and of parts of a year, and functions that read a match.

Relative dates need the release's date ("hier", "au printemps"). Parts of a year have their year
("third quarter 2024"). The patterns are those of one language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, partial

from rag.language.language import Side, Unit
from rag.language.meaning import Reader, Reading, Relation
from rag.language.patterns import (
    A_YEAR,
    DASH,
    DAY,
    END,
    GAP,
    START,
    YEAR,
    Pattern,
    anchors,
    any_of,
    listed,
    plain,
    template,
)
from rag.language.stated import month_of
from rag.language.vocabulary import Vocabulary
from rag.lazy import regex
from rag.partial_date import PartialDate

_STEPS: dict[Side | None, int] = {"last": -1, "this": 0, "next": 1}
# What stands before a doubtful season that has no word before it: "(Herbst 2025)".
_CLAUSE_BEGINS = regex(r"(?:\A|[\r\n([«“\":;,])\s*\Z")
# A part of the year, the fields of its nouns and of its codes, and how many make a year.
_PARTS: tuple[tuple[Unit, str, str, int], ...] = (
    ("quarter", "quarters", "quarter_codes", 4),
    ("half", "halves", "half_codes", 2),
)
_NOT_WITHIN = r"(?<![\w\u0300-\u036f.,-])"
# Behind a weekday: it is the one of this date ("vendredi 23/04/2021").
_NO_DATE_BEHIND = rf"(?!,?{GAP}\d{{1,2}}[./-]\d{{1,2}}[./-]\d)"
_PLAIN_WORDS = regex(r"[^\W\d_]+\??(?:\|[^\W\d_]+\??)*")


def period_patterns(words: Vocabulary) -> Iterator[tuple[Pattern, Reader]]:
    """Patterns of seasons, quarters and halves with their year, each with its reader."""
    named = cache(partial(_named, words, with_year=True))
    years = frozenset({A_YEAR})

    def before_year(name: str, between: str = "") -> str:
        before = rf"{START}(?<!-)(?P<lead>{words.led_by('before_period')})?"
        of = rf"{GAP}(?:{words.led_by('of_period')})?"
        year = rf"(?P<y>{YEAR})(?:\s?(?:/|{DASH})\s?(?P<to>{YEAR}|\d\d))?(?![\w%]|[.,/-]\d)"
        return f"{before}{named()[name]}(?:{of}{between}){year}"

    def code_after_year(unit: Unit, codes: str, most: int) -> str:
        code = any_of(words.words(codes))
        return rf"{START}(?P<y>{YEAR})[\s-]?(?-i:{code})(?P<{unit}_digit>[1-{most}]){END}"

    yield Pattern(partial(before_year, "season"), anchors(words.seasons), years), _season_of_year
    for unit, nouns, codes, most in _PARTS:
        needed = anchors(_nouns(words, nouns, with_year=True)).union(words.words(codes))
        reader = partial(_part_of_year, unit=unit, most=most)
        yield Pattern(partial(before_year, unit, f"|{DASH}|/"), needed, years), reader
        if words.words(codes):
            yield Pattern(partial(code_after_year, unit, codes, most), needed, years), reader


def relative_patterns(words: Vocabulary) -> Iterator[tuple[Pattern, Reader]]:
    """Patterns of relative dates, and of words that only look like one, each with its reader."""
    relative = words.calendars[0].relative
    named = cache(partial(_named, words))
    needs = {
        "day": anchors(words.days),
        "count": anchors(words.all_units),
        "unit": anchors(words.units),
        "season": anchors(words.seasons),
        "span": anchors([*words.units, *words.seasons]),
        "weekday": anchors(words.weekdays),
        "weekday_and_day": anchors(words.weekdays),
        "month": anchors(words.months),
    } | {
        unit: anchors(words.words(nouns)).union(words.words(codes))
        for unit, nouns, codes, _ in _PARTS
    }
    sides = relative.sides
    kinds: tuple[tuple[tuple[str, ...], Reader], ...] = (
        (relative.not_dates, _no_date),
        (("{weekday_and_day}",), _weekday_and_day),
        (("{day}",), _adverb),
        (relative.today, _today),
        (relative.ago, partial(_counted, sign=-1)),
        (relative.ahead, partial(_counted, sign=1)),
        (relative.ahead_or_lasting, partial(_counted, sign=1, lasting=True)),
        (sides.last, partial(_beside_release, side="last")),
        (sides.next, partial(_beside_release, side="next")),
        (sides.this, partial(_beside_release, side="this")),
        (relative.story, _story),
        (relative.plain, partial(_beside_release, side=None)),
    )
    for templates, reader in kinds:
        for text in templates:
            yield Pattern(partial(_relative, text, named), *_needs(text, needs)), reader


def _relative(text: str, named: Callable[[], dict[str, str]]) -> str:
    """The regular expression of a template."""
    begin = _NOT_WITHIN if "{count}" in text else START
    return f"{begin}{template(text, named())}{END}"


def _named(words: Vocabulary, *, with_year: bool = False) -> dict[str, str]:
    """The regular expressions of the names in templates, for one language.

    Args:
        with_year: whether a year follows. Only then do "half" and "last quarter" name a part of a
            year.
    """
    (calendar,) = words.calendars
    relative = calendar.relative
    parts = listed(relative.parts_of_day)
    part = f"(?:{GAP}{any_of(parts)}{END})?" if parts else ""
    vague = f"(?:(?P<vague>{any_of(listed(relative.vague))}){GAP})?"
    units = {word: unit for word, unit in words.units.items() if unit != "day"}
    unit = f"(?P<unit>{any_of(units)}){END}"
    season = f"(?P<season>{any_of(words.seasons)}){END}"
    named = {
        "day": f"(?P<day>{any_of(words.days)}){END}{part}",
        "count": rf"{vague}(?P<n>\d{{1,3}}|{any_of(words.numbers)}){GAP}"
        f"(?P<unit>{any_of(words.all_units)}){END}",
        "unit": unit,
        "season": season,
        "span": f"(?:{unit}|{season})",
        "weekday": f"(?P<weekday>{words.weekday}){_NO_DATE_BEHIND}",
        "weekday_and_day": _before_day(words) + f"(?P<weekday>{words.weekday})(?:,?{GAP}"
        rf"{words.led_by('after_weekday')}|,(?={GAP}\d+[.,])(?:{GAP})|{GAP})"
        rf"(?P<d>{DAY}){words.suffix}(?![\w:%]|[.,/-]\d|{GAP}\d{{3}}|\s?{words.hour})",
        "month": f"(?P<m>{words.month})",
    }
    ordinal = any_of([*words.ordinals, *(words.last_ordinals if with_year else ())])
    for which, nouns, codes, most in _PARTS:
        code = any_of(words.words(codes))
        noun = any_of(_nouns(words, nouns, with_year=with_year))
        named[which] = (
            rf"(?P<{which}>(?P<{which}_ordinal>{ordinal})(?:{GAP}|{DASH}|(?<=\.))"
            rf"{noun}{END}"
            rf"|(?-i:{code})(?P<{which}_digit>[1-{most}]){END}"
            rf"|(?P<{which}_first>[1-{most}])\s?(?-i:{code}){END})"
        )
    return named


def _before_day(words: Vocabulary) -> str:
    """The pattern of the words that may stand before a day of the month."""
    return f"(?:{words.led_by('before_day')})?" if words.words("before_day") else ""


def _nouns(words: Vocabulary, field: str, *, with_year: bool) -> list[str]:
    loose = words.words("halves_of_anything") if with_year and field == "halves" else []
    return [*words.words(field), *loose]


def _needs(text: str, needs: dict[str, frozenset[str]]) -> list[frozenset[str]]:
    """Sets of words. Every match of a template holds at least one word of each set.

    There is a set for each name outside all groups, for each group of plain words, and for the
    longest word outside all groups.

    Raises:
        ValueError: the template has none of these.
    """
    outside, groups = _outermost(text)
    found = [needs[name] for name in re.findall(r"\{([a-z_]+)\}", outside)]
    for group in groups:
        found.append(anchors(form for word in group.split("|") for form in _forms(word)))
    words = [word for word in re.split("[ '-]", outside) if word.isalpha()]
    if words:
        found.append(anchors([max(reversed(words), key=len)]))
    if not found:
        raise ValueError(f"no word that every match holds: {text}")
    return found


def _outermost(text: str) -> tuple[str, list[str]]:
    """A template with ``|`` instead of each outermost group, and the groups of whole words.

    Lookarounds are removed.
    """
    outside, groups, depth, begin = "", [], 0, 0
    for at, letter in enumerate(text):
        if letter == "(" and depth == 0:
            begin = at + 1
        depth += (letter == "(") - (letter == ")")
        if letter == ")" and depth == 0:
            beside = outside[-1:] + text[at + 1 : at + 2]
            if _PLAIN_WORDS.fullmatch(text, begin, at) and not beside.strip():
                groups.append(text[begin:at])
            outside += "" if text[begin] == "?" else "|"
        elif depth == 0:
            outside += letter
    return outside, groups


def _forms(word: str) -> tuple[str, ...]:
    """The word; with an optional last letter ("s?"), the word with and without the letter."""
    return (word[:-1], word[:-2]) if word.endswith("?") else (word,)


def _season_of_year(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading | None:
    season = words.seasons.get(plain(match["season"]))
    before = match.string[max(0, match.start() - 20) : match.start()]
    spelt = unicodedata.normalize("NFC", match["season"])
    doubtful = spelt in words.doubtful_seasons and not _CLAUSE_BEGINS.search(before)
    if match["lead"] is None and (doubtful or before[-1:] in ("'", "\u2019")):
        return None
    year, to = int(match["y"]), match["to"]
    if to is not None and int(to) % 100 != (year + 1) % 100:
        return None
    return Reading(PartialDate(year, season=season))


def _part_of_year(
    match: re.Match[str], words: Vocabulary, _ambiguous: bool, *, unit: Unit, most: int
) -> Reading | None:
    number = _number(match, words, unit, most)
    if number is None or match.groupdict().get("to"):
        return None
    year = int(match["y"])
    return Reading(part_of_year(unit, number, year))


def part_of_year(unit: Unit | None, number: int, year: int | None) -> PartialDate:
    """The month, season, quarter or half with a number.

    Args:
        unit: ``month``, ``season`` or ``quarter``; anything else is a half.
        number: from 1 on.
        year: None if it is not known. A quarter and a half need a year.

    Raises:
        ValueError: the number is out of range, or the year of a quarter or a half is missing.
    """
    if unit == "month":
        return PartialDate(year, number)
    if unit == "season":
        return PartialDate(year, season=number)
    return (
        PartialDate(year, quarter=number) if unit == "quarter" else PartialDate(year, half=number)
    )


def _number(match: re.Match[str], words: Vocabulary, unit: Unit, most: int) -> int | None:
    """The number of the quarter or half that a match names; None if there is no such one."""
    groups = match.groupdict()
    digit = groups.get(f"{unit}_digit") or groups.get(f"{unit}_first")
    if digit:
        return int(digit)
    ordinal = plain(groups.get(f"{unit}_ordinal") or "")
    number = most if ordinal in words.last_ordinals else words.ordinals.get(ordinal)
    return number if number is not None and number <= most else None


def _no_date(_match: re.Match[str], _words: Vocabulary, _ambiguous: bool) -> Reading:
    return Reading(is_date=False)


def _story(_match: re.Match[str], _words: Vocabulary, _ambiguous: bool) -> Reading:
    return Reading(relation=Relation(fixed=False))


def _today(_match: re.Match[str], _words: Vocabulary, _ambiguous: bool) -> Reading:
    return Reading(relation=Relation(unit="day", count=0))


def _adverb(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading:
    return Reading(relation=Relation(unit="day", count=words.days[plain(match["day"])]))


def _weekday_and_day(match: re.Match[str], words: Vocabulary, _ambiguous: bool) -> Reading:
    """ "lundi 3"."""
    weekday, day = words.weekdays[plain(match["weekday"])], int(match["d"])
    return Reading(relation=Relation(unit="day", number=day, weekday=weekday))


def _counted(
    match: re.Match[str], words: Vocabulary, _ambiguous: bool, *, sign: int, lasting: bool = False
) -> Reading:
    """A number of units before or after the release's date."""
    spelt, unit = plain(match["n"]), words.all_units[plain(match["unit"])]
    count = words.numbers.get(spelt) or int(spelt)
    weeks = words.calendars[0].relative.weeks.get(count) if unit == "day" else None
    if weeks is not None:
        count, unit = weeks, "week"
    fixed = match["vague"] is None
    return Reading(relation=Relation(unit=unit, count=sign * count, fixed=fixed, lasting=lasting))


def _beside_release(
    match: re.Match[str], words: Vocabulary, _ambiguous: bool, *, side: Side | None
) -> Reading | None:
    """The last, this or the next weekday, week, month, season …; ``side`` None: the nearest."""
    groups = match.groupdict()
    if groups.get("weekday"):
        weekday = words.weekdays[plain(match["weekday"])]
        return Reading(relation=Relation(side=side, weekday=weekday))
    if groups.get("unit"):
        unit = words.units[plain(match["unit"])]
        return Reading(relation=Relation(unit=unit, count=_STEPS[side]))
    if groups.get("season"):
        season = words.seasons[plain(match["season"])]
        if side is None:
            return Reading(PartialDate(season=season))
        return Reading(relation=Relation(side=side, unit="season", number=season))
    if groups.get("m"):
        month = month_of(match, words)  # in "this may", "may" is a verb
        return Reading(relation=Relation(side, "month", number=month)) if month else None
    for unit, _nouns, _codes, most in _PARTS:
        if groups.get(unit):
            number = _number(match, words, unit, most)
            return Reading(relation=Relation(side, unit, number=number)) if number else None
    return None
