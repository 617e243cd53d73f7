"""The value that an answer's words give, so that those of two releases can be compared.

"12 000" and "douze mille" are one number, "M. Martin" and "Anne Martin" of one release one person,
"le 3 mai" and "le 3 mai 2019" one day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rag.language import analyse
from rag.language.amounts import Amount, read_amount
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import AnswerPart, Release, SpanLike

_NAME_PART = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
# Of two numbers, one of which is not exact, the difference is at most this part of the larger one.
_ROUNDED = 20
# Words are the same from this share of common index terms on.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Value:
    """What an answer says, in a form that can be compared.

    Attributes:
        kind: what of the other attributes tells it.
        name: the parts of a person's name in small letters, without titles.
        amount: the number.
        date: the date.
        terms: the index terms of other words.
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
    if query.quantity is not None:
        amount = read_amount(text, release.language)
        if amount is not None:
            return Value("amount", amount=amount)
    terms = frozenset(analyse(text, release.language)) or frozenset({fold(plain(text))})
    return Value("words", terms=terms)


def same_value(one: Value, other: Value) -> bool:
    """Whether two values say the same, as far as they say it."""
    if one.kind != other.kind:
        return False
    if one.kind == "person":
        return _same_name(one.name, other.name)
    if one.amount is not None and other.amount is not None:
        return _same_amount(one.amount, other.amount)
    if one.date is not None and other.date is not None:
        return one.date.covers(other.date) or other.date.covers(one.date)
    smaller, larger = sorted((one.terms, other.terms), key=len)
    shared = len(smaller & larger)
    return shared >= _ALIKE * len(one.terms | other.terms) or (smaller < larger and shared >= 2)


def _same_amount(one: Amount, other: Amount) -> bool:
    if one.value == other.value:
        return True
    if not (one.vague or other.vague):
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
    return all(
        any(part == full or (len(part) == 1 and full.startswith(part)) for full in longer[:-1])
        or any(len(full) == 1 and part.startswith(full) for full in longer[:-1])
        for part in shorter[:-1]
    )


def _person(text: str, release: Release) -> tuple[str, ...]:
    """The parts of the name in words; of a surname alone the whole name, if the release has it."""
    titles = _no_names(release.language)
    parts = [match.group() for match in _NAME_PART.finditer(text)]
    named = [part.rstrip(".") for part in parts if part[0].isupper()]
    named = [part for part in named if fold(plain(part)) not in titles]
    if len(named) == 1:
        full = re.search(
            rf"((?:{_CAPITALISED}\s)+){re.escape(named[0])}(?!\w)", release.body
        ) or re.search(rf"((?:{_CAPITALISED}\s)+){re.escape(named[0])}(?!\w)", release.title)
        first = full.group(1).split() if full else []
        named = [one for one in first if fold(plain(one.rstrip("."))) not in titles] + named
    return tuple(fold(plain(part.rstrip("."))) for part in named)


@lru_cache(maxsize=64)
def _no_names(language: str | None) -> frozenset[str]:
    """Titles and roles, which may stand with a capital before a name."""
    speech = known(language).speech
    return folded_words(speech.titles.replace(".", ""), speech.roles, speech.offices)
