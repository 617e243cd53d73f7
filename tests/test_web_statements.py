"""The view of the statements: who said what, with filters, without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

import rag
from rag.web.server import RunningServer
from tests.conftest import write
from tests.web_requests import ask, send, serving

# Of Gradio and what it imports.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

TEXT = """Le <b>port</b>

Kerguen, le 6 février 2024

« Le quai est <script>prêt</script> », a déclaré la maire de Kerguen, Nora Lind.

« Le phare coûte cher », a répondu Paul Adami.
"""


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder
) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("said")
    write(folder / "seeds", "port.txt", TEXT)
    rag.build(folder / "seeds", folder / "index", encoder=embedded)
    with serving(folder / "index") as running:
        yield running


def shown(server: RunningServer, query: str) -> str:
    reply = send(server, f"/statements?{query}")
    assert reply.status == 200
    assert "script-src" not in reply.headers["content-security-policy"]
    assert "<script" not in reply.body.decode()
    return unescape(reply.body.decode())


def test_all_statements_with_their_places(server: RunningServer) -> None:
    html = shown(server, "ui=fr")
    assert re.findall(r"<strong>(.*?)</strong>", html) == ["Nora Lind", "Paul Adami"]
    assert "6 février 2024" in html
    for citation in re.findall(r"[?&]open=([^&\"]+)", html):
        with server.service.library() as library:
            assert library.show(citation.replace("%3A", ":")).quote


def test_the_filters(server: RunningServer) -> None:
    assert re.findall(r"<strong>(.*?)</strong>", shown(server, "speaker=Lind")) == ["Nora Lind"]
    assert "Paul Adami</strong>" in shown(server, "about=phares")
    assert "<strong>" not in shown(server, "from=2025&ui=en")
    assert "0 quoted" in shown(server, "speaker=nobody&ui=en")
    assert 'role="alert"' in shown(server, "from=hier")
    assert "<strong>" not in shown(server, "page=9")
    assert "<strong>" in shown(server, "page=x")


def test_the_api_lists_them(server: RunningServer) -> None:
    found = ask(server, "statements", speaker="lind", about="quai").json
    assert found["count"] == 1
    assert found["speakers"] == [
        {"name": "Nora Lind", "roles": ["la maire de Kerguen"], "statements": 1}
    ]
    one = found["statements"][0]
    assert (
        one["statement"]["quote"] == one["citation"]["quote"] == "Le quai est <script>prêt</script>"
    )
    assert ask(server, "statements", k=0).error == (400, "query.bad_k")
    assert ask(server, "statements", q="x").error == (400, "serve.unknown_parameter")
    assert ask(server, "statements", date_from="hier").error == (400, "query.bad_date")
