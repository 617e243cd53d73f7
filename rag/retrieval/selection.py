"""Select hits among candidates: each release once, and what is no part of a release's own text
only where the question asks for it."""

from __future__ import annotations

from dataclasses import replace

from rag.indexing import Index, wording
from rag.question import Query
from rag.retrieval.copies import is_copy
from rag.types import Hit

# What a release says of its publisher in every release scores so much less (in standard deviations
# of the fused score) than a passage of its own.
_ABOUT_PENALTY = 1.0
# A passage with the same wording in releases of so many titles, and of this share of the corpus, is
# taken for what they say of their publisher.
_SHARED_BY = 3
_SHARED_SHARE = 0.02


class Selection:
    """Takes candidates, best first, and keeps the best ``depth`` hits.

    Args:
        index: tells which passages other releases share.
        query: tells whether the question asks for boilerplate.
        depth: how many hits are wanted, 1 or more.
    """

    def __init__(self, index: Index, query: Query, depth: int) -> None:
        self._index, self._query, self._depth = index, query, depth
        releases = int(index.manifest["counts"]["releases"])
        self._shared_by = max(_SHARED_BY, _SHARED_SHARE * releases)
        self._hits: list[tuple[int, Hit]] = []

    def is_complete(self, score: float, tier: int = 0) -> bool:
        """Whether no candidate of this tier with at most this score can be among the hits."""
        if len(self._hits) < self._depth:
            return False
        keys = sorted(((own, hit.score) for own, hit in self._hits), reverse=True)
        return keys[self._depth - 1] >= (tier, score)

    def offer(self, hit: Hit, tier: int = 0) -> None:
        """Keep a candidate, unless it is boilerplate or a copy of a hit.

        Args:
            hit: the candidate.
            tier: hits of a higher tier come first, whatever their score.
        """
        kind = hit.passage.kind
        if not self._query.asks_for_boilerplate:
            if kind == "boilerplate":
                return
            if kind == "about" or self._is_shared(hit):
                hit = replace(hit, score=round(hit.score - _ABOUT_PENALTY, 6))
        for at, (own, other) in enumerate(self._hits):
            if is_copy(other, hit):
                copies = dict.fromkeys((*other.copies, hit.release.id))
                self._hits[at] = own, replace(other, copies=tuple(copies))
                return
        self._hits.append((tier, hit))

    def hits(self) -> tuple[Hit, ...]:
        """The hits, best first; those with equal scores in the order in which they came."""
        best = sorted(self._hits, key=lambda kept: (-kept[0], -kept[1].score))[: self._depth]
        return tuple(replace(hit, rank=rank) for rank, (_, hit) in enumerate(best, start=1))

    def _is_shared(self, hit: Hit) -> bool:
        titles = self._index.records.titles_with(wording(hit.release, hit.passage))
        return len(titles) >= self._shared_by
