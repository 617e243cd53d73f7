"""Put words together: contractions ("de le" as "du"), elisions, and where a time goes."""

from __future__ import annotations

import re

from rag.language.language import Language
from rag.language.terms import fold, plain
from rag.lazy import regex
from rag.question.follow_up_words import pairs
from rag.question.sentence import Sentence

_VOWEL = regex(r"[aeiouyàâäéèêëîïôöùûüœæ]", re.IGNORECASE)


def joined(language: Language, *parts: str) -> str:
    """Parts with blanks between them; a word that loses its last letter before a vowel does."""
    elided = pairs(language.follow_ups.elided)
    text = ""
    for part in filter(None, (part.strip() for part in parts)):
        words = text.split(" ")
        short = elided.get(plain(words[-1]))
        if short and _VOWEL.match(part):
            short = short.capitalize() if words[-1][0].isupper() else short
            text = " ".join([*words[:-1], short]) + part
        else:
            text += part if not text or text.endswith(("'", "’")) else f" {part}"
    return text


def with_preposition(
    language: Language, preposition: str, article: str, noun: str, *, in_territory: bool = False
) -> str:
    """A noun behind a preposition and an article, contracted: "de", "le", "Portugal" is "du
    Portugal"."""
    words = language.follow_ups
    key = fold(plain(article)).strip("'’")
    if in_territory and key:
        preposition = pairs(words.in_territory).get(key, preposition)
        if preposition in pairs(words.in_territory).values():
            return joined(language, preposition, noun)
    long = f"{plain(preposition)}+{key}"
    short = pairs(words.contractions).get(long)
    if short and key:
        return f"{short}{noun}" if short.endswith("'") else f"{short} {noun}"
    return joined(language, preposition, article_of(article), noun)


def article_of(article: str) -> str:
    """An article as it stands before its noun: "l" is "l'"."""
    return f"{article}'" if article and fold(plain(article)) == "l" else article


def appended(sentence: Sentence, text: str, piece: str) -> str:
    """A question with a time or a place at its end, or before the participle at its end."""
    if sentence.language.follow_ups.times_before_participle and " " in text.strip():
        before, _, last = text.strip().rpartition(" ")
        if sentence.known.participles.fullmatch(plain(last)):
            return f"{before} {piece} {last}"
    return joined(sentence.language, text, piece)
