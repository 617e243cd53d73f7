"""Check that a date is told of the event, or of the office, that a question asks for.

A sentence may tell of several things: "La halle, achevée en 1974, a rouvert lundi" does not say
when the hall was reopened in 1974, nor "« Je l'attendais depuis 2015 », dit la présidente" since
when she presides.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.checks.dated_clauses import DatedClauses
from rag.answering.checks.events import (
    with_sentence_before,
)
from rag.answering.checks.kinds import Fit
from rag.answering.dating.asked import has_content
from rag.answering.dating.clauses import Clause, clauses_of
from rag.answering.dating.dates import whole_date
from rag.answering.dating.ends import role_of_date
from rag.answering.dating.nouns import belongs_to_noun
from rag.answering.sentences import share_of_terms, shared_words
from rag.corpus import sentences_of
from rag.language import DateExpression, analyse
from rag.language.meaning import Relation
from rag.question import Query
from rag.question.office import tokens_of
from rag.question.verb import says
from rag.types import AnswerPart, Hit, Span

# A sentence that tells of the event has so many times the words of the question.
_FAR_MORE = 2
_TODAY = Relation(unit="day", count=0)
# A date that opens a sentence stands so many characters behind its begin, at most.
_OPENS = 3


class DatedEvent(DatedClauses):
    """The event of a question for a date, or the office that somebody took, as a passage tells it.

    Args:
        query: the question.
        hit: the passage.
    """

    def is_beside(self, sentence: Span, date: DateExpression) -> bool:
        """Whether the clause of a date, or one that goes with it, tells of the event; True if no
        words for that are known, or if no sentence of the passage has them."""
        clauses = clauses_of(self._body, sentence.start, sentence.end, self._language)
        own = next((one for one in clauses if one.start < date.end and date.start < one.end), None)
        if own is not None and self._is_of_other(clauses, own, date.start):
            return False
        if not self._known:
            return True
        noun = belongs_to_noun(self._body, date, self._code)
        if own is None or (noun is not None and self._shared(noun)):
            return True  # "la lettre du 3 mai"
        if self._office is not None:
            return self._is_of_holder(sentence) and self._is_beside_office(clauses, own, date)
        telling = [one for one in clauses if self._tells(one, date)]
        if own not in telling and self._is_anniversary(own):
            return False
        if own in telling:
            return not (self._is_other_side(own) or self._is_until(date))
        begins = role_of_date(self._body, date, self._code) == "begin"
        if begins and self._role is None and (self._keys or not self._shared(own)):
            return False  # "cotée *depuis* 1998" tells not when it was founded
        if not telling:
            return self._opens_time(sentence, date) or not self._is_told_elsewhere(sentence)
        if own.kind == "main":
            main = [
                one
                for one in telling
                if self._goes_with_main(one, clauses)
                and not self._is_of_other(clauses, one, one.end - 1)
            ]
            if not main or date.relation == _TODAY or not all(map(self._is_dated, main)):
                return bool(main)
            return self._names_more(main[-1], own)  # "le 3 mai en Europe et *en Asie le 9 juin*"
        before = clauses[clauses.index(own) - 1]
        if before in telling and self._is_noun(before):
            return True  # "le décès du maire, survenu lundi"
        return self._is_of_the_news(clauses, own, date)

    def _names_more(self, main: Clause, own: Clause) -> bool:
        """Whether what stands from a clause on, up to the end of a later one, has a word of the
        question that the first one has not."""
        asked = self._query.terms_in[self._code]
        told = analyse(self._body[main.start : main.end], self._code)
        added = analyse(self._body[main.end : own.end], self._code)
        return bool(asked.intersection(added).difference(told))

    def _opens_time(self, sentence: Span, date: DateExpression) -> bool:
        """Whether a date opens a sentence from which one goes on that tells of the event: "En
        janvier, … Elles ont par ailleurs créé …"."""
        own = self._body[sentence.start : sentence.end]
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        behind = (one for one in sentences if one.start >= sentence.end)
        return date.start - sentence.start <= _OPENS and any(
            with_sentence_before(self._hit, one).startswith(own)
            and self._has_words(self._body[one.start : one.end])
            for one in behind
        )

    def is_named_elsewhere(self, sentence: Span) -> bool:
        """Whether a sentence, and the one that it goes on from, has none of the very words of the
        event, and another one of the passage has."""
        if self._office is not None or not self._keys:
            return False
        if self._has_very_words(with_sentence_before(self._hit, sentence)):
            return False
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        named = [one for one in sentences if self._has_very_words(self._body[one.start : one.end])]
        return bool(named) and not any(one.overlaps(sentence) for one in named)

    def _is_beside_office(
        self, clauses: Sequence[Clause], own: Clause, date: DateExpression
    ) -> bool:
        """Whether the clause of a date tells that somebody took an office, or another one that goes
        with it; beside "since", that he has it."""
        if self._tells(own, date):
            return True
        lasts = self._has_end(date)
        rest = f"{self._body[own.start : date.start]} {self._body[date.end : own.end]}"
        alone = not has_content(rest, self._language)  # "Elle est, *depuis 2014*, directrice"
        telling = [one for one in clauses if self._tells(one, date if lasts and alone else None)]
        if own.kind == "main":
            return any(one.kind != "aside" for one in telling)
        before = clauses[clauses.index(own) - 1]
        if lasts and before != own and self._leads(before):
            return True  # "Elle quitte la direction, qu'elle occupait *depuis 2014*"
        return bool(telling) and self._is_of_the_news(clauses, own, date)

    @staticmethod
    def _is_of_the_news(clauses: Sequence[Clause], own: Clause, date: DateExpression) -> bool:
        """Whether a date is the release's own day, or a day of the news in what opens a sentence:
        "Réunis lundi, les élus ont voté"."""
        opens = own == clauses[0] and own.kind == "aside" and date.date is None
        return opens or date.relation == _TODAY

    def is_told_alone(self) -> bool:
        """Whether the release's own date may be that of the event: the title or a sentence of the
        passage tells of it, and not only by the way or beside another date; True if no words for
        that are known, or the release may tell it otherwise.
        """
        if not self._known:
            return True
        title = self._hit.release.title
        if self._has_words(title) and self._names_asked(title):
            return True
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        texts = [self._body[one.start : one.end] for one in sentences]
        said = any(self._has_words(text) for text in texts)
        named = any(map(self._has_very_words, texts))
        for one in sentences:
            clauses = clauses_of(self._body, one.start, one.end, self._language)
            for clause in clauses:
                text = self._body[clause.start : clause.end]
                if not self._tells(clause, None) or (named and not self._has_very_words(text)):
                    continue
                dates = [date for date in self._dates_in(clause) if date.relation != _TODAY]
                dated = bool(dates) or self._is_told_from_another(clause)
                if self._is_of_other(clauses, clause, clause.end - 1):
                    continue
                if self._goes_with_main(clause, clauses) and not dated and self._is_of_holder(one):
                    return not self._is_other_side(clause)
        if said or self._subject or self._office is not None:
            return False
        return self._verb is None or bool(self._keys) or self._is_said_anywhere()

    def _is_said_anywhere(self) -> bool:
        """Whether the release has a form of the verb of the question."""
        return self._verb is not None and says(self._verb.term, self._body, self._code)

    def _is_told_elsewhere(self, sentence: Span) -> bool:
        """Whether another sentence of the passage tells of the event, and this one does not go on
        from it, or tells only of what was before or after the event."""
        own = self._body[sentence.start : sentence.end]
        told = with_sentence_before(self._hit, sentence)
        others = sentences_of(self._body, self._hit.passage, self._code)
        telling = [one for one in others if self._has_words(self._body[one.start : one.end])]
        if self._has_words(told):
            before = [one for one in telling if one.end <= sentence.start][-1:]
            dates = [date for one in before for date in self._dates_in(one)]
            roles = {role_of_date(self._body, date, self._code) for date in dates}
            return self._has_words(own) or (bool(dates) and self._role in (None, *roles))
        if self._subject and not telling:  # "la *fondation* Dax" was not founded for all that
            return not self._has_words(self._hit.release.title)
        shares = [share_of_terms(self._hit.release, one, self._query) for one in telling]
        share = share_of_terms(self._hit.release, sentence, self._query)
        if self._keys or not self._shared(sentence):
            return max(shares, default=0.0) > share
        # A verb for which no other words are known may be told otherwise here, of the same one.
        nouns = self._language.calendar.nouns_are_capitalised
        first = self._query.names[0].parts if self._query.names and not nouns else ()
        of_another = bool(first) and frozenset(first).isdisjoint(tokens_of(own)[1])
        return of_another and max(shares, default=0.0) >= _FAR_MORE * share


def tells_known_event(query: Query, hit: Hit) -> bool:
    """Whether a sentence of a hit's passage or the title has words for the event of a question, and
    such words are known."""
    event, body = DatedEvent(query, hit), hit.release.body
    sentences = sentences_of(body, hit.passage, hit.release.language)
    told = (body[one.start : one.end] for one in sentences)
    return any(map(event.is_told_in, (hit.release.title, *told)))


def fits_event(query: Query, part: AnswerPart) -> Fit:
    """Whether the date of a part is told of the event, or of the office, that a question asks for:
    in its clause, not by the way in another one, and the release's own date only of what the
    release tells of without another date. Words for a time do not tell it by the event itself: "two
    years after her death"."""
    date, hit = part.date, part.hit
    if query.wanted != "date":
        return "fits"
    event, sentence = DatedEvent(query, hit), Span(part.sentence.start, part.sentence.end)
    if part.kind == "words" and part.span is not None:
        words = DateExpression(part.span.start, part.span.end, None)
        told = event.is_told_in(part.span.quote) or not event.is_beside(sentence, words)
        return "other-kind" if told else "fits"
    if part.kind != "date" or date is None:
        return "fits"
    if date.of == "release":
        return "fits" if event.is_told_alone() else "other-kind"
    if date.evidence is None:
        return "fits"
    span = Span(date.evidence.start, date.evidence.end)
    found = whole_date(hit.release.body, span, sentence, hit.release.language)
    if not event.is_beside(sentence, found):
        return "other-kind"
    if not event.is_named_elsewhere(sentence):
        return "fits"
    shared = shared_words(hit.release, sentence, query.terms_in[hit.release.language])
    return "doubtful" if shared else "other-kind"
