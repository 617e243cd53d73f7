"""Search in a generation on a server. The scores are computed here, from what it stores."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EngineError
from rag.expression import Expression
from rag.indexing import dense, lexical
from rag.indexing.engine import Candidates, Described, Terms
from rag.indexing.engines.milvus.layout import META, MOST_ROWS, TERMS, coded, key_of, lists_for
from rag.indexing.engines.milvus.records import MilvusRecords
from rag.indexing.engines.milvus.server import Server
from rag.indexing.matching import Matched
from rag.types import Filters

if TYPE_CHECKING:
    import numpy.typing as npt

# If vectors are in inverted lists, this part of the lists is searched.
_SEARCHED = 4


class MilvusIndex(Described):
    """One generation on a server, open for reading (see ``rag.indexing.engine.Index``).

    Args:
        server: the connection; ``close`` closes it.
        name: name of the generation's collection of passages.
        folder: the index folder in which it was built.
        made: what ``read_meta`` returned.
    """

    def __init__(self, server: Server, name: str, folder: Path, made: dict[str, Any]) -> None:
        self._server = server
        self._name = name
        self.folder = folder
        self.engine = f"milvus ({server.settings.uri})"
        self.generation: str = made["generation"]
        self.manifest: dict[str, Any] = made["manifest"]
        self.records = MilvusRecords(server, name)
        self.size = 0
        self._moments: npt.NDArray[np.float32] = made["moments"]
        self._average = made["words"] / self.passages
        self._bm25: bool = made["bm25"]

    def terms(self, asked: Sequence[str]) -> Terms:
        by_code = {coded(term): term for term in asked}
        rows = (
            self._server.rows(
                self._name + TERMS,
                f"term in {json.dumps(sorted(by_code))}",
                ["term", "frequency", "sum", "squares"],
            )
            if by_code
            else []
        )
        held = {by_code[row["term"]]: row for row in rows}
        known = tuple(term for term in dict.fromkeys(asked) if term in held)
        return Terms(
            tuple(asked),
            known,
            np.array([held[term]["frequency"] for term in known], np.int64),
            np.array([held[term]["sum"] for term in known], np.float64),
            np.array([held[term]["squares"] for term in known], np.float64),
        )

    def match(self, expression: Expression) -> Matched:
        """Refuse: operators need the postings and texts of the index in files."""
        raise EngineError("engine.no_operators", uri=self._server.settings.uri)

    def vectors_of(self, release_id: str) -> npt.NDArray[np.float32] | None:
        """None: passages are encoded again, which is quicker than a query with their vectors."""
        return None

    def dense_scale(self, vector: npt.NDArray[np.float32]) -> tuple[float, float]:
        return dense.scale(self._moments, vector)

    def candidates(
        self, vector: npt.NDArray[np.float32], terms: Terms, filters: Filters, depth: int, k: int
    ) -> Candidates:
        if filters.expression is not None:
            self.match(filters.expression)
        condition = _condition(filters, self.languages)
        possible = self._server.count(self._name, condition) if condition else self.passages
        if possible == 0:
            return Candidates.none(len(terms.known))
        depth = min(max(depth, k), possible, MOST_ROWS)
        asked: dict[str, Any] = {
            "filter": condition,
            "limit": depth,
            "output_fields": ["row", "vector", "terms", "low", "high"],
        }
        lists = lists_for(self.passages)
        options = {"params": {"nprobe": max(1, lists // _SEARCHED)}} if lists else {}
        (near,) = self._server.call(
            "search", self._name, data=[vector], anns_field="vector", search_params=options, **asked
        )
        found = {hit["row"]: hit["entity"] for hit in near}
        words = [coded(term) for term in terms.asked if term in terms.known]
        if words and self._bm25:
            (matching,) = self._server.call(
                "search", self._name, data=[" ".join(words)], anns_field="bm25", **asked
            )
            found |= {hit["row"]: hit["entity"] for hit in matching}
        rows = np.array(sorted(found), np.int64)
        entities = [found[row] for row in rows.tolist()]
        cosines = dense.products(np.array([e["vector"] for e in entities], np.float32), vector)
        scores, held = self._bm25_of([e["terms"] for e in entities], terms)
        return Candidates(
            possible=possible,
            rows=rows,
            dense=cosines,
            lexical=scores,
            held=held,
            low=np.array([e["low"] for e in entities], np.int32),
            high=np.array([e["high"] for e in entities], np.int32),
            nearest=float(cosines.max()),
        )

    def _bm25_of(
        self, texts: Sequence[str], terms: Terms
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        """(n,) float32: BM25 of passages, given as their terms; (n, terms) bool: which of the
        question's known terms each has."""
        counts = np.zeros((len(texts), len(terms.known)))
        lengths = np.zeros(len(texts))
        codes = [coded(term) for term in terms.known]
        for at, text in enumerate(texts):
            own = Counter(text.split())
            lengths[at] = own.total()
            counts[at] = [own[code] for code in codes]
        stated = self.manifest["recipe"]["bm25"]
        norms = lexical.length_norm(lengths[:, None], self._average, stated["k1"], stated["b"])
        scores = lexical.idf(terms.frequency, self.passages) * lexical.saturation(counts, norms)
        return (scores @ terms.times).astype(np.float32), counts > 0

    def damaged(self) -> list[str]:
        return []

    def close(self) -> None:
        self._server.close()


def read_meta(server: Server, name: str) -> dict[str, Any]:
    """What a generation states of itself: its name, manifest, moments and counts."""
    rows = server.rows(name + META, "row >= 0", ["row", "vector", "text"])
    rows.sort(key=lambda row: row["row"])
    made: dict[str, Any] = json.loads("".join(row["text"] for row in rows))
    dimension = len(rows[0]["vector"])
    made["moments"] = np.array([row["vector"] for row in rows[: dimension + 1]], np.float32)
    return made


def _condition(filters: Filters, languages: Sequence[str | None]) -> str:
    """Filters as a Milvus condition; ``""`` for none. It contains no text of a user or a release:
    releases are given by a digest, languages by a number."""
    parts: list[str] = []
    if filters.date_from is not None:
        parts.append(f"high >= {filters.date_from.toordinal()}")
    if filters.date_to is not None:
        parts.append(f"low > 0 and low <= {filters.date_to.toordinal()}")
    if filters.languages:
        wanted = [n for n, code in enumerate(languages) if code in filters.languages]
        parts.append(f"language in {wanted or [-1]}")
    if filters.release_ids:
        keys = ", ".join(f'"{key_of(release_id)}"' for release_id in filters.release_ids)
        parts.append(f"key in [{keys}]")
    return " and ".join(parts)
