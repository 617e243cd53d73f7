"""Shared by the tests: the releases, a small deterministic encoder, an index."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

import rag
from rag.language.terms import analyse
from tests import costs

if TYPE_CHECKING:
    from tests.killed_builds import KilledBuilds

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
AskAlone = Callable[..., list[rag.Answer]]
QUESTION = "Quand la cellule sous-marine a-t-elle été créée ?"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--costs", help="write what each test takes to this file (make costs)")


def pytest_configure(config: pytest.Config) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell lets its background jobs ignore Ctrl-C, and the programs under test would too.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    path = config.getoption("--costs")
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(costs.Recorder(Path(path)))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow, and put the files that take longest first: the processes that run them are
    then done at about the same time."""
    known = costs.read_costs()
    of_file = costs.by_file(known)
    for item in items:
        if known.get(costs.function_of(item.nodeid), 0.0) >= costs.SLOW:
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: -of_file.get(item.nodeid.split("::")[0], 0.0))


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """French messages, no settings of the user, no model hub."""
    monkeypatch.setenv("RAG_LANG", "fr")
    monkeypatch.delenv("RAG_CONFIG", raising=False)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


class WordEncoder:
    """Encodes a text as a unit vector of its hashed terms: fast, and similar for similar texts.

    Attributes:
        encoded: the passages encoded so far.
        fail_after: number of passages after which it is interrupted; None for never.
    """

    def __init__(self, dimension: int = 64, name: str = "words") -> None:
        self.identity = rag.EncoderIdentity(name, "1", dimension, "", "")
        self.dimension = dimension
        self.max_tokens = 200
        self.encoded: list[str] = []
        self.fail_after: int | None = None

    def count_tokens(self, text: str) -> int:
        return len(text.split()) + 2

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([self._vector(text) for text in texts], np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Iterator[tuple[int, np.ndarray]]:
        for position, text in enumerate(texts):
            if self.fail_after is not None and len(self.encoded) >= self.fail_after:
                raise KeyboardInterrupt
            self.encoded.append(text)
            yield position, self._vector(text)

    def _vector(self, text: str) -> np.ndarray:
        vector = np.full(self.dimension, 1e-3, np.float32)
        for term in analyse(text, "fr"):
            digest = hashlib.sha256(term.encode("utf-8", "replace")).digest()
            vector[digest[0] % self.dimension] += 1.0
        return vector / np.linalg.norm(vector)


@pytest.fixture
def words() -> WordEncoder:
    return WordEncoder()


@pytest.fixture(scope="session")
def embedded() -> rag.Encoder:
    return rag.load_encoder(rag.EncoderSettings())


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    """An index of the five releases with the default encoder. No test may change it."""
    folder = tmp_path_factory.mktemp("seeds") / "index"
    rag.build(SEEDS, folder, encoder=embedded, settings=rag.Settings())
    return folder


@pytest.fixture(scope="session")
def library(seed_index: Path, embedded: rag.Encoder) -> Iterator[rag.Library]:
    with rag.open(seed_index, encoder=embedded, settings=rag.Settings()) as opened:
        yield opened


@pytest.fixture(scope="session")
def killed_at() -> Iterator[KilledBuilds]:
    """Runs a build that is killed at a step."""
    from tests.killed_builds import KilledBuilds

    builds = KilledBuilds()
    yield builds
    builds.close()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """An empty folder for releases."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """The path of an index that is not built yet."""
    return tmp_path / "index"


@pytest.fixture
def ask_alone(corpus: Path, index: Path, embedded: rag.Encoder) -> AskAlone:
    """Asks questions of a release that is indexed alone."""

    def ask(text: str, *questions: str) -> list[rag.Answer]:
        write(corpus, "a.txt", text)
        rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
        with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
            return [library.ask(question) for question in questions]

    return ask


def write(folder: Path, name: str, text: str) -> Path:
    """Write a text file in UTF-8 and keep its line ends."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def paragraph(subject: str, sentences: int = 3) -> str:
    """A paragraph that is long enough to be a passage of its own."""
    return " ".join(
        f"Le communiqué numéro {n} parle de {subject} et de rien d’autre." for n in range(sentences)
    )


def clean_environment(**changes: str) -> dict[str, str]:
    """The environment of a child process: French messages, no settings of the user."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("RAG_")}
    return {**kept, "RAG_LANG": "fr", **changes}
