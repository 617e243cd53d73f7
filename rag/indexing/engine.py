"""The interface between a search and an index, the same for all engines: files on this machine
(``rag.indexing.local``) or a Milvus server (``rag.indexing.engines.milvus``).

Engines find candidates and score them. ``rag.retrieval`` merges the scores, so that all engines
give the same results.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from rag.expression import Expression
from rag.indexing.matching import Matched
from rag.lazy import dataclass
from rag.types import Filters, Passage, Release, ReleaseSummary, StoredStatement

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Candidates:
    """The n passages that may be among the best for a question, sorted by row.

    Rows number the passages in the order of (release id, ordinal).

    Attributes:
        possible: how many passages the filters leave.
        rows: (n,) int64, the rows of the candidates.
        dense: (n,) float32, cosines with the question, -1 to 1.
        lexical: (n,) float32, BM25, 0 or more.
        held: (n, terms) bool, which of the question's known terms (``Terms.known``) each has.
        low, high: (n,) int32, first and last possible day of the release. Day 1 is the first day
            of the year 1; 0 stands for an unknown year.
        nearest: the best cosine of all passages that the filters leave.
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
        """No candidates, because the filters leave no passage.

        Args:
            terms: how many known terms the question has.
        """
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
    """The terms of a question, with their statistics in an index.

    Attributes:
        asked: all terms, with repeats.
        known: the terms that occur in the index, each once, in the order of the question.
        frequency: (known,) int64, how many passages have each known term.
        sums, squares: (known,) float64, for each known term the sum of its BM25 over all passages,
            and the sum of the squares.
        postings: for each known term, data of the engine that made this object.
    """

    asked: tuple[str, ...]
    known: tuple[str, ...]
    frequency: npt.NDArray[np.int64]
    sums: npt.NDArray[np.float64]
    squares: npt.NDArray[np.float64]
    postings: tuple[Any, ...] = ()

    @property
    def times(self) -> npt.NDArray[np.float64]:
        """(known,) float64: how often the question has each known term."""
        counts = Counter(self.asked)
        return np.array([counts[term] for term in self.known], np.float64)

    def scale(self, passages: int) -> tuple[float, float]:
        """Mean and standard deviation of the question's BM25 over the whole corpus, without a scan.

        The mean is exact. The deviation is computed as if terms occurred independently.

        Args:
            passages: how many passages the index holds.
        """
        means = self.sums / passages
        variances = np.maximum(self.squares / passages - means**2, 0.0)
        return float(means @ self.times), float(variances @ self.times**2) ** 0.5


class Described:
    """The properties that the index of every engine reads from its manifest."""

    manifest: dict[str, Any]

    @property
    def passages(self) -> int:
        """How many passages it holds, 1 or more."""
        return int(self.manifest["counts"]["passages"])

    @property
    def languages(self) -> list[str | None]:
        """Languages of its releases; None stands for languages that could not be identified."""
        return list(self.manifest["languages"])


class Records(Protocol):
    """Releases and passages by id and by row."""

    def passages(self, rows: Sequence[int]) -> list[tuple[Release, Passage]]:
        """The passages in some rows with their releases (without ``blocks``), in the same order."""

    def release(self, release_id: str) -> Release | None:
        """A release by its id, without ``blocks``; None if there is none."""

    def release_ids(self) -> list[str]:
        """Ids of all releases, sorted."""

    def summaries(self) -> list[ReleaseSummary]:
        """All releases without their texts, in the order of their ids."""

    def release_digests(self) -> dict[str, str]:
        """For each release, by id, the digest of the file from which it was read."""

    def passages_of(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order; empty if there is no such release."""

    def statements(self) -> list[StoredStatement]:
        """The statements of all releases with their speakers, in the order of the releases' ids."""

    def titles_with(self, wording: bytes) -> set[str]:
        """The titles of the releases that have a passage with that wording (see
        ``packing.wording``)."""


class Index(Protocol):
    """One generation, open for reading. It stays readable while another one is built and made
    live."""

    @property
    def engine(self) -> str:
        """The name of its engine, with the address if it has one."""

    @property
    def folder(self) -> Path:
        """The index folder. For an index on a server: the folder in which it was built."""

    @property
    def generation(self) -> str:
        """The name of the generation."""

    @property
    def manifest(self) -> dict[str, Any]:
        """What the generation was built from: encoder, settings, counts and more."""

    @property
    def passages(self) -> int:
        """How many passages it holds, 1 or more."""

    @property
    def languages(self) -> list[str | None]:
        """Languages of its releases; None stands for languages that could not be identified."""

    @property
    def records(self) -> Records:
        """Its releases and passages."""

    @property
    def size(self) -> int:
        """Its size in bytes; 0 if the engine does not know it."""

    def terms(self, asked: Sequence[str]) -> Terms:
        """The statistics of a question's terms in the index."""

    def candidates(
        self, vector: npt.NDArray[np.float32], terms: Terms, filters: Filters, depth: int, k: int
    ) -> Candidates:
        """The ``depth`` nearest passages and the ``depth`` passages with the highest BM25, among
        those that the filters leave. There may be more, for example all passages of a small index.

        Args:
            vector: (dimension,) float32 of unit length.
            terms: the question's terms, from this index.
            filters: which releases may be found.
            depth: how many candidates of each kind are wanted, 1 or more.
            k: how many hits are wanted. Passages with the same cosine as the k-th nearest one are
                among the candidates.
        """

    def match(self, expression: Expression) -> Matched:
        """What meets an expression.

        Raises:
            EngineError: the engine has no operators.
        """

    def dense_scale(self, vector: npt.NDArray[np.float32]) -> tuple[float, float]:
        """Mean and standard deviation of a question's cosine over the whole corpus."""

    def vectors_of(self, release_id: str) -> npt.NDArray[np.float32] | None:
        """(n, dimension) float32: the vectors of a release's passages, in order; None if the engine
        does not give them out."""

    def damaged(self) -> list[str]:
        """Names of its files that have changed since they were written; empty if the engine has no
        files."""

    def close(self) -> None:
        """Close files or connections."""
