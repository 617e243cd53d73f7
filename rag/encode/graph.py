"""The encoder's twelve layers as an ONNX graph with 8-bit weights, made from the packed file in
memory. Starts after the embedding table (looked up by the caller) and ends at the unit vector,
for one text at a time.

One text a run, not a padded batch: 8-bit activations are scaled by the largest value in the
tensor, so in a batch a text's vector would depend on its neighbours.

Operators: ``com.microsoft`` DynamicQuantizeMatMul, MultiHeadAttention, SkipLayerNormalization
(ONNX Runtime contrib operators); weights are quantised per output column, symmetric.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.encode.weights import PackedModel

_CONTRIB = "com.microsoft"


def quantise_columns(
    weight: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Symmetric 8-bit quantisation of a matrix, a scale per column.

    Args:
        weight: (in, out) float32.

    Returns:
        (in, out) int8 in -127..127, and (out,) float32 scales with ``q * scale ≈ weight``.
    """
    largest = np.maximum(weight.max(axis=0), -weight.min(axis=0))
    scale = np.maximum(largest / 127.0, 1e-12).astype(np.float32)
    return np.rint(weight / scale).astype(np.int8), scale


def encoder_graph(packed: PackedModel) -> bytes:
    """Serialise the graph: input ``embedded`` (1, tokens, hidden) float32, the sum of word,
    position and type embeddings; output ``vector`` (1, hidden) float32 of unit length."""
    from onnx import TensorProto, helper, numpy_helper

    hidden = packed.config["hidden_size"]
    heads = packed.config["num_attention_heads"]
    epsilon = packed.config["layer_norm_eps"]
    nodes: list[Any] = []
    constants: list[Any] = []

    def constant(name: str, value: npt.NDArray[Any]) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def quantised(name: str) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
        rows = len(packed.tensors[f"{name}.b"])
        return quantise_columns(packed.tensors[f"{name}.w"].reshape(rows, -1).T)

    layers = range(packed.config["num_hidden_layers"])
    names = [f"l{layer}.{part}" for layer in layers for part in ("q", "k", "v", "ao", "fi", "fo")]
    with ThreadPoolExecutor() as pool:
        weights = dict(zip(names, pool.map(quantised, names), strict=True))

    def linear(name: str, source: str) -> str:
        bias = packed.tensors[f"{name}.b"]
        weight, scale = weights[name]
        inputs = [
            source,
            constant(f"{name}.weight", weight),
            constant(f"{name}.scale", scale),
            constant(f"{name}.zero", np.zeros(len(bias), np.int8)),
            constant(f"{name}.bias", bias),
        ]
        return node("DynamicQuantizeMatMul", inputs, f"{name}.out", _CONTRIB)

    def add_and_normalise(name: str, source: str, skip: str) -> str:
        inputs = [
            source,
            skip,
            constant(f"{name}.gain", packed.tensors[f"{name}.w"]),
            constant(f"{name}.shift", packed.tensors[f"{name}.b"]),
        ]
        return node("SkipLayerNormalization", inputs, f"{name}.out", _CONTRIB, epsilon=epsilon)

    gain = constant("emb.gain", packed.tensors["emb.ln.w"])
    shift = constant("emb.shift", packed.tensors["emb.ln.b"])
    x = node("LayerNormalization", ["embedded", gain, shift], "x", epsilon=epsilon, axis=-1)
    for layer in layers:
        at = f"l{layer}"
        queries, keys, values = (linear(f"{at}.{part}", x) for part in "qkv")
        context = node(
            "MultiHeadAttention",
            [queries, keys, values],
            f"{at}.context",
            _CONTRIB,
            num_heads=heads,
        )
        x = add_and_normalise(f"{at}.aln", linear(f"{at}.ao", context), x)
        wide = node("Gelu", [linear(f"{at}.fi", x)], f"{at}.gelu", _CONTRIB)
        x = add_and_normalise(f"{at}.oln", linear(f"{at}.fo", wide), x)
    axes = constant("axes", np.array([1], np.int64))
    pooled = node("ReduceMean", [x, axes], "pooled", keepdims=0)
    node("LpNormalization", [pooled], "vector", axis=-1, p=2)
    graph = helper.make_graph(
        nodes,
        "encoder",
        [helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, "tokens", hidden])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, hidden])],
        constants,
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
    return bytes(model.SerializeToString())
