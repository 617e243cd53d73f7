"""How likely it is that the corpus answers a question, from what the search and the reader know.

Two logistic models over a few signals, with the reader and without; none of the signals is an
absolute similarity: standard scores and shares carry from one encoder and corpus to another, a
cosine does not. The weights were fitted by benchmarks/abstention.py, which prints them: with the
reader on a half of PIAF dev and a quarter of XQuAD that it was not trained on; without it (the
first version) on PIAF train and half of XQuAD.
"""

from __future__ import annotations

import math

from rag.retrieval import SearchResult
from rag.retrieval.rerank import logits

# Each: the intercept, then a weight for each of ``features`` (and ``reader_features``).
FIRST_STAGE: tuple[float, ...] = (0.201, 0.814, -0.198, -1.974, 4.915, -0.048, 2.363, 1.097)
WITH_READER: tuple[float, ...] = (
    *(-0.041, 0.293, -0.348, -1.263, 1.906, -0.226, 0.529, 0.417),
    *(-0.292, 1.212, 0.450, -0.254),
)


def features(found: SearchResult) -> tuple[float, ...]:
    """Of the search: the best cosine's standard score, less what the best of that many unrelated
    passages would have by chance (√(2 ln n)), and that chance; whether the question is in a
    language of the corpus; the first hit's share of the question's terms and the share known to
    the corpus, each apart for a question in such a language and in another."""
    signals = found.signals
    coverage = found.hits[0].evidence.coverage if found.hits else 0.0
    chance = math.sqrt(2.0 * math.log(max(signals.passages, 2)))
    same = float(signals.same_language)
    return (
        signals.dense_top - chance,
        chance,
        same,
        same * coverage,
        same * signals.known,
        (1.0 - same) * coverage,
        (1.0 - same) * signals.known,
    )


def reader_features(found: SearchResult) -> tuple[float, ...]:
    """Of the reader: its two logits for the first hit; by how much the first hit's score leads
    the second's; and whether the question names a time to which the first hit does not belong."""
    first = found.hits[0]
    lead = first.score - found.hits[1].score if len(found.hits) > 1 else 1.0
    missed = found.signals.period is not None and first.evidence.period is None
    return (
        *logits(first.evidence.span_score or 0.0, first.evidence.answerable or 0.0),
        min(lead, 3.0),
        float(missed),
    )


def confidence(found: SearchResult, *, read: bool = True) -> float:
    """Estimated probability, 0 to 1; 0 where there is no passage.

    Args:
        read: False leaves out what the reader says. It looks for the answer in the passage; where
            the release's own date is the answer, it finds none, and that means nothing.
    """
    if not found.hits:
        return 0.0
    seen = features(found)
    weights = FIRST_STAGE
    if read and found.hits[0].evidence.span_score is not None:
        seen, weights = seen + reader_features(found), WITH_READER
    score = weights[0] + sum(w * value for w, value in zip(weights[1:], seen, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, score))))


def between(one: float, other: float) -> float:
    """The probability whose logit is the mean of two others'."""
    odds = math.sqrt(_odds(one) * _odds(other))
    return odds / (1.0 + odds)


def _odds(probability: float) -> float:
    return probability / max(1.0 - probability, 1e-12)
