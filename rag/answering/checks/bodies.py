"""Tell whether a word for leading or a post is of the body that a question asks the head of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.answering.tokens import stand_ins
from rag.language import analyse
from rag.language.language import Language
from rag.language.terms import fold, folded_words, function_words
from rag.lazy import regex
from rag.question.office import articles_of, is_role, posts_of, word_key
from rag.question.verb import alike

# Posts that are named right before a person only by the body's own people ("la directrice Anne
# Roux"). A president or a minister is named so by everybody.
_OWN = frozenset({"director", "ceo", "head", "rector"})
# Posts that lead no organisation unless it is named behind them ("ministre de la Défense").
OF_STATE = frozenset({"minister", "ambassador", "spokesperson", "mayor", "king", "queen", "pope"})
_STOP = regex(r"[,;:.()!?«»\n]")
# The body stands so many words from its post, at most.
_BODY_WITHIN = 10
_BODY_BEFORE = 3


class Told(NamedTuple):
    """A text beside the body that a question asks the head of."""

    text: str
    tokens: Sequence[re.Match[str]]
    keys: Sequence[str]
    asked: frozenset[str]
    language: Language

    def leads_another(self, n: int) -> bool:
        """Whether an article and a noun stand right behind a word for leading, and up to the next
        mark nothing of the body that is asked for: "qui dirige *le service*"."""
        text, tokens, keys, asked, language = self
        article, noun = (*keys[n + 1 : n + 3], "", "")[:2]
        if (
            language.follow_ups.times_before_participle
            and n > 1
            and article not in articles_of(language)
        ):
            article, noun = keys[n - 2 : n]  # "die *die Wasserwerke* leitete"
            if article in articles_of(language):
                return bool(asked) and not self.has([tokens[n - 1].group()])
        if article not in articles_of(language) or noun in stand_ins(language):
            return False
        if not asked or not noun or is_role(noun, language):
            return False
        stop = _STOP.search(text, tokens[n].end())
        end = stop.start() if stop else len(text)
        behind = [one.group() for one in tokens[n + 1 :] if one.start() < end]
        return bool(behind) and not self.has(behind)

    def is_of_body(self, n: int) -> bool:
        """Whether the post at a place of a text may be of the body that is asked for."""
        text, tokens, keys, asked, language = self
        words = [token.group() for token in tokens]
        if self.has(words[n : n + 1]):
            return False  # a part of the body's name
        if self.has(_joined(text, tokens[max(0, n - _BODY_BEFORE) : n + 1])[:-1]):
            return True  # "the Office's director"
        post = posts_of([keys[n]], language)
        last = n
        while last + 1 < len(keys) and is_role(keys[last + 1], language):
            last += 1  # "directeur *général*"
        behind = list(tokens[last + 1 : last + 1 + _BODY_WITHIN])
        stop = _STOP.search(text, tokens[last].end())
        behind = [token for token in behind if stop is None or token.start() < stop.start()]
        of = articles_of(language) | folded_words(language.speech.name_links, language.answers.of)
        linked = next(
            (m for m in range(last + 1, last + 3) if keys[m : m + 1] and keys[m] in of), None
        )
        if linked is not None and any(token.start() == tokens[linked].start() for token in behind):
            return not asked or self.has([token.group() for token in behind])
        if post & OF_STATE or _is_of_part(behind, asked, language):
            return False
        named = bool(behind) and behind[0].group()[0].isupper()
        return not named or bool(post & _OWN)

    def has(self, words: Sequence[str]) -> bool:
        """Whether some words have a term of the body."""
        return has_term(self.asked, words, self.language)


def _is_of_part(behind: Sequence[re.Match[str]], asked: frozenset[str], language: Language) -> bool:
    """Whether an adjective right behind a post names a part of a body ("directeur *financier*"),
    and not the body ("président *afghan*")."""
    if not behind or not behind[0].group().islower() or language.calendar.nouns_are_capitalised:
        return False
    word = behind[0].group()
    if any(alike(one, term) for one in analyse(word, language.code) for term in asked):
        return False
    return word_key(word) not in frozenset(map(fold, function_words(language)))


def _joined(text: str, tokens: Sequence[re.Match[str]]) -> list[str]:
    """The last of some words that no punctuation separates."""
    words: list[str] = []
    for n, token in enumerate(tokens):
        if n and _STOP.search(text, tokens[n - 1].end(), token.start()):
            words = []
        words.append(token.group())
    return words


def has_term(asked: frozenset[str], words: Sequence[str], language: Language) -> bool:
    """Whether some words have one of some index terms."""
    return not asked.isdisjoint(analyse(" ".join(words), language.code))
