"""Estimate the probability that a hit answers the question, from the search and the reader.

There are two logistic models: one with the reader's features, one without. No feature is an
absolute similarity. Standard scores and shares mean the same for every encoder and every corpus; a
cosine does not. The weights belong to the reader's calibration (``rag.models.Calibration``), which
benchmarks/abstention.py fits and writes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rag.language.questions import CLASSES
from rag.models import Calibration, Reading
from rag.retrieval import SearchResult
from rag.retrieval.named import is_of_period
from rag.types import AnswerPart, Hit


def search_features(result: SearchResult, hit: Hit) -> tuple[float, ...]:
    """The seven features that the search gives for a hit.

    1. Standard score of the best cosine, minus feature 2.
    2. The standard score that the best of n unrelated passages has by chance, √(2 ln n).
    3. 1 if the question is in a language of the corpus, else 0.
    4. and 5. For a question in a language of the corpus: the share of its terms that the hit has,
       and the share that the corpus has; else 0.
    6. and 7. The same two for a question in another language; else 0.
    """
    signals = result.signals
    coverage = hit.match.coverage
    chance = math.sqrt(2.0 * math.log(max(signals.passages, 2)))
    same = 0.0 if result.query.cross_lingual else 1.0
    return (
        signals.dense_top - chance,
        chance,
        same,
        same * coverage,
        same * signals.known_share,
        (1.0 - same) * coverage,
        (1.0 - same) * signals.known_share,
    )


def reader_features(result: SearchResult, hit: Hit, calibration: Calibration) -> tuple[float, ...]:
    """The four features that the reader adds for a hit.

    1. and 2. The reader's two logits for the hit, limited.
    3. The hit's score minus the best score of the other hits, at most 3.
    4. 1 if the question names a period and the hit does not belong to it, else 0.
    """
    match = hit.match
    others = [other.score for other in result.hits if other.rank != hit.rank]
    lead = hit.score - max(others) if others else 1.0
    return (
        *calibration.limit(match.span_score or 0.0, match.answerable or 0.0),
        min(lead, 3.0),
        float(not is_of_period(result.query, hit)),
    )


def confidence(
    result: SearchResult, hit: Hit, calibration: Calibration, *, with_reader: bool = True
) -> float:
    """Estimated probability that a hit answers the question, 0 to 1.

    Args:
        result: the search that found the hit.
        hit: the hit, as the reader left it.
        calibration: the weights of the two logistic models.
        with_reader: False leaves out the reader's features. The reader looks for the answer in the
            passage, so its logits mean nothing if the release's own date is the answer.
    """
    features, weights = search_features(result, hit), calibration.search
    if with_reader and hit.match.span_score is not None:
        features += reader_features(result, hit, calibration)
        weights = calibration.reading
    return _logistic(weights, features)


def word_features(
    result: SearchResult, part: AnswerPart, probability: float, calibration: Calibration
) -> tuple[float, ...]:
    """The features of "these words are right".

    1. Logit of the probability that the hit answers, at most 6 in size.
    2. How sure the reader is of the place of its words, 0 to 1; 0 without a reader.
    3. and 4. 1 for the date of an event, and for the release's date as the answer, else 0.
    5. 1 for a whole sentence as the answer, else 0.
    6. 1 if the question is in another language than the corpus, else 0.
    7. Logarithm of the number of words that answer.

    Then those of ``search_features`` and of ``reader_features``, and for each class of
    interrogatives (``rag.language.questions.CLASSES``) 1 if the question has one of it, else 0. A
    question for what something cost is one for how much.
    """
    query, match = result.query, part.hit.match
    shown = part.span.quote if part.span is not None else part.sentence.quote
    asks = "how_many" if query.asks == "what" and query.quantity is not None else query.asks
    of = part.date.of if part.kind == "date" and part.date is not None else None
    return (
        _limited_logit(probability),
        match.certainty or 0.0,
        float(of == "event"),
        float(of == "release"),
        float(part.kind == "sentence"),
        float(query.cross_lingual),
        math.log(max(1, len(shown.split()))),
        *search_features(result, part.hit),
        *reader_features(result, part.hit, calibration),
        *(float(asks == one) for one in CLASSES),
    )


def words_confidence(
    result: SearchResult,
    part: AnswerPart,
    probability: float,
    calibration: Calibration,
    *,
    doubtful: bool,
) -> float:
    """Estimated probability that the words of a part are right, 0 to 1.

    Without a reader, and for a date that the reader does not take for an answer, its scores say
    nothing of the words, and the probability that the hit answers stands for it.

    Args:
        result: the search that found the part's hit.
        part: the part that would be shown.
        probability: that the hit answers.
        calibration: has the weights.
        doubtful: whether the words may be of another kind than is asked for, or a name in the
            question may not stand in the release. The probability then has a quarter of its odds,
            as where the reader prefers other words to a date.
    """
    span_score = part.hit.match.span_score
    speaks_of_words = span_score is not None and (span_score > 0 or part.kind != "date")
    if calibration.words and speaks_of_words:
        features = word_features(result, part, probability, calibration)
        probability = _logistic(calibration.words, features)
    return lowered(probability) if doubtful or _reads_otherwise(part) else probability


def _reads_otherwise(part: AnswerPart) -> bool:
    """Whether the answer is the date of an event, and the reader prefers other words."""
    match, date = part.hit.match, part.date
    if part.kind != "date" or date is None or date.of != "event" or date.evidence is None:
        return False
    prefers = match.span is not None and (match.span_score or 0.0) > 0
    return prefers and match.span is not None and not match.span.overlaps(date.evidence)


# Over fewer passages than this, a standard score says little.
_ENOUGH = 20


def few_passages(passages: int) -> float:
    """How few passages a corpus has: 1 for one, less for more, 0 from 20 on: 1 - ln n / ln 20."""
    return max(0.0, 1.0 - math.log(max(passages, 1)) / math.log(_ENOUGH))


def shown_features(
    probability: float, passages: int, alone: Reading, calibration: Calibration
) -> tuple[float, ...]:
    """The features of "the words that are shown are right".

    1. Logit of the probability that they are right, at most 6 in size.
    2. How few passages the corpus has: over a few, the standard scores of the search say little.
    3. The reader's logit for the words, limited, where it reads their sentence alone. In a whole
       passage there is mostly something that looks like an answer.
    4. and 5. Features 1 and 3 times feature 2.
    """
    span_score, _ = calibration.limit(alone.span_score, alone.answerable)
    logit, few = _limited_logit(probability), few_passages(passages)
    return logit, few, span_score, few * logit, few * span_score


def shown_confidence(
    probability: float, passages: int, alone: Reading, calibration: Calibration
) -> float:
    """The confidence that is stated for words that are shown, 0 to 1; without weights for it the
    probability itself.

    Args:
        probability: that the words are right, by their passage.
        passages: how many the corpus has.
        alone: the reading of their sentence alone.
        calibration: has the weights.
    """
    if not calibration.shown:
        return probability
    features = shown_features(probability, passages, alone, calibration)
    return _logistic(calibration.shown, features)


def item_confidence(hit: Hit, calibration: Calibration, *, doubtful: bool) -> float | None:
    """Estimated probability that a hit's words are one of several things that are asked for, 0 to
    1; None if it was not read, or without a calibration for it.

    Nothing of the other hits counts here, because many of them can be right.
    """
    match = hit.match
    if match.span_score is None or match.answerable is None or not calibration.items:
        return None
    features = calibration.limit(match.span_score, match.answerable)
    probability = _logistic(calibration.items, features)
    return lowered(probability) if doubtful else probability


def _logistic(weights: Sequence[float], features: Sequence[float]) -> float:
    logit = weights[0] + sum(w * value for w, value in zip(weights[1:], features, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, logit))))


# A doubt divides the odds by this.
_DOUBT = 4.0


def lowered(probability: float) -> float:
    """The probability with a quarter of the odds."""
    odds = _odds(probability) / _DOUBT
    return odds / (1.0 + odds)


def mean_in_logits(first: float, second: float) -> float:
    """The probability with the mean of the logits of two probabilities."""
    odds = math.sqrt(_odds(first) * _odds(second))
    return odds / (1.0 + odds)


def _limited_logit(probability: float) -> float:
    return max(-6.0, min(6.0, math.log(_odds(probability) + 1e-12)))


def _odds(probability: float) -> float:
    return probability / max(1.0 - probability, 1e-12)
