"""The MCP tools: JSON that a program can use, and lists of what there is."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import rag
from rag.web.endpoints import make_functions
from rag.web.server import RunningServer
from tests.conftest import QUESTION, paragraph, write
from tests.documents import blocks
from tests.web_requests import send, serving

pytest.importorskip("mcp")
TOOLS = [
    "ask", "search", "statements", "show", "releases", "languages", "facets", "similar", "changes"
]  # fmt: skip

# Of Gradio and what it imports.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def server(seed_index: Path) -> Iterator[RunningServer]:
    with serving(seed_index, mcp=True) as server:
        yield server


def url_of(server: RunningServer) -> str:
    """The address that the documentation gives to an assistant."""
    (block,) = blocks("docs/programs.md", "json")
    (one,) = json.loads(block.text)["mcpServers"].values()
    return str(one["url"]).replace("http://127.0.0.1:7860/", server.address)


def converse(
    url: str, calls: list[tuple[str, dict[str, Any]]], headers: dict[str, str] | None = None
) -> tuple[Any, list[Any]]:
    """The tools, and the results of calls, with the client of the MCP package."""
    import httpx
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def talk() -> tuple[Any, list[Any]]:
        async with (
            httpx.AsyncClient(headers=headers, timeout=60) as client,
            streamable_http_client(url, http_client=client) as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            return tools, [await session.call_tool(name, given) for name, given in calls]

    with ThreadPoolExecutor(1) as pool:  # another loop may run in this thread
        return pool.submit(lambda: asyncio.run(talk())).result()


def test_the_tools_return_json(server: RunningServer) -> None:
    citation = "001_319c6ed45504dc95:237-250:7f880b7a"
    tools, results = converse(
        url_of(server),
        [
            ("ask", {"question": QUESTION}),
            ("search", {"question": "OTAN", "k": 2, "date_from": "2014", "language": "fr, en"}),
            ("show", {"citation": citation}),
            ("releases", {}),
            ("languages", {}),
        ],
    )
    assert [tool.name for tool in tools] == TOOLS
    described = {tool.name: tool for tool in tools}
    assert "they do not" in described["ask"].description
    assert set(described["ask"].inputSchema["properties"]) == {
        "question", "k", "date_from", "date_to", "language", "release",
        "previous", "previous_release", "previous_answer",
    }  # fmt: skip
    assert described["ask"].inputSchema["required"] == ["question"]
    for result in results:
        assert not result.isError
        assert json.loads(result.content[0].text) == result.structuredContent
    answer, hits, shown, releases, languages = [one.structuredContent for one in results]
    with server.service.library() as library:
        assert answer == json.loads(json.dumps(library.ask(QUESTION).to_dict()))
        found = library.search("OTAN", 2, date_from="2014", language=["fr", "en"])
        assert hits["hits"] == json.loads(json.dumps([hit.to_dict() for hit in found]))
        assert {one["id"] for one in releases["releases"]} == set(library.release_ids)
    assert shown["citation"]["quote"] == "le 15 février"
    assert shown["release"]["text"][237:250] == "le 15 février"
    assert languages == {"languages": [{"language": "fr", "releases": 5}]}


def test_the_tools_count_and_compare(server: RunningServer) -> None:
    with server.service.library() as library:
        first, second = library.release_ids[:2]
        expected = [
            library.facets().to_dict(),
            library.facets('"OTAN" -Vilnius', date_from="2014", language="fr").to_dict(),
            {"releases": [one.to_dict() for one in library.similar(first, 2)]},
            library.changes(first, second).to_dict(),
        ]
    _, results = converse(
        url_of(server),
        [
            ("facets", {}),
            ("facets", {"query": '"OTAN" -Vilnius', "date_from": "2014", "language": "fr"}),
            ("similar", {"release": first, "k": 2}),
            ("changes", {"before": first, "after": second}),
            ("facets", {"query": '"OTAN'}),
            ("similar", {"release": "none"}),
            ("similar", {"release": first, "k": 0}),
            ("changes", {"before": first, "after": "none"}),
        ],
    )
    for result, shape in zip(results, expected, strict=False):
        assert not result.isError
        assert result.structuredContent == json.loads(json.dumps(shape))
    assert all(result.isError for result in results[4:])
    told = [result.content[0].text for result in results[4:]]
    assert "Caractère 1" in told[0]
    assert "none" in told[1]
    assert "none" in told[3]


def test_the_tools_say_which_filter_left_nothing(server: RunningServer) -> None:
    absent = {"query": "OTAN", "language": "sv"}
    _, results = converse(
        url_of(server),
        [
            ("facets", absent),
            ("facets", {"query": "source:nulle-part OTAN"}),
            ("facets", {"query": "OTAN", "language": "fr"}),
            ("search", {"question": "OTAN", "language": "sv"}),
        ],
    )
    codes = [
        [one["code"] for one in result.structuredContent.get("unmatched", [])] for result in results
    ]
    assert codes == [["unmatched.language"], ["unmatched.source"], [], ["unmatched.language"]]


def test_an_error_is_said_to_the_assistant(server: RunningServer) -> None:
    _, results = converse(
        url_of(server),
        [
            ("ask", {"question": ""}),
            ("ask", {"question": "OTAN", "k": "NaN"}),
            ("ask", {"question": "OTAN", "date_from": "2022-02-31"}),
            ("show", {"citation": "../../etc/passwd"}),
            ("none", {}),
        ],
    )
    assert all(result.isError for result in results)
    told = [result.content[0].text for result in results]
    assert "La question est vide" in told[0]
    assert "2022-02-31" in told[2]
    assert "n’est pas une citation" in told[3]


def test_releases_are_listed_the_latest_first(tmp_path: Path, embedded: rag.Encoder) -> None:
    for name, day in (
        ("ara", "3 mai 2021"),
        ("lori", "18 novembre 2023"),
        ("oie", ""),
        ("pie", "5 mai"),
    ):
        header = f"Paris, le {day} – " if day else ""
        write(tmp_path / "corpus", f"{name}.txt", f"Oiseau {name}\n\n{header}{paragraph(name)}\n")
    own = rag.Settings()
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=own)
    with serving(tmp_path / "index") as server:
        releases = make_functions(server.service)["releases"]
        listed = releases()
        assert [one["id"] for one in listed["releases"]] == ["lori", "ara", "oie", "pie"]
        assert listed["count"] == 4
        assert listed["releases"][0]["date"] == "2023-11-18"
        assert [one["id"] for one in releases("OISEAU ara")["releases"]] == ["ara"]
        assert releases("oiseau", k=1) == {"count": 4, "releases": listed["releases"][:1]}
        assert releases("perroquet") == {"count": 0, "releases": []}
        assert len(releases(k=-1)["releases"]) == 1
        assert len(releases(k=10**9)["releases"]) == 4


def test_the_tools_are_guarded_and_behind_the_password(
    seed_index: Path, server: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list"}).encode()
    kinds = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    for path in ("/mcp", "/mcp/"):
        assert send(server, path, kinds, "POST", body).json["result"]["tools"]
        evil = {**kinds, "Origin": "https://evil.example"}
        assert send(server, path, evil, "POST", body).error == (403, "serve.other_site")
        rebound = {**kinds, "Host": "evil.example"}
        assert send(server, path, rebound, "POST", body).error == (403, "serve.other_host")
    monkeypatch.setenv("RAG_USER", "zoe")
    monkeypatch.setenv("RAG_PASSWORD", "sesame")
    with serving(seed_index, mcp=True) as closed:
        for path in ("/mcp", "/mcp/"):
            assert send(closed, path, kinds, "POST", body).error == (401, "serve.no_login")
        right = base64.b64encode(b"zoe:sesame").decode()
        headers = {"Authorization": f"Basic {right}"}
        _, (answer,) = converse(url_of(closed), [("ask", {"question": QUESTION})], headers)
        assert "15 février" in answer.structuredContent["answer"]


def test_without_the_setting_there_are_no_tools(seed_index: Path) -> None:
    with serving(seed_index) as server:
        assert send(server, "/mcp", method="POST", body=b"{}").status in (404, 405)
        assert send(server, "/gradio_api/mcp", method="POST", body=b"{}").status in (404, 405)
