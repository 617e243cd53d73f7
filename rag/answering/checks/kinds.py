"""Check that words are of the kind that a question asks for: a number of deaths is no height."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

from rag.answering.checks.dimensions import is_of_other_dimension
from rag.answering.checks.events import asked_events, tells_event
from rag.answering.sentences import told_around_words
from rag.language import analyse, find_dates
from rag.language.amounts import find_amounts, short_money
from rag.language.language import Language, Measure
from rag.language.questions import behind_name, question_word
from rag.language.registry import known, read_with
from rag.language.terms import fold, folded_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.language.words import any_of, unjoined
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, is_role, posts_of, word_key
from rag.types import Hit, Release, Span

Fit = Literal["fits", "doubtful", "other-kind"]

_EDGES = ",.;:()"
_DIGIT = regex(r"\d")
_BEFORE_YEAR = regex(r"[ \u00a0\u202f]([^\W\d_]{1,4})[ \u00a0\u202f](?:19|20)\d\d(?!\d)")
_CLOCK = regex(r"\b\d{1,2}\s?(?:[hH]|:|heures?|Uhr|uur)\s?(?:\d{2})?\b|\b\d{1,2}\s?[ap]\.?m\b")
_AFTER_NUMBER = regex(r"[\s\u00a0\u202f'’]*([^\W\d_]+|[%€$£°])")
_AN_HOUR = regex(r"\s?/\s?h|/Std")
# "6-1, 5-7" counts nothing.
_SCORE = regex(r"\d\s?[-–:]\s?\d+\s?[,;]\s?\d+\s?[-–:]\s?\d")
_MONEY = regex("[€$£¥]")
_CURRENCY_BEFORE = regex(r"[€$£¥]\s?$")
_NUMBER_IN = regex(r"\d[\d\s\u00a0\u202f.,]*\d|\d")
_BARE = regex(r"[\d.,]+")
_NAME_BEFORE = regex(r"\b[^\W\d_]+(?:, | \()$")
_NAME_WITHIN = 40
_NOTE = regex(r"\w\(\d{1,2}\)")
_LETTERS = regex(r"[^\W\d_]{2,}")
# Two words that are alike to this share are one, mistyped.
_SPELT_ALIKE = 0.85
# In these an amount of something is told that is not counted.
_AMOUNTS = frozenset[Measure]({"mass", "area", "money"})
# A figure alone tells nothing of these.
_WITH_UNIT = frozenset[str]({"time", "length", "mass", "area", "temperature", "speed"})
# What follows the words is read so far, for a unit that the reader left out.
_UNIT_WITHIN = 24
# A role stands among so many words behind "what is the name".
_ROLE_WITHIN = 2
# Two terms of which one begins with the other have so many letters at least.
_STEM = 4


def fit(query: Query, hit: Hit) -> Fit:
    """Whether the reader's words for a hit are of the kind that the question asks for.

    Args:
        query: the question.
        hit: a hit that the reader has read.
    """
    words = hit.match.span
    if words is None or query.wanted == "date":
        return "fits"
    found = _Found(hit.release, words)
    if query.asks == "who" and _repeats(query, hit.release.body[words.start : words.end]):
        return "other-kind"
    behind = behind_name(query.text)
    if behind is not None and not found.may_be_name:
        # A person has a capital; the name of a technique may be written without.
        return "other-kind" if _begins_with_role(behind, query.languages) else "doubtful"
    if query.asks == "who" and (found.begins_with_number or found.is_nameless):
        return "other-kind"
    if query.asks == "where" and found.is_person:
        return "other-kind"
    if is_of_other_dimension(query, hit):
        return "other-kind"
    if query.quantity is None:
        bare = query.asks in ("who", "where", "why") and found.is_bare_quantity
        return "other-kind" if bare else "fits"
    wanted = query.quantity.kind
    if _SCORE.search(found.text) or found.is_note_mark:
        return "other-kind"
    bare = found.is_bare_number and wanted in _WITH_UNIT
    if (found.is_age or bare) and not _asks_age(query):
        return "other-kind"
    if wanted == "clock":
        return "fits" if found.is_clock else "other-kind"
    if not found.has_number:
        if question_word(query.question) == "how":
            return "fits"  # "comment … a-t-il évolué" may be told in words
        tells = found.tells_amount or (wanted != "count" and found.has_unit_of(wanted))
        return "doubtful" if tells and not found.has_name else "other-kind"
    if wanted == "any":
        other = found.is_date or found.has_article_for_number
        other = other or (query.cross_lingual and found.is_of_other_event(query))
        return "other-kind" if other else "fits"
    if wanted == "count":
        if found.is_date:
            return "other-kind"
        if found.measures and "share" not in found.measures:
            # "combien d'acier" is told in tonnes; jobs and people are counted.
            amount = found.measures <= _AMOUNTS and not found.may_count(query.quantity.noun)
            return "doubtful" if amount else "other-kind"
        if found.measures:
            return "doubtful"
        noun = query.quantity.noun
        other_language = hit.release.language not in query.languages
        if query.cross_lingual or other_language:
            return "other-kind" if found.is_of_other_event(query) else "fits"
        if not found.noun or found.counts(noun):
            return "fits"
        if found.counts_people(noun, query.text):
            return "fits"
        if found.counts_something_else(noun):
            people = found.asks_for_people(noun) and not found.contradicts(query.text)
            return "doubtful" if people else "other-kind"
        # "Combien d'Australiens sont morts ?", "60 000 morts"
        named = found.noun_is_in(query.text) and found.speaks_of(noun, hit.passage.text)
        return "fits" if named else "doubtful"
    if found.measures:
        alike = {wanted, "length"} if wanted == "area" else {wanted}
        return "other-kind" if found.measures.isdisjoint(alike) else "fits"
    if found.is_date:
        return "other-kind"
    if wanted == "money" and not found.speaks_of_money(hit):
        return "other-kind"
    return "doubtful" if found.noun and not found.noun_is_in(query.text) else "fits"


def _asks_age(query: Query) -> bool:
    asked = FoldedText(query.text)
    return any(word_list(known(code).measures.ages).are_in(asked) for code in query.languages)


def _begins_with_role(text: str, spoken: Iterable[str]) -> bool:
    """Whether one of the first words of a text is a word for what somebody is ("le directeur",
    "l'enfant", "la femme de X")."""
    keys = [word_key(word) for word in _LETTERS.findall(text)[:_ROLE_WITHIN]]
    for language in map(known, spoken):
        measures, relations = language.measures, language.follow_ups.relations
        people = folded_words(measures.people, measures.counted_alike.replace(",", " "), relations)
        if any(is_role(key, language) or key in people for key in keys):
            return True
    return False


def _repeats(query: Query, words: str) -> bool:
    """Whether words are a name that the question itself has."""
    names = {part for name in query.names for part in name.parts}
    said = {fold(plain(word)) for word in _LETTERS.findall(words) if word[0].isupper()}
    return bool(said) and said <= names


class _Found:
    """What words of a release say of quantities."""

    def __init__(self, release: Release, words: Span) -> None:
        self._release, self._words = release, words
        self._language = known(release.language)
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
    def may_be_name(self) -> bool:
        """Whether a word has a capital, as a name has, or the script has none."""
        words = _LETTERS.findall(self.text)
        return any(word[0].isupper() or word.upper() == word.lower() for word in words)

    @property
    def is_nameless(self) -> bool:
        """Whether the words are pronouns alone, which name nobody ("quelqu'un")."""
        words = frozenset(plain(self.text).replace("’", "'").split())
        nameless = plain(self._language.answers.nameless).split()
        return bool(words) and words.issubset(nameless)

    @property
    def is_person(self) -> bool:
        """Whether the words begin with somebody's post ("le maire, Paul Roux"), so that they name
        no place."""
        articles = articles_of(self._language)
        keys = (word_key(word.strip(_EDGES)) for word in self.text.split()[:2])
        behind = [key for key in keys if key not in articles]
        return bool(behind) and bool(posts_of(behind[:1], self._language))

    @property
    def begins_with_number(self) -> bool:
        """Whether the words begin with a figure and have no name."""
        return self.text[:1].isdigit() and not any(
            word[0].isupper() for word in _LETTERS.findall(self.text)
        )

    @property
    def is_clock(self) -> bool:
        """Whether the words hold a time of day."""
        words = set(_LETTERS.findall(plain(self.text)))
        if any("clock" in kinds for word, kinds in self._units.items() if word in words):
            return True
        if _CLOCK.search(self.text + self._after[:8]) is not None:
            return True
        units = self._language.releases.clock_end or "(?!)"
        hours = re.compile(rf"\W*(?:{units})\b", re.IGNORECASE)
        text = self.text  # "à trois heures du matin"
        spelled = find_amounts(text, 0, len(text), self._release.language)
        return any(hours.match(text + self._after[:8], end) for _, end in spelled)

    @property
    def is_note_mark(self) -> bool:
        """Whether the words are the number of a note: the 5 of "2010(5)"."""
        around = self._release.body[max(0, self._words.start - 2) : self._words.end + 1]
        return _NOTE.fullmatch(around) is not None

    @property
    def is_bare_number(self) -> bool:
        """Whether the words are a figure, and no unit follows."""
        return _BARE.fullmatch(self.text) is not None and not self.measures

    @property
    def is_age(self) -> bool:
        """Whether the words are a figure between a name and a comma: the 55 of "Ann Lee, 55,"."""
        body = self._release.body
        before = _NAME_BEFORE.search(
            body, max(0, self._words.start - _NAME_WITHIN), self._words.start
        )
        return self.is_bare_number and before is not None and self._after[:1] in (",", ")", ";")

    @property
    def has_article_for_number(self) -> bool:
        """Whether the only number in the words is one that is an article too: "une activité"."""
        if _DIGIT.search(self.text):
            return False
        numbers = self._numbers.findall(plain(self.text))
        return all(fold(one) in articles_of(self._language) for one in numbers)

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
        words = _LETTERS.findall(plain(self.text))
        return any(kind in self._units.get(word, ()) for word in words)

    def asks_for_people(self, noun: str) -> bool:
        """Whether a noun is a word for people of any kind."""
        language = self._release.language
        return not frozenset(analyse(noun, language)).isdisjoint(_people(language))

    def speaks_of_money(self, hit: Hit) -> bool:
        """Whether the sentence of the words, or the title, has a word or a sign of money."""
        measures = self._language.measures
        words = word_list(f"{measures.asked.get('money', '')} {measures.units.get('money', '')}")
        text = f"{self._release.title}\n{told_around_words(hit)}"
        return not words.whole or _MONEY.search(text) is not None or words.are_in(FoldedText(text))

    def may_count(self, noun: str) -> bool:
        """Whether a noun is known as one for what is counted, one by one."""
        language = self._release.language
        terms = frozenset(analyse(noun, language))
        return self.asks_for_people(noun) or not terms.isdisjoint(_alike(language))

    @property
    def noun(self) -> str:
        """The word behind the number, if it is no unit and stands before no year ("23 000 *en*
        2015")."""
        before_year = _BEFORE_YEAR.match(self._after)
        idle = before_year is not None and plain(before_year.group(1)) == self._unit
        return "" if self.measures or idle else self._unit

    @property
    def is_bare_quantity(self) -> bool:
        """Whether the words are a number with a unit or a date, and nothing else."""
        if self.is_date:
            return True
        if not _DIGIT.search(self.text):
            return False
        others = [word for word in _LETTERS.findall(plain(self.text)) if not self._units.get(word)]
        return not others

    def speaks_of(self, noun: str, text: str) -> bool:
        """Whether a text of the release, or its title, speaks of what the question counts."""
        language = self._release.language
        asked = frozenset(analyse(noun, language))
        alike = asked | _alike(language).get(min(asked, default=""), frozenset())
        said = analyse(f"{self._release.title}\n{text}", language)
        return not alike.isdisjoint(said)

    def counts(self, noun: str) -> bool:
        """Whether what stands behind a number of the words is what the question counts ("9 morts,
        14 blessés"), or is spelt nearly like it."""
        language = self._release.language
        asked, alike = frozenset(analyse(noun, language)), _alike(language)
        asked |= frozenset[str]().union(*(alike.get(term, frozenset()) for term in asked))
        if not asked.isdisjoint(analyse(f"{self.text} {self.noun}", language)):
            return True
        return SequenceMatcher(None, plain(noun), self.noun).ratio() >= _SPELT_ALIKE

    def noun_is_in(self, question: str) -> bool:
        """Whether the word behind the number is a word of the question."""
        language = self._release.language
        return not frozenset(analyse(self.noun, language)).isdisjoint(analyse(question, language))

    def counts_people(self, noun: str, question: str) -> bool:
        """Whether one of question and words counts people of any kind, and says behind it of what
        kind the other one counts: "combien de personnes blessées", "sept blessés"; "how many
        injured", "seven people injured"."""
        language = self._release.language
        people = _people(language)
        asked, found = frozenset(analyse(noun, language)), frozenset(analyse(self.noun, language))
        if not asked.isdisjoint(people):
            said = analyse(f"{self.text} {self.noun}", language)
            return _any_alike(said, analyse(question, language))
        behind = analyse(f"{self.text} {self._after}", language)
        return not found.isdisjoint(people) and _any_alike(asked, behind)

    def counts_something_else(self, noun: str) -> bool:
        """Whether what is counted and what the question counts are both known, and are not alike
        ("morts", "blessés")."""
        language = self._release.language
        alike = _alike(language)
        asked, found = (frozenset(analyse(one, language)) for one in (noun, self.noun))
        if not (asked & alike.keys() and found & alike.keys()):
            return False
        return all(alike[term].isdisjoint(found) for term in asked & alike.keys())

    def contradicts(self, question: str) -> bool:
        """Whether a word of a question, but one for people of any kind, counts something else than
        the words do: "combien de personnes sont *mortes*", "sept blessés"."""
        words = _LETTERS.findall(plain(question))
        return any(
            self.counts_something_else(word) for word in words if not self.asks_for_people(word)
        )

    def is_of_other_event(self, query: Query) -> bool:
        """Whether the word behind the number tells of an event, and of none that the question, in
        another language, takes for granted ("14 blessés" of deaths)."""
        names = frozenset[str]()
        if not asked_events(self.noun, self._language, names):
            return False
        asked = frozenset[str]().union(
            *(asked_events(query.text, known(code), names) for code in query.languages)
        )
        told = [tells_event(self.noun, key, self._language) for key in asked]
        return bool(told) and not any(told)

    @property
    def _before_number(self) -> str:
        """What stands right before the last number in the words."""
        numbers = list(_NUMBER_IN.finditer(self.text))
        start = self._words.start + (numbers[-1].start() if numbers else 0)
        return self._release.body[max(0, start - 2) : start]

    @property
    def _unit(self) -> str:
        """The word or sign behind the last number in the words or after them."""
        text = self.text + self._after
        numbers = [m for m in _NUMBER_IN.finditer(text) if m.start() < len(self.text)]
        counts = [m for m in numbers if not self._is_in_date(m)]  # "3 % en mai 2018"
        last = next(reversed(counts or numbers), None)
        spelt = last is None
        if last is None:
            numbers = list(self._numbers.finditer(plain(text)))
            last = next((m for m in reversed(numbers) if m.start() < len(self.text)), None)
        if last is None:
            return ""
        end = last.end()
        if short_money(text, end):
            return "€"
        multiple = _multiples(self._release.language)
        while True:
            found = _AFTER_NUMBER.match(text, end)
            if found is None:
                return ""
            word = plain(found.group(1))
            if word == "km" and _AN_HOUR.match(text, found.end()):
                return "km/h"
            hundreds = spelt and self._numbers.fullmatch(word.removesuffix("s")) is not None
            if word not in multiple and not hundreds:
                compound = text[found.end() : found.end() + 1] == "-"  # "années-lumière"
                return text[found.start(1) :].split()[0].casefold() if compound else word
            end = found.end()

    def _is_in_date(self, number: re.Match[str]) -> bool:
        """Whether a number of the words is a part of a date."""
        release, words = self._release, self._words
        start = words.start + number.start()
        dates = find_dates(release.body, words.start, words.end, language=release.language)
        return any(date.start <= start < date.end for date in dates)


def count_alike(one: str, other: str, language: str | None) -> bool:
    """Whether two nouns count the same things ("visiteurs", "entrées")."""
    alike = _alike(language)
    terms = frozenset(analyse(other, language))
    return any(
        not alike.get(term, frozenset()).isdisjoint(terms) for term in analyse(one, language)
    )


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


def _any_alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a term of one list is one of the other, or begins like it ("bless", "blesse")."""
    others = tuple(other)
    return any(
        a == b or (min(len(a), len(b)) >= _STEM and (a.startswith(b) or b.startswith(a)))
        for a in one
        for b in others
    )


@lru_cache(maxsize=16)
def _people(language: str | None) -> frozenset[str]:
    """The index terms of the words for people of any kind."""
    return frozenset(analyse(known(language).measures.people, language))


@lru_cache(maxsize=16)
def _alike(language: str | None) -> dict[str, frozenset[str]]:
    """Index terms that count the same thing as a term."""
    found: dict[str, frozenset[str]] = {}
    one: Language = known(language)
    for group in one.measures.counted_alike.split(","):
        terms = frozenset(t for word in unjoined(group) for t in analyse(word, language))
        for term in terms:
            found[term] = found.get(term, frozenset()) | terms
    return found
