"""Tell whether a text has the names of a question."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language import analyse
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.question import Query
from rag.question.office import VAGUE_POSTS, asked_office, posts_of, tokens_of, word_key
from rag.types import Hit

_WORD = regex(r"[^\W_]+")
_PARAGRAPH = "\n\n"
# A dateline ends within so many characters.
_OPENING = 300
# A word that tells of something has so many letters ("e.V." has not).
_SHORTEST = 3


def has_all_names(query: Query, text: str) -> bool:
    """Whether a text has each word of the names in a question; half of its words with a capital if
    it has no names, or is in a language that writes all nouns so. False without such words."""
    if not query.names:
        return names_group(query, text)
    wanted = {part for name in query.names for part in name.parts}
    found = len(wanted & _words_of(text))
    return found == len(wanted) or (_writes_nouns_as_names(query) and 2 * found >= len(wanted))


def names_left_to_release(query: Query, hit: Hit) -> list[str]:
    """The names of a question that neither a passage nor the title of its release has, and that its
    dateline or its last paragraph has, where it says who publishes it; none if one is missing."""
    if query.cross_lingual:
        return []
    release = hit.release
    near = _words_of(f"{release.title}\n{hit.passage.text}")
    absent = [name for name in query.names if not near.issuperset(name.parts)]
    if not absent:
        return []
    dated = release.published.span
    opening = release.body[: dated.end] if dated is not None and dated.end <= _OPENING else ""
    told = _words_of(f"{opening}\n{release.body.rstrip().rpartition(_PARAGRAPH)[2]}") | near
    if not all(told.issuperset(name.parts) for name in absent):
        return []
    return [name.words for name in absent]


def speaks_of_asked(query: Query, hit: Hit) -> bool:
    """Whether a hit may be one of several that answer: its passage has all names of the question,
    or its release has them, and the passage another word of the question beside them."""
    text, release = hit.passage.text, hit.release
    scope = query.scope
    if scope.form == "list" and not (
        query.names and (scope.membership or scope.is_of_events or query.asks == "who")
    ):
        return bool(query.names) and has_all_names(query, text) and says_more_than_names(query, hit)
    if has_all_names(query, text):
        return True
    if query.cross_lingual or not query.names:
        return False
    if not has_all_names(query, f"{release.title}\n{release.body}"):
        return False
    return says_more_than_names(query, hit)


def is_of_period(query: Query, hit: Hit) -> bool:
    """Whether a hit belongs to the period that a question names; True if it names none."""
    return query.period is None or hit.match.period is not None


def tells_office(query: Query, hit: Hit) -> bool:
    """Whether a question asks for the holder of an office, and the passage or the title has a word
    for that office, as for a woman or a man ("directrice", "Präsidentin")."""
    if query.asks != "who" or query.scope.is_narrow or query.cross_lingual:
        return False
    code = hit.release.language
    if code not in query.languages:
        return False
    asked = posts_of(map(word_key, asked_office(query.question, known(code))), known(code))
    asked -= VAGUE_POSTS
    return bool(asked) and not asked.isdisjoint(
        posts_of(tokens_of(f"{hit.release.title} {hit.passage.text}")[1], known(code))
    )


def says_more_than_names(query: Query, hit: Hit) -> bool:
    """Whether a passage has a word of the question beside its names; any has, in another language
    than the question's."""
    language = hit.release.language
    if language not in query.languages:
        return True
    names = frozenset(term for name in query.names for term in analyse(name.words, language))
    asked = {term for term in query.terms_in[language] - names if len(term) >= _SHORTEST}
    return not asked.isdisjoint(analyse(hit.passage.text, language))


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
