"""How far a figure would move with other questions: percentile bootstrap (Efron 1979).

The questions are drawn anew with replacement, as many as there are, 1000 times; the interval holds
the middle 95% of the figures so found. It says nothing of questions unlike those asked.
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
    """A figure over ``n`` questions with the ends of its interval."""

    value: float
    low: float
    high: float
    n: int

    def to_dict(self) -> dict[str, float | int]:
        """``{value, low, high, n}``."""
        return {"value": self.value, "low": self.low, "high": self.high, "n": self.n}


def bootstrap_mean(values: npt.ArrayLike, seed: int = 0) -> Estimate | None:
    """The mean of one value a question, with its interval; None without a question.

    Args:
        values: (n,) real numbers.
        seed: the same seed draws the same questions, so figures over the same questions move
            together.
    """
    known = np.asarray(values, dtype=np.float64)
    if not len(known):
        return None
    return _estimate(float(known.mean()), known[_draws(len(known), seed)].mean(axis=1), len(known))


def bootstrap_auroc(
    confidence: npt.ArrayLike, truth: npt.ArrayLike, seed: int = 0
) -> Estimate | None:
    """The AUROC with its interval; None unless there are true and false questions.

    A resample that happens to hold one class alone has no AUROC and is left out.

    Args:
        confidence: (n,) any real numbers.
        truth: (n,) booleans.
        seed: as in ``bootstrap_mean``.
    """
    known = np.asarray(truth, dtype=bool)
    n = len(known)
    if not known.any() or known.all():
        return None
    # (resamples, n) how often each question was drawn.
    drawn = _draws(n, seed) + n * np.arange(RESAMPLES)[:, None]
    counts = np.bincount(drawn.ravel(), minlength=RESAMPLES * n).reshape(RESAMPLES, n)
    figures = weighted_auroc(confidence, known, counts)
    return _estimate(auroc(confidence, known), figures[~np.isnan(figures)], n)


def _draws(n: int, seed: int) -> npt.NDArray[np.int64]:
    """(resamples, n) positions from 0 to n - 1: 8 MB for a thousand questions."""
    return np.random.default_rng(seed).integers(0, n, (RESAMPLES, n))


def _estimate(value: float, figures: npt.NDArray[np.float64], n: int) -> Estimate:
    ends = (0.5 - LEVEL / 2, 0.5 + LEVEL / 2)
    low, high = np.quantile(figures, ends) if len(figures) else (value, value)
    return Estimate(value, float(low), float(high), n)
