"""Keeps other sites away from the page: which requests are answered, and what a browser may do with
an answer.

A site that is open in the same browser may send requests to this machine, and may give its own name
this machine's address (DNS rebinding). Gradio allows every origin where the page does not listen on
loopback, and every name everywhere; nothing of that is reached past this.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, MutableMapping
from html.parser import HTMLParser
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

import rag
from rag.config import WebSettings, is_loopback
from rag.web.failures import failure
from rag.web.login import Login

Scope = MutableMapping[str, Any]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[..., Awaitable[None]]

HEADERS = {
    # No origin may read an answer or hold the page in a frame or a window.
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    # What is no page is never shown as one.
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; form-action 'none'; "
    "base-uri 'none'",
    "x-content-type-options": "nosniff",
    # The address of the page contains the question.
    "referrer-policy": "no-referrer",
    "permissions-policy": "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
}
# The scripts of the page are files of this server and the page's own, by their digests. Gradio
# makes functions of the texts that its events have as ``js``, which needs 'unsafe-eval', and
# writes styles.
_PAGE_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'{digests}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; "
    "base-uri 'self'; form-action 'self'"
)
# What Gradio offers and the page does not use: to read files and other servers' pages, to record,
# and to change code.
_CLOSED = re.compile(
    r"/gradio_api/(file[=/]|proxy=|stream/|vibe-|undo-vibe-|process_recording|deep_link|dev/|runs|"
    r"run-history|profiling|custom_component)|/(monitoring|custom_component)"
)
# Gradio asks for the password on its own addresses.
_OWN = re.compile(r"/(api|original|page|statements|mcp)(/|$)")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:/@\s]+)(?::(\d{1,5}))?", re.IGNORECASE)
_CHALLENGE = 'Basic realm="press-release-rag", charset="UTF-8"'
_PORTS = {"http": 80, "https": 443}


class Guard:
    """Answers only requests of the page itself and of programs, and adds the headers to all.

    Args:
        app: the next ASGI application.
        web: the settings of the page: where it listens, and the names that it has beside that.
        login: who may use what is not Gradio's; None for everyone.
    """

    def __init__(self, app: App, web: WebSettings, login: Login | None) -> None:
        self.app = app
        self.login = login
        self._host = web.host.strip("[]").casefold()
        self._allowed = {_name(host) for host in web.allowed_hosts}
        self._root_path = web.root_path.rstrip("/")

    async def __call__(self, scope: Scope, receive: Callable[..., Any], send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if self._root_path and f"{path}/".startswith(f"{self._root_path}/"):
            # Some proxies remove this path from a request, others do not.
            scope = {**scope, "path": path.removeprefix(self._root_path) or "/"}
        request = HTTPConnection(scope)
        refusal = self._refusal(request)

        async def send_with_headers(event: Scope) -> None:
            if event["type"] == "http.response.start":
                present = {name.lower() for name, _ in event.get("headers", [])}
                added = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                added = [pair for pair in added if pair[0] not in present]
                event["headers"] = [*event.get("headers", []), *added]
            await send(event)

        if refusal is None:
            await self.app(scope, receive, send_with_headers)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await refusal(scope, receive, send_with_headers)

    def _refusal(self, request: HTTPConnection) -> App | None:
        """The answer to a request that may not pass; None for one that may."""
        hosts = request.headers.getlist("host")
        host = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
        here = (request.scope.get("server") or ("",))[0]
        if host is None or not self._has_name(_name(host[1]), _name(here)):
            named = ", ".join(hosts)[:200]
            return failure(403, rag.ConfigurationError("serve.other_host", host=named))
        origin = request.headers.get("origin")
        if origin is not None and not self._is_own(origin, host):
            return failure(403, rag.ConfigurationError("serve.other_site", site=origin[:200]))
        site = request.headers.get("sec-fetch-site", "none")
        if site not in ("none", "same-origin") and not _is_followed_link(request):
            return failure(403, rag.ConfigurationError("serve.other_site", site=site[:200]))
        path = request.scope["path"]
        if _CLOSED.match(path):
            return failure(404, rag.QueryError("serve.closed"))
        if self.login is not None and _OWN.match(path) and not self.login.allows(request):
            # To the challenge a browser would open a window of its own, over the page.
            challenged = "sec-fetch-mode" not in request.headers
            challenge = {"www-authenticate": _CHALLENGE} if challenged else {}
            return failure(401, rag.QueryError("serve.no_login"), **challenge)
        return None

    def _has_name(self, name: str, here: str) -> bool:
        """Whether a name or an address is one of this server's.

        On loopback these are its addresses and ``localhost``; where it listens on all addresses,
        any address: only a name can be given another address.

        Args:
            here: the address at which the request arrived.
        """
        if name in self._allowed or name == self._host:
            return True
        if is_loopback(self._host):
            return is_loopback(name)
        if name == here and _is_address(name):
            return True
        if not _is_address(self._host) or not ip_address(self._host).is_unspecified:
            return False
        return name == "localhost" or _is_address(name)

    def _is_own(self, origin: str, host: re.Match[str]) -> bool:
        """Whether an origin is the page's own: the host and the port of the request, or a name that
        the settings allow."""
        try:
            parts = urlsplit(origin)
            port = parts.port
        except ValueError:
            return False
        if parts.scheme not in _PORTS or not parts.hostname:
            return False
        standard = _PORTS[parts.scheme]
        asked = _name(host[1]), int(host[2] or standard)
        name = _name(parts.hostname)
        return (name, port or standard) == asked or name in self._allowed


def page_policy(html: str) -> str:
    """The content security policy of a page, which allows the scripts that stand in it now."""
    scripts = _Scripts()
    scripts.feed(html)
    scripts.close()
    digests = (hashlib.sha256(text.encode()).digest() for text in scripts.texts)
    return _PAGE_POLICY.format(
        digests="".join(f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    )


class _Scripts(HTMLParser):
    """The texts of the scripts that stand in a page."""

    def reset(self) -> None:
        super().reset()
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and "src" not in dict(attrs)
        if self._inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[-1] += data


def _is_followed_link(request: HTTPConnection) -> bool:
    """Whether a person follows a link of another site to the page, as from a mail."""
    headers = request.headers
    return (
        request.scope.get("method") == "GET"
        and request.scope["path"] == "/"
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest") == "document"
    )


def _name(host: str) -> str:
    """A name or an address as it is compared: small letters, no brackets, no point at its end."""
    return host.strip("[]").casefold().removesuffix(".")


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
