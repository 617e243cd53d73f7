"""Measures of the confidence: AUROC, risk and coverage, calibration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions with a confidence in one interval.

    Attributes:
        low, high: the interval; ``low`` is included, ``high`` is not, except in the last bin.
        n: number of questions.
        confidence: their mean confidence, 0 to 1; None without a question.
        share: share of them for which the event happened, 0 to 1; None without a question.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    share: float | None


def auroc(confidence: npt.ArrayLike, truth: npt.ArrayLike) -> float:
    """Area under the receiver operating characteristic.

    It is the probability that a true question has more confidence than a false one; a tie counts
    half. Formula: the statistic of Mann & Whitney (1947) divided by the number of pairs (Hanley &
    McNeil 1982).

    Args:
        confidence: (n,) real numbers.
        truth: (n,) booleans.

    Returns:
        0 to 1; nan if all questions are true or all are false.
    """
    labels = np.asarray(truth, dtype=bool)
    return float(weighted_auroc(confidence, labels, np.ones((1, len(labels))))[0])


def weighted_auroc(
    confidence: npt.ArrayLike, truth: npt.ArrayLike, weights: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """``auroc`` for m weightings at once; question i counts ``weights[:, i]`` times.

    Args:
        confidence: (n,) real numbers.
        truth: (n,) booleans.
        weights: (m, n) real numbers, 0 or more.

    Returns:
        (m,) float64, 0 to 1; nan where all questions with a weight are true or all are false.
    """
    scores = np.asarray(confidence, dtype=np.float64)
    labels = np.asarray(truth, dtype=bool)
    counts = np.asarray(weights, dtype=np.float64)
    if not len(scores):
        return np.full(len(counts), np.nan)
    order = np.argsort(scores, kind="stable")
    # Questions with the same confidence form a level. These are the positions where levels begin.
    starts = np.flatnonzero(np.diff(scores[order], prepend=-np.inf) > 0)
    true = np.add.reduceat(np.where(labels, counts, 0.0)[:, order], starts, axis=1)
    false = np.add.reduceat(np.where(labels, 0.0, counts)[:, order], starts, axis=1)
    below = np.cumsum(false, axis=1) - false
    wins = (true * (below + 0.5 * false)).sum(axis=1)
    pairs = true.sum(axis=1) * false.sum(axis=1)
    area = np.full(len(pairs), np.nan)
    np.divide(wins, pairs, out=area, where=pairs > 0)
    return area


def risk_coverage(
    confidence: npt.ArrayLike, loss: npt.ArrayLike
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The risk–coverage curve (Geifman & El-Yaniv 2017).

    A threshold on the confidence decides which questions are answered. Coverage is their share.
    Risk is their mean loss. The curve has one point for each threshold.

    Args:
        confidence: (n,) real numbers; questions with the same confidence are answered together.
        loss: (n,) the loss of answering each question, 0 to 1.

    Returns:
        Coverage, increasing to 1, and risk, 0 to 1; both (number of thresholds,) float64.
    """
    scores = np.asarray(confidence, dtype=np.float64)
    losses = np.asarray(loss, dtype=np.float64)
    order = np.argsort(-scores, kind="stable")
    answered = np.arange(1, len(scores) + 1)
    risk = np.cumsum(losses[order]) / answered
    last = np.flatnonzero(np.diff(scores[order], append=-np.inf) < 0)
    return answered[last] / max(1, len(scores)), risk[last]


def area_under_risk_coverage(
    coverage: npt.NDArray[np.float64], risk: npt.NDArray[np.float64]
) -> float:
    """Area under the risk–coverage curve; lower is better.

    It is the mean over k of the risk of answering the k questions with the most confidence
    (Geifman, Uziel, El-Yaniv 2019). Questions with the same confidence all count with the risk of
    answering them together.

    Args:
        coverage, risk: the curve, as ``risk_coverage`` returns it.

    Returns:
        0 to 1; nan without a question.
    """
    if not len(coverage):
        return float("nan")
    return float(np.sum(risk * np.diff(coverage, prepend=0.0)))


def calibration_bins(probability: npt.ArrayLike, truth: npt.ArrayLike) -> list[Bin]:
    """Ten bins of equal width over 0 to 1, for a reliability diagram (Guo et al. 2017).

    Args:
        probability: (n,) the estimated probability of the event, 0 to 1.
        truth: (n,) booleans, whether the event happened.
    """
    estimated = np.asarray(probability, dtype=np.float64)
    happened = np.asarray(truth, dtype=bool)
    numbers = np.minimum((estimated * BINS).astype(int), BINS - 1)
    bins = []
    for number in range(BINS):
        inside = numbers == number
        n = int(inside.sum())
        mean = float(estimated[inside].mean()) if n else None
        share = float(happened[inside].mean()) if n else None
        bins.append(Bin(number / BINS, (number + 1) / BINS, n, mean, share))
    return bins


def calibration_error(probability: npt.ArrayLike, truth: npt.ArrayLike) -> float:
    """Expected calibration error (Guo et al. 2017); lower is better.

    It is the mean of |mean confidence - share of the event| over ten bins of equal width, weighted
    by the number of questions in each bin. The arguments are those of ``calibration_bins``.

    Returns:
        0 to 1; nan without a question.
    """
    filled = [
        (item.n, abs(item.confidence - item.share))
        for item in calibration_bins(probability, truth)
        if item.confidence is not None and item.share is not None
    ]
    total = sum(n for n, _gap in filled)
    return sum(n * gap for n, gap in filled) / total if total else float("nan")
