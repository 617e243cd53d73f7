"""Pack a matrix of changes into a few bits for each weight.

``rag.models.e5.reader_weights`` unpacks it.
"""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


def normal_levels(bits: int) -> npt.NDArray[np.float32]:
    """The 2**bits levels with the least mean squared error for normally distributed values.

    Lloyd's iteration (Lloyd 1982) finds them, over quantiles of the normal distribution.

    Returns:
        (2**bits,) float32, ascending.
    """
    distribution = NormalDist()
    sample = np.array([distribution.inv_cdf((i + 0.5) / 200_000) for i in range(200_000)])
    levels = np.quantile(sample, (np.arange(2**bits) + 0.5) / 2**bits)
    for _ in range(500):
        nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2.0, sample)
        levels = np.bincount(nearest, sample) / np.bincount(nearest)
    result: npt.NDArray[np.float32] = levels.astype(np.float32)
    return result


def pack_change(
    change: npt.NDArray[np.float32], levels: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float16]]:
    """Codes and scales of a matrix of changes.

    Args:
        change: (rows, columns) float32; the number of columns is even.
        levels: (16,) float32 or fewer, ascending, for values with a standard deviation of 1.

    Returns:
        Codes (rows, columns / 2) uint8, the first weight in the low four bits, and scales (rows,)
        float16.
    """
    scale = change.std(axis=1).astype(np.float16)
    unit = change / np.maximum(scale.astype(np.float32), 1e-12)[:, None]
    codes = np.searchsorted((levels[1:] + levels[:-1]) / 2.0, unit).astype(np.uint8)
    return codes[:, 0::2] | (codes[:, 1::2] << 4), scale
