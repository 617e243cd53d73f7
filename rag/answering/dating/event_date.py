"""Find the date that a release gives to the event of a question, among all that it states."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from rag.answering.checks.dated import DatedEvent
from rag.answering.checks.events import are_named_in
from rag.answering.checks.plans import asks_what_was, is_planned_at
from rag.answering.dating.dates import (
    Role,
    belongs_to_noun,
    date_in_sentence,
    date_of_one_end,
    dates_in_words_read,
    role_asked,
    role_of_date,
    says_role,
    stands_apart,
    stands_until,
    tells_duration,
    tells_hour,
)
from rag.answering.dating.release_date import is_of_future, with_dateline
from rag.answering.sentences import share_of_terms, shared_words
from rag.language import DateExpression, find_dates, resolve, sentence_spans
from rag.language.meaning import Relation
from rag.language.patterns import DASH
from rag.language.registry import known
from rag.language.tense import outlook
from rag.lazy import dataclass, regex
from rag.models import Reader
from rag.partial_date import PartialDate
from rag.question import Query
from rag.question.verb import asked_verb
from rag.retrieval.rerank import title_to_read
from rag.types import Hit, Release, Span

# A date in brackets ends so many characters behind what it explains, at most.
_BRACKETS_WITHIN = 60
_BRACKET = regex(r"[\s\u00a0\u202f]*\((?:\w{1,5}[\s\u00a0\u202f])?")
# How often the reader may choose words that are no date of the event.
_MAX_READINGS = 4
# How far an hour may stand from its day: "demain à partir de 18 heures".
_BESIDE = 40
# The most characters of other paragraphs that are read together with a passage.
_MAX_ELSEWHERE = 1_000
_DIGIT = regex(r"\d")
_LINE = regex(r"[^\r\n]+")
# A place before the day of a dateline, and what stands behind the day.
_LONGEST_PLACE = 60
_SENTENCE_END = regex(r"[.!?…]\s")
# "Dax, le 2 juin 2023." is all of a sentence.
_PLACE = regex(r"[^\n,.;:!?]{1,40},\s*(?:\w{1,3}\s)?")
_ENDS_LINE = regex(r"[\s\u00a0]*\.(?=\s|$)")
_BEHIND_DATELINE = regex(rf"[\s\u00a0]*\)?[\s\u00a0]*[.,:]?[\s\u00a0]*(?:{DASH}|/[^/\n]+/)")
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


class EventDateFinder:
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
        self._closer = closer
        self._query, self._hit, self._sentences, self._reader = query, hit, sentences, reader
        self._release, self._body = hit.release, hit.release.body
        self._language = hit.release.language
        self._passage = Span(hit.passage.start, hit.passage.end)
        self._role = role_asked(query.text, query.languages)
        self._event = DatedEvent(query, hit)
        self._refused: list[Span] = []
        # The day that a dateline in the passage states is the release's, not an event's.
        self._datelines = [own] if (own := dateline_in(hit.release, self._passage)) else []

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
        pieces = [self._passage, *self._dated_elsewhere()]
        if len(pieces) == 1 and not self._dates(self._passage):
            return None
        behind = not self._asks_what_comes
        words = self._words_in(pieces, behind_dateline=behind)
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
            words = self._words_in(pieces, behind_dateline=behind_dateline)
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

    def _role_of(self, date: DateExpression) -> bool:
        """Whether a date stands behind such a word as the question asks for."""
        role = role_of_date(self._body, date, self._language)
        return self._role is not None and role == self._role

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
        if resolved is None or not _later(resolved, published):
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
            past = told == "past" and not _later(resolved, published)
            return not (_later(published, resolved) or (past and self._surely_comes))
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
        if not _later(resolved, published):
            return None
        own = share_of_terms(self._release, self._sentence_around(coming), self._query)
        for sentence in self._sentences:
            if share_of_terms(self._release, sentence, self._query) <= own:
                continue
            for date in self._dates(sentence):
                stated = self._resolved(date)
                if stated is not None and not _later(stated, published):
                    return date
        return None

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
        if not today or resolved is None or (released is not None and _later(resolved, released)):
            return None
        terms = self._query.terms_in[self._language]
        near = shared_words(self._release, sentence, terms)
        nearest = date_in_sentence([date, *today], near)
        return nearest if nearest in today else None

    def _words_in(self, pieces: list[Span], *, behind_dateline: bool) -> Span | None:
        """The words that the reader chooses in pieces of the body in which those refused so far are
        blanked; None if it chooses none, or the release's date."""
        if self._reader is None:
            return None
        text = "\n\n".join(self._blanked(piece) for piece in pieces)
        shift = 0
        if behind_dateline:
            text, shift = with_dateline(self._release, text)
        if not text.strip():
            return None
        (reading,) = self._reader.read([(self._query.text, title_to_read(self._hit), text)])
        if reading.span_score <= 0:
            return None
        for piece in pieces:
            length = piece.end - piece.start
            if shift <= reading.start < shift + length:
                start = piece.start + reading.start - shift
                return Span(start, min(piece.end, start + reading.end - reading.start))
            shift += length + 2
        return None

    def _blanked(self, piece: Span) -> str:
        """A piece of the body with blanks for what was refused, and for the day of a dateline."""
        letters = list(self._body[piece.start : piece.end])
        for span in (*self._refused, *self._datelines):
            if span.overlaps(piece):
                low = max(0, span.start - piece.start)
                letters[low : span.end - piece.start] = " " * len(
                    letters[low : span.end - piece.start]
                )
        return "".join(letters)

    def _sentence_around(self, words: Span | DateExpression) -> Span:
        """The sentences of the passage that have a part of some words; else these words."""
        span = Span(words.start, words.end)
        sentences = [sentence for sentence in self._sentences if sentence.overlaps(span)]
        if not sentences:
            return span
        return Span(min(span.start, sentences[0].start), max(span.end, sentences[-1].end))

    def _dated_elsewhere(self) -> list[Span]:
        """Sentences of other paragraphs that have a date, in order; those that share most with the
        question, if there are too many."""
        sentences = list(self._other_sentences())
        sentences.sort(key=lambda span: -share_of_terms(self._release, span, self._query))
        chosen, characters = [], 0
        for sentence in sentences:
            characters += sentence.end - sentence.start
            if characters > _MAX_ELSEWHERE:
                break
            chosen.append(sentence)
        return sorted(chosen, key=lambda span: span.start)

    def _other_sentences(self) -> Iterator[Span]:
        passage, own = self._hit.passage, self._release.published.span
        for line in _LINE.finditer(self._body):
            if line.start() < passage.end and passage.start < line.end():
                continue
            dates = self._dates(Span(line.start(), line.end()))
            dates = [date for date in dates if own is None or not own.overlaps(date)]
            if not dates:
                continue
            for span in sentence_spans(
                self._body, line.start(), line.end(), language=self._language
            ):
                if any(span.overlaps(date) for date in dates):
                    yield span


def dateline_in(release: Release, passage: Span) -> Span | None:
    """The release's date, if a dateline in a passage states it ("Lindau, 4. Juni 2021 – …")."""
    own, body = release.published.span, release.body
    if own is None or not passage.start <= own.start < passage.end:
        return None
    before = body[max(body.rfind("\n", 0, own.start) + 1, passage.start) : own.start]
    if _PLACE.fullmatch(before) and _ENDS_LINE.match(body, own.end):
        return own
    short = len(before) <= _LONGEST_PLACE and not _SENTENCE_END.search(before)
    return own if short and _BEHIND_DATELINE.match(body, own.end) else None


def _later(date: PartialDate, than: PartialDate) -> bool:
    """Whether a date begins after another has ended; False if a year is not known."""
    own, other = date.bounds, than.bounds
    return own is not None and other is not None and own[0] > other[1]
