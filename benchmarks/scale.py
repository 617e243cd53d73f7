"""What it costs as the corpus grows: build, size, memory, search, answer, update, and how well the
large index finds. Real passages up to 200,000; a million and five million are made from those.

    python -m benchmarks.scale [--sizes 2000 20000 203500 1000000 5000000]
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import rag
from benchmarks.archive import archive, built_archive
from benchmarks.common import ROOT, WORK, load_squad, parser, record, table
from benchmarks.processes import Watch, run
from rag.corpus import embedded_text
from rag.indexing import LocalIndex, dense, dense_writer, lexical, lexical_writer, store
from rag.indexing.pending import PendingVectors, encoder_key, text_digest
from rag.indexing.segments import Segment
from rag.models import Encoder, load_encoder
from rag.question import make_query
from rag.retrieval import search
from rag.types import Filters

SIZES = (2_000, 20_000, 203_500, 1_000_000, 5_000_000)
REAL = 203_500
QUESTION = "Quand la cellule sous-marine a-t-elle été créée ?"
KEPT = WORK / "archive" / "scale.json"
PLAIN = rag.Settings()
# Of the noise added to a real vector, so that a made one is about 0.95 from it: as near as two
# paragraphs of one debate.
NOISE = 0.33
_NO_FILTER = Filters()
FILTERS = {
    "no filter": _NO_FILTER,
    "autumn 1997": Filters(date(1997, 9, 1), date(1997, 12, 31)),
    "one day": Filters(date(1997, 10, 1), date(1997, 10, 1)),
}


class Asked:
    """The encoder with the questions' vectors at hand: encoding is measured apart."""

    def __init__(self, inner: Encoder, questions: list[str]) -> None:
        self._inner = inner
        self._vectors = {q: inner.encode_queries([q]) for q in questions}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def encode_queries(self, texts: Sequence[str]) -> Any:
        return self._vectors[texts[0]]


def questions(data: Path, count: int) -> list[str]:
    """Questions of PIAF dev, spread over its articles."""
    asked = load_squad(data / "piaf/piaf-1.1-dev.json").questions
    return [asked[n].text for n in np.linspace(0, len(asked) - 1, count).astype(int)]


def quantiles(seconds: list[float]) -> tuple[float, float]:
    """Median and 95th percentile, in milliseconds."""
    low, high = np.percentile(seconds, [50, 95]) * 1000
    return float(low), float(high)


def timed(work: Callable[[str], object], asked: list[str]) -> tuple[float, float]:
    """Quantiles of a call for each question, after one round to warm up."""
    for question in asked[:20]:
        work(question)
    seconds = []
    for question in asked:
        start = time.perf_counter()
        work(question)
        seconds.append(time.perf_counter() - start)
    return quantiles(seconds)


def process(*command: str) -> tuple[float, float, float]:
    """Seconds and peak megabytes of a whole process, and of those the most that are its own (the
    rest are pages of files, which the system takes back when it needs them)."""
    done = run([sys.executable, "-m", "rag.cli", *command])
    return done.seconds, done.peak, done.own


def searched(data: Path, size: int, encoder: Encoder) -> dict[str, Any]:
    """Search and answers in a corpus of real passages."""
    folder = built_archive(data, size)
    found: dict[str, Any] = {}
    with rag.open(folder, encoder=encoder, settings=PLAIN) as library:
        index = library._index
        assert isinstance(index, LocalIndex)
        found["passages"], found["megabytes"] = len(library), library.size_on_disk / 1e6
        found["dense"] = index.manifest["dense"]
        asked = questions(data, 200)
        knows: Any = Asked(encoder, asked)
        for name, filters in FILTERS.items():
            found[f"search, {name}"] = timed(
                partial(_searched, index, knows, filters=filters), asked
            )
        found["ask"] = timed(library.ask, asked[::4])
        found["recall"] = recall(index, encoder, asked)
    found["ask, process"] = [process("ask", QUESTION, "-i", str(folder)) for _ in range(5)]
    return found


def built(data: Path, size: int, encoder: Encoder) -> dict[str, Any]:
    """Building and updating the same, its vectors at hand."""
    found: dict[str, Any] = {}
    scratch = WORK / "archive" / "timed"
    shutil.rmtree(scratch, ignore_errors=True)
    with rag.open(built_archive(data, size), encoder=encoder, settings=PLAIN) as library:
        index = library._index
        assert isinstance(index, LocalIndex)
        hand_over(index, scratch, encoder)
    corpus = archive(data, size)
    found["build"] = process("build", "-q", str(corpus), "-i", str(scratch))
    copy = WORK / "archive" / "changed"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(corpus, copy)
    process("build", "-q", str(copy), "-i", str(scratch))
    files = sorted((copy / "piaf/train").iterdir())
    for number, file in enumerate(files[:: len(files) // 10][:10]):
        file.write_text(file.read_text(encoding="utf-8") + f"\nAjout {number}.\n", encoding="utf-8")
    found["update"] = process("build", "-q", str(copy), "-i", str(scratch))
    files[5].unlink()
    found["deletion"] = process("build", "-q", str(copy), "-i", str(scratch))
    found["nothing changed"] = process("build", "-q", str(copy), "-i", str(scratch))
    for done in (copy, scratch):
        shutil.rmtree(done)
    return found


def _searched(
    index: LocalIndex, encoder: Encoder, question: str, filters: Filters = _NO_FILTER
) -> object:
    query = make_query(question, 12, filters, index.languages)
    return search(index, encoder, query, 12, PLAIN.retrieval)


def hand_over(index: LocalIndex, folder: Path, encoder: Encoder) -> None:
    """Give a new index folder the vectors as those of an unfinished build: the rest is timed."""
    key = encoder_key(encoder.identity)
    with PendingVectors(folder / store.PENDING, key, encoder.dimension) as pending:
        for first in range(0, index.passages, 1_000):
            rows = np.arange(first, min(first + 1_000, index.passages))
            stored = index.records.passages(rows.tolist())
            for vector, (_release, passage) in zip(index.vectors(rows), stored, strict=True):
                pending.add(text_digest(key, embedded_text(passage)), vector)


def recall(index: LocalIndex, encoder: Encoder, asked: list[str]) -> float:
    """Recall@10 of the dense search against every vector compared; of an index that is whole."""
    probes = np.vstack([encoder.encode_queries([question]) for question in asked])
    true = dense_writer.exact_neighbours(index.dense.segments[0].vectors, probes)
    shares = [
        np.isin(rows, index.dense.search(probe, 10)[0]).mean()
        for rows, probe in zip(true, probes, strict=True)
    ]
    return float(np.mean(shares))


class Tiled:
    """The records of a corpus that holds another one many times."""

    def __init__(self, inner: Any, real_passages: int, passages: int) -> None:
        self._inner = inner
        self._real = real_passages
        self.release_of = range(passages)  # only its length is asked for

    def passage(self, row: int) -> Any:
        return self._inner.passage(row % self._real)

    def days(self, rows: Any) -> Any:
        return self._inner.days(rows % self._real)

    def allowed(self, filters: Filters) -> Any:
        return None

    def columns(self, terms: Any) -> Any:
        return self._inner.columns(terms)


def made(data: Path, size: int, encoder: Encoder) -> dict[str, Any]:
    """The figures of search in an index of ``size`` passages made from the real ones: each vector
    again with noise, each passage's terms again as they are."""
    found: dict[str, Any] = {"passages": size}
    folder = WORK / "archive" / f"made-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    asked = questions(data, 100)
    probes = np.vstack([encoder.encode_queries([question]) for question in asked])
    generator = np.random.default_rng(0)
    with rag.open(built_archive(data, REAL), encoder=encoder, settings=PLAIN) as library:
        small = library._index
        assert isinstance(small, LocalIndex)
        (whole,) = small.segments
        vectors, vocabulary = whole.dense.vectors, whole.records.vocabulary()
        writer = dense_writer.VectorWriter(
            folder, size, vectors.shape[1], exact=dense.is_exact(size)
        )
        for row in range(0, size, 16_384):
            places = np.arange(row, min(row + 16_384, size)) % len(vectors)
            part = np.asarray(vectors[places], np.float32)
            noise = generator.standard_normal(part.shape, np.float32)
            part += NOISE / part.shape[1] ** 0.5 * noise
            writer.add(part / np.linalg.norm(part, axis=1, keepdims=True))
        writer.close()
        with Watch(os.getpid()) as watch:
            start = time.perf_counter()
            terms = lexical_writer.TermWriter(folder)
            done = 0
            while done < size:
                first = done % len(vectors)
                last = min(first + 16_384, len(vectors), first + size - done)
                terms.copy(whole.terms, vocabulary, first, last)
                done += last - first
            terms.write()
            found["dense"] = dense_writer.write_dense(folder, lambda: probes[::2])
            seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found["build"] = seconds, peak / 1024, watch.most / 1024
        manifest = {**small.manifest, "counts": {"passages": size}}
        tiled: Any = Tiled(whole.records, len(vectors), size)
        counts = lexical.TermCounts(folder)
        coded = dense.DenseSegment(folder, found["dense"])
        index = LocalIndex(
            folder, "made", manifest, [Segment(folder, {}, tiled, counts, coded, whole.places)]
        )
        knows: Any = Asked(encoder, asked)
        found["search, no filter"] = timed(partial(_searched, index, knows), asked)
        found["recall"] = recall(index, encoder, asked[1::2])
    found["megabytes"] = sum(p.stat().st_size for p in folder.rglob("*.*")) / 1e6
    shutil.rmtree(folder)
    return found


def slope(points: dict[int, float]) -> float:
    """Exponent b of a·n^b through the points, least squares in logarithms."""
    x, y = np.log(list(points)), np.log(list(points.values()))
    return float(np.polyfit(x, y, 1)[0])


def picture(figures: dict[int, dict[str, Any]]) -> None:
    """Search latency and size against passages, both axes logarithmic."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    drawn, (left, middle, right) = pyplot.subplots(1, 3, figsize=(12, 3.4))
    sizes = [found["passages"] for found in figures.values()]
    for at, name in enumerate(("p50", "p95")):
        values = [found["search, no filter"][at] for found in figures.values()]
        left.loglog(sizes, values, "o-", label=name)
    left.set(xlabel="passages", ylabel="search, ms", title="Search without encoding the question")
    left.legend()
    right.loglog(sizes, [found["megabytes"] for found in figures.values()], "o-")
    right.set(xlabel="passages", ylabel="MB", title="Index on disk")
    for name, real in (("whole", True), ("from vectors and terms", False)):
        points = [(f["passages"], f["build"][0]) for f in figures.values() if ("ask" in f) is real]
        middle.loglog(*zip(*points, strict=True), "o-", label=name)
    middle.set(xlabel="passages", ylabel="s", title="Build without encoding")
    middle.legend()
    for axes in (left, middle, right):
        axes.grid(alpha=0.3, which="both")
    drawn.tight_layout()
    drawn.savefig(ROOT / "scale.png", dpi=110)


def report(figures: dict[int, dict[str, Any]]) -> str:
    """The tables in words."""
    rows, filtered, whole = [], [], []
    for found in figures.values():
        p50, p95 = found["search, no filter"]
        kind = found["dense"]
        rows.append(
            (
                f"{found['passages']:,}",
                f"{p50:.1f} / {p95:.1f}",
                kind["kind"],
                f"{found['recall']:.3f}",
                f"{found['megabytes']:,.0f}",
                "{:,.0f} s".format(found["build"][0]),
                "{1:,.0f} MB ({2:,.0f})".format(*found["build"]),
            )
        )
        if "ask" in found:
            seconds, memory, _own = zip(*found["ask, process"], strict=True)
            whole.append(
                (
                    f"{found['passages']:,}",
                    f"{found['ask'][0]:.0f} / {found['ask'][1]:.0f}",
                    f"{np.median(seconds):.2f} s, {max(memory):.0f} MB",
                    f"{found['update'][0]:.1f} s",
                    f"{found['deletion'][0]:.1f} s",
                    f"{found['nothing changed'][0]:.1f} s",
                )
            )
            filtered.append(
                (
                    f"{found['passages']:,}",
                    *("{:.1f} / {:.1f}".format(*found[f"search, {name}"]) for name in FILTERS),
                )
            )
    latency = {f["passages"]: f["search, no filter"][0] for f in figures.values()}
    builds = {f["passages"]: f["build"][0] for f in figures.values() if "ask" in f}
    large = {n: ms for n, ms in latency.items() if n > dense.EXACT_UP_TO}
    slopes = f"Search p50 grows as passages to the power {slope(latency):.2f}"
    if len(large) > 1:
        slopes += f" ({slope(large):.2f} from 200,000 on)"
    return "\n\n".join(
        (
            "Debates of the Canadian Commons in French (paragraphs of 150 characters or more, 20 a "
            "release), PIAF's passages and the five releases. Search is dense, lexical and fusion "
            "for 12 hits, questions of PIAF dev, their vectors at hand; p50 / p95 in ms; recall@10 "
            "against every vector compared. The two largest are made from the 200,000: each vector "
            f"again with Gaussian noise (cosine with the real one {1 / (1 + NOISE**2) ** 0.5:.2f})"
            ", each passage's terms again; their texts are the real ones.",
            table(
                (
                    "passages",
                    "search",
                    "dense index",
                    "recall@10",
                    "index, MB",
                    "build without encoding",
                    "its memory",
                ),
                rows,
            ),
            f"{slopes}, the build as passages to the power {slope(builds):.2f} (of the made ones "
            "only what is derived from vectors and terms: no files are read); the index grows in "
            "proportion to the passages. Memory is the peak of the process (of the made ones the "
            "benchmark's own, with all that it did before), in brackets without the pages of files "
            "that it maps. ![scale](scale.png)",
            table(
                (
                    "passages",
                    "`library.ask`, ms",
                    "`rag ask`, whole process",
                    "10 releases changed",
                    "one deleted",
                    "nothing changed",
                ),
                whole,
            ),
            table(("passages", *FILTERS), filtered),
        )
    )


def main() -> None:
    arguments = parser(__doc__)
    arguments.add_argument("--sizes", type=int, nargs="*", default=list(SIZES))
    arguments.add_argument(
        "--searches", action="store_true", help="leave the figures of building as they were"
    )
    chosen = arguments.parse_args()
    encoder = load_encoder(rag.EncoderSettings())
    held = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    for size in chosen.sizes:
        if size > REAL:
            held[str(size)] = made(chosen.data, size, encoder)
        else:
            found = searched(chosen.data, size, encoder)
            if not chosen.searches:
                found |= built(chosen.data, size, encoder)
            held[str(size)] = held.get(str(size), {}) | found
        KEPT.write_text(json.dumps(held))
        print(size, re.sub(r"(\.\d\d)\d+", r"\1", json.dumps(held[str(size)])), flush=True)
    figures = {int(size): held[size] for size in sorted(held, key=int)}
    picture(figures)
    text = report(figures)
    record("Scale", "python -m benchmarks.scale", text, write=not chosen.no_write)


if __name__ == "__main__":
    main()
