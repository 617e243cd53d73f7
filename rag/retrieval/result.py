"""The result of a search: the hits, the query, and signals for the confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rag.lazy import dataclass
from rag.question import Query
from rag.types import Hit

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Signals:
    """What a search measures besides its hits; the confidence is estimated from it.

    Attributes:
        passages: number of passages that the filters leave.
        dense_top: the best cosine, in standard deviations above the mean of the whole corpus for
            this question.
        known_share: share of the question's terms that occur in the corpus, 0 to 1, unweighted.
        question_vector: (dimension,) float32 of unit length.
    """

    passages: int
    dense_top: float
    known_share: float
    question_vector: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits for a query, best first.

    Attributes:
        query: what was asked.
        hits: as many as the query wants.
        signals: what the search measured.
        others: the hits after them that the reader has read, best first.
        each: where several things are asked for, the hits that were read for one of them, in the
            order of the search.
        named: where it asks who joined or left something, all hits that name this.
        releases: number of releases among all that were found.
    """

    query: Query
    hits: tuple[Hit, ...]
    signals: Signals
    others: tuple[Hit, ...] = ()
    each: tuple[Hit, ...] = ()
    named: tuple[Hit, ...] = ()
    releases: int = 0
