"""Tell whether a text says a name of a question, and whether a preposition leads a name."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from rag.language.aliases import other_names
from rag.language.language import Language
from rag.language.proper_names import Name
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, is_role, prepositions_of
from rag.question.verb import alike

_WORD = regex(r"[^\W_]+")
_LETTERS = regex(r"[^\W\d_]+")
# An adjective ends so in a language that gives all nouns a capital.
_ADJECTIVES = ("e", "en", "er", "es", "em")


def is_said(name: Name, text: str) -> bool:
    """Whether a text has a part of a name, a form of one, or another name for it."""
    words = [fold(plain(word)) for word in _WORD.findall(text)]
    joined = f" {' '.join(words)} "
    return any(alike(part, word) for part in name.parts for word in words) or any(
        f" {fold(one)} " in joined for one in other_names(name.words)
    )


def is_led(text: str, name: Name, language: Language) -> bool:
    """Whether a preposition stands before a name in a text, perhaps with articles between."""
    return _word_before(text, name, language) in prepositions_of(language)


def tells_place(text: str, name: Name, language: Language) -> bool:
    """Whether a preposition other than "of" and "by" stands before a name in a text."""
    answers = language.answers
    bound = folded_words(answers.of, answers.by, language.speech.name_links)
    return is_led(text, name, language) and _word_before(text, name, language) not in bound


def _word_before(text: str, name: Name, language: Language) -> str:
    """The word before a name and its articles; empty if there is none."""
    before = [fold(plain(word)) for word in _WORD.findall(text.partition(name.words)[0])]
    while before and before[-1] in articles_of(language) - prepositions_of(language):
        before.pop()
    return before[-1] if before else ""


def names_not_led(query: Query, language: Language) -> list[Name]:
    """The names of a question that no preposition stands before."""
    return [name for name in query.names if not is_led(query.text, name, language)]


def names_asked(query: Query, language: Language) -> tuple[Name, ...]:
    """The names of a question. Where all nouns have a capital, its first word with one that no
    article, preposition or adjective leads and that is no role may be one too."""
    nouns = language.calendar.nouns_are_capitalised
    if not nouns or language.code not in query.languages:
        return query.names
    languages = [known(code) for code in query.languages]
    led = frozenset[str]().union(*(_leading(one) for one in languages))
    verbs = folded_words(language.questions.verbs)
    counting = folded_words(language.questions.how_many.replace("_", " "))
    for before, word in pairwise(_LETTERS.findall(query.text)):
        key, leading = fold(plain(word)), fold(plain(before))
        if word[0].isupper() and leading not in counting:
            bare = before.islower() and leading not in led
            bare = bare and (leading in verbs or not leading.endswith(_ADJECTIVES))
            known_word = any(is_role(key, one) for one in languages)
            known_word |= any(key in name.parts for name in query.names)
            alone = Name(word, (key,), False)
            if bare and not known_word:
                return (alone, *query.names)
            if before[0].isupper() and not known_word and not is_role(leading, language):
                return (*query.names, alone)  # "das Hallenbad *Wasserburg*"
    return query.names


def is_adjective(word: str) -> bool:
    """Whether a word may be an adjective, in a language that gives all nouns a capital."""
    return word.islower() and word.endswith(_ADJECTIVES)


@lru_cache(maxsize=16)
def _leading(language: Language) -> frozenset[str]:
    small = folded_words(language.questions.which, language.questions.how_many)
    return small | prepositions_of(language) | articles_of(language)
