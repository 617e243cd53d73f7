"""What the product asks of an encoder: text to unit vectors, a question and a passage being
different verbs because the models need it. Knows nothing of files or indexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """What makes two encoders' vectors comparable; written in the manifest of an index.

    Attributes:
        name: the model's name or folder.
        revision: which weights; for a local model a digest of its files.
        dimension: length of a vector.
        query_prompt, passage_prompt: what is put before a text.
    """

    name: str
    revision: str
    dimension: int
    query_prompt: str
    passage_prompt: str

    def to_dict(self) -> dict[str, str | int]:
        return asdict(self)


class Encoder(Protocol):
    """Text to unit vectors. Implementations are safe to call from several threads at once."""

    @property
    def identity(self) -> EncoderIdentity:
        """Which vectors these are."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """Tokens of a text that the model sees, its prompt and special tokens included."""

    def count_tokens(self, text: str) -> int:
        """Tokens that ``text`` takes as a passage, prompt and special tokens included; beyond those
        of the empty text at most one more than it has bytes (UTF-8 of its NFKD form)."""

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """(len(texts), dimension) float32, each row of unit length.

        Raises:
            EncoderError: the model gave something that is not a finite vector.
        """

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """Vectors as they are ready, each with its position in ``texts``, in any order.

        Each vector is (dimension,) float32 of unit length and a function of its text alone.

        Raises:
            EncoderError: the model gave something that is not a finite vector.
        """
