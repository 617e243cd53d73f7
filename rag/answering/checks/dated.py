"""Check that a date is told of the event, or of the office, that a question asks for.

A sentence may tell of several things: "La halle, achevée en 1974, a rouvert lundi" does not say
when the hall was reopened in 1974, nor "« Je l'attendais depuis 2015 », dit la présidente" since
when she presides.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.checks.events import with_sentence_before
from rag.answering.checks.kinds import Fit
from rag.answering.dating.asked import has_content
from rag.answering.dating.clauses import Clause, clauses_of
from rag.answering.dating.dates import belongs_to_noun, dates_in_words_read, role_of_date
from rag.answering.dating.event_words import EventWords
from rag.answering.sentences import share_of_terms, shared_words
from rag.answering.tokens import words_of
from rag.answering.verbs.asked_side import stands_last
from rag.corpus import sentences_of
from rag.language import DateExpression, find_dates
from rag.language.meaning import Relation
from rag.language.proper_names import find_names
from rag.language.terms import folded_words, plain
from rag.language.words import unjoined
from rag.question import Query
from rag.question.office import articles_of, tokens_of
from rag.question.verb import says
from rag.types import AnswerPart, Span

# The name of a person has so many words at least.
_NAME = 2
# A pronoun that goes on from the sentence before is one of so many first words.
_FIRST_WORDS = 3
# A name that explains a noun stands so many characters behind it.
_APPOSITION = 40
# A sentence that tells of the event has so many times the words of the question.
_FAR_MORE = 2
_TODAY = Relation(unit="day", count=0)
# A date that opens a sentence stands so many characters behind its begin, at most.
_OPENS = 3


class DatedEvent(EventWords):
    """The event of a question for a date, or the office that somebody took, as a passage tells it.

    Args:
        query: the question.
        hit: the passage.
    """

    def is_beside(self, sentence: Span, date: DateExpression) -> bool:
        """Whether the clause of a date, or one that goes with it, tells of the event; True if no
        words for that are known, or if no sentence of the passage has them."""
        if not self._known:
            return True
        clauses = clauses_of(self._body, sentence.start, sentence.end, self._language)
        own = next((one for one in clauses if one.start < date.end and date.start < one.end), None)
        noun = belongs_to_noun(self._body, date, self._code)
        if own is None or (noun is not None and self._shared(noun)):
            return True  # "la lettre du 3 mai"
        if self._office is not None:
            return self._is_of_holder(sentence) and self._is_beside_office(clauses, own, date)
        telling = [one for one in clauses if self._tells(one, date)]
        if own in telling:
            return not self._is_other_side(own)
        if not telling:
            return self._opens_time(sentence, date) or not self._is_told_elsewhere(sentence)
        if own.kind == "main":
            return any(self._goes_with_main(one, clauses) for one in telling)
        before = clauses[clauses.index(own) - 1]
        if before in telling and self._is_noun(before):
            return True  # "le décès du maire, survenu lundi"
        return self._is_of_the_news(clauses, own, date)

    def _opens_time(self, sentence: Span, date: DateExpression) -> bool:
        """Whether a date opens a sentence from which one goes on that tells of the event: "En
        janvier, … Elles ont par ailleurs créé …"."""
        own = self._body[sentence.start : sentence.end]
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        behind = (one for one in sentences if one.start >= sentence.end)
        return date.start - sentence.start <= _OPENS and any(
            with_sentence_before(self._hit, one).startswith(own)
            and self._has_words(self._body[one.start : one.end], None)
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

    def _shared(self, span: Span) -> bool:
        """Whether a stretch has a word of the question."""
        return bool(shared_words(self._hit.release, span, self._query.terms_in[self._code]))

    def _is_beside_office(
        self, clauses: Sequence[Clause], own: Clause, date: DateExpression
    ) -> bool:
        """Whether the clause of a date tells that somebody took an office, or another one that goes
        with it; beside "since", that he has it."""
        if self._tells(own, date):
            return True
        begins = role_of_date(self._body, date, self._code) == "begin"
        rest = f"{self._body[own.start : date.start]} {self._body[date.end : own.end]}"
        alone = not has_content(rest, self._language)  # "Elle est, *depuis 2014*, directrice"
        telling = [one for one in clauses if self._tells(one, date if begins and alone else None)]
        if own.kind == "main":
            return any(one.kind != "aside" for one in telling)
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
        if self._has_words(title, None) and self._names_asked(title):
            return True
        sentences = sentences_of(self._body, self._hit.passage, self._code)
        texts = [self._body[one.start : one.end] for one in sentences]
        said = any(self._has_words(text, None) for text in texts)
        named = any(map(self._has_very_words, texts))
        for one in sentences:
            clauses = clauses_of(self._body, one.start, one.end, self._language)
            for clause in clauses:
                text = self._body[clause.start : clause.end]
                if not self._tells(clause, None) or (named and not self._has_very_words(text)):
                    continue
                dated = self._has_own_date(clause) or self._is_told_from_another(clause)
                if self._goes_with_main(clause, clauses) and not dated and self._is_of_holder(one):
                    return not self._is_other_side(clause)
        if said or self._subject or self._office is not None:
            return False
        return self._verb is None or bool(self._keys) or self._is_said_anywhere()

    def _is_said_anywhere(self) -> bool:
        """Whether the release has a form of the verb of the question."""
        return self._verb is not None and says(self._verb.term, self._body, self._code)

    def _has_own_date(self, clause: Clause) -> bool:
        """Whether a clause has a date that is not the release's own and belongs to no noun, and
        that the question does not name."""
        own = self._hit.release.published.span
        words = Span(clause.start, clause.end)
        return any(
            one.date is not None
            and not (own is not None and own.overlaps(one))
            and belongs_to_noun(self._body, one, self._code) is None
            and not self._shared(Span(one.start, one.end))
            for one in dates_in_words_read(self._body, words, self._code)
        )

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

    def _names_asked(self, text: str) -> bool:
        """Whether a text has a part of the names in the question, if it has any."""
        return not self._names or not self._names.isdisjoint(
            part for key in tokens_of(text)[1] for part in key.split("-")
        )

    def _is_of_holder(self, sentence: Span) -> bool:
        """Whether a sentence, or the title, names whom the question does, or has a pronoun for a
        subject among its first words."""
        text = self._body[sentence.start : sentence.end]
        if self._names_asked(f"{self._hit.release.title}\n{text}"):
            return True
        pairs = self._language.follow_ups.subjects.split()
        subjects = unjoined(*(pair.partition(":")[0] for pair in pairs))  # "él" is no "el"
        first = [plain(token.group()) for token in tokens_of(text)[0][:_FIRST_WORDS]]
        drops = self._language.follow_ups.drops_subjects
        goes_on = drops and not find_names(text, (self._language.code,))
        goes_on = goes_on or not subjects.isdisjoint(first)
        return goes_on and self._names_asked(with_sentence_before(self._hit, sentence))

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
        at = next((n for n, text in enumerate(texts) if self._has_words(text, None)), None)
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
        if self._has_words(before, None):
            return False  # the name is the object
        subject_first = not (
            language.follow_ups.drops_subjects or language.follow_ups.times_before_participle
        )
        told = self._body[clause.end : clause.end + _APPOSITION]
        beside = told.startswith(",") and not first.isdisjoint(tokens_of(told)[1][:_NAME])
        after = min(places, default=at + 1) > at and (bool(places) or beside)
        return subject_first and len(self._query.names) > 1 and after

    def _is_told_elsewhere(self, sentence: Span) -> bool:
        """Whether another sentence of the passage tells of the event, and this one does not go on
        from it, or tells only of what was before or after the event."""
        own = self._body[sentence.start : sentence.end]
        told = with_sentence_before(self._hit, sentence)
        if self._has_words(told, None):
            return self._has_words(own, None)
        others = sentences_of(self._body, self._hit.passage, self._code)
        telling = [one for one in others if self._has_words(self._body[one.start : one.end], None)]
        if self._subject and not telling:  # "la *fondation* Dax" was not founded for all that
            return not self._has_words(self._hit.release.title, None)
        shares = [share_of_terms(self._hit.release, one, self._query) for one in telling]
        share = share_of_terms(self._hit.release, sentence, self._query)
        if self._keys or not self._shared(sentence):
            return max(shares, default=0.0) > share
        # A verb for which no other words are known may be told otherwise here, of the same one.
        nouns = self._language.calendar.nouns_are_capitalised
        first = self._query.names[0].parts if self._query.names and not nouns else ()
        of_another = bool(first) and frozenset(first).isdisjoint(tokens_of(own)[1])
        return of_another and max(shares, default=0.0) >= _FAR_MORE * share

    def _goes_with_main(self, clause: Clause, clauses: Sequence[Clause]) -> bool:
        """Whether what a clause tells is of the main clause's time: it tells no more of a noun, as
        "Moira Fenn, *a graduate of Leeds*, opened the show" does."""
        inside = clauses[0] != clause != clauses[-1]
        return clause.kind != "aside" and not (inside and self._is_noun(clause))


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
        return "other-kind" if event.is_told_in(part.span.quote) else "fits"
    if part.kind != "date" or date is None:
        return "fits"
    if date.of == "release":
        return "fits" if event.is_told_alone() else "other-kind"
    if date.evidence is None:
        return "fits"
    span = Span(date.evidence.start, date.evidence.end)
    found = next(
        iter(find_dates(hit.release.body, span.start, span.end, language=hit.release.language)),
        DateExpression(span.start, span.end, date.date),
    )
    if not event.is_beside(sentence, found):
        return "other-kind"
    if not event.is_named_elsewhere(sentence):
        return "fits"
    shared = shared_words(hit.release, sentence, query.terms_in[hit.release.language])
    return "doubtful" if shared else "other-kind"
