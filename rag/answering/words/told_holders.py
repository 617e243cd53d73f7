"""Find who a passage says holds an office: "Konzernchef Rolf Berg", "Rolf Berg, maire de Dax"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.answering.tokens import Word, words_of
from rag.answering.verbs.clauses import joins_clauses
from rag.answering.verbs.grammar import idle_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question import Query
from rag.question.office import (
    VAGUE_POSTS,
    articles_of,
    asked_office,
    is_role,
    posts_of,
    tokens_of,
    word_key,
)
from rag.question.verb import alike
from rag.types import Hit, Span

_BLANK = regex(r"[\s\u00a0\u202f]*")
_COMMA = regex(r"\s*,\s*")
_CLOSES = regex(r"\s*(?:[,;:.)]|$)")
# An office with what it is of has so many words, at most; so many stand before its noun.
_OFFICE, _BEFORE = 9, 2


class Held(NamedTuple):
    """Somebody and an office, with the words around its noun, and with what it is of."""

    name: Span
    office: Span
    of: Span


def told_holder(query: Query, hit: Hit, sentences: Sequence[Span]) -> tuple[Span | None, bool]:
    """The one person whom a passage says holds the office that a question asks for, with the same
    words around its noun; None if there is none, or several. And whether the reader's words are
    somebody who holds another post alone."""
    language, body = known(hit.release.language), hit.release.body
    held = [one for sentence in sentences for one in holders(body, sentence, language)]
    found = [one.name for one in held if _is_asked(query, hit, one, language)]
    last = {body[one.start : one.end].split()[-1] for one in found}
    if len(last) == 1:
        return found[0], False
    words = hit.match.span
    own = [one for one in held if words is not None and one.name.overlaps(words)]
    keys = tokens_of(query.text)[1]
    asked = frozenset[str]().union(*(posts_of(keys, known(code)) for code in query.languages))
    posts = [
        posts_of(tokens_of(body[one.office.start : one.office.end])[1], language) for one in own
    ]
    clear = bool(asked) and not asked & VAGUE_POSTS and all(one - VAGUE_POSTS for one in posts)
    return None, bool(own) and not found and clear and not any(one & asked for one in posts)


def holders(body: str, sentence: Span, language: Language) -> Iterator[Held]:
    """Those whom a sentence names right behind an office, or right before one and a comma."""
    tokens = words_of(body, sentence, language.code)
    at = 0
    while at < len(tokens):
        if not is_role(tokens[at].text, language):
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
        if held is not None:
            yield held


def _gap(body: str, tokens: Sequence[Word], n: int) -> str:
    """What stands between a word and the next one."""
    end = tokens[n + 1].start if n + 1 < len(tokens) else tokens[n].end + 2
    return body[tokens[n].end : end]


def _is_joined(body: str, tokens: Sequence[Word], n: int, language: Language) -> bool:
    """Whether the word behind one is of the same office: "directeur *général*"."""
    word = tokens[n + 1]
    own = is_role(word.text, language) or word.text in _qualifiers(language)
    return own and _BLANK.fullmatch(_gap(body, tokens, n)) is not None


def _stands_before(body: str, tokens: Sequence[Word], n: int, language: Language) -> bool:
    """Whether the word before the noun of an office may tell which: "*assistant* coach"."""
    word = tokens[n - 1]
    small = word.text in idle_of(language) or word.text in articles_of(language)
    return not small and _BLANK.fullmatch(_gap(body, tokens, n - 1)) is not None


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
    return body[word.start].isupper() and not small and not is_role(word.text, language)


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
    begin = first
    while begin and tokens[begin - 1].text in articles_of(language) and begin > first - _BEFORE:
        if not _BLANK.fullmatch(_gap(body, tokens, begin - 1)):
            break
        begin -= 1
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


def _is_asked(query: Query, hit: Hit, held: Held, language: Language) -> bool:
    """Whether an office is the one that a question asks for, and of the body that it names."""
    body = hit.release.body
    office = body[held.office.start : held.office.end]
    told = [word_key(one) for one in office.split()]
    for code in query.languages:
        spoken = known(code)
        phrase = asked_office(query.text, spoken)
        asked = [word_key(one) for one in phrase]
        if not asked or _kinds(asked, spoken) != _kinds(told, language):
            continue
        if code == language.code:
            same = _are_alike(phrase, office, language)
        else:
            posts = posts_of(asked, spoken) - {"head"}
            plain = all(is_role(one, spoken) or one in _qualifiers(spoken) for one in asked)
            same = bool(posts) and plain and posts == posts_of(told, language)
        if same:
            return _is_of_body(query, hit, held, language)
    return False


def _kinds(words: Sequence[str], language: Language) -> frozenset[str]:
    """What the qualifiers among the words of an office say of its holder."""
    kinds = _qualifiers(language)
    parts = (part for word in words for part in (word, *word.split("-")))
    return frozenset(kinds[part] for part in parts if part in kinds)


def _are_alike(phrase: Sequence[str], office: str, language: Language) -> bool:
    """Whether two offices have the same words, of a man or a woman."""
    asked = analyse(" ".join(phrase), language.code)
    told = analyse(office, language.code)
    return (
        bool(asked)
        and all(any(alike(one, other) for other in told) for one in asked)
        and all(any(alike(one, other) for other in asked) for one in told)
    )


def _is_of_body(query: Query, hit: Hit, held: Held, language: Language) -> bool:
    """Whether what an office is of, or the title where it is of nothing, has all other words of a
    question."""
    body = hit.release.body
    if query.cross_lingual:
        parts = {part for name in query.names for part in name.parts}
        asked: frozenset[str] = frozenset(analyse(" ".join(parts), language.code))
    else:
        asked = query.terms_in[language.code]
    office = analyse(body[held.office.start : held.office.end], language.code)
    behind = body[held.office.end : held.of.end] if held.of.end > held.office.end else ""
    told = analyse(behind or hit.release.title, language.code)
    rest = [one for one in asked if not any(alike(one, other) for other in office)]
    return all(any(alike(one, other) for other in told) for one in rest)


@lru_cache(maxsize=16)
def _qualifiers(language: Language) -> dict[str, str]:
    """Words beside an office that another one holds ("former"), or a deputy."""
    scope = language.questions.scope
    former = dict.fromkeys(folded_words(scope.former), "former")
    return former | dict.fromkeys(folded_words(scope.deputies), "deputy")
