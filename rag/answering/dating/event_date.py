"""Find the date that a release gives to the event of a question, among all that it states."""

from __future__ import annotations

from rag.answering.dating.dates import date_in_sentence, date_of_one_end, dates_in_words_read
from rag.answering.dating.dates_of_event import DatesOfEvent, begins_after
from rag.answering.dating.pieces import PieceReader
from rag.answering.dating.release_date import with_dateline
from rag.answering.dating.told_times import tells_duration, tells_hour
from rag.answering.sentences import shared_words
from rag.language import DateExpression, find_dates, resolve
from rag.language.meaning import Relation
from rag.lazy import dataclass, regex
from rag.models import Reader
from rag.question import Query
from rag.retrieval.rerank import title_to_read
from rag.types import Hit, Span

# A date in brackets ends so many characters behind what it explains, at most.
_BRACKETS_WITHIN = 60
_BRACKET = regex(r"[\s\u00a0\u202f]*\((?:\w{1,5}[\s\u00a0\u202f])?")
# How often the reader may choose words that are no date of the event.
_MAX_READINGS = 4
# How far an hour may stand from its day: "demain à partir de 18 heures".
_BESIDE = 40
_DIGIT = regex(r"\d")
_TODAY = Relation(unit="day", count=0)


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date, and the sentences of the passage around it.

    Attributes:
        sentence: what the date stands in; None if it stands outside the passage.
        expression: the date.
    """

    sentence: Span | None
    expression: DateExpression


class EventDateFinder(DatesOfEvent):
    """Finds the date of a question's event in a passage or, if it has none, in its release.

    The reader takes the words that look most like an answer. If they are no date of an event (the
    year of a resolution, a duration, the date of a law), it reads the passage again without them.

    Args:
        query: a question for a date.
        hit: the passage, as the reader left it.
        sentences: its sentences, in the body's characters.
        closer: another passage of the release that shares more of the question's words; None if
            there is none.
        reader: reads the passage again; None without a reader.
    """

    def __init__(
        self,
        query: Query,
        hit: Hit,
        sentences: list[Span],
        closer: Hit | None,
        reader: Reader | None,
    ) -> None:
        super().__init__(query, hit, sentences)
        self._closer, self._reader = closer, reader
        self._pieces = PieceReader(query, hit, reader, self._refused, self._datelines)

    @property
    def misread(self) -> bool:
        """Whether the reader has chosen words that are no date of the event."""
        return bool(self._refused)

    def read(self) -> EventDate | None:
        """The date that the reader finds in the passage; None if it finds none."""
        words = self._hit.match.span if (self._hit.match.span_score or 0.0) > 0 else None
        return self._choose(words, [self._passage], behind_dateline=False)

    def elsewhere(self) -> EventDate | None:
        """A date outside the passage. The reader reads the passage together with the dated
        sentences of other paragraphs; the date that it takes is the event's. The release's date
        stands before them, so that the reader may prefer it, unless the question is about what is
        to come."""
        pieces = [self._passage, *self._pieces.dated_elsewhere(self._dates)]
        if len(pieces) == 1 and not self._dates(self._passage):
            return None
        behind = not self._asks_what_comes
        words = self._pieces.words_in(pieces, behind_dateline=behind)
        return self._choose(words, pieces, behind_dateline=behind)

    def _choose(
        self, words: Span | None, pieces: list[Span], *, behind_dateline: bool
    ) -> EventDate | None:
        """The date in the words that the reader chose in pieces of the body. If they are no date
        of the event, the reader reads the pieces again without them. Words of the passage alone
        that have nothing of a date end it: the release's date may then answer."""
        second_best: EventDate | None = None
        for _ in range(_MAX_READINGS):
            if words is None:
                break
            date = self.in_words(words)
            if date is None and len(pieces) == 1 and not self._looks_like_date(words):
                break
            if date is not None and self._fits(date):
                if behind_dateline or not self._release_date_is_better(date):
                    return self._event_date(self._today_nearer(date) or date)
            elif date is not None:
                second_best = second_best or self._event_date(date)
            self._refused.append(words if date is None else Span(date.start, date.end))
            words = self._pieces.words_in(pieces, behind_dateline=behind_dateline)
        found = self._in_asked_role() or second_best
        if found and self._surely_comes and not self._fits(found.expression):
            return None  # what is to come was on no day that is over
        past = self._past_date(found.expression) if found else None
        return self._event_date(past) if past else found

    def _in_asked_role(self) -> EventDate | None:
        """If the question asks for a beginning or an end: a date of the passage that is one."""
        if not self._has_asked_role:
            return None
        sentences = map(self.in_sentence, self._sentences)
        dates = [date for date in sentences if date is not None and self._role_of(date)]
        return self._event_date(dates[0]) if dates else None

    def in_words(self, words: Span) -> DateExpression | None:
        """The date in words that the reader chose, or right beside an hour that it chose."""
        found = [
            date
            for date in dates_in_words_read(self._body, words, self._language)
            if not self._is_of_something_else(date)
        ]
        if not found and tells_hour(self._body, words, self._language):
            found = [
                date
                for date in self._dates(self._sentence_around(words))
                if max(words.start - date.end, date.start - words.end) <= _BESIDE
            ]
            found.sort(key=lambda date: max(words.start - date.end, date.start - words.end))
        stated = [date for date in found if date.date is not None] or found
        return next((date for date in stated if self._fits(date)), stated[0] if stated else None)

    def in_sentence(self, sentence: Span) -> DateExpression | None:
        """The date of a sentence that fits the question best; None if it has none."""
        found = self._dates(sentence)
        fitting = [date for date in found if self._fits(date)] or found
        terms = self._query.terms_in[self._language]
        return date_in_sentence(fitting, shared_words(self._release, sentence, terms))

    def opening_before(self, position: int) -> DateExpression | None:
        """A date that opens an earlier sentence of the paragraph and still holds ("En janvier, …
        Elles ont par ailleurs créé …"): the nearest one before the sentence at a position."""
        for sentence in reversed(self._sentences[:position]):
            for date in self._dates(sentence)[:1]:
                if date.date is not None and date.start - sentence.start <= 3:
                    return date
        return None

    def narrowed(self, date: DateExpression) -> DateExpression:
        """A date as far as the text and the question tell it: "cette semaine (les 6 et 7 avril)" is
        the days in brackets; of several days, "jusqu'à quand" asks for the last one."""
        date = self._in_brackets(date) or date
        return date_of_one_end(self._body, date, self._role, self._language) or date

    def _in_brackets(self, date: DateExpression) -> DateExpression | None:
        """The date in brackets behind a relative one, which says the same in full."""
        if date.date is not None:
            return None
        stop = self._body.find(")", date.end, date.end + _BRACKETS_WITHIN)
        if stop < 0:
            return None
        found = find_dates(self._body, date.end, stop, language=self._language)
        full = [one for one in found if one.date is not None and one.date.day is not None]
        between = self._body[date.end : full[0].start] if full else ""
        return full[0] if _BRACKET.fullmatch(between) else None

    def _event_date(self, date: DateExpression) -> EventDate:
        inside = self._passage.start <= date.start < self._passage.end
        return EventDate(self._sentence_around(date) if inside else None, date)

    def _looks_like_date(self, words: Span) -> bool:
        """Whether words that are no date have something in common with one: a number, a time."""
        return (
            _DIGIT.search(self._body, words.start, words.end) is not None
            or tells_duration(self._body, words, self._language)
            or tells_hour(self._body, words, self._language)
        )

    def _release_date_is_better(self, date: DateExpression) -> bool:
        """Whether the reader prefers the release's date to one of the passage, if both are there:
        "fondé en 1911" is then said of something else. What is to come is on no such day, and
        "hier" is nobody else's."""
        published = self._release.published
        resolved = resolve(self._body, date, published, self._language)
        if resolved.relative or resolved.date is None or not resolved.date.has_year:
            return False
        if published.date in (None, resolved.date) or self._asks_what_comes or self._role_of(date):
            return False
        if self._reader is None:
            return False
        passages = [self._closer] if self._closer is not None else []
        text = "\n\n".join(hit.passage.text for hit in [*passages, self._hit])
        text, shift = with_dateline(self._release, text)
        (reading,) = self._reader.read([(self._query.text, title_to_read(self._hit), text)])
        return reading.span_score > 0 and reading.end <= shift

    def _today_nearer(self, date: DateExpression) -> DateExpression | None:
        """Beside a date that is over, the release's own day in the same sentence ("today"), if it
        stands nearer to the words of the question."""
        if date.date is None or date.date.until is not None or self._role_of(date):
            return None
        sentence = self._sentence_around(date)
        today = [one for one in self._dates(sentence) if one.relation == _TODAY]
        resolved = resolve(self._body, date, self._release.published, self._language).date
        released = self._release.published.date
        if (
            not today
            or resolved is None
            or (released is not None and begins_after(resolved, released))
        ):
            return None
        terms = self._query.terms_in[self._language]
        near = shared_words(self._release, sentence, terms)
        nearest = date_in_sentence([date, *today], near)
        return nearest if nearest in today else None
