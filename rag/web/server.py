"""The web server: a FastAPI application that contains Gradio's, on a socket that we open."""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
import threading
from collections.abc import Callable
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
from rag.web.api import make_api
from rag.web.failures import add_error_handlers
from rag.web.head import FAVICON, own_head, page_script
from rag.web.login import Login, credentials
from rag.web.originals import make_originals
from rag.web.page import build_page, i18n
from rag.web.safety import App, Guard, Scope, Send, page_policy
from rag.web.said import make_statements
from rag.web.service import LibraryService
from rag.web.tools import add_tools
from rag.web.turns import Turns

_DEFAULT_PORTS = range(7860, 7960)
_MEGABYTE = 1_000_000
_FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"]
_MONO = ["ui-monospace", "Menlo", "Consolas", "monospace"]


@dataclass(slots=True)
class RunningServer:
    """A server that runs in a background thread.

    Attributes:
        address: URL of the page.
        service: the library that the page serves.
    """

    address: str
    service: LibraryService
    _server: uvicorn.Server
    _thread: threading.Thread

    def wait(self) -> None:
        """Wait until the server has stopped."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def close(self) -> None:
        """Stop the server and close the library."""
        self._server.should_exit = True
        self._thread.join(15)
        self.service.close()


def make_app(service: LibraryService) -> FastAPI:
    """The application: the page at ``/``; what programs ask for below ``/api``; files of releases
    below ``/original`` and ``/page``; the statements at ``/statements``; and the state at
    ``/healthz`` (200 if ready, else 503).

    Raises:
        ConfigurationError: a user without a password or the reverse; or ``mcp`` is on and its
            package is not installed.
    """
    settings = service.settings.web
    password = credentials()
    login = Login(*password) if password else None
    root_path = settings.root_path.rstrip("/")
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(_PageMiddleware, script=_script(settings.upload_megabytes))
    app.add_middleware(Guard, web=settings, login=login)  # the last one is the first to see

    @app.get("/healthz")
    def healthz() -> JSONResponse:
        health = service.health()
        return JSONResponse(asdict(health), 200 if health.status == "ready" else 503)

    turns = Turns(service, settings.answered_at_once, settings.queue)
    app.mount("/api", make_api(turns, root_path))
    app.include_router(make_originals(service))
    app.include_router(make_statements(service))
    add_error_handlers(app)
    if settings.mcp:
        add_tools(app, service, turns)
    gr.mount_gradio_app(
        app,
        build_page(service),
        path="/",
        auth=password,
        root_path=root_path or None,
        max_file_size=settings.upload_megabytes * _MEGABYTE,
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        footer_links=["api"],
        favicon_path=str(FAVICON),
        i18n=i18n(),
        mcp_server=False,
        theme=gr.themes.Default(
            primary_hue="blue", neutral_hue="slate", font=_FONTS, font_mono=_MONO
        ).set(
            button_primary_background_fill="*primary_700",
            button_primary_background_fill_hover="*primary_800",
            button_primary_background_fill_dark="*primary_700",
            button_primary_text_color="white",
        ),
    )
    if login is not None:
        page: Any = app.routes[-1]
        login.follow(page.app)
    return app


def serve(
    index: str | os.PathLike[str] = "index", settings: rag.Settings | None = None
) -> RunningServer:
    """Start the server in the background. The page opens at once, while the index still loads.

    Args:
        index: the index folder.
        settings: None reads ``rag.toml`` if there is one, else takes the defaults.

    Raises:
        ConfigurationError: a setting, a port or the password cannot be used.
    """
    settings = settings if settings is not None else rag.load_settings()
    service = LibraryService(Path(index), settings)
    listener = _listen(settings.web.host, settings.web.port)
    try:
        app = make_app(service)
    except BaseException:
        listener.close()
        raise
    service.start()
    server = uvicorn.Server(
        uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    )
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, name="serve", daemon=True
    )
    thread.start()
    while not server.started and thread.is_alive():
        thread.join(0.02)
    host, port = listener.getsockname()[:2]
    authority = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    root_path = settings.web.root_path.rstrip("/")
    return RunningServer(f"http://{authority}{root_path}/", service, server, thread)


def run(index: str, settings: rag.Settings) -> None:
    """Serve the page until the user interrupts.

    Raises:
        ConfigurationError: as for ``serve``.
        KeyboardInterrupt: the user interrupted.
    """
    server = serve(index, settings)
    try:
        print(message("serve.listening", address=server.address), flush=True)  # noqa: T201
        if not is_loopback(settings.web.host) and credentials() is None:
            print(message("serve.open", host=settings.web.host), file=sys.stderr)  # noqa: T201
        server.service.wait()
        problem = server.service.health().problem
        if problem:
            print(message("cli.error", text=problem), file=sys.stderr)  # noqa: T201
        server.wait()
    finally:
        server.close()


def _script(megabytes: int) -> str:
    """The ``<script>`` element of the page: its files with its texts and the largest file size."""
    texts = {}
    for code, translations in i18n().translations.items():
        with messages.use(code):
            reason = message("page.too_large", megabytes=megabytes)
            texts[code] = {
                **translations,
                "page_too_large": message("page.refused", name="{name}", reason=reason),
            }
    texts_json = json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c")
    limit = megabytes * _MEGABYTE
    constants = f"const RAG_TEXTS = {texts_json};\nconst RAG_LIMIT = {limit};"
    return f"<script>{constants}\n{page_script()}</script>"


# Why the system lets nobody listen at an address.
_REFUSED = {
    errno.EADDRINUSE: "serve.port_taken",
    errno.EACCES: "serve.port_forbidden",
    errno.EPERM: "serve.port_forbidden",
    errno.EADDRNOTAVAIL: "serve.not_here",
}


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket; for port 0 at the first free port from 7860 on.

    Raises:
        ConfigurationError: there is no such host, it is another machine, or the port is taken or
            forbidden.
    """
    ports = [port] if port else _DEFAULT_PORTS
    why = ""
    for candidate in ports:
        try:
            family, kind, *_rest, address = socket.getaddrinfo(
                host.strip("[]"), candidate, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
            listener = socket.socket(family, kind)
        except (OSError, UnicodeError) as error:
            raise rag.ConfigurationError("serve.no_host", host=host) from error
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(256)
        except OSError as error:
            listener.close()
            why = _REFUSED.get(error.errno or 0, "serve.port_refused")
            if why == "serve.not_here":
                break
            continue
        return listener
    if len(ports) > 1 and why == "serve.port_taken":
        why = "serve.ports_taken"
    raise rag.ConfigurationError(why, host=host, port=ports[0], last=ports[-1])


class _PageMiddleware:
    """Adds our script to the page, and the policy that allows the page's scripts.

    The script must run before Gradio's: it chooses the language of Gradio's texts. Gradio's own
    way to add a script would run it too late.

    Args:
        app: the next ASGI application.
        script: HTML to insert at the start of the page's ``<head>``.
    """

    def __init__(self, app: App, script: str) -> None:
        self.app = app
        self.script = script.encode()

    async def __call__(self, scope: Scope, receive: Callable[..., Any], send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_page = scope["path"] == "/"
        if is_page:  # the script cannot be inserted into a compressed body
            headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
            scope = {**scope, "headers": headers}
        start: Scope = {}
        body = b""

        async def send_changed(event: Scope) -> None:
            nonlocal start, body
            if is_page and event["type"] == "http.response.start":
                start = event  # sent with the body: its length and policy are not known yet
                return
            if is_page and event["type"] == "http.response.body":
                body += event.get("body", b"")
                if event.get("more_body"):
                    return
                body = body.replace(b"<head>", b"<head>" + self.script, 1)
                body = own_head(
                    body, dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
                )
                headers = [pair for pair in start["headers"] if pair[0] != b"content-length"]
                start["headers"] = [
                    *headers,
                    (b"content-length", str(len(body)).encode()),
                    (b"content-security-policy", page_policy(body.decode()).encode()),
                ]
                await send(start)
                event = {"type": "http.response.body", "body": body}
            await send(event)

        await self.app(scope, receive, send_changed)
