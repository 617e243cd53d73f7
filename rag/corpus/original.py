"""Find the file that a release was read from."""

from __future__ import annotations

from pathlib import Path

from rag.errors import CorpusError


def file_of(folder: Path, source: str) -> Path:
    """The path of a release's file, without links.

    Args:
        folder: the corpus folder.
        source: the file's path relative to it, as the index has it.

    Raises:
        CorpusError: the file is gone, or does not lie in the folder: it is a link that leads out.
    """
    try:
        root = folder.resolve(strict=True)
        path = (root / source).resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        raise CorpusError("original.gone", file=source) from error
    if not path.is_relative_to(root):
        raise CorpusError("original.outside", file=source)
    if not path.is_file():
        raise CorpusError("original.gone", file=source)
    return path
