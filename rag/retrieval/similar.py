"""Find the releases that are similar to one, by the vectors of their passages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from rag.corpus import embedded_text
from rag.indexing import Index
from rag.models import Encoder
from rag.retrieval.copies import same_release
from rag.types import Filters, Passage, Release, SimilarRelease

if TYPE_CHECKING:
    import numpy.typing as npt

# So many passages of a release are compared, spread over its length.
_MOST_COMPARED = 12
# So many of the nearest passages are read for each of them.
_NEAREST = 60
_OWN_TEXT = ("text", "table")


def find_similar(index: Index, encoder: Encoder, release: Release, k: int) -> list[SimilarRelease]:
    """The releases nearest to one: first those that are it again, then ``k`` others, each in the
    order of their scores.

    What releases say of their publisher, and boilerplate, is not compared.

    Args:
        k: how many others are wanted, 1 or more; there are fewer if fewer are near.

    Raises:
        EncoderError: the engine keeps its vectors, and a passage cannot be encoded.
    """
    passages = index.records.passages_of(release.id)
    chosen = _chosen(passages)
    vectors = _vectors(index, encoder, release, passages)[chosen]
    near = [_nearest(index, vector) for vector in vectors]
    rows = np.unique(np.concatenate([rows for rows, _ in near])) if near else np.empty(0, np.int64)
    stored = dict(zip(rows.tolist(), index.records.passages(rows.tolist()), strict=True))
    # For each other release the best cosine with each compared passage.
    best: defaultdict[str, dict[int, float]] = defaultdict(dict)
    nearest: dict[str, tuple[float, Release, Passage]] = {}
    floors = []
    for number, (own, cosines) in enumerate(near):
        floors.append(float(cosines.min()) if len(cosines) else 0.0)
        for row, cosine in zip(own.tolist(), cosines.tolist(), strict=True):
            other, passage = stored[row]
            if other.id == release.id or passage.kind not in _OWN_TEXT:
                continue
            scores = best[other.id]
            scores[number] = max(cosine, scores.get(number, -1.0))
            if other.id not in nearest or cosine > nearest[other.id][0]:
                nearest[other.id] = (cosine, other, passage)
    found = []
    for release_id, scores in best.items():
        _, other, passage = nearest[release_id]
        score = float(np.mean([scores.get(n, floor) for n, floor in enumerate(floors)]))
        found.append(SimilarRelease(other, round(score, 6), passage, same_release(release, other)))
    found.sort(key=lambda one: (-one.score, one.release.id))
    same = [one for one in found if one.same is not None]
    return [*same, *[one for one in found if one.same is None][:k]]


def _chosen(passages: list[Passage]) -> list[int]:
    """The numbers of the passages that are compared."""
    own = [n for n, passage in enumerate(passages) if passage.kind in _OWN_TEXT]
    own = own or list(range(len(passages)))
    if len(own) <= _MOST_COMPARED:
        return own
    return [own[int(at)] for at in np.linspace(0, len(own) - 1, _MOST_COMPARED)]


def _vectors(
    index: Index, encoder: Encoder, release: Release, passages: list[Passage]
) -> npt.NDArray[np.float32]:
    held = index.vectors_of(release.id)
    if held is not None:
        return held
    made = np.zeros((len(passages), encoder.dimension), np.float32)
    for at, vector in encoder.encode_passages([embedded_text(one) for one in passages]):
        made[at] = vector
    return made


def _nearest(
    index: Index, vector: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """The rows of the nearest passages, and their cosines."""
    found = index.candidates(vector, index.terms(()), Filters(), _NEAREST, 1)
    order = np.argsort(-found.dense, kind="stable")[:_NEAREST]
    return found.rows[order], found.dense[order]
