"""Encode many passages with the embedded weights, on ONNX Runtime with 8-bit weights.

It needs no torch and pads nothing: one text a run, one thread a core. It takes about a second to
load, so it is used only where the small engine would take longer.
"""

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
    """Number of cores that this process may use, 1 or more."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


class BulkEncoder:
    """Passages to unit vectors. Safe from several threads.

    Args:
        weights: the packed weight file.

    Raises:
        EncoderError: the file is missing or damaged.
    """

    def __init__(self, weights: Path) -> None:
        packed = read_packed(weights)
        self._packed = packed
        self._tokenizer = UnigramTokenizer(packed.blob, packed.offsets, packed.scores)
        self._max_tokens: int = packed.config["max_position_embeddings"]
        self._positions = packed.position_embeddings()
        self._session = make_session(encoder_graph(packed))

    def encode(self, texts: Sequence[str]) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """The vectors of texts that already have their prompt.

        Yields:
            Position in ``texts`` and vector, (dimension,) float32, in the order of ``texts``.
        """
        stop = threading.Event()

        def encode_unless_stopped(text: str) -> npt.NDArray[np.float32] | None:
            return None if stop.is_set() else self._encode_text(text)

        with ThreadPoolExecutor(available_cores(), thread_name_prefix="encode") as pool:
            try:
                for start in range(0, len(texts), 256):
                    chunk = texts[start : start + 256]
                    for offset, vector in enumerate(pool.map(encode_unless_stopped, chunk)):
                        if vector is not None:
                            yield start + offset, vector
            finally:
                stop.set()

    def _encode_text(self, text: str) -> npt.NDArray[np.float32]:
        ids = self._tokenizer.encode(text)
        if len(ids) > self._max_tokens:
            ids = [*ids[: self._max_tokens - 1], ids[-1]]
        embedded = self._packed.embedding_rows(ids) + self._positions[: len(ids)]
        (vectors,) = self._session.run(None, {"embedded": embedded[None]})
        vector: npt.NDArray[np.float32] = vectors[0]
        return vector
