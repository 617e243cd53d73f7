"""Keep what takes long to make in a cache folder, for the next process.

The name of a file ends in the CRC-32 of its content, so that a damaged one is not used.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path


def read_kept(cache: Path, kind: str, key: str, suffix: str) -> bytes | None:
    """What is kept under a key; None if there is no such file or it is damaged.

    Args:
        cache: the folder.
        kind: what it is, the beginning of the file's name.
        key: of what it was made.
        suffix: of the file.
    """
    for path in cache.glob(f"{kind}-{key}-*{suffix}"):
        with suppress(OSError):
            content = path.read_bytes()
            if path.stem.endswith(f"-{zlib.crc32(content):08x}"):
                return content
    return None


def write_kept(cache: Path, kind: str, key: str, suffix: str, content: bytes) -> None:
    """Keep something and delete what was kept of its kind before.

    A folder that cannot be written is not an error: the next process makes it again.
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
