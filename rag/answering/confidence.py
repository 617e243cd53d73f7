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
INTERCEPT = 2.830
WEIGHTS = (1.131, -1.243, -2.093, 5.62, 0.029, 3.761, -0.406)


def features(signals: Signals) -> tuple[float, ...]:
    """What the model sees: the best cosine's standard score, less what the best of that many
    unrelated passages would have by chance (√(2 ln n)), and that chance; the first hit's share of
    the question's terms and the share known to the corpus, each apart for a question in a language
    of the corpus and for one in another; and whether it is in one."""
    chance = math.sqrt(2.0 * math.log(max(signals.passages, 2)))
    same = float(signals.same_language)
    return (
        signals.dense_top - chance,
        chance,
        same,
        same * signals.coverage,
        same * signals.known,
        (1.0 - same) * signals.coverage,
        (1.0 - same) * signals.known,
    )


def confidence(signals: Signals) -> float:
    """Estimated probability, 0 to 1; 0 where there is no passage."""
    if signals.passages == 0:
        return 0.0
    score = INTERCEPT + sum(
        weight * value for weight, value in zip(WEIGHTS, features(signals), strict=True)
    )
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, score))))
