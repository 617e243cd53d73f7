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
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import ReaderError

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.models.e5.weights import PackedModel

FORMAT = 1
FILE = Path(__file__).parent / "reader.npz"
CALIBRATION = "calibration.json"  # beside it
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")


def unpack_change(
    codes: npt.NDArray[np.uint8], scale: npt.NDArray[np.float16], levels: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """The changes of a matrix, out of their codes.

    Args:
        codes: (rows, columns / 2) uint8, the earlier weight in the low four bits.
        scale: (rows,) float16, a step for each row.
        levels: (16,) float32, ascending, for values of unit deviation.

    Returns:
        (rows, columns) float32.
    """
    byte = np.arange(256)
    pairs = np.stack([levels[byte & 0x0F], levels[byte >> 4]], axis=1)
    change = pairs[codes].reshape(len(codes), -1)
    change *= scale.astype(np.float32)[:, None]
    return change


class ReaderTensors(Mapping[str, "npt.NDArray[np.float32]"]):
    """The reader's tensors, flat, under the encoder's names, and ``out.w`` (outputs, hidden) and
    ``out.b`` besides. Matrices are put together on every access, so that several can be at once.

    Args:
        packed: the encoder.
        stored: what the file holds.
    """

    def __init__(self, packed: PackedModel, stored: Mapping[str, npt.NDArray[Any]]) -> None:
        self._packed, self._stored = packed, stored
        self._levels = stored["levels"].astype(np.float32)
        self.layers = int(stored["layers"])
        matrices = [f"l{at}.{part}.w" for at in range(self.layers) for part in _MATRICES]
        whole = [name for name, values in stored.items() if values.dtype == np.float16]
        self._names = {*matrices, *(name for name in whole if not name.endswith(".scale"))}
        missing = [name for name in matrices if f"{name}.codes" not in stored]
        if missing:
            raise KeyError(missing[0])

    def __getitem__(self, name: str) -> npt.NDArray[np.float32]:
        codes = self._stored.get(f"{name}.codes")
        if codes is not None:
            change = unpack_change(codes, self._stored[f"{name}.scale"], self._levels)
            change += self._packed.tensors[name].reshape(change.shape)
            return change.reshape(-1)
        if name in self._names:
            return self._stored[name].astype(np.float32)
        return self._packed.tensors[name]  # what was not trained: the embeddings' normalisation

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_reader(packed: PackedModel, path: Path = FILE) -> ReaderTensors:
    """Read the trained part, on the encoder that it was made for.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    try:
        with path.open("rb") as file:
            held = np.load(file, allow_pickle=False)
            stored = {name: held[name] for name in held.files}
        if int(stored["format"]) != FORMAT:
            raise ReaderError("reader.damaged", path=path)
        return ReaderTensors(packed, stored)
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=path) from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zipfile.LargeZipFile) as e:
        raise ReaderError("reader.damaged", path=path) from e
