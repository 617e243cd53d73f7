"""Tell that a date stands in a part of a sentence that speaks of another subject.

"La RD 34 a rouvert ; la RD 12 reste fermée jusqu'à lundi" tells nothing of when the RD 34 was
closed, nor "Elle remplace Luc Vidal, président depuis 2008" since when she presides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rag.answering.checks.events import begins_with_pronoun
from rag.answering.dating.clauses import Clause, clauses_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.proper_names import find_names
from rag.language.terms import folded_words, plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.question.office import articles_of, prepositions_of, tokens_of
from rag.types import Span

_MARK = regex(r";")
# The name of a person has so many words at least.
_NAME = 2


def is_of_another_part(
    body: str, sentence: Span, place: int, asked: frozenset[str], language: Language
) -> bool:
    """Whether another part of a sentence, up to a semicolon or a second subject and its verb, has
    all words asked that the part around a place has, and more of them.

    Args:
        body: of the release.
        sentence: of the body.
        place: where in it the date or the event stands.
        asked: index terms of what a question asks about, without those of what happened to it.
        language: of the body.
    """
    parts = _parts(body, sentence, language)
    own = next((one for one in parts if one.start <= place < one.end), None)
    if own is None or len(parts) < 2 or _goes_on(body, own, language):
        return False
    told = {one: asked.intersection(_terms(body, one, language)) for one in parts}
    return any(told[own] < told[one] for one in parts)


def is_of_other_person(
    body: str, clauses: Sequence[Clause], own: Clause, names: frozenset[str], language: Language
) -> bool:
    """Whether a clause without a verb of its own explains the name of a person right before it that
    has no part of some names: "Elle remplace Luc Vidal, *président depuis 2008*"."""
    at = clauses.index(own)
    resumes = own.kind == "main" and (
        clauses[at - 1].kind == "aside" or _has_verb(body, own, language)
    )
    if not at or resumes:
        return False
    before = body[clauses[0].start : own.start].rstrip(" \u00a0,–—(")
    found = (name for name in find_names(before, (language.code,)) if before.endswith(name.words))
    alone = before.rpartition(",")[2].strip()
    return any(
        len(name.parts) >= _NAME and names.isdisjoint(name.parts) and name.words != alone
        for name in found
    )


def _parts(body: str, sentence: Span, language: Language) -> list[Span]:
    """A sentence between semicolons, and between words for "and" behind which a subject and a verb
    of its own stand."""
    cuts = [mark.end() for mark in _MARK.finditer(body, sentence.start, sentence.end)]
    for word in _joins(language).finditer(body, sentence.start, sentence.end):
        _, keys = tokens_of(body[word.end() : sentence.end])
        led = keys[:1] and keys[0] in articles_of(language) - prepositions_of(language)
        if led and _has_verb(body, Span(word.end(), sentence.end), language):
            cuts.append(word.end())
    stops = [sentence.start, *sorted(set(cuts)), sentence.end]
    return [Span(low, high) for low, high in pairwise(stops) if low < high]


def _has_verb(body: str, part: Span | Clause, language: Language) -> bool:
    """Whether the clauses of a part that do not only tell more of a noun have an auxiliary."""
    clauses = clauses_of(body, part.start, part.end, language)
    told = (body[one.start : one.end] for one in clauses if one.kind != "aside")
    return any(not _verbs(language).isdisjoint(tokens_of(text)[1]) for text in told)


def _goes_on(body: str, part: Span, language: Language) -> bool:
    """Whether a part has its subject from the one before: it begins with a pronoun, or with a verb
    where that needs no subject."""
    text = body[part.start : part.end]
    tokens, keys = tokens_of(text)
    if begins_with_pronoun(text, language):
        return True
    named = bool(tokens) and tokens[0].group()[0].isupper()
    led = bool(keys) and keys[0] in articles_of(language)
    return language.follow_ups.drops_subjects and not (named or led)


def _terms(body: str, part: Span, language: Language) -> list[str]:
    return analyse(body[part.start : part.end], language.code)


@lru_cache(maxsize=16)
def _joins(language: Language) -> re.Pattern[str]:
    words = any_of(plain(f"{language.answers.joins} {language.answers.both}"))
    return re.compile(rf"{words}\s", re.IGNORECASE)


@lru_cache(maxsize=16)
def _verbs(language: Language) -> frozenset[str]:
    """Forms of the verbs that most sentences have."""
    speech, offices = language.speech, language.offices
    return folded_words(speech.auxiliaries, speech.copulas, offices.copulas, offices.auxiliaries)
