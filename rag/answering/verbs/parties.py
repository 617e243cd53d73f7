"""Find who does something, and whom it is done to, on the two sides of a verb in its sentence.

A sentence is parted at its marks and its words for "and" and "who". What stands between a subject
and its verb in parts of their own ("Rolf Berg, *who leads the bank*, has …") is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rag.answering.tokens import Word, pronouns
from rag.answering.verbs.clauses import Part, by_of, finite_of, is_passive, parts_of
from rag.answering.verbs.grammar import clitics_of, idle_of, objects_of, plain_articles
from rag.answering.verbs.phrases import Phrases
from rag.answering.verbs.voices import agent_behind
from rag.language import analyse
from rag.language.language import Language
from rag.types import Span


class Parties(NamedTuple):
    """The two sides of a verb in a sentence; None for one that is not found.

    Attributes:
        at: the place of the verb among the words of its sentence.
        passive: whether it stands in the passive.
        agent, patient: who does it, and whom or what it is done to.
        recipient, opponent: to whom, and against whom.
    """

    at: int
    passive: bool
    agent: Span | None
    patient: Span | None
    recipient: Span | None = None
    opponent: Span | None = None


def parties(
    body: str,
    sentence: Span,
    tokens: Sequence[Word],
    at: int,
    things: frozenset[str],
    language: Language,
) -> Parties:
    """The two sides of the verb at a place of a sentence.

    Args:
        things: the index terms of things that it is done to. Where the language lets an object
            stand before the verb, they tell which side is which.
    """
    found = _sides(body, sentence, tokens, at, things, language)
    find, answers = Phrases(body, sentence, tokens, language), language.answers
    part = next(one for one in parts_of(body, tokens, at, language) if one.first <= at < one.end)
    return found._replace(
        recipient=find.led(at, part, answers.recipients),
        opponent=find.led(at, part, answers.opponents),
    )


def _sides(
    body: str,
    sentence: Span,
    tokens: Sequence[Word],
    at: int,
    things: frozenset[str],
    language: Language,
) -> Parties:
    find = Phrases(body, sentence, tokens, language)
    parts = parts_of(body, tokens, at, language)
    own = next(n for n, part in enumerate(parts) if part.first <= at < part.end)
    part = parts[own]
    by = by_of(tokens, at, part, language)
    if is_passive(tokens, at, part, by, language):
        agent = None
        if by is not None:
            end = find.end_of_name(parts, own) if by > at else tokens[at - 1].end
            agent = agent_behind(body, tokens, by, Span(sentence.start, end), language)
        first = min(finite_of(tokens, at, part, language), at)
        patient = find.phrase(part.first, first) if first > part.first else None
        if patient is None:
            patient = find.subject(parts, own)
        if patient is None and own + 1 < len(parts) and part.is_inserted:
            patient = find.phrase(parts[own + 1].first, parts[own + 1].end)
        return Parties(at, True, agent, patient)
    return _active(find, parts, own, at, things)


def _active(
    find: Phrases, parts: Sequence[Part], own: int, at: int, things: frozenset[str]
) -> Parties:
    tokens, language, part = find.tokens, find.language, parts[own]
    pivot = finite_of(tokens, at, part, language)
    begin = part.first + bool(part.relative)
    last = language.follow_ups.times_before_participle
    before = find.phrase(begin, min(pivot, at)) if begin < min(pivot, at) else None
    if before is None and begin < min(pivot, at) and tokens[begin].text in pronouns(language):
        before = Span(tokens[begin].start, tokens[begin].end)
    behind = find.phrase(at + 1, part.end, of_object=True)
    if part.relative and (last or before is not None):
        # "den *die Pianistin* einweihte", "que *la ville* a donnée", "der *den Turm* baute"
        other = find.subject(parts, own)
        inner = find.phrase(begin, at) if last else before
        is_object = part.relative in objects_of(language) or (not last and before is not None)
        return Parties(at, False, *((inner, other) if is_object else (other, inner)))
    if before is None and all(
        one.text in idle_of(language) for one in tokens[begin : min(pivot, at)]
    ):
        before = find.subject(parts, own)
    if last and pivot < at:
        behind = find.phrase(pivot + 1, at, of_object=True)
    if _is_turned(find, part, pivot, at, before, behind, things):
        if before is None and behind is not None and last:
            end = at if pivot < at else part.end
            rest = next((n for n in range(end) if tokens[n].start >= behind.end), end)
            before = find.phrase(rest, end, of_object=True)
        return Parties(at, False, behind, before)
    return Parties(at, False, before, behind)


def _is_turned(
    find: Phrases,
    part: Part,
    pivot: int,
    at: int,
    before: Span | None,
    behind: Span | None,
    things: frozenset[str],
) -> bool:
    """Whether the object stands before the verb, and the subject behind it: "Den Turm baute Lena
    Roth", "El acuerdo lo firmó Raúl Cobo"."""
    tokens, language = find.tokens, find.language
    if behind is None:
        return False
    if language.follow_ups.times_before_participle:
        led = tokens[part.first].text in objects_of(language)
        told = frozenset(analyse(find.body[behind.start : behind.end], language.code))
        opens = find.body[behind.start : behind.end].split()[0].casefold()
        if led or opens in objects_of(language):
            return led
        first = "" if before is None else find.body[before.start : before.end]
        named = frozenset(analyse(first, language.code))
        return before is None or (not things.isdisjoint(named) and things.isdisjoint(told))
    clitics = clitics_of(language) if language.follow_ups.drops_subjects else frozenset()
    if not clitics or pivot == part.first or pivot - 1 == part.first:
        return False
    return tokens[min(pivot, at) - 1].text in clitics and tokens[at + 1].text not in clitics - {
        *plain_articles(language)
    }
