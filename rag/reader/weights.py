"""The trained part of the reader: what training changed in the encoder's weights, in a few bits a
weight, added to the encoder's own on loading. Knows the file's layout.

The file is a NumPy archive (its members carry checksums). For every matrix of a layer
``<name>.codes`` (a code of four bits for each weight, two to a byte), ``<name>.scale`` (float16, a
step for each output row): change = level[code] · scale. Biases, normalisations and outputs
are stored whole in float16 under their own names. ``levels`` are the best sixteen for normally
distributed values (Lloyd 1982).
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import ReaderError

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.encode.weights import PackedModel

FORMAT = 1
FILE = Path(__file__).parent / "reader.npz"
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")


def pack_change(
    change: npt.NDArray[np.float32], levels: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Codes and scales of a matrix of changes.

    Args:
        change: (rows, columns) float32, columns even.
        levels: (16,) float32, ascending, for values of unit deviation.

    Returns:
        (rows, columns / 2) uint8, the earlier weight in the low four bits, and (rows,) float16.
    """
    scale = change.std(axis=1).astype(np.float16)
    unit = change / np.maximum(scale.astype(np.float32), 1e-12)[:, None]
    codes = np.searchsorted((levels[1:] + levels[:-1]) / 2.0, unit).astype(np.uint8)
    return codes[:, 0::2] | (codes[:, 1::2] << 4), scale


def unpack_change(
    codes: npt.NDArray[np.uint8], scale: npt.NDArray[np.float16], levels: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """(rows, columns) float32: the inverse of ``pack_change``, to within its rounding."""
    byte = np.arange(256)
    pairs = np.stack([levels[byte & 0x0F], levels[byte >> 4]], axis=1)
    change = pairs[codes].reshape(len(codes), -1)
    change *= scale.astype(np.float32)[:, None]
    return change


def read_reader(
    packed: PackedModel, path: Path = FILE
) -> tuple[dict[str, npt.NDArray[np.float32]], dict[str, Any]]:
    """The reader's tensors under the encoder's names, ``out.w`` and ``out.b`` besides, and its
    configuration.

    Raises:
        ReaderError: the file is missing or damaged, or was made for another encoder.
    """
    try:
        with np.load(path, allow_pickle=False) as held:
            stored = {name: held[name] for name in held.files}
        if int(stored["format"]) != FORMAT:
            raise ReaderError("reader.damaged", path=path)
        layers = int(stored["layers"])
        return _merged(packed, stored, layers), {**packed.config, "num_hidden_layers": layers}
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=path) from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zipfile.LargeZipFile) as e:
        raise ReaderError("reader.damaged", path=path) from e


def _merged(
    packed: PackedModel, stored: Mapping[str, npt.NDArray[Any]], layers: int
) -> dict[str, npt.NDArray[np.float32]]:
    levels = stored["levels"].astype(np.float32)

    def matrix(name: str) -> npt.NDArray[np.float32]:
        change = unpack_change(stored[f"{name}.codes"], stored[f"{name}.scale"], levels)
        change += packed.tensors[name].reshape(change.shape)
        return change.reshape(-1)

    names = [f"l{at}.{part}.w" for at in range(layers) for part in _MATRICES]
    with ThreadPoolExecutor() as pool:
        merged = dict(zip(names, pool.map(matrix, names), strict=True))
    merged["emb.ln.w"], merged["emb.ln.b"] = packed.tensors["emb.ln.w"], packed.tensors["emb.ln.b"]
    for name, values in stored.items():
        if values.dtype == np.float16 and not name.endswith(".scale"):
            merged[name] = values.astype(np.float32)
    return merged
