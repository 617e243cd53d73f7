"""Find the noun that a date belongs to: a law, a letter, what was before or after it."""

from __future__ import annotations

from rag.answering.dating.ends import place_of_figure, role_of_date, text_before
from rag.answering.dating.time_patterns import patterns_of, straight
from rag.language import DateExpression
from rag.lazy import regex
from rag.types import Span

_WORD = regex(r"[^\W\d_]+")
# Articles and prepositions have so many letters at most.
_SMALL = 3
# What leads a document stands so many characters before it, at most.
_LED_WITHIN = 20


def belongs_to_noun(body: str, expression: DateExpression, language: str | None) -> Span | None:
    """The noun or participle that a date belongs to, and not to the event of its sentence: "la
    *loi* du 3 mai 2010", "le trimestre *clos* le 31 mars"; None if there is none."""
    if role_of_date(body, expression, language) is not None:
        return None
    patterns, before = patterns_of(language), text_before(body, expression)
    found = patterns.document.search(before) or patterns.closes.search(before)
    if found is None:
        return None
    start = place_of_figure(body, expression) - len(before)
    return Span(start + found.start("noun"), start + found.end("noun"))


def is_done_by(body: str, noun: Span, language: str | None) -> bool:
    """Whether a noun that a date belongs to is that by which something was done then: "*par* arrêté
    du 30 août"."""
    before = straight(body[max(0, noun.start - _LED_WITHIN) : noun.start])
    return patterns_of(language).through.search(before) is not None


def stands_apart(body: str, expression: DateExpression, language: str | None) -> Span | None:
    """The words of an event before or after which something was, where a date is that of the event:
    "après *l'éboulement* du 21 février"; None if there are none."""
    before = text_before(body, expression)
    found = list(patterns_of(language).apart.finditer(before))
    if not found or role_of_date(body, expression, language) is not None:
        return None
    said = found[-1]["event"]
    if all(
        patterns_of(language).telling.fullmatch(word) or len(word) <= _SMALL
        for word in _WORD.findall(said)
    ):
        return None  # "avant la fin du mois de mai"
    start = place_of_figure(body, expression) - len(before)
    return Span(start + found[-1].start("event"), start + found[-1].end("event"))
