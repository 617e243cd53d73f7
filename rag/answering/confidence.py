"""How likely it is that the corpus answers a question, from what the search knows.

A logistic model over a few signals, none of them an absolute similarity: standard scores and
shares carry from one encoder and corpus to another, a cosine does not. The weights were fitted on
PIAF train and XQuAD by benchmarks/abstention.py, which prints them; a first rule, until a reader
that has seen unanswerable questions replaces it.
"""

from __future__ import annotations

import math

from rag.retrieval import Signals

# In the order of ``features``.
INTERCEPT = 2.905
WEIGHTS = (1.382, 2.01, -2.372, 3.81, -1.251)


def features(signals: Signals) -> tuple[float, ...]:
    """What the model sees: the best cosine's standard score, less what the best of that many
    unrelated passages would have by chance (√(2 ln n)); the first hit's share of the question's
    terms; the share known to the corpus; the product of the two; the chance itself."""
    chance = math.sqrt(2.0 * math.log(max(signals.passages, 2)))
    return (
        signals.dense_top - chance,
        signals.coverage,
        signals.known,
        signals.coverage * signals.known,
        chance,
    )


def confidence(signals: Signals) -> float:
    """Estimated probability, 0 to 1; 0 where there is no passage."""
    if signals.passages == 0:
        return 0.0
    score = INTERCEPT + sum(
        weight * value for weight, value in zip(WEIGHTS, features(signals), strict=True)
    )
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, score))))
