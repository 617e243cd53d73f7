"""Read the reader's weight file: the changes that training made to the encoder's weights.

Loading adds the changes to the weights of the encoder. The file is a NumPy archive, whose members
have checksums. For each matrix of a layer it has ``<name>.codes`` (four bits for each weight, two
codes in a byte) and ``<name>.scale`` (float16, one for each output row); the change of a weight is
``levels[code] * scale``. Biases, normalisations and outputs are stored completely, in float16,
under their own names. The sixteen ``levels`` are optimal for normally distributed values (Lloyd
1982).
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
CALIBRATION = "calibration.json"  # in the same folder
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")


def unpack_change(
    codes: npt.NDArray[np.uint8], scale: npt.NDArray[np.float16], levels: npt.NDArray[np.float32]
) -> npt.NDArray[np.float32]:
    """The changes of a matrix, decoded.

    Args:
        codes: (rows, columns / 2) uint8; the low four bits are the code of the first weight.
        scale: (rows,) float16, one factor for each row.
        levels: (16,) float32, ascending, for values with a standard deviation of 1.

    Returns:
        (rows, columns) float32.
    """
    byte = np.arange(256)
    pairs = np.stack([levels[byte & 0x0F], levels[byte >> 4]], axis=1)
    change = pairs[codes].reshape(len(codes), -1)
    change *= scale.astype(np.float32)[:, None]
    return change


class ReaderTensors(Mapping[str, "npt.NDArray[np.float32]"]):
    """The reader's tensors: name to float32 array.

    The names are the encoder's and the arrays are flat, as in ``PackedModel.tensors``. In addition
    there are ``out.w`` (outputs, hidden) and ``out.b`` (outputs,). Each access computes a matrix
    again. Several threads can read at once.

    Args:
        packed: the encoder's weights.
        stored: the arrays of the reader's file.

    Attributes:
        layers: how many layers of the encoder the reader uses.

    Raises:
        KeyError: an array is missing in the file.
    """

    def __init__(self, packed: PackedModel, stored: Mapping[str, npt.NDArray[Any]]) -> None:
        self._packed, self._stored = packed, stored
        self._levels = stored["levels"].astype(np.float32)
        self.layers = int(stored["layers"])
        matrices = [f"l{layer}.{part}.w" for layer in range(self.layers) for part in _MATRICES]
        complete = [name for name, values in stored.items() if values.dtype == np.float16]
        self._names = {*matrices, *(name for name in complete if not name.endswith(".scale"))}
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
        return self._packed.tensors[name]  # not trained: the normalisation of embeddings

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def read_reader(packed: PackedModel, path: Path = FILE) -> ReaderTensors:
    """Read a reader's weight file.

    Args:
        packed: the weights of the encoder that the reader was trained from.
        path: the file.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    try:
        with path.open("rb") as file:
            archive = np.load(file, allow_pickle=False)
            stored = {name: archive[name] for name in archive.files}
        if int(stored["format"]) != FORMAT:
            raise ReaderError("reader.damaged", path=path)
        return ReaderTensors(packed, stored)
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=path) from error
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zipfile.LargeZipFile) as e:
        raise ReaderError("reader.damaged", path=path) from e
