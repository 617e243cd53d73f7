"""The words of speech of all known languages, and the letter that each word of a sentence gets.

The words of all languages count in every text: a French release may quote an English name. If two
languages give a word different letters, the text's own language decides.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rag.corpus.statements.quotes import FILL, QUOTE
from rag.language.language import Language, SpeechWords
from rag.language.registry import languages
from rag.language.words import any_of
from rag.lazy import regex

# The letter of each grammatical role, by the field of ``SpeechWords`` that lists its words.
_LETTERS = {
    "articles": "D",  # begin a phrase
    "name_links": "P",  # bind names
    "noun_links": "e",  # bind nouns
    "loose_links": "E",  # bind nouns, and other words
    "prepositions": "p",
    "sources": "S",
    "adverbs": "A",
    "that": "s",  # begin reported speech
    "conjunctions": "c",
    "relatives": "q",
    "pronouns": "i",
    "joins": "&",
    "modals": "M",  # with an infinitive
    "copulas": "Z",
    "auxiliaries": "X",
    "participles": "K",
    "gerunds": "G",
    "infinitives": "I",
    "verbs": "V",
    "nothing": "w",
}
_ENDINGS = {
    "verb_endings": "V",
    "participle_endings": "K",
    "gerund_endings": "G",
    "infinitive_endings": "I",
}


class Speech:
    """The words of speech, prepared for texts of one language.

    Attributes:
        letters: the letter of each word, by the word as ``plain_word`` gives it.
        token: cuts a sentence into words, marks and stand-ins for quotes.
        reply: words right behind a quote that belong to its sentence.
        request: verbs that may have an object between them and the quote.
        role: words for roles of persons.
        no_speaker: the beginning of a phrase for something that cannot speak.
        inverted: a verb with its pronoun behind it ("a-t-il"); group 2 matches if a letter joins
            them.
        name_first, bare_nouns: as in ``SpeechWords`` of the text's own language.
        titles, offices, speeches, viewpoints, partitives, split_sources, reflexives,
        reflexive_auxiliaries, echoes: as in ``SpeechWords``, of all languages.
        adverb_endings, adjective_endings, name_beginnings: the same, as tuples.
        plural_endings: those of the text's own language.
        genders: the gender of each word of the text's own language that shows one.
        plurals: its articles and titles for several.
    """

    def __init__(self, own: Language, speaking: tuple[Language, ...]) -> None:
        others = [language.speech for language in speaking if language is not own]
        every = [*others, own.speech]
        self.letters: dict[str, str] = {}
        for words in every:
            self.letters |= _lexicon(words)

        def listed(name: str) -> list[str]:
            return [word for words in every for word in getattr(words, name).split()]

        def some(name: str) -> str:
            words = (re.escape(word).replace("_", " ") for word in listed(name))
            return "|".join(words).replace("'", "['’]") or "(?!)"

        titles = listed("titles")
        dotted = "|".join(re.escape(title) for title in titles if title.endswith("."))
        elided = "|".join(word for language in speaking for word in language.terms.elided.split())
        role = (
            rf"\b(?:(?:{some('role_beginnings')})-?)?(?:{some('roles')})\w*"
            rf"|\b(?:\w{{2,}}(?:{some('role_endings')})|{some('someone')})s?\b"
        )
        token = (
            rf"{QUOTE}{FILL}*\.?|\b(?:{some('idioms')})\b|(?:{elided or '(?!)'})['’](?=[\w{QUOTE}])"
            rf"|(?:[^\W\d_]\.)+(?=\s*\w)|(?:{dotted or '(?!)'})(?=\s*\w)"
            r"|\w[\w\u0300-\u036f]*(?:['’‑-]\w[\w\u0300-\u036f]*)*|[^\w\s'’]"
        )
        self.token = regex(token, re.IGNORECASE)
        self.reply = regex(rf"\s+(?:[^\W\d_][\w.'’-]*\s+){{1,3}}?{any_of(*listed('replies'))}")
        self.request = regex(some("requests"))
        self.role = regex(role, re.IGNORECASE)
        self.no_speaker = regex(
            rf"(?:\w+['’]\s*)?(?:\w+\s+)??{any_of(*listed('things'))}", re.IGNORECASE
        )
        self.inverted = regex(
            rf"(.+?)-((?:{some('inversion_links')})-)?(?:{some('inverted_subjects')})"
        )
        self.name_first = own.speech.name_first
        self.bare_nouns = own.speech.bare_nouns
        self.titles = frozenset(titles)
        self.offices = frozenset(listed("offices"))
        self.speeches = frozenset(listed("speeches"))
        self.viewpoints = frozenset(listed("viewpoints"))
        self.partitives = frozenset(listed("partitives"))
        self.split_sources = frozenset(listed("split_sources"))
        self.reflexives = frozenset(listed("reflexives"))
        self.reflexive_auxiliaries = frozenset(listed("reflexive_auxiliaries"))
        self.echoes = frozenset(listed("echoes"))
        self.adverb_endings = tuple(listed("adverb_endings"))
        self.adjective_endings = tuple(listed("adjective_endings"))
        self.plural_endings = tuple(own.speech.plural_endings.split()) or ("",)
        self.name_beginnings = tuple(listed("name_beginnings"))
        self.genders = {
            word: gender
            for gender in ("masculine", "feminine")
            for word in getattr(own.speech, gender).split()
        }
        self.plurals = frozenset(own.speech.plurals.split())

    def letter(self, text: str, word: str, previous: str, before: list[str]) -> str:
        """The letter of a token, by the token, the word before it and the letters before it.

        Args:
            text: the token as it is written.
            word: the token as ``plain_word`` gives it.
            previous: the word before it; ``""`` at the beginning.
            before: the letters of all tokens before it.
        """
        last = before[-1] if before else ""
        if text[0] == QUOTE:
            return "Q"
        if text == "&":
            return "N"
        if not text[0].isalnum():
            return "," if text in ",–—-" else text if text in ":;" else "."
        if text[0].isdigit():
            return "d"
        if text[0].isupper() and word in self.titles:
            return "T"
        asked = self.inverted.fullmatch(word)
        if asked and (asked[2] or self.letters.get(asked[1], "w") in "VXZM"):
            return "J"
        if " " in word:
            return "A"
        letter = self.letters.get(word, "w")
        if word in self.partitives and last in ("", "s", "c", "."):  # "De nombreux témoins"
            return "D"
        if f"{previous}_{word}" in self.split_sources:
            return "S"
        if word in self.reflexive_auxiliaries and previous in self.reflexives:
            return "X"
        if text[0].isupper() or (text.startswith(self.name_beginnings) and text[3:4].isupper()):
            if len(text.rstrip("'’")) > 1 and text.isupper() and "." not in text:
                return "O"
            if letter in "iA" or (letter == "D" and last not in tuple("NP")):
                return letter
            return letter if letter != "w" and last in ("", ":", "Q", ".", ";") else "N"
        if last == "X" and word in self.echoes:  # "Mme Dupont a elle déclaré"
            return "A"
        if word.endswith(self.adverb_endings) and last in tuple("XVKAMZ"):
            return "A"
        # "la demande", "de réponse": a noun; "comme l'indique X": a verb
        noun = letter in "VMK" and last in tuple("DPEe") and before[-2:-1] != ["c"]
        return "w" if noun else letter


_speech = lru_cache(maxsize=16)(Speech)


def speech_of(text: str) -> Speech:
    """The words of speech for the language that has most of its marks in a text. Of languages with
    equally many marks, the one with the alphabetically last code is taken."""
    speaking = tuple(language for language in languages().values() if language.speech.marks)
    own = max(speaking, key=lambda one: (len(_marks(one).findall(text)), one.code))
    return _speech(own, speaking)


def plain_word(word: str) -> str:
    """A word in the form of the lists: composed, in small letters, with "'" and "-"."""
    return unicodedata.normalize("NFC", word).casefold().replace("’", "'").replace("‑", "-")


@lru_cache(maxsize=16)
def _marks(language: Language) -> re.Pattern[str]:
    return regex(any_of(language.speech.marks))


def _lexicon(words: SpeechWords) -> dict[str, str]:
    """The letters of a language's words. Verbs built from stem and ending win over the lists."""
    found = {
        word: letter for name, letter in _LETTERS.items() for word in getattr(words, name).split()
    }
    endings = [
        (ending, letter)
        for name, letter in _ENDINGS.items()
        for ending in getattr(words, name).split()
    ]
    return found | {stem + end: letter for stem in words.stems.split() for end, letter in endings}
