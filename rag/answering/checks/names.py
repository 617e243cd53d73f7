"""Tell whether a text says a name of a question, and whether a preposition leads a name."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.aliases import other_names
from rag.language.language import Language
from rag.language.proper_names import Name
from rag.language.terms import fold, folded_words, plain
from rag.question import Query
from rag.question.office import articles_of
from rag.question.verb import alike

_WORD = re.compile(r"[^\W_]+")


def is_said(name: Name, text: str) -> bool:
    """Whether a text has a part of a name, a form of one, or another name for it."""
    words = [fold(plain(word)) for word in _WORD.findall(text)]
    joined = f" {' '.join(words)} "
    return any(alike(part, word) for part in name.parts for word in words) or any(
        f" {fold(one)} " in joined for one in other_names(name.words)
    )


def is_led(text: str, name: Name, language: Language) -> bool:
    """Whether a preposition stands before a name in a text, perhaps with articles between."""
    return _leading(text, name, language) in prepositions(language)


def tells_place(text: str, name: Name, language: Language) -> bool:
    """Whether a preposition other than "of" and "by" stands before a name in a text."""
    answers = language.answers
    bound = folded_words(answers.of, answers.by, language.speech.name_links)
    return is_led(text, name, language) and _leading(text, name, language) not in bound


def _leading(text: str, name: Name, language: Language) -> str:
    """The word before a name and its articles; empty if there is none."""
    before = [fold(plain(word)) for word in _WORD.findall(text.partition(name.words)[0])]
    while before and before[-1] in articles_of(language) - prepositions(language):
        before.pop()
    return before[-1] if before else ""


def names_not_led(query: Query, language: Language) -> list[Name]:
    """The names of a question that no preposition stands before."""
    return [name for name in query.names if not is_led(query.text, name, language)]


@lru_cache(maxsize=16)
def prepositions(language: Language) -> frozenset[str]:
    """The folded prepositions of a language, with those that join a name to what it is of."""
    speech, answers = language.speech, language.answers
    return folded_words(
        language.questions.prepositions.replace("_", " "),
        speech.prepositions,
        speech.name_links,
        speech.loose_links,
        answers.of,
        answers.to,
        answers.by,
    )
