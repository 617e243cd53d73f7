"""Find those who joined something, or left it, in the sentences of a passage that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.answering.name_phrases import enumerated, name_phrases
from rag.answering.presence import tells_of
from rag.corpus import sentences_of
from rag.language.registry import known
from rag.language.terms import fold, plain
from rag.question import Query
from rag.retrieval.named import group_words, names_group
from rag.types import AnswerPart, Hit, Span

_WORD = re.compile(r"[^\W_]+")
# The one who joins stands so many characters from the word that says so, at most.
_WITHIN = 60
_WITHIN_BEHIND = 4
_ENDS = re.compile(r"[;:!?»«]| [–—-] ")


def members_in(query: Query, hit: Hit) -> list[Span]:
    """Where a passage names those who joined, or left, what the question names; none for a question
    that does not ask for them."""
    asked = query.scope.membership
    patterns = _patterns(hit.release.language)
    if asked is None or patterns is None:
        return []
    body, language = hit.release.body, hit.release.language
    groups = group_words(query)
    found: list[Span] = []
    for sentence in sentences_of(body, hit.passage, language):
        text = body[sentence.start : sentence.end]
        if not names_group(query, text):
            continue
        if tells_of(text, known(language).answers.not_so, query.text):
            continue
        joined = asked == "joined"
        if joined and patterns.left.search(_small(text)):
            continue
        before = patterns.admits if joined else patterns.expels
        behind = patterns.joins if joined else patterns.leaves
        found += _named(body, sentence, before, behind, groups, language)
    return found


def says_otherwise(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of a part says that someone left what a question asks the members of."""
    patterns = _patterns(part.hit.release.language)
    told = patterns is not None and patterns.left.search(_small(part.sentence.quote)) is not None
    return query.scope.membership == "joined" and told


def _named(
    body: str,
    sentence: Span,
    before: re.Pattern[str],
    behind: re.Pattern[str],
    groups: frozenset[str],
    language: str | None,
) -> list[Span]:
    """The names behind a word that announces them, else those before a verb that says it."""
    text = _small(body[sentence.start : sentence.end])
    phrases = [
        one
        for one in name_phrases(body, sentence.start, sentence.end, language)
        if groups.isdisjoint(fold(plain(w)) for w in _WORD.findall(body[one.start : one.end]))
    ]
    for match in before.finditer(text):
        at = sentence.start + match.end()
        for n, one in enumerate(phrases):
            start = max(one.start, at)
            if start < one.end and len(body[at:start].strip()) <= _WITHIN_BEHIND:
                series = enumerated(body, phrases, n, language)
                return [_from(body, one, at) for one in series if one.end > at]
    for match in behind.finditer(text):
        at = sentence.start + match.start()
        for n in reversed(range(len(phrases))):
            gap = body[phrases[n].end : at]
            if phrases[n].end <= at and len(gap) <= _WITHIN and not _ENDS.search(gap):
                return enumerated(body, phrases[: n + 1], n, language)
    return []


def _from(body: str, phrase: Span, at: int) -> Span:
    """The part of a phrase behind a place."""
    start = max(phrase.start, at)
    blanks = len(body[start : phrase.end]) - len(body[start : phrase.end].lstrip())
    return Span(start + blanks, phrase.end)


def _small(text: str) -> str:
    """The text in small letters and with plain marks, each character for one."""
    body = plain(text)
    return body if len(body) == len(text) else text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class _Patterns:
    joins: re.Pattern[str]
    leaves: re.Pattern[str]
    admits: re.Pattern[str]
    expels: re.Pattern[str]
    left: re.Pattern[str]


@lru_cache(maxsize=16)
def _patterns(language: str | None) -> _Patterns | None:
    words = known(language).memberships
    if not words.joins:
        return None
    return _Patterns(
        joins=_whole(words.joins),
        leaves=_whole(words.leaves),
        admits=_whole(words.admits),
        expels=_whole(words.expels),
        left=_whole(f"{words.leaves}|{words.expels}"),
    )


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?:(?<=')|(?!\w))")
