"""Pages and feeds become files of the folder, and no server makes the program misbehave."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rag
from rag.cli import main
from rag.config import FetchSettings
from rag.corpus.listing import list_corpus
from rag.corpus.reading import read_release
from rag.fetching.address import Address, Named, is_public, parse_address, resolve
from rag.fetching.exchange import Response
from rag.fetching.feed import read_feed
from rag.fetching.page import file_name, kind_of, page_with_origin
from rag.fetching.problem import FetchError
from rag.fetching.run import Fetched, fetch
from tests import misbehaving_server as web
from tests.conftest import ROOT, WordEncoder, clean_environment, paragraph, write
from tests.misbehaving_server import Server, conditional, html, page, rss
from tests.office_files import docx, p

FAST = FetchSettings(pause=0.0, timeout=1.0, megabytes=1, longest_wait=2.0)


@pytest.fixture
def server() -> Iterator[Server]:
    with web.serving() as one:
        yield one


def run(
    server: Server, folder: Path, *paths: str, limits: FetchSettings = FAST, again: bool = False
) -> list[Fetched]:
    results: list[Fetched] = []
    urls = [path if "://" in path else server.address + path for path in paths]
    fetch(urls, folder, limits, results.append, again=again)
    return results


def releases(folder: Path) -> dict[str, rag.Release]:
    return {file.source: read_release(file) for file in list_corpus(folder).files}


def code(result: Fetched) -> str:
    return result.reason.code if result.reason else ""


def test_a_page_becomes_a_release_with_its_address(server: Server, tmp_path: Path) -> None:
    server.pages["/actu/ouverture.html?id=3"] = page(html("Le musée ouvre"))
    (result,) = run(server, tmp_path, "/actu/ouverture.html?id=3#haut")
    assert result.status == "written"
    assert result.file.startswith(f"127.0.0.1_{server.address.rsplit(':', 1)[1]}/ouverture-")
    (release,) = releases(tmp_path).values()
    assert release.url == f"{server.address}/actu/ouverture.html?id=3"
    assert release.title == "Le musée ouvre"
    assert release.published.date is None
    assert "4 000 élèves" in release.body
    assert server.headers["/actu/ouverture.html?id=3"]["User-Agent"].startswith("press-release-rag")


def test_what_a_page_states_of_itself_counts_more(server: Server, tmp_path: Path) -> None:
    own = (
        '<link rel="canonical" href="https://example.org/a">'
        '<meta property="article:published_time" content="2018-02-03">'
    )
    server.pages["/fil"] = page(rss(["/own", "/none"]), "application/rss+xml")
    server.pages["/own"] = page(html("Un", head=own))
    server.pages["/none"] = page(html("Deux"))
    assert [one.status for one in run(server, tmp_path, "/fil")] == ["feed", "written", "written"]
    found = {one.title: one for one in releases(tmp_path).values()}
    assert found["Un"].url == "https://example.org/a"
    assert found["Un"].published.date == rag.PartialDate(2018, 2, 3)
    assert found["Deux"].url == f"{server.address}/none"
    assert found["Deux"].published.date == rag.PartialDate(2019, 3, 5)


def test_texts_and_pdfs_get_a_line_of_metadata(server: Server, tmp_path: Path) -> None:
    server.pages["/fil"] = page(rss(["/a.txt"]), "text/xml")
    server.pages["/a.txt"] = page(("Le musée ouvre\n\n" + web.TEXT).encode(), "text/plain")
    assert [one.status for one in run(server, tmp_path, "/fil")] == ["feed", "written"]
    (release,) = releases(tmp_path).values()
    assert release.url == f"{server.address}/a.txt"
    assert release.published.date == rag.PartialDate(2019, 3, 5)


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html; charset=iso-8859-1", "cp1252"),
        ("text/html; charset=windows-1251", "utf-8"),  # the server is wrong
        ("text/html; charset=utf-8", "cp1252"),  # and here
        ("text/html; charset=klingon", "utf-8"),
        ("text/html; charset=hex", "utf-8"),
        ("text/html", "utf-16"),
        ("text/plain", "utf-8"),  # it is a page
    ],
)
def test_the_letters_are_right_whatever_the_server_says(
    server: Server, tmp_path: Path, kind: str, charset: str
) -> None:
    server.pages["/a"] = page(html("L’été « à » l’œuvre", charset=charset), kind)
    (result,) = run(server, tmp_path, "/a")
    assert result.status == "written"
    (release,) = releases(tmp_path).values()
    assert release.title == "L’été « à » l’œuvre"
    assert "élèves" in release.body


def test_a_document_of_a_word_processor_is_kept_as_it_is(server: Server, tmp_path: Path) -> None:
    data = docx(p("Le pont rouvre") + p("4 mai 2015") + p("Le pont rouvre samedi aux piétons."))
    server.pages["/pont.docx"] = page(data, "application/octet-stream")
    (result,) = run(server, tmp_path, "/pont.docx")
    assert result.status == "written"
    (release,) = releases(tmp_path).values()
    assert release.published.value == "2015-05-04"
    assert release.source.endswith(".docx")


PROBLEMS = {
    "/slow": (web.silent, "fetch.slow"),
    "/drip": (web.dripping, "fetch.slow"),
    "/headers": (web.dripping_headers, "fetch.slow"),
    "/endless": (web.endless, "fetch.too_large"),
    "/huge": (page(b"<html>" + b"x" * 1_100_000), "fetch.too_large"),
    "/bomb": (web.bomb(50), "fetch.too_large"),
    "/bad-gzip": (page(b"\x1f\x8bnot gzip", Content_Encoding="gzip"), "fetch.not_unpacked"),
    "/truncated": (web.truncated, "fetch.broken"),
    "/loop": ((302, {"Location": "/loop2"}, b""), "fetch.redirects"),
    "/nowhere": ((302, {}, b""), "fetch.status"),
    "/image": (page(b"\x89PNG\r\n\x1a\n\x00\x00", "text/html"), "fetch.wrong_type"),
    "/zip": (page(b"PK\x03\x04xx", "text/plain"), "fetch.wrong_type"),
    "/json": (page(b"{}", "application/json"), "fetch.wrong_type"),
    "/empty": (page(b" \n"), "fetch.empty"),
    "/404": ((404, {}, b"<html>"), "fetch.status"),
    "/304": ((304, {}, b""), "fetch.status"),
    "/500": ((500, {}, b""), "fetch.status"),
    "/429": ((429, {"Retry-After": "999"}, b""), "fetch.later"),
    "/503": ((503, {}, b""), "fetch.later"),
    "/ftp": ((302, {"Location": "ftp://example.org/a"}, b""), "fetch.bad_address"),
    "/file": ((302, {"Location": "file:///etc/passwd"}, b""), "fetch.bad_address"),
    "/private": ((302, {"Location": "http://127.0.0.1:9/"}, b""), "fetch.private"),
    "/decimal": ((302, {"Location": "http://2130706433/"}, b""), "fetch.private"),
    "/metadata": ((301, {"Location": "http://169.254.169.254/latest"}, b""), "fetch.private"),
    "/mapped": ((302, {"Location": "http://[::ffff:10.0.0.1]/"}, b""), "fetch.private"),
    "/localhost": ((302, {"Location": "http://localhost/"}, b""), "fetch.private"),
}


@pytest.mark.parametrize("path", PROBLEMS)
def test_what_goes_wrong_is_told_and_leaves_no_file(
    server: Server, tmp_path: Path, path: str
) -> None:
    server.pages |= {one: answer for one, (answer, _) in PROBLEMS.items()}
    server.pages["/loop2"] = (302, {"Location": "/loop"}, b"")
    start = time.monotonic()
    (result,) = run(server, tmp_path / "f", path)
    assert (result.status, code(result)) == ("failed", PROBLEMS[path][1])
    assert time.monotonic() - start < 10
    assert [one for one in (tmp_path / "f").rglob("*") if not one.name.startswith(".")] == []


def test_a_name_that_points_into_the_private_network_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import socket

    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.1.1.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: answers)
    evil = parse_address("http://evil.example/")
    with pytest.raises(FetchError) as caught:
        resolve(evil, Named([]))
    assert caught.value.reason.code == "fetch.private"
    assert resolve(evil, Named([evil])) == ["8.8.8.8", "10.1.1.1"]
    other_port = parse_address("http://evil.example:8080/")
    with pytest.raises(FetchError):
        resolve(other_port, Named([evil]))


@given(st.ip_addresses())
def test_only_public_addresses_are_public(ip: object) -> None:
    text = str(ip)
    if is_public(text):
        assert not ip.is_private  # type: ignore[attr-defined]
        assert not ip.is_loopback  # type: ignore[attr-defined]
        assert not ip.is_link_local  # type: ignore[attr-defined]
    if ip.version == 4:  # type: ignore[attr-defined]
        assert is_public(f"::ffff:{text}") == is_public(text)
        assert not is_public(f"64:ff9b::{text}") or is_public(text)


@given(st.text() | st.from_regex(r"https?://[\w.:@/?#%\[\]-]{1,40}", fullmatch=True))
def test_any_text_is_an_address_in_one_form_or_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except FetchError:
        return
    assert address.scheme in ("http", "https")
    assert str(address).isascii()
    assert not any(mark in str(address) for mark in "\r\n #")
    assert parse_address(str(address)) == address
    name = file_name(address, ".html")
    folder, file = name.split("/")
    assert name.isascii()
    assert folder not in (".", "..")
    assert not file.startswith((".", "readme"))
    assert len(file) < 100


KINDS = ["text/html", "text/html; charset=utf-8", "text/html; charset=big5", "text/plain", ";;", ""]


@settings(deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: html("T", text)),
    st.sampled_from(KINDS),
    st.sampled_from(["", "2019-03-05"]),
)
def test_any_data_become_a_page_or_are_refused(data: bytes, kind: str, date: str) -> None:
    address = parse_address("https://example.org/a--b?c=é")
    response = Response(address, 200, {"content-type": kind}, data)
    try:
        if kind_of(response) != ".html":
            return
        written = page_with_origin(response, date)
    except FetchError:
        return
    assert b"saved from url=" in written[:100]


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_data_are_a_feed_or_refused(data: bytes, at: int) -> None:
    whole = rss(["/a", "https://example.org/b"])
    address = parse_address("https://example.org/feed")
    for mangled in (data, whole[:at], whole[:at] + data + whole[at:]):
        try:
            entries, _problems = read_feed(mangled, address)
        except FetchError:
            continue
        assert all(entry.address.scheme in ("http", "https") for entry in entries)


def test_a_password_is_not_sent() -> None:
    with pytest.raises(FetchError) as caught:
        parse_address("https://jean:secret@example.org/")
    assert caught.value.reason.code == "fetch.password"
    assert "secret" not in str(caught.value.reason)


def test_robots_are_obeyed(server: Server, tmp_path: Path) -> None:
    rules = b"User-agent: *\nDisallow: /*?tri=\nDisallow: /prive/\n"
    server.pages["/robots.txt"] = page(rules, "text/plain")
    server.pages["/a"] = page(html("A"))
    results = run(server, tmp_path, "/a", "/a?tri=date", "/prive/b")
    assert [code(one) for one in results] == ["", "fetch.robots", "fetch.robots"]
    assert server.asked == ["/a"]
    server.pages["/robots.txt"] = (500, {}, b"")
    assert [code(one) for one in run(server, tmp_path, "/a")] == ["fetch.status"]
    assert server.asked == ["/a"]


def test_a_server_that_asks_to_wait_is_asked_again(server: Server, tmp_path: Path) -> None:
    times: list[float] = []

    def later(value: str) -> object:
        def answer(request: object) -> None:
            times.append(time.monotonic())
            busy = len(times) < 2
            web.send(request, (429, {"Retry-After": value}, b"") if busy else page(html("A")))  # type: ignore[arg-type]

        return answer

    for value in ("1", ""):
        value = value or formatdate(time.time() + 2, usegmt=True)
        times.clear()
        server.pages["/later"] = later(value)  # type: ignore[assignment]
        assert run(server, tmp_path, "/later")[0].status in ("written", "unchanged")
        assert times[1] - times[0] >= 0.9


def test_pages_that_have_not_changed_are_not_sent_again(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = conditional(html("A"), '"1"')
    server.pages["/b"] = page(html("B"))
    assert [one.status for one in run(server, tmp_path, "/a", "/b")] == ["written", "written"]
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")}
    assert [one.status for one in run(server, tmp_path, "/a", "/b")] == ["unchanged", "unchanged"]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.html")} == times
    assert server.headers["/a"]["If-None-Match"] == '"1"'
    for path in times:
        path.unlink()
    assert [one.status for one in run(server, tmp_path, "/a", "/b")] == ["written", "written"]
    server.pages["/a"] = conditional(html("A2"), '"2"')
    assert run(server, tmp_path, "/a")[0].status == "written"
    assert "A2" in {one.title for one in releases(tmp_path).values()}


def test_of_a_feed_only_what_is_new_is_asked_for(server: Server, tmp_path: Path) -> None:
    for name in "abc":
        server.pages[f"/{name}"] = page(html(name.upper()))
    server.pages["/fil"] = page(rss(["/a", "/b", "/gone"]), "application/rss+xml")
    results = run(server, tmp_path, "/fil")
    assert [one.status for one in results] == ["feed", "written", "written", "failed"]
    server.pages["/fil"] = page(rss(["/c", "/a", "/b", "/gone"]), "application/rss+xml")
    server.asked.clear()
    assert [one.status for one in run(server, tmp_path, "/fil")] == ["feed", "written"]
    assert server.asked == ["/fil", "/c"]
    changed = rss(["/a"], "Wed, 06 Mar 2019 10:00:00 GMT")
    server.pages["/fil"] = page(changed, "application/rss+xml")
    assert [one.status for one in run(server, tmp_path, "/fil")] == ["feed", "unchanged"]
    assert [one.status for one in run(server, tmp_path, "/fil", again=True)] == [
        "feed",
        "unchanged",
    ]


def test_atom_and_rss_1_are_feeds_too(server: Server, tmp_path: Path) -> None:
    server.pages["/a"], server.pages["/b"] = page(html("A")), page(html("B"))
    server.pages["/atom"] = page(
        b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry>'
        b'<link rel="enclosure" href="/zip"/><link href="/a"/>'
        b"<updated>2021-01-01T00:00:00Z</updated></entry></feed>",
        "application/atom+xml",
    )
    server.pages["/rdf"] = page(
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b'<channel rdf:about="x"><title>F</title></channel><item rdf:about="/b"><title>T</title>'
        b"<link>/b</link><dc:date>2020-05-06</dc:date></item></rdf:RDF>",
        "text/html",
    )
    statuses = [one.status for one in run(server, tmp_path, "/atom", "/rdf")]
    assert statuses == ["feed", "written", "feed", "written"]
    dates = {one.title: one.published.date for one in releases(tmp_path).values()}
    # A day of the last change is no day of publication.
    assert dates == {"A": None, "B": rag.PartialDate(2020, 5, 6)}


def test_a_feed_of_fifty_thousand_entries_is_cut(server: Server, tmp_path: Path) -> None:
    server.pages["/fil"] = page(rss([f"/{n}" for n in range(50_000)]), "application/rss+xml")
    for n in range(3):
        server.pages[f"/{n}"] = page(html(f"N{n}"))
    limits = FetchSettings(pause=0.0, timeout=30.0, entries=3)
    results = run(server, tmp_path, "/fil", limits=limits)
    assert [one.status for one in results] == ["feed", "written", "written", "written"]
    assert results[0].reason == rag.Reason("fetch.more", {"count": 49_997})


def test_a_feed_that_is_no_feed_is_told(server: Server, tmp_path: Path) -> None:
    server.pages["/fil"] = page(b"<rss><channel><item><li", "application/rss+xml")
    server.pages["/odd"] = page(
        rss(["", "javascript:alert(1)", "http://10.0.0.1/"]), "application/rss+xml"
    )
    assert code(run(server, tmp_path, "/fil")[0]) in ("fetch.bad_feed", "fetch.no_link")
    codes = sorted(code(one) for one in run(server, tmp_path, "/odd"))
    assert codes == ["", "fetch.bad_address", "fetch.no_link", "fetch.private"]


def test_two_commands_do_not_fetch_into_one_folder(server: Server, tmp_path: Path) -> None:
    from filelock import FileLock

    with FileLock(tmp_path / ".fetch.lock"), pytest.raises(rag.IndexBusyError):
        run(server, tmp_path, "/a")


def test_the_command_tells_each_result(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/a"] = page(html("A"))
    (tmp_path / "rag.toml").write_text("[fetch]\npause = 0.0\n", "utf-8")
    rest = ["--to", str(tmp_path / "f"), "--config", str(tmp_path / "rag.toml")]
    assert main(["fetch", f"{server.address}/a", *rest]) == 0
    assert "1 écrits" in capsys.readouterr().out
    assert main(["fetch", f"{server.address}/a", f"{server.address}/b", "ftp://x/", *rest]) == 10
    shown = capsys.readouterr()
    assert "Inchangé" in shown.out
    assert "HTTP 404" in shown.err
    assert "ftp://x/" in shown.err
    assert main(["fetch", f"{server.address}/a", "--json", *rest]) == 0
    ((result,)) = json.loads(capsys.readouterr().out)
    assert result["status"] == "unchanged"


def test_what_is_fetched_goes_into_the_folder_of_the_index(
    server: Server, corpus: Path, index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(corpus, "a.txt", paragraph("perroquets"))
    rag.build(corpus, index, encoder=WordEncoder(), settings=rag.Settings())
    server.pages["/a"] = page(html("A"))
    monkeypatch.chdir(tmp_path)
    assert main(["fetch", f"{server.address}/a", "-i", str(index)]) == 0
    assert len(list(corpus.rglob("*.html"))) == 1
    assert not (tmp_path / "seeds").exists()
    assert main(["fetch", "www.example.org", "-i", str(tmp_path / "none")]) == 10
    assert not (tmp_path / "seeds").exists()  # nothing was to be fetched


def test_an_option_that_would_do_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["fetch", "http://x/", "--engine=milvus"], ["serve", "--json"]):
        with pytest.raises(SystemExit) as stopped:
            main([*command, "--ui", "fr"])
        assert stopped.value.code == 2
        assert f"argument inconnu : {command[-1]}" in capsys.readouterr().err


def test_a_killed_fetch_goes_on_where_it_stopped(server: Server, tmp_path: Path) -> None:
    for n in range(12):
        server.pages[f"/{n}"] = page(html(f"N{n}"))
    server.pages["/fil"] = conditional(rss([f"/{n}" for n in range(12)]), '"1"')
    folder = tmp_path / "f"
    (tmp_path / "rag.toml").write_text("[fetch]\npause = 0.1\n", "utf-8")
    arguments = ["fetch", f"{server.address}/fil", "--to", str(folder)]
    arguments += ["--config", str(tmp_path / "rag.toml")]
    process = subprocess.Popen(
        [sys.executable, "-m", "rag.cli", *arguments],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while time.monotonic() < end and len(list(folder.rglob("*.html"))) < 3:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    done = len(list(folder.rglob("*.html")))
    assert 3 <= done < 12
    asked = len(server.asked)
    results = run(server, folder, "/fil")
    assert {one.status for one in results} <= {"feed", "written", "unchanged"}
    assert 12 - done <= len(server.asked) - asked - 1 <= 12 - done + 1
    assert {one.title for one in releases(folder).values()} == {f"N{n}" for n in range(12)}


def test_the_rest_of_the_program_does_not_load_the_client() -> None:
    code = (
        "import sys\n"
        "from rag.commands import COMMANDS, make_parser, module\n"
        "for name in COMMANDS: module(name)\n"
        "make_parser().parse_args(['fetch', 'https://www.example.org/'])\n"
        "print('urllib3' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=clean_environment(),
        check=True,
    )
    assert ran.stdout.strip() == "False"


def test_only_one_module_opens_connections() -> None:
    modules = {
        path.relative_to(ROOT / "rag").as_posix()
        for path in (ROOT / "rag").rglob("*.py")
        if "urllib3" in path.read_text(encoding="utf-8")
    }
    assert modules == {"fetching/exchange.py"}
    assert Address("http", "example.org", 80, "/").site == "http://example.org"
