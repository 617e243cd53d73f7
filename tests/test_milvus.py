"""The same index in Milvus: it finds what the files find, and loses nothing when it goes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

import rag
from rag.language.terms import analyse_query
from tests.conftest import QUESTION, ROOT, SEEDS, WordEncoder, paragraph, write

pytest.importorskip("pymilvus")
from rag.indexing.engines.milvus import server as milvus_server

T = TypeVar("T")
PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))
QUESTIONS = [
    QUESTION,
    "Qui a accueilli M. Stoltenberg à Blenheim Palace ?",
    "When were the NATO foreign ministers in Brussels?",
    "Que s'est-il passé en novembre 2014 ?",
    "海底基础设施协调单元何时成立？",
    "zzz qqq",
]


# ``make milvus-server`` makes it: the package needs older tools than ours.
SERVER_PYTHON = Path(os.environ.get("RAG_MILVUS_PYTHON", ROOT / ".milvus/bin/python"))
needs_server = pytest.mark.skipif(
    not SERVER_PYTHON.exists(), reason="no Milvus server: make milvus-server"
)


@dataclass
class Server:
    """A Milvus server of our own, that can be killed and started again on the same data."""

    folder: Path
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def uri(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it; one that says it is ready and does not listen, as 2.3.5 sometimes does after a
        kill, is started again. Of a server that never comes back nothing can be tested."""
        for _ in range(3):
            self._start()
            patience = time.monotonic() + 20
            while time.monotonic() < patience:
                with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                    return
                time.sleep(0.2)
            self.kill()
        pytest.skip("the Milvus server does not listen after its start")

    def _start(self) -> None:
        command = [str(SERVER_PYTHON), str(ROOT / "tests/milvus_server.py"), str(self.folder)]
        self.process = subprocess.Popen(
            [*command, str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == "ready"

    def kill(self) -> None:
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(30)
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    stream.close()
            self.process = None


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server for the whole module."""
    server = Server(tmp_path_factory.mktemp("server"), free_port())
    server.start()
    yield server
    server.kill()


@pytest.fixture(
    scope="module",
    params=["lite", pytest.param("server", marks=[needs_server, pytest.mark.server])],
)
def uri(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Milvus Lite, and the server where there is one."""
    if request.param == "lite":
        return str(tmp_path_factory.mktemp("lite") / "milvus.db")
    server: Server = request.getfixturevalue("real")
    return server.uri


def on_milvus(settings: rag.Settings, uri: str) -> rag.Settings:
    # One server for many tests: each has an alias of its own.
    name = f"t{zlib.crc32(os.environ['PYTEST_CURRENT_TEST'].encode())}"
    return replace(settings, engine=rag.EngineSettings("milvus", uri, name, timeout=20))


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder, uri: str
) -> Iterator[tuple[rag.Library, rag.Library]]:
    """The five releases in files and in Milvus."""
    folder = tmp_path_factory.mktemp("milvus")
    settings = on_milvus(rag.Settings(), uri)
    rag.build(SEEDS, folder / "index", encoder=embedded, settings=settings)
    with (
        rag.open(folder / "index", encoder=embedded, settings=rag.Settings()) as files,
        rag.open(folder / "index", encoder=embedded, settings=settings) as server,
    ):
        yield files, server


def same(one: dict[str, object], other: dict[str, object]) -> None:
    """Alike but for the last bits of scores."""
    assert one.keys() == other.keys()
    for key, value in one.items():
        if isinstance(value, float):
            assert other[key] == pytest.approx(value, abs=2e-4), key
        elif isinstance(value, dict):
            same(value, other[key])  # type: ignore[arg-type]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            assert len(value) == len(other[key])  # type: ignore[arg-type]
            for a, b in zip(value, other[key], strict=True):  # type: ignore[call-overload]
                same(a, b)
        else:
            assert other[key] == value, key


@pytest.mark.parametrize("question", QUESTIONS)
def test_both_engines_find_and_answer_the_same(
    both: tuple[rag.Library, rag.Library], question: str
) -> None:
    files, server = both
    for k in (1, 5, 100):
        found = [[hit.to_dict() for hit in of.search(question, k)] for of in both]
        assert len(found[0]) == len(found[1])
        for a, b in zip(*found, strict=True):
            same(a, b)
    same(files.ask(question).to_dict(), server.ask(question).to_dict())


@pytest.mark.parametrize("text", ['"OTAN"', "OTAN -Vilnius", "titre:OTAN", "minist*", "a OU b"])
def test_operators_and_counts_are_refused_by_type(
    both: tuple[rag.Library, rag.Library], text: str
) -> None:
    files, server = both
    files.search(text)
    for work in (server.search, server.ask, server.facets):
        with pytest.raises(rag.EngineError) as caught:
            work(text)
        assert caught.value.key == "engine.no_operators"


@pytest.mark.parametrize(
    "text", ['"OTAN', "-OTAN", "OTAN a*", "date:hier OTAN", '"a b"~1000000000']
)
def test_what_is_half_an_operator_is_refused_alike(
    both: tuple[rag.Library, rag.Library], text: str
) -> None:
    told = []
    for library in both:
        with pytest.raises(rag.QueryError) as caught:
            library.search(text)
        told.append((caught.value.key, caught.value.values))
    assert told[0] == told[1]


def test_quotation_marks_in_a_question_favour_in_both(
    both: tuple[rag.Library, rag.Library],
) -> None:
    question = "Que dit la phrase « principales parties prenantes » ?"
    for library in both:
        assert "principales parties prenantes" in library.search(question)[0].passage.text


@pytest.mark.parametrize(
    "narrowed",
    [
        {"date_from": "2014", "date_to": "2014-12"},
        {"date_to": "2015"},
        {"date_from": "1999", "date_to": "2000"},
        {"language": "fr"},
        {"language": ["xx", "fr"]},
        {"releases": ["001_319c6ed45504dc95", 'no "such"\\ release']},
        {"releases": "none"},
    ],
)
def test_filters_hold_in_both(
    both: tuple[rag.Library, rag.Library], narrowed: dict[str, str]
) -> None:
    found = [[hit.passage for hit in of.search(QUESTION, 50, **narrowed)] for of in both]
    assert found[0] == found[1]


def test_releases_and_citations_are_the_same(both: tuple[rag.Library, rag.Library]) -> None:
    files, server = both
    assert server.release_ids == files.release_ids
    assert len(server) == len(files)
    assert server.manifest == files.manifest
    for release_id in files.release_ids:
        assert server.release(release_id) == files.release(release_id)
        assert server.passages(release_id) == files.passages(release_id)
    citation = files.ask(QUESTION).citations[0]
    assert server.show(citation.id) == files.show(citation.id)
    assert server.verify() == []
    with pytest.raises(rag.CitationError):
        server.release("none")


def test_scores_are_those_of_numpy(both: tuple[rag.Library, rag.Library]) -> None:
    files, server = both
    index = files._index
    vectors = index.vectors(np.arange(index.passages)).astype(np.float64)
    query = files._encoder.encode_queries([QUESTION])[0]
    terms = analyse_query(QUESTION, index.languages)
    known = index.terms(terms)
    bm25 = index.lexical.scores(known.postings, known.times)
    found = server._index.candidates(
        query, server._index.terms(terms), rag.types.Filters(), 200, 10
    )
    assert found.rows.tolist() == list(range(len(vectors)))
    assert found.dense == pytest.approx(vectors @ query, abs=1e-5)
    assert found.lexical == pytest.approx(bm25, abs=1e-4)
    assert server._index.dense_scale(query) == pytest.approx(index.dense_scale(query), rel=1e-5)


def corpus_of(folder: Path, names: str) -> Path:
    for name in names:
        write(folder, f"{name}.txt", f"Titre {name}\n\n{paragraph(name * 3)}\n")
    return folder


def test_an_update_is_published_and_the_old_generation_stays_readable(
    tmp_path: Path, words: WordEncoder, uri: str
) -> None:
    corpus, index = corpus_of(tmp_path / "corpus", "abc"), tmp_path / "index"
    settings = on_milvus(PLAIN, uri)
    first = rag.build(corpus, index, encoder=words, settings=settings)
    assert first.changed
    with rag.open(index, encoder=words, settings=settings) as old:
        (corpus / "b.txt").unlink()
        assert rag.build(corpus, index, encoder=words, settings=settings).changed
        assert old.release_ids == ["a", "b", "c"]
        assert len(old.search("bbb", 9)) == 3
        with rag.open(index, encoder=words, settings=settings) as new:
            assert new.release_ids == ["a", "c"]
            assert {hit.release.id for hit in new.search("bbb", 9)} == {"a", "c"}
    assert not rag.build(corpus, index, encoder=words, settings=settings).changed


def test_a_long_release_with_odd_characters_comes_back_whole(
    tmp_path: Path, words: WordEncoder, uri: str
) -> None:
    body = "Titre « é »\n\n" + "\n\n".join(
        f"Le paragraphe {n} parle d’œuvres 海底 \U0001f99c \\ \" ' et de rien d’autre, vraiment."
        for n in range(2000)
    )
    write(tmp_path / "corpus", "long.txt", body)
    write(tmp_path / "corpus", 'un "nom" \\ étrange.txt', paragraph("rien"))
    settings = on_milvus(PLAIN, uri)
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=words, settings=settings)
    with rag.open(tmp_path / "index", encoder=words, settings=settings) as library:
        assert library.release("long").body == body
        assert library.verify() == []
        assert library.search("海底", 1)[0].release.id == "long"


def test_a_publication_that_is_cut_short_changes_nothing(
    tmp_path: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, index = corpus_of(tmp_path / "corpus", "abc"), tmp_path / "index"
    settings = on_milvus(PLAIN, str(tmp_path / "milvus.db"))
    rag.build(corpus, index, encoder=words, settings=settings)
    corpus_of(corpus, "d")
    call = milvus_server.Server.call
    calls = deadly = 0

    def counted(self: object, method: str, *arguments: object, **named: object) -> object:
        nonlocal calls
        calls += method in ("create_collection", "insert", "flush", "alter_alias")
        if calls == deadly:
            raise rag.EngineError("engine.failed", uri="x", reason="gone")
        return call(self, method, *arguments, **named)

    for deadly in range(1, 14):  # noqa: B007 (counted reads it)
        calls = 0
        monkeypatch.setattr(milvus_server.Server, "call", counted)
        with pytest.raises(rag.EngineError, match="gone"):
            rag.build(corpus, index, encoder=words, settings=settings)
        monkeypatch.undo()
        with rag.open(index, encoder=words, settings=settings) as library:
            assert library.release_ids == ["a", "b", "c"]
            assert len(library.search("aaa", 9)) == 3
    report = rag.build(corpus, index, encoder=words, settings=settings)
    assert (report.changed, report.encoded) == (True, 0)
    with rag.open(index, encoder=words, settings=settings) as library:
        assert library.release_ids == ["a", "b", "c", "d"]


def test_what_cannot_be_used_is_said(tmp_path: Path, words: WordEncoder) -> None:
    settings = on_milvus(PLAIN, str(tmp_path / "milvus.db"))
    with pytest.raises(rag.IndexMissingError, match="rag build --engine milvus"):
        rag.open(tmp_path, encoder=words, settings=settings)
    corpus = corpus_of(tmp_path / "corpus", "ab")
    rag.build(corpus, tmp_path / "index", encoder=words, settings=settings)
    with pytest.raises(rag.IndexEncoderError):
        rag.open(tmp_path / "index", encoder=WordEncoder(name="others"), settings=settings)
    for engine, what in (
        (rag.EngineSettings("oracle"), "oracle"),
        (rag.EngineSettings("milvus"), "--uri"),
        (rag.EngineSettings("milvus", "x.db", "1; drop"), "1; drop"),
    ):
        with pytest.raises(rag.ConfigurationError, match=what):
            rag.open(tmp_path / "index", encoder=words, settings=replace(PLAIN, engine=engine))


def test_a_server_that_is_not_there_is_said_in_time(tmp_path: Path, words: WordEncoder) -> None:
    corpus = corpus_of(tmp_path / "corpus", "ab")
    gone = rag.EngineSettings("milvus", "http://127.0.0.1:9", timeout=1)
    with pytest.raises(rag.EngineError, match=r"127\.0\.0\.1:9"):
        rag.build(corpus, tmp_path / "index", encoder=words, settings=replace(PLAIN, engine=gone))
    # What was encoded is in the folder.
    with rag.open(tmp_path / "index", encoder=words, settings=PLAIN) as library:
        assert library.release_ids == ["a", "b"]


def eventually(work: Callable[[], T]) -> T:
    """A server that was killed takes its time to load what it held."""
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        with suppress(rag.EngineError):
            return work()
        time.sleep(0.5)
    return work()


@needs_server
@pytest.mark.server
def test_a_server_that_goes_away_loses_nothing(
    tmp_path: Path, words: WordEncoder, monkeypatch: pytest.MonkeyPatch, real: Server
) -> None:
    """Killed in the middle of a publication, before a search, and before the swap."""
    server = real  # a second one beside it would not start
    corpus, index = corpus_of(tmp_path / "corpus", "abc"), tmp_path / "index"
    engine = rag.EngineSettings("milvus", server.uri, timeout=5)
    settings = replace(PLAIN, engine=engine)
    rag.build(corpus, index, encoder=words, settings=settings)
    call = milvus_server.Server.call

    def fatal(self: object, method: str, *arguments: object, **named: object) -> object:
        if method == deadly:
            server.kill()
        return call(self, method, *arguments, **named)  # type: ignore[arg-type]

    for name, deadly in (("d", "insert"), ("e", "alter_alias")):  # noqa: B007
        corpus_of(corpus, name)
        monkeypatch.setattr(milvus_server.Server, "call", fatal)
        with rag.open(index, encoder=words, settings=settings) as library:
            assert len(library.search("aaa", 9)) == 3
            with pytest.raises(rag.EngineError, match="127"):
                rag.build(corpus, index, encoder=words, settings=settings)
            monkeypatch.undo()
            with pytest.raises(rag.EngineError, match="127"):
                library.search("aaa", 9)
            with pytest.raises(rag.EngineError, match="127"):
                rag.open(index, encoder=words, settings=settings)
            server.start()
            # Who had it open goes on, in the generation that was live.
            assert len(eventually(lambda: library.search("aaa", 9))) == 3
        with eventually(lambda: rag.open(index, encoder=words, settings=settings)) as library:
            assert library.release_ids == ["a", "b", "c"]
    words.encoded.clear()
    assert rag.build(corpus, index, encoder=words, settings=settings).changed
    assert words.encoded == []
    with rag.open(index, encoder=words, settings=settings) as library:
        assert library.release_ids == ["a", "b", "c", "d", "e"]
        assert library.search("eee", 1)[0].release.id == "e"
