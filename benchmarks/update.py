"""What an update of ten releases costs beside their encoding, on made releases with made vectors.

Uses the public API alone and reads nothing else of this folder, so that the same file measures
another checkout: ``PYTHONPATH=/path/to/checkout python benchmarks/update.py``. Prints JSON.

    python benchmarks/update.py [--releases 11600] [--turns 5] [--work FOLDER] [--kept FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import rag

PARAGRAPHS, WORDS, CHANGED = 17, 70, 10
DIMENSION = 384
_VOCABULARY = 150_000
_TOPICS = 400
_TOPIC_WORDS = 60
SETTINGS = rag.Settings(reader=rag.ReaderSettings(enabled=False))


class MadeEncoder:
    """Vectors that are a function of the words and cost little: those of a topic lie together."""

    def __init__(self) -> None:
        self.identity = rag.EncoderIdentity("made", "1", DIMENSION, "", "")
        self.dimension = DIMENSION
        self.max_tokens = 512
        self.seconds = 0.0
        draw = np.random.default_rng(1)
        self._words = draw.standard_normal((4_096, DIMENSION), np.float32)
        self._common = 20 * draw.standard_normal(DIMENSION, np.float32)

    def count_tokens(self, text: str) -> int:
        return len(text) // 4

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return np.array([self._vector(text) for text in texts], np.float32)

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        for position, text in enumerate(texts):
            start = time.perf_counter()
            vector = self._vector(text)
            self.seconds += time.perf_counter() - start
            yield position, vector

    def _vector(self, text: str) -> npt.NDArray[np.float32]:
        rows = [zlib.crc32(word.encode()) % 4_096 for word in text.split()]
        vector = self._common + self._words[rows].sum(axis=0)
        made: npt.NDArray[np.float32] = vector / np.linalg.norm(vector)
        return made


class Releases:
    """Texts of words drawn as a language draws them, half of a release's from its topic's."""

    def __init__(self, seed: int) -> None:
        self._draw = np.random.default_rng(seed)
        made = np.random.default_rng(0)
        syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "an", "eur")]
        lengths = made.integers(2, 5, _VOCABULARY)
        self._words = np.array(
            ["".join(made.choice(syllables, length)) for length in lengths], object
        )
        shares = 1.0 / np.arange(20, _VOCABULARY + 20)
        self._reach = np.cumsum(shares / shares.sum())
        self._topics = self._drawn(made, _TOPICS * _TOPIC_WORDS).reshape(_TOPICS, _TOPIC_WORDS)

    def _drawn(self, draw: np.random.Generator, count: int) -> npt.NDArray[Any]:
        places = np.searchsorted(self._reach, draw.random(count))
        return np.minimum(places, _VOCABULARY - 1)

    def release(self) -> str:
        """A dated release of 17 paragraphs."""
        topic = self._topics[self._draw.integers(_TOPICS)]
        size = PARAGRAPHS * WORDS
        own = topic[self._draw.integers(_TOPIC_WORDS, size=size)]
        drawn = np.where(self._draw.random(size) < 0.4, own, self._drawn(self._draw, size))
        words = self._words[drawn].reshape(PARAGRAPHS, WORDS)
        title = " ".join(words[0][:6])
        day, year = self._draw.integers(1, 29), self._draw.integers(1995, 2024)
        body = "\n\n".join(" ".join(row).capitalize() + "." for row in words)
        return f"---\ndate: {year}-05-{day:02}\n---\n{title.capitalize()}\n\n{body}\n"

    def question(self) -> str:
        """Four words of a topic and four of any."""
        topic = self._topics[self._draw.integers(_TOPICS)]
        own = self._words[topic[self._draw.integers(_TOPIC_WORDS, size=4)]]
        return " ".join([*own, *self._words[self._drawn(self._draw, 4)]]) + " ?"


def write_corpus(folder: Path, count: int) -> list[Path]:
    """The releases, a thousand a folder, written if they are not there."""
    paths = [folder / f"{n // 1000:03}" / f"{n:06}.txt" for n in range(count)]
    if not paths[-1].exists():
        releases = Releases(seed=2)
        for path in paths:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(releases.release(), encoding="utf-8")
        # A file that changed just now is read again by the next build too.
        past = time.time() - 3600
        for path in paths:
            os.utime(path, (past, past))
    return paths


def timed(work: Callable[[], object], encoder: MadeEncoder) -> tuple[float, float]:
    """Seconds by the clock and of processor, without the encoder's."""
    encoder.seconds = 0.0
    start, used = time.perf_counter(), time.process_time()
    work()
    seconds, processor = time.perf_counter() - start, time.process_time() - used
    return seconds - encoder.seconds, processor - encoder.seconds


def searches(index: Path, encoder: MadeEncoder, questions: Sequence[str]) -> dict[str, float]:
    """Milliseconds of opening and of a search, and the index's megabytes."""
    opened = partial(rag.open, index, encoder=encoder, settings=SETTINGS)
    opening = [timed(lambda: opened().close(), encoder) for _ in range(9)]
    with opened() as library:
        for question in questions[:20]:
            library.search(question, 12)
        times = [timed(partial(library.search, one, 12), encoder) for one in questions]
        size = library.size_on_disk / 1e6
    seconds, processor = 1000 * np.array(times).T
    found: dict[str, float] = {"megabytes": size}
    found["open_ms"], found["open_cpu_ms"] = (1000 * np.median(opening, axis=0)).tolist()
    found["search_p50_ms"], found["search_p95_ms"] = np.percentile(seconds, [50, 95]).tolist()
    found["search_p50_cpu_ms"], found["search_p95_cpu_ms"] = np.percentile(
        processor, [50, 95]
    ).tolist()
    return found


def measure(work: Path, kept: Path | None, releases: int, turns: int) -> dict[str, Any]:
    """Seconds of a first build and of updates, without the encoder's; search before and after."""
    paths = write_corpus(work / f"corpus-{releases}", releases)
    index = Path(tempfile.mkdtemp(prefix="index-", dir=work))
    encoder = MadeEncoder()
    more, asker = Releases(seed=os.getpid()), Releases(seed=3)
    questions = [asker.question() for _ in range(200)]
    build = partial(rag.build, paths[0].parent.parent, encoder=encoder, settings=SETTINGS)
    found: dict[str, Any] = {"rag": str(Path(rag.__file__).parent), "releases": releases}
    changed = paths[:: max(1, releases // (CHANGED * turns))]
    before = {path: path.read_bytes() for path in changed}
    try:
        if kept is None or not kept.exists():
            found["first_build_s"] = timed(partial(build, kept or index), encoder)
        if kept is not None:
            shutil.copytree(kept, index, dirs_exist_ok=True)
        found["before"] = searches(index, encoder, questions)
        updates, nothing = [], []
        for turn in range(turns):
            for path in changed[turn::turns][:CHANGED]:
                path.write_text(more.release(), encoding="utf-8")
            updates.append(timed(partial(build, index), encoder))
            nothing.append(timed(partial(build, index), encoder))
        found["update_s"], found["update_cpu_s"] = np.median(updates, axis=0).tolist()
        found["updates_s"] = [seconds for seconds, _processor in updates]
        found["nothing_changed_s"], found["nothing_changed_cpu_s"] = np.median(
            nothing, axis=0
        ).tolist()
        found["after"] = searches(index, encoder, questions)
        changed[0].unlink()
        found["deletion_s"], found["deletion_cpu_s"] = timed(partial(build, index), encoder)
        found["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    finally:
        past = time.time() - 3600
        for path, data in before.items():
            path.write_bytes(data)
            os.utime(path, (past, past))
        shutil.rmtree(index)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=11_600)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--work", type=Path, default=None, help="keeps the releases that are made")
    parser.add_argument("--kept", type=Path, default=None, help="keeps the index built first")
    chosen = parser.parse_args()
    work = chosen.work or Path(tempfile.mkdtemp(prefix="rag-update-"))
    work.mkdir(parents=True, exist_ok=True)
    try:
        print(json.dumps(measure(work, chosen.kept, chosen.releases, chosen.turns), indent=1))
    finally:
        if chosen.work is None:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
