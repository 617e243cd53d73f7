"""The connection to a Milvus server, a cluster, or a file of Milvus Lite."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Sequence
from typing import Any

from rag.config import EngineSettings
from rag.errors import ConfigurationError, EngineError
from rag.indexing.engines.milvus.layout import MOST_ROWS
from rag.installation import install_command

_BM25_SINCE = (2, 5)


class Server:
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
            "query", name, filter=condition, output_fields=list(fields), limit=MOST_ROWS
        )
        return found

    def count(self, name: str, condition: str = "") -> int:
        """How many rows meet a condition."""
        (row,) = self.call("query", name, filter=condition, output_fields=["count(*)"])
        return int(row["count(*)"])
