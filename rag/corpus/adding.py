"""Put new releases into the corpus folder: checked first, whole or not at all."""

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

_LONGEST_NAME = 200  # bytes, of the 255 that file systems allow


def add_releases(files: Iterable[Path], corpus: Path) -> list[Addition]:
    """Copy releases into a folder, each in one step under its own name.

    Refused, with the reason, and never written over: what no format reads, what cannot be read as
    a release, and a name that is taken by another text.

    Refused too is a release that states another's id, by which no index could be built any more.

    Raises:
        CorpusError: there is no such folder, or it could not be indexed as it is.
    """
    problem = _problem(corpus)
    if problem is not None:
        raise problem
    paths = list(files)
    made = [_add(path, corpus) for path in paths]
    if _problem(corpus) is None:
        return made
    # Looking through the folder takes its time: after each file only where one is not right.
    for one in made:
        if one.reason is None:
            (corpus / one.name).unlink(missing_ok=True)
    return [_add_or_undo(path, corpus) for path in paths]


def _add_or_undo(path: Path, corpus: Path) -> Addition:
    """Add a file; one that the folder cannot be indexed with goes again, and it alone."""
    made = _add(path, corpus)
    problem = None if made.reason is not None else _problem(corpus)
    if problem is None:
        return made
    (corpus / made.name).unlink(missing_ok=True)
    return Addition(made.name, Reason(problem.key, problem.values))


def _problem(corpus: Path) -> CorpusError | None:
    """Why the folder cannot be indexed; an empty one is no problem."""
    try:
        list_corpus(corpus)
    except CorpusError as error:
        return None if error.key == "corpus.empty" else error
    return None


def _add(path: Path, corpus: Path) -> Addition:
    # A name from another machine may use its separators.
    name = unicodedata.normalize("NFC", PureWindowsPath(path.name).name)
    target = corpus / name
    try:
        _check(name, path)
        data = read_bytes(path)
        read_release(SourceFile(target, name, target.stem, Metadata()), data)
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
    # A dot file is no release: a build that runs meanwhile does not see half of one.
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with half.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(half, target)  # unlike a rename, does not replace what came in between
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError("storage.refused", path=target.parent, reason=reason) from error
    finally:
        half.unlink(missing_ok=True)
