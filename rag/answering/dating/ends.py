"""Tell the beginnings and the ends that questions ask for and dates are: "depuis", "jusqu'à"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from rag.answering.dating.time_patterns import patterns_of, straight
from rag.language import DateExpression
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.language.word_lists import FoldedText, word_list
from rag.language.words import any_of
from rag.lazy import regex
from rag.question.office import tokens_of
from rag.types import Span

Role = Literal["begin", "end"]
_DIGIT = regex(r"\d")
_LAST_WORD = regex(r"\w+\W*$")
# "Until" stands so many words before the figures of a date, at most.
_UNTIL_WITHIN = 2
# What parts a word from the date behind it.
_FAR = regex(r"[.;:,()\d]|\w+\W+\w+\W+\w+\W+\w+")


def role_of_date(body: str, expression: DateExpression, language: str | None) -> Role | None:
    """Whether words right before a date make it a beginning or an end: "depuis le 4 mai",
    "jusqu'au 4 mai"."""
    before = text_before(body, expression)
    found = [
        (match.end(), role)
        for role, pattern in _roles(language)
        for match in pattern.finditer(before)
        if not _FAR.search(before, match.end())
    ]
    role = max(found)[1] if found else None
    if role == "end" and tells_postponed(before, language):
        return None  # "reporté jusqu'au 4 mai": the event is then
    return role


def stands_until(body: str, expression: DateExpression, language: str | None) -> bool:
    """Whether a date stands right behind "until": "jusqu'en 2027"."""
    before = tokens_of(text_before(body, expression))[1][-_UNTIL_WITHIN:]
    return not folded_words(known(language).questions.period.until).isdisjoint(before)


def tells_postponed(text: str, language: str | None) -> bool:
    """Whether a text has a word for putting something off to a later day."""
    words = known(language).events.get("postpone", "").replace("/", " ")
    return word_list(words).are_in(FoldedText(text))


def says_role(body: str, span: Span, role: Role, language: str | None) -> bool:
    """Whether a stretch says of itself that something begins or ends: "a ouvert hier le pont"."""
    text = straight(body[span.start : span.end])
    return any(own == role and pattern.search(text) for own, pattern in _roles(language))


def role_asked(question: str, spoken: Iterable[str]) -> Role | None:
    """Whether a question asks for a beginning or an end: "depuis quand", "jusqu'à quand"; None if
    for neither or for both.

    Args:
        question: a question for a date.
        spoken: codes of the languages that it may be in.
    """
    text, asked = straight(question), set()
    for code in spoken:
        when = regex(rf"\s*{any_of(known(code).questions.when)}", re.IGNORECASE)
        for role, pattern in _roles(code):
            for match in pattern.finditer(text):
                # A short word ("da", "bis", "by") is one of many; before "when" it counts.
                if len(match.group()) > 3 or when.match(text, match.end()):
                    asked.add(role)
    return asked.pop() if len(asked) == 1 else None


def asks_limit(question: str, spoken: Iterable[str]) -> bool:
    """Whether a question has a word for a beginning or an end right before "when": "jusqu'à
    quand", but not "quand commence"."""
    text = straight(question)
    return any(
        regex(rf"\s*{any_of(known(code).questions.when)}", re.IGNORECASE).match(text, match.end())
        for code in spoken
        for _, pattern in _roles(code)
        for match in pattern.finditer(text)
    )


def _roles(language: str | None) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    patterns = patterns_of(language)
    return ("begin", patterns.begins), ("end", patterns.ends)


def text_before(body: str, expression: DateExpression) -> str:
    """What stands in a paragraph before the figures of a date, its articles and prepositions
    included."""
    figure = place_of_figure(body, expression)
    return straight(body[max(0, figure - 70) : figure]).rpartition("\n\n")[2]


def place_of_figure(body: str, expression: DateExpression) -> int:
    """Where a date's first figure stands; its last word if it has none ("depuis *juin*")."""
    figure = _DIGIT.search(body, expression.start, expression.end)
    if figure is not None:
        return figure.start()
    last = _LAST_WORD.search(body[expression.start : expression.end])
    return expression.start + (last.start() if last else 0)
