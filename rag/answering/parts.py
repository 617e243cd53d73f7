"""The ways in which a hit answers: words, a date in the passage, the release's date, a sentence."""

from __future__ import annotations

from typing import Literal

from rag.answering.citations import cite
from rag.answering.dates import date_in_sentence, date_in_words_read, frame_date, tells_time
from rag.answering.sentences import RatedSentence, best_sentence, rate_sentences, shared_words
from rag.language import DateExpression, resolve, sentence_spans
from rag.models import Encoder
from rag.retrieval import SearchResult
from rag.types import AnswerDate, AnswerPart, Citation, Hit, Span, Statement

# A sentence with a date is preferred for a "when" question when it is nearly as good.
_DATE_BONUS = 0.5


class PartMaker:
    """Makes the part of an answer that one hit gives.

    Args:
        found: the search that found it.
        hit: one of its hits.
        encoder: rates sentences where the reader's words do not say which one answers.
    """

    def __init__(self, found: SearchResult, hit: Hit, encoder: Encoder) -> None:
        self._query, self._vector = found.query, found.signals.question_vector
        self._hit, self._release, self._encoder = hit, hit.release, encoder
        self._words = hit.match.span
        passage = hit.passage
        spans = sentence_spans(self._release.body, passage.start, passage.end)
        self._spans = spans or [Span(passage.start, passage.end)]

    @property
    def tells_time_without_date(self) -> bool:
        """Whether the reader is sure of words that tell a time and hold no date: they answer as
        they stand."""
        if self._words is None or not self._sure:
            return False
        body = self._release.body
        return (
            tells_time(body, self._words, self._release.language) and self._date_in_words() is None
        )

    def by_words(self, confidence: float) -> AnswerPart:
        """The reader's words answer; where none has read, the sentence that fits best."""
        if self._words is None:
            rated = self._rated()
            sentence = self._cited(rated[best_sentence(rated)].span)
            return self._part("sentence", sentence, confidence, self._release_date())
        sentence = self._cited(self._around(self._words))
        return self._part("words", sentence, confidence, self._release_date())

    def by_date(self, sentence: Span, stated: DateExpression, confidence: float) -> AnswerPart:
        """A date that the passage gives the event answers."""
        date = self._event_date(stated)
        leans = date.date is None or date.against is not None
        published = self._release_date() if leans else None
        return self._part("date", self._cited(sentence), confidence, date, published)

    def by_release_date(self, sentence: Span, confidence: float) -> AnswerPart | None:
        """The release's date answers; None where nothing states it."""
        published = self._release_date()
        if published is None:
            return None
        return self._part("date", self._cited(sentence), confidence, published)

    def place(self) -> tuple[Span, DateExpression | None]:
        """For a question for a date: the sentence that answers, and the date that the passage gives
        the event."""
        body, language = self._release.body, self._release.language
        stated = self._date_in_words()
        if self._words is not None and stated is not None and self._sure:
            return self._around(self._words), stated
        rated = self._rated()
        dates = [
            date_in_sentence(
                body, r.span, shared_words(self._release, r.span, self._query), language
            )
            for r in rated
        ]
        leaning = [
            RatedSentence(r.span, r.score + (_DATE_BONUS if date and date.date else 0.0))
            for r, date in zip(rated, dates, strict=True)
        ]
        at = best_sentence(leaning)
        date = dates[at] or frame_date(body, self._spans, at, language)
        if self._words is not None and stated is not None and date is not None:
            # Of the passage's dates the one that the reader would choose, even if it is not sure.
            return self._around(self._words), stated
        return self._spans[at], date

    @property
    def _sure(self) -> bool:
        """Whether the reader rather thinks that its words answer."""
        return (self._hit.match.span_score or 0.0) > 0

    def _rated(self) -> list[RatedSentence]:
        return rate_sentences(self._release, self._spans, self._query, self._vector, self._encoder)

    def _date_in_words(self) -> DateExpression | None:
        if self._words is None:
            return None
        return date_in_words_read(self._release.body, self._words, self._release.language)

    def _part(
        self,
        kind: Literal["words", "date", "sentence"],
        sentence: Citation,
        confidence: float,
        *dates: AnswerDate | None,
    ) -> AnswerPart:
        """The part with its citations, words and statement; the first date is the part's."""
        span, statement = None, None
        if self._words is not None:
            span = self._cited(self._words)
            evidence = dates[0].evidence if dates[0] else None
            if kind == "date" and not (evidence and self._words.overlaps(evidence)):
                span = evidence  # the words that answer are the date's, wherever they stand
            else:
                statement = self._statement(span)
        citations = (sentence, *_outside(sentence, *dates))
        return AnswerPart(
            kind, self._hit, sentence, dates[0], confidence, citations, span, statement
        )

    def _cited(self, span: Span) -> Citation:
        return cite(self._release, span.start, span.end, self._hit.passage.ordinal)

    def _around(self, words: Span) -> Span:
        """The sentence that holds the words, or from the first to the last that hold a part."""
        touched = [s for s in self._spans if s.overlaps(words)]
        if not touched:
            return words
        return Span(min(words.start, touched[0].start), max(words.end, touched[-1].end))

    def _event_date(self, stated: DateExpression) -> AnswerDate:
        release = self._release
        resolved = resolve(release.body, stated, release.published, release.language)
        against = release.published.date if resolved.relative and resolved.date else None
        evidence = self._cited(Span(stated.start, stated.end))
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
        """The quoted statement that the words stand in, or whose speaker they name."""
        for one in self._hit.statements:
            parts = [one.quote, one.speaker, *([one.role] if one.role else [])]
            if any(part.overlaps(span) for part in parts):
                return one
        return None


def _outside(sentence: Citation, *dates: AnswerDate | None) -> list[Citation]:
    """The dates' evidence, where it stands outside the sentence already cited."""
    return [
        date.evidence
        for date in dates
        if date is not None
        and date.evidence is not None
        and not (sentence.start <= date.evidence.start and date.evidence.end <= sentence.end)
    ]
