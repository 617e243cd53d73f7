"""Copy a generation from the index folder to the collections of a server."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import numpy as np

from rag.errors import EngineError
from rag.indexing.engines.milvus.layout import META, RELEASES, TERMS, coded, key_of, lists_for
from rag.indexing.engines.milvus.server import Server
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.indexing.packing import packed, packed_places, wording

_LONGEST = 65_535  # the largest VARCHAR, in bytes
_PIECE = 60_000
_AT_A_TIME = 500
_PLACEHOLDER = [0.0, 1.0]  # every collection must have a vector


class Publication:
    """Writes one generation into its own collections."""

    def __init__(self, server: Server, index: LocalIndex, name: str, progress: Progress) -> None:
        self.server = server
        self.index = index
        self.name = name
        self.progress = progress
        self.bm25 = server.has_bm25

    def write(self) -> None:
        """Write all collections. The alias is not changed."""
        index = self.index
        self._create_passages()
        self._insert(self.name, self._passages(), index.passages)
        self._create(
            RELEASES,
            "piece",
            [
                ("release", "INT64", {}),
                ("id", "VARCHAR", {}),
                ("key", "VARCHAR", {}),
                ("body", "VARCHAR", {}),
                ("stated", "VARCHAR", {}),
                ("places", "VARCHAR", {}),
            ],
        )
        self._insert(self.name + RELEASES, self._releases(), None)
        self._create(
            TERMS,
            "term",
            [("frequency", "INT64", {}), ("sum", "DOUBLE", {}), ("squares", "DOUBLE", {})],
            key="VARCHAR",
        )
        self._insert(self.name + TERMS, self._terms(), index.manifest["counts"]["terms"])
        dimension = index.dense.moments.shape[1]
        self._create(META, "row", [("text", "VARCHAR", {})], dimension=dimension)
        self._insert(self.name + META, self._meta(), None)

    def _create(
        self,
        suffix: str,
        primary: str,
        others: Sequence[tuple[str, str, dict[str, Any]]],
        *,
        key: str = "INT64",
        dimension: int = len(_PLACEHOLDER),
    ) -> None:
        from pymilvus import DataType, MilvusClient

        schema = MilvusClient.create_schema(auto_id=False)
        longest = {"max_length": _LONGEST}
        schema.add_field(
            primary, DataType[key], is_primary=True, **(longest if key == "VARCHAR" else {})
        )
        schema.add_field("vector", DataType.FLOAT_VECTOR, dim=dimension)
        for name, kind, options in others:
            limits = longest if kind == "VARCHAR" else {}
            schema.add_field(name, DataType[kind], **limits, **options)
        indexes = MilvusClient.prepare_index_params()
        if suffix == "" and self.bm25:
            from pymilvus import Function, FunctionType

            schema.add_field("bm25", DataType.SPARSE_FLOAT_VECTOR)
            schema.add_function(
                Function(
                    name="bm25",
                    function_type=FunctionType.BM25,
                    input_field_names=["terms"],
                    output_field_names=["bm25"],
                )
            )
            stated = self.index.manifest["recipe"]["bm25"]
            indexes.add_index(
                "bm25",
                index_type="SPARSE_INVERTED_INDEX",
                metric_type="BM25",
                params={"bm25_k1": stated["k1"], "bm25_b": stated["b"]},
            )
        lists = lists_for(self.index.passages)
        if suffix == "" and lists:
            indexes.add_index(
                "vector", index_type="IVF_SQ8", metric_type="IP", params={"nlist": lists}
            )
        else:
            indexes.add_index("vector", index_type="FLAT", metric_type="IP")
        self.server.call(
            "create_collection",
            self.name + suffix,
            schema=schema,
            index_params=indexes,
            consistency_level="Strong",
        )

    def _create_passages(self) -> None:
        analysed = {"enable_analyzer": True, "analyzer_params": {"tokenizer": "standard"}}
        self._create(
            "",
            "row",
            [
                ("terms", "VARCHAR", analysed if self.bm25 else {}),
                ("release", "INT64", {}),
                ("release_id", "VARCHAR", {}),
                ("key", "VARCHAR", {}),
                ("ordinal", "INT64", {}),
                ("start", "INT64", {}),
                ("end", "INT64", {}),
                ("context", "VARCHAR", {}),
                ("kind", "VARCHAR", {}),
                ("wording", "VARCHAR", {}),
                ("low", "INT64", {}),
                ("high", "INT64", {}),
                ("language", "INT64", {}),
            ],
            dimension=self.index.dense.moments.shape[1],
        )

    def _insert(self, name: str, rows: Iterable[dict[str, Any]], expected: int | None) -> None:
        waiting: list[dict[str, Any]] = []
        size = done = 0
        for row in rows:
            waiting.append(row)
            size += sum(len(value) for value in row.values() if isinstance(value, str))
            if len(waiting) >= _AT_A_TIME or size > 16_000_000:
                self.server.call("insert", name, waiting)
                done += len(waiting)
                if expected:
                    self.progress("publish", min(done, expected - 1), expected)
                waiting, size = [], 0
        if waiting:
            self.server.call("insert", name, waiting)
            done += len(waiting)
        self.server.call("flush", name)
        held = self.server.count(name)
        if held != done:
            raise EngineError(
                "engine.failed", uri=self.server.settings.uri, reason=f"{name}: {held} / {done}"
            )
        if expected:
            self.progress("publish", expected, expected)

    def _passages(self) -> Iterator[dict[str, Any]]:
        index = self.index
        numbers = {one: number for number, one in enumerate(index.records.release_ids())}
        terms = index.passage_terms()
        for first in range(0, index.passages, _AT_A_TIME):
            rows = np.arange(first, min(first + _AT_A_TIME, index.passages))
            low, high = index.days(rows)
            vectors = index.vectors(rows)
            stored = index.records.passages(rows.tolist())
            for at, (release, passage) in enumerate(stored):
                words = (coded(term) for term, times in next(terms) for _ in range(times))
                yield {
                    "row": first + at,
                    "vector": vectors[at],
                    "terms": _within(" ".join(words)),
                    "release": numbers[release.id],
                    "release_id": release.id,
                    "key": key_of(release.id),
                    "ordinal": passage.ordinal,
                    "start": passage.start,
                    "end": passage.end,
                    "context": passage.context,
                    "kind": passage.kind,
                    "wording": wording(release, passage).hex(),
                    "low": int(low[at]),
                    "high": int(high[at]),
                    "language": index.languages.index(release.language),
                }

    def _releases(self) -> Iterator[dict[str, Any]]:
        digests = self.index.records.release_digests()
        passages = [summary.passages for summary in self.index.records.summaries()]
        piece = 0
        for number, release_id in enumerate(self.index.records.release_ids()):
            release = self.index.records.release(release_id)
            assert release is not None
            stated = json.dumps(
                {
                    **packed(release),
                    "digest": digests[release_id],
                    "passages": passages[number],
                    "characters": len(release.body),
                },
                ensure_ascii=False,
            )
            parts = (_pieces(release.body), _pieces(packed_places(release)))
            for body, places in zip_longest(*parts, fillvalue=""):
                yield {
                    "piece": piece,
                    "vector": _PLACEHOLDER,
                    "release": number,
                    "id": release_id,
                    "key": key_of(release_id),
                    "body": body,
                    "stated": stated,
                    "places": places,
                }
                piece += 1
                stated = "{}"

    def _terms(self) -> Iterator[dict[str, Any]]:
        vocabulary = self.index.vocabulary()
        for start in range(0, len(vocabulary), _AT_A_TIME):
            terms = self.index.terms(vocabulary[start : start + _AT_A_TIME])
            statistics = (terms.frequency, terms.sums, terms.squares)
            for term, frequency, total, squares in zip(terms.known, *statistics, strict=True):
                yield {
                    "term": coded(term),
                    "vector": _PLACEHOLDER,
                    "frequency": int(frequency),
                    "sum": float(total),
                    "squares": float(squares),
                }

    def _meta(self) -> Iterator[dict[str, Any]]:
        moments = self.index.dense.moments
        whole = json.dumps(
            {
                "generation": self.index.generation,
                "manifest": self.index.manifest,
                "words": self.index.lexical.words,
                "bm25": self.bm25,
            },
            ensure_ascii=False,
        )
        texts = list(_pieces(whole))
        for row in range(max(len(moments), len(texts))):
            yield {
                "row": row,
                "vector": moments[row] if row < len(moments) else np.zeros_like(moments[0]),
                "text": texts[row] if row < len(texts) else "",
            }


def _pieces(text: str) -> Iterator[str]:
    """A text in parts that fit into a VARCHAR; an empty text is one part."""
    step = _PIECE // 4  # no character takes more than four bytes
    for start in range(0, max(len(text), 1), step):
        yield text[start : start + step]


def _within(words: str) -> str:
    """As many of the words, which are ASCII, as fit into a VARCHAR."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]
