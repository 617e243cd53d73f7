"""Many passages at once with the embedded weights, on ONNX Runtime with 8-bit weights.
No torch, no padding: one text a run, a thread a core. Loads in about a second, so it is for work
that the small engine would spend longer on."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rag.models.e5.graph import encoder_graph, make_session
from rag.models.e5.tokens import UnigramTokenizer
from rag.models.e5.weights import read_packed

if TYPE_CHECKING:
    import numpy.typing as npt


def available_cores() -> int:
    """Cores that this process may use, 1 or more."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class BulkEncoder:
    """Passages to unit vectors; built once, then safe from several threads."""

    def __init__(self, weights: Path) -> None:
        packed = read_packed(weights)
        self._packed = packed
        self._tokenizer = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
        self._max_tokens: int = packed.config["max_position_embeddings"]
        self._positions = packed.position_embeddings()
        self._session = make_session(encoder_graph(packed))

    def encode(self, texts: Sequence[str]) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """Vectors of already prompted texts, (dimension,) float32, in order of position."""
        stop = threading.Event()

        def work(text: str) -> npt.NDArray[np.float32] | None:
            return None if stop.is_set() else self._one(text)

        with ThreadPoolExecutor(available_cores(), thread_name_prefix="encode") as pool:
            try:
                for start in range(0, len(texts), 256):
                    chunk = texts[start : start + 256]
                    for offset, vector in enumerate(pool.map(work, chunk)):
                        if vector is not None:
                            yield start + offset, vector
            finally:
                stop.set()

    def _one(self, text: str) -> npt.NDArray[np.float32]:
        ids = self._tokenizer.encode(text)
        if len(ids) > self._max_tokens:
            ids = [*ids[: self._max_tokens - 1], ids[-1]]
        embedded = self._packed.embedding_rows(ids) + self._positions[: len(ids)]
        (vector,) = self._session.run(None, {"embedded": embedded[None]})[0]
        result: npt.NDArray[np.float32] = vector
        return result
