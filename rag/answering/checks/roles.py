"""Check that the reader's words name somebody who has the role that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from rag.answering.checks.kinds import Fit
from rag.answering.checks.leading import is_put_there_by, says_who_leads
from rag.answering.verbs.asked_side import around_who
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question import Query
from rag.question.office import (
    VAGUE_POSTS,
    articles_of,
    asked_office,
    is_any_office,
    is_role,
    leads,
    posts_of,
    tells_of_holder,
    tokens_of,
    word_key,
)
from rag.types import Hit, Release, Span

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")
# The end of a sentence, and not of an abbreviation such as "M.".
_SENTENCE_ENDS = regex(r"(?<=\w{3})[.!?]\s|\n")
# A role stands so many characters from the name, at most.
_ROLE_WITHIN = 90
# Two forms of a role share so many letters at least, and end in so many others at most.
_ROLE_STEM, _ROLE_ENDING = 5, 4
# The name stands so many words behind an office, at most; letters before the end of a sentence.
_NAME_WITHIN, _STOPS = 7, 3
# Whoever holds these is told by his name alone ("Louis VI").
_OF_NAMES = frozenset({"king", "queen", "pope"})


def holds_role(query: Query, hit: Hit) -> Fit | None:
    """For "who is the president of …": whether the role stands beside the reader's words, anywhere
    in the release. None if the question asks for no role, or for one that may be called otherwise.

    It is only doubtful where the release need not say the role: the author of something may be told
    by its title alone, and a king by his name. But somebody whom the release gives another post is
    no author.
    """
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.scope.form == "list":
        return None
    role, body = _asked_role(query, language), hit.release.body
    if not role:
        of_state = query.scope.is_of_state or _tells_leader(query, language)
        if of_state and query.asks == "who" and not says_who_leads(query, hit):
            return "other-kind"
        if is_put_there_by(query, hit):
            return "other-kind"
        held = _holds_post(query, hit, words, language)
        return None if held is None else ("fits" if held else "other-kind")
    # An adjective ("ministre *français* du Budget") may stand anywhere in the release.
    beside = _role_terms(query, language) or role
    everywhere = _has_role(f"{hit.release.title}\n{body}", role, language)
    near_by = [_without_mentioned(near, language) for near in _beside(body, words)]
    if everywhere and any(_has_role(near, beside, language) for near in near_by):
        return "fits"
    phrase = [word_key(word) for word in asked_phrase(query, language)]
    if is_role(phrase[-1], language) and not is_role(phrase[0], language):
        # "l'*ultime* directeur", "le *second* premier ministre"
        post = frozenset(analyse(phrase[-1], language.code))
        if any(_has_role(near, post, language) for near in _beside(body, words)):
            return "doubtful"
    asked = posts_of(phrase, language)
    if asked and asked <= VAGUE_POSTS:
        # "le chef de l'école": who takes over its direction
        return "doubtful" if says_who_leads(query, hit) else "other-kind"
    if asked and not (asked <= _OF_NAMES and _asks_which_holder(query, language)):
        return "other-kind"
    other = any(_posts_in(near, language) - asked for near in _beside(body, words))
    return "other-kind" if other else "doubtful"


def _tells_leader(query: Query, language: Language) -> bool:
    """Whether a question for a series asks who led something, one after the other."""
    keys = tokens_of(query.text)[1]
    return query.scope.form == "series" and any(leads(key, language) for key in keys)


def _without_mentioned(text: str, language: Language) -> str:
    """A text without the offices behind "of the" or "to the" that no name follows: "en présence *du
    préfet*" tells nobody's office."""
    speech, answers = language.speech, language.answers
    linking = folded_words(speech.name_links, answers.of, answers.to)
    articles = articles_of(language)
    tokens = list(_TOKEN.finditer(text))
    keys = [word_key(token.group()) for token in tokens]
    kept, end = [], 0
    for n, key in enumerate(keys):
        if n == 0 or not is_role(key, language):
            continue
        first = n - 1 if keys[n - 1] in articles or n == 1 else n - 2
        led = keys[first] in articles and (
            keys[first] in linking or (first > 0 and keys[first - 1] in linking)
        )
        if not led or _names_behind(text, tokens, n):
            continue
        kept.append(text[end : tokens[n].start()])
        end = tokens[n].end()
    return "".join((*kept, text[end:]))


def _names_behind(text: str, tokens: Sequence[re.Match[str]], n: int) -> bool:
    """Whether a word with a capital stands behind an office, in its sentence."""
    behind = tokens[n + 1 : n + 1 + _NAME_WITHIN]
    stop = _SENTENCE_ENDS.search(text, tokens[n].end() - _STOPS)
    return any(
        one.group()[0].isupper() and (stop is None or one.start() < stop.end()) for one in behind
    )


def _posts_in(text: str, language: Language) -> frozenset[str]:
    return posts_of((word_key(match.group()) for match in _TOKEN.finditer(text)), language)


def _asks_which_holder(query: Query, language: Language) -> bool:
    """Whether a question asks which holder of an office did something: "quel roi …"."""
    _, keys, at = around_who(query, language)
    return at is not None and keys[at] in folded_words(language.questions.which)


def _holds_post(query: Query, hit: Hit, words: Span, language: Language) -> bool | None:
    """The same for a question in another language than the release's, by the posts that are known
    in both."""
    if query.asks != "who" or not language.offices.posts:
        return None
    asked: set[str] = set()
    for code in query.languages - {language.code}:
        asked |= posts_of(map(word_key, asked_phrase(query, known(code))), known(code))
    asked &= set(language.offices.posts)
    if not asked or asked & VAGUE_POSTS:
        return None
    for near in _beside(hit.release.body, words):
        keys = (word_key(match.group()) for match in _TOKEN.finditer(near))
        if asked & posts_of(keys, language):
            return True
    return False


def _beside(body: str, words: Span) -> Iterator[str]:
    """What stands around words and around every other place of their last name."""
    names = list(_TOKEN.finditer(body, words.start, words.end))
    last = next((m.group() for m in reversed(names) if m.group()[0].isupper()), "")
    places = [match.start() for match in re.finditer(re.escape(last), body)] if last else []
    for place in (words.start, *places):
        yield body[max(0, place - _ROLE_WITHIN) : place + len(last) + _ROLE_WITHIN]


def speaks_of_asked(query: Query, hit: Hit) -> bool:
    """For "who is the treasurer of …": whether the release has that noun; else True."""
    if query.asks != "who" or query.cross_lingual or query.scope.form == "list":
        return True
    language = known(hit.release.language)
    terms = frozenset(analyse(" ".join(asked_phrase(query, language)), language.code))
    text = f"{hit.release.title}\n{hit.release.body}"
    return (
        not terms
        or not terms.isdisjoint(analyse(text, language.code))
        or (_has_role(text, terms, language))
    )


def _has_role(text: str, role: frozenset[str], language: Language) -> bool:
    """Whether a text has the words of a role, of a man or a woman ("directeur", "directrice")."""
    missing = role - frozenset(analyse(text, language.code))
    if not missing:
        return True
    keys = [word_key(match.group()) for match in _TOKEN.finditer(text)]
    held = [term for key in keys if is_role(key, language) for term in analyse(key, language.code)]
    return all(any(_one_role(term, other) for other in held) for term in missing)


def _one_role(term: str, other: str) -> bool:
    """Whether two terms of roles differ in their ending only."""
    pairs = zip(term, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return same >= _ROLE_STEM and same >= max(len(term), len(other)) - _ROLE_ENDING


def name_of_holder(query: Query, release: Release, words: Span) -> Span:
    """For a question who holds an office, the words without the office behind the name: "Anne
    Martin" of "Anne Martin, directrice de l'office"."""
    role = _asked_role(query, known(release.language))
    comma = release.body.find(",", words.start, words.end)
    if not role or comma <= words.start:
        return words
    behind = release.body[comma : words.end]
    return Span(words.start, comma) if _has_role(behind, role, known(release.language)) else words


def asks_for_role(query: Query) -> bool:
    """Whether a question asks who holds an office ("who is the president of …"), and not what its
    holder does ("which president signed …")."""
    languages = [known(code) for code in query.languages]
    return any(
        _asked_role(query, language) and not tells_of_holder(query.text, language)
        for language in languages
    )


def _asked_role(query: Query, language: Language) -> frozenset[str]:
    """The index terms of the role in "who is the secretary general of …"; empty if none is asked
    for that is always called the same."""
    phrase = asked_phrase(query, language)
    if not any(is_role(word_key(word), language) for word in phrase):
        return frozenset()
    if is_any_office(phrase, language):
        return frozenset()  # "le patron" may be called director or president
    return frozenset(analyse(" ".join(phrase), language.code))


def _role_terms(query: Query, language: Language) -> frozenset[str]:
    """The index terms of the words of the asked role that are roles themselves."""
    words = [word for word in asked_phrase(query, language) if is_role(word_key(word), language)]
    return frozenset(analyse(" ".join(words), language.code))


def asked_phrase(query: Query, language: Language) -> tuple[str, ...]:
    """The words of the asked office in one language; empty for another question."""
    return asked_office(query.text, language) if query.asks == "who" else ()
