"""Sends requests to a server as they are, whatever a browser or a client would refuse to send."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import rag
from rag.web.server import RunningServer, serve


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered; the names of the headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> tuple[int, str]:
        """The status and the code of an error; its sentence must not be empty."""
        assert self.json["error"]["message"]
        return self.status, self.json["error"]["code"]


@contextmanager
def serving(index: Path, **web: Any) -> Iterator[RunningServer]:
    """A server of an index that is loaded, with these settings of the page."""
    server = serve(index, rag.Settings(web=rag.WebSettings(**web)))
    try:
        assert server.service.wait(60)
        yield server
        with suppress(rag.RagError):
            server.service.examples()  # what the thread that loads does last
    finally:
        server.close()


def send(
    server: RunningServer,
    path: str,
    headers: dict[str, str] | None = None,
    method: str = "GET",
    body: bytes | None = None,
) -> Reply:
    """The answer to one request.

    Args:
        path: the path and the query, sent as they are.
        headers: sent too; ``Host`` stands in for the server's own name.
    """
    place = urlsplit(server.address)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
    headers = headers or {}
    try:
        connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        reply = connection.getresponse()
        named = {name.lower(): value for name, value in reply.getheaders()}
        return Reply(reply.status, named, reply.read())
    finally:
        connection.close()


def ask(server: RunningServer, verb: str, **parameters: Any) -> Reply:
    """The answer of ``/api/ask`` or ``/api/search``; a list repeats its parameter."""
    return send(server, f"/api/{verb}?{urlencode(parameters, doseq=True)}")
