"""An encoder for any sentence-transformers model, by name or folder, with its own prompts."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EncoderError
from rag.installation import install_command
from rag.models.encoder import EncoderIdentity
from rag.models.text import prepare
from rag.near import near_path

if TYPE_CHECKING:
    import numpy.typing as npt

_BATCH = 16
_CHUNK = 256


class SentenceTransformerEncoder:
    """A ``SentenceTransformer`` as an ``Encoder``.

    Args:
        model: a folder, or the name of a model that is in the local Hugging Face cache.
        query_prompt: put before each query; None takes the model's own prompt ``query``, or
            nothing if it has none.
        passage_prompt: put before each passage; None takes the model's own prompt ``document``,
            ``passage`` or ``corpus``, or nothing if it has none.
        device: ``cpu``, ``cuda`` …; None lets sentence-transformers choose.

    Raises:
        EncoderError: the model is not on this machine or cannot be loaded.
    """

    def __init__(
        self,
        model: str,
        *,
        query_prompt: str | None = None,
        passage_prompt: str | None = None,
        device: str | None = None,
    ) -> None:
        try:
            import sentence_transformers
        except ImportError as error:
            command = install_command("", "sentence-transformers")
            raise EncoderError("encoder.no_sentence_transformers", command=command) from error
        try:
            self._model: Any = sentence_transformers.SentenceTransformer(
                model, device=device, local_files_only=True
            )
        except Exception as error:  # the library raises many types of error
            if isinstance(error, OSError) and not Path(model).exists():
                near = near_path(Path(model), folders=True)
                raise EncoderError("encoder.not_here", model=model, near=near) from error
            raise EncoderError(
                "encoder.not_loaded", model=model, reason=_first_line(error)
            ) from error
        prompts: dict[str, Any] = dict(self._model.prompts or {})
        self._query_prompt = _prompt(query_prompt, prompts, "query")
        self._passage_prompt = _prompt(passage_prompt, prompts, "document", "passage", "corpus")
        self._lock = threading.Lock()
        self._identity = EncoderIdentity(
            model, self._revision(model), self.dimension, self._query_prompt, self._passage_prompt
        )

    @property
    def identity(self) -> EncoderIdentity:
        return self._identity

    @property
    def dimension(self) -> int:
        return int(self._model.get_embedding_dimension())

    @property
    def max_tokens(self) -> int:
        return int(self._model.max_seq_length or 512)

    def count_tokens(self, text: str) -> int:
        prompted = self._passage_prompt + prepare(text)
        with self._lock:
            return len(self._model.tokenizer(prompted, truncation=False)["input_ids"])

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return self._encode([prepare(text) for text in texts], self._query_prompt)

    def encode_passages(
        self, texts: Sequence[str]
    ) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        prepared = [prepare(text) for text in texts]
        by_length = sorted(range(len(prepared)), key=lambda i: (len(prepared[i]), i))
        for start in range(0, len(by_length), _CHUNK):
            chunk = by_length[start : start + _CHUNK]
            vectors = self._encode([prepared[i] for i in chunk], self._passage_prompt)
            yield from zip(chunk, vectors, strict=True)

    def _encode(self, texts: list[str], prompt: str) -> npt.NDArray[np.float32]:
        with self._lock:
            raw = self._model.encode(
                texts,
                prompt=prompt,
                batch_size=_BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        vectors: npt.NDArray[np.float32] = np.asarray(raw, np.float32).reshape(len(texts), -1)
        if not np.isfinite(vectors).all():
            raise EncoderError("encoder.not_finite")
        return vectors

    def _revision(self, model: str) -> str:
        folder = Path(model)
        if folder.is_dir():
            return _folder_digest(folder)
        config = getattr(self._model[0], "auto_model", None)
        commit = getattr(getattr(config, "config", None), "_commit_hash", None)
        return str(commit or "unknown")


def _prompt(setting: str | None, prompts: dict[str, Any], *names: str) -> str:
    """The prompt of the settings, else the first of the model's prompts with one of the names."""
    if setting is not None:
        return setting
    return next((str(prompts[name]) for name in names if prompts.get(name)), "")


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _folder_digest(folder: Path) -> str:
    """First 16 hex digits of a SHA-256 over names, sizes and contents of a model's files."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]
