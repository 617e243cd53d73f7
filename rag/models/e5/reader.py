"""The default reader: question and passage to the words that answer, on ONNX Runtime.

It needs no torch. As in the encoder's bulk engine, a run takes one passage, so the reading of a
passage does not depend on the other passages. A passage that is read alone has all cores.
"""

from __future__ import annotations

import hashlib
import math
import threading
from collections import OrderedDict, deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rag.errors import ReaderError
from rag.models.e5.bulk import available_cores
from rag.models.e5.encoder import NAME, package_version
from rag.models.e5.graph import GRAPH_VERSION, make_session, token_graph
from rag.models.e5.kept import find_graph, find_kept, write_graph, write_kept
from rag.models.e5.pairs import Pair, make_pairs
from rag.models.e5.reader_weights import CALIBRATION, FILE, read_reader
from rag.models.e5.tokens import TOKENS_VERSION, UnigramTokenizer
from rag.models.e5.weights import PackedModel, read_packed
from rag.models.reader import ReaderIdentity, Reading, read_calibration
from rag.models.text import prepare

if TYPE_CHECKING:
    import numpy.typing as npt

MAX_SPAN_TOKENS = 48
_LIKELIEST = 20
# Passages of one call that are read at the same time, at most. The caller may stop early, and
# questions of other threads need the cores too.
_MAX_PENDING = 4
# So many readings are kept, the ones used last.
_KEPT = 512
_EDGES = " \t\r\n\u00a0\u202f,;:.!?…"
_CLOSING_MARKS = {"«": "»", "“": "”", "(": ")", "[": "]", '"': '"'}


class E5Reader:
    """The reader that the package ships. Loads in about half a second. Safe from several threads.

    Args:
        encoder_weights: the encoder's packed weight file. The reader uses its embeddings, and its
            layers with the changes of the training.
        path: the file with these changes; ``calibration.json`` is in the same folder.
        cache: folder where the ONNX graph and the table of the tokenizer are kept, which halves the
            time to load. With None, or a folder that cannot be written, they are made each time.

    Raises:
        ReaderError: a file of the reader is missing or damaged.
        EncoderError: the encoder's file is missing or damaged.
    """

    def __init__(self, encoder_weights: Path, path: Path = FILE, cache: Path | None = None) -> None:
        self.calibration = read_calibration(path.with_name(CALIBRATION))
        packed = read_packed(encoder_weights)
        self._packed = packed
        self._path = path
        self._positions = packed.position_embeddings()
        cores = available_cores()
        self._max_pending = min(cores, _MAX_PENDING)
        self._pool = ThreadPoolExecutor(cores, thread_name_prefix="read")
        tokenizer = self._pool.submit(_make_tokenizer, packed, encoder_weights, cache)
        try:
            key = _key(GRAPH_VERSION, path, encoder_weights)
            graph = None if cache is None else find_graph(cache, "reader", key)
            if graph is None:
                made = _make_graph(packed, path)
                if cache is not None:
                    write_graph(cache, "reader", key, made)
            self._session = make_session(graph or made, self._max_pending)
        except ReaderError:
            self._pool.shutdown()
            raise
        except Exception as error:  # the errors of ONNX Runtime have no common base class
            self._pool.shutdown()
            raise ReaderError("reader.damaged", path=path) from error
        self._tokenizer = tokenizer.result()
        self._kept: OrderedDict[tuple[str, str, str], Future[Reading]] = OrderedDict()
        self._keeping = threading.Lock()

    @cached_property
    def identity(self) -> ReaderIdentity:
        """``embedded`` for the shipped reader, otherwise the folder of its files."""
        name = NAME if self._path == FILE else str(self._path.parent)
        return ReaderIdentity(name, hashlib.sha256(self._path.read_bytes()).hexdigest()[:16])

    def close(self) -> None:
        """Stop the threads. The reader cannot be used afterwards."""
        self._pool.shutdown()

    def read(self, inputs: Iterable[tuple[str, str, str]]) -> Generator[Reading, None, None]:
        """Read passages lazily: one when its result is asked for.

        With several cores, the passages after it are read at the same time. A caller that stops
        early wastes these few only. What was read lately is not read again.

        Args:
            inputs: (question, title, passage) for each reading; the title may be ``""``.

        Yields:
            One reading for each input, in order.
        """
        pending: deque[Future[Reading]] = deque()
        try:
            for one in inputs:
                pending.append(self._reading(one))
                if len(pending) >= self._max_pending:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            for future in pending:
                future.cancel()

    def _reading(self, one: tuple[str, str, str]) -> Future[Reading]:
        """The reading of an input: one that is kept, or a new one that waits for its turn."""
        with self._keeping:
            kept = self._kept.pop(one, None)
            # One that waits for its turn is another call's, which may cancel it.
            if kept is None or not (kept.running() or _is_read(kept)):
                kept = self._pool.submit(self._read, *one)
            self._kept[one] = kept
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return kept

    def _read(self, question: str, title: str, passage: str) -> Reading:
        best = Reading(0, 0, -math.inf, -math.inf)
        for pair in make_pairs(self._tokenizer, prepare(question), passage, prepare(title)):
            reading = self._read_window(pair)
            if reading.span_score > best.span_score:
                best = reading
        if best.start < best.end:
            start, end = trim(passage, best.start, best.end)
            return replace(best, start=start, end=end)
        return Reading(0, len(passage), -20.0, -20.0)

    def _read_window(self, pair: Pair) -> Reading:
        ids = pair.ids
        embedded = self._packed.embedding_rows(ids) + self._positions[: len(ids)]
        (logits,) = self._session.run(None, {"embedded": embedded[None]})[0]
        passage = logits[pair.first : pair.first + len(pair.offsets)]
        first, last = best_span(passage[:, 0], passage[:, 1])
        certainty = span_certainty(passage[:, 0], passage[:, 1], first, last)
        score = passage[first, 0] + passage[last, 1]
        no_answer = logits[0, 0] + logits[0, 1]
        return Reading(
            start=pair.offsets[first][0],
            end=pair.offsets[last][1],
            span_score=float(score - no_answer),
            answerable=float(logits[0, 2]),
            certainty=certainty,
        )


def _is_read(future: Future[Reading]) -> bool:
    """Whether a reading is there; False if it was cancelled or failed."""
    return future.done() and not future.cancelled() and future.exception() is None


def _make_graph(packed: PackedModel, path: Path) -> bytes:
    tensors = read_reader(packed, path)
    return token_graph(tensors, {**packed.config, "num_hidden_layers": tensors.layers})


def _make_tokenizer(packed: PackedModel, weights: Path, cache: Path | None) -> UnigramTokenizer:
    parts = packed.blob, packed.offsets, packed.scores
    if cache is None:
        return UnigramTokenizer(*parts)
    key = _key(TOKENS_VERSION, weights)
    kept = find_kept(cache, "pieces", key, ".bin")
    tokenizer = UnigramTokenizer(*parts, None if kept is None else kept.read_bytes())
    if kept is None:
        write_kept(cache, "pieces", key, ".bin", tokenizer.table)
    return tokenizer


def _key(version: int, *files: Path) -> str:
    """What changes when anything changes that is made from some files: their sizes and times, and
    the versions of the code.

    Raises:
        ReaderError: a file is missing or cannot be read.
    """
    try:
        states = [file.stat() for file in files]
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=files[0]) from error
    except OSError as error:
        raise ReaderError("reader.damaged", path=files[0]) from error
    sources = (version, package_version(), *((one.st_size, one.st_mtime_ns) for one in states))
    return hashlib.sha256(repr(sources).encode()).hexdigest()[:16]


def best_span(starts: npt.NDArray[np.float32], ends: npt.NDArray[np.float32]) -> tuple[int, int]:
    """First and last token of the span with the greatest sum of start and end logit.

    The span has at most 48 tokens.

    Args:
        starts, ends: the logits, (tokens,) float32, one token or more.
    """
    sums = starts[:, None] + ends[None, :]
    length = np.arange(len(ends))[None, :] - np.arange(len(starts))[:, None]
    sums[(length < 0) | (length >= MAX_SPAN_TOKENS)] = -np.inf
    first, last = divmod(int(sums.argmax()), len(ends))
    return first, last


def span_certainty(
    starts: npt.NDArray[np.float32], ends: npt.NDArray[np.float32], first: int, last: int
) -> float:
    """The share of the probability of all spans that those overlapping one span have, 0 to 1.

    Only spans between the 20 likeliest starts and the 20 likeliest ends are counted; they have
    nearly all of the probability.

    Args:
        starts, ends: the logits, (tokens,) float32.
        first, last: first and last token of the span.
    """
    low = np.argsort(-starts, kind="stable")[:_LIKELIEST]
    high = np.argsort(-ends, kind="stable")[:_LIKELIEST]
    sums = (starts[low][:, None] + ends[high][None, :]).astype(np.float64)
    length = high[None, :] - low[:, None]
    mass = np.exp(sums - sums.max()) * ((length >= 0) & (length < MAX_SPAN_TOKENS))
    overlaps = (low[:, None] <= last) & (high[None, :] >= first)
    return round(float(mass[overlaps].sum() / max(mass.sum(), 1e-12)), 6)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks, punctuation and unpaired brackets or quotation marks at its edges.

    A span that has nothing else is returned unchanged.
    """
    low, high = start, end
    while True:
        previous = (low, high)
        while low < high and text[low] in _EDGES:
            low += 1
        while low < high and text[high - 1] in _EDGES:
            high -= 1
        inside = text[low:high]
        for opening, closing in _CLOSING_MARKS.items():
            if inside.startswith(opening) and closing not in inside[1:]:
                low += 1
                break
            if inside.endswith(closing) and opening not in inside[:-1]:
                high -= 1
                break
        if (low, high) == previous:
            return (low, high) if low < high else (start, end)
        if low >= high:
            return start, end
