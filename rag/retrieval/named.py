"""Tell whether a text has the names of a question."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.language.words import any_of
from rag.question import Query

_WORD = re.compile(r"[^\W_]+")


def has_all_names(query: Query, text: str) -> bool:
    """Whether a text has each word of the names in a question; half of its words with a capital if
    it has no names, or is in a language that writes all nouns so. False without such words."""
    if not query.names:
        return names_group(query, text)
    wanted = {part for name in query.names for part in name.parts}
    found = len(wanted & _words_of(text))
    return found == len(wanted) or (_writes_nouns_as_names(query) and 2 * found >= len(wanted))


def _writes_nouns_as_names(query: Query) -> bool:
    return bool(query.languages) and all(
        known(code).calendar.nouns_are_capitalised for code in query.languages
    )


def group_words(query: Query) -> frozenset[str]:
    """The words that name what a question for its members asks about: those of its last name, with
    a noun behind "of" ("l'Alliance *des détroits*"), else its words with a capital. Empty if it has
    none."""
    asked = [known(code).memberships for code in query.languages]
    idle = folded_words(*(f"{one.asked} {one.asked_left}" for one in asked))
    if query.names:
        last = query.names[-1]
        behind = query.question[query.question.rfind(last.words) + len(last.words) :]
        nouns = (_of(code).match(behind) for code in query.languages)
        more = {fold(plain(noun.group(1))) for noun in nouns if noun}
        return (frozenset(last.parts) | more) - idle
    words = [word for word in _WORD.findall(query.question)[1:] if word[0].isupper()]
    return frozenset(fold(plain(word)) for word in words) - idle


@lru_cache(maxsize=64)
def _of(code: str) -> re.Pattern[str]:
    """ "Of" and a noun in small letters, behind a name."""
    own = known(code)
    of = any_of(own.speech.name_links, own.answers.of)
    return re.compile(rf"\s+{of}\s*([^\W\d_]{{4,}})")


def names_group(query: Query, text: str) -> bool:
    """Whether a text has all of ``group_words``; half of them if they are no name."""
    words = group_words(query)
    found = len(words & _words_of(text))
    return found > 0 and (found == len(words) or (not query.names and 2 * found >= len(words)))


@lru_cache(maxsize=512)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(plain(word)) for word in frozenset(_WORD.findall(text)))
