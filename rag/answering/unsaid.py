"""Check that the numbers and the posts in a question stand in a release.

"Qui a gagné la course de 24 heures ?" is not answered by a release of one of 12 hours, nor a
question for a prefect by one that tells of a mayor alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.language import find_dates
from rag.language.language import Language
from rag.language.registry import known, read_with
from rag.language.terms import fold, folded_words, plain
from rag.question import Query
from rag.question.office import VAGUE_POSTS, posts_of, tokens_of
from rag.types import Hit

_WORD = re.compile(r"[^\W_]+")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# A number up to this one may be told by a list of so many things, or be written in Roman figures.
_FEW, _MOST_ROMAN = 3, 39
# From here on numbers of years begin.
_YEARS = 1_000
# A king's release need not call his wife the queen.
_ROYAL = frozenset({"king", "queen"})
# From here on a spelt number may be made of several words ("quatre-vingt-dix").
_COMPOSED = 20


def lacks_number(query: Query, hit: Hit) -> bool:
    """Whether a question has a number that its release has neither in figures nor in words.

    A year or another date is none, nor are an amount that is only a bound ("plus de 60 ans"), a
    number of time ("les années 30", "le 20e siècle"), and one of a few things, which the release
    may name instead.
    """
    asked = [number for number in _numbers(query) if _FEW < number < _YEARS]
    if not asked:
        return False
    release = hit.release
    text = fold(plain(f"{release.title}\n{release.body}"))
    words = frozenset(_WORD.findall(text))
    language = known(release.language)
    return any(not _is_in(number, text, words, language) for number in asked)


def lacks_post(query: Query, hit: Hit) -> bool:
    """Whether a question names a post that its release does not have, and the release has others.

    The question may be in another language than the release.
    """
    release, language = hit.release, known(hit.release.language)
    if not language.offices.posts:
        return False
    keys = tokens_of(query.text)[1]
    asked = frozenset[str]().union(*(posts_of(keys, known(code)) for code in query.languages))
    asked = (asked & language.offices.posts.keys()) - VAGUE_POSTS - _ROYAL
    if not asked:
        return False
    told = posts_of(tokens_of(f"{release.title}\n{release.body}")[1], language)
    return bool(told) and asked.isdisjoint(told)


def _numbers(query: Query) -> list[int]:
    """The numbers of a question that are no part of a date or a time, and no bound."""
    text, found = query.text, []
    if not any(map(str.isdigit, text)):
        return []
    language = next(iter(sorted(query.languages)), None)
    dates = find_dates(text, 0, len(text), language=language)
    idle = _idle(tuple(sorted(query.languages)))
    pattern = r"(?<![\w.,/:-])(\d{1,3})[^\W\d_]{0,4}(?![\w/:-]|[.,\s\u00a0\u202f]\d)"
    for match in re.finditer(pattern, text):
        if any(date.start <= match.start() < date.end for date in dates):
            continue
        before = _WORD.findall(fold(plain(text[: match.start()])))[-2:]
        behind = _WORD.findall(fold(plain(text[match.end() :])))[:1]
        if not idle.isdisjoint((*before, *behind)):
            continue
        if text[match.start() - 2 : match.start() - 1].isdigit():
            continue  # the end of "4 000"
        found.append(int(match.group(1)))
    return found


def _is_in(number: int, text: str, words: frozenset[str], language: Language) -> bool:
    if re.search(rf"(?<!\d){number}(?!\d)", text):
        return True
    if number <= _MOST_ROMAN and not words.isdisjoint(_in_roman(number)):
        return True
    spelt = [(word, value) for word, value in _spelt(language) if any(w.startswith(word) for w in words)]
    if any(value == number for _, value in spelt):
        return True
    return number > _COMPOSED and any(value >= _COMPOSED for _, value in spelt)


def _in_roman(number: int) -> Iterable[str]:
    """A number in Roman figures, with and without the ending of an ordinal."""
    figures = ""
    for value, letters in _ROMAN:
        while number >= value:
            figures, number = figures + letters, number - value
    return (figures, f"{figures}e", f"{figures}eme")


@lru_cache(maxsize=16)
def _spelt(language: Language) -> tuple[tuple[str, int], ...]:
    """The beginnings of spelt numbers and their ordinals ("onz" of "onze" and "onzième")."""
    numbers = {word: value for one in read_with(language.code) for word, value in one.numbers.items()}
    keys = ((fold(plain(word)), value) for word, value in numbers.items())
    return tuple((key[:-1] if len(key) > _FEW else key, value) for key, value in keys)


@lru_cache(maxsize=64)
def _idle(codes: tuple[str, ...]) -> frozenset[str]:
    """Words beside a number of time, and beside one that is only a bound."""
    spoken = [known(code) for code in codes]
    time = (f"{one.times.telling} {one.times.units}" for one in spoken)
    bounds = (one.calendar.before_quantity.replace(",", " ") for one in spoken)
    return folded_words(*time, *bounds)
