"""The small words of a language by which a sentence is parted and its phrases are found."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.answering.verbs.deeds import deed_of_doer
from rag.language.language import Language
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.question.office import is_role, posts_of


@lru_cache(maxsize=16)
def relatives_of(language: Language) -> re.Pattern[str]:
    return re.compile(language.calendar.tense.clause_ends or "(?!)")


@lru_cache(maxsize=16)
def auxiliaries_of(language: Language) -> frozenset[str]:
    """Auxiliaries with their accents: "à" is no "a"."""
    answers = language.answers
    listed = (language.questions.verbs, language.offices.auxiliaries, answers.passive)
    return unjoined(*map(plain, listed))


@lru_cache(maxsize=16)
def objects_of(language: Language) -> frozenset[str]:
    """The articles and pronouns that only an object has: "den", "einen"."""
    return folded_words(language.answers.objects)


@lru_cache(maxsize=16)
def clitics_of(language: Language) -> frozenset[str]:
    """The pronouns of an object that stand before the verb: "la", "l'"."""
    pairs = language.follow_ups.clitics.split()
    return folded_words(*(one.partition(":")[0] for one in pairs if one.endswith(":")))


def is_person(word: str, language: Language) -> bool:
    return is_role(word, language) or bool(
        posts_of([word], language) or deed_of_doer(word, language)
    )


@lru_cache(maxsize=16)
def openings_of(language: Language) -> frozenset[str]:
    """Words that open a sentence and are no names: "according"."""
    return folded_words(language.speech.sources, language.speech.adverbs)


@lru_cache(maxsize=16)
def personal_of(language: Language) -> frozenset[str]:
    """The preposition of a person who is an object, alone and with an article."""
    personal = language.follow_ups.personal
    pairs = (one.partition(":") for one in language.follow_ups.contractions.split())
    return folded_words(personal, *(new for old, _, new in pairs if old.split("+")[0] == personal))


@lru_cache(maxsize=16)
def idle_of(language: Language) -> frozenset[str]:
    return frozenset(map(fold, function_words(language)))


@lru_cache(maxsize=16)
def prepositions_of(language: Language) -> frozenset[str]:
    """Prepositions, "of" and "to", alone and with articles, with their accents: "à" is no "a"."""
    speech, answers = language.speech, language.answers
    found = unjoined(
        *map(
            plain,
            (
                speech.prepositions,
                language.questions.prepositions,
                answers.to,
                answers.of,
                answers.by,
                answers.beside,
                speech.loose_links,
            ),
        )
    )
    return frozenset(word.strip("'") for word in found) | contractions_of(language)


@lru_cache(maxsize=16)
def contractions_of(language: Language) -> frozenset[str]:
    """A preposition and an article in one word, with their accents."""
    pairs = plain(language.follow_ups.contractions).split()
    return frozenset(one.partition(":")[2].strip("'") for one in pairs)


@lru_cache(maxsize=16)
def plain_articles(language: Language) -> frozenset[str]:
    """Articles and possessives, without those that have a preposition in them."""
    pairs = language.follow_ups.possessives.split()
    own = folded_words(language.speech.articles, language.answers.articles)
    own |= folded_words(*(one.partition(":")[0] for one in pairs))
    return own - contractions_of(language) - folded_words(language.answers.of)
