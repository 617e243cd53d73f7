"""Answer "what did X say about Y" and "who said that …" from the register of statements.

The words that answer stand in quotes, so each part is a quotation in its place. Of several
statements the one whose words fit best comes first, of equal ones the latest. Reported speech
without quotation marks is no statement; it answers only if its sentence has X as the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from rag.answering.citations import cite
from rag.corpus import quotes_in, sentences_of, speaks, statements_of
from rag.language import analyse, asks_who_said, what_is_said
from rag.question import Query
from rag.retrieval import Register
from rag.types import (
    Answer,
    AnswerDate,
    AnswerPart,
    Filters,
    Hit,
    Match,
    Passage,
    Release,
    Span,
    StoredStatement,
)

Read = Callable[[str], tuple[Release, Sequence[Passage]]]
"""Gives the release of an id, with its passages."""
Rate = Callable[[str, Sequence[str]], Sequence[float]]
_MOST = 5  # statements in an answer
# The least share of the words asked about that a statement and its surroundings have, and the share
# of a quoted sentence that a question for its speaker repeats.
_LEAST_FIT, _LEAST_SHARE = 0.5, 0.6
# How near a statement in another language must be, in standard deviations.
_LEAST_NEAR = 2.5
_BESIDE = 0.5  # what a word counts that stands beside the quote and not in it
# The probability that the words shown are right, for the least and for a full fit. It is estimated
# and not fitted: of the 32 answers that ``python -m benchmarks.statements`` gets, 31 are right.
_SURE, _FULL = 0.6, 0.9


def speaker_asked(query: Query, register: Register) -> tuple[str, str] | None:
    """Whose statements a question asks for, and about what; None if it asks for something else.
    A speaker that the register does not have is given if no other reading fits."""
    readings = what_is_said(query.timeless)
    for speaker, about in readings:
        if register.of_speaker(speaker):
            return speaker, about
    return readings[0] if readings else None


def said_by(
    query: Query, register: Register, speaker: str, about: str, read: Read, rate: Rate
) -> Answer:
    """What a speaker says about something: the statements that fit, or an abstention.

    Args:
        rate: how near texts are to words, in standard deviations over the corpus. It decides where
            the question is in another language than the releases, and so shares no words.
    """
    chosen = [n for n, _ in register.choose(speaker, None, None, _filters(query))]
    rated = [(n, _fit(register, n, about, read) if about else 1.0) for n in chosen]
    found = [(number, fit) for number, fit in rated if fit >= _LEAST_FIT]
    if not found and about and chosen and query.cross_lingual:
        near = rate(about, [register.statements[number].quote for number in chosen])
        paired = sorted(zip(near, chosen, strict=True), key=lambda one: -one[0])
        found = [(number, _LEAST_FIT) for score, number in paired if score >= _LEAST_NEAR]
    found.sort(key=lambda one: -one[1])  # the latest stay first of equal ones
    answer = Answer(query.question, (), 0.0, period=query.period, abstention="not-said")
    if not found:
        return answer
    parts = [
        _part(register.statements[number], fit, rank, read)
        for rank, (number, fit) in enumerate(found[: max(_MOST, query.k)], 1)
    ]
    return replace(
        answer,
        parts=tuple(parts[:_MOST]),
        confidence=parts[0].confidence,
        hits=_each_once(parts, query.k),
        abstention=None,
        form="statements",
        releases_read=len({part.hit.release.id for part in parts}),
        releases_found=len({register.statements[number].release_id for number, _ in found}),
    )


def who_said(query: Query, register: Register, read: Read) -> Answer | None:
    """The speaker of the statement that a question repeats; None if it does not ask for one, or
    no single speaker said most of its words."""
    if not asks_who_said(query.text):
        return None
    shares: dict[str, tuple[float, int]] = {}
    for number, _ in register.choose(None, None, None, _filters(query)):
        share = register.share(number, query.timeless)
        if share > shares.get(register.speakers[number], (0.0, 0))[0]:
            shares[register.speakers[number]] = share, number
    best = sorted(shares.values(), reverse=True)[:2]
    if not best or best[0][0] < _LEAST_SHARE or (best[1:] and best[1][0] == best[0][0]):
        return None
    share, number = best[0]
    part = _part(register.statements[number], share, 1, read, names=True)
    return Answer(
        query.question, (part,), part.confidence, (part.hit,), query.period, releases_read=1
    )


def reports(answer: Answer, speaker: str) -> bool:
    """Whether an answer's sentence has a person as its speaker, without quotation marks; or names
    what is no person ("que propose la loi"), and quotes nobody."""
    if not answer.parts:
        return False
    if speaks(answer.sentence, speaker):
        return True
    part = answer.parts[0]
    release, sentence = part.hit.release, part.sentence
    capitalised = " ".join(word for word in speaker.split() if word[0].isupper())
    named = frozenset(analyse(capitalised or speaker, release.language))
    quoted = quotes_in(release.body, sentence.start, sentence.end)
    held = frozenset(analyse(sentence.quote, release.language))
    return bool(named) and not quoted and named <= held


def with_statement(answer: Answer) -> Answer:
    """The answer, whose first part has the statement in which its words stand."""
    if not answer.parts or answer.parts[0].statement or not answer.parts[0].span:
        return answer
    part, *others = answer.parts
    span, release = part.span, part.hit.release
    assert span is not None
    quotes = quotes_in(release.body, part.hit.passage.start, part.hit.passage.end)
    if not any(quote.start < span.start and span.end < quote.end for quote in quotes):
        return answer
    inside = (
        one
        for one in statements_of(release.body, release.language)
        if one.quote.start <= span.start and span.end <= one.quote.end
    )
    statement = next(inside, None)
    return replace(answer, parts=(replace(part, statement=statement), *others))


def _fit(register: Register, number: int, about: str, read: Read) -> float:
    """The share of the words of ``about`` that a statement has. Words of its passage and of the
    title count half."""
    stored = register.statements[number]
    release, passages = read(stored.release_id)
    asked = register.terms_asked(about, number)
    if not asked:
        return 0.0
    held = asked & register.terms_of(number)
    passage = _passage_of(stored, passages)
    around = frozenset(analyse(f"{release.title}\n{passage.text}", release.language))
    return (len(held) + _BESIDE * len((asked - held) & around)) / len(asked)


def _part(
    stored: StoredStatement, fit: float, rank: int, read: Read, *, names: bool = False
) -> AnswerPart:
    """The part of a statement: its words, or with ``names`` its speaker's name."""
    release, passages = read(stored.release_id)
    passage, said = _passage_of(stored, passages), stored.statement
    confidence = _SURE + (_FULL - _SURE) * max(0.0, min(1.0, fit))
    hit = Hit(release, passage, fit, rank, Match(None, None, 0.0, 0.0, span=said.quote), (said,))
    sentences = sentences_of(release.body, passage, release.language)
    around = [s for s in sentences if s.overlaps(said.quote)] or [said.quote]
    low = min(said.quote.start, *(s.start for s in around))
    high = max(said.quote.end, *(s.end for s in around))
    sentence = cite(release, low, high, passage.ordinal)
    words = said.speaker if names else said.quote
    span = cite(release, words.start, words.end, _ordinal(words, passages))
    name = cite(release, said.speaker.start, said.speaker.end, _ordinal(said.speaker, passages))
    outside = not (low <= name.start and name.end <= high)
    published = release.published
    dated = None
    if published.date is not None and not names:
        stated = published.span
        evidence = cite(release, stated.start, stated.end) if stated else None
        dated = AnswerDate(published.date, "release", evidence)
    return AnswerPart(
        "words",
        hit,
        sentence,
        dated,
        confidence,
        (sentence, *([name] if outside else [])),
        span,
        said,
        published.date,
    )


def _ordinal(words: Span, passages: Sequence[Passage]) -> int | None:
    inside = (p.ordinal for p in passages if p.start <= words.start and words.end <= p.end)
    return next(inside, None)


def _passage_of(stored: StoredStatement, passages: Sequence[Passage]) -> Passage:
    """The passage in which a statement begins."""
    return next(passage for passage in passages if passage.end > stored.statement.quote.start)


def _each_once(parts: Sequence[AnswerPart], k: int) -> tuple[Hit, ...]:
    """The hits of some parts, each passage once, with their ranks."""
    hits = {(part.hit.release.id, part.hit.passage.ordinal): part.hit for part in reversed(parts)}
    ordered = sorted(hits.values(), key=lambda hit: hit.rank)[:k]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(ordered, 1))


def _filters(query: Query) -> Filters:
    """The filters of a query, within the period that it names."""
    if query.period is None:
        return query.filters

    def both(one: date | None, other: date | None, choose: Callable[..., date]) -> date | None:
        known = [day for day in (one, other) if day is not None]
        return choose(known) if known else None

    low = both(query.filters.date_from, query.period.low, max)
    high = both(query.filters.date_to, query.period.high, min)
    return replace(query.filters, date_from=low, date_to=high)
