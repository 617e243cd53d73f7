"""The value that an answer's words give, so that those of two releases can be compared.

"12 000" and "douze mille" are one number, "M. Martin" and "Anne Martin" of one release one person,
"le 3 mai" and "le 3 mai 2019" one day.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rag.language import analyse
from rag.language.aliases import name_key, other_names
from rag.language.amounts import Amount, read_amount
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.lazy import dataclass, regex
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import AnswerPart, Release, SpanLike

_NAME_PART = regex(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Up to three words with a capital, initials among them, right before a surname.
_BEFORE_SURNAME = regex(r"((?:[^\W\d_a-zà-öø-ÿ](?:[\w’'-]+|\.)\s+){1,3})$")
_WITHIN = 60
_NAME_ENDS = regex(r"[,;:(\n–—]")
# Of two numbers, one of which is not exact, the difference is at most this part of the larger one.
_ROUNDED = 20
# Words are the same from this share of common index terms on.
_ALIKE = 0.75
_DIGITS = regex(r"\d+")


@dataclass(frozen=True, slots=True)
class Value:
    """What an answer says, in a form that can be compared.

    Attributes:
        kind: what of the other attributes tells it.
        name: the parts of a person's name in small letters, without titles.
        amount: the number.
        date: the date.
        terms: the index terms of other words, or one name of what has several ("OTAN").
    """

    kind: Literal["person", "amount", "date", "words"]
    name: tuple[str, ...] = ()
    amount: Amount | None = None
    date: PartialDate | None = None
    terms: frozenset[str] = frozenset()


def value_of(query: Query, part: AnswerPart) -> Value:
    """The value of a part for the question."""
    release = part.hit.release
    if part.kind == "date" and part.date is not None and part.date.date is not None:
        return Value("date", date=part.date.date)
    span: SpanLike = part.span or part.sentence
    text = release.body[span.start : span.end]
    if query.asks == "who":
        name = _person(text, release)
        if name:
            return Value("person", name=name)
    before = release.body[max(0, span.start - _WITHIN) : span.start]
    amount = read_amount(text, release.language, before)
    figures = query.quantity is not None or (
        query.scope.form == "series" and query.asks not in ("who", "when", "where", "why")
    )
    if amount is not None and (figures or text.lstrip("$€£ ")[:1].isdigit()):
        return Value("amount", amount=amount)
    return Value("words", terms=_terms(text, release.language))


def same_value(one: Value, other: Value) -> bool:
    """Whether two values say the same, as far as they say it."""
    if one.kind != other.kind:
        return False
    if one.kind == "person":
        return _same_name(one.name, other.name)
    if one.amount is not None and other.amount is not None:
        return _same_amount(one.amount, other.amount)
    if one.date is not None and other.date is not None:
        return _same_date(one.date, other.date)
    if {t for t in one.terms if _DIGITS.search(t)} != {t for t in other.terms if _DIGITS.search(t)}:
        return False
    return len(one.terms & other.terms) >= _ALIKE * len(one.terms | other.terms)


def overlap(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two times can be the same; two unknown ones can."""
    if one is None or other is None:
        return one is other
    first, second = one.bounds, other.bounds
    if first is None or second is None:
        return one == other
    return first[0] <= second[1] and second[0] <= first[1]


def _same_date(one: PartialDate, other: PartialDate) -> bool:
    if one.has_year and other.has_year:
        return overlap(one, other)
    if one.until is not None or other.until is not None:
        return one == other
    return one.covers(other) or other.covers(one)


def _same_amount(one: Amount, other: Amount) -> bool:
    if one.unit and other.unit and one.unit[:3] != other.unit[:3]:
        return False
    if ("%" in one.unit) != ("%" in other.unit) and (one.unit or other.unit) == "%":
        return False
    if one.value == other.value:
        return True
    if not (one.is_vague or other.is_vague):
        return False
    return abs(one.value - other.value) * _ROUNDED <= max(one.value, other.value)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the last part is the same, and each first name of the
    shorter one is a first name of the longer one or its initial."""
    shorter, longer = sorted((one, other), key=len)
    if shorter[-1] != longer[-1]:
        return False
    if len(shorter) == 1:
        return len(longer) == 1
    return all(any(_same_first(part, full) for full in longer[:-1]) for part in shorter[:-1])


def _same_first(one: str, other: str) -> bool:
    """Whether two first names are the same, or one is the initial of the other."""
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _terms(text: str, language: str | None) -> frozenset[str]:
    """The index terms of words; of a name that has others, one of them for all."""
    articles = _articles(language)
    words = []
    for word in _NAME_PART.findall(text):
        first, mark, rest = plain(word).partition("'")
        if mark and {first, f"{first}'"} & articles:
            word = word[-len(rest) :]  # "l'Irlande"
        if fold(plain(word)) not in articles:
            words.append(word)
    bare = " ".join(words)
    names = other_names(bare)
    if names:
        return frozenset({min(names | {name_key(bare)})})
    return frozenset(analyse(text, language)) or frozenset({fold(plain(text))})


@lru_cache(maxsize=64)
def _articles(language: str | None) -> frozenset[str]:
    own = known(language)
    return folded_words(own.answers.articles, own.speech.articles)


def _person(text: str, release: Release) -> tuple[str, ...]:
    """The parts of one person's name in words; of a surname alone the whole name, if the release
    has it. Empty for two names, or for none."""
    text = _NAME_ENDS.split(text.strip())[0]
    joins = folded_words(known(release.language).answers.joins)
    keys = [fold(plain(word)) for word in _NAME_PART.findall(text)]
    if any(key in joins for key in keys):
        return ()
    named = _without_titles(text, release.language)
    if len(named) != 1:
        return tuple(fold(plain(part)) for part in named)
    for where in (release.title, release.body):
        for found in re.finditer(rf"(?<!\w){re.escape(named[0])}(?!\w)", where):
            before = _BEFORE_SURNAME.search(where[max(0, found.start() - _WITHIN) : found.start()])
            first = _without_titles(before.group(1), release.language) if before else []
            if first:
                return tuple(fold(plain(part)) for part in (*first, *named))
    return (fold(plain(named[0])),)


def _without_titles(text: str, language: str | None) -> list[str]:
    """The words with a capital that are no title, role or function word."""
    no_names = _no_names(language)
    return [
        word
        for word in _NAME_PART.findall(text)
        if word[0].isupper() and fold(plain(word)) not in no_names
    ]


@lru_cache(maxsize=64)
def _no_names(language: str | None) -> frozenset[str]:
    """Titles, roles and function words, which may stand with a capital before a name."""
    own = known(language)
    speech = own.speech
    words = folded_words(speech.titles.replace(".", ""), speech.roles, speech.offices)
    return words | frozenset(map(fold, function_words(own)))
