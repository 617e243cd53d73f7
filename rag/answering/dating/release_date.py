"""Estimate whether the release's own date answers: the reader reads the passage with that date."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rag.answering.checks.events import are_told_in
from rag.answering.checks.presence import tells_of
from rag.answering.confidence import confidence, mean_in_logits
from rag.answering.dating.asked import asked_office
from rag.answering.dating.ends import role_asked
from rag.answering.sentences import share_of_terms
from rag.corpus import sentences_of
from rag.language import sentence_spans
from rag.language.language import Language
from rag.language.registry import known, languages
from rag.language.tense import is_in_future
from rag.language.words import any_of
from rag.models import Calibration, Reader
from rag.question import Query
from rag.retrieval import SearchResult
from rag.retrieval.rerank import title_to_read
from rag.types import Hit, Release

# For languages that have none of their own.
_DATELINE = "{date}: {text}"


def release_date_confidence(
    result: SearchResult, hit: Hit, calibration: Calibration, reader: Reader | None
) -> float:
    """The confidence that the date of a hit's release answers a question for a date.

    The reader has read the passage without that date, so its logits say nothing about it. It reads
    the passage again with the date before it.

    If question and passage are in different languages, the reader does better with a sentence than
    with a passage, and its logits are too low. Then it reads sentence by sentence, and the result
    is the mean (in logits) of the confidence with the reader and of the one without
    (benchmarks/datelines.py).

    Returns:
        Estimated probability, 0 to 1.
    """
    by_search = confidence(result, hit, calibration, with_reader=False)
    if reader is None or hit.match.span is None or hit.release.published.date is None:
        return max(confidence(result, hit, calibration), by_search)
    cross_lingual = result.query.cross_lingual
    hits = read_with_dateline(result.query.text, hit, reader, by_sentence=cross_lingual)
    by_reader = max(confidence(result, dated, calibration) for dated in hits)
    return mean_in_logits(by_search, by_reader) if cross_lingual else by_reader


def may_be_of_release_date(query: Query, hit: Hit) -> bool:
    """Whether an event of a release can have been on the release's date: not what is to come, no
    end ("until when") but that of an office, and nothing that the sentence nearest to the question
    only calls for or has no word for."""
    release, language = hit.release, known(hit.release.language)
    ends = role_asked(query.text, query.languages) == "end"
    if is_of_future(query) or (ends and asked_office(query, language) is None):
        return False
    sentences = sentences_of(release.body, hit.passage, language.code)
    shares = [share_of_terms(release, sentence, query) for sentence in sentences]
    if not any(shares):
        return True
    nearest = sentences[shares.index(max(shares))]
    told = release.body[nearest.start : nearest.end]
    if not are_told_in(query, hit, f"{release.title}\n{told}"):
        return False
    return not tells_of(told, language.answers.wishes, query.text)


def is_of_future(query: Query) -> bool:
    """Whether a question is in the future tense, in every language that it may be in."""
    languages = query.languages
    return bool(languages) and all(is_in_future(query.text, code) for code in languages)


def read_with_dateline(question: str, hit: Hit, reader: Reader, *, by_sentence: bool) -> list[Hit]:
    """Read a hit's passage as if it began with the release's date, as in a dateline.

    The logits then say whether the event of the question happened on that date, or is only
    mentioned.

    Args:
        question: what the reader looks for.
        hit: its release has a date.
        reader: reads the passage.
        by_sentence: read each sentence of the passage on its own.

    Returns:
        Copies of the hit with the logits of one reading each.
    """
    title, texts = title_to_read(hit), [hit.passage.text]
    if by_sentence:
        spans = sentence_spans(texts[0], language=hit.release.language)
        title, texts = "", [texts[0][span.start : span.end] for span in spans] or texts
    inputs = [(question, title, with_dateline(hit.release, text)[0]) for text in texts]
    hits = []
    for reading in reader.read(inputs):
        match = replace(hit.match, span_score=reading.span_score, answerable=reading.answerable)
        hits.append(replace(hit, match=match))
    return hits


def with_dateline(release: Release, text: str) -> tuple[str, int]:
    """A text behind its release's date ("Le 4 mai 2011, …"), and where the text begins; without
    that date if the release has none."""
    if release.published.date is None:
        return text, 0
    line = known(release.language).times.dateline or _DATELINE
    lead = line.format(date=_dateline(release), text="")
    return lead + text, len(lead)


def _dateline(release: Release) -> str:
    """The release's date in the words of its text, or as a value if it is not in the text."""
    published = release.published
    if published.span is None:
        return published.value or ""
    quote = release.body[published.span.start : published.span.end]
    words = _lead_in(tuple(languages().values())).match(quote)
    return quote[words.end() :] if words else quote


@lru_cache(maxsize=4)
def _lead_in(spoken: tuple[Language, ...]) -> re.Pattern[str]:
    """What a date's own words may begin with; the dateline has its own."""
    words = any_of(*(language.times.lead_in for language in spoken))
    return re.compile(rf"(?:{words}\s*)*", re.IGNORECASE)
