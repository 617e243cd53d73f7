"""Make the part of an answer that one hit gives: words, a date or a whole sentence."""

from __future__ import annotations

from typing import Literal

from rag.answering.citations import cite
from rag.answering.dates import date_in_sentence, date_in_words_read, frame_date, tells_time
from rag.answering.sentences import (
    RatedSentence,
    best_sentence,
    rate_sentences,
    share_of_terms,
    shared_words,
)
from rag.corpus import sentences_of
from rag.language import DateExpression, resolve
from rag.models import Encoder
from rag.retrieval import SearchResult
from rag.types import AnswerDate, AnswerPart, Citation, Hit, Span, Statement

# If a date is asked for, a sentence with a date wins over one that is better by less than this.
_DATE_BONUS = 0.5


class PartMaker:
    """Makes the part of an answer that one hit gives.

    Args:
        result: the search that found the hit.
        hit: one of its hits.
        encoder: rates the sentences where the reader's words do not decide.
    """

    def __init__(self, result: SearchResult, hit: Hit, encoder: Encoder) -> None:
        self._query, self._vector = result.query, result.signals.question_vector
        self._hit, self._release, self._encoder = hit, hit.release, encoder
        self._words = hit.match.span
        self._sentences = sentences_of(hit.release.body, hit.passage, hit.release.language)

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

    def from_words(self, confidence: float) -> AnswerPart:
        """The reader's words are the answer; without a reader, the best sentence is."""
        if self._words is None:
            rated = self._rate_sentences()
            sentence = self._cite(rated[best_sentence(rated)].span)
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

    def find_date(self) -> tuple[Span, DateExpression | None]:
        """For a question for a date: the sentence that answers, and the date in the passage that
        belongs to it; None if the passage has no such date."""
        body, language = self._release.body, self._release.language
        date_read = self._date_in_words()
        if self._words is not None and date_read is not None and self._reader_prefers_words:
            sentence = self._sentence_around(self._words)
            return self._date_of_all_terms(sentence) or (sentence, date_read)
        rated = self._rate_sentences()
        dates = [
            date_in_sentence(body, s.span, self._shared_words(s.span), language) for s in rated
        ]
        with_bonus = [
            RatedSentence(s.span, s.score + (_DATE_BONUS if date and date.date else 0.0))
            for s, date in zip(rated, dates, strict=True)
        ]
        position = best_sentence(with_bonus)
        date = dates[position] or frame_date(body, self._sentences, position, language)
        if self._words is not None and date_read is not None and date is not None:
            # The passage has a date. Which one is meant, the reader knows best, even if unsure.
            return self._sentence_around(self._words), date_read
        return self._sentences[position], date

    def _shared_words(self, span: Span) -> list[Span]:
        terms = self._query.terms_in[self._release.language]
        return shared_words(self._release, span, terms)

    def _date_of_all_terms(self, sentence: Span) -> tuple[Span, DateExpression] | None:
        """Another sentence that has all terms of the question and a date, if the reader's sentence
        has no term of the question: the reader's date is then that of something else."""
        release, language = self._release, self._release.language
        if share_of_terms(release, sentence, self._query) > 0:
            return None
        for span in self._sentences:
            if share_of_terms(release, span, self._query) < 1:
                continue
            date = date_in_sentence(release.body, span, self._shared_words(span), language)
            if date and resolve(release.body, date, release.published, language).date:
                return span, date
        return None

    @property
    def _reader_prefers_words(self) -> bool:
        """Whether the reader prefers its words to "no answer in this passage"."""
        return (self._hit.match.span_score or 0.0) > 0

    def _rate_sentences(self) -> list[RatedSentence]:
        return rate_sentences(
            self._release, self._sentences, self._query, self._vector, self._encoder
        )

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
        """The part with its citations, span and statement. The first date is the part's own."""
        span, statement = None, None
        if self._words is not None:
            span = self._cite(self._words)
            evidence = dates[0].evidence if dates[0] else None
            if kind == "date" and not (evidence and self._words.overlaps(evidence)):
                span = evidence  # the date answers, not the words that the reader chose
            else:
                statement = self._statement(span)
        citations = (sentence, *_evidence_outside(sentence, *dates))
        return AnswerPart(
            kind, self._hit, sentence, dates[0], confidence, citations, span, statement
        )

    def _cite(self, span: Span) -> Citation:
        return cite(self._release, span.start, span.end, self._hit.passage.ordinal)

    def _sentence_around(self, words: Span) -> Span:
        """The sentence with the words, or all sentences that have a part of them."""
        sentences = [sentence for sentence in self._sentences if sentence.overlaps(words)]
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
        if date is not None
        and date.evidence is not None
        and not (sentence.start <= date.evidence.start and date.evidence.end <= sentence.end)
    ]
