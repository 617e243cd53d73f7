"""Find the one who holds the office that a question asks for, in a passage."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.words.holders import Held, holders, is_office, qualifiers
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.question import Query
from rag.question.office import (
    VAGUE_POSTS,
    asked_office,
    posts_of,
    tells_of_holder,
    tokens_of,
    word_key,
)
from rag.question.verb import alike
from rag.types import Hit, Span


def asks_for_holder(query: Query) -> bool:
    """Whether a question asks who holds an office, and not what its holder did."""
    spoken = [known(code) for code in query.languages] if query.asks == "who" else []
    return any(
        asked_office(query.text, one) and not tells_of_holder(query.text, one) for one in spoken
    )


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
            plain = all(is_office(one, spoken) or one in qualifiers(spoken) for one in asked)
            same = bool(posts) and plain and posts == posts_of(told, language)
        if same:
            return _is_of_body(query, hit, held, language)
    return False


def _kinds(words: Sequence[str], language: Language) -> frozenset[str]:
    """What the qualifiers among the words of an office say of its holder."""
    kinds = qualifiers(language)
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
