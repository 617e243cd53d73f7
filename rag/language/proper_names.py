"""Find the names in a question or a sentence: persons, organisations, places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rag.language.aliases import is_acronym
from rag.language.forms import opens_question
from rag.language.language import Language
from rag.language.registry import known, languages
from rag.language.terms import fold, folded_words, function_words, plain
from rag.lazy import dataclass, regex

# "EE. UU." is one word.
_TOKEN = regex(r"(?:([A-Z])\1\. ?([A-Z])\2(?!\w))|[^\W_]+(?:[-.&][^\W_]+)*")
_PART = regex(r"[^\W_]+")
# A Roman numeral, and not "Lille".
_ROMAN = regex(
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?:e|er|eme|th)?"
)
# The noun of a plural interrogative is one of so many first words.
_CLASS_WITHIN = 3
_BLANK = regex(r"[\s'’\u00a0\u202f]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a question.

    Attributes:
        words: as written.
        parts: its words with a capital, in small letters without accents.
        is_acronym: whether it is written in capitals alone.
    """

    words: str
    parts: tuple[str, ...]
    is_acronym: bool


def find_names(text: str, spoken: Iterable[str]) -> tuple[Name, ...]:
    """The names in a question, in order.

    A name is a run of words with a capital, with small words such as "de" inside. The first word
    of the question counts only as part of a longer name or as an acronym. In a language that
    writes all nouns with a capital, a name has two such words or is an acronym.

    Args:
        text: a question. One in small letters or in capitals has no names that can be told.
        spoken: the languages that it may be in (ISO 639-1).
    """
    if text.islower() or (text.isupper() and " " in text.strip()):
        return ()
    codes = tuple(sorted(spoken))
    links, idle, posts = _links(codes), _no_names(codes), _posts(codes)
    several, articles = _several(codes), _articles(codes)
    nouns = any(known(code).calendar.nouns_are_capitalised for code in codes)
    found: list[Name] = []
    run: list[re.Match[str]] = []
    tokens = list(_TOKEN.finditer(text))

    def close() -> None:
        nonlocal run
        words = [match.group() for match in run]
        acronym = len(words) == 1 and is_acronym(words[0])
        starts = bool(run) and run[0].start() == tokens[0].start()
        if words and not acronym and len(words) == 1 and (starts or nouns):
            words = []
        if words:
            parts = tuple(fold(plain(p)) for word in words for p in _PART.findall(word))
            whole = text[run[0].start() : run[-1].end()]
            parts = tuple(part for part in parts if len(part) > 1 and not _ROMAN.fullmatch(part))
            if parts:
                found.append(Name(whole, parts, acronym))
        run = []

    for number, match in enumerate(tokens):
        word = match.group()
        key = fold(plain(word))
        joined = bool(run) and _BLANK.fullmatch(text[tokens[number - 1].end() : match.start()])
        if not joined:
            close()
        # "Est" is a verb, but not in "Vent d'Est".
        is_name = word[0].isupper() and (key not in idle or is_acronym(word) or bool(run))
        is_name = is_name and not (is_acronym(word) and key in posts)  # "le *PDG* de Batistel"
        if number == 0 and is_name and opens_question(word, codes):
            is_name = False
        # "LA vipère": an article in capitals is no acronym.
        if number == 0 and key in articles and not _is_in_capitals(tokens[1:2]):
            is_name = False
        # "Quels États": the noun of a plural interrogative is a class and no name.
        if 0 < number <= _CLASS_WITHIN and is_name:
            before = fold(plain(tokens[number - 1].group()))
            is_name = is_acronym(word) or before not in several
        if nouns and is_name and not run and number:
            # "die Kosten von Mobilgeräten": what an article stands before is a noun.
            before = fold(plain(tokens[number - 1].group()))
            is_name = is_acronym(word) or before not in articles
        if is_name:
            run.append(match)
        elif not run or key not in links:
            close()
    close()
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=64)
def _links(codes: tuple[str, ...]) -> frozenset[str]:
    """Small words inside names."""
    spoken = [known(code) for code in codes] or list(languages().values())
    joined = folded_words(*(word for one in spoken for word in _joining(one)))
    return joined - folded_words(*(one.answers.joins for one in spoken))


def _joining(language: Language) -> tuple[str, str]:
    return language.speech.name_links, language.releases.place_words.replace(",", " ")


def _is_in_capitals(tokens: list[re.Match[str]]) -> bool:
    return any(token.group().isupper() for token in tokens)


@lru_cache(maxsize=64)
def _articles(codes: tuple[str, ...]) -> frozenset[str]:
    spoken = [known(code) for code in codes]
    return folded_words(*(f"{one.speech.articles} {one.answers.articles}" for one in spoken))


@lru_cache(maxsize=64)
def _posts(codes: tuple[str, ...]) -> frozenset[str]:
    return folded_words(*(words for code in codes for words in known(code).offices.posts.values()))


@lru_cache(maxsize=64)
def _several(codes: tuple[str, ...]) -> frozenset[str]:
    """Plural interrogatives ("quels", "wie viele"); "which" may be a singular."""
    words = folded_words(*(known(code).answers.several for code in codes))
    counting = " ".join(known(code).questions.how_many for code in codes).replace("_", " ")
    plurals = frozenset(word for word in words if word.endswith(("s", "i")))
    return plurals | folded_words(counting)


@lru_cache(maxsize=64)
def _no_names(codes: tuple[str, ...]) -> frozenset[str]:
    """Words that are no names although they may have a capital."""
    return frozenset().union(*(_plain_words(known(code)) for code in codes))


@lru_cache(maxsize=64)
def _plain_words(language: Language) -> frozenset[str]:
    calendar, speech = language.calendar, language.speech
    days = " ".join((*calendar.months, *calendar.weekdays)).replace(",", " ")
    words = folded_words(days, speech.titles.replace(".", ""), speech.roles, speech.offices)
    words |= folded_words(speech.sources)
    return words | frozenset(map(fold, function_words(language)))
