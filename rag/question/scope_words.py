"""The words of a language by which the scope of a question is told."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import any_of
from rag.lazy import regex

# Questions with these interrogatives, or none, may ask for a figure by its noun.
OF_FIGURES = ("which", "what", "how", "other")


class ScopePatterns:
    """The words of a language, ready for use."""

    def __init__(self, language: Language) -> None:
        questions, scope, answers = language.questions, language.questions.scope, language.answers

        def some(words: str) -> re.Pattern[str]:
            return regex(any_of(plain(words)))

        def words(listed: str) -> str:
            return any_of(plain(listed))

        self.over_time, self.evolved = some(scope.over_time), some(scope.evolved)
        self.and_when = regex(rf",?\s*{words(answers.both)}\s+{words(questions.when)}")
        self.how_often, self.which_dates = some(scope.how_often), some(scope.which_dates)
        counts = words(language.measures.counts)
        self.how_many = regex(rf"{words(questions.how_many)}(?:\s+{counts})?")
        self.took_place = some(scope.took_place)
        self.relative = some(f"{language.speech.relatives} {language.speech.that}")
        self.rate = regex(rf"\s+{words(scope.how_often_in)}")
        self.first, self.last = some(scope.first), some(scope.last)
        self.first_time, self.last_time = some(scope.first_time), some(scope.last_time)
        self.now, self.figures = some(scope.now), some(scope.figures)
        idle = any_of(" ".join(sorted(function_words(language))))
        no_noun = f"{words(scope.figures)}|{idle}"
        self.of_noun = regex(rf"{words(questions.which)}\s+(?!{no_noun})[^\W\d_]{{4,}}")
        self.past = regex(rf"(?<!\w)(?:{scope.past})(?!\w)")
        self.state = regex(rf"(?<!\w)(?:{scope.state or '(?!)'})(?!\w)")
        self.who_many = regex(rf"{words(questions.who)}\s+{words(scope.who_many)}")
        self.joined = some(language.memberships.asked)
        self.left = some(language.memberships.asked_left)
        self.held, self.awards = some(scope.held), some(scope.awards)
        self.won = some(f"{scope.won} {scope.winners}")
        self.several = frozenset(plain(answers.several).split())
        self.requests = frozenset(plain(questions.requests).split())
        self.plural_endings = tuple(scope.plural_endings.split())
        self.named_first = folded_words(scope.named_first)
        self.articles = folded_words(language.speech.articles, answers.articles)
        pairs = (pair.split(":") for pair in questions.plurals.words.split())
        plurals = folded_words(*(plural for plural, singular in pairs if plural != singular))
        self.plural_articles = (self.articles & plurals) or self.articles
        self.units = _units(language)


@lru_cache(maxsize=64)
def scope_patterns(language: Language) -> ScopePatterns | None:
    """The words of a language, made once; None if it has none."""
    return ScopePatterns(language) if language.questions.scope.over_time else None


def _units(language: Language) -> frozenset[str]:
    """The words for units of time, the months and the days of the week."""
    calendar = language.calendar
    named = (*calendar.months, *calendar.weekdays, *calendar.units.values())
    words = [word for names in (*named, *calendar.plurals.values()) for word in listed(names)]
    return frozenset(fold(plain(word)) for word in words)


def same_length(text: str) -> str:
    """The text in small letters and with plain marks, each character for one."""
    body = plain(text)
    return body if len(body) == len(text) else "".join((plain(c) or c)[0] for c in text)
