"""A learned reader: question and passage together, to the span that answers and how sure it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rag.encode.embedded import weights_path

if TYPE_CHECKING:
    from rag.reader.model import Reader, Reading

__all__ = ["Reader", "Reading", "load_reader"]


def load_reader(cache: Path | None = None) -> Reader:
    """The reader that the package ships, on the embedded encoder's weights.

    Args:
        cache: folder where its graph is kept from one process to the next.

    Raises:
        ReaderError: its file is missing or damaged.
        EncoderError: the encoder's weights are.
    """
    from rag.reader.model import Reader

    return Reader(weights_path(), cache=cache)


def __getattr__(name: str) -> object:
    # ONNX Runtime is imported only where something is read.
    if name in ("Reader", "Reading"):
        from rag.reader import model

        return getattr(model, name)
    raise AttributeError(name)
