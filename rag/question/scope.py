"""Tell over what time a question asks, and whether one value, each of several, a list or a count
answers it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from rag.language import WordClass
from rag.language.registry import known
from rag.language.terms import fold
from rag.lazy import dataclass, regex
from rag.question.extremes import Extreme
from rag.question.scope_words import OF_FIGURES, ScopePatterns, same_length, scope_patterns
from rag.question.singular import NO_PLURALS, SHORTEST_NOUN
from rag.types import Period

AskedForm = Literal["value", "series", "list", "count"]
AskedTime = Literal["now", "first", "last"]
Membership = Literal["joined", "left"]

_WORD = regex(r"[^\W\d_]+")
# A plural interrogative stands among so many first words.
_SEVERAL_WITHIN = 6
# A plural noun stands among so many first words of a request.
_REQUEST_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """For what of a body of releases a question asks.

    Attributes:
        form: ``value`` for one value, ``series`` for the value of each time, ``list`` for several
            things, ``count`` for how many times something was.
        time: ``now`` for the value of today, ``first`` and ``last`` for the earliest and the latest
            of several; None if it asks for none of these.
        is_of_state: whether it asks who held an office at a time ("dirigeait").
        membership: ``joined`` if it asks for those who joined something or belong to it, ``left``
            for those who left it; None for another question. A list may have one, and a question
            how many there are.
        is_of_figure: whether it asks for a figure by its noun ("quelle est la population").
        is_of_editions: whether a list is asked for in the singular, of what may be held or won
            again ("où s'est tenu le salon").
        is_of_events: whether a list is of places or winners of what is held or won again, or a
            count is of that itself.
        is_of_dates: whether what is counted is asked for, and not its number ("à quelles dates").
        is_of_now: whether a list is of what is so now, and not of all that ever was ("quels pays
            sont membres").
        extreme: whether a series is asked for its highest or its lowest value alone.
    """

    form: AskedForm = "value"
    time: AskedTime | None = None
    is_of_state: bool = False
    membership: Membership | None = None
    is_of_figure: bool = False
    is_of_editions: bool = False
    is_of_events: bool = False
    is_of_dates: bool = False
    is_of_now: bool = False
    extreme: Extreme | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether one passage is enough to answer."""
        return self.form == "value" and self.time is None


def find_scope(
    text: str, spoken: Iterable[str], asks: WordClass, period: Period | None, *, measures: bool
) -> Scope:
    """The scope of a question: that in the first of its languages in which it has one.

    Args:
        text: the question.
        spoken: the languages that it may be in (ISO 639-1).
        asks: the class of its interrogative.
        period: the period that it names.
        measures: whether it asks for a quantity.
    """
    body = same_length(text)
    found = [
        _scope(body, patterns, asks, period, measures=measures)
        for patterns in map(scope_patterns, map(known, sorted(spoken)))
        if patterns is not None
    ]
    telling = (scope for scope in found if scope.form != "value" or scope.time in ("first", "last"))
    figures = (scope for scope in found if scope.is_of_figure)
    return next(telling, None) or next(figures, found[0] if found else Scope())


def _scope(
    body: str, patterns: ScopePatterns, asks: WordClass, period: Period | None, *, measures: bool
) -> Scope:
    often = patterns.how_often.search(body)
    if often is not None and not patterns.rate.match(body, often.end()):
        return Scope("count", is_of_events=_tells_events(body, patterns))
    if asks == "how_many" and _counts_events(body, patterns):
        return Scope("count", is_of_events=True)  # "Combien de salons ont eu lieu ?"
    if patterns.which_dates.search(body) and _tells_events(body, patterns):
        return Scope("count", is_of_events=True, is_of_dates=True)
    figure = asks in OF_FIGURES and patterns.figures.search(body) is not None
    asks_how = asks == "how" or (asks == "other" and figure)
    evolved = asks_how and patterns.evolved.search(body) is not None
    of_times = asks in ("who", "how_many") and patterns.and_when.search(body) is not None
    if evolved or of_times or patterns.over_time.search(body):
        return Scope("series")
    if (measures or figure) and period is not None and _years(period) > 1:
        return Scope("series")
    if asks == "who" and period is not None and _lasts_to_now(body, patterns, period):
        return Scope("series")
    time = _time(body, patterns, asks, period, lasts=measures or figure)
    if time in (None, "now") and _asks_several(body, patterns, asks):
        scope = _list(_membership(body, patterns), body, patterns, period)
        return replace(scope, is_of_events=_is_of_editions(body, patterns, asks))
    if time in (None, "now") and asks == "who" and period is None:
        # "Qui a rejoint le réseau ?" asks for all who did.
        membership = _membership(body, patterns)
        if membership is not None:
            return _list(membership, body, patterns, period)
    if time is None and period is None and _is_of_editions(body, patterns, asks):
        return Scope("list", is_of_editions=True, is_of_events=True)
    counted = _membership(body, patterns) if asks == "how_many" and period is None else None
    return Scope(
        "value",
        time,
        patterns.state.search(body) is not None,
        counted,
        figure and not _asks_for_another(body, patterns),
    )


def _list(
    membership: Membership | None, body: str, patterns: ScopePatterns, period: Period | None
) -> Scope:
    present = period is None and patterns.past.search(body) is None
    return Scope("list", membership=membership, is_of_now=membership != "left" and present)


def _is_of_editions(body: str, patterns: ScopePatterns, asks: WordClass) -> bool:
    """Whether a question asks where something was held, or who won what is won again."""
    if asks == "where":
        return patterns.held.search(body) is not None
    won = asks in ("who", "which") and patterns.won.search(body) is not None
    return won and patterns.awards.search(body) is not None


def _tells_events(body: str, patterns: ScopePatterns) -> bool:
    """Whether a question has a word for what is held or won again."""
    return any(
        one.search(body)
        for one in (patterns.held, patterns.took_place, patterns.awards, patterns.won)
    )


def _asks_for_another(body: str, patterns: ScopePatterns) -> bool:
    """Whether the interrogative has a noun of its own ("*de quelle ville* est la population")."""
    return patterns.of_noun.search(body) is not None


def _lasts_to_now(body: str, patterns: ScopePatterns, period: Period) -> bool:
    """Whether a question asks who has held an office since a time ("a présidé … depuis 2012")."""
    held = patterns.state.search(body) and patterns.past.search(body)
    return held is not None and period.low is not None and period.high is None


def _membership(body: str, patterns: ScopePatterns) -> Membership | None:
    if patterns.left.search(body):
        return "left"
    return "joined" if patterns.joined.search(body) else None


def _counts_events(body: str, patterns: ScopePatterns) -> bool:
    """Whether what is counted took place itself, and not what is said of it behind a relative."""
    counted, held = patterns.how_many.search(body), patterns.took_place.search(body)
    if counted is None or held is None:
        return False
    return patterns.relative.search(body, counted.end(), held.start()) is None


def _time(
    body: str, patterns: ScopePatterns, asks: WordClass, period: Period | None, *, lasts: bool
) -> AskedTime | None:
    span = period.span if period is not None else None
    if patterns.first_time.search(body):
        return "first"
    if patterns.last_time.search(body):
        return "last"
    ordinals: tuple[tuple[AskedTime, re.Pattern[str]], ...] = (
        ("first", patterns.first),
        ("last", patterns.last),
    )
    for name, pattern in ordinals:
        for match in pattern.finditer(body):
            if span is not None and span.start <= match.start() < span.end:
                continue
            before, after = _WORD.findall(body[: match.start()]), _WORD.search(body, match.end())
            following = fold(after.group()) if after is not None else ""
            if following in patterns.units or following in patterns.named_first:
                continue  # "last year", "première ligne"
            # "When was the race *last* rowed?"
            if before and (asks == "when" or fold(before[-1]) in patterns.articles):
                return name
    if period is not None:
        return None
    if patterns.now.search(body):
        return "now"
    # Only offices and figures change from one release to the next.
    return "now" if (lasts or asks == "who") and not patterns.past.search(body) else None


def _years(period: Period) -> int:
    """How many calendar years a period with two ends has; 1 for another one."""
    if period.low is None or period.high is None:
        return 1
    return 1 + period.high.year - period.low.year


def _asks_several(body: str, patterns: ScopePatterns, asks: WordClass) -> bool:
    words = _WORD.findall(body)[:_SEVERAL_WITHIN]
    for word, following in pairwise(words):
        if word not in patterns.several:
            continue
        # "Quels sont …" is a plural by itself, "which" by its noun alone.
        if word.endswith(("s", "i")):
            return True
        if _is_plural(following, patterns):
            return True
    if body.split(maxsplit=1)[0] in patterns.requests and asks in ("who", "other"):
        return _plural_noun(words[:_REQUEST_WITHIN], patterns)  # "Citez les pays membres"
    if asks == "where":
        # "Où *les exercices* ont-ils eu lieu ?"
        return _plural_noun(words, patterns)
    return asks == "who" and patterns.who_many.search(body) is not None


def _plural_noun(words: Sequence[str], patterns: ScopePatterns) -> bool:
    """Whether a plural noun stands behind a plural article."""
    return any(
        word in patterns.plural_articles and _is_plural(following, patterns)
        for word, following in pairwise(words)
    )


def _is_plural(noun: str, patterns: ScopePatterns) -> bool:
    """Whether a noun is probably in the plural, by its ending."""
    if len(noun) < SHORTEST_NOUN or noun.endswith(NO_PLURALS):
        return False
    return noun.endswith(patterns.plural_endings)
