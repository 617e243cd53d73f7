"""Hits to an answer: the sentence, its date, its citations, or an abstention."""

from __future__ import annotations

from rag.answering.citations import cite
from rag.answering.confidence import confidence
from rag.answering.sentences import RatedSentence, best_sentence, rate_sentences, shared_words
from rag.answering.when import asks_when, date_in_sentence, frame_date
from rag.config import AnswerSettings
from rag.corpus import DateExpression
from rag.encode import Encoder
from rag.messages import date_in_words, message
from rag.retrieval import SearchResult
from rag.types import Answer, AnswerDate, Citation, Hit, Span

# A sentence with a date is preferred for a "when" question when it is nearly as good.
_DATE_BONUS = 0.5


def make_answer(
    question: str, found: SearchResult, encoder: Encoder, settings: AnswerSettings
) -> Answer:
    """The answer that the best passage gives, or an abstention with the nearest passages.

    Raises:
        EncoderError: a sentence cannot be encoded.
    """
    certain = confidence(found.signals)
    if not found.hits or certain < settings.threshold:
        return _abstain(question, found, certain)
    hit = found.hits[0]
    rated = rate_sentences(
        hit.release, hit.passage, question, found.signals.question_vector, encoder
    )
    if asks_when(question):
        return _when(question, found, hit, rated, certain)
    span = rated[best_sentence(rated)].span
    sentence = cite(hit.release, span.start, span.end, hit.passage.ordinal)
    date = _release_date(hit)
    citations = (sentence, *_others(sentence, date))
    return Answer(
        question, "answered", sentence.quote, sentence.quote, date, certain, citations, found.hits
    )


def _when(
    question: str, found: SearchResult, hit: Hit, rated: list[RatedSentence], certain: float
) -> Answer:
    release, body = hit.release, hit.release.body
    dates = [
        date_in_sentence(body, r.span, shared_words(release, r.span, question), release.language)
        for r in rated
    ]
    leaning = [
        RatedSentence(r.span, r.score + (_DATE_BONUS if date and date.value else 0.0))
        for r, date in zip(rated, dates, strict=True)
    ]
    at = best_sentence(leaning)
    span = rated[at].span
    sentence = cite(release, span.start, span.end, hit.passage.ordinal)
    stated = dates[at]
    if stated is None:
        stated = frame_date(body, [r.span for r in rated], at, release.language)
    published = _release_date(hit)
    if stated is not None:
        date = _event_date(hit, stated)
        text = _shown(date)
        # "Mardi": the sentence's own words, and the date they must be read against.
        against = published if stated.value is None else None
        if against is not None:
            text = message("answer.relative", date=text, release_date=_shown(against))
        citations = (sentence, *_others(sentence, date, against))
    elif published is not None:
        date = published
        yearless = published.value is not None and published.value.startswith("--")
        quoted = published.evidence is not None  # else the words say already that there is none
        key = "answer.release_date_no_year" if yearless and quoted else "answer.release_date"
        text = message(key, date=_shown(published))
        citations = (sentence, *_others(sentence, published))
    else:
        return _abstain(question, found, certain)
    return Answer(question, "answered", text, sentence.quote, date, certain, citations, found.hits)


def _abstain(question: str, found: SearchResult, certain: float) -> Answer:
    return Answer(question, "abstained", "", "", None, certain, (), found.hits)


def _event_date(hit: Hit, stated: DateExpression) -> AnswerDate:
    evidence = cite(hit.release, stated.start, stated.end, hit.passage.ordinal)
    return AnswerDate(stated.value, stated.precision, "event", evidence)


def _release_date(hit: Hit) -> AnswerDate | None:
    published = hit.release.published
    if published.value is None:
        return None
    evidence = None
    if published.evidence is not None:
        evidence = cite(hit.release, published.evidence.start, published.evidence.end)
    return AnswerDate(published.value, published.precision, "release", evidence)


def _shown(date: AnswerDate) -> str:
    """The words it was read from; for a date that a sidecar states, the date in words."""
    return date.evidence.quote if date.evidence else date_in_words(date.value)


def _others(sentence: Citation, *dates: AnswerDate | None) -> list[Citation]:
    """The dates' evidence, where it stands outside the sentence already cited."""
    inside = Span(sentence.start, sentence.end)
    return [
        date.evidence
        for date in dates
        if date is not None
        and date.evidence is not None
        and not (inside.start <= date.evidence.start and date.evidence.end <= inside.end)
    ]
