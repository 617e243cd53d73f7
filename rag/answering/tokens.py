"""The words of a sentence, with their index terms and their places."""

from __future__ import annotations

from functools import lru_cache

from rag.language import analyse
from rag.language.language import Language
from rag.language.terms import folded_words, plain
from rag.lazy import dataclass, regex
from rag.question.office import word_key
from rag.types import Span

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: folded, in small letters with its accents, its first index term, and
    where it stands in the body."""

    text: str
    written: str
    term: str
    start: int
    end: int


def words_of(body: str, sentence: Span, language: str | None) -> list[Word]:
    """The words of a sentence, in order."""
    found = []
    for match in _TOKEN.finditer(body, sentence.start, sentence.end):
        terms = analyse(match.group(), language)
        text, term = match.group(), terms[0] if terms else ""
        found.append(Word(word_key(text), plain(text), term, match.start(), match.end()))
    return found


def is_participle(word: str, language: Language) -> bool:
    """Whether a word, in small letters with its accents, ends as the past participles of a language
    do that follow their noun: "fermée", but not "ferme"."""
    return word.endswith(_participle_endings(language))


@lru_cache(maxsize=16)
def _participle_endings(language: Language) -> tuple[str, ...]:
    return tuple(plain(language.answers.participles).split()) or ("\0",)


@lru_cache(maxsize=16)
def pronouns(language: Language) -> frozenset[str]:
    """The folded pronouns of a language, possessives too."""
    pairs = f"{language.follow_ups.subjects} {language.follow_ups.possessives}".split()
    return folded_words(language.speech.pronouns, *(pair.partition(":")[0] for pair in pairs))


@lru_cache(maxsize=16)
def stand_ins(language: Language) -> frozenset[str]:
    """Folded nouns that stand for what was named before ("la société", "l'édifice")."""
    return folded_words(language.speech.stand_ins)
