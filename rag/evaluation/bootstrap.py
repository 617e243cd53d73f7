"""Confidence intervals of the measures, by percentile bootstrap (Efron 1979).

As many questions as there are, are drawn with replacement, 1000 times. The interval has the middle
95% of the 1000 results. It says nothing about questions of another kind.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rag.evaluation.abstention import auroc, weighted_auroc

RESAMPLES = 1000
LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure over ``n`` questions, and the ends of its confidence interval."""

    value: float
    low: float
    high: float
    n: int

    def to_dict(self) -> dict[str, float | int]:
        """``{value, low, high, n}``."""
        return {"value": self.value, "low": self.low, "high": self.high, "n": self.n}


def bootstrap_mean(values: npt.ArrayLike, seed: int = 0) -> Estimate | None:
    """The mean of the values with its interval; None without a value.

    Args:
        values: (n,) real numbers, one for each question.
        seed: of the random numbers. Measures with the same seed and ``n`` use the same draws.
    """
    scores = np.asarray(values, dtype=np.float64)
    n = len(scores)
    if not n:
        return None
    return _estimate(float(scores.mean()), scores[_draws(n, seed)].mean(axis=1), n)


def bootstrap_auroc(confidence: npt.ArrayLike, truth: npt.ArrayLike) -> Estimate | None:
    """The AUROC with its interval; None if all questions are true or all are false.

    A draw with only true or only false questions has no AUROC and is left out.

    Args:
        confidence: (n,) real numbers.
        truth: (n,) booleans.
    """
    labels = np.asarray(truth, dtype=bool)
    n = len(labels)
    if not labels.any() or labels.all():
        return None
    # (RESAMPLES, n) how often each question was drawn.
    drawn = _draws(n, 0) + n * np.arange(RESAMPLES)[:, None]
    counts = np.bincount(drawn.ravel(), minlength=RESAMPLES * n).reshape(RESAMPLES, n)
    results = weighted_auroc(confidence, labels, counts)
    return _estimate(auroc(confidence, labels), results[~np.isnan(results)], n)


def _draws(n: int, seed: int) -> npt.NDArray[np.int64]:
    """(RESAMPLES, n) positions from 0 to n - 1; 8 MB for a thousand questions."""
    return np.random.default_rng(seed).integers(0, n, (RESAMPLES, n))


def _estimate(value: float, results: npt.NDArray[np.float64], n: int) -> Estimate:
    ends = (0.5 - LEVEL / 2, 0.5 + LEVEL / 2)
    low, high = np.quantile(results, ends) if len(results) else (value, value)
    return Estimate(value, float(low), float(high), n)
