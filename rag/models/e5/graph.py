"""Build the model's layers as an ONNX graph with 8-bit weights, in memory.

The graph starts after the embeddings, which the caller looks up. It ends with a unit vector (the
encoder) or with a few logits for each token (the reader).

A run takes one text, not a padded batch. The 8-bit activations are scaled by the largest value in
the tensor, so in a batch the vector of a text would depend on the other texts.

The operators DynamicQuantizeMatMul, MultiHeadAttention and Gelu are contrib operators of ONNX
Runtime (domain ``com.microsoft``). Weights are quantised per output column, symmetrically.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.models.e5.weights import PackedModel

    Tensors = Mapping[str, npt.NDArray[np.float32]]

_CONTRIB = "com.microsoft"
# Raise it when the same weights give another graph: cached graphs are then built again.
GRAPH_VERSION = 2
# Largest quantised weight. Processors without VNNI add two products of an unsigned and a signed
# byte in 16 bits, which overflows from 65 on (2 x 255 x 65 > 32,767). Up to this limit the products
# are exact everywhere, so that the reader chooses the same words.
EXACT = 63
_WIDEST = 127


def quantise_columns(
    weight: npt.NDArray[np.float32], limit: int = _WIDEST
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Symmetric 8-bit quantisation of a matrix, with one scale for each column.

    Args:
        weight: (in, out) float32.
        limit: the largest absolute value of a quantised weight, 1 to 127.

    Returns:
        (in, out) int8 in -limit..limit, and (out,) float32 scales with ``q * scale ≈ weight``.
    """
    largest = np.maximum(weight.max(axis=0), -weight.min(axis=0))
    scale = np.maximum(largest / float(limit), 1e-12).astype(np.float32)
    quantised = weight / scale
    return np.rint(quantised, out=quantised).astype(np.int8), scale


class _Layers:
    """The nodes and constants of the layers; ``hidden`` is the name of the last layer's output."""

    def __init__(self, tensors: Tensors, config: Mapping[str, Any], limit: int) -> None:
        self.tensors, self.config, self._limit = tensors, config, limit
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        layers = range(config["num_hidden_layers"])
        parts = ("q", "k", "v", "ao", "fi", "fo")
        names = [f"l{layer}.{part}" for layer in layers for part in parts]
        with ThreadPoolExecutor() as pool:
            quantised = pool.map(self._quantised, names)
            # The import takes a seventh of a second. It runs while the threads quantise.
            import onnx
            import onnxruntime  # noqa: F401

            self._onnx = onnx
            self._weights = dict(zip(names, quantised, strict=True))
        self.hidden = self._normalise("emb.ln", "embedded")
        for layer in layers:
            self.hidden = self._layer(f"l{layer}", self.hidden)

    def constant(self, name: str, value: npt.NDArray[Any]) -> str:
        """Add a constant; returns its name."""
        array = self._onnx.numpy_helper.from_array(np.ascontiguousarray(value), name)
        self.constants.append(array)
        return name

    def node(
        self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any
    ) -> str:
        """Add a node; returns the name of its output."""
        helper = self._onnx.helper
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def model(self, output: str, shape: list[Any]) -> bytes:
        """The complete model, serialised."""
        helper, float_type = self._onnx.helper, self._onnx.TensorProto.FLOAT
        input_shape = [1, "tokens", self.config["hidden_size"]]
        graph = helper.make_graph(
            self.nodes,
            "layers",
            [helper.make_tensor_value_info("embedded", float_type, input_shape)],
            [helper.make_tensor_value_info(output, float_type, shape)],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=9)
        return bytes(model.SerializeToString())

    def _quantised(self, name: str) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
        rows = len(self.tensors[f"{name}.b"])
        return quantise_columns(self.tensors[f"{name}.w"].reshape(rows, -1).T, self._limit)

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

    def _layer(self, name: str, hidden: str) -> str:
        """One transformer layer: attention and feed-forward, each added and normalised."""
        queries, keys, values = (self._linear(f"{name}.{part}", hidden) for part in "qkv")
        heads = self.config["num_attention_heads"]
        context = self.node(
            "MultiHeadAttention",
            [queries, keys, values],
            f"{name}.context",
            _CONTRIB,
            num_heads=heads,
        )
        total = self.node("Add", [self._linear(f"{name}.ao", context), hidden], f"{name}.attended")
        hidden = self._normalise(f"{name}.aln", total)
        wide = self.node("Gelu", [self._linear(f"{name}.fi", hidden)], f"{name}.gelu", _CONTRIB)
        total = self.node("Add", [self._linear(f"{name}.fo", wide), hidden], f"{name}.forward")
        return self._normalise(f"{name}.oln", total)


def encoder_graph(packed: PackedModel) -> bytes:
    """The encoder as a serialised ONNX model.

    Its input ``embedded`` is (1, tokens, hidden) float32: the sum of word, position and type
    embeddings. Its output ``vector`` is (1, hidden) float32 of unit length.
    """
    layers = _Layers(packed.tensors, packed.config, _WIDEST)
    axes = layers.constant("axes", np.array([1], np.int64))
    pooled = layers.node("ReduceMean", [layers.hidden, axes], "pooled", keepdims=0)
    layers.node("LpNormalization", [pooled], "vector", axis=-1, p=2)
    return layers.model("vector", [1, packed.config["hidden_size"]])


def token_graph(tensors: Tensors, config: Mapping[str, Any]) -> bytes:
    """The layers with a linear output for each token, as a serialised ONNX model.

    The input is that of ``encoder_graph``. The output ``logits`` is (1, tokens, outputs) float32,
    computed with ``out.w`` (outputs, hidden) and ``out.b`` (outputs,).
    """
    layers = _Layers(tensors, config, EXACT)
    weight = layers.constant("out.weight", tensors["out.w"].T)
    bias = layers.constant("out.bias", tensors["out.b"])
    product = layers.node("MatMul", [layers.hidden, weight], "product")
    layers.node("Add", [product, bias], "logits")
    return layers.model("logits", [1, "tokens", len(tensors["out.b"])])


def make_session(model: bytes | Path, threads: int = 1) -> Any:
    """An ONNX Runtime session. Its results do not depend on the number of threads.

    Args:
        model: serialised, or its file.
        threads: how many work on one run; callers may run several texts in parallel.

    Raises:
        Exception: any error that ONNX Runtime raises for a model that it cannot load.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that spin take the cores from the other runs and from other programs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Higher levels fuse each addition with the normalisation after it. The fused operator is five
    # times slower than the two single ones, and makes a run a sixth longer.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
