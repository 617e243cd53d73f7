"""What a search asks of an index, whichever engine holds it: files on this machine
(``rag.indexing.local``) or a Milvus server (``rag.indexing.milvus``). Engines find candidates and
score them; how the scores are merged is the retrieval room's, so that both engines agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from rag.types import Filters, Passage, Release, ReleaseSummary

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages that may be among the best for a question; n of them, sorted by row.

    Rows stand in the order of (release id, ordinal).

    Attributes:
        possible: how many passages the filters leave.
        rows: (n,) int64.
        dense: (n,) float32, cosines with the question, -1 to 1.
        lexical: (n,) float32, BM25, 0 and more.
        held: (n, terms) bool, which of the question's known terms (``Terms.known``) stand in each.
        low, high: (n,) int32, first and last possible day of the release, 1 for the first day of
            the year 1; 0 where its year is not known.
        nearest: the best cosine of all that the filters leave.
    """

    possible: int
    rows: npt.NDArray[np.int64]
    dense: npt.NDArray[np.float32]
    lexical: npt.NDArray[np.float32]
    held: npt.NDArray[np.bool_]
    low: npt.NDArray[np.int32]
    high: npt.NDArray[np.int32]
    nearest: float

    @staticmethod
    def none(terms: int) -> Candidates:
        """Nothing is left by the filters."""
        return Candidates(
            0,
            np.empty(0, np.int64),
            np.empty(0, np.float32),
            np.empty(0, np.float32),
            np.empty((0, terms), np.bool_),
            np.empty(0, np.int32),
            np.empty(0, np.int32),
            0.0,
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a question as an index knows them.

    Attributes:
        asked: all of them, repeats kept.
        known: those that stand in the index, each once, in the order of the question.
        frequency: (known,) int64, in how many passages each stands.
        sums, squares: (known,) float64, of its BM25 over all passages, and of their squares.
        postings: of the known ones, what the engine that made this will want of them again.
    """

    asked: tuple[str, ...]
    known: tuple[str, ...]
    frequency: npt.NDArray[np.int64]
    sums: npt.NDArray[np.float64]
    squares: npt.NDArray[np.float64]
    postings: tuple[Any, ...] = ()

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """(known,) how often the question has each."""
        counts = Counter(self.asked)
        return np.array([counts[term] for term in self.known], np.float64)

    def scale(self, passages: int) -> tuple[float, float]:
        """Mean and standard deviation of the question's BM25 over the whole corpus, without a scan:
        the mean exactly, the deviation as if terms stood independently of each other."""
        means = self.sums / passages
        variances = np.maximum(self.squares / passages - means**2, 0.0)
        return float(means @ self.times), float(variances @ self.times**2) ** 0.5


class Described:
    """What every engine's index reads from its manifest."""

    manifest: dict[str, Any]

    @property
    def passages(self) -> int:
        """How many passages it holds, 1 or more."""
        return int(self.manifest["counts"]["passages"])

    @property
    def languages(self) -> list[str | None]:
        """Languages of its releases; None stands for those that could not be told."""
        return list(self.manifest["languages"])


class Records(Protocol):
    """Releases and passages by id and by row."""

    def passages(self, rows: Sequence[int]) -> list[tuple[Release, Passage]]:
        """Passages with their releases (without ``blocks``), in the order asked."""

    def release(self, release_id: str) -> Release | None:
        """A release by its id, without ``blocks``; None if there is none."""

    def release_ids(self) -> list[str]:
        """Ids of all releases, sorted."""

    def summaries(self) -> list[ReleaseSummary]:
        """All releases without their texts, in the order of their ids."""

    def release_digests(self) -> dict[str, str]:
        """By id the digest of the file that it was read from."""

    def passages_of(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order; empty if there is no such release."""

    def titles_with(self, wording: bytes) -> set[str]:
        """The titles of the releases with a passage of that wording (``packing.wording``)."""


class Index(Protocol):
    """One generation, open for reading. It stays readable while another is built and swapped in."""

    @property
    def engine(self) -> str:
        """The name of its engine, with its address if it has one."""

    @property
    def folder(self) -> Path:
        """The index folder: of a server's index, the one that it was built in."""

    @property
    def generation(self) -> str:
        """Its name."""

    @property
    def manifest(self) -> dict[str, Any]:
        """What it is made of."""

    @property
    def passages(self) -> int:
        """How many passages it holds, 1 or more."""

    @property
    def languages(self) -> list[str | None]:
        """Languages of its releases; None stands for those that could not be told."""

    @property
    def records(self) -> Records:
        """Its releases and passages."""

    @property
    def size(self) -> int:
        """Bytes that it takes, or 0 where the engine does not tell."""

    def terms(self, asked: Sequence[str]) -> Terms:
        """What the index knows of a question's terms."""

    def candidates(
        self,
        vector: npt.NDArray[np.float32],
        terms: Terms,
        filters: Filters,
        depth: int,
        k: int,
    ) -> Candidates:
        """The ``depth`` nearest passages and the ``depth`` with the highest BM25, or more where
        that is exact at no cost; the filters hold for each.

        Args:
            vector: (dimension,) float32 of unit length.
            k: how many hits are wanted: what ties with the k-th is among the candidates.
        """

    def dense_scale(self, vector: npt.NDArray[np.float32]) -> tuple[float, float]:
        """Mean and standard deviation of a question's cosine over the whole corpus."""

    def damaged(self) -> list[str]:
        """Names of its files whose bytes are not those that were written; empty where the engine
        keeps no files."""

    def close(self) -> None:
        """Let files or connections go."""
