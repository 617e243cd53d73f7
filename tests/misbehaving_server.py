"""A web server on loopback that does what servers should not, for the tests of ``rag fetch``."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]
Page = tuple[int, Headers, bytes]

TEXT = "Le musée de Lyon a ouvert ses portes à 4 000 élèves en présence du maire. " * 4


def html(title: str, text: str = TEXT, head: str = "", charset: str = "utf-8") -> bytes:
    markup = (
        f"<!doctype html><html><head><title>{title}</title>{head}</head>"
        f"<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    )
    return markup.encode(charset)


def page(body: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> Page:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return 200, {"Content-Type": kind, **named}, body


def rss(links: list[str], date: str = "Tue, 05 Mar 2019 10:00:00 GMT") -> bytes:
    items = "".join(
        f"<item><title>T</title><link>{link}</link><pubDate>{date}</pubDate></item>"
        for link in links
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>'
    ).encode()


def bomb(megabytes: int) -> Page:
    return page(gzip.compress(b"<p>" * (megabytes * 350_000)), Content_Encoding="gzip")


@dataclass
class Server:
    """The server.

    Attributes:
        address: such as ``http://127.0.0.1:4711``.
        pages: what it answers, by path: a page, or a function of the request.
        asked: the paths that were asked for, ``/robots.txt`` apart, in order.
        headers: the headers of the last request, by path.
    """

    address: str
    pages: dict[str, Page | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: dict[str, Headers] = field(default_factory=dict)


def conditional(body: bytes, etag: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """A page that has not changed for whoever has it."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        if request.headers.get("If-None-Match") == etag:
            send(request, (304, {"ETag": etag}, b""))
        else:
            send(request, (200, {"Content-Type": "text/html", "ETag": etag}, body))

    return answer


def dripping(request: BaseHTTPRequestHandler) -> None:
    """A byte every now and then, for ever."""
    request.send_response(200)
    request.end_headers()
    with suppress(OSError):
        while True:
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)


def dripping_headers(request: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        request.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            request.wfile.write(b"x")
            request.wfile.flush()
            time.sleep(0.05)


def endless(request: BaseHTTPRequestHandler) -> None:
    """Data without an end, as fast as they go."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    with suppress(OSError):
        while True:
            request.wfile.write(b"<p>x</p>" * 10_000)


def truncated(request: BaseHTTPRequestHandler) -> None:
    """Half of what was announced."""
    body = html("Coupé")
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.send_header("Content-Length", str(2 * len(body)))
    request.end_headers()
    request.wfile.write(body)
    request.close_connection = True


def silent(request: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def send(request: BaseHTTPRequestHandler, answer: Page) -> None:
    status, headers, body = answer
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    with suppress(OSError):
        request.wfile.write(body)


@contextmanager
def serving() -> Iterator[Server]:
    """A server, for a ``with`` block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/robots.txt":
                server.asked.append(self.path)
            server.headers[self.path] = dict(self.headers.items())
            answer = server.pages.get(self.path, (404, {}, b""))
            if callable(answer):
                answer(self)
            else:
                send(self, answer)

        def log_message(self, *arguments: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *arguments: object) -> None:
            pass

    listener = Quiet(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{listener.server_address[1]}")
    thread = threading.Thread(target=listener.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
