"""Take the polite words off both ends of a question: "Bonjour, pouvez-vous me dire quand …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.language import likely_languages
from rag.language.language import Language
from rag.language.registry import known, languages
from rag.language.terms import fold, plain
from rag.language.words import unjoined
from rag.lazy import regex

_WORD = regex(r"[^\W\d_]+")
# A full stop, a comma or the like parts a greeting from the question.
_PARTING = regex(r"[.,;:!?…\n–—]")
# So many words or more are left of a question.
_LEAST_WORDS = 3

Phrase = tuple[str, ...]


class _Courtesy(NamedTuple):
    """The words of a language, without accents.

    Attributes:
        greetings: phrases that ask nothing.
        thanks: phrases that may end a question without a mark before them, if it has none behind
            ("quand a-t-elle été créée merci", but not "Qui a dit merci ?").
        please: phrases that may end a question without any mark.
        asking: phrases of which "pouvez-vous me dire" consists.
        interrogatives: phrases that begin an indirect question.
        prepositions: phrases that may stand before an interrogative.
        joining: words that, after a verb such as "dire", join a statement.
    """

    greetings: frozenset[Phrase]
    thanks: frozenset[Phrase]
    please: frozenset[Phrase]
    asking: frozenset[Phrase]
    interrogatives: frozenset[Phrase]
    prepositions: frozenset[Phrase]
    joining: frozenset[str]


def without_courtesy(question: str, least: int = _LEAST_WORDS) -> str:
    """The question with blanks in the place of greetings, thanks and "could you tell me".

    Words before a question are taken off only if all of them are such words, and a mark or an
    interrogative follows: "Bonjour, le sommet a-t-il eu lieu ?", "Sais-tu qui dirige …". The length
    stays. A text that is nothing else, or of which fewer words would be left, stays too.

    Args:
        question: as typed.
        least: how many words are left at least; one is enough for a follow-up ("Merci. Où ?").
    """
    tokens = list(_WORD.finditer(question))
    words = [plain(token.group()) for token in tokens]
    keys = [fold(word) for word in words]
    kept = (0, len(tokens))
    for code in sorted(likely_languages(question)) or sorted(languages()):
        courtesy = _courtesy(known(code))
        first = _first(question, tokens, words, keys, courtesy)
        last = _last(question, tokens, keys, courtesy, first)
        if least <= last - first < kept[1] - kept[0]:
            kept = first, last
    return question if kept == (0, len(tokens)) else _blanked(question, tokens, *kept)


def _first(
    question: str,
    tokens: Sequence[re.Match[str]],
    words: Sequence[str],
    keys: Sequence[str],
    courtesy: _Courtesy,
) -> int:
    """The number of the first word that asks; 0 if nothing polite stands before it."""
    at, first, greeted = 0, 0, False
    while at < len(keys):
        if greeting := _starting(keys, at, courtesy.greetings):
            at, greeted = at + greeting, True
        elif (asking := _starting(keys, at, courtesy.asking)) > 1:  # "who can tell me"
            at += asking
        elif _asks(words, keys, at, courtesy):
            return at
        elif asking:
            at += asking
        else:
            return first
        parted = at < len(keys) and _PARTING.search(
            question, tokens[at - 1].end(), tokens[at].start()
        )
        if greeted and parted:
            first = at
    return first


def _last(
    question: str,
    tokens: Sequence[re.Match[str]],
    keys: Sequence[str],
    courtesy: _Courtesy,
    first: int,
) -> int:
    """The number of words up to the last one that is not of a polite end."""
    last = len(keys)
    unmarked = not tokens or "?" not in question[tokens[-1].end() :]
    while True:
        for length in range(min(6, last - first), 0, -1):
            start = last - length
            phrase = tuple(keys[start:last])
            if phrase in courtesy.please or (unmarked and phrase in courtesy.thanks):
                break
            parted = start and _PARTING.search(
                question, tokens[start - 1].end(), tokens[start].start()
            )
            if parted and phrase in courtesy.greetings:
                break
        else:
            return last
        last = start


def _asks(words: Sequence[str], keys: Sequence[str], at: int, courtesy: _Courtesy) -> bool:
    """Whether an indirect question begins at a word, perhaps with a preposition."""
    at += _starting(keys, at, courtesy.prepositions)
    if at >= len(keys) or words[at] in courtesy.joining:
        return False
    return _starting(keys, at, courtesy.interrogatives) > 0


def _starting(keys: Sequence[str], at: int, phrases: frozenset[Phrase]) -> int:
    """The length of the longest phrase that begins at a word; 0 for none."""
    for length in range(min(6, len(keys) - at), 0, -1):
        if tuple(keys[at : at + length]) in phrases:
            return length
    return 0


def _blanked(question: str, tokens: Sequence[re.Match[str]], first: int, last: int) -> str:
    """The question with blanks before the first word and after the last one; question marks at
    the end stay."""
    start, end = tokens[first].start(), tokens[last - 1].end()
    while start and question[start - 1] in "¿«“\"'‘’(":
        start -= 1
    if last == len(tokens):
        end = len(question)
    tail = "".join(sign if sign in "?؟？" or sign.isspace() else " " for sign in question[end:])
    return " " * start + question[start:end] + tail


@lru_cache(maxsize=128)
def _courtesy(language: Language) -> _Courtesy:
    asked = language.questions
    return _Courtesy(
        _phrases(asked.greetings, asked.thanks, asked.please, asked.salutations),
        _phrases(asked.thanks),
        _phrases(asked.please),
        _phrases(asked.wrapping, asked.please),
        _phrases(*asked.interrogatives),
        _phrases(asked.prepositions),
        frozenset(asked.joining.split()),
    )


def _phrases(*listed: str) -> frozenset[Phrase]:
    return frozenset(
        tuple(fold(word) for word in _WORD.findall(plain(phrase))) for phrase in unjoined(*listed)
    )
