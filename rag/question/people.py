"""Read a request for people by what they are as a question who is one: "Citez les lauréats du
prix" as "Qui est lauréat du prix"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.question.office import is_post, posts_of, tokens_of
from rag.question.singular import in_singular, singulars_of

# The noun stands among so many words behind the request ("la liste de tous les directeurs").
_WITHIN = 7


def asks_for_people(text: str, spoken: Iterable[str]) -> Literal["one", "several"] | None:
    """Whether a question asks for one who won or led something, or for several, by a request or by
    "which are the …"; None for another question."""
    found = _place(text, spoken)
    if found is None:
        return None
    noun = tokens_of(text)[0][found[0]].group()
    return "one" if _singular(noun, found[1]) == noun else "several"


def as_who(text: str, spoken: Iterable[str]) -> str:
    """Such a request as a question who is one of these, with the length of ``text``; any other
    question, and one that would be longer, as it is."""
    found = _place(text, spoken)
    if found is None:
        return text
    at, language = found
    tokens, _ = tokens_of(text)
    noun = tokens[at]
    who = language.questions.who.split()[0].capitalize()
    verbs = (pair.partition(":")[2] for pair in language.questions.plurals.verbs.split())
    # Who won something holds no office: "Qui lauréat du prix", without "est".
    won = fold(plain(noun.group())) in folded_words(language.questions.scope.winners)
    copula = "" if won else next(verbs, "")
    rest = text[noun.end() :].rstrip(" .?!\u00a0\u202f")
    for token in tokens[at + 1 :]:
        if fold(plain(token.group())) in folded_words(language.questions.scope.over_time):
            rest = rest.replace(f" {token.group()}", "", 1)
    if not won and not copula:
        return text
    asked = f"{who} {copula + ' ' if copula else ''}{_singular(noun.group(), language)}{rest}"
    return asked.ljust(len(text)) if len(asked) <= len(text) else text


def _singular(noun: str, language: Language) -> str:
    """The singular of a noun, which is found behind a plural interrogative; of a post in a language
    without one the post."""
    which = next(iter(language.answers.several.split()), "")
    singular = in_singular(f"{which} {noun}", language).split()[-1]
    known_posts = (one for one in singulars_of(noun, language) if is_post(one, language))
    return singular if singular != noun or is_post(noun, language) else next(known_posts, noun)


def _place(text: str, spoken: Iterable[str]) -> tuple[int, Language] | None:
    """The place of the noun for the people that a question asks for, and its language."""
    tokens, keys = tokens_of(text)
    for language in map(known, sorted(spoken)):
        questions = language.questions
        requests = folded_words(questions.requests)
        opening = requests | folded_words(questions.which)
        winners = folded_words(questions.scope.winners)
        if not keys or keys[0] not in opening:
            continue
        for n, key in enumerate(keys[1 : 1 + _WITHIN], start=1):
            if key in winners or posts_of([key], language):
                if keys[0] in requests:
                    return n, language
                # "Quels ont été les directeurs …", not "Quelle directrice a signé …"
                several = _singular(tokens[n].group(), language) != tokens[n].group()
                return (n, language) if n > 1 and several else None
            if key not in _between(language):
                break
    return None


@lru_cache(maxsize=64)
def _between(language: Language) -> frozenset[str]:
    """Words between a request and its noun: function words and those for a course over time."""
    questions = language.questions
    verbs = folded_words(questions.verbs, language.offices.auxiliaries, language.offices.copulas)
    own = folded_words(language.speech.articles, questions.requests)
    return frozenset(map(fold, function_words(language))) | verbs | own | _course(language)


@lru_cache(maxsize=64)
def _course(language: Language) -> frozenset[str]:
    """The single words of the phrases for a course over time, and of lists of names."""
    scope = language.questions.scope
    phrases = f"{scope.over_time} {scope.evolved} {scope.listed}".replace("_", " ")
    return folded_words(phrases)
