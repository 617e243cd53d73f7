"""Ask for one thing where a question asks for several: "Quelles villes ont" as "Quelle ville a".

A reader finds one span in a passage, and a release often names one of the things that are asked
for. In the plural it takes such a passage for one that does not answer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rag.language.language import Language
from rag.language.terms import fold, folded_words, plain
from rag.lazy import regex

_WORD = regex(r"[^\W\d_]+")
SHORTEST_NOUN = 4
# Nouns with such an ending are mostly no plurals ("congrès", "Paris").
NO_PLURALS = ("ss", "us", "is", "ès")
# The article stands so many words behind the verb, at most ("Qui ont été les directeurs").
_ARTICLE_WITHIN = 2


def in_singular(text: str, language: Language) -> str:
    """A question for several things as one for a single thing, with the length of ``text``.

    Changed are the interrogative, the noun behind it, the first auxiliary verb, and an article and
    a noun behind that. A language without words for it leaves the question as it is.
    """
    words = _plurals(language)
    tokens = list(_WORD.finditer(text))
    keys = [fold(plain(token.group())) for token in tokens]
    at = next((n for n, key in enumerate(keys) if key in words.interrogatives), None)
    if at is None or not words.verbs:
        return text
    verb = next((n for n in range(at + 1, len(keys)) if keys[n] in words.verbs), None)
    forms = {at: words.others.get(keys[at], "")}
    if verb != at + 1 and at + 1 < len(keys) and keys[at] in words.before_noun:
        forms[at + 1] = _singular(tokens[at + 1].group(), words)
    if verb is not None:
        forms[verb] = words.verbs[keys[verb]]
        behind = range(verb + 1, min(verb + 1 + _ARTICLE_WITHIN, len(keys) - 1))
        article = next((n for n in behind if keys[n] in words.others), None)
        if article is not None:
            forms[article] = words.others[keys[article]]
            forms[article + 1] = _singular(tokens[article + 1].group(), words)
    for n, form in forms.items():
        text = _with(text, tokens[n], form)
    return text


def singulars_of(noun: str, language: Language) -> list[str]:
    """What a noun may be in the singular, by the endings of plurals."""
    endings = _plurals(language).endings
    return [noun[: len(noun) - len(a)] + b for a, b in endings if noun.endswith(a)]


def _with(text: str, token: re.Match[str], form: str) -> str:
    """The text with another form of a word and blanks in its place."""
    word = token.group()
    if not form or len(form) > len(word):
        return text
    form = word[0] + form[1:] if plain(word[0]) == form[0] else form
    return text[: token.start()] + form.ljust(len(word)) + text[token.end() :]


class _Plurals(NamedTuple):
    verbs: dict[str, str]
    others: dict[str, str]
    interrogatives: frozenset[str]
    before_noun: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    unchanged: frozenset[str]


def _singular(word: str, words: _Plurals) -> str:
    """The singular of a noun, by its ending."""
    key = plain(word)
    if len(key) < SHORTEST_NOUN or len(key) != len(word) or fold(key) in words.unchanged:
        return word
    if key.endswith(NO_PLURALS):
        return word
    endings = (word[: len(word) - len(a)] + b for a, b in words.endings if key.endswith(a))
    return next(endings, word)


@lru_cache(maxsize=64)
def _plurals(language: Language) -> _Plurals:
    plurals = language.questions.plurals
    several = folded_words(language.answers.several)
    return _Plurals(
        verbs=_pairs(plurals.verbs),
        others=_pairs(plurals.words),
        interrogatives=several | folded_words(language.questions.who),
        before_noun=several,
        endings=tuple((a, b) for a, _, b in (p.partition(":") for p in plurals.endings.split())),
        unchanged=folded_words(plurals.unchanged),
    )


def _pairs(text: str) -> dict[str, str]:
    """Plural and singular of words, as "sont:est ont:a"."""
    pairs = (pair.split(":") for pair in text.split())
    return {fold(plain(plural)): singular for plural, singular in pairs}
