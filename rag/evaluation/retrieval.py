"""Measures of retrieval, computed by ``ir-measures`` (MacAvaney, Macdonald, Ounis 2022)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from rag.evaluation.tools import load

# Number of hits that the measures need: R@20 looks at the first 20.
DEPTH = 20
# Our names of the measures, and the names in ir-measures.
_MEASURES = {"R@1": "R@1", "R@5": "R@5", "R@20": "R@20", "MRR@10": "RR@10", "nDCG@10": "nDCG@10"}
NAMES = tuple(_MEASURES)


def retrieval_measures(
    relevant: Mapping[str, Collection[str]], retrieved: Mapping[str, Sequence[str]]
) -> dict[str, npt.NDArray[np.float64]]:
    """All measures for each question that has a relevant passage.

    R@k is the share of the relevant passages that are among the first k hits. With one relevant
    passage it equals success@k. MRR@10 is 1 / rank of the first relevant hit, or 0 if that rank is
    above 10 (Voorhees 1999). nDCG@10 is the sum of 1 / log2(rank + 1) over the relevant hits,
    divided by the greatest possible sum (Järvelin & Kekäläinen 2002, gains of 0 and 1).

    Args:
        relevant: question id to the keys of its relevant passages, one or more.
        retrieved: question id to the keys of its hits, best first. A question that is missing
            here has no hits and scores 0.

    Returns:
        Name of the measure to (len(relevant),) float64, 0 to 1, in the order of ``relevant``.

    Raises:
        EvaluationError: ``ir-measures`` is not installed.
        ValueError: a question has no relevant passage.
    """
    if not all(relevant.values()):
        raise ValueError("a question without a relevant passage has no retrieval measure")
    rows = {question: row for row, question in enumerate(relevant)}
    scores = {name: np.zeros(len(rows)) for name in NAMES}
    ir_measures = load("ir_measures")
    if not rows:
        return scores
    qrels = {question: dict.fromkeys(keys, 1) for question, keys in relevant.items()}
    # The library sorts by score and has its own rule for ties, so the score is the negative rank.
    run = {
        question: {key: -float(rank) for rank, key in enumerate(retrieved.get(question, ()), 1)}
        for question in relevant
    }
    by_measure = {ir_measures.parse_measure(theirs): ours for ours, theirs in _MEASURES.items()}
    for metric in ir_measures.iter_calc(list(by_measure), qrels, run):
        scores[by_measure[metric.measure]][rows[metric.query_id]] = metric.value
    return scores
