"""Find those who joined something, or left it, in the sentences of a passage that say so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rag.answering.checks.contrary import negation_in
from rag.answering.checks.presence import tells_of
from rag.answering.words.name_phrases import enumerated, name_phrases
from rag.corpus import sentences_of
from rag.language.registry import known
from rag.language.terms import fold, plain
from rag.lazy import regex
from rag.question import Query
from rag.retrieval.named import group_words, names_group
from rag.types import AnswerPart, Hit, Span

_WORD = regex(r"[^\W_]+")
# The one who joins stands so many characters from the word that says so, at most.
_WITHIN = 60
_WITHIN_BEHIND = 4
_ENDS = regex(r"[;:!?»«]| [–—-] ")


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
    before_names = False
    for sentence in sentences_of(body, hit.passage, language):
        text = body[sentence.start : sentence.end]
        names, of_before = names_group(query, text), before_names
        before_names = names
        if not names and not of_before:
            continue
        if tells_of(text, known(language).answers.not_so, query.text):
            continue
        joined = asked == "joined"
        if joined and patterns.left.search(_small(text)):
            continue
        before = patterns.admits if joined else patterns.expels
        behind = patterns.joins if joined else patterns.leaves
        said = _Said(
            body, sentence, _small(text), _outside(body, sentence, groups, language), language
        )
        if names:
            found += _behind(said, before) or _before(said, behind)
        else:
            found += _before(said, behind, alone=True)
    return found


def says_otherwise(query: Query, part: AnswerPart) -> bool:
    """Whether the sentence of a part says that someone left what a question asks the members of, or
    denies something."""
    if query.scope.membership != "joined":
        return False
    language, text = part.hit.release.language, _small(part.sentence.quote)
    patterns = _patterns(language)
    told = patterns is not None and patterns.left.search(text) is not None
    return told or negation_in(known(language)).search(text) is not None


class _Said(NamedTuple):
    """A sentence, its text in small letters, and the names in it that are not the group's."""

    body: str
    sentence: Span
    text: str
    names: list[Span]
    language: str | None

    def denies(self, start: int, end: int) -> bool:
        """Whether a part of the text has a negation."""
        return negation_in(known(self.language)).search(self.text[max(0, start) : end]) is not None


def _outside(body: str, sentence: Span, groups: frozenset[str], language: str | None) -> list[Span]:
    return [
        one
        for one in name_phrases(body, sentence.start, sentence.end, language)
        if groups.isdisjoint(fold(plain(w)) for w in _WORD.findall(body[one.start : one.end]))
    ]


def _behind(said: _Said, words: re.Pattern[str]) -> list[Span]:
    """The names right behind a word that announces them."""
    for match in words.finditer(said.text):
        at = said.sentence.start + match.end()
        if said.denies(match.start() - _WITHIN, match.end()):
            continue
        for n, one in enumerate(said.names):
            start = max(one.start, at)
            if start < one.end and len(said.body[at:start].strip()) <= _WITHIN_BEHIND:
                series = enumerated(said.body, said.names, n, said.language)
                return [_from(said.body, one, at) for one in series if one.end > at]
    return []


def _before(said: _Said, verbs: re.Pattern[str], *, alone: bool = False) -> list[Span]:
    """The names before a verb that says it.

    Args:
        alone: no name may stand behind the verb, as where a pronoun tells what was joined ("Hult y
            adhère").
    """
    for match in verbs.finditer(said.text):
        at = said.sentence.start + match.start()
        if alone and any(one.start > at for one in said.names):
            continue
        for n in reversed(range(len(said.names))):
            end = said.names[n].end
            gap = said.body[end:at]
            if end > at or len(gap) > _WITHIN or _ENDS.search(gap):
                continue
            if said.denies(end - said.sentence.start, match.end()):
                break
            return enumerated(said.body, said.names[: n + 1], n, said.language)
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


class _Patterns(NamedTuple):
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
