"""Keep what takes long to make in a cache folder, for the next process.

The name of a file ends in the CRC-32 of its content, so that a damaged one is not used. The files
are mapped, so that nothing of them is copied.
"""

from __future__ import annotations

import mmap
import os
import zlib
from contextlib import suppress
from pathlib import Path

# Constants of so many bytes or more stand beside their graph.
_LARGE = 1024


def find_kept(cache: Path, kind: str, key: str, suffix: str) -> Path | None:
    """The file that is kept under a key; None if there is none or it is damaged.

    Args:
        cache: the folder.
        kind: what it is, the beginning of the file's name.
        key: of what it was made.
        suffix: of the file.
    """
    for path in cache.glob(f"{kind}-{key}-*{suffix}"):
        # An empty file cannot be mapped, which is a ValueError.
        with suppress(OSError, ValueError), path.open("rb") as file:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                checksum = zlib.crc32(content)
            if path.stem.endswith(f"-{checksum:08x}"):
                return path
    return None


def write_kept(cache: Path, kind: str, key: str, suffix: str, content: bytes) -> Path | None:
    """Keep something and delete what was kept of its kind before.

    Returns:
        The file; None if the folder cannot be written. The next process then makes it again.
    """
    path = cache / f"{kind}-{key}-{zlib.crc32(content):08x}{suffix}"
    temporary = cache / f".{path.name}.{os.getpid()}"
    try:
        cache.mkdir(exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
        for old in cache.glob(f"{kind}-*{suffix}"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        return None
    return path


def find_graph(cache: Path, kind: str, key: str) -> Path | None:
    """The ONNX graph that ``write_graph`` has kept under a key; None if it or its weights are
    missing or damaged."""
    if find_kept(cache, kind, key, ".bin") is None:
        return None
    return find_kept(cache, kind, key, ".onnx")


def write_graph(cache: Path, kind: str, key: str, model: bytes) -> None:
    """Keep a serialised ONNX graph, with its weights in a file of their own. ONNX Runtime maps that
    file, so that a session is made in half the time."""
    from onnx import load_from_string
    from onnx.external_data_helper import set_external_data

    graph = load_from_string(model)
    large = [one for one in graph.graph.initializer if len(one.raw_data) >= _LARGE]
    weights = write_kept(cache, kind, key, ".bin", b"".join(one.raw_data for one in large))
    if weights is None:
        return
    offset = 0
    for constant in large:
        length = len(constant.raw_data)
        set_external_data(constant, weights.name, offset, length)
        constant.ClearField("raw_data")
        offset += length
    write_kept(cache, kind, key, ".onnx", graph.SerializeToString())
