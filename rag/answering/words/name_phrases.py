"""Find names with the nouns before them: "la médiathèque de Sablon", "l'Islande"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.types import Span

_WORD = regex(r"[^\W_]+(?:-[^\W_]+)*")
_GAP = regex(r"[ \u00a0\u202f]?['’]|[ \u00a0\u202f]+&[ \u00a0\u202f]+|[ \u00a0\u202f\n]")
# Between an article and the name stand so many words, at most.
_NOUNS_BEFORE = 5


class _Token(NamedTuple):
    start: int
    end: int
    key: str
    is_capital: bool


def name_phrases(body: str, start: int, end: int, language: str | None) -> list[Span]:
    """The names in a part of a text, each with its article and the nouns before it.

    A word at the beginning of a sentence counts as a name if it is no function word.
    """
    words = _words(language)
    tokens = [
        _Token(m.start(), m.end(), fold(plain(m.group())), m.group()[0].isupper())
        for m in _WORD.finditer(body, start, end)
    ]
    found: list[Span] = []
    at = 0
    while at < len(tokens):
        if not tokens[at].is_capital or tokens[at].key in words.idle:
            at += 1
            continue
        last = _last_of_name(body, tokens, at, words)
        first = _first_of_phrase(body, tokens, at, words)
        found.append(Span(tokens[first].start, tokens[last].end))
        at = last + 1
    return found


def enumerated(body: str, phrases: Sequence[Span], at: int, language: str | None) -> list[Span]:
    """The phrases of the series that one of them belongs to ("la Suède, la Norvège et l'Islande");
    that one alone if it belongs to none."""
    gaps = _between(language)
    first = last = at
    between = [body[a.end : b.start] for a, b in pairwise(phrases)]
    while first > 0 and gaps.fullmatch(between[first - 1]):
        first -= 1
    while last + 1 < len(phrases) and gaps.fullmatch(between[last]):
        last += 1
    # "À Paris, la Suède" is no series, "la Suède, la Norvège et l'Islande" is one.
    matches = filter(None, map(gaps.fullmatch, between[first:last]))
    joined = any(one["other"] or not one.group().strip().startswith(",") for one in matches)
    return list(phrases[first : last + 1]) if joined else [phrases[at]]


def _last_of_name(body: str, tokens: Sequence[_Token], at: int, words: _Words) -> int:
    """The place of the last word of a name: links count where a word with a capital follows."""
    last = at
    while True:
        after = last + 1
        while after < len(tokens) and after - last <= 2 and tokens[after].key in words.links:
            after += 1
        if after == last + 1 and _is_noun_of(tokens, after, words):
            after += 2  # "Institut polytechnique de Lyon"
        if after >= len(tokens) or not tokens[after].is_capital:
            return last
        if not all(_are_near(body, tokens, n, words) for n in range(last, after)):
            return last
        last = after


def _is_noun_of(tokens: Sequence[_Token], at: int, words: _Words) -> bool:
    """Whether a word in small letters, that tells something, and "of" stand before a capital."""
    if at + 2 >= len(tokens) or tokens[at].is_capital or tokens[at].key in words.idle:
        return False
    of = words.of - words.articles
    return tokens[at + 1].key in of and tokens[at + 2].is_capital


def _first_of_phrase(body: str, tokens: Sequence[_Token], at: int, words: _Words) -> int:
    """The place of the article before a name, with the nouns between; else of the name itself."""
    first = at
    while first > 0 and at - first <= _NOUNS_BEFORE and _are_near(body, tokens, first - 1, words):
        before = tokens[first - 1]
        behind_of = first > 1 and tokens[first - 2].key in words.of
        if before.key in words.articles and not behind_of:
            return first - 1
        if before.is_capital or (before.key in words.idle and before.key not in words.links):
            break
        first -= 1
    return at


def _are_near(body: str, tokens: Sequence[_Token], at: int, words: _Words) -> bool:
    """Whether nothing but a blank or an apostrophe stands behind a word before the next one, or the
    mark of a short title ("Dr. Ruiz")."""
    gap = body[tokens[at].end : tokens[at + 1].start]
    if tokens[at].key in words.titles:
        gap = gap.removeprefix(".")
    return _GAP.fullmatch(gap) is not None


class _Words(NamedTuple):
    idle: frozenset[str]
    of: frozenset[str]
    links: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]


@lru_cache(maxsize=16)
def _words(language: str | None) -> _Words:
    own = known(language)
    of = _folded(own.speech.name_links, own.answers.of) - _folded(own.answers.both)
    articles = _folded(own.answers.articles)
    articles = (articles & _folded(own.speech.articles)) or articles
    idle = frozenset(map(fold, function_words(own))) | _folded(own.speech.articles)
    titles = _folded(own.speech.titles.replace(".", ""))
    return _Words(idle, of, of | articles, articles, titles)


def _folded(*words: str) -> frozenset[str]:
    return frozenset(word.strip("'") for word in folded_words(*words))


@lru_cache(maxsize=16)
def _between(language: str | None) -> re.Pattern[str]:
    own = known(language)
    both, of = any_of(own.answers.both), any_of(own.answers.of)
    # "l'un au Bénin, *l'autre au* Togo"
    led = any_of(own.questions.prepositions, own.follow_ups.places)
    other = rf"(?P<other>{any_of(own.answers.another)}\s+(?:{led}\s*)?)"
    return re.compile(rf"(?:\s*,\s*(?:{both}\s+)?|\s+{both}\s+)(?:{other}|(?:{of}\s*)?)")
