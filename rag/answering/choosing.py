"""Choose the hit and the words of it that answer, or none.

The words are made whole, others are taken where the reader's stand in the wrong place, and the
checks are asked one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answering.checks.contrary import may_be_contrary
from rag.answering.checks.kinds import Fit, fit
from rag.answering.checks.other_holders import is_named_aside, of_former, of_other_body
from rag.answering.checks.presence import speaks_of_names
from rag.answering.checks.refusals import OF_SIDES, REFUSALS
from rag.answering.checks.roles import asks_for_role, holds_role, name_of_holder, speaks_of_asked
from rag.answering.gathering.successors import of_holder
from rag.answering.sentences import share_of_terms
from rag.answering.verbs.asked_side import asked_side
from rag.answering.verbs.clauses import joins_clauses
from rag.answering.verbs.voices import told_apart
from rag.answering.words.aligned import aligned
from rag.answering.words.cutting import cut_short
from rag.answering.words.labelled import of_named_label
from rag.answering.words.neighbours import (
    number_behind_share,
    number_of_asked,
    number_of_kind,
)
from rag.answering.words.reasons import whole_clause
from rag.answering.words.told_parties import is_told, told_parties
from rag.answering.words.whole import asked, whole_words
from rag.corpus import sentences_of, statements_near
from rag.language import analyse
from rag.language.forms import asks_yes_no
from rag.language.registry import known
from rag.question import Query
from rag.types import Hit, Span


def is_yes_no(query: Query) -> bool:
    """Whether a question wants yes or no, which a whole clause answers."""
    return query.asks == "other" and asks_yes_no(query.text, query.languages)


def prepared(hit: Hit, query: Query) -> Hit:
    """The hit with its statements, and with the reader's words made whole."""
    passage, release = hit.passage, hit.release
    found = statements_near(release.body, passage.start, passage.end, release.language)
    match = hit.match
    if match.span is not None:
        question = asked(
            query.text,
            query.terms_in[release.language],
            release.language,
            date=query.wanted == "date",
        )
        sentences = sentences_of(release.body, passage, release.language)
        words = of_named_label(query, hit, match.span) or match.span
        words = whole_words(release.body, words, sentences, question, release.language)
        words = name_of_holder(query, release, _in_one_sentence(query, hit, words, sentences))
        words = cut_short(query, release, words, sentences)
        if query.asks == "why" or is_yes_no(query):
            words = whole_clause(release.body, words, sentences)
        match = replace(match, span=words)
    return replace(hit, match=match, statements=found)


def first_that_fits(query: Query, hits: Iterable[Hit]) -> tuple[Hit, Fit] | None:
    """The first hit whose words are of the kind and on the side of the verb that is asked for, in a
    sentence that does not say the contrary; one with the office of another organisation only if
    there is no other. The first hit if none are; None without hits."""
    first: Hit | None = None
    of_other: Hit | None = None
    of_office = query.asks == "who" and (query.scope.is_of_state or asks_for_role(query))
    for hit in hits:
        first = first or hit
        sentences = sentences_of(hit.release.body, hit.passage, hit.release.language)
        chosen = _with_words_asked(query, hit, sentences)
        if chosen is None:
            continue
        hit, is_other = chosen
        fits = fit(query, hit)
        of_series = query.scope.form == "series" and fits != "fits"
        number = number_of_kind(query, hit) if of_series else None
        if number is not None:
            hit, fits = with_words(hit, number), "fits"
        told = is_told(query, hit)
        refusals = (one for one in REFUSALS if not (told and one in OF_SIDES))
        if fits == "other-kind" or any(refuses(query, hit) for refuses in refusals):
            continue
        held = holds_role(query, hit)
        if held == "other-kind":
            continue
        if of_office and (of_former(query, hit, by_verb=told) or is_named_aside(query, hit)):
            continue
        if of_office and (of_other_body(query, hit) or not speaks_of_names(query, hit)):
            of_other = of_other or hit
            continue
        certain = speaks_of_asked(query, hit) and not _runs_on(hit, sentences)
        certain = certain and (held != "doubtful" or told) and not may_be_contrary(query, hit)
        certain = certain and not is_other
        return hit, fits if certain else "doubtful"
    if of_other is not None and query.period is None and not query.scope.is_of_state:
        return of_other, "doubtful"
    return (first, "other-kind") if first is not None else None


def _with_words_asked(query: Query, hit: Hit, sentences: Sequence[Span]) -> tuple[Hit, bool] | None:
    """A hit with the words of its passage that stand where the answer must stand: the reader's, or
    others; and whether they are those of another holder or number than the reader's. None if the
    passage has no such words."""
    if hit.match.span is None or of_named_label(query, hit, hit.match.span) is not None:
        return hit, False
    told = told_parties(query, hit, sentences)
    if told.of_another:
        return None
    if told.words is not None:
        is_other = told.other is not None and _is_beside(hit, told.other)
        told_words = told.words if is_other else _within(hit.match.span, told.words, hit)
        return with_words(hit, told_words), False
    words = told_apart(query, hit, sentences)
    if words is None:
        return None
    words = number_behind_share(query, with_words(hit, words))
    hit = with_words(hit, words)
    better = of_holder(query, hit) if query.asks == "who" else number_of_asked(query, hit)
    if better is None:
        return None
    hit, is_other = with_words(hit, better), better != words
    return with_words(hit, aligned(query, hit)), is_other


def _is_beside(hit: Hit, other: Span) -> bool:
    """Whether the reader's words are some others, or stand behind those and a comma."""
    words, body = hit.match.span, hit.release.body
    if words is None or words.overlaps(other):
        return words is not None
    return other.end < words.start and body[other.end : words.start].strip() == ","


def _within(words: Span, told: Span, hit: Hit) -> Span:
    """The reader's words if they stand among those that a verb tells, or around or beside them with
    no other clause between; else the latter."""
    if told.start <= words.start and words.end <= told.end:
        return words
    around = (words.start, told.start), (told.end, words.end)
    if not words.overlaps(told):
        around = (words.end, told.start), (told.end, words.start)
    rest = [Span(start, end) for start, end in around if start < end]
    clauses = (joins_clauses(hit.release.body, one, hit.release.language) for one in rest)
    return told if any(clauses) else words


def with_words(hit: Hit, words: Span | None) -> Hit:
    return replace(hit, match=replace(hit.match, span=words))


def _in_one_sentence(query: Query, hit: Hit, words: Span, sentences: list[Span]) -> Span:
    """For who, where or why, of words that run over the end of a sentence those in the sentence
    that has the question's verb, or shares most with it; all of them if that is none or several."""
    around = [one for one in sentences if one.overlaps(words)]
    body = hit.release.body
    if query.asks not in ("who", "where", "why") or len(around) <= 1:
        return words
    if "\n" in body[words.start : words.end] or query.scope.form == "list":
        return words
    verb = asked_side(query, known(hit.release.language))
    texts = [body[one.start : one.end] for one in around]
    has_verb = [verb and verb[1] in analyse(text, hit.release.language) for text in texts]
    shares = [
        share_of_terms(hit.release, one, query) + bool(there)
        for one, there in zip(around, has_verb, strict=True)
    ]
    best = max(shares)
    if not best or shares.count(best) > 1:
        return words
    one = around[shares.index(best)]
    return Span(max(words.start, one.start), min(words.end, one.end))


def _runs_on(hit: Hit, sentences: list[Span]) -> bool:
    """Whether the words run over the end of a sentence, in one paragraph."""
    words, body = hit.match.span, hit.release.body
    if words is None or "\n" in body[words.start : words.end]:
        return False
    return sum(sentence.overlaps(words) for sentence in sentences) > 1
