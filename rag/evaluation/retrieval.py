"""How well the right passage is found, with ``ir-measures`` (MacAvaney, Macdonald, Ounis 2022)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from rag.evaluation.tools import load

# Hits that a run needs for the deepest measure.
DEPTH = 20
# Our names, and those of ir-measures.
_MEASURES = {"R@1": "R@1", "R@5": "R@5", "R@20": "R@20", "MRR@10": "RR@10", "nDCG@10": "nDCG@10"}
NAMES = tuple(_MEASURES)


def retrieval_measures(
    relevant: Mapping[str, Collection[str]], found: Mapping[str, Sequence[str]]
) -> dict[str, npt.NDArray[np.float64]]:
    """Each measure for each question that has a relevant passage.

    R@k is the share of a question's relevant passages among its first k hits, which is success@k
    when there is one relevant passage. MRR@10 is 1 / rank of the first relevant hit, 0 beyond 10
    (Voorhees 1999). nDCG@10 sums 1 / log2(rank + 1) over the relevant hits and divides by the
    greatest sum possible (Järvelin & Kekäläinen 2002, gains of 0 and 1).

    Args:
        relevant: question id to the keys of its relevant passages, one at least.
        found: question id to the keys of its hits, best first; a question that is missing here
            found nothing and scores 0, it does not vanish from the mean.

    Returns:
        By measure's name, (len(relevant),) float64 from 0 to 1, in the order of ``relevant``.

    Raises:
        EvaluationError: ``ir-measures`` is not installed.
        ValueError: a question has no relevant passage.
    """
    if not all(relevant.values()):
        raise ValueError("a question without a relevant passage has no retrieval measure")
    rows = {question: row for row, question in enumerate(relevant)}
    scores = {name: np.zeros(len(rows)) for name in NAMES}
    tools = load("ir_measures")
    if not rows:
        return scores
    qrels = {question: dict.fromkeys(keys, 1) for question, keys in relevant.items()}
    # The rank itself as the score: the library sorts by score and breaks ties in its own way.
    run = {
        question: {key: -float(rank) for rank, key in enumerate(found.get(question, ()), start=1)}
        for question in relevant
    }
    by_measure = {tools.parse_measure(theirs): ours for ours, theirs in _MEASURES.items()}
    for metric in tools.iter_calc(list(by_measure), qrels, run):
        scores[by_measure[metric.measure]][rows[metric.query_id]] = metric.value
    return scores
