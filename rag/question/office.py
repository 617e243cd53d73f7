"""Find the office in a question who holds it: "Qui est le directeur général de l'agence ?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise, takewhile

from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.word_lists import word_list
from rag.language.words import any_of, unjoined
from rag.lazy import regex
from rag.question.singular import singulars_of

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")
# An office that fits any holder ("patron"), and all whose nouns have other meanings ("chef").
_ANY = "head"
# A year behind "who was" stands among so many words.
_YEAR_WITHIN = 4
VAGUE_POSTS = frozenset({_ANY, "chief", "ceo", "coach"})


def ask_who(text: str, spoken: Iterable[str]) -> str:
    """A question "which is the president of …" or "what is the name of the president of …" as "who
    is the president of …".

    Only the words before the office change, and the length stays. Any other question stays as it
    is.
    """
    for code in sorted(spoken):
        language = known(code)
        named = _by_name(text, language)
        if named is not None:
            return named
        tokens, keys = tokens_of(text)
        which = folded_words(language.questions.which)
        at = next((n for n, key in enumerate(keys) if key in which), None)
        if at is None:
            continue
        behind = _behind_copula(keys[at + 1 :], language)
        if len(behind) == len(keys) - at - 1 or not posts_of(behind[:1], language):
            continue
        if behind[1:2] == ["s"]:
            continue  # "which is the president's house"
        who, word = language.questions.who.split()[0], tokens[at]
        if len(who) <= len(word.group()):
            who = who.capitalize() if word.group()[0].isupper() else who
            return text[: word.start()] + who.ljust(len(word.group())) + text[word.end() :]
    return text


def _by_name(text: str, language: Language) -> str | None:
    """The question "who is the president" of one for the president's name; None for another one."""
    body = plain(text)
    found = _asks_name(language).match(body)
    if found is None or len(body) != len(text):
        return None
    _, keys = tokens_of(text[found.end() :])
    behind = [key for key in keys if key not in articles_of(language)]
    who = language.questions.who.split()[0].capitalize()
    asked = f"{who} {language.offices.copulas.split()[0]} "
    if not posts_of(behind[:1], language) or len(asked) > found.end():
        return None
    return asked.ljust(found.end()) + text[found.end() :]


@lru_cache(maxsize=64)
def _asks_name(language: Language) -> re.Pattern[str]:
    """A question for the name of what follows, in the present."""
    questions, links = language.questions, language.speech.name_links
    of = any_of(plain(f"{links} {language.answers.of}"))
    past = rf"(?!.*(?<!\w)(?:{questions.scope.past or '(?!)'})(?!\w))"
    if not language.offices.copulas or not questions.names:
        return re.compile("(?!)")
    return re.compile(rf"{past}{any_of(plain(questions.names))}\s+(?:{of}\s*)?")


def asks_which_holder(text: str, spoken: Iterable[str]) -> bool:
    """Whether a question asks for a person by an office: "which director …", "name the
    directors …"."""
    _, keys = tokens_of(text)
    for language in map(known, sorted(spoken)):
        at = place_of_who(keys, language)
        if at is not None:
            return keys[at] in folded_words(language.questions.which)
        requests = folded_words(language.questions.requests)
        if keys and keys[0] in requests and posts_of(keys[1:3], language):
            return True
    return False


def place_of_who(keys: Sequence[str], language: Language) -> int | None:
    """The place of "who" among the folded words of a question, or of "which" before a post; None
    if it has none."""
    who, which = folded_words(language.questions.who), folded_words(language.questions.which)
    for n, key in enumerate(keys):
        if key in who or (key in which and _is_post(keys[n + 1 : n + 3], language)):
            return n
    return None


def _is_post(keys: Sequence[str], language: Language) -> bool:
    """Whether the first of two folded words is surely a post, and no "head office"."""
    posts = posts_of(keys[:1], language)
    return bool(posts) and not posts & VAGUE_POSTS and keys[1:2] != ["s"]


@lru_cache(maxsize=256)
def asked_office(text: str, language: Language) -> tuple[str, ...]:
    """The words after "who is the", up to a name or the next noun, as they are written; empty for
    another question, or one in another language."""
    tokens, keys = tokens_of(text)
    at = place_of_who(keys, language)
    if at is None:
        return ()
    words = (token.group() for token in tokens)
    following = list(zip(keys, words, strict=True))[at + 1 :]
    if posts_of(keys[at + 1 : at + 2], language):
        # "quel directeur général l'agence avait-elle"
        return tuple(t for _, t in takewhile(lambda one: is_role(one[0], language), following))
    left = len(_behind_copula(keys[at + 1 :], language, articles=False))
    if left == len(following):
        return ()
    following = following[len(following) - left :]
    if following and following[0][0] in articles_of(language):
        following.pop(0)
    elif not following or not is_role(following[0][0], language):
        return ()  # "Qui est évêque de …" has no article
    links = f"{language.speech.name_links} {language.answers.of} {language.speech.relatives}"
    ends = folded_words(links)
    nouns = language.calendar.nouns_are_capitalised
    if nouns:
        ends |= articles_of(language)
    phrase: list[str] = []
    for key, token in following:
        is_office = not phrase and (nouns or is_role(key, language))
        if key in ends or (token[0].isupper() and not is_office):
            break
        phrase.append(token)
    return tuple(_without_time(phrase, language))


def _without_time(phrase: list[str], language: Language) -> list[str]:
    """An office without "present", "first" and "last"; "prime minister" stays whole."""
    scope = language.questions.scope
    times, named = folded_words(scope.now, scope.first, scope.last), folded_words(scope.named_first)
    return [
        word
        for word, behind in pairwise((*phrase, ""))
        if word_key(word) not in times or word_key(behind) in named
    ]


@lru_cache(maxsize=256)
def tells_of_holder(text: str, language: Language) -> bool:
    """Whether a question asks for the holder of an office by what he does: "quel ministre *a*"."""
    tokens, keys = tokens_of(text)
    at = place_of_who(keys, language)
    if at is None or not posts_of(keys[at + 1 : at + 2], language):
        return False
    office = len(asked_office(text, language))
    following = keys[at + 1 + office : at + 2 + office]
    body = articles_of(language) | folded_words(language.speech.name_links)
    token = "".join(one.group() for one in tokens[at + 1 + office : at + 2 + office])
    # "à" is no verb, but "a" is.
    joined = token[:1].isupper() or plain(token) in unjoined(language.questions.prepositions)
    return bool(following) and not joined and following[0] not in body


def is_role(word: str, language: Language) -> bool:
    """Whether a folded word is a role, or a part of it between hyphens is."""
    roles, endings = _roles(language)
    parts = [part for part in (word, *word.split("-")) if part]
    if posts_of((word,), language) - VAGUE_POSTS:
        return True
    return any(part.startswith(roles) or part.removesuffix("s").endswith(endings) for part in parts)


def leads(word: str, language: Language) -> bool:
    """Whether a folded word is one for leading something or for being put at its head."""
    return word_list(language.offices.leading).has(word)


def posts_of(keys: Iterable[str], language: Language) -> frozenset[str]:
    """The posts among folded words, by their keys that are the same in all languages."""
    posts = _posts(language)
    parts = (part for key in keys for part in (key, key.rpartition("-")[2]))
    forms = ((part, part.removesuffix("s"), *singulars_of(part, language)) for part in parts)
    found = (next((form for form in own if form in posts), None) for own in forms)
    return frozenset(posts[form] for form in found if form is not None)


def is_post(word: str, language: Language) -> bool:
    """Whether a word is a post in the singular."""
    return word_key(word) in _posts(language)


def is_any_office(words: Iterable[str], language: Language) -> bool:
    """Whether the words of an office fit any holder ("patron")."""
    return posts_of(map(word_key, words), language) == {_ANY}


@lru_cache(maxsize=2048)
def word_key(word: str) -> str:
    """A word in small letters without accents and apostrophes."""
    return fold(plain(word)).strip("'’")


def tokens_of(text: str) -> tuple[list[re.Match[str]], list[str]]:
    """The words of a text, and their keys."""
    tokens = list(_TOKEN.finditer(text))
    return tokens, [word_key(token.group()) for token in tokens]


def _behind_copula(keys: list[str], language: Language, *, articles: bool = True) -> list[str]:
    """The words behind the first copulas and a year ("war 2020"), and behind an article; all words
    if no copula comes first."""
    copulas = folded_words(language.offices.copulas)
    auxiliaries = folded_words(language.offices.auxiliaries)
    rest = list(keys)
    if rest and rest[0] in auxiliaries and rest[1:2] and rest[1] in copulas:
        rest.pop(0)
    while rest and rest[0] in copulas:
        rest.pop(0)
    if len(rest) == len(keys):
        return rest
    year = next((n for n, key in enumerate(rest[:_YEAR_WITHIN]) if key.isdigit()), None)
    if year is not None and _before_year(language).issuperset(rest[:year]):
        rest = rest[year + 1 :]  # "war im Jahr 2020"
    if articles and rest and rest[0] in articles_of(language):
        rest.pop(0)
    return rest


@lru_cache(maxsize=64)
def _before_year(language: Language) -> frozenset[str]:
    """Words that may stand before a year ("im Jahr 2020")."""
    calendar = language.calendar
    years = listed(calendar.units.get("year", ""))
    idle = frozenset(map(fold, function_words(language)))
    return idle | folded_words(" ".join(years)) | articles_of(language)


@lru_cache(maxsize=64)
def articles_of(language: Language) -> frozenset[str]:
    """Articles and words like them, folded."""
    return folded_words(language.speech.articles, language.answers.articles)


@lru_cache(maxsize=64)
def prepositions_of(language: Language) -> frozenset[str]:
    """Prepositions, words for "of", and those that are one together with an article ("du"), folded.

    Words in names that are articles alone ("los") are none.
    """
    speech, answers = language.speech, language.answers
    pairs = [pair.partition(":") for pair in language.follow_ups.contractions.split()]
    joined = folded_words(answers.of, *(one for _, _, one in pairs))
    found = folded_words(
        language.questions.prepositions.replace("_", " "),
        speech.prepositions,
        speech.name_links,
        speech.loose_links,
        answers.to,
        answers.by,
    )
    return (found - articles_of(language)) | joined


@lru_cache(maxsize=64)
def _roles(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The beginnings and the endings of roles."""
    speech = language.speech
    return (
        tuple(folded_words(f"{speech.roles} {speech.offices}")),
        tuple(folded_words(speech.role_endings)),
    )


@lru_cache(maxsize=64)
def _posts(language: Language) -> dict[str, str]:
    """The key of each post, by its words."""
    return {
        fold(plain(word)): key
        for key, words in language.offices.posts.items()
        for word in unjoined(words)
    }
