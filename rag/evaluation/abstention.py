"""Does it know what it does not know: how confidence orders the questions, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions whose confidence lies in ``low`` (included) to ``high`` (excluded; the last
    bin's is included).

    Attributes:
        n: how many.
        confidence: their mean confidence, 0 to 1; None without a question.
        share: the share of them for which the event happened; None without a question.
    """

    low: float
    high: float
    n: int
    confidence: float | None
    share: float | None


def auroc(confidence: npt.ArrayLike, truth: npt.ArrayLike) -> float:
    """Area under the receiver operating characteristic: the chance that a true question has more
    confidence than a false one, half of it where they tie (the statistic of Mann & Whitney 1947
    over the number of pairs; Hanley & McNeil 1982).

    Args:
        confidence: (n,) any real numbers.
        truth: (n,) booleans.

    Returns:
        0 to 1; nan where either class is empty.
    """
    known = np.asarray(truth, dtype=bool)
    return float(weighted_auroc(confidence, known, np.ones((1, len(known))))[0])


def weighted_auroc(
    confidence: npt.ArrayLike, truth: npt.ArrayLike, weights: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """``auroc`` where question i counts ``weights[:, i]`` times, for many weightings at once.

    Args:
        confidence: (n,) any real numbers.
        truth: (n,) booleans.
        weights: (m, n), 0 or more.

    Returns:
        (m,) float64 from 0 to 1; nan where a weighting leaves a class empty.
    """
    scores = np.asarray(confidence, dtype=np.float64)
    known = np.asarray(truth, dtype=bool)
    counted = np.asarray(weights, dtype=np.float64)
    if not len(scores):
        return np.full(len(counted), np.nan)
    order = np.argsort(scores, kind="stable")
    # Where each level of confidence begins: the questions of one level tie.
    starts = np.flatnonzero(np.diff(scores[order], prepend=-np.inf) > 0)
    true = np.add.reduceat(np.where(known, counted, 0.0)[:, order], starts, axis=1)
    false = np.add.reduceat(np.where(known, 0.0, counted)[:, order], starts, axis=1)
    below = np.cumsum(false, axis=1) - false
    wins = (true * (below + 0.5 * false)).sum(axis=1)
    pairs = true.sum(axis=1) * false.sum(axis=1)
    area = np.full(len(pairs), np.nan)
    np.divide(wins, pairs, out=area, where=pairs > 0)
    return area


def risk_coverage(
    confidence: npt.ArrayLike, loss: npt.ArrayLike
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The mean loss over the questions answered, for each share of them that could be answered by
    a threshold on confidence (Geifman & El-Yaniv 2017).

    Args:
        confidence: (n,) any real numbers; questions that tie are answered together.
        loss: (n,) 0 to 1, of answering each question.

    Returns:
        Coverage, increasing to 1, and risk, 0 to 1: (levels of confidence,) each, both float64.
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
    """Area under the risk–coverage curve, 0 to 1, less is better: the mean over k of the risk of
    answering the k most confident questions (Geifman, Uziel, El-Yaniv 2019), each level of
    confidence at the risk of answering it whole. nan without a question."""
    if not len(coverage):
        return float("nan")
    return float(np.sum(risk * np.diff(coverage, prepend=0.0)))


def calibration_bins(chance: npt.ArrayLike, truth: npt.ArrayLike) -> list[Bin]:
    """Ten bins of equal width over 0 to 1 (the reliability diagram of Guo et al. 2017).

    Args:
        chance: (n,) 0 to 1, the estimated probability of the event.
        truth: (n,) booleans, whether it happened.
    """
    estimated = np.asarray(chance, dtype=np.float64)
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


def calibration_error(chance: npt.ArrayLike, truth: npt.ArrayLike) -> float:
    """Expected calibration error: |mean confidence - share of the event| over ten bins of equal
    width, weighted by how many questions are in each (Guo et al. 2017).

    Arguments are those of ``calibration_bins``.

    Returns:
        0 to 1, less is better; nan without a question.
    """
    filled = [
        (part.n, abs(part.confidence - part.share))
        for part in calibration_bins(chance, truth)
        if part.confidence is not None and part.share is not None
    ]
    total = sum(n for n, _gap in filled)
    return sum(n * gap for n, gap in filled) / total if total else float("nan")
