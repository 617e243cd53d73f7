"""Tell which dates of a passage may be those of the event of a question, and which are of something
else, of another end or of another time."""

from __future__ import annotations

from functools import cached_property

from rag.answering.checks.dated import DatedEvent
from rag.answering.checks.events import are_named_in
from rag.answering.checks.plans import asks_what_was, is_planned_at
from rag.answering.dating.ends import Role, role_asked, role_of_date, says_role, stands_until
from rag.answering.dating.nouns import belongs_to_noun, is_done_by, stands_apart
from rag.answering.dating.pieces import dateline_in
from rag.answering.dating.release_date import is_of_future
from rag.answering.sentences import share_of_terms, shared_words
from rag.language import DateExpression, find_dates, resolve
from rag.language.registry import known
from rag.language.tense import outlook
from rag.partial_date import PartialDate
from rag.question import Query
from rag.question.verb import asked_verb
from rag.types import Hit, Span


class DatesOfEvent:
    """The dates of a passage, and whether they may be those of a question's event.

    Args:
        query: a question for a date.
        hit: the passage, as the reader left it.
        sentences: its sentences, in the body's characters.
    """

    def __init__(self, query: Query, hit: Hit, sentences: list[Span]) -> None:
        self._query, self._hit, self._sentences = query, hit, sentences
        self._release, self._body = hit.release, hit.release.body
        self._language = hit.release.language
        self._passage = Span(hit.passage.start, hit.passage.end)
        self._role = role_asked(query.text, query.languages)
        self._event = DatedEvent(query, hit)
        # Words that the reader chose and that are no date of the event.
        self._refused: list[Span] = []
        # The day that a dateline in the passage states is the release's, not an event's.
        self._datelines = [own] if (own := dateline_in(hit.release, self._passage)) else []

    def _dates(self, span: Span) -> list[DateExpression]:
        """The dates in a span that may be those of an event."""
        found = find_dates(self._body, span.start, span.end, language=self._language)
        return [date for date in found if not self._is_of_something_else(date)]

    def _is_of_something_else(self, date: DateExpression) -> bool:
        """Whether a date was refused, or belongs to a noun that the question does not name: "la loi
        du 3 mai"."""
        if any(span.overlaps(date) for span in (*self._refused, *self._datelines)):
            return True
        if self._is_at_other_end(date) or self._is_of_what_comes(date):
            return True
        sentence = next((one for one in self._sentences if one.overlaps(date)), None)
        if sentence is not None and not self._event.is_beside(sentence, date):
            return True
        terms = self._query.terms_in[self._language]
        for noun in (
            stands_apart(self._body, date, self._language),
            belongs_to_noun(self._body, date, self._language),
        ):
            if noun is None or shared_words(self._release, noun, terms):
                continue
            if self._event.is_known and is_done_by(self._body, noun, self._language):
                continue
            if not self._event.is_told_in(self._body[noun.start : noun.end]):
                return True
        return False

    def _is_at_other_end(self, date: DateExpression) -> bool:
        """Whether a question asks since when or until when, and a date tells the other end, or
        when something was, and a date tells until when something else is."""
        if date.date is not None and date.date.until is not None:
            return False
        if self._role is None:
            # "jusqu'en 2027" is no answer to when something was.
            until = stands_until(self._body, date, self._language)
            return until and self._asks_what_is_past and not self._event.ends
        role = role_of_date(self._body, date, self._language)
        return role is not None and role != self._role

    def _is_of_what_comes(self, date: DateExpression) -> bool:
        """Whether a date was still to come when a release told of it, and a question asks when
        something happened that the passage has no very word for: the vote that is planned is no
        adoption. So is one behind a verb of a plan: "doit rendre ses plans en mai"."""
        if self._asks_what_was:
            sentence = self._sentence_around(date)
            text = self._body[sentence.start : sentence.end]
            language = known(self._language)
            verb = asked_verb(self._query.text, language)
            at = date.start - sentence.start
            if is_planned_at(text, at, language, verb=verb.term if verb else ""):
                return True
        published = self._release.published.date
        if published is None or not self._asks_what_is_past:
            return False
        resolved = self._resolved(date)
        if resolved is None or not begins_after(resolved, published):
            return False
        around = self._sentence_around(date)
        return self._event.reports or not are_named_in(
            self._query, self._hit, self._body[around.start : around.end]
        )

    def _fits(self, date: DateExpression) -> bool:
        """Whether a date is at the end of a time that the question asks for, and not over if the
        question speaks of what is to come."""
        if self._role is not None and (date.date is None or date.date.until is None):
            role = role_of_date(self._body, date, self._language)
            if role != self._role and (
                role is not None or self._is_told_elsewhere(date, self._role)
            ):
                return False
        published = self._release.published.date
        resolved = self._resolved(date)
        if published is None or resolved is None:
            return True
        if self._asks_what_comes:
            told = outlook(self._body, date.start, date.end, self._language)
            past = told == "past" and not begins_after(resolved, published)
            return not (begins_after(published, resolved) or (past and self._surely_comes))
        return self._past_date(date) is None

    def _is_told_elsewhere(self, date: DateExpression, role: Role) -> bool:
        """Whether another date is the beginning or end that is asked for, and the sentence of this
        one says nothing of it."""
        sentence = self._sentence_around(date)
        return self._has_asked_role and not says_role(self._body, sentence, role, self._language)

    def _past_date(self, coming: DateExpression) -> DateExpression | None:
        """For a question about the past: a date that is over, in a sentence of the passage with
        more of the question's words than the sentence of a date that is to come has ("a ouvert
        hier … à partir de juin"); None if there is none or ``coming`` is over itself."""
        published, resolved = self._release.published.date, self._resolved(coming)
        if not self._asks_what_is_past or published is None or resolved is None:
            return None
        if not begins_after(resolved, published):
            return None
        own = share_of_terms(self._release, self._sentence_around(coming), self._query)
        for sentence in self._sentences:
            if share_of_terms(self._release, sentence, self._query) <= own:
                continue
            for date in self._dates(sentence):
                stated = self._resolved(date)
                if stated is not None and not begins_after(stated, published):
                    return date
        return None

    def _role_of(self, date: DateExpression) -> bool:
        """Whether a date stands behind such a word as the question asks for."""
        role = role_of_date(self._body, date, self._language)
        return self._role is not None and role == self._role

    def _resolved(self, date: DateExpression) -> PartialDate | None:
        return resolve(self._body, date, self._release.published, self._language).date

    @cached_property
    def _has_asked_role(self) -> bool:
        """Whether a date of the passage stands behind such a word as the question asks for."""
        return any(map(self._role_of, self._dates(self._passage)))

    @cached_property
    def _outlooks(self) -> frozenset[str | None]:
        """Whether the question speaks of what is to come or past, in each language it may be in."""
        text = self._query.text
        return frozenset(outlook(text, 0, 0, code) for code in self._query.languages)

    @cached_property
    def _asks_what_was(self) -> bool:
        return asks_what_was(self._query)

    @property
    def _asks_what_comes(self) -> bool:
        return "coming" in self._outlooks

    @property
    def _surely_comes(self) -> bool:
        return is_of_future(self._query)

    @property
    def _asks_what_is_past(self) -> bool:
        return self._outlooks == {"past"}

    def _sentence_around(self, words: Span | DateExpression) -> Span:
        """The sentences of the passage that have a part of some words; else these words."""
        span = Span(words.start, words.end)
        sentences = [sentence for sentence in self._sentences if sentence.overlaps(span)]
        if not sentences:
            return span
        return Span(min(span.start, sentences[0].start), max(span.end, sentences[-1].end))


def begins_after(date: PartialDate, than: PartialDate) -> bool:
    """Whether a date begins after another has ended; False if a year is not known."""
    own, other = date.bounds, than.bounds
    return own is not None and other is not None and own[0] > other[1]
