"""The protocol of an encoder: texts to unit vectors.

Queries and passages have a method each, because the models put another prompt before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Protocol

import numpy as np

from rag.lazy import dataclass

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """Identifies an encoder. Vectors are comparable only if the identities are equal.

    The manifest of an index holds the identity of its encoder.

    Attributes:
        name: the model's name or folder.
        revision: identifies the weights; for a local model a digest of its files.
        dimension: length of a vector.
        query_prompt, passage_prompt: what is put before a query and before a passage.
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
        """Identifies the model and its weights."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def max_tokens(self) -> int:
        """How many tokens of a text the model reads, with the prompt and the special tokens."""

    def count_tokens(self, text: str) -> int:
        """Number of tokens of ``text`` as a passage, with the prompt and the special tokens.

        It is at most the number for the empty text, plus the number of bytes of ``text`` (UTF-8
        of its NFKD form), plus one.
        """

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """The vectors of queries, (len(texts), dimension) float32, each row of unit length.

        Raises:
            EncoderError: the model returned a vector that is not finite.
        """

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """The vectors of passages, in any order, each as soon as it is computed.

        Yields:
            Position in ``texts`` and vector, (dimension,) float32 of unit length. The vector
            depends on its own text only.

        Raises:
            EncoderError: the model returned a vector that is not finite.
        """
