"""Tell over what time a question asks, and whether one value, each of several, a list or a count
answers it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rag.language import WordClass
from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import known, languages
from rag.language.terms import folded_words, plain
from rag.language.words import any_of, unjoined
from rag.types import Period

AskedForm = Literal["value", "series", "list", "count"]
AskedTime = Literal["now", "first", "last"]

_WORD = re.compile(r"[^\W\d_]+")
# Of these classes the value of today can be asked for.
_OF_A_TIME: tuple[WordClass, ...] = ("who", "which", "what", "where", "how_many", "how")
# A plural interrogative stands among so many first words.
_SEVERAL_WITHIN = 6
_PLURAL = ("s", "x", "n", "e", "i")


@dataclass(frozen=True, slots=True)
class Scope:
    """For what of a body of releases a question asks.

    Attributes:
        form: ``value`` for one value, ``series`` for the value of each time, ``list`` for several
            things, ``count`` for how many times something was.
        time: ``now`` for the value of today, ``first`` and ``last`` for the earliest and the latest
            of several; None if it asks for none of these.
        is_of_state: whether it asks how it was at a time, and not what happened ("était").
    """

    form: AskedForm = "value"
    time: AskedTime | None = None
    is_of_state: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether one passage is enough to answer."""
        return self.form == "value" and self.time is None


def find_scope(
    text: str,
    spoken: Iterable[str],
    asks: WordClass,
    period: Period | None,
    *,
    measures: bool,
) -> Scope:
    """The scope of a question.

    Args:
        text: the question.
        spoken: the languages that it may be in (ISO 639-1).
        asks: the class of its interrogative.
        period: the period that it names.
        measures: whether it asks for a quantity.
    """
    body = plain(text)
    for code in sorted(spoken) or list(languages()):
        patterns = _patterns(known(code))
        if patterns is not None:
            return _scope(body, patterns, asks, period, measures=measures)
    return Scope()


def one_at_a_time(text: str, spoken: Iterable[str], scope: Scope, asks: WordClass) -> str:
    """The question as it is asked of each release, with the length of ``text``.

    "How many times" becomes "when", and what asks for each time is left out. Blanks fill the rest.
    """
    if scope.form not in ("count", "series"):
        return text
    body = plain(text)
    for code in sorted(spoken) or list(languages()):
        language = known(code)
        patterns = _patterns(language)
        if patterns is None or len(body) != len(text):
            continue
        questions = language.questions
        if scope.form == "count":
            found = patterns.how_often.search(body)
            return _with(text, found, questions.when.split()[0]) if found else text
        for found in patterns.over_time.finditer(body):
            text = _with(text, found, "")
        if asks == "how":
            how = re.search(any_of(plain(questions.how)), body)
            text = _with(text, how, questions.how_many.split()[0])
        return text
    return text


def _with(text: str, found: re.Match[str] | None, word: str) -> str:
    """The text with a word and blanks in the place of a match, if there is room for it."""
    if found is None:
        return text
    room = found.end() - found.start()
    if len(word) > room:
        word = ""
    if found.start() == 0:
        word = word.capitalize()
    return text[: found.start()] + word.ljust(room) + text[found.end() :]


def _scope(
    body: str, patterns: _Patterns, asks: WordClass, period: Period | None, *, measures: bool
) -> Scope:
    if patterns.how_often.search(body):
        return Scope("count")
    time = _time(body, patterns, asks, period)
    if patterns.over_time.search(body):
        return Scope("series")
    if measures and period is not None and _years(period) > 1:
        return Scope("series")
    if time in (None, "now") and _asks_several(body, patterns, asks):
        return Scope("list")
    return Scope("value", time, patterns.state.search(body) is not None)


def _time(
    body: str, patterns: _Patterns, asks: WordClass, period: Period | None
) -> AskedTime | None:
    span = period.span if period is not None else None
    ordinals: tuple[tuple[AskedTime, re.Pattern[str]], ...] = (
        ("first", patterns.first),
        ("last", patterns.last),
    )
    for name, pattern in ordinals:
        for match in pattern.finditer(body):
            if span is not None and span.start <= match.start() < span.end:
                continue
            before, after = _WORD.findall(body[: match.start()]), _WORD.search(body, match.end())
            following = after.group() if after is not None else ""
            if following in patterns.units:
                continue  # "last year"
            if following in patterns.offices and match.group() in patterns.offices:
                continue  # "premier ministre"
            if not before or before[-1] not in patterns.units:
                return name
    if period is not None or asks not in _OF_A_TIME:
        return None
    if patterns.now.search(body) or not patterns.past.search(body):
        return "now"
    return None


def _years(period: Period) -> int:
    """How many calendar years a period with two ends has; 1 for another one."""
    if period.low is None or period.high is None:
        return 1
    return 1 + period.high.year - period.low.year


def _asks_several(body: str, patterns: _Patterns, asks: WordClass) -> bool:
    words = _WORD.findall(body)[:_SEVERAL_WITHIN]
    for word, following in pairwise(words):
        if word in patterns.several and following.endswith(_PLURAL):
            return True
    return asks == "who" and patterns.who_many.search(body) is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    over_time: re.Pattern[str]
    how_often: re.Pattern[str]
    first: re.Pattern[str]
    last: re.Pattern[str]
    now: re.Pattern[str]
    past: re.Pattern[str]
    state: re.Pattern[str]
    who_many: re.Pattern[str]
    several: frozenset[str]
    offices: frozenset[str]
    units: frozenset[str]


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns | None:
    scope = language.questions.scope
    if not scope.over_time:
        return None
    who = any_of(plain(language.questions.who))
    return _Patterns(
        over_time=re.compile(any_of(plain(scope.over_time))),
        how_often=re.compile(any_of(plain(scope.how_often))),
        first=re.compile(any_of(plain(scope.first))),
        last=re.compile(any_of(plain(scope.last))),
        now=re.compile(any_of(plain(scope.now))),
        past=re.compile(rf"(?<!\w)(?:{scope.past})(?!\w)"),
        state=re.compile(rf"(?<!\w)(?:{scope.state or '(?!)'})(?!\w)"),
        who_many=re.compile(rf"{who}\s+{any_of(plain(scope.who_many))}"),
        several=unjoined(plain(language.answers.several)),
        offices=folded_words(language.speech.offices),
        units=_units(language),
    )


def _units(language: Language) -> frozenset[str]:
    """The words for units of time, the months and the days of the week."""
    calendar = language.calendar
    named = (*calendar.months, *calendar.weekdays, *calendar.units.values())
    words = [word for names in (*named, *calendar.plurals.values()) for word in listed(names)]
    return frozenset(map(plain, words))
