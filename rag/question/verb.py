"""Find the verb of a question and what stands before or behind it as its subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.language import analyse
from rag.language.language import Language
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.question.office import articles_of, prepositions_of, tokens_of
from rag.question.quantity import asked_quantity

# Forms of a word share so many letters.
_STEM = 5


class AskedVerb(NamedTuple):
    """The verb of a question.

    Attributes:
        word: it, folded.
        term: its index term.
        subject: the folded noun behind the article of its subject ("pont" of "Quand le pont a-t-il
            été vendu ?"); "" if the question has none.
    """

    word: str
    term: str
    subject: str


@lru_cache(maxsize=64)
def asked_verb(text: str, language: Language) -> AskedVerb | None:
    """The verb of a question in one language; None if it has none that can be told.

    It is the word of an inversion ("emploie-t-il"), the next one of content behind an auxiliary
    ("a-t-il *vendu*"), or the one behind the interrogative ("combien *versera*").
    """
    tokens, keys = tokens_of(text)
    auxiliaries, inverted, idle = _words(language)
    articles = articles_of(language) | folded_words(language.questions.which)
    quantity = asked_quantity(text, (language.code,))
    counted = fold(plain(quantity.noun)) if quantity is not None else ""
    # A verb has no capital, but where the question begins with it.
    names = frozenset(
        n for n, one in enumerate(tokens) if (n and one.group()[0].isupper()) or keys[n] == counted
    )
    led = unjoined(language.questions.prepositions)  # "à" is no "a"
    aux = next(
        (
            n
            for n, key in enumerate(keys)
            if key.split("-")[0] in auxiliaries and plain(tokens[n].group()) not in led
        ),
        None,
    )
    turned = next((n for n, key in enumerate(keys) if key.rpartition("-")[2] in inverted), None)
    at: int | None
    subject = ""
    if turned is not None and "-" in keys[turned] and keys[turned].split("-")[0] not in auxiliaries:
        at, subject = turned, _subject_before(keys, turned, language)
    elif aux is not None:
        at = _next_content(keys, aux + 1, articles, idle, names)
        subject = _subject_before(keys, aux, language) or _subject_behind(keys, aux, language)
    else:
        at = _next_content(keys, 0, articles, idle, names)
    if at is None:
        return None
    word = tokens[at].group().split("-")[0]
    terms = analyse(word, language.code)
    if not terms:
        return None
    if not subject and not (turned is not None and "-" in keys[turned]):
        # "Quand X a-t-il quitté la ville ?": the noun behind is the object.
        subject = _subject_behind(keys, at, language)
    return AskedVerb(fold(plain(word)), terms[0], subject)


def asked_subject(text: str, language: Language) -> str:
    """The folded noun behind the article of the subject of a question, also of one without another
    verb than "has" ("how many guests *has* the pool"); empty if there is none."""
    verb = asked_verb(text, language)
    if verb is not None:
        return verb.subject
    keys = tokens_of(text)[1]
    aux = next((n for n, key in enumerate(keys) if key in _words(language)[0]), None)
    return _subject_behind(keys, aux, language) if aux is not None else ""


def alike(one: str, other: str) -> bool:
    """Whether two index terms or folded words are forms of one, by their first letters."""
    if one == other:
        return bool(one)
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _STEM:
        return len(shorter) == _STEM - 1 and longer[: _STEM - 1] == shorter and len(longer) <= _STEM
    return shorter[:_STEM] == longer[:_STEM]


def says(term: str, text: str, language: str | None) -> bool:
    """Whether a text has a form of an index term."""
    return any(alike(one, term) for one in analyse(text, language))


def _next_content(
    keys: Sequence[str],
    begin: int,
    articles: frozenset[str],
    idle: frozenset[str],
    names: frozenset[int],
) -> int | None:
    """The place of the first word that is no name and no small word, and has no article before."""
    for n in range(begin, len(keys)):
        alone = n not in names and (n == 0 or keys[n - 1] not in articles)
        if alone and not all(part in idle for part in keys[n].split("-") if part):
            return n
    return None


def _subject_before(keys: Sequence[str], at: int, language: Language) -> str:
    """The noun behind the last article before a verb that no "of" and no preposition leads."""
    idle, leading = _words(language)[2], prepositions_of(language)
    for n in range(at - 2, -1, -1):
        led = n > 0 and keys[n - 1] in leading
        if keys[n] in articles_of(language) - leading and not led and keys[n + 1] not in idle:
            return keys[n + 1]
    return ""


def _subject_behind(keys: Sequence[str], at: int, language: Language) -> str:
    """The noun behind a verb and an article."""
    article, noun = (*keys[at + 1 : at + 3], "", "")[:2]
    led = article in articles_of(language) - prepositions_of(language)
    return noun if led and noun not in _words(language)[2] else ""


@lru_cache(maxsize=16)
def _words(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Auxiliaries, pronouns behind a verb, and small words."""
    auxiliaries = folded_words(
        language.offices.auxiliaries,
        language.offices.copulas,
        language.speech.auxiliaries,
        language.answers.passive,
        language.follow_ups.support,
        language.questions.verbs.replace("_", " "),
    )
    inverted = folded_words(language.questions.inversions)
    asking = language.questions
    asked = f"{asking.when} {asking.who} {asking.where} {asking.how_many} {asking.which}"
    idle = frozenset(map(fold, function_words(language))) | auxiliaries | inverted
    idle |= folded_words(f"{asked} {asking.what}".replace("_", " "))
    return auxiliaries, inverted, idle | {"t"}
