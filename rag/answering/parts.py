"""Make the part of an answer that one hit gives: words, a date or a whole sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rag.answering.checks.events import with_sentence_before
from rag.answering.citations import cite
from rag.answering.dating.asked import asks_origin
from rag.answering.dating.dates import date_in_words_read
from rag.answering.dating.event_date import EventDateFinder
from rag.answering.dating.release_date import with_dateline
from rag.answering.dating.told_times import tells_time, tells_years
from rag.answering.quotes.speaker import asked_statement
from rag.answering.sentences import best_sentence, shared_words
from rag.corpus import sentences_of
from rag.language import DateExpression, resolve
from rag.language.registry import known
from rag.lazy import regex
from rag.models import Encoder, Reader
from rag.partial_date import PartialDate
from rag.question import Query
from rag.retrieval import SearchResult
from rag.retrieval.rerank import title_to_read
from rag.types import AnswerDate, AnswerPart, Citation, Hit, Span, SpanLike, Statement

_YEAR = regex(r"(?:[^\W\d_]+ )?(1\d{3}|20\d\d)")
# If a date is asked for, a sentence with a date wins over one that is better by less than this.
_DATE_BONUS = 0.5


def input_of_sentence(query: Query, part: AnswerPart) -> tuple[str, str, str]:
    """What the reader gets to read the sentence of a part alone: question, title, sentence. The one
    before is with it if the sentence goes on from that, and a date that answers and stands
    elsewhere."""
    text, date = with_sentence_before(part.hit, part.sentence), part.date
    if part.kind == "date" and date is not None:
        if date.of == "release":
            text, _ = with_dateline(part.hit.release, text)
        elif date.evidence is not None and date.evidence.quote not in text:
            text = f"{date.evidence.quote} : {text}"
    return query.text, title_to_read(part.hit), text


class PartMaker:
    """Makes the part of an answer that one hit gives.

    Args:
        result: the search that found the hit.
        hit: one of its hits.
        encoder: rates the sentences where the reader's words do not decide.
        reader: reads the passage again where its words are no date; None without a reader.

    Attributes:
        told_better_by: set by ``find_date`` if the passage has a date, but of something else:
            another hit of the release, which shares more of the question's words.
    """

    def __init__(
        self, result: SearchResult, hit: Hit, encoder: Encoder, reader: Reader | None = None
    ) -> None:
        self._reader = reader
        self._closer = _closer_hit(result, hit)
        self.told_better_by: Hit | None = None
        self._query, self._vector = result.query, result.signals.question_vector
        self._hit, self._release, self._encoder = hit, hit.release, encoder
        self._asked = asked_statement(result.query, hit)
        self._words = self._asked.speaker if self._asked else hit.match.span
        self._sentences = sentences_of(hit.release.body, hit.passage, hit.release.language)

    @property
    def names_speaker(self) -> bool:
        """Whether the question asks who said something, and the release names him."""
        return self._asked is not None

    @property
    def time_without_date(self) -> bool:
        """Whether the reader chose words that give a time but no date, such as "après la guerre"
        (after the war). Such words answer a question for a date as they are."""
        if self._words is None or not self._reader_prefers_words:
            return False
        body = self._release.body
        return (
            tells_time(body, self._words, self._release.language) and self._date_in_words() is None
        )

    @property
    def years_without_date(self) -> bool:
        """Whether the reader chose words with years that are no date which can be told, such as
        "1635 à 1698" or "350 av. J.-C."."""
        if self._words is None or not self._reader_prefers_words:
            return False
        body, language = self._release.body, self._release.language
        return self._date_in_words() is None and tells_years(body, self._words, language)

    def from_words(self, confidence: float) -> AnswerPart:
        """The reader's words are the answer; without a reader, the best sentence is."""
        if self._words is None:
            sentence = self._cite(self._sentences[self._place_of_best()])
            return self._part("sentence", sentence, confidence, self._release_date())
        sentence = self._cite(self._sentence_around(self._words))
        return self._part("words", sentence, confidence, self._release_date())

    def from_date(
        self, sentence: Span, expression: DateExpression, confidence: float
    ) -> AnswerPart:
        """A date in the passage is the answer."""
        date = self._event_date(expression)
        # A relative date is cited together with the release's date, from which it counts.
        relative = date.date is None or date.against is not None
        published = self._release_date() if relative else None
        return self._part("date", self._cite(sentence), confidence, date, published)

    def from_release_date(self, sentence: Span, confidence: float) -> AnswerPart | None:
        """The release's date is the answer; None if the release has no date."""
        published = self._release_date()
        if published is None:
            return None
        return self._part("date", self._cite(sentence), confidence, published)

    def date_read(self) -> tuple[Span, DateExpression] | None:
        """The sentence of the reader's words and the date in them; None if they have none, or the
        one that the release states as its own."""
        date, own = self._date_in_words() or self._year_in_words(), self._release.published.span
        if self._words is None or date is None or (own is not None and own.overlaps(date)):
            return None
        return self._sentence_around(self._words), date

    def find_date(self) -> tuple[Span, DateExpression | None]:
        """For a question for a date: the sentence that answers, and the date of its event, in the
        passage or elsewhere in the release; None if there is no such date."""
        year = self._year_in_words()
        if (
            self._words is not None
            and year is not None
            and asks_origin(self._query, known(self._release.language))
        ):
            return self._sentence_around(self._words), year  # "un hangar *de 1962*"
        finder = EventDateFinder(
            self._query, self._hit, self._sentences, self._closer, self._reader
        )
        found = finder.read()
        if found is not None:
            return found.sentence or self._best_sentence(finder)[0], finder.narrowed(
                found.expression
            )
        sentence, date = self._best_sentence(finder)
        if date is None:
            found = finder.elsewhere()
            if found is None:
                self.told_better_by = self._closer if finder.misread else None
                return sentence, None
            sentence, date = found.sentence or sentence, found.expression
        return sentence, finder.narrowed(date)

    def _best_sentence(self, finder: EventDateFinder) -> tuple[Span, DateExpression | None]:
        """The sentence that fits the question best, and its date."""
        dates = [finder.in_sentence(sentence) for sentence in self._sentences]
        position = self._place_of_best(
            [_DATE_BONUS if date and date.date else 0.0 for date in dates]
        )
        date = dates[position] or finder.opening_before(position)
        read = finder.in_words(self._words) if self._words is not None else None
        if self._words is not None and read is not None and date is not None:
            # The passage has a date. Which one is meant, the reader knows best, even if unsure.
            return self._sentence_around(self._words), read
        return self._sentences[position], date

    @property
    def _reader_prefers_words(self) -> bool:
        """Whether the reader prefers its words to "no answer in this passage"."""
        return (self._hit.match.span_score or 0.0) > 0

    def _place_of_best(self, bonuses: Sequence[float] = ()) -> int:
        """The place of the sentence that fits the question best."""
        return best_sentence(
            self._release, self._sentences, self._query, self._vector, self._encoder, bonuses
        )

    def _date_in_words(self) -> DateExpression | None:
        if self._words is None:
            return None
        return date_in_words_read(self._release.body, self._words, self._release.language)

    def _year_in_words(self) -> DateExpression | None:
        """The words as a date, if they are a year alone."""
        words = self._words
        if words is None:
            return None
        year = _YEAR.fullmatch(self._release.body, words.start, words.end)
        return DateExpression(words.start, words.end, PartialDate(int(year[1]))) if year else None

    def _part(
        self,
        kind: Literal["words", "date", "sentence"],
        sentence: Citation,
        confidence: float,
        *dates: AnswerDate | None,
    ) -> AnswerPart:
        """The part with its citations, span and statement. The first date is the part's own."""
        span, statement = None, None
        if self._words is not None:
            span = self._cite(self._words)
            evidence = dates[0].evidence if dates[0] else None
            if kind == "date" and not (evidence and self._words.overlaps(evidence)):
                span = evidence  # the date answers, not the words that the reader chose
            else:
                statement = self._statement(span)
        name = [span] if self._asked and span and not _lies_in(span, sentence) else []
        citations = (sentence, *name, *_evidence_outside(sentence, *dates))
        return AnswerPart(
            kind, self._hit, sentence, dates[0], confidence, citations, span, statement
        )

    def _cite(self, span: Span) -> Citation:
        passage = self._hit.passage  # a signature may stand in another one
        ordinal = passage.ordinal if _lies_in(span, passage) else None
        return cite(self._release, span.start, span.end, ordinal)

    def _sentence_around(self, words: Span) -> Span:
        """The sentence with the words, or all sentences that have a part of them; for the speaker
        of a quote the sentence of the quote."""
        sentences = [sentence for sentence in self._sentences if sentence.overlaps(words)]
        if self._asked is not None:
            quoted = [s for s in self._sentences if s.overlaps(self._asked.quote)]
            if quoted and not any(sentence in quoted for sentence in sentences):
                terms = self._query.terms_in[self._release.language]
                return max(quoted, key=lambda s: len(shared_words(self._release, s, terms)))
        if not sentences:
            return words
        return Span(min(words.start, sentences[0].start), max(words.end, sentences[-1].end))

    def _event_date(self, expression: DateExpression) -> AnswerDate:
        release = self._release
        resolved = resolve(release.body, expression, release.published, release.language)
        against = release.published.date if resolved.relative and resolved.date else None
        evidence = self._cite(Span(expression.start, expression.end))
        return AnswerDate(resolved.date, "event", evidence, against)

    def _release_date(self) -> AnswerDate | None:
        published = self._release.published
        if published.date is None:
            return None
        evidence = None
        if published.span is not None:
            evidence = cite(self._release, published.span.start, published.span.end)
        return AnswerDate(published.date, "release", evidence)

    def _statement(self, span: Citation) -> Statement | None:
        """The statement whose quote, speaker or role overlaps the span."""
        if self._asked is not None:
            return self._asked
        for statement in self._hit.statements:
            spans = (statement.quote, statement.speaker, statement.role)
            if any(part is not None and part.overlaps(span) for part in spans):
                return statement
        return None


def _evidence_outside(sentence: Citation, *dates: AnswerDate | None) -> list[Citation]:
    """The evidence of the dates that is not inside the cited sentence."""
    return [
        date.evidence
        for date in dates
        if date is not None and date.evidence is not None and not _lies_in(date.evidence, sentence)
    ]


def _closer_hit(result: SearchResult, hit: Hit) -> Hit | None:
    """Of the other hits of the same release the one that shares most of the question's words, if
    it shares more than this one."""
    others = [one for one in result.hits if one.release.id == hit.release.id]
    best = max(others, key=lambda one: one.match.coverage, default=hit)
    return best if best.match.coverage > hit.match.coverage else None


def _lies_in(span: SpanLike, whole: SpanLike) -> bool:
    """Whether a span lies in another one."""
    return whole.start <= span.start and span.end <= whole.end
