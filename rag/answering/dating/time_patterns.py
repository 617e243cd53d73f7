"""The words of time of a language as patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import known, languages
from rag.language.words import any_of
from rag.lazy import regex


class TimePatterns(NamedTuple):
    """Words of time as patterns.

    Attributes:
        in_year: right before a year of any century ("en 476").
        led: right before a year of four figures: a word of time ("fin 1956", "juillet 1789").
        bare: right before a year of four figures, where any word may stand ("endete 1945").
        named: a noun whose name a year is a part of, right before it.
        telling: tells a time by an event or an age, not by a date.
        duration: counted time, at the beginning, with what goes before it.
        since: makes a duration a time: "depuis deux ans".
        clock: a time of day with what leads it: "à partir de 18 heures".
        document: a noun and what may stand between it and its date, at the end.
        through: what leads a document by which something is done, at the end: "par un".
        apart: "before" or "after" an event right before its date, at the end.
        closes: a word that makes a date that of something else, at the end.
        begins, ends: words of a beginning and of an end.
    """

    in_year: re.Pattern[str]
    led: re.Pattern[str]
    bare: re.Pattern[str]
    named: re.Pattern[str]
    telling: re.Pattern[str]
    duration: re.Pattern[str]
    since: re.Pattern[str]
    clock: re.Pattern[str]
    document: re.Pattern[str]
    through: re.Pattern[str]
    apart: re.Pattern[str]
    closes: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]


def straight(text: str) -> str:
    """The text with straight apostrophes, as the words of the languages have them."""
    return text.replace("\u2019", "'")


def patterns_of(code: str | None) -> TimePatterns:
    """The patterns of a language; those of all together where it has none."""
    language = known(code)
    return _patterns((language,) if language.times.telling else tuple(languages().values()))


@lru_cache(maxsize=16)
def _patterns(spoken: tuple[Language, ...]) -> TimePatterns:
    times = [language.times for language in spoken]
    telling = any_of(*(time.telling for time in times))
    numbers = any_of(*(word for language in spoken for word in language.numbers))
    since = any_of(*(language.questions.period.since for language in spoken))
    in_year = any_of(*(time.in_year for time in times))
    before_year = any_of(*(time.before_year for time in times))
    months = any_of(*(_months_and_seasons(language) for language in spoken))
    of = any_of(*(f"{one.calendar.of_month} {one.calendar.of_year}" for one in spoken))
    begins = any_of(*(time.begins for time in times))
    ends = any_of(*(time.ends for time in times))
    units = any_of(*(time.units for time in times))
    before_hours = any_of(*(time.before_hours for time in times))
    hours = any_of(*(time.hours for time in times))
    named = [*(time.named for time in times), *(one.questions.period.numbered for one in spoken)]
    documents = any_of(*(time.documents for time in times))
    through = any_of(*(time.through for time in times))
    of_date = any_of(*(time.of_date for time in times))
    apart = any_of(
        *(f"{one.questions.period.before} {one.questions.period.after}" for one in spoken)
    )
    closes = any_of(*(time.closes for time in times))
    made = [
        rf"{in_year}\s+$",
        rf"(?:{telling}|{before_year}|{months}|{begins}|{ends})\.?\s+(?:{of}\s*)?$",
        r"[^\W\d_]\s+$" if any(time.bare_years for time in times) else r"(?!)",
        rf"(?:{any_of(*named)}|\w(?:{_endings(named)}))\)?\s+(?:{of}\s*)?\(?$",
        telling,
        rf"(?:{telling}\s+)?(?:\d+|{numbers})\s+{units}",
        since,
        rf"(?:{telling}\W+(?:[^\W\d]{{1,3}}\W+){{0,2}})?(?:{before_hours}\s+\d{{1,2}}(?:[.:]\d\d)?"
        rf"|\d{{1,2}}:\d\d|\d{{1,2}}(?:[.:]\d\d)?\s?{hours}|\d{{1,2}}\s?h\s?\d\d)(?:\s?\d\d(?!\d))?",
        rf"(?P<noun>{documents})(?:\s[^.;:,!?\s]+){{0,4}}?\s+{of_date}\s*$",
        rf"(?:{through})\s+(?:\w{{1,5}}['\s]\s*)?$",
        rf"\b(?:{apart})\s+(?P<event>(?:[^\s.;:,()\d]+\s+){{1,4}})(?:[^\W\d]+\s)?$",
        rf"(?P<noun>{closes})\s*(?:\w{{1,3}}\s+)?$",
        begins,
        ends,
    ]
    return TimePatterns(*(regex(pattern, re.IGNORECASE) for pattern in made))


def _months_and_seasons(language: Language) -> str:
    """The names of months and seasons, in the notation of ``any_of``."""
    calendar = language.calendar
    words = [word for names in (*calendar.months, *calendar.seasons) for word in listed(names)]
    return " ".join(word.replace(" ", "_") for word in words)


def _endings(words: list[str]) -> str:
    """Longer words, which may end a compound ("Bundeshaushalt"), joined for a pattern."""
    longer = sorted({word for one in words for word in one.split() if len(word) > 5})
    return "|".join(map(re.escape, longer)) or "(?!)"
