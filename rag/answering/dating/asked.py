"""What a question for a date asks for: the time of an event, of taking an office, or an origin."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rag.answering.checks.events import asked_events
from rag.answering.checks.names import names_not_led
from rag.answering.dating.ends import role_asked
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.word_lists import FoldedText, word_list
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, is_role, leads, tokens_of, word_key
from rag.question.verb import AskedVerb, asked_verb

# An office is asked for of a name of so many words at least, or by a word for one.
_NAME = 2
# "Which is the" are the first words of a question, and perhaps one more.
_IS_THE = 4
# The events by which somebody gets an office.
_PUTS = frozenset({"appoint", "elect"})


class Office(NamedTuple):
    """What somebody is, in a question since when he is so or when he became so.

    Attributes:
        terms: the index terms of the word for it; none if the release is in another language.
        name: the folded parts of the name of who is so, in order.
    """

    terms: frozenset[str]
    name: tuple[str, ...]


def verb_of(query: Query, language: Language) -> AskedVerb | None:
    """The verb of a question in the language of a release, if it has one of content."""
    if language.code not in query.languages or _asks_which_is(query.text, language):
        return None
    verb = asked_verb(query.text, language)
    if verb is None or _is_idle(verb, language):
        return None
    times = folded_words(language.questions.times)
    names_time = verb.subject in times or verb.word in times  # "Donnez-moi la *date* du vote"
    return None if names_time else verb


@lru_cache(maxsize=64)
def _asks_which_is(text: str, language: Language) -> bool:
    """Whether a question has a noun for what it asks: "Quelle est la date du vote ?"."""
    _, keys = tokens_of(text)
    copulas, articles = folded_words(language.offices.copulas), articles_of(language)
    return any(one in copulas and other in articles for one, other in pairwise(keys[:_IS_THE]))


@lru_cache(maxsize=64)
def _is_idle(verb: AskedVerb, language: Language) -> bool:
    """Whether a word tells no event: "a lieu", "à *partir* de quand"."""
    light = frozenset(analyse(language.questions.verbs.replace("_", " "), language.code))
    return verb.term in light or verb.word in _small(language)


def asked_office(query: Query, language: Language) -> Office | None:
    """What somebody is, if a question asks since when, or when he became so; None otherwise.

    Args:
        query: the question, in any language.
        language: of the release.
    """
    if not language.offices.takes:
        return None
    named = [*names_not_led(query, language), *query.names]
    whole = (one for one in named if len(one.parts) >= _NAME)
    name = next(whole, named[0]).parts if named else ()
    parts = frozenset(part for one in query.names for part in one.parts)
    for spoken in map(known, sorted(query.languages)):
        word = _predicate(query.text, parts, spoken)
        if word is not None:
            own = analyse(word, language.code) if spoken is language else ()
            return Office(frozenset(own), tuple(one for one in name if one != word_key(word)))
    return None


@lru_cache(maxsize=64)
def _predicate(text: str, name: frozenset[str], language: Language) -> str | None:
    """The word of a question for what somebody is or became ("Kapitänin"); "" if he was put into
    an office that it does not tell; None for another question."""
    tokens, keys = tokens_of(text)
    if _asks_which_is(text, language):
        return None
    events = asked_events(text, language, name)
    if events:
        roles = (t.group() for t, key in zip(tokens, keys, strict=True) if is_role(key, language))
        return next(roles, "") if events <= _PUTS and name else None
    becomes, copulas = word_list(language.offices.becomes), language.offices.copulas
    is_so = has_become = False
    so = folded_words(copulas, language.answers.passive)
    small = _small(language)
    rest: list[int] = []
    for n, key in enumerate(keys):
        parts = [part for part in key.split("-") if part]
        has_become |= any(map(becomes.has, parts))
        is_so |= not so.isdisjoint(parts)
        if not all(part in small or part in name or becomes.has(part) for part in parts):
            rest.append(n)
    if not (has_become or is_so):
        # "Depuis quand Anne Roux *dirige*-t-elle le parc ?"
        leading = any(leads(part, language) for key in keys for part in key.split("-"))
        lasts = role_asked(text, (language.code,)) is not None
        return "" if leading and lasts and len(name) >= _NAME else None
    if not rest:
        # "Wann wurde Anna Roth Kapitänin?": a noun has a capital as a name has.
        last = len(keys) - 1
        nouns = language.calendar.nouns_are_capitalised and last > _NAME
        named = nouns and all(key in name for key in keys[-_NAME - 1 :])
        return tokens[last].group() if named else None
    first = rest[0]
    bare = first and keys[first - 1] not in articles_of(language)
    done, led = regex(language.follow_ups.participles or "(?!)"), articles_of(language)
    # "amministratore *delegato*" is one office.
    of_role = language.answers.participles and is_role(keys[first], language)
    behind = [n for n in rest[1:] if n != first + 1 or not of_role]
    if any(done.fullmatch(plain(tokens[n].group())) and keys[n - 1] not in led for n in behind):
        return None  # "Quand les ministres se sont-ils *réunis* ?", but not "de *l'université*"
    if is_role(keys[first], language) and (name or bare):
        return tokens[first].group()
    if len(name) < _NAME or done.fullmatch(plain(tokens[first].group())):
        return None
    before = keys[first - 1].split("-") if first else [""]
    beside = any(part in so or part in name or becomes.has(part) for part in before)
    return tokens[first].group() if has_become or beside else None


@lru_cache(maxsize=16)
def reporting(language: Language) -> frozenset[str]:
    """The index terms of verbs that tell what somebody said or announced."""
    verbs = f"{language.speech.verbs} {language.speech.stems} {language.answers.announces}"
    return frozenset(analyse(verbs.replace("_", " ").replace("*", ""), language.code))


@lru_cache(maxsize=16)
def _small(language: Language) -> frozenset[str]:
    """Folded words of a question that do not say what somebody is."""
    questions, times = language.questions, language.times
    listed = f"{questions.inversions} {questions.when} {questions.verbs} {language.offices.copulas}"
    times_of = f"{times.begins} {times.ends} {questions.period.since} {language.answers.passive}"
    held = questions.scope.took_place  # "a eu lieu" tells no event
    words = folded_words(*(one.replace("_", " ") for one in (listed, times_of, held)))
    return words | frozenset(map(fold, function_words(language))) | {"t", "s", "l"}


def asks_origin(query: Query, language: Language) -> bool:
    """Whether a question asks from what time a thing is: "De quand date le pont ?"."""
    asked = language.answers.origins.partition("/")[0]
    return word_list(asked).are_in(FoldedText(query.text))


def has_content(text: str, language: Language) -> bool:
    """Whether a text has a word that is no small one."""
    return any(key not in _small(language) for key in tokens_of(text)[1])
