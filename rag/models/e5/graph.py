"""The encoder's layers as an ONNX graph with 8-bit weights, made in memory. Starts after the
embedding table (looked up by the caller); ends at a unit vector (the encoder) or at a few logits a
token (the reader), for one text at a time.

One text a run, not a padded batch: 8-bit activations are scaled by the largest value in the
tensor, so in a batch a text's vector would depend on its neighbours.

Operators: ``com.microsoft`` DynamicQuantizeMatMul, MultiHeadAttention, Gelu (ONNX Runtime contrib
operators); weights are quantised per output column, symmetric.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.models.e5.weights import PackedModel

    Tensors = Mapping[str, npt.NDArray[np.float32]]

_CONTRIB = "com.microsoft"
# Raise it when the same weights would give another graph: kept ones are then made anew.
GRAPH_VERSION = 1


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


class _Layers:
    """Collects the nodes and constants of the layers; ``hidden`` names their result."""

    def __init__(self, tensors: Tensors, config: Mapping[str, Any]) -> None:
        self.tensors, self.config = tensors, config
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        layers = range(config["num_hidden_layers"])
        names = [f"l{at}.{part}" for at in layers for part in ("q", "k", "v", "ao", "fi", "fo")]
        with ThreadPoolExecutor() as pool:
            coming = pool.map(self._quantised, names)
            # Imported while the threads are at work: a seventh of a second that costs nothing.
            import onnx
            import onnxruntime  # noqa: F401

            self._onnx = onnx
            self._weights = dict(zip(names, coming, strict=True))
        self.hidden = self._normalise("emb.ln", "embedded")
        for at in layers:
            self.hidden = self._layer(f"l{at}", self.hidden)

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        array = self._onnx.numpy_helper.from_array(np.ascontiguousarray(value), name)
        self.constants.append(array)
        return name

    def node(
        self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any
    ) -> str:
        helper = self._onnx.helper
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def model(self, output: str, shape: list[Any]) -> bytes:
        """The finished model, serialised."""
        helper, number = self._onnx.helper, self._onnx.TensorProto.FLOAT
        size = [1, "tokens", self.config["hidden_size"]]
        graph = helper.make_graph(
            self.nodes,
            "layers",
            [helper.make_tensor_value_info("embedded", number, size)],
            [helper.make_tensor_value_info(output, number, shape)],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=9)
        return bytes(made.SerializeToString())

    def _quantised(self, name: str) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
        rows = len(self.tensors[f"{name}.b"])
        return quantise_columns(self.tensors[f"{name}.w"].reshape(rows, -1).T)

    def _linear(self, name: str, source: str) -> str:
        bias = self.tensors[f"{name}.b"]
        weight, scale = self._weights[name]
        inputs = [
            source,
            self.constant(f"{name}.weight", weight),
            self.constant(f"{name}.scale", scale),
            self.constant(f"{name}.zero", np.zeros(len(bias), np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out", _CONTRIB)

    def _normalise(self, name: str, source: str) -> str:
        gain = self.constant(f"{name}.gain", self.tensors[f"{name}.w"])
        shift = self.constant(f"{name}.shift", self.tensors[f"{name}.b"])
        epsilon = self.config["layer_norm_eps"]
        return self.node(
            "LayerNormalization", [source, gain, shift], f"{name}.out", epsilon=epsilon, axis=-1
        )

    def _layer(self, at: str, x: str) -> str:
        queries, keys, values = (self._linear(f"{at}.{part}", x) for part in "qkv")
        heads = self.config["num_attention_heads"]
        context = self.node(
            "MultiHeadAttention",
            [queries, keys, values],
            f"{at}.context",
            _CONTRIB,
            num_heads=heads,
        )
        summed = self.node("Add", [self._linear(f"{at}.ao", context), x], f"{at}.attended")
        x = self._normalise(f"{at}.aln", summed)
        wide = self.node("Gelu", [self._linear(f"{at}.fi", x)], f"{at}.gelu", _CONTRIB)
        summed = self.node("Add", [self._linear(f"{at}.fo", wide), x], f"{at}.forward")
        return self._normalise(f"{at}.oln", summed)


def encoder_graph(packed: PackedModel) -> bytes:
    """The encoder: input ``embedded`` (1, tokens, hidden) float32, the sum of word, position and
    type embeddings; output ``vector`` (1, hidden) float32 of unit length."""
    layers = _Layers(packed.tensors, packed.config)
    axes = layers.constant("axes", np.array([1], np.int64))
    pooled = layers.node("ReduceMean", [layers.hidden, axes], "pooled", keepdims=0)
    layers.node("LpNormalization", [pooled], "vector", axis=-1, p=2)
    return layers.model("vector", [1, packed.config["hidden_size"]])


def token_graph(tensors: Tensors, config: Mapping[str, Any]) -> bytes:
    """Layers with a linear output for every token: input as in ``encoder_graph``; output
    ``logits`` (1, tokens, outputs) float32 from ``out.w`` (outputs, hidden) and ``out.b``."""
    layers = _Layers(tensors, config)
    weight = layers.constant("out.weight", tensors["out.w"].T)
    shift = layers.constant("out.bias", tensors["out.b"])
    product = layers.node("MatMul", [layers.hidden, weight], "product")
    layers.node("Add", [product, shift], "logits")
    return layers.model("logits", [1, "tokens", len(tensors["out.b"])])


def make_session(model: bytes) -> Any:
    """An ONNX Runtime session of one thread (callers run several texts side by side).

    Raises:
        Whatever ONNX Runtime raises for a model that it cannot load.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Further levels would fuse each addition with the normalisation after it; the fused operator
    # is five times slower than the two (a sixth of the whole run).
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
