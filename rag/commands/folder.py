"""The folders and files that a command reads and writes."""

from __future__ import annotations

import errno
from pathlib import Path

import rag
from rag.config import CORPUS
from rag.indexing import corpus_of
from rag.near import near_path


def corpus_named(named: str | None, index: str) -> Path:
    """The folder that is named, else the one that an index was built from, else the default one."""
    return Path(named or corpus_of(Path(index)) or CORPUS)


def watched_folder(named: str | None, index: str) -> Path:
    """As ``corpus_named``, for a folder that is followed. That of the index may be away for a
    while, on a drive that is not mounted.

    Raises:
        CorpusError: there is no such folder, and the index is not of it.
    """
    folder, known = corpus_named(named, index), corpus_of(Path(index))
    if not folder.exists() and (known is None or known.resolve() != folder.resolve()):
        raise rag.CorpusError("corpus.no_folder", path=folder, near=near_path(folder, folders=True))
    return folder


def check_target(path: Path, *endings: str) -> None:
    """Check that a file can be written, before the work of which it will tell.

    Args:
        endings: those that its name may have; none for any.

    Raises:
        QueryError: its name has another ending.
        StorageError: its folder is not there, or it is a folder itself.
    """
    if endings and path.suffix.casefold() not in endings:
        raise rag.QueryError("storage.ending", path=path, choices=", ".join(endings))
    if not path.parent.is_dir():
        near = near_path(path.parent, folders=True)
        raise rag.StorageError("storage.no_folder", path=path, folder=path.parent, near=near)
    if path.is_dir():
        reason = IsADirectoryError(errno.EISDIR, "is a directory")
        raise rag.StorageError("storage.refused", path=path, reason=reason)
