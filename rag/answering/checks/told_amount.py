"""What words of a release say of quantities: a number, its unit, what it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.answering.sentences import told_around_words
from rag.language import find_dates
from rag.language.amounts import find_amounts, short_money
from rag.language.language import Measure
from rag.language.registry import known, read_with
from rag.language.terms import fold, function_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.language.words import any_of, unjoined
from rag.lazy import regex
from rag.question.office import articles_of
from rag.types import Hit, Release, Span

_DIGIT = regex(r"\d")
_CLOCK = regex(r"\b\d{1,2}\s?(?:[hH]|:|heures?|Uhr|uur)\s?(?:\d{2})?\b|\b\d{1,2}\s?[ap]\.?m\b")
_AFTER_NUMBER = regex(r"[\s\u00a0\u202f'’]*([^\W\d_]+|[%€$£°])")
_AN_HOUR = regex(r"\s?/\s?h|/Std")
_MONEY = regex("[€$£¥]")
_CURRENCY_BEFORE = regex(r"[€$£¥]\s?$")
_NUMBER_IN = regex(r"\d[\d\s\u00a0\u202f.,]*\d|\d")
_YEAR = regex(r"(?:1\d|20)\d\d")
_BARE = regex(r"[\d.,]+")
_LETTERS = regex(r"[^\W\d_]{2,}")
_NEXT_WORD = regex(r"[ \u00a0\u202f'’-]*([^\W\d_]+)")
_MARK = regex(r"[.,;:()«»“”\n]")
# What follows the words is read so far, for a unit that the reader left out; of their clause so
# much is read on either side.
_UNIT_WITHIN, _CLAUSE = 40, 200


class ToldAmount:
    """What words of a release say of quantities."""

    def __init__(self, release: Release, words: Span) -> None:
        self._release, self._words = release, words
        self.language = known(release.language)
        self.text = release.body[words.start : words.end]
        self._after = release.body[words.end : words.end + _UNIT_WITHIN]
        self._numbers = _number_words(release.language)
        self._units = _units(release.language)
        self.has_number = bool(_DIGIT.search(self.text) or self._numbers.search(plain(self.text)))

    @property
    def is_date(self) -> bool:
        """Whether the words are a date and nothing else of weight."""
        dates = find_dates(
            self._release.body, self._words.start, self._words.end, language=self._release.language
        )
        covered = sum(date.end - date.start for date in dates)
        return covered > 0 and covered >= 0.6 * len(self.text.strip())

    @property
    def is_clock(self) -> bool:
        """Whether the words hold a time of day."""
        if self.has_unit_of("clock"):
            return True
        if _CLOCK.search(self.text + self._after[:8]) is not None:
            return True
        units = self.language.releases.clock_end or "(?!)"
        hours = re.compile(rf"\W*(?:{units})\b", re.IGNORECASE)
        text = self.text  # "à trois heures du matin"
        spelled = find_amounts(text, 0, len(text), self._release.language)
        return any(hours.match(text + self._after[:8], end) for _, end in spelled)

    @property
    def is_bare_number(self) -> bool:
        """Whether the words are a figure, and no unit follows."""
        return _BARE.fullmatch(self.text) is not None and not self.measures

    @property
    def may_be_year(self) -> bool:
        """Whether the words are a figure that may be a year."""
        return _YEAR.fullmatch(self.text) is not None

    def is_beside_unit_of(self, kind: str, hit: Hit) -> bool:
        """Whether a word of the sentence, or of the title, is a unit of a kind of quantity."""
        return self._have_unit(f"{hit.release.title} {told_around_words(hit)}", kind)

    @property
    def has_article_for_number(self) -> bool:
        """Whether the only number in the words is one that is an article too: "une activité"."""
        if _DIGIT.search(self.text):
            return False
        numbers = self._numbers.findall(plain(self.text))
        return all(fold(one) in articles_of(self.language) for one in numbers)

    @property
    def tells_amount(self) -> bool:
        """Whether the words say how many without a number ("aucun", "plusieurs", "troisième")."""
        language = self._release.language
        words = _LETTERS.findall(plain(self.text))
        return any(word in _amounts(language) for word in words)

    @property
    def has_name(self) -> bool:
        """Whether a word behind the first one has a capital."""
        return any(word[0].isupper() for word in _LETTERS.findall(self.text)[1:])

    @property
    def measures(self) -> frozenset[Measure]:
        """The kinds of quantity that the unit behind the number may measure."""
        if _CURRENCY_BEFORE.search(self._before_number):
            return frozenset({"money"})
        return self._units.get(self._unit, frozenset())

    def has_unit_of(self, kind: str) -> bool:
        """Whether a word is a unit of a kind of quantity ("des heures")."""
        return self._have_unit(self.text, kind)

    def _have_unit(self, text: str, kind: str) -> bool:
        words = _LETTERS.findall(plain(text))
        return any(kind in self._units.get(word, ()) for word in words)

    def speaks_of_money(self, hit: Hit) -> bool:
        """Whether the sentence of the words, or the title, has a word or a sign of money."""
        measures = self.language.measures
        words = word_list(f"{measures.asked.get('money', '')} {measures.units.get('money', '')}")
        text = f"{self._release.title}\n{told_around_words(hit)}"
        return not words.whole or _MONEY.search(text) is not None or words.are_in(FoldedText(text))

    @property
    def noun(self) -> str:
        """The word behind the number, if it is no unit and no small word ("23 000 *en* 2015")."""
        elided = self.language.terms.elided.split()
        small = self._unit in function_words(self.language) or self._unit in elided
        return "" if self.measures or small else self._unit

    @property
    def counted(self) -> str:
        """The words, and those behind their number up to a mark or a small word."""
        text, end = self.text + self._after, max(self._end_of_number, 0)
        found = [self.text]
        while (match := _NEXT_WORD.match(text, end)) is not None:
            if len(found) > 1 and plain(match[1]) in function_words(self.language):
                break
            found.append(match[1])
            end = match.end()
        return " ".join(found)

    @property
    def before(self) -> str:
        """What stands before the words in their clause."""
        start = self._words.start
        return _MARK.split(self._release.body[max(0, start - _CLAUSE) : start])[-1]

    @property
    def clause(self) -> str:
        """What stands around the words between two marks."""
        end = self._words.end
        behind = _MARK.split(self._release.body[end : end + _CLAUSE])[0]
        return f"{self.before}{self.text}{behind}"

    @property
    def is_bare_quantity(self) -> bool:
        """Whether the words are a number with a unit or a date, and nothing else."""
        if self.is_date:
            return True
        if not _DIGIT.search(self.text):
            return False
        others = [word for word in _LETTERS.findall(plain(self.text)) if not self._units.get(word)]
        return not others

    @property
    def _before_number(self) -> str:
        """What stands right before the last number in the words."""
        numbers = list(_NUMBER_IN.finditer(self.text))
        start = self._words.start + (numbers[-1].start() if numbers else 0)
        return self._release.body[max(0, start - 2) : start]

    @property
    def _end_of_number(self) -> int:
        """Where the last number in the words ends, with what multiplies it; -1 without one."""
        text = self.text + self._after
        numbers = [m for m in _NUMBER_IN.finditer(text) if m.start() < len(self.text)]
        counts = [m for m in numbers if not self._is_in_date(m)]  # "3 % en mai 2018"
        last = next(reversed(counts or numbers), None)
        spelt = last is None
        if last is None:
            numbers = list(self._numbers.finditer(plain(text)))
            last = next((m for m in reversed(numbers) if m.start() < len(self.text)), None)
        if last is None:
            return -1
        end, multiples = last.end(), _multiples(self._release.language)
        while (found := _AFTER_NUMBER.match(text, end)) is not None:
            word = plain(found[1])
            hundreds = spelt and self._numbers.fullmatch(word.removesuffix("s")) is not None
            if word not in multiples and not hundreds:
                break
            end = found.end()
        return end

    @property
    def _unit(self) -> str:
        """The word or sign behind the last number in the words or after them."""
        text, end = self.text + self._after, self._end_of_number
        found = _AFTER_NUMBER.match(text, end) if end >= 0 else None
        if end >= 0 and short_money(text, end):
            return "€"
        if found is None:
            return ""
        word, behind = plain(found[1]), _AFTER_NUMBER.match(text, found.end())
        if word == "km" and _AN_HOUR.match(text, found.end()):
            return "km/h"
        if behind is not None and f"{word} {plain(behind[1])}" in self._units:
            return f"{word} {plain(behind[1])}"
        compound = text[found.end() : found.end() + 1] == "-"  # "années-lumière"
        return text[found.start(1) :].split()[0].casefold() if compound else word

    def _is_in_date(self, number: re.Match[str]) -> bool:
        """Whether a number of the words is a part of a date."""
        release, words = self._release, self._words
        start = words.start + number.start()
        dates = find_dates(release.body, words.start, words.end, language=release.language)
        return any(date.start <= start < date.end for date in dates)


@lru_cache(maxsize=16)
def _units(language: str | None) -> dict[str, frozenset[Measure]]:
    """Which kinds of quantity a unit may measure."""
    found: dict[str, frozenset[Measure]] = {}
    for one in read_with(language):
        for kind, words in one.measures.units.items():
            for word in unjoined(plain(words)):
                found[word] = found.get(word, frozenset()) | {kind}
    return found


@lru_cache(maxsize=16)
def _amounts(language: str | None) -> frozenset[str]:
    """Words for how many that are no numbers, and the ordinals."""
    found: set[str] = set()
    for one in read_with(language):
        ordinals = " ".join(one.calendar.ordinals).replace(",", " ")
        figures = " ".join(words for _, words in one.claims.figures)
        found.update(unjoined(plain(f"{one.measures.amounts} {ordinals} {figures}")))
    return frozenset(found)


@lru_cache(maxsize=16)
def _multiples(language: str | None) -> frozenset[str]:
    """Words between a number and its unit ("millions *de*")."""
    return frozenset(
        word
        for one in read_with(language)
        for words in (one.answers.multiples, one.answers.of.replace("'", ""))
        for word in plain(words).split()
    )


@lru_cache(maxsize=16)
def _number_words(language: str | None) -> re.Pattern[str]:
    words = [plain(word).replace(" ", "_") for one in read_with(language) for word in one.numbers]
    multiples = [plain(one.answers.multiples) for one in read_with(language)]
    return re.compile(any_of(*words, *multiples))
