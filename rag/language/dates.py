"""Find date expressions in a text, with the words of its language.

What is not stated stays unknown: ``le 15 février`` has no year, ``En janvier`` has neither a year
nor a day. Relative expressions ("hier", "la semaine dernière") are only found here.
``rag.language.relative`` resolves them with the date of the release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rag.language import stated
from rag.language.composing import compose
from rag.language.language import Language
from rag.language.meaning import Reader, Relation
from rag.language.patterns import Pattern, Words, plain
from rag.language.registry import dated, others, read_with
from rag.language.relations import period_patterns, relative_patterns
from rag.language.vocabulary import Vocabulary, vocabulary
from rag.lazy import dataclass
from rag.partial_date import PartialDate, Precision


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date in the words of a text, ``text[start:end]``.

    Attributes:
        start, end: offsets in the text.
        date: the stated date; None for a relative expression (``hier``, ``mardi``).
        relation: how the words relate to the release's date; None if they do not.
    """

    start: int
    end: int
    date: PartialDate | None
    relation: Relation | None = None

    @property
    def value(self) -> str | None:
        """The date as text, in the forms of ``PartialDate.value``; None for a relative one."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """The smallest part of ``date`` that is known, as in ``PartialDate.precision``."""
        return self.date.precision if self.date else "unknown"

    @property
    def can_date_a_release(self) -> bool:
        """Whether it states a day, a month or a year.

        A season, a quarter or a half is usually what a release is about, not its date.
        """
        date = self.date
        return date is not None and (date.season, date.quarter, date.half) == (None, None, None)


# The digits of Arabic and Persian.
_DIGITS = {first + n: str(n) for first in (0x660, 0x6F0) for n in range(10)}
_Rule = tuple[Pattern, Reader, Vocabulary]


class _Rules:
    """The patterns of some languages, in the order in which they are tried."""

    def __init__(self, rules: list[_Rule]) -> None:
        self._rules = rules
        self._by_word: dict[str, list[int]] = {}
        for number, (pattern, _, _) in enumerate(rules):
            for word in pattern.needs[0]:
                self._by_word.setdefault(word, []).append(number)

    def of(self, words: Words) -> Iterator[_Rule]:
        """The rules that may match in a text with these words."""
        there = self._by_word.keys() & words.places.keys()
        for number in sorted({number for word in there for number in self._by_word[word]}):
            yield self._rules[number]


def find_dates(
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    language: str | None = None,
    all_languages: bool = False,
) -> list[DateExpression]:
    """Find the date expressions in ``text[start:end]``.

    Args:
        text: the text; offsets count its characters.
        start, end: the part to read; None for the end of the text.
        language: ISO 639-1 code of the language of the text; None if it is not known. The words of
            this language and of those in ``Language.beside`` are read. If its calendar is not
            known, the words of ``registry.DEFAULT`` are read, and then those of all languages. It
            also decides whether ``04/07/2022`` is a date: in English it is ambiguous, in other
            languages the day comes first.
        all_languages: whether to read the words of all other languages too. They do not change
            what is found without them, except a date without a day that is part of a full date.

    Returns:
        The expressions in the order of the text. They do not overlap. If several fit at the same
        place, the fullest is kept.
    """
    stop = len(text) if end is None else end
    composed = compose(text, start, stop)
    if composed is None:
        return _read_dates(text, start, stop, language, all_languages)
    found = _read_dates(composed.text, composed.start, composed.end, language, all_languages)
    at = composed.places
    return [replace(one, start=at[one.start], end=min(stop, at[one.end])) for one in found]


def _read_dates(
    text: str, start: int, stop: int, language: str | None, all_languages: bool
) -> list[DateExpression]:
    if not text.isascii():
        text = text.translate(_DIGITS)
    own = dated(language)
    ambiguous = own is not None and own.calendar.numeric_is_ambiguous
    words = Words(text, start, stop)
    read = read_with(language)
    found = _find(text, start, stop, words, _rules(read), ambiguous)
    if all_languages or own is None:
        # A full date is kept whatever the words of other languages find there.
        full = [(one.start, one.end) for one in found if one.date and one.date.has_day]
        left = words.outside(full) if full else words
        foreign = _find(text, start, stop, left, _rules(others(read), elsewhere=True), ambiguous)
        found = _with_others(found, foreign)
    return sorted(found, key=lambda expression: expression.start)


def words_after_year(language: str | None = None) -> frozenset[str]:
    """Words that may follow a year. Before other words, a number is a quantity ("2000 soldats")."""
    return vocabulary(read_with(language)).after_year


def is_year(match: re.Match[str], language: str | None = None) -> bool:
    """Whether a number in a text is a year and not a quantity.

    Args:
        match: the match of the number.
        language: of the text, ISO 639-1; None if it is not known.
    """
    return stated.is_year(match, vocabulary(read_with(language)))


def _find(
    text: str, start: int, stop: int, words: Words, rules: _Rules, ambiguous: bool
) -> list[DateExpression]:
    found: list[DateExpression] = []
    used = bytearray(max(0, stop - start))
    for pattern, read, vocabulary_ in rules.of(words):
        for match in pattern.matches(text, words):
            low, high = match.span()
            if any(used[low - start : high - start]):
                continue
            reading = read(match, vocabulary_, ambiguous)
            if reading is None:
                continue
            if text[high - 1] == "." and not _abbreviated(match.group(), vocabulary_):
                high -= 1
            if reading.is_date:
                found.append(DateExpression(low, high, reading.date, reading.relation))
            used[low - start : high - start] = b"\1" * (high - low)
    return found


@lru_cache(maxsize=64)
def _rules(read: tuple[Language, ...], *, elsewhere: bool = False) -> _Rules:
    """The patterns of some languages.

    A stated date may mix the words of all these languages. All other expressions use the words of
    one language.
    """
    together = vocabulary(read, elsewhere=elsewhere)
    each = [vocabulary((language,), elsewhere=elsewhere) for language in read]
    rules: list[_Rule] = [(*rule, words) for words in each for rule in _periods(words)]
    rules += [(*rule, together) for rule in stated.stated_patterns(together)]
    rules += [(*rule, words) for words in each for rule in _relatives(words)]
    return _Rules(rules)


@lru_cache(maxsize=64)
def _periods(words: Vocabulary) -> tuple[tuple[Pattern, Reader], ...]:
    return tuple(period_patterns(words))


@lru_cache(maxsize=64)
def _relatives(words: Vocabulary) -> tuple[tuple[Pattern, Reader], ...]:
    return tuple(relative_patterns(words))


def _with_others(
    found: list[DateExpression], foreign: list[DateExpression]
) -> list[DateExpression]:
    """The dates found, with those that only the words of other languages find.

    A full date in another language replaces a part of it: "9. November 2018" replaces "November
    2018".
    """
    kept = list(found)
    for other in foreign:
        within = [one for one in found if one.start < other.end and other.start < one.end]
        wider = other.date is not None and other.date.has_day
        if all(
            wider
            and other.start <= one.start
            and one.end <= other.end
            and not (one.date is not None and one.date.has_day)
            for one in within
        ):
            kept = [one for one in kept if one not in within]
            kept.append(other)
    return kept


def _abbreviated(words: str, vocabulary_: Vocabulary) -> bool:
    """Whether the full stop at the end belongs to an abbreviated month ("18 Nov.")."""
    return plain(words.rstrip(".")).endswith(vocabulary_.abbreviations)
