"""Check that words are of the kind that a question asks for: a number of deaths is no height."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rag.answering.checks.counted import fits_count, is_of_other_event, may_be_amount
from rag.answering.checks.dimensions import is_of_other_dimension
from rag.answering.checks.told_amount import ToldAmount
from rag.language import analyse
from rag.language.language import Measure
from rag.language.questions import behind_name, question_word
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, is_role, posts_of, word_key
from rag.types import Hit, Span

Fit = Literal["fits", "doubtful", "other-kind"]

# "6-1, 5-7" counts nothing.
_SCORE = regex(r"\d\s?[-–:]\s?\d+\s?[,;]\s?\d+\s?[-–:]\s?\d")
_LETTERS = regex(r"[^\W\d_]{2,}")
# In these an amount of something is told that is not counted.
_AMOUNTS = frozenset[Measure]({"mass", "area", "volume", "energy", "length", "money"})
# A figure alone tells nothing of these.
_WITH_UNIT = frozenset[str](
    {"time", "length", "mass", "area", "volume", "energy", "temperature", "speed"}
)
_NAME_BEFORE = regex(r"\b[^\W\d_]+(?:, | \()$")
_NAME_WITHIN = 40
_NOTE = regex(r"\w\(\d{1,2}\)")
_EDGES = ",.;:()"
# A role stands among so many words behind "what is the name".
_ROLE_WITHIN = 2


def fit(query: Query, hit: Hit) -> Fit:
    """Whether the reader's words for a hit are of the kind that the question asks for.

    Args:
        query: the question.
        hit: a hit that the reader has read.
    """
    words = hit.match.span
    if words is None or query.wanted == "date":
        return "fits"
    found = ToldAmount(hit.release, words)
    if query.asks == "who" and _repeats(query, hit.release.body[words.start : words.end]):
        return "other-kind"
    behind = behind_name(query.text)
    if behind is not None and not _may_be_name(found.text):
        # A person has a capital; the name of a technique may be written without.
        return "other-kind" if _begins_with_role(behind, query.languages) else "doubtful"
    if query.asks == "who" and (_begins_with_number(found.text) or _is_nameless(found)):
        return "other-kind"
    if query.asks == "where" and _is_person(found):
        return "other-kind"
    if is_of_other_dimension(query, hit):
        return "other-kind"
    if query.quantity is None:
        bare = query.asks in ("who", "where", "why") and found.is_bare_quantity
        return "other-kind" if bare else "fits"
    wanted = query.quantity.kind
    if _SCORE.search(found.text) or _is_note_mark(hit.release.body, words):
        return "other-kind"
    bare = found.is_bare_number and wanted in _WITH_UNIT
    # "590 tonnes en 2020, *670* en 2021"
    bare = bare and (found.may_be_year or not found.is_beside_unit_of(wanted, hit))
    age = found.is_bare_number and _is_age(hit.release.body, words)
    if (age or bare) and not _asks_age(query):
        return "other-kind"
    if wanted == "clock":
        return "fits" if found.is_clock else "other-kind"
    if not found.has_number:
        if question_word(query.question) == "how":
            return "fits"  # "comment … a-t-il évolué" may be told in words
        tells = found.tells_amount or (wanted != "count" and found.has_unit_of(wanted))
        return "doubtful" if tells and not found.has_name else "other-kind"
    if wanted == "any":
        other = found.is_date or found.has_article_for_number
        other = other or (query.cross_lingual and is_of_other_event(query, found))
        return "other-kind" if other else "fits"
    if wanted == "count":
        if found.is_date:
            return "other-kind"
        if not found.measures:
            return fits_count(query, found, hit)
        amount = found.measures <= _AMOUNTS and may_be_amount(query, found, hit)
        return "doubtful" if amount or "share" in found.measures else "other-kind"
    if found.measures:
        alike = {wanted, "length"} if wanted == "area" else {wanted}
        return "other-kind" if found.measures.isdisjoint(alike) else "fits"
    if found.is_date or (wanted == "money" and not found.speaks_of_money(hit)):
        return "other-kind"
    asked = analyse(query.text, hit.release.language)
    counts = found.noun and frozenset(analyse(found.noun, hit.release.language)).isdisjoint(asked)
    return "doubtful" if counts else "fits"


def _asks_age(query: Query) -> bool:
    asked = FoldedText(query.text)
    return any(word_list(known(code).measures.ages).are_in(asked) for code in query.languages)


def _is_note_mark(body: str, words: Span) -> bool:
    """Whether words are the number of a note: the 5 of "2010(5)"."""
    return _NOTE.fullmatch(body[max(0, words.start - 2) : words.end + 1]) is not None


def _is_age(body: str, words: Span) -> bool:
    """Whether a figure stands between a name and a comma: the 55 of "Ann Lee, 55,"."""
    before = _NAME_BEFORE.search(body, max(0, words.start - _NAME_WITHIN), words.start)
    return before is not None and body[words.end : words.end + 1] in (",", ")", ";")


def _may_be_name(text: str) -> bool:
    """Whether a word has a capital, as a name has, or the script has none."""
    words = _LETTERS.findall(text)
    return any(word[0].isupper() or word.upper() == word.lower() for word in words)


def _is_nameless(found: ToldAmount) -> bool:
    """Whether words are pronouns alone, which name nobody ("quelqu'un")."""
    words = frozenset(plain(found.text).replace("’", "'").split())
    return bool(words) and words.issubset(plain(found.language.answers.nameless).split())


def _is_person(found: ToldAmount) -> bool:
    """Whether words begin with somebody's post ("le maire, Paul Roux"), so that they name no
    place."""
    articles = articles_of(found.language)
    keys = (word_key(word.strip(_EDGES)) for word in found.text.split()[:2])
    behind = [key for key in keys if key not in articles]
    return bool(behind) and bool(posts_of(behind[:1], found.language))


def _begins_with_number(text: str) -> bool:
    """Whether words begin with a figure and have no name."""
    return text[:1].isdigit() and not any(word[0].isupper() for word in _LETTERS.findall(text))


def _begins_with_role(text: str, spoken: Iterable[str]) -> bool:
    """Whether one of the first words of a text is a word for what somebody is ("le directeur",
    "l'enfant", "la femme de X")."""
    keys = [word_key(word) for word in _LETTERS.findall(text)[:_ROLE_WITHIN]]
    for language in map(known, spoken):
        measures, relations = language.measures, language.follow_ups.relations
        people = folded_words(measures.people, *measures.counted.values(), relations)
        if any(is_role(key, language) or key in people for key in keys):
            return True
    return False


def _repeats(query: Query, words: str) -> bool:
    """Whether words are a name that the question itself has."""
    names = {part for name in query.names for part in name.parts}
    said = {fold(plain(word)) for word in _LETTERS.findall(words) if word[0].isupper()}
    return bool(said) and said <= names
