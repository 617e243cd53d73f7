"""Add new releases to the corpus folder. Each file is checked first, and is never half written."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

from rag.corpus.listing import SourceFile, check_name, is_ignored, list_corpus
from rag.corpus.metadata import Metadata
from rag.corpus.reading import read_bytes, read_release
from rag.corpus.results import Addition
from rag.errors import CorpusError, StorageError, UnreadableFileError
from rag.types import Reason

# A person who adds less than a word has taken the wrong file.
_FEWEST_LETTERS = 5
_LONGEST_NAME = 200  # bytes, of the 255 that file systems allow


def add_releases(files: Iterable[Path], corpus: Path) -> list[Addition]:
    """Copy releases into a folder, each in one step under its own name.

    A file is refused, with the reason, if no format reads it, if it cannot be read as a release,
    if the folder already has a file of that name, or if it states the id of another release (the
    folder could then not be indexed). No existing file is overwritten.

    Returns:
        One result for each file, in the order of ``files``.

    Raises:
        CorpusError: there is no such folder, or it cannot be indexed even without the new files.
    """
    problem = _problem(corpus)
    if problem is not None:
        raise problem
    paths = list(files)
    made = [_add(path, corpus) for path in paths]
    if _problem(corpus) is None:
        return made
    # Listing the folder is slow. It is listed after each file only if one of them is wrong.
    for one in made:
        if one.reason is None:
            (corpus / one.name).unlink(missing_ok=True)
    return [_add_or_undo(path, corpus) for path in paths]


def _add_or_undo(path: Path, corpus: Path) -> Addition:
    """Add a file, and remove it again if the folder cannot be indexed with it."""
    made = _add(path, corpus)
    problem = None if made.reason is not None else _problem(corpus)
    if problem is None:
        return made
    (corpus / made.name).unlink(missing_ok=True)
    return Addition(made.name, Reason(problem.key, problem.values))


def _problem(corpus: Path) -> CorpusError | None:
    """Why the folder cannot be indexed; None if it can be, or if it is empty."""
    try:
        list_corpus(corpus)
    except CorpusError as error:
        return None if error.key == "corpus.empty" else error
    return None


def _add(path: Path, corpus: Path) -> Addition:
    # A name from a Windows machine may contain backslashes as separators.
    name = unicodedata.normalize("NFC", PureWindowsPath(path.name).name)
    target = corpus / name
    try:
        _check(name, path)
        data = read_bytes(path)
        release = read_release(SourceFile(target, name, target.stem, Metadata()), data)
        if sum(character.isalnum() for character in release.body) < _FEWEST_LETTERS:
            raise UnreadableFileError("file.too_short")
        if target.exists():
            same = target.is_file() and read_bytes(target) == data
            return Addition(name, Reason("add.same" if same else "add.taken"))
        _write(target, data)
    except (UnreadableFileError, StorageError) as error:
        return Addition(name, Reason(error.key, error.values))
    except OSError:
        return Addition(name, Reason("file.unreadable"))
    return Addition(name)


def _check(name: str, path: Path) -> None:
    if is_ignored(name) or len(name.encode("utf-8", "replace")) > _LONGEST_NAME:
        raise UnreadableFileError("file.bad_name")
    check_name(name)
    if not path.is_file():
        raise UnreadableFileError("file.unreadable")


def _write(target: Path, data: bytes) -> None:
    # A build that runs at the same time ignores files whose names begin with a dot.
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with half.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(half, target)  # unlike a rename, this never replaces an existing file
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError("storage.refused", path=target.parent, reason=reason) from error
    finally:
        half.unlink(missing_ok=True)
