"""The meaning of the calendar words of one or several languages, and patterns for these words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from rag.language.language import Calendar, Language, Side, Unit
from rag.language.patterns import END, GAP, any_of, either, led_by, listed, plain, template

_Meaning = TypeVar("_Meaning")


class Vocabulary:
    """The calendar words of some languages, by their plain spelling (see ``patterns.plain``).

    If a word has several meanings, the first one counts, in the order of the languages.

    Args:
        languages: the languages.
        elsewhere: whether the text may be in another language. If so, the words of ``only_here``
            are left out.
    """

    def __init__(self, languages: tuple[Language, ...], *, elsewhere: bool = False) -> None:
        self.calendars = tuple(language.calendar for language in languages)
        self._clocks = tuple(language.releases.clock_end for language in languages)
        left_out = set(self.words("only_here")) if elsewhere else set()
        self.months, self.weekdays, self.seasons = (
            {word: meaning for word, meaning in pairs if word not in left_out}
            for pairs in (
                _numbered(calendar.months for calendar in self.calendars),
                _numbered((calendar.weekdays for calendar in self.calendars), first=0),
                _numbered(calendar.seasons for calendar in self.calendars),
            )
        )
        self.ordinals = dict(_numbered(calendar.ordinals for calendar in self.calendars))
        self.last_ordinals = frozenset(map(plain, self.words("last_ordinal")))
        self.doubtful_months = frozenset(self.words("doubtful_months"))
        self.doubtful_seasons = frozenset(self.words("doubtful_seasons"))
        self.numbers = _meanings((plain(w), n) for x in languages for w, n in x.numbers.items())
        self.units = self._by_unit(lambda calendar: calendar.units)
        self.all_units = self.units | self._by_unit(lambda calendar: calendar.plurals)
        self.days = _meanings(
            (plain(word), away)
            for calendar in self.calendars
            for away, words in calendar.relative.days.items()
            for word in listed(words)
            if word not in left_out
        )
        self.sides_before_day = _sides(calendar.sides_before_day for calendar in self.calendars)
        self.sides_after_month = _sides(calendar.sides_after_month for calendar in self.calendars)
        self.sides = self.sides_before_day | self.sides_after_month
        self.after_year = frozenset(self.words("after_year"))
        self.nouns_are_capitalised = any(c.nouns_are_capitalised for c in self.calendars)

    def words(self, field: str) -> list[str]:
        """All words of a field of ``Calendar``, in the spelling of the field."""
        return [word for calendar in self.calendars for word in listed(getattr(calendar, field))]

    def led_by(self, field: str) -> str:
        """The pattern of one of the words of a field and the blank after it."""
        return led_by(self.words(field))

    @cached_property
    def month(self) -> str:
        """The pattern of a month, with or without a full stop."""
        return self.month_of(self.months)

    @cached_property
    def month_first(self) -> str:
        """The same for the languages in which a day may follow its month; ``""`` if none."""
        return self._months_of([one for one in self.calendars if one.month_first])

    @cached_property
    def year_first(self) -> str:
        """The same for the languages in which the year stands first."""
        return self._months_of([one for one in self.calendars if one.year_first])

    def _months_of(self, calendars: Sequence[Calendar]) -> str:
        return self.month_of(dict(_numbered(c.months for c in calendars))) if calendars else ""

    @cached_property
    def before_quantity(self) -> re.Pattern[str]:
        """The pattern of the words before a number that is a quantity."""
        return re.compile(rf"\b{any_of(self.words('before_quantity'))}\s+$", re.IGNORECASE)

    @cached_property
    def after_number(self) -> re.Pattern[str]:
        """The pattern of the number of a day before its month, at the end of a text."""
        of = f"(?:{self.led_by('of_month')})?"
        return re.compile(rf"\d{self.suffix}(?:{GAP}|(?<=\.)){of}$", re.IGNORECASE)

    @cached_property
    def suffix(self) -> str:
        """The pattern of what may follow the digits of a day: letters ("er") or a sign."""
        suffixes = self.words("day_suffixes")
        ends = any_of(suffix for suffix in suffixes if suffix.isalpha())
        signs = any_of(suffix for suffix in suffixes if not suffix.isalpha())
        return rf"(?:\s?(?:{ends}\b|{signs}))?"

    @cached_property
    def weekday(self) -> str:
        """The pattern of a weekday."""
        return any_of(self.weekdays) + END

    @cached_property
    def hour(self) -> str:
        """The pattern of what stands behind the number of an hour."""
        return rf"(?:{either(map(template, self._clocks))}|[ap]\.?m|o.clock)\b"

    @staticmethod
    def month_of(names: Iterable[str]) -> str:
        """The pattern of one of these months, with or without a full stop."""
        return rf"{any_of(names)}(?![^\W\d_]|[\u0300-\u036f])\.?"

    @cached_property
    def abbreviations(self) -> tuple[str, ...]:
        """Short forms of months. A full stop after one belongs to it."""
        full = {plain(listed(m)[0]) for c in self.calendars for m in c.months if m}
        return tuple(
            plain(word)
            for calendar in self.calendars
            for month in calendar.months
            for word in listed(month)[1:]
            if plain(word) in self.months
            and len(word) < len(listed(month)[0])
            and plain(word) not in full
        )

    def _by_unit(self, of: Callable[[Calendar], Mapping[Unit, str]]) -> dict[str, Unit]:
        return _meanings(
            (plain(word), unit)
            for calendar in self.calendars
            for unit, words in of(calendar).items()
            for word in listed(words)
        )


@lru_cache(maxsize=64)
def vocabulary(languages: tuple[Language, ...], *, elsewhere: bool = False) -> Vocabulary:
    """The vocabulary of these languages, made once."""
    return Vocabulary(languages, elsewhere=elsewhere)


def _sides(lists: Iterable[Mapping[Side, str]]) -> dict[str, Side]:
    return _meanings(
        (plain(word), side)
        for sides in lists
        for side, words in sides.items()
        for word in listed(words)
    )


def _numbered(lists: Iterable[tuple[str, ...]], first: int = 1) -> Iterator[tuple[str, int]]:
    """Each word with the number of its group; if it is in several groups, the first counts."""
    pairs = (
        (plain(word), number)
        for groups in lists
        for number, words in enumerate(groups, start=first)
        for word in listed(words)
    )
    return iter(_meanings(pairs).items())


def _meanings(pairs: Iterable[tuple[str, _Meaning]]) -> dict[str, _Meaning]:
    found: dict[str, _Meaning] = {}
    for word, meaning in pairs:
        found.setdefault(word, meaning)
    return found
