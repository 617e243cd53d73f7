"""The engine ``milvus``: the same search as in files, on a server, a cluster, or in one file
(Milvus Lite).

A generation is first built in the index folder and then published to four collections: its
passages, its releases, its terms and its metadata. An alias names the live generation and is moved
last, like ``CURRENT``. So an interrupted publication changes nothing. Milvus applies the filters
and finds candidates, by vectors and by its BM25 over our index terms. The scores are computed here
from what it stores, so that both engines give the same scores.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.config import EngineSettings
from rag.corpus.storing import stored_statements
from rag.errors import (
    ConfigurationError,
    EngineError,
    IndexEncoderError,
    IndexMissingError,
    IndexVersionError,
)
from rag.expression import Expression
from rag.indexing import dense, lexical
from rag.indexing.engine import Candidates, Described, Terms
from rag.indexing.engines import Engine
from rag.indexing.files import Progress
from rag.indexing.local import LocalIndex
from rag.indexing.matching import Matched
from rag.indexing.packing import packed, packed_places, summary, unpacked, wording
from rag.indexing.store import FORMAT_VERSION
from rag.installation import install_command
from rag.types import Filters, Passage, Release, ReleaseSummary, StoredStatement

if TYPE_CHECKING:
    import numpy.typing as npt

_RELEASES, _TERMS, _META = "_releases", "_terms", "_meta"
_LONGEST = 65_535  # the largest VARCHAR, in bytes
_PIECE = 60_000
_AT_A_TIME = 500
_MOST_ROWS = 16_384  # the most rows of one query's result
_PLACEHOLDER = [0.0, 1.0]  # every collection must have a vector
# Above this many passages, vectors are in inverted lists, and a quarter of the lists is searched.
_EXACT_UP_TO = 1_000_000
_SEARCHED = 4
_BM25_SINCE = (2, 5)
_KEPT_RELEASES = 64


def publish(
    index: LocalIndex, settings: EngineSettings, progress: Progress = lambda *_: None
) -> bool:
    """Copy a generation to the server and make it live.

    Args:
        index: the generation.
        settings: the server and the name of the collection.
        progress: called with the progress of the stage ``publish``.

    Returns:
        False if it is already live.

    Raises:
        EngineError: the server cannot be reached, or refused. The old generation stays live.
        ConfigurationError: the client is not installed.
    """
    with _Server(settings) as server:
        name = f"{settings.collection}_{index.generation.replace('-', '_')}"
        live = server.live()
        if live == name:
            return False
        server.drop_all_but(live)
        _Publication(server, index, name, progress).write()
        server.call("alter_alias" if live else "create_alias", name, settings.collection)
        return True


def open_milvus(
    settings: EngineSettings, folder: Path, encoder: dict[str, Any] | None
) -> MilvusIndex:
    """Open the live generation on a server.

    Args:
        settings: the server and the name of the collection.
        folder: the index folder in which it was built; nothing is read from it.
        encoder: the identity that the encoder of its vectors must have; None accepts any.

    Raises:
        IndexMissingError: nothing was published there.
        IndexVersionError: it has another format version.
        IndexEncoderError: its vectors were made by another encoder.
        EngineError: the server cannot be reached.
        ConfigurationError: the client is not installed.
    """
    server = _Server(settings)
    try:
        name = server.live()
        if name is None:
            raise IndexMissingError("engine.missing", uri=settings.uri)
        made = _read_meta(server, name)
        manifest = made["manifest"]
        if manifest["format_version"] != FORMAT_VERSION:
            raise IndexVersionError(
                "index.other_version",
                path=settings.uri,
                found=manifest["format_version"],
                wanted=FORMAT_VERSION,
            )
        if encoder is not None and manifest["encoder"] != encoder:
            raise IndexEncoderError(
                "index.other_encoder",
                path=settings.uri,
                found=manifest["encoder"].get("name"),
                wanted=encoder.get("name"),
            )
        return MilvusIndex(server, name, folder, made)
    except BaseException:
        server.close()
        raise


def _check(settings: EngineSettings) -> None:
    if re.fullmatch(r"[A-Za-z_]\w{0,199}", settings.collection, re.ASCII) is None:
        raise ConfigurationError("engine.bad_collection", name=settings.collection)


def coded(term: str) -> str:
    """A term as one word of ASCII letters and digits, which no tokenizer splits."""
    plain = re.fullmatch(r"[a-z0-9]+", term) is not None
    return f"a{term}" if plain else f"x{term.encode('utf-8', 'replace').hex()}"


class _Server:
    """The client. Its exceptions become ``EngineError``.

    Raises:
        ConfigurationError: the client is not installed.
        EngineError: the server cannot be reached.
    """

    def __init__(self, settings: EngineSettings) -> None:
        try:
            from pymilvus import MilvusClient
            from pymilvus.exceptions import MilvusException
        except ImportError as error:
            command = install_command("milvus", "pymilvus", "milvus-lite")
            raise ConfigurationError("engine.not_installed", command=command) from error
        # They log each failure with a traceback, although they also raise an exception.
        for name in ("pymilvus", "grpc._server"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        self.settings = settings
        import grpc

        self._failures = (MilvusException, grpc.RpcError, ConnectionError, OSError, ValueError)
        self._make = MilvusClient
        try:
            self._client = self._connect()
        except self._failures as error:
            raise self._error(error) from error

    def _connect(self) -> Any:
        token = os.environ.get(self.settings.token_env, "")
        return self._make(self.settings.uri, token=token, timeout=self.settings.timeout)

    def __enter__(self) -> _Server:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        try:
            self._client.close()
        except self._failures:  # it is gone already
            return

    def call(self, method: str, *arguments: Any, **named: Any) -> Any:
        """Call a method of the client.

        Raises:
            EngineError: the call failed, or took longer than the settings allow.
        """
        try:
            try:
                return self._call(method, *arguments, **named)
            except self._failures:
                if method not in ("query", "search"):
                    raise
                # The server may have restarted: it needs a new connection, and must load its
                # collections again.
                self.close()
                self._client = self._connect()
                self._call("load_collection", arguments[0])
                return self._call(method, *arguments, **named)
        except self._failures as error:
            raise self._error(error) from error

    def _call(self, method: str, *arguments: Any, **named: Any) -> Any:
        return getattr(self._client, method)(*arguments, timeout=self.settings.timeout, **named)

    def _error(self, error: BaseException) -> EngineError:
        reason = str(getattr(error, "message", "") or error) or type(error).__name__
        return EngineError("engine.failed", uri=self.settings.uri, reason=reason.splitlines()[0])

    @property
    def has_bm25(self) -> bool:
        """Whether the server has BM25, which it has since version 2.5."""
        found = re.match(r"v?(\d+)\.(\d+)", str(self.call("get_server_version")))
        return found is None or tuple(map(int, found.groups())) >= _BM25_SINCE

    def live(self) -> str | None:
        """The collection that the alias names; None if there is no alias."""
        for name in self.call("list_collections"):
            if not self._owns(name):
                continue
            held = self.call("list_aliases", name)
            aliases = held.get("aliases", held) if isinstance(held, dict) else held
            if self.settings.collection in aliases:
                return str(name)
        return None

    def drop_all_but(self, live: str | None) -> None:
        """Remove the collections of older or unfinished publications."""
        for name in self.call("list_collections"):
            of_live = live is not None and (name == live or name.startswith(f"{live}_"))
            if self._owns(name) and not of_live:
                self.call("drop_collection", name)

    def _owns(self, name: str) -> bool:
        start = re.escape(self.settings.collection)
        return re.fullmatch(rf"{start}_\d+_[0-9a-f]{{16}}(_[a-z]+)?", name) is not None

    def rows(self, name: str, condition: str, fields: Sequence[str]) -> list[dict[str, Any]]:
        """The rows that meet a condition, at most 16,384."""
        found: list[dict[str, Any]] = self.call(
            "query", name, filter=condition, output_fields=list(fields), limit=_MOST_ROWS
        )
        return found

    def count(self, name: str, condition: str = "") -> int:
        """How many rows meet a condition."""
        (row,) = self.call("query", name, filter=condition, output_fields=["count(*)"])
        return int(row["count(*)"])


class _Publication:
    """Writes one generation into its own collections."""

    def __init__(self, server: _Server, index: LocalIndex, name: str, progress: Progress) -> None:
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
            _RELEASES,
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
        self._insert(self.name + _RELEASES, self._releases(), None)
        self._create(
            _TERMS,
            "term",
            [("frequency", "INT64", {}), ("sum", "DOUBLE", {}), ("squares", "DOUBLE", {})],
            key="VARCHAR",
        )
        self._insert(self.name + _TERMS, self._terms(), index.manifest["counts"]["terms"])
        dimension = index.dense.moments.shape[1]
        self._create(_META, "row", [("text", "VARCHAR", {})], dimension=dimension)
        self._insert(self.name + _META, self._meta(), None)

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
        lists = _lists(self.index.passages)
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
                    "key": _key(release.id),
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
                    "key": _key(release_id),
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


class MilvusIndex(Described):
    """One generation on a server, open for reading (see ``rag.indexing.engine.Index``).

    Args:
        server: the connection; ``close`` closes it.
        name: name of the generation's collection of passages.
        folder: the index folder in which it was built.
        made: what ``_read_meta`` returned.
    """

    def __init__(self, server: _Server, name: str, folder: Path, made: dict[str, Any]) -> None:
        self._server = server
        self._name = name
        self.folder = folder
        self.engine = f"milvus ({server.settings.uri})"
        self.generation: str = made["generation"]
        self.manifest: dict[str, Any] = made["manifest"]
        self.records = _MilvusRecords(server, name)
        self.size = 0
        self._moments: npt.NDArray[np.float32] = made["moments"]
        self._average = made["words"] / self.passages
        self._bm25: bool = made["bm25"]

    def terms(self, asked: Sequence[str]) -> Terms:
        by_code = {coded(term): term for term in asked}
        rows = (
            self._server.rows(
                self._name + _TERMS,
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
        self,
        vector: npt.NDArray[np.float32],
        terms: Terms,
        filters: Filters,
        depth: int,
        k: int,
    ) -> Candidates:
        if filters.expression is not None:
            self.match(filters.expression)
        condition = _condition(filters, self.languages)
        possible = self._server.count(self._name, condition) if condition else self.passages
        if possible == 0:
            return Candidates.none(len(terms.known))
        depth = min(max(depth, k), possible, _MOST_ROWS)
        asked: dict[str, Any] = {
            "filter": condition,
            "limit": depth,
            "output_fields": ["row", "vector", "terms", "low", "high"],
        }
        lists = _lists(self.passages)
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


class _MilvusRecords:
    """Releases and passages from the collections (see ``rag.indexing.engine.Records``). The last
    few releases are kept in memory."""

    def __init__(self, server: _Server, name: str) -> None:
        self._server = server
        self._name = name
        self._kept: dict[str, Release] = {}
        self._lock = threading.Lock()

    def passages(self, rows: Sequence[int]) -> list[tuple[Release, Passage]]:
        fields = ["row", "release_id", "ordinal", "start", "end", "context", "kind"]
        wanted = [int(row) for row in rows]
        found = self._server.rows(self._name, f"row in {wanted}", fields) if wanted else []
        by_row = {row["row"]: row for row in found}
        releases = self._releases(dict.fromkeys(row["release_id"] for row in found))
        return [
            (release := releases[by_row[row]["release_id"]], _passage(release, by_row[row]))
            for row in wanted
        ]

    def release(self, release_id: str) -> Release | None:
        return self._releases([release_id]).get(release_id)

    def _releases(self, release_ids: Iterable[str]) -> dict[str, Release]:
        """The releases with some ids, by id. Unknown ids are left out."""
        with self._lock:
            found = {one: self._kept[one] for one in release_ids if one in self._kept}
        missing = [f'"{_key(one)}"' for one in release_ids if one not in found]
        if missing:
            fields = ["piece", "id", "body", "stated", "places"]
            condition = f"key in [{', '.join(missing)}]"
            rows = self._server.rows(self._name + _RELEASES, condition, fields)
            pieces: dict[str, list[dict[str, Any]]] = {}
            for row in sorted(rows, key=lambda row: row["piece"]):
                pieces.setdefault(row["id"], []).append(row)
            for one, parts in pieces.items():
                body = "".join(part["body"] for part in parts)
                places = "".join(part["places"] for part in parts)
                found[one] = unpacked(one, body, json.loads(parts[0]["stated"]), places)
        with self._lock:
            self._kept |= found
            while len(self._kept) > _KEPT_RELEASES:
                del self._kept[next(iter(self._kept))]
        return found

    def release_ids(self) -> list[str]:
        return [release_id for release_id, _ in self._stated(["id", "release"])]

    def summaries(self) -> list[ReleaseSummary]:
        found = []
        for release_id, row in self._stated(["id", "release", "stated"]):
            stated = json.loads(row["stated"])
            found.append(summary(release_id, stated, stated["passages"], stated["characters"]))
        return found

    def release_digests(self) -> dict[str, str]:
        return {
            release_id: json.loads(row["stated"])["digest"]
            for release_id, row in self._stated(["id", "release", "stated"])
        }

    def _stated(self, fields: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The id and the first piece of every release, in order."""
        seen = -1
        after = -1
        while True:
            condition = f"piece > {after} and piece <= {after + _MOST_ROWS}"
            rows = self._server.rows(self._name + _RELEASES, condition, [*fields, "piece"])
            if not rows:
                return
            for row in sorted(rows, key=lambda row: row["piece"]):
                if row["release"] != seen:
                    seen = row["release"]
                    yield row["id"], row
            after += _MOST_ROWS

    def passages_of(self, release_id: str) -> list[Passage]:
        release = self.release(release_id)
        if release is None:
            return []
        fields = ["ordinal", "start", "end", "context", "kind"]
        rows = self._server.rows(self._name, f'key == "{_key(release_id)}"', fields)
        return [_passage(release, row) for row in sorted(rows, key=lambda row: row["ordinal"])]

    def statements(self) -> list[StoredStatement]:
        # The collections hold no statements: they are read from the texts.
        found: list[StoredStatement] = []
        for release_id in self.release_ids():
            release = self.release(release_id)
            if release is not None:
                found += stored_statements(release, self.passages_of(release_id))
        return found

    def titles_with(self, wording: bytes) -> set[str]:
        condition = f'wording == "{wording.hex()}"'
        rows = self._server.rows(self._name, condition, ["release_id"])
        found = self._releases(dict.fromkeys(row["release_id"] for row in rows))
        return {release.title for release in found.values()}


def _read_meta(server: _Server, name: str) -> dict[str, Any]:
    rows = server.rows(name + _META, "row >= 0", ["row", "vector", "text"])
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
        keys = ", ".join(f'"{_key(release_id)}"' for release_id in filters.release_ids)
        parts.append(f"key in [{keys}]")
    return " and ".join(parts)


def _key(release_id: str) -> str:
    return hashlib.sha256(release_id.encode("utf-8", "replace")).hexdigest()[:32]


def _lists(passages: int) -> int:
    """How many inverted lists there are; 0 if every vector is compared."""
    return 0 if passages <= _EXACT_UP_TO else int(4 * passages**0.5)


def _pieces(text: str) -> Iterator[str]:
    """A text in parts that fit into a VARCHAR; an empty text is one part."""
    step = _PIECE // 4  # no character takes more than four bytes
    for start in range(0, max(len(text), 1), step):
        yield text[start : start + step]


def _within(words: str) -> str:
    """As many of the words, which are ASCII, as fit into a VARCHAR."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0]


def _passage(release: Release, row: dict[str, Any]) -> Passage:
    start, end = int(row["start"]), int(row["end"])
    text = release.body[start:end]
    return Passage(release.id, int(row["ordinal"]), start, end, text, row["context"], row["kind"])


ENGINE = Engine(open_milvus, publish, needs_address=True, check=_check)
