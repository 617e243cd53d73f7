"""The plain JSON interface: the library's answers, errors that name cause and remedy."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import shlex
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

import rag
from rag.web.server import RunningServer, serve
from rag.web.turns import Turns
from tests.conftest import QUESTION, ROOT, SEEDS, paragraph, write
from tests.documents import read, section
from tests.web_requests import ask, send, serving

PROGRAMS = "docs/programs.md"
PDF = ROOT / "tests" / "data" / "pdf" / "bureau.pdf"
BEFORE = ("previous", "previous_release", "previous_answer")
SERIES = "Combien de perroquets ont été comptés chaque année ?"

# Of Gradio and what it imports.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """The five releases, a PDF, and three whose ids or values are unusual, with their index."""
    folder = tmp_path_factory.mktemp("api")
    shutil.copytree(SEEDS, folder / "corpus")
    shutil.copy(PDF, folder / "corpus")
    for year, count in ((2019, 410), (2020, 478)):
        write(
            folder / "corpus",
            f"perroquets, {year}.txt",
            f"Les perroquets en {year}\n\nParis, le 3 mai {year} – En {year}, {count} perroquets "
            f"ont été comptés à Paris, a dit Mme Zoé Quintal.\n\n{paragraph('oiseaux')}\n",
        )
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    with serving(folder / "index") as server:
        yield server


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_ask_gives_the_answer_of_the_library(server: RunningServer) -> None:
    reply = ask(server, "ask", q=QUESTION)
    assert reply.status == 200
    assert reply.headers["content-type"] == "application/json"
    assert reply.headers["cache-control"] == "no-store"
    with server.service.library() as library:
        assert reply.json == plain(library.ask(QUESTION).to_dict())
    assert "le 15 février" in reply.json["answer"]


def test_search_gives_the_hits_of_the_library(server: RunningServer) -> None:
    reply = ask(server, "search", q="OTAN", k=2, date_from="2014", date_to="2014-12")
    with server.service.library() as library:
        hits = library.search("OTAN", 2, date_from="2014", date_to="2014-12")
    assert reply.json == plain({"hits": [hit.to_dict() for hit in hits]})
    assert [hit["date"]["value"][:4] for hit in reply.json["hits"]] == ["2014", "2014"]


def test_filters_are_lists_with_commas_or_repeated(server: RunningServer) -> None:
    ids = ["perroquets, 2019", "perroquets, 2020"]  # an id may have a comma itself
    found = ask(server, "search", q="perroquets", k=100, release=ids).json["hits"]
    assert {hit["release_id"] for hit in found} == set(ids)
    with server.service.library() as library:
        two = library.release_ids[:2]
    found = ask(server, "search", q="OTAN", k=100, release=",".join(two)).json["hits"]
    assert {hit["release_id"] for hit in found} == set(two)
    repeated = ask(server, "search", q="OTAN", k=100, language=["fr", "de"])
    with_commas = ask(server, "search", q="OTAN", k=100, language="fr, de")
    assert repeated.json == with_commas.json
    assert repeated.json["hits"]
    nothing = ask(server, "search", q="OTAN", language="de").json
    assert nothing["hits"] == []
    assert [one["code"] for one in nothing["unmatched"]] == ["unmatched.language"]


@pytest.mark.parametrize(
    ("parameters", "status", "code"),
    [
        ({}, 400, "query.empty"),
        ({"q": ""}, 400, "query.empty"),
        ({"q": "\0\x1b\x7f \u200b"}, 400, "query.empty"),
        ({"q": "OTAN", "k": "0"}, 400, "query.bad_k"),
        ({"q": "OTAN", "k": "-1"}, 400, "query.bad_k"),
        ({"q": "OTAN", "k": "NaN"}, 400, "query.bad_k"),
        ({"q": "OTAN", "k": "1e3"}, 400, "query.bad_k"),
        ({"q": "OTAN", "k": "9" * 5000}, 400, "query.bad_k"),
        ({"q": "OTAN", "date_from": "2022-02-31"}, 400, "query.bad_date"),
        ({"q": "OTAN", "date_from": "nan"}, 400, "query.bad_date"),
        ({"q": "OTAN", "date_from": "2022", "date_to": "2021"}, 400, "query.empty_range"),
        ({"q": "OTAN", "date_form": "2022"}, 400, "serve.unknown_parameter"),
        ({"question": "OTAN"}, 400, "serve.unknown_parameter"),
        ({"q": "OTAN", "release": "none"}, 404, "serve.no_release"),
        ({"q": "OTAN", "release": "../../etc/passwd"}, 404, "serve.no_release"),
        ({"q": "OTAN", "release": "\0"}, 404, "serve.no_release"),
    ],
)
def test_what_cannot_be_asked(
    server: RunningServer, parameters: dict[str, str], status: int, code: str
) -> None:
    for verb in ("ask", "search"):
        assert ask(server, verb, **parameters).error == (status, code)


def test_an_error_names_cause_and_remedy(server: RunningServer) -> None:
    said = ask(server, "ask", q="OTAN", date_form="2022").json["error"]["message"]
    assert "date_form" in said
    assert "date_from" in said
    assert "9" * 100 not in ask(server, "ask", q="OTAN", k="9" * 5000).body.decode()


def test_a_huge_k_is_a_hundred(server: RunningServer) -> None:
    with server.service.library() as library:
        hits = library.search("OTAN", 100)
    assert len(hits) > 20
    found = ask(server, "search", q="OTAN", k=10**20).json["hits"]
    assert [hit["id"] for hit in found] == [hit.passage.citation.id for hit in hits]


def test_a_question_of_a_megabyte_does_no_harm(server: RunningServer) -> None:
    with suppress(ConnectionError):  # the server stops reading
        assert ask(server, "ask", q="a" * 1_000_000).status in (400, 414, 431)
    assert ask(server, "ask", q=QUESTION).status == 200


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("/api/", "GET", 404), ("/api/show", "GET", 404), ("/api/ask/../../etc", "GET", 404),
     ("/api/ask?q=x", "POST", 405), ("/api/docs", "GET", 404), ("/api/redoc", "GET", 404)],
)  # fmt: skip
def test_an_address_that_does_not_exist(
    server: RunningServer, path: str, method: str, status: int
) -> None:
    assert send(server, path, method=method).error == (status, "serve.no_such_address")


def test_the_schemas_are_true(server: RunningServer) -> None:
    """Answers of every kind fit what ``openapi.json`` says, which names no key too many."""
    jsonschema = pytest.importorskip("jsonschema")
    described = send(server, "/api/openapi.json").json
    verbs = ["ask", "search", "statements", "facets", "similar", "changes"]
    assert list(described["paths"]) == [f"/{verb}" for verb in verbs]
    assert described["servers"] == [{"url": "/api"}]
    assert "http://" not in json.dumps(described)
    assert "https://" not in json.dumps(described)
    shown = set()
    for verb, asked in (
        ("ask", {"q": QUESTION}),
        ("ask", {"q": "Qui a dit que 478 perroquets ont été comptés ?"}),
        ("ask", {"q": SERIES}),
        ("ask", {"q": "Qui a annoncé les horaires élargis ?", "release": "bureau"}),
        ("ask", {"q": "Que s’est-il passé en 2019 ?", "date_from": "2030"}),
        ("ask", {"q": "Stoltenberg"}),
        ("ask", {"q": "bonjour"}),
        ("ask", {"q": '"horaires élargis" -bureau date:2019..'}),
        ("ask", {"q": "Que veut dire « horaires » ?"}),
        ("search", {"q": "horaires", "k": 100}),
        ("search", {"q": '"horaires élargis"~3 OU titre:rien'}),
        ("search", {"q": '"horaires'}),
        ("facets", {}),
        ("facets", {"q": '"horaires"', "date_from": "2014"}),
        ("facets", {"k": 3}),
        ("similar", {"release": "bureau"}),
        ("similar", {"release": "none"}),
        ("similar", {"release": "bureau", "k": 0}),
        ("changes", {"before": "bureau", "after": "bureau"}),
        ("changes", {"before": "bureau"}),
        ("statements", {}),
        ("statements", {"speaker": "nobody"}),
        ("statements", {"k": 0}),
        ("statements", {"q": "x"}),
        ("ask", {"q": ""}),
        ("ask", {"q": "x", "release": "none"}),
    ):
        reply = ask(server, verb, **asked)
        answers = described["paths"][f"/{verb}"]["get"]["responses"]
        assert "422" not in answers
        schema = answers[str(reply.status)]["content"]["application/json"]["schema"]
        whole = {**schema, "components": described["components"]}
        jsonschema.Draft202012Validator(whole).validate(reply.json)
        shown |= {name for hit in reply.json.get("hits", []) for name in hit}
    assert "places" in shown


def test_a_missing_parameter_is_named(server: RunningServer) -> None:
    assert ask(server, "changes", before="bureau").error == (400, "serve.missing_parameter")
    assert ask(server, "similar").error == (400, "serve.missing_parameter")


def test_a_follow_up_is_understood_by_the_question_before(server: RunningServer) -> None:
    first = ask(server, "ask", q=QUESTION).json
    assert first["understood"] is None
    release = first["parts"][0]["release_id"]
    before = {"previous": QUESTION, "previous_release": release}
    reply = ask(server, "ask", q="Où ?", **before)
    assert reply.status == 200
    assert reply.json["understood"] == QUESTION.replace("Quand", "Où")
    assert reply.json["parts"][0]["release_id"] == release


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ({"previous": QUESTION, "previous_release": "none"}, "query.previous_release"),
        ({"previous": "<b>Quand ?</b>"}, "query.previous_html"),
        ({"previous": "a" * 3000}, "query.previous_long"),
        ({"previous": "Quand\x00 ?"}, "query.previous_control"),
        ({"previous_answer": "hier"}, "query.previous_empty"),
        ({"prevous": QUESTION}, "serve.unknown_parameter"),
    ],
)
def test_a_bad_question_before_is_a_bad_request(
    server: RunningServer, before: dict[str, str], code: str
) -> None:
    reply = ask(server, "ask", q="Où ?", **before)
    assert reply.status == 400
    assert reply.json["error"]["code"] == code


def test_the_schemas_name_the_parameters_and_no_default_of_the_settings(
    server: RunningServer,
) -> None:
    described = send(server, "/api/openapi.json").json
    for verb in ("ask", "search"):
        parameters = described["paths"][f"/{verb}"]["get"]["parameters"]
        assert [(one["name"], one["required"]) for one in parameters] == [
            ("q", True), ("k", False), ("date_from", False), ("date_to", False),
            ("language", False), ("release", False),
            *((name, False) for name in BEFORE if verb == "ask"),
        ]  # fmt: skip
        assert parameters[1]["schema"]["type"] == "integer"
    assert described["components"]["schemas"]["Answer"]["additionalProperties"] is False


def test_the_examples_of_the_documentation(server: RunningServer) -> None:
    lines = re.findall(r"^curl .*?127\.0\.0\.1:7860/api/.*$", read(PROGRAMS), re.MULTILINE)
    assert len(lines) == 2
    for line in lines:
        address, *rest = [part for part in shlex.split(line)[1:] if not part.startswith("-")]
        path = address.removeprefix("http://127.0.0.1:7860")
        for one in rest:
            name, _, value = one.partition("=")
            path += f"?{urlencode({name: value})}"
        found = send(server, path).json
        if "/ask" in path:
            assert "le 15 février" in found["answer"]
        else:
            assert len(found["hits"]) == 3
            assert all(hit["date"]["value"] >= "2014" for hit in found["hits"])
    row = r"^\| ((?:`\w+`(?:, )?)+) \|"
    table = section(PROGRAMS, "## HTTP").split("`/api/openapi.json`")[0]
    named = [name for names in re.findall(row, table, re.M) for name in re.findall(r"\w+", names)]
    described = send(server, "/api/openapi.json").json["paths"]["/ask"]["get"]["parameters"]
    assert named == [one["name"] for one in described]


def test_below_a_path_the_address_is_the_published_one(folder: Path) -> None:
    with serving(folder / "index", root_path="/communiques") as server:
        for before in ("/communiques", ""):
            described = send(server, f"{before}/api/openapi.json").json
            assert described["servers"] == [{"url": "/communiques/api"}]
            assert send(server, f"{before}/api/search?q=OTAN").status == 200


# -- no index yet, too much to do, a password -----------------------------------------------------


def test_while_the_index_loads_and_where_there_is_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_load = threading.Event()
    real = rag.load_encoder

    def late(chosen: rag.EncoderSettings) -> rag.Encoder:
        assert may_load.wait(60)
        return real(chosen)

    monkeypatch.setattr(rag, "load_encoder", late)
    server = serve(folder / "index", rag.Settings())
    try:
        reply = ask(server, "ask", q=QUESTION)
        assert reply.error == (503, "page.still_loading")
        assert int(reply.headers["retry-after"]) > 0
        assert send(server, "/api/openapi.json").status == 200
    finally:
        may_load.set()
        server.service.wait(60)
        server.close()
    with serving(tmp_path / "nothing") as empty:
        reply = ask(empty, "search", q=QUESTION)
        assert reply.error == (503, "index.missing")
        assert "rag build" in reply.json["error"]["message"]


def test_turns_keep_their_order_and_refuse_when_too_many_wait(server: RunningServer) -> None:
    done: list[int] = []

    async def rush() -> list[Any]:
        turns = Turns(server.service, at_once=1, waiting=3)
        go_on = threading.Event()

        def work(number: int) -> int:
            assert go_on.wait(60)
            done.append(number)
            return number

        works = [partial(lambda number, _library: work(number), n) for n in range(6)]
        tasks = [asyncio.create_task(turns.run(one)) for one in works]
        while sum(task.done() for task in tasks) < 2:
            await asyncio.sleep(0.01)
        go_on.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    results = asyncio.run(rush())
    assert done == results[:4] == [0, 1, 2, 3]
    assert [type(one) for one in results[4:]] == [rag.NotReadyError] * 2


def test_behind_a_password_programs_send_it_and_the_page_s_visitors_do_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_USER", "zoé")
    monkeypatch.setenv("RAG_PASSWORD", "sésame:7")
    with serving(folder / "index") as server:
        reply = ask(server, "ask", q=QUESTION)
        assert reply.error == (401, "serve.no_login")
        assert reply.headers["www-authenticate"].startswith("Basic ")
        for path in ("/api/openapi.json", "/api/nothing", "//api/ask?q=OTAN", "/api//ask?q=OTAN"):
            assert send(server, path).status in (401, 404)
        right = base64.b64encode("zoé:sésame:7".encode()).decode()
        assert send(server, "/api/search?q=OTAN", {"Authorization": f"Basic {right}"}).status == 200
        wrong = base64.b64encode("zoé:sésame:8".encode()).decode()
        for given in (f"Basic {wrong}", f"Bearer {right}", "Basic", "Basic é", f"Basic {right}x"):
            assert send(server, "/api/search?q=OTAN", {"Authorization": given}).status == 401
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        body = b"username=zo%C3%A9&password=s%C3%A9same%3A7"
        session = send(server, "/login", form, "POST", body)
        assert session.status == 200
        cookie = session.headers["set-cookie"].split(";")[0]
        assert send(server, "/api/search?q=OTAN", {"Cookie": cookie}).status == 200
        name = cookie.split("=")[0]
        assert send(server, "/api/search?q=OTAN", {"Cookie": f"{name}=guessed"}).status == 401
        assert send(server, "/api/search?q=OTAN", {"Cookie": f"{name}="}).status == 401
