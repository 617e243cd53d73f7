"""Hits to an answer: the words, their sentence, date and citations, or an abstention."""

from __future__ import annotations

from dataclasses import replace

from rag.answering.citations import cite
from rag.answering.confidence import between, confidence
from rag.answering.dates import date_in_sentence, date_in_words_read, frame_date, tells_time
from rag.answering.sentences import RatedSentence, best_sentence, rate_sentences, shared_words
from rag.config import AnswerSettings
from rag.corpus.statements import statements
from rag.language import DateExpression, resolve, sentence_spans
from rag.messages import date_in_words, message
from rag.models import Encoder, Reader
from rag.question import asks_when
from rag.retrieval import SearchResult
from rag.retrieval.rerank import read_behind_date
from rag.types import Answer, AnswerDate, Citation, Hit, Span, Statement

# A sentence with a date is preferred for a "when" question when it is nearly as good.
_DATE_BONUS = 0.5


def make_answer(
    question: str,
    found: SearchResult,
    encoder: Encoder,
    settings: AnswerSettings,
    reader: Reader | None = None,
) -> Answer:
    """The answer that the best passage gives, or an abstention with the nearest passages.

    Where the reader has read the passage, its words are the answer and the sentence is the one
    around them; otherwise the sentence is chosen by its words and vector and is the answer. Where
    the release's date would be the answer, the reader reads again, behind that date.

    Raises:
        EncoderError: a sentence cannot be encoded.
    """
    found = replace(found, hits=tuple(_with_statements(hit) for hit in found.hits))
    certain = confidence(found)
    if not found.hits:
        return Answer(question, "abstained", "", "", None, certain, ())
    hit = found.hits[0]
    words = hit.evidence.words
    spans = sentence_spans(
        hit.release.body, hit.passage.start, hit.passage.end, language=hit.release.language
    )
    spans = spans or [Span(hit.passage.start, hit.passage.end)]
    when = None
    if asks_when(question) and not _time_without_date(hit):
        by_date = 0.0
        if certain < settings.threshold:
            # Choosing the sentence takes longer than seeing that neither answers.
            by_date = by_release_date(question, found, reader)
        if max(certain, by_date) < settings.threshold:
            certain = max(certain, by_date)
        else:
            when = _places(question, found, hit, spans, encoder)
            if when[1] is None:
                certain = by_date or by_release_date(question, found, reader)
    answer = Answer(
        question, "abstained", "", "", None, certain, (), found.hits, period=found.signals.period
    )
    if certain < settings.threshold:
        return answer
    if when is not None:
        answer = _when(answer, hit, *when)
    elif words is not None:
        sentence = _cited(hit, _around(words, spans))
        answer = _answered(answer, hit, _cited(hit, words).quote, sentence, _release_date(hit))
    else:
        rated = rate_sentences(hit.release, spans, question, found.signals.question_vector, encoder)
        sentence = _cited(hit, rated[best_sentence(rated)].span)
        answer = _answered(answer, hit, sentence.quote, sentence, _release_date(hit))
    if answer.status == "abstained" or words is None:
        return answer
    span = _cited(hit, words)
    dated = answer.date.evidence if answer.date else None
    if when is not None and not (dated and words.overlaps(dated)):
        # The words that answer are the date's, wherever they stand.
        return replace(answer, span=dated)
    return replace(answer, span=span, statement=_statement(hit, span))


def by_release_date(question: str, found: SearchResult, reader: Reader | None) -> float:
    """The confidence that the first hit answers a question for a date by its release's date. That
    the reader found no date in the passage means nothing then: it reads again, behind that date.

    In another language than the question's it makes more of a sentence than of a passage, and is
    less sure than it should be: what the search knows counts as much (the mean of the two logits;
    benchmarks/datelines.py).
    """
    hit = found.hits[0]
    alone = confidence(found, read=False)
    if reader is None or hit.evidence.words is None or hit.release.published.date is None:
        return max(confidence(found), alone)
    across = not found.signals.same_language
    readings = read_behind_date(question, found, reader, by_sentence=across)
    read = max(map(confidence, readings))
    return between(alone, read) if across else read


def _places(
    question: str, found: SearchResult, hit: Hit, spans: list[Span], encoder: Encoder
) -> tuple[Span, DateExpression | None]:
    """For a "when" question: the sentence that answers, and the date that it gives the event."""
    release, body = hit.release, hit.release.body
    words = hit.evidence.words
    stated = date_in_words_read(body, words, release.language) if words is not None else None
    if words is not None and stated is not None and _sure(hit):
        return _around(words, spans), stated
    rated = rate_sentences(release, spans, question, found.signals.question_vector, encoder)
    dates = [
        date_in_sentence(body, r.span, shared_words(release, r.span, question), release.language)
        for r in rated
    ]
    leaning = [
        RatedSentence(r.span, r.score + (_DATE_BONUS if date and date.date else 0.0))
        for r, date in zip(rated, dates, strict=True)
    ]
    at = best_sentence(leaning)
    date = dates[at] or frame_date(body, spans, at, release.language)
    if words is not None and stated is not None and date is not None:
        # Of the passage's dates the one that the reader would choose, even if it is not sure.
        return _around(words, spans), stated
    return spans[at], date


def _sure(hit: Hit) -> bool:
    """Whether the reader rather thinks that its words answer."""
    return (hit.evidence.span_score or 0.0) > 0


def _time_without_date(hit: Hit) -> bool:
    """Whether the reader is sure of words that tell a time and hold no date: they answer as they
    stand."""
    words, release = hit.evidence.words, hit.release
    if words is None or not _sure(hit) or not tells_time(release.body, words):
        return False
    return date_in_words_read(release.body, words, release.language) is None


def _when(answer: Answer, hit: Hit, span: Span, stated: DateExpression | None) -> Answer:
    sentence = _cited(hit, span)
    published = _release_date(hit)
    if stated is not None:
        date = _event_date(hit, stated)
        text = _shown(date)
        if date.against is not None:
            # "en septembre prochain": the sentence's own words, and what they come to.
            text = message("answer.resolved", words=text, date=date_in_words(date.date))
        elif date.date is None and published is not None:
            # "Mardi" where the release's date has no year: what it must be read against.
            text = message("answer.relative", date=text, release_date=_shown(published))
        return _answered(answer, hit, text, sentence, date, published if _leans(date) else None)
    if published is None:
        return replace(answer, undated=True)
    yearless = published.date is not None and published.date.year is None
    quoted = published.evidence is not None  # else the words say already that there is none
    key = "answer.release_date_no_year" if yearless and quoted else "answer.release_date"
    text = message(key, date=_shown(published))
    return _answered(answer, hit, text, sentence, published)


def _leans(date: AnswerDate) -> bool:
    """Whether the release's date is part of the answer."""
    return date.date is None or date.against is not None


def _answered(
    answer: Answer, hit: Hit, text: str, sentence: Citation, *dates: AnswerDate | None
) -> Answer:
    return replace(
        answer,
        status="answered",
        text=text,
        sentence=sentence.quote,
        date=dates[0],
        citations=(sentence, *_others(sentence, *dates)),
    )


def _cited(hit: Hit, span: Span) -> Citation:
    return cite(hit.release, span.start, span.end, hit.passage.ordinal)


def _around(words: Span, sentences: list[Span]) -> Span:
    """The sentence that holds the words, or from the first to the last that hold a part."""
    touched = [s for s in sentences if s.overlaps(words)]
    if not touched:
        return words
    return Span(min(words.start, touched[0].start), max(words.end, touched[-1].end))


def _with_statements(hit: Hit) -> Hit:
    passage = hit.passage
    return replace(hit, statements=tuple(statements(hit.release.body, passage.start, passage.end)))


def _statement(hit: Hit, span: Citation) -> Statement | None:
    """The quoted statement that the words stand in, or whose speaker they name."""
    for one in hit.statements:
        parts = [one.quote, one.speaker, *([one.role] if one.role else [])]
        if any(part.overlaps(span) for part in parts):
            return one
    return None


def _event_date(hit: Hit, stated: DateExpression) -> AnswerDate:
    release = hit.release
    evidence = cite(release, stated.start, stated.end, hit.passage.ordinal)
    resolved = resolve(release.body, stated, release.published, release.language)
    against = release.published.date if resolved.relative and resolved.date else None
    return AnswerDate(resolved.date, "event", evidence, against)


def _release_date(hit: Hit) -> AnswerDate | None:
    published = hit.release.published
    if published.date is None:
        return None
    evidence = None
    if published.evidence is not None:
        evidence = cite(hit.release, published.evidence.start, published.evidence.end)
    return AnswerDate(published.date, "release", evidence)


def _shown(date: AnswerDate) -> str:
    """The words it was read from; for a date that a sidecar states, the date in words."""
    return date.evidence.quote if date.evidence else date_in_words(date.date)


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
