"""Tell of a clause whose it is, which dates it has, and whether it tells of an anniversary."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rag.answering.checks.events import (
    begins_with_pronoun,
    terms_beside_events,
)
from rag.answering.checks.plans import asks_what_was
from rag.answering.dating.clauses import Clause
from rag.answering.dating.dates import dates_in_words_read
from rag.answering.dating.ends import role_of_date, stands_until
from rag.answering.dating.event_words import EventWords
from rag.answering.dating.nouns import belongs_to_noun, is_done_by
from rag.answering.dating.other_subjects import is_of_another_part, is_of_other_person
from rag.answering.sentences import shared_words
from rag.answering.tokens import stand_ins, words_of
from rag.answering.verbs.asked_side import stands_last
from rag.corpus import sentences_of
from rag.language import DateExpression
from rag.language.proper_names import find_names
from rag.language.terms import folded_words
from rag.language.word_lists import FoldedText, word_list
from rag.question.office import articles_of, leads, tokens_of
from rag.question.verb import alike
from rag.types import Span, SpanLike

# The name of a person has so many words at least.
_NAME = 2
# A name that explains a noun stands so many characters behind it.
_APPOSITION = 40


class DatedClauses(EventWords):
    """The clauses of a passage beside the event of a question for a date.

    Args:
        query: the question.
        hit: the passage.
    """

    def _shared(self, span: SpanLike) -> bool:
        """Whether a stretch has a word of the question."""
        return bool(
            shared_words(
                self._hit.release,
                Span(span.start, span.end),
                self._query.terms_in[self._code],
            )
        )

    def _is_of_other(self, clauses: Sequence[Clause], clause: Clause, place: int) -> bool:
        """Whether a place in a clause of a sentence stands in what the sentence says of another
        subject than the question's."""
        if self._code not in self._query.languages:
            return False
        verb = self._verb.term if self._verb is not None else ""
        beside = terms_beside_events(self._query, self._hit)
        asked = frozenset(one for one in beside if not alike(one, verb))
        body, language = self._body, self._language
        sentence = Span(clauses[0].start, clauses[-1].end)
        return is_of_another_part(body, sentence, place, asked, language) or (
            len(self._names) >= _NAME
            and is_of_other_person(body, clauses, clause, self._names, language)
        )

    def _is_anniversary(self, clause: Clause) -> bool:
        """Whether a clause tells of an anniversary, and the question does not: its day is none of
        what began so many years ago."""
        words = word_list(self._language.times.anniversaries)
        text = self._body[clause.start : clause.end]
        return words.are_in(FoldedText(text)) and not words.are_in(FoldedText(self._query.text))

    def _is_until(self, date: DateExpression) -> bool:
        """Whether a date stands behind "until" and the question asks when something was: "fermé
        *jusqu'à* lundi" tells not when it was closed."""
        return (
            self._role is None
            and asks_what_was(self._query)
            and stands_until(self._body, date, self._code)
        )

    def _leads(self, clause: Clause) -> bool:
        """Whether a clause has a word for leading something."""
        keys = tokens_of(self._body[clause.start : clause.end])[1]
        return any(leads(key, self._language) for key in keys)

    def _names_asked(self, text: str) -> bool:
        """Whether a text has a part of the names in the question, if it has any; that of a person
        not behind such a noun as "the company"."""
        _, keys = tokens_of(text)
        idle = stand_ins(self._language) if self._office is not None else frozenset()
        return not self._names or any(
            not self._names.isdisjoint(key.split("-"))
            for before, key in pairwise(("", *keys))
            if before not in idle
        )

    def _is_of_holder(self, sentence: Span) -> bool:
        """Whether a sentence, or the title, names whom the question does, or has a pronoun for a
        subject among its first words, as all sentences before it up to one that does."""
        if self._names_asked(self._hit.release.title):
            return True
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        for one in reversed([one for one in sentences if one.start <= sentence.start]):
            text = self._body[one.start : one.end]
            if self._names_asked(text):
                return True
            drops = self._language.follow_ups.drops_subjects
            drops = drops and not find_names(text, (self._language.code,))
            if not (drops or begins_with_pronoun(text, self._language)):
                return False
        return False

    def _is_other_side(self, clause: Clause) -> bool:
        """Whether the question asks when something was done to a person, and a clause tells that
        this person did it ("Anke Drees entließ zwei Gesellen"); or when one person did something to
        another one, and a clause tells that it was done to the first."""
        if self._verb is None or self._office is not None or len(self._names) < _NAME:
            return False
        language = self._language
        passive = folded_words(language.answers.passive, language.answers.surely_passive)
        words = words_of(self._body, Span(clause.start, clause.end), self._code)
        texts = (self._body[one.start : one.end] for one in words)
        at = next((n for n, text in enumerate(texts) if self._has_words(text)), None)
        idle = passive | folded_words(language.speech.reflexives)
        if at is None or any(one.text in idle for one in words):
            return False
        if any(one.text in folded_words(language.answers.by) for one in words[at + 1 : at + 3]):
            return False
        first = frozenset(self._query.names[0].parts)
        places = [n for n, one in enumerate(words) if not first.isdisjoint(one.text.split("-"))]
        asked = {part for key in tokens_of(self._query.text)[1] for part in key.split("-")}
        if not passive.isdisjoint(asked):
            verb = at
            if stands_last(words[at].text, language):
                having = folded_words(language.questions.verbs)
                verb = next((n for n, one in enumerate(words) if one.text in having), 0)
            behind = [
                self._body[one.start].isupper() or one.text in articles_of(language)
                for one in words[verb + 1 :]
            ]
            return bool(places) and max(places) < verb and any(behind)
        before = self._query.text.partition(self._query.names[0].words)[0]
        if self._has_words(before):
            return False  # the name is the object
        subject_first = not (
            language.follow_ups.drops_subjects or language.follow_ups.times_before_participle
        )
        told = self._body[clause.end : clause.end + _APPOSITION]
        beside = told.startswith(",") and not first.isdisjoint(tokens_of(told)[1][:_NAME])
        after = min(places, default=at + 1) > at and (bool(places) or beside)
        return subject_first and len(self._query.names) > 1 and after

    def _dates_in(self, clause: Clause | Span) -> list[DateExpression]:
        """The dates of a clause or a sentence that are not the release's own and belong to no noun,
        and that the question does not name."""
        own = self._hit.release.published.span
        words = Span(clause.start, clause.end)
        return [
            one
            for one in dates_in_words_read(self._body, words, self._code)
            if not (own is not None and own.overlaps(one))
            and not self._is_of_noun(one)
            and not self._shared(Span(one.start, one.end))
        ]

    def _is_dated(self, clause: Clause) -> bool:
        """Whether a clause has a date that is no end."""
        roles = (role_of_date(self._body, one, self._code) for one in self._dates_in(clause))
        return any(role != "end" for role in roles)

    def _is_of_noun(self, date: DateExpression) -> bool:
        """Whether a date belongs to a noun, and not to what was done by it."""
        noun = belongs_to_noun(self._body, date, self._code)
        return noun is not None and not is_done_by(self._body, noun, self._code)

    def _is_told_from_another(self, clause: Clause) -> bool:
        """Whether a clause tells a time by another event: "ein Jahr vor der Eröffnung"."""
        period = self._language.questions.period
        led = folded_words(period.before, period.after)
        units = folded_words(self._language.times.units)
        _, keys = tokens_of(self._body[clause.start : clause.end])
        return any(
            key in led and not units.isdisjoint(keys[max(0, n - 2) : n])
            for n, key in enumerate(keys)
        )

    def _goes_with_main(self, clause: Clause, clauses: Sequence[Clause]) -> bool:
        """Whether what a clause tells is of the main clause's time: it tells no more of a noun, as
        "Moira Fenn, *a graduate of Leeds*, opened the show" does."""
        inside = clauses[0] != clause != clauses[-1]
        return clause.kind != "aside" and not (inside and self._is_noun(clause))
