"""Hits to an answer: its parts, or an abstention with its reason."""

from __future__ import annotations

from dataclasses import replace

from rag.answering.confidence import confidence
from rag.answering.parts import PartMaker
from rag.answering.release_date import release_date_confidence
from rag.corpus import statements
from rag.models import Calibration, Encoder, Reader
from rag.retrieval import SearchResult
from rag.types import Abstention, Answer, AnswerPart, Hit


def make_answer(
    found: SearchResult, encoder: Encoder, calibration: Calibration, reader: Reader | None = None
) -> Answer:
    """The answer that the best passage gives, or an abstention with the nearest passages.

    Where the reader has read the passage, its words are the answer and the sentence is the one
    around them; otherwise the sentence is chosen by its words and vector and is the answer. Where
    the release's date would be the answer, the reader reads again, behind that date.

    Raises:
        EncoderError: a sentence cannot be encoded.
    """
    found = replace(found, hits=tuple(_with_statements(hit) for hit in found.hits))
    part: AnswerPart | None = None
    sure = 0.0
    reason: Abstention = "nothing-found"
    if found.hits:
        part, sure, reason = _best_part(found, found.hits[0], encoder, calibration, reader)
    return Answer(
        question=found.query.question,
        parts=(part,) if part else (),
        confidence=sure,
        hits=found.hits,
        period=found.query.period if found.hits else None,
        abstention=None if part else reason,
    )


def _best_part(
    found: SearchResult,
    hit: Hit,
    encoder: Encoder,
    calibration: Calibration,
    reader: Reader | None,
) -> tuple[AnswerPart | None, float, Abstention]:
    """What a hit answers, how sure that is, and the reason where it answers nothing."""
    threshold = calibration.threshold
    sure = confidence(found, hit, calibration)
    make = PartMaker(found, hit, encoder)
    if found.query.wanted != "date" or make.tells_time_without_date:
        return make.by_words(sure) if sure >= threshold else None, sure, "not-said"
    by_release = 0.0
    if sure < threshold:
        # Choosing the sentence takes longer than seeing that neither date answers.
        by_release = release_date_confidence(found, hit, calibration, reader)
        if by_release < threshold:
            return None, max(sure, by_release), "not-said"
    sentence, stated = make.place()
    if stated is not None:
        return make.by_date(sentence, stated, sure) if sure >= threshold else None, sure, "not-said"
    sure = by_release or release_date_confidence(found, hit, calibration, reader)
    if sure < threshold:
        return None, sure, "not-said"
    return make.by_release_date(sentence, sure), sure, "no-date-given"


def _with_statements(hit: Hit) -> Hit:
    passage = hit.passage
    return replace(hit, statements=tuple(statements(hit.release.body, passage.start, passage.end)))
