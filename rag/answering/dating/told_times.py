"""Tell a time that is no date: a duration, an hour, an event, several years."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.answering.dating.time_patterns import patterns_of, straight
from rag.language.patterns import either, template
from rag.language.registry import languages
from rag.lazy import regex
from rag.types import Span

_LETTER = regex(r"[^\W\d_]")
# The figures of a year, and what makes it one before our era.
_YEARS = regex(r"(?<![\d.,])\d{3,4}(?![\d%]|[.,]\d)")


def tells_time(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words without a date tell a time all the same: "après la signature du traité", "au
    XVIIe siècle". An hour is none, nor is a duration ("24 mois de travaux"), unless it counts from
    something ("depuis deux ans", "deux ans après")."""
    patterns = patterns_of(language)
    before, said = body[max(0, words.start - 12) : words.start], body[words.start : words.end]
    if patterns.clock.search(said) or not _LETTER.search(said):
        return False
    duration = patterns.duration.match(said)
    if duration is None:
        since = patterns.since.search(before + said) is not None
        told = said if since else patterns.duration.sub(" ", said)
        return patterns.telling.search(before + told) is not None
    counted = patterns.since.search(before + duration.group())
    return counted is not None or patterns.telling.search(said, duration.end()) is not None


def tells_years(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words without a date have several years, or one before our era: "1635 à 1698", "vers
    350 av. J.-C.". A year that belongs to a name or a document is none: "budget 2009"."""
    patterns, said = patterns_of(language), body[words.start : words.end]
    found = list(_YEARS.finditer(said))
    for figures in found:
        start = words.start + figures.start()
        before = straight(body[max(0, start - 60) : start])
        if patterns.named.search(before) or patterns.document.search(before):
            return False
        if patterns.closes.search(before):
            return False
    return len(found) > 1 or any(_before_our_era().match(said, one.end()) for one in found)


@lru_cache(maxsize=1)
def _before_our_era() -> re.Pattern[str]:
    words = either(template(one.calendar.before_our_era) for one in languages().values())
    return re.compile(rf"\s*{words}(?!\w)", re.IGNORECASE)


def tells_duration(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words begin with counted time: "24 mois de travaux"."""
    return patterns_of(language).duration.match(body[words.start : words.end]) is not None


def tells_hour(body: str, words: Span, language: str | None = None) -> bool:
    """Whether words have a time of day: "à partir de 18 heures"."""
    return patterns_of(language).clock.search(body, words.start, words.end) is not None
