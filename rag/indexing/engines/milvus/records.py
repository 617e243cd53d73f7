"""Releases and passages from the collections of a server."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rag.corpus.storing import stored_statements
from rag.indexing.engines.milvus.layout import MOST_ROWS, RELEASES, key_of
from rag.indexing.engines.milvus.server import Server
from rag.indexing.packing import summary, unpacked
from rag.types import Passage, Release, ReleaseSummary, StoredStatement

_KEPT_RELEASES = 64


class MilvusRecords:
    """Releases and passages from the collections (see ``rag.indexing.engine.Records``). The last
    few releases are kept in memory."""

    def __init__(self, server: Server, name: str) -> None:
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
        missing = [f'"{key_of(one)}"' for one in release_ids if one not in found]
        if missing:
            fields = ["piece", "id", "body", "stated", "places"]
            condition = f"key in [{', '.join(missing)}]"
            rows = self._server.rows(self._name + RELEASES, condition, fields)
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
            condition = f"piece > {after} and piece <= {after + MOST_ROWS}"
            rows = self._server.rows(self._name + RELEASES, condition, [*fields, "piece"])
            if not rows:
                return
            for row in sorted(rows, key=lambda row: row["piece"]):
                if row["release"] != seen:
                    seen = row["release"]
                    yield row["id"], row
            after += MOST_ROWS

    def passages_of(self, release_id: str) -> list[Passage]:
        release = self.release(release_id)
        if release is None:
            return []
        fields = ["ordinal", "start", "end", "context", "kind"]
        rows = self._server.rows(self._name, f'key == "{key_of(release_id)}"', fields)
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


def _passage(release: Release, row: dict[str, Any]) -> Passage:
    start, end = int(row["start"]), int(row["end"])
    text = release.body[start:end]
    return Passage(release.id, int(row["ordinal"]), start, end, text, row["context"], row["kind"])
