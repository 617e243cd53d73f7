"""The words of a language by which a follow-up is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.language import WordClass
from rag.language.language import Language
from rag.language.questions import CLASSES
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.lazy import regex

WORD = regex(r"[^\W_]+(?:[-.&][^\W_]+)*")


class Vocabulary:
    """The words of a language by which a follow-up is read, folded."""

    def __init__(self, language: Language) -> None:
        words, questions = language.follow_ups, language.questions
        speech, offices = language.speech, language.offices
        self.opens = folded_words(words.opens)
        contracted = {word for word in _contracted_words(words.contractions) if word.isascii()}
        self.articles = folded_words(speech.articles, language.answers.articles) - folded_words(
            language.answers.of, *contracted
        )
        self.articles |= folded_words(" ".join(pairs(words.possessives)))
        self.contracted = {
            plain(short.rstrip("'")): (long[0], long[1])
            for whole, short in pairs(words.contractions).items()
            if len(long := whole.split("+")) == 2 and short
        }
        self.titles = folded_words(speech.titles.replace(".", ""), language.claims.titles)
        self.clitics = folded_words(" ".join(pairs(words.clitics)), words.particles_before)
        self.joined = bool(words.possessive_suffix)
        self.that = folded_words(speech.that)
        self.counts = folded_words(language.measures.counts)
        self.bare_what = folded_words(words.what_noun)
        self.degrees = words.degrees
        self.verbs = _plain(
            questions.verbs, questions.yes_no, offices.copulas, offices.auxiliaries, speech.modals,
            speech.auxiliaries, speech.copulas,
        )  # fmt: skip
        self.auxiliaries = _plain(
            offices.auxiliaries, offices.copulas, speech.auxiliaries, speech.copulas,
            words.auxiliaries,
        )  # fmt: skip
        self.support = _plain(words.support)
        self.took_place = frozenset(map(tuple, map(str.split, unjoined(words.verb_phrases))))
        self.noun_links = folded_words(speech.name_links, language.answers.of)
        self.participles = re.compile(words.participles or "(?!)")
        self.idle = (
            frozenset(map(fold, function_words(language)))
            | folded_words(speech.prepositions, speech.relatives, speech.joins)
        ) - self.titles
        inverted = "|".join(pairs(words.inverted)) or "(?!)"
        self._inversion = re.compile(rf"(.+?)(?:-t)?-({inverted})")
        self._prepositions = frozenset(
            tuple(found.group() for found in WORD.finditer(plain(phrase)))
            for phrase in unjoined(
                questions.prepositions, speech.prepositions, words.places, language.answers.of,
                language.answers.by,
            )
        ) - {(article,) for article in self.articles}  # fmt: skip
        self.nouns_are_capitalised = language.calendar.nouns_are_capitalised
        self._interrogatives = {
            phrase: name
            for name, listed in zip(CLASSES, questions.interrogatives, strict=False)
            for phrase in _split(listed)
        }

    def inversion(self, key: str) -> re.Match[str] | None:
        """The verb and the pronoun of "a-t-elle"."""
        return self._inversion.fullmatch(key) if "-" in key else None

    def prepositions_at(self, keys: tuple[str, ...], at: int) -> Iterable[int]:
        """How many words the prepositions that begin at a word have, the longest first."""
        return [n for n in (3, 2, 1) if keys[at : at + n] in self._prepositions]

    def interrogative_at(self, keys: tuple[str, ...], at: int) -> tuple[int, WordClass] | None:
        """The length and the class of the interrogative that begins at a word."""
        for n in (4, 3, 2, 1):
            if at + n <= len(keys) and keys[at : at + n] in self._interrogatives:
                return n, self._interrogatives[keys[at : at + n]]
        return None


@lru_cache(maxsize=64)
def vocabulary(language: Language) -> Vocabulary:
    """The words of a language, made once."""
    return Vocabulary(language)


@lru_cache(maxsize=256)
def pairs(text: str) -> dict[str, str]:
    """Words with what belongs to each, as "son:le sa:la"; ``_`` stands for a blank."""
    split = (pair.partition(":") for pair in text.split())
    return {a.replace("_", " "): b.replace("_", " ") for a, _, b in split}


def _plain(*listed: str) -> frozenset[str]:
    return frozenset(word for phrase in unjoined(*map(plain, listed)) for word in phrase.split())


def _contracted_words(contractions: str) -> list[str]:
    return [short for short in pairs(contractions).values() if short]


def _split(*listed: str) -> frozenset[tuple[str, ...]]:
    phrases = unjoined(*listed)
    return frozenset(
        tuple(found.group() for found in WORD.finditer(fold(plain(phrase)))) for phrase in phrases
    )
