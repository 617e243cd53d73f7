"""The word that a question asks with, in classes that are the same in every language."""

from __future__ import annotations

import re
from typing import Literal, get_args

WordClass = Literal["when", "who", "where", "how_many", "why", "how", "which", "what", "other"]
CLASSES: tuple[WordClass, ...] = get_args(WordClass)

# Interrogatives by language; two words that belong together are joined by "_". French "quoi" and
# "qu" (elided) are "que"; Spanish ones have their accent, which tells them from relatives.
_WORDS: dict[str, dict[WordClass, str]] = {
    "fr": {
        "when": "quand",
        "who": "qui",
        "where": "où",
        "how_many": "combien",
        "why": "pourquoi",
        "how": "comment",
        "which": "quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel",
        "what": "que qu quoi",
    },
    "en": {
        "when": "when",
        "who": "who whom whose",
        "where": "where",
        "how_many": "how_many how_much",
        "why": "why",
        "how": "how",
        "which": "which",
        "what": "what",
    },
    "de": {
        "when": "wann",
        "who": "wer wen wem wessen",
        "where": "wo wohin woher",
        "how_many": "wie_viel wie_viele wieviel wieviele",
        "why": "warum weshalb wieso",
        "how": "wie",
        "which": "welcher welche welches welchem welchen",
        "what": "was wofür wozu womit wodurch worüber woran worauf wovon",
    },
    "es": {
        "when": "cuándo",
        "who": "quién quiénes",
        "where": "dónde adónde",
        "how_many": "cuánto cuánta cuántos cuántas",
        "why": "por_qué",
        "how": "cómo",
        "which": "cuál cuáles",
        "what": "qué",
    },
    "it": {
        "when": "quando",
        "who": "chi",
        "where": "dove dov",
        "how_many": "quanto quanta quanti quante quant",
        "why": "perché",
        "how": "come com",
        "which": "quale quali qual",
        "what": "che cosa cos",
    },
    "uk": {
        "when": "коли",
        "who": "хто кого кому ким",
        "where": "де куди звідки",
        "how_many": "скільки",
        "why": "чому навіщо",
        "how": "як",
        "which": "який яка яке які якого якої яких якому якій яким якою якими яку",
        "what": "що чого чим",
    },
}
_BY_LANGUAGE: dict[str, dict[str, WordClass]] = {
    language: {word: name for name, words in classes.items() for word in words.split()}
    for language, classes in _WORDS.items()
}
# Without a language every word counts; where two languages disagree, the first one above.
_ANY: dict[str, WordClass] = {
    word: name for words in reversed(_BY_LANGUAGE.values()) for word, name in words.items()
}
# "Est-ce que" asks for yes or no; in "qu'est-ce que" and "où est-ce que" another word asks.
_EST_CE_QUE = re.compile(r"\best-ce qu(?:e\b|')")
_WORD = re.compile(r"[^\W\d_]+")


def question_word(text: str, language: str | None = None) -> WordClass:
    """The class of the first interrogative in a question; ``other`` where there is none (a yes or
    no question) or the language is not known here.

    It is the word that counts, not what is asked for: "à quelle date" is ``which``.

    Args:
        language: ISO 639-1 code; None looks for the words of all languages known.
    """
    known = _ANY if language is None else _BY_LANGUAGE.get(language, {})
    plain = _EST_CE_QUE.sub(" ", text.casefold().replace("’", "'"))
    words = _WORD.findall(plain)
    for word, following in zip(words, [*words[1:], ""], strict=True):
        found = known.get(f"{word}_{following}") or known.get(word)
        if found is not None:
            return found
    return "other"
