"""Tell whether a number counts what a question counts: "640 ships" are no containers."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from rag.answering.checks.events import asked_events, tells_event
from rag.answering.checks.told_amount import ToldAmount
from rag.answering.sentences import told_around_words
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import plain
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit

if TYPE_CHECKING:
    from rag.answering.checks.kinds import Fit

_LETTERS = regex(r"[^\W\d_]{2,}")
# Two words that are alike to this share are one, mistyped.
_SPELT_ALIKE = 0.85
# Two terms of which one begins with the other, or a compound ends with, have so many letters.
_STEM = 4


def fits_count(query: Query, told: ToldAmount, hit: Hit) -> Fit:
    """Whether the number of a hit's words counts what a question counts, one by one.

    Args:
        query: the question; its ``quantity`` has a noun.
        told: the words.
        hit: the hit that has them.
    """
    noun, language = query.quantity.noun if query.quantity else "", told.language
    if query.cross_lingual or language.code not in query.languages:
        return _fits_across(query, told, noun)
    if not told.noun:
        return "fits"
    group, counted = _group(noun, language), told.counted
    if _is_people(noun, language):
        return _fits_people(query, told, noun)
    if _share(group, counted, language):
        return "fits"
    if SequenceMatcher(None, plain(noun), told.noun).ratio() >= _SPELT_ALIKE:
        return "fits"
    if _is_people(told.noun, language) and _share(group, told_around_words(hit), language):
        return "fits"  # "deux personnes blessées", "emploie 164 personnes"
    # "Combien d'Australiens sont morts ?", "60 000 morts"
    named = _share(_terms(told.noun, language), query.text, language)
    near = f"{hit.release.title}\n{hit.passage.text}"
    if named and _share(group, near, language):
        return "fits"
    # "Le nombre de membres reste, avec 22 900, presque égal"
    unknown = not _concepts(told.noun, language)
    return "doubtful" if unknown and _share(group, told.before, language) else "other-kind"


def _fits_people(query: Query, told: ToldAmount, noun: str) -> Fit:
    """Whether a number counts the people that a question asks for: "14 blessés" those who are
    injured, "deux personnes ont été blessées" not those who died."""
    language = told.language
    asked, said = (
        _concepts_in(text, language)
        for text in (query.text.replace(noun, ""), f"{told.clause} {told.noun}")
    )
    if asked and said:
        return "other-kind" if asked.isdisjoint(said) else "fits"
    return "fits" if _share(_group(noun, language), told.counted, language) else "doubtful"


def may_be_amount(query: Query, told: ToldAmount, hit: Hit) -> bool:
    """Whether an amount may be one of what a question counts ("combien *d'acier*", "38 tonnes"):
    not of what is counted one by one; a sum of money or a length only where the sentence speaks of
    that."""
    noun, language = query.quantity.noun if query.quantity else "", told.language
    if _is_people(noun, language) or _concepts(noun, language):
        return False
    stated = not told.measures.isdisjoint(("money", "length"))
    if not stated or language.code not in query.languages:
        return True
    return _share(_terms(noun, language), told_around_words(hit), language)


def is_of_other_event(query: Query, told: ToldAmount) -> bool:
    """Whether the word behind the number tells of an event, and of none that the question, in
    another language, takes for granted ("14 blessés" of deaths)."""
    names = frozenset[str]()
    if not asked_events(told.noun, told.language, names):
        return False
    asked = frozenset[str]().union(
        *(asked_events(query.text, known(code), names) for code in query.languages)
    )
    found = [tells_event(told.noun, key, told.language) for key in asked]
    return bool(found) and not any(found)


def count_alike(one: str, other: str, language: str | None) -> bool:
    """Whether two nouns count the same things ("visiteurs", "entrées")."""
    spoken = known(language)
    return not _concepts(one, spoken).isdisjoint(_concepts(other, spoken))


def _fits_across(query: Query, told: ToldAmount, noun: str) -> Fit:
    """Whether a number counts what a question in another language counts: not if the concepts of
    both nouns are known and none is common, and doubtful if the release calls it otherwise."""
    if is_of_other_event(query, told):
        return "other-kind"
    spoken = [known(code) for code in query.languages]
    people = any(_is_people(noun, one) for one in spoken) or _is_people(told.noun, told.language)
    if not told.noun or people:
        return "fits"
    asked = frozenset[str]().union(*(_concepts(noun, one) for one in spoken))
    counted = _concepts_in(told.counted, told.language)
    if asked and counted:
        return "other-kind" if asked.isdisjoint(counted) else "fits"
    unsaid = asked & told.language.measures.counted.keys()
    return "doubtful" if unsaid else "fits"


def _share(terms: Iterable[str], text: str, language: Language) -> bool:
    """Whether a text has one of some index terms, or a form or a compound of it ("bless" and
    "blesse", "Stellplätze")."""
    said = analyse(text, language.code)
    return any(
        one == other
        or (
            min(len(one), len(other)) >= _STEM
            and (one.startswith(other) or other.startswith(one) or other.endswith(one))
        )
        for one in terms
        for other in said
    )


def _terms(word: str, language: Language) -> frozenset[str]:
    return frozenset(analyse(word, language.code))


def _is_people(word: str, language: Language) -> bool:
    """Whether a word is one for people of any kind."""
    people = _terms(language.measures.people, language)
    return not people.isdisjoint(_terms(word, language))


def _group(word: str, language: Language) -> frozenset[str]:
    """The index terms of a word and of those that count the same."""
    groups = _groups(language)
    return _terms(word, language).union(*(groups[key] for key in _concepts(word, language)))


def _concepts(word: str, language: Language) -> frozenset[str]:
    """The keys of what a word counts; the same in all languages."""
    terms = _terms(word, language)
    return frozenset(key for key, one in _groups(language).items() if not one.isdisjoint(terms))


def _concepts_in(text: str, language: Language) -> frozenset[str]:
    """The keys of what the words of a text count, without words for people of any kind."""
    words = (one for one in _LETTERS.findall(text) if not _is_people(one, language))
    return frozenset[str]().union(*(_concepts(one, language) for one in words))


@lru_cache(maxsize=16)
def _groups(language: Language) -> dict[str, frozenset[str]]:
    return {
        key: _terms(words.replace("_", " "), language)
        for key, words in language.measures.counted.items()
    }
