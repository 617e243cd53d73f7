"""Find the clauses of a passage that have the verb of a question, and what they tell of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rag.answering.tokens import Word, is_participle, pronouns, stand_ins, words_of
from rag.answering.verbs.asked_side import Party
from rag.answering.verbs.clauses import joins_clauses
from rag.answering.verbs.deeds import deed_of_doer, is_verb
from rag.answering.verbs.grammar import clitics_of, plain_articles
from rag.answering.verbs.parties import parties
from rag.answering.words.asked_names import (
    Names,
    has_name,
    is_name,
    is_pronoun,
    keys_of,
    names_of,
    shares_thing,
    stands_in,
    things_of,
    whole_terms,
)
from rag.answering.words.readings import is_contrary, readings_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.word_lists import word_list
from rag.question import Query
from rag.question.office import articles_of, is_role, posts_of, tokens_of
from rag.question.verb import alike
from rag.types import Hit, Span

# A verb of refusing stands so many words before the other one, at most.
_DECLINED_WITHIN = 3


class Clause(NamedTuple):
    """A clause with the verb of a question, or with another one that tells the same.

    Attributes:
        mine, other: what stands on the side that is asked for, and on the other one.
        fits: whether it tells it of what the question names; None where that is not sure.
        is_sure: whether that stands on the other side.
        is_reversed: whether what the question names stands on the side that is asked for.
        shares: whether its sentence has a thing of the question.
        may_be_turned: whether the object may stand before the verb, and nothing tells.
    """

    sentence: Span
    mine: Span | None
    other: Span | None
    fits: bool | None
    is_sure: bool
    is_reversed: bool
    passive: bool
    shares: bool
    may_be_turned: bool


def clauses_of(
    query: Query,
    hit: Hit,
    sentences: Sequence[Span],
    side: Party,
    verb: str,
    language: Language,
) -> Iterator[Clause]:
    """The clauses of a passage with a verb, and whether they tell it of what the question names;
    None where that is not sure."""
    body = hit.release.body
    things, names = things_of(query, verb, language), names_of(query, body)
    elsewhere = frozenset(analyse(hit.passage.text, language.code))
    for reading in readings_of(side, verb, language):
        for n, sentence in enumerate(sentences):
            tokens = words_of(body, sentence, language.code)
            for at in range(len(tokens)):
                if not _is_of_verb(body, tokens, at, reading.verb, language):
                    continue
                found = parties(body, sentence, tokens, at, things, language)
                before = body[sentences[n - 1].start : sentences[n - 1].end] if n else ""
                mine = getattr(found, reading.mine)
                other = getattr(found, reading.other) if reading.other else sentence
                asked = _Asked(
                    query, body, sentence, before, tokens, at, things, names, elsewhere, language
                )
                if mine is not None and not asked.has_named(other):
                    mine, other = asked.parted(mine, other)
                fits = asked.fits(mine, other)
                sure = asked.has_named(other) or (query.cross_lingual and not names and bool(fits))
                sure = sure and not stands_in(body, mine, language)
                if is_contrary(hit, reading, found) or _is_declined(tokens, at, language):
                    mine, fits = None, False
                is_reversed = fits is False and has_name(body, mine, names, language)
                mine = None if is_pronoun(body, mine, language) else mine
                # "Das Stück schrieb Lena Obermeier": which side is which the things alone tell.
                turned = language.follow_ups.times_before_participle
                turned = turned and query.cross_lingual and not found.passive
                shares = shares_thing(query, body, sentence, things, language)
                yield Clause(
                    sentence, mine, other, fits, sure, is_reversed, found.passive, shares, turned
                )


def _is_declined(tokens: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a verb of refusing stands right before a verb: "declined to *lend*"."""
    declines = word_list(language.answers.declines)
    return any(declines.has(one.text) for one in tokens[max(0, at - _DECLINED_WITHIN) : at])


def _is_of_verb(body: str, tokens: Sequence[Word], at: int, verb: str, language: Language) -> bool:
    """Whether a word is the verb, and no noun for who does it."""
    token = tokens[at]
    if (at and body[token.start].isupper()) or deed_of_doer(token.text, language):
        return False
    before = tokens[at - 1].text if at else ""
    only = plain_articles(language) - clitics_of(language) - pronouns(language)
    if before in only and not language.calendar.nouns_are_capitalised:
        return False  # "de *restauratie*"
    led = at > 1 and before in articles_of(language)
    if led and is_participle(tokens[at - 2].written, language):
        return False  # "a suspendu *l'exploitation*"
    if is_verb(token.term, verb, language):
        return True
    return alike(token.term, verb) and not is_role(token.text, language)


class _Asked(NamedTuple):
    """A verb in a sentence, and what the question names."""

    query: Query
    body: str
    sentence: Span
    before: str
    tokens: Sequence[Word]
    at: int
    things: frozenset[str]
    names: Names
    elsewhere: frozenset[str]
    language: Language

    def has_named(self, span: Span | None) -> bool:
        """Whether words have a name or a thing of the question."""
        things = self.things & whole_terms(self.body, span, self.language)
        return has_name(self.body, span, self.names, self.language) or bool(things)

    def fits(self, mine: Span | None, other: Span | None) -> bool | None:
        """Whether the other side of the verb is what the question names; None where that is not
        sure."""
        body, names, things, language = self.body, self.names, self.things, self.language
        if names:
            mine_named = has_name(body, mine, names, language)
            if has_name(body, other, names, language) and not (
                mine_named and other == self.sentence
            ):
                return True
            if mine_named:
                return False
            if self.has_named(other):
                return True
            places = [
                one for one in self.tokens if not names.keys().isdisjoint(one.text.split("-"))
            ]
            if other is None or is_pronoun(body, other, language):
                told = bool(places) or not names.keys().isdisjoint(keys_of(self.before))
                return True if other is not None and told else None
            if is_name(body, other, language):
                behind = [one.start for one in places if one.start >= other.end]
                beside = behind and not joins_clauses(
                    body, Span(other.end, behind[0]), language.code
                )
                return bool(beside)
            verb = self.tokens[self.at].start
            if not places:
                return None
            return any((one.start < verb) == (other.start < verb) for one in places)
        if self.query.cross_lingual:
            return not self._has_post(mine) or self._has_post(other)
        if not things:
            return True
        if things & whole_terms(body, mine, language) and not (
            other != self.sentence and self.has_named(other)
        ):
            return False
        if self.has_named(other):
            return True
        stands = other is None or is_pronoun(body, other, language)
        stands = stands or any(one.text in stand_ins(language) for one in self.tokens)
        text = body[self.sentence.start : self.sentence.end]
        near = frozenset(analyse(f"{self.before} {text}" if stands else text, language.code))
        if things & near:
            return True
        # It is told of another thing, and the passage has the one that is asked for elsewhere.
        return False if not stands and things & self.elsewhere else None

    def _has_post(self, span: Span | None) -> bool:
        """Whether words have a post that a question in another language names: "Wer hat den
        *Minister* empfangen?"."""
        if span is None:
            return False
        asked = tokens_of(self.query.text)[1]
        told = posts_of(tokens_of(self.body[span.start : span.end])[1], self.language)
        return any(told & posts_of(asked, known(code)) for code in self.query.languages)

    def parted(self, mine: Span, other: Span | None) -> tuple[Span, Span | None]:
        """A phrase with a name of the question behind an article as two: "Fleur Maes *de Duitse
        Anke Roth*"."""
        inside = [one for one in self.tokens if mine.start < one.start and one.end <= mine.end]
        articles = articles_of(self.language)
        for one in inside:
            if one.text in articles and self.has_named(Span(one.end, mine.end)):
                first = Span(
                    mine.start, mine.start + len(self.body[mine.start : one.start].rstrip())
                )
                if not self.has_named(first):
                    return first, Span(one.start, mine.end)
        return mine, other
