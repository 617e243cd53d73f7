"""Find who stands beside an office: "Konzernchef Rolf Berg", "Rolf Berg, maire de Dax"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.answering.checks.names import is_adjective
from rag.answering.tokens import Word, words_of
from rag.answering.verbs.clauses import joins_clauses
from rag.answering.verbs.deeds import deed_of
from rag.answering.verbs.grammar import idle_of
from rag.language.language import Language
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question.office import (
    articles_of,
    is_role,
    posts_of,
    prepositions_of,
)
from rag.types import Span

_BLANK = regex(r"[\s\u00a0\u202f]*")
_COMMA = regex(r"\s*,\s*")
_CLOSES = regex(r"\s*(?:[,;:.)]|$)")
# An office with what it is of has so many words, at most.
_OFFICE = 9


class Held(NamedTuple):
    """Somebody and an office, with the words around its noun, and with what it is of."""

    name: Span
    office: Span
    of: Span


def holders(body: str, sentence: Span, language: Language) -> Iterator[Held]:
    """Those whom a sentence names right behind an office, or right before one and a comma."""
    tokens = words_of(body, sentence, language.code)
    at, outer = 0, -1
    while at < len(tokens):
        if not is_office(tokens[at].text, language):
            at += 1
            continue
        first, last = at, at
        while last + 1 < len(tokens) and _is_joined(body, tokens, last, language):
            last += 1
        at = last + 1
        while first and first > last - _OFFICE and _stands_before(body, tokens, first, language):
            first -= 1
        held = _behind(body, tokens, first, last, language) or _before(
            body, tokens, first, last, language
        )
        inner = outer >= 0 and _is_within(body, tokens, outer, first, language)
        outer = last
        # "Le représentant du *secrétaire général*, Paul Riou" is not the secretary.
        if held is not None and not (
            inner and _COMMA.search(body, held.office.end, held.name.start)
        ):
            yield held


def _is_within(
    body: str, tokens: Sequence[Word], outer: int, first: int, language: Language
) -> bool:
    """Whether an office is what another one before it is of, without a mark between them."""
    links = prepositions_of(language)
    between = tokens[outer + 1 : first]
    gaps = (_gap(body, tokens, n) for n in range(outer, first))
    return any(one.text in links for one in between) and not any(map(_COMMA.search, gaps))


def is_office(word: str, language: Language) -> bool:
    """Whether a folded word is a role or a post."""
    return is_role(word, language) or bool(posts_of([word], language))


def _gap(body: str, tokens: Sequence[Word], n: int) -> str:
    """What stands between a word and the next one."""
    end = tokens[n + 1].start if n + 1 < len(tokens) else tokens[n].end + 2
    return body[tokens[n].end : end]


def _is_joined(body: str, tokens: Sequence[Word], n: int, language: Language) -> bool:
    """Whether the word behind one is of the same office: "directeur *général*"."""
    word = tokens[n + 1]
    own = is_office(word.text, language) or word.text in qualifiers(language)
    return own and _BLANK.fullmatch(_gap(body, tokens, n)) is not None


def _stands_before(body: str, tokens: Sequence[Word], n: int, language: Language) -> bool:
    """Whether the word before the noun of an office may tell which: "*assistant* coach"."""
    word = tokens[n - 1]
    small = word.text in idle_of(language) or word.text in articles_of(language)
    if small or not _BLANK.fullmatch(_gap(body, tokens, n - 1)) or deed_of(word.term, language):
        return False
    return not language.calendar.nouns_are_capitalised or is_adjective(body[word.start : word.end])


def _name_at(body: str, tokens: Sequence[Word], n: int, language: Language) -> Span | None:
    """The name that begins with a word."""
    end = n
    links = folded_words(language.speech.name_links)
    while end < len(tokens) and _is_of_name(body, tokens[end], language):
        end += 1
        beyond = end
        while beyond < len(tokens) and tokens[beyond].text in links:
            beyond += 1
        near = all(_BLANK.fullmatch(_gap(body, tokens, m)) for m in range(end - 1, beyond))
        if not near:
            break
        if beyond < len(tokens) and _is_of_name(body, tokens[beyond], language):
            end = beyond
    return Span(tokens[n].start, tokens[end - 1].end) if end > n else None


def _is_of_name(body: str, word: Word, language: Language) -> bool:
    small = word.text in idle_of(language) or word.text in articles_of(language)
    return body[word.start].isupper() and not small and not is_office(word.text, language)


def _behind(
    body: str, tokens: Sequence[Word], first: int, last: int, language: Language
) -> Held | None:
    """The holder right behind an office, or between commas behind what it is of."""
    if last + 1 == len(tokens):
        return None
    office = Span(tokens[first].start, tokens[last].end)
    if _BLANK.fullmatch(_gap(body, tokens, last)):
        name = _name_at(body, tokens, last + 1, language)
        if name is not None:
            return Held(name, office, office)
    for n in range(last, min(len(tokens) - 1, last + _OFFICE)):
        if not _COMMA.fullmatch(_gap(body, tokens, n)):
            if _BLANK.fullmatch(_gap(body, tokens, n)) or "'" in _gap(body, tokens, n):
                continue
            return None
        name = _name_at(body, tokens, n + 1, language)
        of = Span(office.start, tokens[n].end)
        if name is None or not _CLOSES.match(body, name.end):
            return None
        behind = Span(office.end, of.end)
        return None if joins_clauses(body, behind, language.code) else Held(name, office, of)
    return None


def _before(
    body: str, tokens: Sequence[Word], first: int, last: int, language: Language
) -> Held | None:
    """The holder before a comma and an office."""
    led = first > 0 and tokens[first - 1].text in articles_of(language)
    begin = first - (led and _BLANK.fullmatch(_gap(body, tokens, first - 1)) is not None)
    if not begin or not _COMMA.fullmatch(_gap(body, tokens, begin - 1)):
        return None
    n = begin - 1
    while (
        n and _is_of_name(body, tokens[n], language) and _BLANK.fullmatch(_gap(body, tokens, n - 1))
    ):
        n -= 1
    n += not _is_of_name(body, tokens[n], language)
    name = _name_at(body, tokens, n, language) if n < begin else None
    if name is None or name.end != tokens[begin - 1].end:
        return None
    end = last
    while end + 1 < len(tokens) and end < last + _OFFICE:
        if _COMMA.search(_gap(body, tokens, end)) or _CLOSES.match(body, tokens[end].end):
            break
        end += 1
    own = last
    behind = tokens[last + 1].text if last + 1 <= end else ""
    if (
        behind
        and behind not in idle_of(language) | articles_of(language)
        and (body[tokens[last + 1].start].islower())
    ):
        own += 1  # "directeur *financier*"
    return Held(
        name,
        Span(tokens[first].start, tokens[own].end),
        Span(tokens[first].start, tokens[end].end),
    )


@lru_cache(maxsize=16)
def qualifiers(language: Language) -> dict[str, str]:
    """Words beside an office that another one holds ("former"), or a deputy."""
    scope = language.questions.scope
    former = dict.fromkeys(folded_words(scope.former), "former")
    return former | dict.fromkeys(folded_words(scope.deputies), "deputy")
