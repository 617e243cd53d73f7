"""Part a sentence into its clauses: the main one, what it says by the way, and quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rag.corpus import quotes_in
from rag.language.language import Language
from rag.language.patterns import DASH, either, template
from rag.language.terms import fold, folded_words, plain
from rag.lazy import regex
from rag.types import Span

Kind = Literal["main", "said", "aside"]
"""The main clause; one behind "that" or "but"; or one that only tells more of a noun: a relative
clause, a participle with its words, a quote."""

_MARK = regex(rf"[;:]|,(?!\d)|\s{DASH}\s")
_WORD = regex(r"[^\W\d_]+")
# So many words between quotation marks are a name.
_NAME = 3
# A participle at the end of a clause has more letters than a word such as "ab" or "mit".
_SHORT = 4


class Clause(NamedTuple):
    """A stretch of a body between marks, and what it is."""

    start: int
    end: int
    kind: Kind


@lru_cache(maxsize=512)
def clauses_of(body: str, start: int, end: int, language: Language) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order."""
    low, high = body.rfind("\n\n", 0, start) + 1, body.find("\n\n", end)
    found: list[Clause] = []
    at = start
    for quote in quotes_in(body, low, high if high >= 0 else len(body)):
        first, last = max(quote.start, start), min(quote.end, end)
        if first >= last or len(body[quote.start : quote.end].split()) <= _NAME:
            continue
        _add_unquoted(found, body, Span(at, first), language)
        found.append(Clause(first, last, "aside"))
        at = last
    _add_unquoted(found, body, Span(at, end), language)
    return tuple(found)


def _add_unquoted(found: list[Clause], body: str, part: Span, language: Language) -> None:
    """Add the clauses of a part of a sentence without quotes."""
    cuts = {(mark.start(), mark.end()) for mark in _MARK.finditer(body, part.start, part.end)}
    if not language.calendar.nouns_are_capitalised:  # German has a comma before each clause
        openings = _openings(language).finditer(body, part.start, part.end)
        cuts |= {(word.start(), word.start()) for word in openings}
    at = part.start
    for low, high in (*sorted(cuts), (part.end, part.end)):
        text = body[at:low]
        if text.strip():
            comma = body[part.start : at].rstrip().endswith(",")
            found.append(Clause(at, low, _kind(text, comma, found, language)))
        at = max(at, high)


def _kind(text: str, behind_comma: bool, before: Sequence[Clause], language: Language) -> Kind:
    """What a clause is.

    Args:
        text: its own.
        behind_comma: whether a comma stands right before it.
        before: the clauses before it.
    """
    opening = _openings(language).match(text.lstrip()) if before else None
    if opening is not None:
        if opening["relative"]:
            return "aside"
        joins = folded_words(language.answers.joins)
        is_that = language.calendar.nouns_are_capitalised  # "dass" is no relative
        no_relative = not behind_comma or is_that or fold(plain(opening.group())) in joins
        return "said" if no_relative else "aside"
    words = [plain(word) for word in _WORD.findall(text)]
    done = regex(language.follow_ups.participles or "(?!)")
    at_end = language.follow_ups.times_before_participle
    # "…, *ended*" is the main verb behind what is said by the way, "Anna Roth, a lawyer" too.
    back = bool(before) and before[-1].kind == "aside"
    back = back or (_is_apposition(before) and not language.answers.participles)
    opens = bool(words) and not back and (behind_comma or not before) and not at_end
    if opens and done.fullmatch(words[0]):
        return "aside"
    if (
        at_end
        and behind_comma
        and len(text.split()) > 1
        and words
        and len(words[-1]) > _SHORT
        and done.fullmatch(words[-1])
    ):
        verbs = folded_words(language.questions.verbs, language.answers.passive)
        return "main" if any(fold(word) in verbs for word in words) else "aside"
    return "main"


def _is_apposition(before: Sequence[Clause]) -> bool:
    """Whether the last one of some clauses stands right behind another, with a comma between."""
    return len(before) > 1 and before[-1].start - before[-2].end == 1


@lru_cache(maxsize=16)
def _openings(language: Language) -> re.Pattern[str]:
    """Words that begin a clause; those of a relative one in the group ``relative``."""
    tense = language.calendar.tense
    relative, joined = either((template(tense.relatives),)), either((template(tense.continues),))
    return re.compile(rf"\b(?:(?P<relative>{relative})|{joined})(?!\w)", re.IGNORECASE)
