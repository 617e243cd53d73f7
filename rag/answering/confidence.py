"""How likely it is that a hit answers a question, from what the search and the reader know.

Two logistic models over a few signals, with the reader and without; none of the signals is an
absolute similarity: standard scores and shares carry from one encoder and corpus to another, a
cosine does not. Their weights are part of the reader's calibration (``rag.models.Calibration``),
which benchmarks/abstention.py fits and writes.
"""

from __future__ import annotations

import math

from rag.models import Calibration
from rag.retrieval import SearchResult
from rag.types import Hit


def search_features(found: SearchResult, hit: Hit) -> tuple[float, ...]:
    """Of the search: the best cosine's standard score, less what the best of that many unrelated
    passages would have by chance (√(2 ln n)), and that chance; whether the question is in a
    language of the corpus; the hit's share of the question's terms and the share known to the
    corpus, each apart for a question in such a language and in another."""
    signals = found.signals
    coverage = hit.match.coverage
    chance = math.sqrt(2.0 * math.log(max(signals.passages, 2)))
    same = 0.0 if found.query.cross_lingual else 1.0
    return (
        signals.dense_top - chance,
        chance,
        same,
        same * coverage,
        same * signals.known,
        (1.0 - same) * coverage,
        (1.0 - same) * signals.known,
    )


def reader_features(found: SearchResult, hit: Hit, calibration: Calibration) -> tuple[float, ...]:
    """Of the reader: its two logits for the hit; by how much the hit's score leads the best of the
    others; and whether the question names a time to which the hit does not belong."""
    match = hit.match
    others = [other.score for other in found.hits if other.rank != hit.rank]
    lead = hit.score - max(others) if others else 1.0
    missed = found.query.period is not None and match.period is None
    return (
        *calibration.logits(match.span_score or 0.0, match.answerable or 0.0),
        min(lead, 3.0),
        float(missed),
    )


def confidence(
    found: SearchResult, hit: Hit, calibration: Calibration, *, read: bool = True
) -> float:
    """Estimated probability, 0 to 1, that a hit answers.

    Args:
        read: False leaves out what the reader says. It looks for the answer in the passage; where
            the release's own date is the answer, it finds none, and that means nothing.
    """
    seen, weights = search_features(found, hit), calibration.search
    if read and hit.match.span_score is not None:
        seen, weights = seen + reader_features(found, hit, calibration), calibration.reading
    score = weights[0] + sum(w * value for w, value in zip(weights[1:], seen, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, score))))


def between(one: float, other: float) -> float:
    """The probability whose logit is the mean of two others'."""
    odds = math.sqrt(_odds(one) * _odds(other))
    return odds / (1.0 + odds)


def _odds(probability: float) -> float:
    return probability / max(1.0 - probability, 1e-12)
