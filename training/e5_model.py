"""Convert the embedded weights to a sentence-transformers model, for training and comparisons.

The package does not need this.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.models.e5.tokens import REMOVED, TO_SPACE, UNKNOWN
from rag.models.e5.weights import PackedModel, read_packed

if TYPE_CHECKING:
    import numpy.typing as npt

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
    """The tensors with the names and shapes of ``transformers.BertModel``'s state dict."""
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
    """The vocabulary as a ``tokenizers.Tokenizer`` with XLM-R's pipeline."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    bounds = zip(model.offsets, model.offsets[1:], model.scores, strict=False)
    pieces = [(model.blob[start:end].decode("utf-8"), score) for start, end, score in bounds]
    result = Tokenizer(models.Unigram(pieces, UNKNOWN, False))
    result.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(REMOVED), ""),
            normalizers.Replace(Regex(TO_SPACE), " "),
            normalizers.NFKC(),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    result.pre_tokenizer = pre_tokenizers.Metaspace("▁", "always", True)
    result.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    result.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
    return result


def unpack(source: Path, folder: Path) -> Path:
    """Write the weights as a folder of a sentence-transformers model (float32, about 470 MB).

    An existing folder is not written again. A new one is written under a temporary name and then
    renamed. So a killed process leaves no incomplete folder, and two processes can do this at the
    same time.

    Returns:
        ``folder``, ready for ``SentenceTransformer(str(folder))``.

    Raises:
        EncoderError: the weight file is missing or damaged.
        OSError: the folder cannot be written.
    """
    if (folder / "modules.json").exists():
        return folder
    packed = read_packed(source)
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write_model(packed, temporary)
        try:
            os.rename(temporary, folder)
        except OSError:
            if not (folder / "modules.json").exists():
                raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
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
