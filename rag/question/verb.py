"""Find the verb of a question and what stands before or behind it as its subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.language import analyse
from rag.language.language import Language
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.question.office import articles_of, tokens_of


# Forms of a word share so many letters.
_STEM = 5


class AskedVerb(NamedTuple):
    """The verb of a question.

    Attributes:
        term: its index term.
        subject: the folded noun behind the article of its subject ("pont" of "Quand le pont a-t-il
            été vendu ?"); "" if the question has none.
    """

    term: str
    subject: str


@lru_cache(maxsize=64)
def asked_verb(text: str, language: Language) -> AskedVerb | None:
    """The verb of a question in one language; None if it has none that can be told.

    It is the word of an inversion ("emploie-t-il"), the next one of content behind an auxiliary
    ("a-t-il *vendu*"), or the one behind the interrogative ("combien *versera*").
    """
    tokens, keys = tokens_of(text)
    if not keys:
        return None
    auxiliaries, inverted, idle = _words(language)
    articles = articles_of(language)
    aux = next((n for n, key in enumerate(keys) if key.split("-")[0] in auxiliaries), None)
    turned = next((n for n, key in enumerate(keys) if key.rpartition("-")[2] in inverted), None)
    if turned is not None and "-" in keys[turned] and keys[turned].split("-")[0] not in auxiliaries:
        at: int | None = turned
        subject = _subject_before(keys, turned, articles, idle)
    elif aux is not None:
        at = _next_content(keys, aux + 1, articles, idle | auxiliaries)
        subject = _subject_before(keys, aux, articles, idle)
    else:
        at, subject = _next_content(keys, 0, articles, idle), ""
    if at is None:
        return None
    terms = analyse(tokens[at].group().split("-")[0], language.code)
    return AskedVerb(terms[0], subject or _subject_behind(keys, at, articles, idle)) if terms else None


def _next_content(
    keys: Sequence[str], begin: int, articles: frozenset[str], idle: frozenset[str]
) -> int | None:
    """The place of the first word that is no small word and has no article before it."""
    for n in range(begin, len(keys)):
        alone = n == 0 or keys[n - 1] not in articles
        if alone and not all(part in idle for part in keys[n].split("-") if part):
            return n
    return None


def _subject_before(
    keys: Sequence[str], at: int, articles: frozenset[str], idle: frozenset[str]
) -> str:
    """The noun behind the first article before a verb, where nothing else stands before that."""
    for n in range(at - 1):
        if keys[n] in articles:
            return keys[n + 1] if keys[n + 1] not in idle else ""
        if keys[n] not in idle:
            return ""  # what is counted: "combien de médecins la ville a-t-elle …"
    return ""


def _subject_behind(
    keys: Sequence[str], at: int, articles: frozenset[str], idle: frozenset[str]
) -> str:
    """The noun behind a verb and an article."""
    behind = keys[at + 1 : at + 3]
    led = len(behind) == len(("article", "noun")) and behind[0] in articles
    return behind[1] if led and behind[1] not in idle else ""


@lru_cache(maxsize=16)
def _words(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Auxiliaries, pronouns behind a verb, and small words."""
    auxiliaries = folded_words(
        language.offices.auxiliaries,
        language.offices.copulas,
        language.speech.auxiliaries,
        language.answers.passive,
    )
    inverted = folded_words(language.questions.inversions)
    asking = language.questions
    asked = f"{asking.when} {asking.who} {asking.where} {asking.how_many} {asking.which}"
    idle = frozenset(map(fold, function_words(language))) | auxiliaries | inverted
    idle |= frozenset(fold(plain(word)) for word in unjoined(f"{asked} {asking.what}"))
    return auxiliaries, inverted, idle | {"t"}


def alike(one: str, other: str) -> bool:
    """Whether two index terms or folded words are forms of one, by their first letters."""
    if one == other:
        return bool(one)
    return min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM]
