"""What quantity a question asks for: so many of what, or an amount of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from rag.language.language import Language, Measure
from rag.language.questions import question_word
from rag.language.registry import known, languages
from rag.language.terms import function_words, plain
from rag.language.words import any_of, unjoined
from rag.lazy import dataclass, regex

QuantityKind = Literal["count", "any"] | Measure

_WORD = regex(r"[^\W\d_]+")
# The first word that tells something, among so many after "which", may name the kind ("quel est le
# montant").
_NAMED_WITHIN = 4
_MEASURES: tuple[Measure, ...] = (
    "clock", "money", "length", "area", "mass", "volume", "energy", "share", "temperature",
    "speed", "time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a question asks for.

    Attributes:
        kind: what is measured; ``count`` for a number of things, ``any`` if that is not told.
        noun: what is counted, as written ("emplois"); ``""`` if it is no ``count``.
    """

    kind: QuantityKind
    noun: str = ""


def asked_quantity(text: str, spoken: Iterable[str]) -> Quantity | None:
    """The quantity that a question asks for; None if it asks for none.

    Args:
        text: the question.
        spoken: the languages that it may be in (ISO 639-1).
    """
    body = plain(text)
    for code in sorted(spoken) or list(languages()):
        found = _asked(body, text, known(code))
        if found is not None:
            return found
    return Quantity("any") if question_word(text) == "how_many" else None


def _asked(body: str, text: str, language: Language) -> Quantity | None:
    patterns = _patterns(language)
    if patterns is None:
        return None
    for measure, pattern in patterns.measured.items():
        if measure == "clock" and pattern.search(body):
            return Quantity("clock")
    how_many = patterns.how_many.search(body)
    if how_many is not None:
        words = _WORD.findall(body[how_many.end() :])
        telling = [word for word in words[:3] if word not in patterns.idle]
        first = telling[0] if telling else ""
        for measure in _MEASURES:
            if first in patterns.units[measure] or first in patterns.asked[measure]:
                return Quantity("time" if measure == "clock" else measure)
        counts = patterns.counts
        much = patterns.how_much.fullmatch(how_many.group()) is not None
        is_verb = words[:1] and words[0] in patterns.verbs
        is_verb = is_verb or (much and words[1:] and _is_led(words[1], text, patterns, language))
        if words and (words[0] not in counts if counts else is_verb):
            return Quantity(_measured(body[how_many.end() :], patterns))
        return Quantity("count", first) if first else Quantity("any")
    how = patterns.how.search(body)
    if how is not None:
        scale = _WORD.search(body, how.end())
        kind = patterns.scales.get(scale.group()) if scale else None
        if kind is not None:
            return Quantity(kind)
    named = patterns.named.search(body)
    if named is not None:
        words = list(_WORD.finditer(body, named.end()))[:_NAMED_WITHIN]
        idle = patterns.idle | patterns.verbs
        first = next((word for word in words if word.group() not in idle), None)
        if first is not None and first.group() in patterns.measuring:
            return None  # "quelle mesure … a-t-il prise"
        kinds = (
            m for m in _MEASURES[1:] if first and patterns.measured[m].match(body, first.start())
        )
        kind = next(kinds, None)
        if kind is None and patterns.what.search(body):
            # "Was hat die Brücke *gekostet*?"
            last = _WORD.findall(body)[-1]
            kind = "money" if last in patterns.asked["money"] else None
        if kind is None and first is not None and first.group() in patterns.sizes:
            return Quantity("any")
        return Quantity(kind) if kind else None
    return None


def _is_led(word: str, text: str, patterns: _Patterns, language: Language) -> bool:
    """Whether a word is an article, or has a capital as only names do."""
    if word in patterns.articles:
        return True
    capital = not language.calendar.nouns_are_capitalised
    return capital and re.search(rf"\b{word.capitalize()}\b", text) is not None


def _measured(text: str, patterns: _Patterns) -> QuantityKind:
    found = ((patterns.measured[measure].search(text), measure) for measure in _MEASURES[1:])
    places = [(match.start(), measure) for match, measure in found if match]
    return min(places)[1] if places else "any"


class _Patterns:
    """The words of a language, ready for use."""

    def __init__(self, language: Language) -> None:
        measures, questions = language.measures, language.questions

        def some(*listed: str) -> re.Pattern[str]:
            return re.compile(any_of(*map(plain, listed)))

        self.how = some(questions.how)
        self.scales: dict[str, QuantityKind] = {
            plain(word): kind for kind, words in measures.scales.items() for word in words.split()
        }
        self.how_many, self.how_much = some(questions.how_many), some(measures.how_much)
        self.named, self.what = some(questions.which, questions.what), some(questions.what)
        articles = (language.speech.articles, language.answers.articles)
        self.articles = unjoined(*(plain(words).replace("'", "") for words in articles))
        self.measured = {kind: some(measures.asked.get(kind, "")) for kind in _MEASURES}
        self.units = {kind: unjoined(plain(measures.units.get(kind, ""))) for kind in _MEASURES}
        self.asked = {kind: unjoined(plain(measures.asked.get(kind, ""))) for kind in _MEASURES}
        self.idle = function_words(language)
        self.verbs = unjoined(
            plain(language.follow_ups.support), plain(language.offices.copulas),
            plain(questions.verbs),
        )  # fmt: skip
        self.measuring = unjoined(plain(measures.verbs))
        self.sizes = unjoined(plain(measures.sizes))
        self.counts = unjoined(measures.counts)


@lru_cache(maxsize=64)
def _patterns(language: Language) -> _Patterns | None:
    return _Patterns(language) if language.measures.asked else None
