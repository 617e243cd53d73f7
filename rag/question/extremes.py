"""Read a question for the extreme of a figure: "En quelle année … a-t-elle été la plus basse ?".

Releases state the figure of one time each. So each is asked for its figure, and the extreme is
chosen among those that are found.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import any_of
from rag.lazy import regex

Extreme = Literal["highest", "lowest"]

_WORD = regex(r"[^\W\d_]+")
_END = regex(r"\s*[?.!]*\s*$")
# "In welchem Jahr" and "quelle année" are so many words with what stands before.
_HEAD = 4


def find_extreme(text: str, spoken: Iterable[str], *, wants_date: bool) -> Extreme | None:
    """Which extreme of a figure a question asks for; None for another question.

    Args:
        text: the question.
        spoken: the languages that it may be in (ISO 639-1).
        wants_date: whether it asks when the figure had it.
    """
    found = _found(text, spoken, wants_date=wants_date)
    return found.extreme if found else None


def as_figure(text: str, spoken: Iterable[str], *, wants_date: bool) -> str:
    """The question for the extreme of a figure as one for the figure, with the length of ``text``;
    as it is where it would be longer.

    "En quelle année la récolte a-t-elle été la plus faible ?" becomes "Combien la récolte
    a-t-elle été ?".
    """
    found = _found(text, spoken, wants_date=wants_date)
    if found is None:
        return text
    start, end = found.place
    how_many = _first(found.language.questions.how_many)
    middle = text[found.head : start].strip()
    behind = _END.sub("", text[end:]).strip()
    bare = of_figure(f"{middle} {behind}".ljust(len(text)), found.language)
    if bare is not None and not found.before_noun:
        return bare.ljust(len(text))
    if found.before_noun:
        of = found.language.measures.counts.split()[:1]
        joined = [how_many, *of, behind, middle]
    else:
        joined = [_first(found.language.questions.scope.figure) or how_many, middle, behind]
    asked = f"{' '.join(word for word in joined if word)} ?"
    return asked.ljust(len(text)) if len(asked) <= len(text) else text


def of_figure(text: str, language: Language) -> str | None:
    """A question for the course of a figure as one for the figure alone, of at most the length of
    ``text``: "Retracez l'évolution du budget" becomes "Combien du budget".

    None in a language whose word for how many needs a noun behind it ("how many").
    """
    patterns = _patterns(language)
    if not language.measures.counts:
        return None
    body = plain(text)
    for pattern in (patterns.course, patterns.inverted):
        for match in pattern.finditer(body):
            last = match.group().split()[-1]
            kept = last if last in patterns.links and last != match.group() else ""
            room = len(match.group())
            text = text[: match.start()] + kept.rjust(room) + text[match.end() :]
    opened = patterns.opening.match(plain(text))
    rest = _END.sub("", text[opened.end() if opened else 0 :]).strip(" ,:")
    bare = patterns.bare.match(plain(rest))
    rest = rest[bare.end() :] if bare else rest
    if rest[:1].isupper() and text.startswith(rest[:1]):
        rest = rest[0].lower() + rest[1:]  # the beginning of the sentence
    counted = patterns.counted.match(plain(rest))
    if counted is not None:
        noun = patterns.nouns[counted.group("noun")]
        rest = f"{language.measures.counts.split()[0]} {noun}{rest[counted.end() :]}"
    asked = f"{_first(language.questions.how_many)} {' '.join(rest.split())} ?"
    return asked if rest and len(asked) <= len(text) else None


def _first(words: str) -> str:
    """The first of some words, with a capital; ``""`` for none."""
    return next(iter(words.split()), "").replace("_", " ").capitalize()


class _Found(NamedTuple):
    """Where a question has the words for an extreme."""

    extreme: Extreme
    place: tuple[int, int]
    head: int  # the end of "en quelle année"
    before_noun: bool  # whether what is counted stands behind ("le plus de visiteurs")
    language: Language


def _found(text: str, spoken: Iterable[str], *, wants_date: bool) -> _Found | None:
    body = plain(text)
    if len(body) != len(text):
        return None
    for code in sorted(spoken):
        language = known(code)
        patterns = _patterns(language)
        figure = patterns.figures.search(body)
        for extreme, pattern, before_noun in patterns.extremes:
            match = pattern.search(body)
            if match is None or (before_noun and not wants_date):
                continue
            following = _WORD.search(body, match.end())
            noun = following is not None and fold(following.group()) not in patterns.idle
            of_figure = following is not None and patterns.figures.match(body, following.start())
            if not before_noun and not (of_figure or (not noun and (wants_date or figure))):
                continue
            head = _head(body, patterns, match.start(), wants_date=wants_date)
            return _Found(extreme, match.span(), head, before_noun, language)
    return None


def _head(body: str, patterns: _Patterns, stop: int, *, wants_date: bool) -> int:
    """The end of the interrogative with its noun ("en quelle année"); 0 without one."""
    words = list(_WORD.finditer(body, 0, stop))[:_HEAD]
    asking = next((n for n, one in enumerate(words) if fold(one.group()) in patterns.asking), None)
    if asking is None:
        return 0
    which = fold(words[asking].group()) in patterns.which
    last = asking + 1 if which and wants_date and asking + 1 < len(words) else asking
    return words[last].end()


class _Patterns:
    """The words of a language, ready for use."""

    def __init__(self, language: Language) -> None:
        questions, scope, offices = language.questions, language.questions.scope, language.offices

        def words(*listed: str) -> str:
            return any_of(plain(" ".join(listed)))

        kinds: tuple[tuple[Extreme, str, bool], ...] = (
            ("highest", scope.highest, False),
            ("lowest", scope.lowest, False),
            ("highest", scope.most, True),
            ("lowest", scope.least, True),
        )
        self.extremes = tuple((name, regex(words(some)), noun) for name, some, noun in kinds)
        self.figures = regex(words(scope.figures))
        self.which = folded_words(questions.which, questions.what)
        self.asking = self.which | folded_words(questions.when)
        self.idle = frozenset(map(fold, function_words(language)))
        self.links = frozenset(plain(language.speech.name_links).split())
        self.course = regex(words(scope.over_time, scope.evolved))
        verbs = words(offices.copulas, offices.auxiliaries)
        self.inverted = regex(
            rf"{verbs}(?:-t)?-{words(questions.inversions)}(?:\s+{words(offices.copulas)})?"
        )
        asking = words(questions.how, questions.which, questions.what)
        requests = words(questions.requests)
        self.opening = regex(
            rf"\s*(?:{requests}|(?:{asking}|{verbs})(?:\s+{verbs})*)[\s,:]*(?:l'\s+)?"
        )
        articles = words(language.answers.articles)
        self.bare = regex(rf"{articles}\s+(?={words(language.speech.name_links)})")
        self.nouns = dict(pair.split(":") for pair in plain(scope.counted).split())
        self.counted = regex(rf"(?:{articles}\s*)?(?P<noun>{any_of(' '.join(self.nouns))})")


_patterns = lru_cache(maxsize=64)(_Patterns)
