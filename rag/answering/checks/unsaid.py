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
from rag.lazy import regex
from rag.question import Query
from rag.question.office import VAGUE_POSTS, posts_of, tokens_of
from rag.types import Hit

_WORD = regex(r"[^\W_]+")
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
# A number up to this one may be told by a list of so many things, or be written in Roman figures.
_FEW, _MOST_ROMAN = 3, 39
# A king's release need not call his wife the queen.
_ROYAL = frozenset({"king", "queen"})
# From here on a spelt number may be made of several words ("quatre-vingt-dix").
_COMPOSED = 20
_COMPOSED_MOST = 100
# An ordinal is so many letters longer than its number.
_ORDINAL = 5
# A year has so many figures.
_YEAR = 4
_BLANKS = "[ \u00a0\u202f.,’']"


def lacks_number(query: Query, hit: Hit) -> bool:
    """Whether a question has a number that its release has neither in figures nor in words.

    The day of a date is none, nor are an amount that is only a bound ("plus de 60 ans"), a number
    of time ("les années 30", "le 20e siècle"), and one of a few things, which the release may name
    instead. A year may be the one of the release's own date.
    """
    asked = [number for number in _numbers(query) if number > _FEW]
    if not asked:
        return False
    release = hit.release
    dated = release.published.date
    own = {one.year for one in dated.ends()} if dated is not None else set()
    text = fold(plain(f"{release.title}\n{release.body}"))
    text = re.sub(rf"(?<=\d){_BLANKS}(?=\d{{3}}(?!\d))", "", text)
    words = frozenset(_WORD.findall(text))
    language = known(release.language)
    return any(n not in own and not _is_in(n, text, words, language) for n in asked)


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
    bounds, times, units = _beside(tuple(sorted(query.languages)))
    period = query.period
    is_open = period is not None and (period.low is None or period.high is None)
    number = rf"\d{{1,3}}(?:{_BLANKS}\d{{3}})+|\d{{1,4}}"
    pattern = rf"(?<![\w.,/:-])(?<!\d[ \u00a0\u202f])({number})[^\W\d_]{{0,4}}(?![\w/:-]|[.,]\d)"
    for match in re.finditer(pattern, text):
        figures = re.sub(r"\D", "", match.group(1))
        if any(date.start <= match.start() < date.end for date in dates) and len(figures) < _YEAR:
            continue
        before = _WORD.findall(fold(plain(text[: match.start()])))[-2:]
        behind = _WORD.findall(fold(plain(text[match.end() :])))[:1]
        if not bounds.isdisjoint(before) or not times.isdisjoint(before[-1:]):
            continue
        if not (times - units).isdisjoint(behind) or (is_open and len(figures) == _YEAR):
            continue
        found.append(int(figures))
    return found


def _is_in(number: int, text: str, words: frozenset[str], language: Language) -> bool:
    if re.search(rf"(?<!\d){number}(?!\d)", text):
        return True
    if number <= _MOST_ROMAN and not words.isdisjoint(_in_roman(number)):
        return True
    spelt = {value for word, value in _spelt(language) if any(_is_form(w, word) for w in words)}
    thousands, rest = divmod(number, 1_000)
    if rest == 0 and thousands in spelt:
        return True  # "sept mille"
    return number in spelt or (
        _COMPOSED < number < _COMPOSED_MOST and any(value >= _COMPOSED for value in spelt)
    )


def _is_form(word: str, number: str) -> bool:
    """Whether a word is a spelt number, its plural or its ordinal ("onze", "onzième")."""
    if word in (number, f"{number}s"):
        return True
    longer = len(word) - len(number)
    return len(number) > _FEW and 1 < longer <= _ORDINAL and word.startswith(number[:-1])


def _in_roman(number: int) -> Iterable[str]:
    """A number in Roman figures, with and without the ending of an ordinal."""
    figures = ""
    for value, letters in _ROMAN:
        while number >= value:
            figures, number = figures + letters, number - value
    return (figures, f"{figures}e", f"{figures}eme")


@lru_cache(maxsize=16)
def _spelt(language: Language) -> tuple[tuple[str, int], ...]:
    """The spelt numbers of a language, folded."""
    spoken = read_with(language.code)
    return tuple((fold(plain(w)), value) for one in spoken for w, value in one.numbers.items())


@lru_cache(maxsize=64)
def _beside(codes: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words before an amount that is only a bound, words beside a number of time, and its units."""
    spoken = [known(code) for code in codes]
    bounds = folded_words(*(one.calendar.before_quantity.replace(",", " ") for one in spoken))
    links = folded_words(*(one.speech.name_links for one in spoken))
    times = folded_words(*(one.times.telling for one in spoken))
    units = folded_words(*(one.times.units for one in spoken))
    return bounds - links, times, units
