"""Serve the page: one FastAPI application with gradio's in it, on a socket of our own."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import JSONResponse

import rag
from rag import messages
from rag.config import is_loopback
from rag.messages import message
from rag.web.page import HERE, build_page, i18n
from rag.web.shelf import Shelf

USER, PASSWORD = "RAG_USER", "RAG_PASSWORD"
_FIRST_PORT, _PORTS = 7860, 100
_MEGABYTE = 1_000_000
_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"]
_MONO = ["ui-monospace", "Menlo", "Consolas", "monospace"]
# Nothing but this server is ever asked, whatever a script or a release would like; and a question
# in the address is told to nobody.
_HEADERS = {
    b"content-security-policy": (
        b"default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'; "
        b"base-uri 'self'; form-action 'self'"
    ),
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
}

_Scope = MutableMapping[str, Any]
_Send = Callable[[_Scope], Awaitable[None]]


@dataclass(slots=True)
class Served:
    """A server at work in the background.

    Attributes:
        address: of the page.
        shelf: the index in service.
    """

    address: str
    shelf: Shelf
    _server: uvicorn.Server
    _thread: threading.Thread

    def wait(self) -> None:
        """Until it is stopped."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def close(self) -> None:
        """Stop it and let the index go."""
        self._server.should_exit = True
        self._thread.join(15)
        self.shelf.close()


def make_app(shelf: Shelf) -> FastAPI:
    """The application: the page at ``/``, ``/healthz`` beside it (200 when ready, else 503).

    Raises:
        ConfigurationError: half a user and password, or ``mcp`` without its package.
    """
    settings = shelf.settings.web
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    below = settings.root_path.rstrip("/")
    app.add_middleware(_Guarded, head=_script(settings.upload_megabytes), below=below)

    @app.get("/healthz")
    def healthz() -> JSONResponse:
        health = shelf.health()
        return JSONResponse(asdict(health), 200 if health.status == "ready" else 503)

    if settings.mcp:
        _require_mcp()
    gr.mount_gradio_app(
        app,
        build_page(shelf),
        path="/",
        auth=_auth(),
        root_path=below or None,
        max_file_size=settings.upload_megabytes * _MEGABYTE,
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        footer_links=["api"],
        i18n=i18n(),
        mcp_server=settings.mcp,
        theme=gr.themes.Default(
            primary_hue="blue", neutral_hue="slate", font=_FONTS, font_mono=_MONO
        ).set(
            button_primary_background_fill="*primary_700",
            button_primary_background_fill_hover="*primary_800",
            button_primary_background_fill_dark="*primary_700",
            button_primary_text_color="white",
        ),
        css=(HERE / "style.css").read_text(encoding="utf-8"),
    )
    return app


def serve(index: str | os.PathLike[str] = "index", settings: rag.Settings | None = None) -> Served:
    """Start serving, in the background; the page is up at once, the index loads meanwhile.

    Args:
        index: the index folder.
        settings: None reads ``rag.toml`` if there is one, else takes the defaults.

    Raises:
        ConfigurationError: a setting, a port or the password cannot be used.
    """
    chosen = settings if settings is not None else rag.load_settings()
    shelf = Shelf(Path(index), chosen)
    listening = _listen(chosen.web.host, chosen.web.port)
    try:
        app = make_app(shelf)
    except BaseException:
        listening.close()
        raise
    shelf.start()
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    )
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listening]}, name="serve", daemon=True
    )
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.02)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    below = chosen.web.root_path.rstrip("/")
    return Served(f"http://{shown}:{port}{below}/", shelf, server, thread)


def run(index: str, settings: rag.Settings) -> None:
    """Serve until interrupted.

    Raises:
        ConfigurationError: as for ``serve``.
        KeyboardInterrupt: when it was interrupted.
    """
    served = serve(index, settings)
    try:
        print(message("serve.listening", address=served.address), flush=True)  # noqa: T201
        if not is_loopback(settings.web.host) and _auth() is None:
            print(message("serve.open", host=settings.web.host), file=sys.stderr)  # noqa: T201
        served.shelf.wait()
        problem = served.shelf.health().problem
        if problem:
            print(message("cli.error", text=problem), file=sys.stderr)  # noqa: T201
        served.wait()
    finally:
        served.close()


def _script(megabytes: int) -> str:
    """The page's own script with its texts and the size from which a file is too large."""
    texts = {}
    for code, said in i18n().translations.items():
        with messages.use(code):
            reason = message("page.too_large", megabytes=megabytes)
            texts[code] = {
                **said,
                "page_too_large": message("page.refused", name="{name}", reason=reason),
            }
    held = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
    script = (HERE / "script.js").read_text(encoding="utf-8")
    limit = megabytes * _MEGABYTE
    return f"<script>const RAG_TEXTS = {held};\nconst RAG_LIMIT = {limit};\n{script}</script>"


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens; for port 0 the first free one from 7860 on."""
    wanted = [port] if port else range(_FIRST_PORT, _FIRST_PORT + _PORTS)
    for one in wanted:
        try:
            family, kind, *_rest, address = socket.getaddrinfo(
                host.strip("[]"), one, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            made = socket.socket(family, kind)
        except OSError:
            break
        try:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(address)
            made.listen(256)
        except OSError:
            made.close()
            continue
        return made
    raise rag.ConfigurationError("serve.port_taken", host=host, port=wanted[0])


def _auth() -> tuple[str, str] | None:
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    if bool(user) != bool(password):
        raise rag.ConfigurationError("serve.half_auth")
    return (user, password) if user else None


def _require_mcp() -> None:
    try:
        import mcp  # noqa: F401
    except ImportError as error:
        raise rag.ConfigurationError("serve.no_mcp") from error


class _Guarded:
    """Adds our headers to every answer, and to the page what must run before gradio does: gradio
    itself would add it too late to choose the language that its texts come in.

    A proxy may take the path that it publishes the page below away, or leave it: here it goes."""

    def __init__(self, app: Callable[..., Awaitable[None]], head: str, below: str) -> None:
        self.app = app
        self.head = head.encode()
        self.below = below

    async def __call__(self, scope: _Scope, receive: Callable[..., Any], send: _Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if self.below and f"{scope['path']}/".startswith(f"{self.below}/"):
            scope = {**scope, "path": scope["path"].removeprefix(self.below) or "/"}
        page = scope["path"] == "/"
        if page:  # it must come as text to be added to
            kept = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            scope = {**scope, "headers": kept}
        start: _Scope = {}
        body = b""

        async def with_headers(event: _Scope) -> None:
            nonlocal start, body
            if event["type"] == "http.response.start":
                held = {name.lower() for name, _ in event.get("headers", [])}
                extra = [pair for pair in _HEADERS.items() if pair[0] not in held]
                event["headers"] = [*event.get("headers", []), *extra]
                if page:
                    start = event
                    return
            elif page and event["type"] == "http.response.body":
                body += event.get("body", b"")
                if event.get("more_body"):
                    return
                body = body.replace(b"<head>", b"<head>" + self.head, 1)
                body = body.replace(b'lang="en"', b'lang="fr"', 1)
                headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
                start["headers"] = [*headers, (b"content-length", str(len(body)).encode())]
                await send(start)
                event = {"type": "http.response.body", "body": body}
            await send(event)

        await self.app(scope, receive, with_headers)
