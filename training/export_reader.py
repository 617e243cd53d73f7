"""Export a trained reader to the small weight file that the package ships.

python -m training.export_reader [--from benchmarks/.work/reader/reader.pt] [--bits 4]
                                 [--with OTHER.pt --share 0.4]

The file has the changes that training made to the encoder's weights. With ``--with``, the weights
are the average of two readers (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from benchmarks.common import WORK
from rag.models.e5.encoder import weights_path
from rag.models.e5.reader_weights import FILE, FORMAT, unpack_change
from rag.models.e5.weights import read_packed
from training.e5_model import LAYER_NAMES
from training.packing import normal_levels, pack_change


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--from", dest="source", type=Path, default=WORK / "reader/reader.pt")
    arguments.add_argument("--with", dest="other", type=Path, help="second reader for the average")
    arguments.add_argument("--share", type=float, default=0.5, help="weight of the second reader")
    arguments.add_argument("--bits", type=int, default=4, help="bits for each change, 1 to 4")
    arguments.add_argument("--out", type=Path, default=FILE)
    options = arguments.parse_args()
    state = torch.load(options.source, map_location="cpu")
    state = state.get("model", state)
    if options.other is not None:
        other = torch.load(options.other, map_location="cpu")
        state = {
            name: torch.lerp(value, other[name], options.share)
            if value.is_floating_point()
            else value
            for name, value in state.items()
        }
    packed = read_packed(weights_path())
    layers = 1 + max(int(key.split(".")[3]) for key in state if ".layer." in key)
    levels = np.zeros(16, np.float32)
    used_levels = normal_levels(options.bits)
    levels[: len(used_levels)] = used_levels
    stored: dict[str, npt.NDArray[Any]] = {
        "format": np.array(FORMAT),
        "layers": np.array(layers),
        "levels": levels.astype(np.float16),
        "out.w": state["outputs.weight"].numpy().astype(np.float16),
        "out.b": state["outputs.bias"].numpy().astype(np.float16),
    }
    lost = total = 0.0
    for layer in range(layers):
        for short, long in LAYER_NAMES.items():
            key = f"body.encoder.layer.{layer}.{long}"
            weight, bias = (state[f"{key}.{part}"].float().numpy() for part in ("weight", "bias"))
            name = f"l{layer}.{short}"
            stored[f"{name}.b"] = bias.astype(np.float16)
            if short.endswith("ln"):
                stored[f"{name}.w"] = weight.astype(np.float16)
                continue
            change = weight - packed.tensors[f"{name}.w"].reshape(weight.shape)
            codes, scale = pack_change(change, used_levels)
            stored[f"{name}.w.codes"], stored[f"{name}.w.scale"] = codes, scale
            decoded = unpack_change(codes, scale, levels)
            lost += float(((change - decoded) ** 2).sum())
            total += float((change**2).sum())
    # Not compressed: that would save only 3 % and the file would open more slowly.
    np.savez(options.out, allow_pickle=False, **stored)
    megabytes = options.out.stat().st_size / 1e6
    print(f"{options.out}: {megabytes:.1f} MB, {lost / total:.4f} of the change lost")


if __name__ == "__main__":
    main()
