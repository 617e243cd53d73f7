"""Check that a passage speaks of the very thing that a question names, and not of another one of
its kind.

A release about a fair for wood says nothing of a fair for iron, nor of its second edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rag.answering.checks.events import terms_beside_events
from rag.answering.sentences import last_paragraph, told_around_words
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")
# What ends a phrase between two words.
_PARTS = regex(r"[^\s\u00a0\u202f]")
# Two forms of a word share so many letters, or are spelt alike to this share.
_STEM = 5
# A word that ends another one has so many.
_COMPOUNDED = 4
_ALIKE = 0.8
_HIGHEST_ORDINAL = 10
_ROMAN = ("i", "ii", "iii", "iv")


class _Token(NamedTuple):
    """A word as written, and folded; whether a mark stands before it."""

    word: str
    key: str
    parted: bool


def is_of_another_thing(query: Query, hit: Hit) -> bool:
    """Whether a question names a thing by what it is of ("le salon *du fer*"), and the release has
    such a thing of something else ("le salon *du bois*") and not that word; or whether it names the
    second, third or fourth one, and the release has no such number.

    False for a question in another language than the release's.
    """
    language = known(hit.release.language)
    if language.code not in query.languages:
        return False
    return _has_other_complement(query, hit, language) or _lacks_ordinal(query, hit, language)


def is_amount_of_another(query: Query, hit: Hit) -> bool:
    """Whether a question asks for a quantity of something, and the passage speaks of that, but
    neither in the sentence of the reader's words nor in the one before, nor does the title.

    False for a question in another language than the release's.
    """
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.quantity is None or language.code not in query.languages:
        return False
    asked = _things(query, language)
    title, body = hit.release.title, hit.release.body
    asked &= frozenset(analyse(f"{title}\n{hit.passage.text}", language.code))
    spans = sentences_of(body, hit.passage, hit.release.language)
    around = [n for n, span in enumerate(spans) if span.overlaps(words)]
    if not asked or not around:
        return False
    near = body[spans[max(0, around[0] - 1)].start : spans[around[-1]].end]
    near += last_paragraph(hit.release, hit.passage.end)
    said = frozenset(analyse(f"{title}\n{near}", language.code))
    return not any(_is_said(one, said) for one in asked)


def may_be_amount_of_another(query: Query, hit: Hit) -> bool:
    """Whether a question asks for a quantity of something, and neither the passage nor the title
    has a word for that.

    False for a question in another language than the release's.
    """
    language = known(hit.release.language)
    if hit.match.span is None or query.quantity is None or language.code not in query.languages:
        return False
    asked = _things(query, language) & terms_beside_events(query, hit)
    told = frozenset(analyse(f"{hit.release.title}\n{hit.passage.text}", language.code))
    return bool(asked) and not any(_is_said(one, told) for one in asked)


def _things(query: Query, language: Language) -> frozenset[str]:
    """The index terms of a question for a quantity, without those of measures, of the noun that is
    counted, and of nouns such as "la société"."""
    noun = analyse(query.quantity.noun, language.code) if query.quantity is not None else ()
    return query.terms_in[language.code] - _measure_terms(language) - frozenset(noun)


def lacks_superlative(query: Query, hit: Hit) -> bool:
    """Whether a question has a superlative ("le plus de buts"), and the sentence around the
    reader's words has none, nor another word for what is first of all."""
    language = known(hit.release.language)
    if hit.match.span is None or language.code not in query.languages:
        return False
    if query.scope.extreme is not None:
        return False  # it is chosen among the figures of several releases
    asked, _, more = language.answers.superlatives.partition("/")
    if not word_list(asked).are_in(FoldedText(query.text)):
        return False
    return not word_list(f"{asked} {more}").are_in(FoldedText(told_around_words(hit)))


def _has_other_complement(query: Query, hit: Hit, language: Language) -> bool:
    names = " ".join(part for name in query.names for part in name.parts)
    named = frozenset(analyse(names, language.code))
    asked = [one for one in complements(query.text, language) if one[1] not in named]
    if not asked:
        return False
    near = f"{hit.release.title}\n{hit.passage.text}"
    said = frozenset(analyse(near, language.code))
    # "Le traité de Versailles" may be a "traité de paix".
    told = [thing for thing, _, is_name in complements(near, language) if not is_name]
    others = [of for thing, of, _ in asked if thing in told and not _is_said(of, said)]
    if not others:
        return False
    everything = FoldedText(hit.release.body).joined
    return any(f" {of[:_STEM]}" not in everything for of in others)


def _is_said(term: str, said: frozenset[str]) -> bool:
    """Whether a term is one of some, or is spelt nearly like one or like the end of one ("Turm",
    "Rathausturm")."""
    if term in said or bool(get_close_matches(term, said, 1, _ALIKE)):
        return True
    if len(term) >= _COMPOUNDED and any(one.endswith(term) for one in said):
        return True
    return len(term) >= _STEM and any(one.startswith(term[:_STEM]) for one in said)


def complements(text: str, language: Language) -> Iterator[tuple[str, str, bool]]:
    """The index terms of each noun behind an article, and of the noun that "of" joins to it; and
    whether that one has a capital.

    What a question asks for ("quel est le *nom* du traité") is left out.
    """
    idle, articles, of = _small_words(language)
    copulas = folded_words(language.offices.copulas)
    pairs = language.follow_ups.possessives.split()
    open_ended = folded_words(*language.numbers, *(pair.partition(":")[0] for pair in pairs))
    questions = language.questions
    asking = folded_words(questions.which, questions.what, questions.who)
    tokens = list(_tokens(text))
    for n, (before, noun) in enumerate(pairwise(tokens)):
        if noun.parted or before.key not in articles or noun.key in idle:
            continue
        if n > 1 and tokens[n - 1].key in copulas and tokens[n - 2].key in asking:
            continue
        at = n + 2
        if at >= len(tokens) or tokens[at].key not in of:
            continue
        while at < len(tokens) and tokens[at].key in articles and not tokens[at].parted:
            at += 1
        if any(token.key in open_ended for token in tokens[n + 2 : at]):
            continue  # "l'objet *d'un* recours" and "le jardin de *sa* tante" name nothing
        if at == len(tokens) or tokens[at].parted or tokens[at].key in idle:
            continue
        thing, of_what = (analyse(one.word, language.code) for one in (noun, tokens[at]))
        if thing and of_what and of_what[0].isalpha():
            yield thing[0], of_what[0], tokens[at].word[0].isupper()


def _tokens(text: str) -> Iterator[_Token]:
    end = 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        between = text[end : match.start()]
        parted = _PARTS.search(between) is not None or "\n" in between
        yield _Token(word, fold(plain(word.rstrip("'’"))), parted)
        end = match.end()


def _lacks_ordinal(query: Query, hit: Hit, language: Language) -> bool:
    """Whether a question has an ordinal from the second on that the release does not have, neither
    in letters nor as a figure."""
    asked = _keys(query.text)
    ordinals = enumerate(_ordinals(language), 1)
    wanted = [(n, words) for n, words in ordinals if n > 1 and not words.isdisjoint(asked)]
    if not wanted:
        return False
    said = _keys(f"{hit.release.title}\n{hit.release.body}")
    return any(said.isdisjoint({*words, str(n), _ROMAN[n - 1]}) for n, words in wanted)


def is_another_of_order(query: Query, text: str, code: str | None) -> bool:
    """Whether a text counts the noun that an ordinal of a question stands before, and only by other
    ordinals: "the *fourth* stage" for "the fifth stage".

    False for a question in another language than the text's.

    Args:
        code: the language of the text.
    """
    language = known(code)
    if language.code not in query.languages:
        return False
    told = _ordered(text, language)
    for number, noun in _ordered(query.text, language):
        of_noun = {n for n, other in told if other == noun or other.endswith(noun)}
        if of_noun and number not in of_noun:
            return True
    return False


def _ordered(text: str, language: Language) -> list[tuple[int, str]]:
    """The ordinals of a text as numbers, each with the index term of the word right behind it."""
    values = _values_of_ordinals(language)
    found = []
    for before, noun in pairwise(_tokens(text)):
        if before.key in values and not noun.parted:
            terms = analyse(noun.word, language.code)
            found += [(values[before.key], term) for term in terms[:1]]
    return found


@lru_cache(maxsize=16)
def _values_of_ordinals(language: Language) -> dict[str, int]:
    words = {
        word: n for n, known_words in enumerate(_ordinals(language), 1) for word in known_words
    }
    for figure, listed_words in language.claims.figures:
        if figure.isdecimal() and int(figure) <= _HIGHEST_ORDINAL:
            words.update((fold(plain(word)), int(figure)) for word in listed_words.split())
    return words


def _keys(text: str) -> frozenset[str]:
    return frozenset(fold(plain(match.group())) for match in _TOKEN.finditer(text))


@lru_cache(maxsize=16)
def _measure_terms(language: Language) -> frozenset[str]:
    """The index terms of the words of measures, of those that ask for them, and of nouns for what
    was named before."""
    measures = language.measures
    words = unjoined(*measures.asked.values(), *measures.units.values(), measures.people)
    words |= unjoined(language.speech.stand_ins, language.questions.how_many)
    return frozenset(analyse(" ".join(words), language.code))


@lru_cache(maxsize=16)
def _ordinals(language: Language) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(fold(plain(word)) for word in listed(words))
        for words in language.calendar.ordinals
    )


@lru_cache(maxsize=16)
def _small_words(language: Language) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Function words; articles, with the words that are one together with "of"; words for "of"."""
    of = folded_words(language.answers.of, language.follow_ups.of)
    pairs = (pair.partition(":") for pair in language.follow_ups.contractions.split())
    of |= folded_words(*(one for parts, _, one in pairs if fold(parts.split("+")[0]) in of))
    articles = folded_words(language.answers.articles, language.speech.articles)
    return frozenset(map(fold, function_words(language))), articles | of, of
