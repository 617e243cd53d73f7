"""Find the file that a release was read from, also inside another file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from rag.corpus.decoding import MAX_BYTES
from rag.corpus.reading import read_bytes
from rag.corpus.unfolding import find_member
from rag.errors import CorpusError, UnreadableFileError


@dataclass(frozen=True, slots=True)
class Original:
    """Where a release was read from.

    Attributes:
        path: the file in the corpus folder, without links.
        member: what follows the file in the release's source, such as ``/inner/a.pdf``, if the
            release lies in a file inside the file; else ``""``.
    """

    path: Path
    member: str = ""

    def content(self) -> tuple[str, bytes]:
        """The name of the innermost file and its bytes.

        Raises:
            UnreadableFileError: it is gone, or is larger than 64 MiB.
        """
        try:
            if self.member:
                return find_member(self.path, self.member)
            data = read_bytes(self.path)
        except OSError:
            raise UnreadableFileError("file.unreadable") from None
        if len(data) > MAX_BYTES:
            raise UnreadableFileError("file.too_large")
        return self.path.name, data


def original_of(folder: Path, source: str) -> Original:
    """The file of a release. For a row of a table it is the table.

    Args:
        folder: the corpus folder.
        source: the release's source, as the index has it.

    Raises:
        CorpusError: the file is gone, or does not lie in the folder: it is a link that leads out.
    """
    path, part = split_source(folder, source)
    return Original(file_of(folder, path), "" if part.startswith("#") else part)


def split_source(folder: Path, source: str) -> tuple[str, str]:
    """The source of a release's file, and what stands behind it for a part of the file: ``a.zip``
    and ``/inner/b.txt``, ``c.csv`` and ``#12``."""
    ends = [match.start() for match in re.finditer("[/#]|$", source)]
    for end in reversed(ends):
        try:
            if end and (folder / source[:end]).is_file():
                return source[:end], source[end:]
        except (OSError, ValueError):  # no name of a file
            continue
    return source, ""


def file_of(folder: Path, source: str) -> Path:
    """The path of a file, without links.

    Args:
        folder: the corpus folder.
        source: the file's path relative to it.

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
