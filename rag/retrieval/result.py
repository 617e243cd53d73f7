"""What a search gives: the hits, the query that they answer, and what else the search knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rag.question import Query
from rag.types import Hit

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Signals:
    """What a search knows besides its hits; the answering room estimates confidence from it.

    Attributes:
        passages: how many passages could be found (after filters).
        dense_top: the best cosine in standard deviations above the corpus's mean for this
            question.
        known: share of the question's terms that stand anywhere in the corpus, unweighted.
        question_vector: (dimension,) float32 of unit length.
    """

    passages: int
    dense_top: float
    known: float
    question_vector: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, for a query."""

    query: Query
    hits: tuple[Hit, ...]
    signals: Signals
