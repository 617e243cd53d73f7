"""Another site that is open in the same browser reaches nothing."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import rag
from rag.web.safety import Guard, page_policy
from rag.web.server import RunningServer
from tests.conftest import QUESTION
from tests.test_page import CHROMIUM, FLAGS
from tests.web_requests import Reply, send, serving

ADDRESSES = ["/", "/healthz", "/api/ask?q=OTAN", "/config", "/gradio_api/info", "/assets/none.js"]

# Of Gradio and what it imports.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def server(seed_index: Path) -> Iterator[RunningServer]:
    with serving(seed_index) as server:
        yield server


def port_of(server: RunningServer) -> int:
    return urlsplit(server.address).port or 0


# -- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",  # a name that its owner gives this machine's address
        "evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example",
        "evil.example#localhost",
        "localhost@evil.example",
        "localhost evil.example",
        "192.168.1.5:{port}",  # nobody can reach loopback under it
        "0.0.0.0:{port}",
        "[::]:{port}",
        "[2001:db8::1]:{port}",
        "::1",
        "[::1",
        "2130706433",
        "localhost:port",
        "",
    ],
)
def test_another_name_is_refused_everywhere(server: RunningServer, host: str) -> None:
    named = host.format(port=port_of(server))
    for path in ADDRESSES:
        reply = send(server, path, {"Host": named})
        assert reply.error == (403, "serve.other_host"), path
    assert "allowed_hosts" in reply.json["error"]["message"]
    assert "text/html" not in reply.headers["content-type"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "localhost.:{port}",
     "[::1]:{port}", "127.0.0.2", "localhost:9999"],
)  # fmt: skip
def test_the_names_of_this_machine_are_answered(server: RunningServer, host: str) -> None:
    """With another port too: it may be carried there by a tunnel."""
    named = host.format(port=port_of(server))
    for path in ("/", "/healthz", "/api/search?q=OTAN"):
        assert send(server, path, {"Host": named}).status == 200


def test_two_names_or_none_are_refused(server: RunningServer) -> None:
    for lines in ("Host: localhost\r\nHost: evil.example\r\n", ""):
        with socket.create_connection(("127.0.0.1", port_of(server)), timeout=60) as connection:
            connection.sendall(f"GET /healthz HTTP/1.0\r\n{lines}\r\n".encode())
            answered = b"".join(iter(lambda: connection.recv(4096), b""))
        assert re.match(rb"HTTP/1\.\d (400|403) ", answered)


def replies(
    seed_index: Path, path: str, tries: list[dict[str, str]], **web: Any
) -> list[tuple[int, str]]:
    """What a server with these settings answers to requests with these headers."""
    with serving(seed_index, **web) as server:
        port = port_of(server)
        near = replace(server, address=f"http://127.0.0.1:{port}/")
        sent = [{name: one[name].format(port=port) for name in one} for one in tries]
        found = [send(near, path, headers) for headers in sent]
    return [(reply.status, "" if reply.status == 200 else reply.error[1]) for reply in found]


def test_where_it_listens_on_all_addresses_any_address_is_answered(seed_index: Path) -> None:
    refused = (403, "serve.other_host")
    assert replies(
        seed_index,
        "/api/search?q=OTAN",
        [
            {"Host": "192.168.1.5:{port}"},
            {"Host": "localhost:{port}"},
            {"Host": "[2001:db8::1]:{port}"},
            {"Host": "releases.example"},
            {"Host": "evil.example:{port}"},
        ],
        host="0.0.0.0",
        allowed_hosts=("releases.example",),
    ) == [(200, ""), (200, ""), (200, ""), (200, ""), refused]


def test_behind_a_proxy_the_stated_name_is_answered(seed_index: Path) -> None:
    """Whether or not the proxy hands on the name that it was asked for."""
    assert replies(
        seed_index,
        "/api/search?q=OTAN",
        [
            {"Host": "releases.example", "Origin": "https://releases.example"},
            {"Host": "127.0.0.1:{port}", "Origin": "https://Releases.example"},
            {"Host": "127.0.0.1:{port}", "Origin": "https://other.example"},
            {"Host": "sub.releases.example"},
        ],
        allowed_hosts=("releases.example.",),
    ) == [(200, ""), (200, ""), (403, "serve.other_site"), (403, "serve.other_host")]


# -- origins --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "origin",
    ["null", "https://evil.example", "http://127.0.0.1.evil.example", "http://127.0.0.1",
     "http://127.0.0.1:1", "http://localhost:{port}", "http://[::1]:{port}", "file://",
     "http://127.0.0.1:{port}.evil.example", "http://evil.example@127.0.0.1:1", "", "http://[",
     "chrome-extension://127.0.0.1:{port}", "http://127.0.0.1:99999"],
)  # fmt: skip
def test_a_request_of_another_origin_is_refused(server: RunningServer, origin: str) -> None:
    headers = {"Origin": origin.format(port=port_of(server))}
    for path in ADDRESSES:
        reply = send(server, path, headers)
        assert reply.error == (403, "serve.other_site"), path
        assert "access-control-allow-origin" not in reply.headers
    asked = json.dumps({"data": [QUESTION, 5, *[""] * 7]}).encode()
    for path in ("/gradio_api/call/ask", "/gradio_api/queue/join", "/gradio_api/upload"):
        for kind in ("text/plain", "application/json"):
            sent = {**headers, "Content-Type": kind}
            assert send(server, path, sent, "POST", asked).status == 403
    wanted = {**headers, "Access-Control-Request-Method": "POST"}
    assert send(server, "/gradio_api/queue/join", wanted, "OPTIONS").status == 403


def test_the_page_itself_may_ask(server: RunningServer) -> None:
    headers = {"Content-Type": "application/json", "Origin": server.address.rstrip("/")}
    asked = json.dumps({"data": [QUESTION, 5, *[""] * 7]}).encode()
    event = send(server, "/gradio_api/call/ask", headers, "POST", asked).json["event_id"]
    told = send(server, f"/gradio_api/call/ask/{event}", headers).body.decode()
    assert json.loads(told.split("event: complete\ndata: ")[1])[0]["status"] == "answered"
    own = {"Host": f"localhost:{port_of(server)}", "Origin": f"http://localhost:{port_of(server)}"}
    assert send(server, "/api/search?q=OTAN", own).status == 200


def fetched(server: RunningServer, path: str, site: str, mode: str, target: str) -> Reply:
    return send(
        server, path, {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": target}
    )


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_site_asks_for_is_refused_but_a_link_to_the_page(
    server: RunningServer, site: str
) -> None:
    for path in ADDRESSES:
        for mode, target in (("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"),
                             ("navigate", "iframe"), ("navigate", "embed")):  # fmt: skip
            assert fetched(server, path, site, mode, target).error == (403, "serve.other_site")
    assert fetched(server, "/?q=OTAN", site, "navigate", "document").status == 200
    assert fetched(server, "/api/ask?q=OTAN", site, "navigate", "document").status == 403
    assert fetched(server, "/api/search?q=OTAN", "same-origin", "cors", "empty").status == 200
    assert fetched(server, "/api/search?q=OTAN", "none", "navigate", "document").status == 200


def through_guard(web: rag.WebSettings, **scope: Any) -> list[Any]:
    """What the guard itself sends for a request; nothing if it lets the request pass."""
    sent: list[Any] = []

    async def inside(*_arguments: Any) -> None:
        pass

    async def send_event(event: Any) -> None:
        sent.append(event)

    whole = {"path": "/", "query_string": b"", "method": "GET", "scheme": "http", **scope}
    asyncio.run(Guard(inside, web, None)(whole, inside, send_event))
    return sent


def test_a_socket_of_another_site_is_not_opened() -> None:
    host = (b"host", b"127.0.0.1:7860")
    evil = [host, (b"origin", b"https://evil.example")]
    closed = [{"type": "websocket.close", "code": 1008}]
    assert through_guard(rag.WebSettings(), type="websocket", headers=evil) == closed
    own = [host, (b"origin", b"http://127.0.0.1:7860")]
    assert through_guard(rag.WebSettings(), type="websocket", headers=own) == []


@pytest.mark.parametrize(
    ("host", "named", "passes"),
    [
        ("releases.example", "releases.example", True),
        ("releases.example", "192.168.1.5:8080", True),  # where the request arrived
        ("releases.example", "192.168.1.6:8080", False),
        ("releases.example", "localhost", False),
        ("192.168.1.5", "192.168.1.5", True),
        ("192.168.1.5", "releases.example", False),
        ("[2001:db8::1]", "[2001:DB8::1]:8080", True),
        ("::", "[2001:db8::1]", True),
        ("::", "evil.example", False),
        ("127.0.0.2", "localhost", True),
        ("::1", "127.0.0.1", True),
        ("::1", "192.168.1.5", False),
    ],
)
def test_the_names_of_a_server_that_others_reach(host: str, named: str, passes: bool) -> None:
    headers = [(b"host", named.encode())]
    sent = through_guard(
        rag.WebSettings(host=host), type="http", headers=headers, server=("192.168.1.5", 8080)
    )
    assert (sent == []) is passes


# -- what Gradio offers beside the page -----------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["file=/etc/passwd", "file/etc/passwd", "file=https://example.org/x", "proxy=https://x.hf.space/",
     "vibe-code", "vibe-edit/", "runs", "deep_link", "stream/a/1/2/playlist.m3u8",
     "custom_component/a/b/c/d"],
)  # fmt: skip
def test_what_the_page_does_not_use_is_closed(server: RunningServer, path: str) -> None:
    for before in ("/gradio_api/", "/gradio%5Fapi/"):
        assert send(server, before + path).error == (404, "serve.closed")
    for before in ("//gradio_api/", "/./gradio_api/", "/x/../gradio_api/", "/GRADIO_API/"):
        assert send(server, before + path).status == 404


# -- what a browser may do with an answer ---------------------------------------------------------


def test_no_answer_may_be_read_framed_or_shown_elsewhere(server: RunningServer) -> None:
    for path in ADDRESSES:
        headers = send(server, path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "http:" not in policy
        assert "https:" not in policy
        if path != "/":
            assert "default-src 'none'" in policy
    page = send(server, "/").headers["content-security-policy"]
    rules = {rule.split()[0]: rule.split()[1:] for rule in page.split("; ")}
    assert rules["connect-src"] == ["'self'"]
    assert rules["img-src"] == ["'self'", "data:", "blob:"]
    assert rules["object-src"] == rules["frame-src"] == ["'none'"]
    assert "'unsafe-inline'" not in rules["script-src"]
    assert "data:" not in rules["script-src"]


def test_the_policy_allows_the_scripts_of_a_page_and_no_other() -> None:
    page = "<p title='<script>'><script>let a = '<b>&amp;';</script><script src=x>y</script>"
    policy = page_policy(page)
    assert policy.count("sha256-") == 1
    assert policy == page_policy("<script>let a = '<b>&amp;';</script>")
    assert policy != page_policy("<script>let a = '<b>&';</script>")


# -- in the browser -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def other_site() -> Iterator[str]:
    """A site of another origin: another port of this machine, under another name too."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>other</title>")

        def log_message(self, *_arguments: object) -> None:
            pass

    site = ThreadingHTTPServer(("127.0.0.1", 0), Empty)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{site.server_address[1]}/"
    site.shutdown()
    site.server_close()
    thread.join(10)


@pytest.mark.browser
def test_a_site_in_the_same_browser_reaches_nothing(
    browser: Any, server: RunningServer, other_site: str
) -> None:
    context = browser.new_context()
    tab = context.new_page()
    answered: list[tuple[str, int]] = []
    tab.on("response", lambda reply: answered.append((reply.url, reply.status)))
    tab.goto(other_site)
    tried = tab.evaluate(
        """async address => {
        const told = [];
        const attempt = async (name, what) => {
          try { told.push([name, String(await what())]); } catch { told.push([name, 'failed']); }
        };
        const read = async (path, options) => (await fetch(address + path, options)).text();
        await attempt('read', () => read('api/ask?q=OTAN'));
        await attempt('config', () => read('config', {credentials: 'include'}));
        await attempt('post', () => read('gradio_api/queue/join', {method: 'POST', body: '{}'}));
        await attempt('blind', async () =>
          (await fetch(address + 'api/ask?q=OTAN', {mode: 'no-cors'})).type);
        await attempt('events', () => new Promise((done, fail) => {
          const source = new EventSource(address + 'gradio_api/queue/data?session_hash=x');
          source.onmessage = done; source.onerror = fail; }));
        await attempt('socket', () => new Promise((done, fail) => {
          const socket = new WebSocket(address.replace('http', 'ws') + 'gradio_api/queue/join');
          socket.onopen = done; socket.onerror = fail; }));
        for (const kind of ['img', 'script', 'iframe'])
          await attempt(kind, () => new Promise((done, fail) => {
            const made = document.createElement(kind);
            made.onload = () => done(kind === 'iframe' ? made.contentDocument : 'loaded');
            made.onerror = fail;
            made.src = address + (kind === 'iframe' ? '?q=OTAN' : 'static/img/logo.svg');
            document.body.append(made); }));
        return told; }""",
        server.address,
    )
    assert dict(tried) == {
        **dict.fromkeys(("read", "config", "post", "blind", "events", "socket"), "failed"),
        "img": "failed", "script": "failed",
        "iframe": "null",  # an error page, which the other site cannot look into
    }  # fmt: skip
    assert {status for url, status in answered if url.startswith(server.address)} <= {403}
    # A link is followed, and the page that opens is out of reach.
    with context.expect_page() as opened:
        tab.evaluate("address => { window.opened = window.open(address) }", server.address)
    opened.value.locator("#question").wait_for()
    assert tab.evaluate("window.opened.closed")
    assert opened.value.evaluate("window.opener") is None
    context.close()


@pytest.mark.browser
def test_the_page_works_under_its_policy_and_a_script_put_into_it_does_not(
    browser: Any, server: RunningServer
) -> None:
    context = browser.new_context()
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda line: told.append(line.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.goto(server.address)
    box = tab.locator("#question input, #question textarea")
    box.fill(QUESTION)
    box.press("Enter")
    tab.locator("#results section.answer").wait_for()
    assert not [line for line in told if "Content Security Policy" in line]
    tab.evaluate(
        """() => {
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hit = 1">');
        const made = document.createElement('script');
        made.textContent = 'window.hit = 2';
        document.body.append(made);
        const link = document.createElement('a');
        link.href = 'javascript:window.hit = 3';
        document.body.append(link);
        link.click(); }"""
    )
    tab.wait_for_timeout(200)
    assert tab.evaluate("window.hit") is None
    assert len([line for line in told if "Content Security Policy" in line]) >= 3
    context.close()


@pytest.mark.browser
def test_a_visitor_who_logs_in_reaches_all_of_the_page(
    browser: Any, seed_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_USER", "zoe")
    monkeypatch.setenv("RAG_PASSWORD", "sesame")
    look = "async () => (await fetch('api/search?q=OTAN')).status"
    with serving(seed_index) as closed:
        context = browser.new_context()
        tab = context.new_page()
        tab.goto(closed.address)
        tab.locator("input[type=password]").wait_for()
        assert tab.evaluate(look) == 401
        tab.locator("input").first.fill("zoe")
        tab.locator("input[type=password]").fill("sesame")
        tab.locator("input[type=password]").press("Enter")
        tab.locator("#question").wait_for()
        assert tab.evaluate(look) == 200
        context.close()
