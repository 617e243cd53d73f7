"""The files of a corpus folder: those that may be releases, with their ids, and the others."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rag.corpus import formats
from rag.corpus.metadata import SIDECARS, Metadata, read_sidecars
from rag.corpus.results import SkippedFile
from rag.errors import CorpusError, DuplicateReleaseError, UnreadableFileError

# What systems and editors leave behind, beside hidden files: "~$notes.docx", "a.txt~", "#a.txt#".
_LEFTOVER = re.compile(r"\.|~\$|.*~$|#.*#$|(?:thumbs\.db|desktop\.ini|icon\r)$", re.IGNORECASE)
_README = re.compile(r"readme(?:[._-]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A release's file before it is parsed: its path, the id it will have, what is stated of it."""

    path: Path
    source: str
    id: str
    metadata: Metadata


@dataclass(slots=True)
class Listing:
    """The files of a corpus folder that may be releases, sorted by id, and those that are not read.

    ``renamed`` are the sources of files that got their path as id because another has their stem.
    """

    folder: Path
    files: list[SourceFile] = field(default_factory=list)
    skipped: list[SkippedFile] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)


def list_corpus(
    folder: str | os.PathLike[str],
    find_id: Callable[[Path, str], str | None] = lambda path, _source: stated_id(path),
) -> Listing:
    """Find the releases of a folder, recursively: the files that a format reads.

    Every other file is in ``Listing.skipped``, but for those that ``is_ignored`` and the sidecars.
    Two files of one stem get their relative paths as ids (``Listing.renamed`` names them).

    Args:
        find_id: gives ``stated_id`` of a path and its ``source``; a caller that knows which files
            have not changed saves their reading.

    Raises:
        CorpusError: no such folder, not a folder, nothing in it, or a sidecar that is wrong.
        DuplicateReleaseError: the metadata states one id for two files.
    """
    root = Path(folder)
    if not root.exists():
        raise CorpusError("corpus.no_folder", path=root)
    if not root.is_dir():
        raise CorpusError("corpus.not_folder", path=root)
    listing = Listing(root)
    stated = read_sidecars(root)
    by_source = {path.relative_to(root).as_posix(): path for path in _walk(root, listing.skipped)}
    unknown = sorted(set(stated) - set(by_source) - {item.source for item in listing.skipped})
    if unknown:
        raise CorpusError("sidecar.unknown_file", path=root, file=unknown[0])
    stems: dict[str, int] = {}
    for source in by_source:
        stem = Path(source).stem
        stems[stem] = stems.get(stem, 0) + 1
    owners: dict[str, str] = {}
    for source, path in sorted(by_source.items()):
        metadata = stated.get(source, Metadata())
        if metadata.id is None:
            metadata = replace(metadata, id=find_id(path, source))
        release_id = metadata.id or (path.stem if stems[path.stem] == 1 else source)
        if metadata.id is None and stems[path.stem] > 1:
            listing.renamed.append(source)
        if release_id in owners:
            raise DuplicateReleaseError(
                "corpus.duplicate_id", id=release_id, first=owners[release_id], second=source
            )
        owners[release_id] = source
        listing.files.append(SourceFile(path, source, release_id, metadata))
    listing.files.sort(key=lambda file: file.id)
    if not listing.files and not listing.skipped:
        readable = ", ".join(formats.suffixes())
        raise CorpusError("corpus.empty", path=root, readable=readable)
    return listing


def is_ignored(name: str) -> bool:
    """Whether a file or folder of that name is nobody's release, so that it is not even told:
    hidden ones, and what systems and editors leave behind."""
    return _LEFTOVER.match(name) is not None


def check_name(name: str) -> None:
    """Check by its name that a file may be a release.

    Raises:
        UnreadableFileError: a README, a name that cannot be shown, or of no format that is read.
    """
    if not name.isprintable():
        raise UnreadableFileError("file.bad_name")
    if _README.match(name):
        raise UnreadableFileError("file.readme")
    formats.format_of(name)


def _walk(root: Path, skipped: list[SkippedFile]) -> Iterator[Path]:
    """Files below a folder that may be releases; the others are put into ``skipped``.
    Linked folders are followed, each real folder once."""
    seen: set[tuple[int, int]] = set()

    def skip(entry: Path, reason: str) -> None:
        source = entry.relative_to(root).as_posix()
        skipped.append(SkippedFile(source.encode("utf-8", "replace").decode(), reason))

    def visit(folder: Path) -> Iterator[Path]:
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                return
            seen.add((status.st_dev, status.st_ino))
            entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError:
            skip(folder, "file.unreadable")
            return
        for entry in entries:
            if is_ignored(entry.name) or (entry.name in SIDECARS and folder == root):
                continue
            try:
                if entry.is_dir() and entry.name.isprintable():
                    yield from visit(entry)
                    continue
            except OSError:  # a name that links to itself
                pass
            try:
                check_name(entry.name)
            except UnreadableFileError as error:
                skip(entry, error.key)
                continue
            if entry.is_file():
                yield entry
            else:
                skip(entry, "file.link_loop" if entry.is_symlink() else "file.unreadable")

    return visit(root)


def stated_id(path: Path) -> str | None:
    """The id that a file states of itself; None for none. It must be known before the file is
    parsed."""
    look = formats.format_of(path.name).stated_id
    if look is None:
        return None
    try:
        with path.open("rb") as stream:
            return look(stream)
    except OSError:  # told when the file is read
        return None
