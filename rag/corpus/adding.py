"""Add new releases to the corpus folder. Each file is checked first, and is never half written."""

from __future__ import annotations

import filecmp
import os
import shutil
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PureWindowsPath

from rag.config import ColumnSettings
from rag.corpus.listing import SourceFile, check_name, format_at, is_ignored, list_corpus
from rag.corpus.metadata import Metadata
from rag.corpus.parts import Parts
from rag.corpus.reading import read_release
from rag.corpus.results import Addition
from rag.errors import CorpusError, StorageError, UnreadableFileError
from rag.types import Reason, Release

# A person who adds less than a word has taken the wrong file.
_FEWEST_LETTERS = 5
_LONGEST_NAME = 200  # bytes, of the 255 that file systems allow


def add_releases(files: Iterable[Path], corpus: Path, columns: ColumnSettings) -> list[Addition]:
    """Copy releases into a folder, each in one step under its own name.

    A file is refused, with the reason, if no format reads it, if no release can be read from it,
    if the folder already has a file of that name, or if it states the id of another release (the
    folder could then not be indexed). No existing file is overwritten.

    Args:
        columns: the names of columns in the settings.

    Returns:
        One result for each file, in the order of ``files``.

    Raises:
        CorpusError: there is no such folder, or it cannot be indexed even without the new files.
    """
    problem = _problem(corpus)
    if problem is not None:
        raise problem
    paths = list(files)
    made = [_add(path, corpus, columns) for path in paths]
    if _problem(corpus) is None:
        return made
    # Listing the folder is slow. It is listed after each file only if one of them is wrong.
    for one in made:
        if one.reason is None:
            (corpus / one.name).unlink(missing_ok=True)
    return [_add_or_undo(path, corpus, columns) for path in paths]


def _add_or_undo(path: Path, corpus: Path, columns: ColumnSettings) -> Addition:
    """Add a file, and remove it again if the folder cannot be indexed with it."""
    made = _add(path, corpus, columns)
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


def _add(path: Path, corpus: Path, columns: ColumnSettings) -> Addition:
    # A name from a Windows machine may contain backslashes as separators.
    name = unicodedata.normalize("NFC", PureWindowsPath(path.name).name)
    target = corpus / name
    try:
        _check(name, path)
        _read_one(SourceFile(path, name, target.stem, Metadata()), columns)
        if target.exists():
            same = target.is_file() and filecmp.cmp(target, path, shallow=False)
            return Addition(name, Reason("add.same" if same else "add.taken"))
        _copy(path, target)
    except (UnreadableFileError, StorageError) as error:
        return Addition(name, Reason(error.key, error.values))
    except OSError:
        return Addition(name, Reason("file.unreadable"))
    return Addition(name)


def _check(name: str, path: Path) -> None:
    if is_ignored(name) or len(name.encode("utf-8", "replace")) > _LONGEST_NAME:
        raise UnreadableFileError("file.bad_name")
    check_name(name)
    format_at(path)
    if not path.is_file():
        raise UnreadableFileError("file.unreadable")


def _read_one(file: SourceFile, columns: ColumnSettings) -> None:
    """Check that a release can be read from a file, at least one if it holds several.

    Raises:
        UnreadableFileError: none can; the error is that of the first one.
    """
    if format_at(file.path).expand is None:
        _check_length(read_release(file))
        return
    with Parts(columns) as parts:
        found = parts.expand(file.path)
        first = found.skipped[0].error if found.skipped else None
        for part in found.parts:
            one = replace(file, source=file.source + part.name, part=part)
            try:
                _check_length(read_release(one, parts.read(one)))
            except UnreadableFileError as error:
                first = first or error
            else:
                return
    assert first is not None
    raise first


def _check_length(release: Release) -> None:
    if sum(character.isalnum() for character in release.body) < _FEWEST_LETTERS:
        raise UnreadableFileError("file.too_short")


def _copy(path: Path, target: Path) -> None:
    # A build that runs at the same time ignores files whose names begin with a dot.
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with path.open("rb") as original, half.open("wb") as stream:
            shutil.copyfileobj(original, stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(half, target)  # unlike a rename, this never replaces an existing file
    except OSError as error:
        raise StorageError("storage.refused", path=target.parent, reason=error) from error
    finally:
        half.unlink(missing_ok=True)
