"""List the files of a corpus folder: those that may be releases, with their ids, those that hold
several releases, and the others."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from rag.corpus import formats
from rag.corpus.metadata import Metadata
from rag.corpus.results import SkippedFile
from rag.corpus.sidecar import SIDECARS, read_sidecars, sidecar_key
from rag.errors import CorpusError, DuplicateReleaseError, UnreadableFileError
from rag.lazy import dataclass, regex
from rag.near import near_path
from rag.types import Remark

# Hidden files, and files that systems and editors leave: "~$notes.docx", "a.txt~", "#a.txt#".
_LEFTOVER = regex(r"\.|~\$|.*~$|#.*#$|(?:thumbs\.db|desktop\.ini|icon\r)$", re.IGNORECASE)
_README = regex(r"readme(?:[._-]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FilePart:
    """A release in a file that holds several (see ``formats.Part``), without its text.

    Attributes:
        name: what follows the file's source in that of the release: ``/inner/a.txt``, ``#CP-12``;
            ``""`` for the file's own text.
        suffix: the suffix of the format that reads it, with the dot.
        digest: of its bytes and of what the file states of it.
        own_id: the id that the release has if no other one has it; ``""`` for its source.
        number: of a row or an entry, from 1; 0 for a file.
        stated, hints: as in ``formats.Part``.
    """

    name: str
    suffix: str
    digest: str
    own_id: str
    number: int = 0
    stated: Mapping[str, str] = field(default_factory=dict, hash=False)
    hints: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def is_file(self) -> bool:
        """Whether it is a file as it is, and not a row, an entry or the text of a mail."""
        return not self.number and self.name.casefold().endswith(self.suffix.casefold())


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file of a release before it is parsed.

    Attributes:
        path: its path.
        source: its path relative to the corpus folder, with ``/``; for a part, with the part's
            name behind it.
        id: the id that the release will have.
        metadata: what the sidecars state of it, and the id that the file itself states.
        part: which part of the file it is; None if the file is the release.
    """

    path: Path
    source: str
    id: str
    metadata: Metadata
    part: FilePart | None = None

    @property
    def name(self) -> str:
        """The file's path as a person named it. A row of a table has none."""
        return "" if self.part is not None and self.part.number else self.source


@dataclass(slots=True)
class Listing:
    """The files of a corpus folder.

    Attributes:
        folder: the corpus folder.
        files: the files that may be releases, sorted by id.
        containers: the files that hold several releases (see ``rag.corpus.parts``).
        skipped: the files that are not read.
        stated: what the sidecars state, by ``sidecar_key`` of the source.
        renamed: the sources of the files whose id is their path, because another file has the same
            stem (its name without the ending).
        remarks: what a person should know of the sidecars.
    """

    folder: Path
    files: list[SourceFile] = field(default_factory=list)
    containers: list[SourceFile] = field(default_factory=list)
    skipped: list[SkippedFile] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    stated: dict[str, Metadata] = field(default_factory=dict)


def list_corpus(
    folder: str | os.PathLike[str],
    find_id: Callable[[Path, str], str | None] = lambda path, _source: stated_id(path),
    *,
    some_gone: bool = False,
) -> Listing:
    """Find the releases of a folder and its subfolders: the files that a format reads.

    All other files are in ``Listing.skipped``, except the sidecars and the files for which
    ``is_ignored`` holds. Files with the same stem get their relative paths as ids
    (``Listing.renamed`` names them).

    Args:
        find_id: returns the id that a file states (see ``stated_id``), from its path and its
            ``source``. A caller that knows which files have not changed can pass a function that
            does not read those.
        some_gone: whether a sidecar may describe files that are not there.

    Raises:
        CorpusError: there is no such folder, it is not a folder or is empty, or a sidecar is wrong.
        DuplicateReleaseError: two files have the same id.
    """
    root = Path(folder)
    try:
        os.scandir(root).close()
    except (FileNotFoundError, ValueError) as error:
        near = near_path(root, folders=True)
        raise CorpusError("corpus.no_folder", path=root, near=near) from error
    except NotADirectoryError as error:
        raise CorpusError("corpus.not_folder", path=root) from error
    except OSError as error:
        raise CorpusError("corpus.unreadable", path=root, reason=error) from error
    listing = Listing(root)
    stated = read_sidecars(root, listing.remarks)
    by_source = {path.relative_to(root).as_posix(): path for path in _walk(root, listing.skipped)}
    containers = {
        source for source, path in by_source.items() if format_at(path).expand is not None
    }
    there = set(map(sidecar_key, (*by_source, *(item.source for item in listing.skipped))))
    opened = set(map(sidecar_key, containers))
    unknown = sorted(one for one in stated if one not in there and not _lies_in(one, opened))
    if unknown and not some_gone:
        raise CorpusError("sidecar.unknown_file", path=root, file=unknown[0])
    listing.stated = stated
    for source in sorted(containers):
        path = by_source.pop(source)
        metadata = stated.get(sidecar_key(source), Metadata())
        listing.containers.append(SourceFile(path, source, path.stem, metadata))
    stems: dict[str, int] = {}
    for source in by_source:
        stem = Path(source).stem
        stems[stem] = stems.get(stem, 0) + 1
    owners: dict[str, str] = {}
    for source, path in sorted(by_source.items()):
        metadata = stated.get(sidecar_key(source), Metadata())
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
    if not (listing.files or listing.containers or listing.skipped):
        readable = ", ".join(formats.suffixes())
        raise CorpusError("corpus.empty", path=root, readable=readable)
    return listing


def _lies_in(source: str, containers: set[str]) -> bool:
    """Whether a source may be that of a part of one of these files."""
    ends = (match.start() for match in re.finditer("[/#]", source))
    return any(source[:end] in containers for end in ends)


def is_ignored(name: str) -> bool:
    """Whether a file or folder of that name is neither read nor reported: hidden files, and files
    that systems and editors leave."""
    return _LEFTOVER.match(name) is not None


def check_name(name: str) -> None:
    """Check by its name that a file may be a release.

    Raises:
        UnreadableFileError: it is a README, or its name cannot be printed.
    """
    if not name.isprintable():
        raise UnreadableFileError("file.bad_name")
    if _README.match(name):
        raise UnreadableFileError("file.readme")


def format_at(path: Path) -> formats.Format:
    """The format of a file. It is opened only if its name does not tell.

    Raises:
        UnreadableFileError: no format reads it, or it cannot be opened.
    """
    try:
        return formats.format_of(path.name)
    except UnreadableFileError:
        if formats.is_media(path.suffix) or not path.is_file():
            raise
    try:
        with path.open("rb") as stream:
            return formats.format_of(path.name, stream)
    except OSError as error:
        raise UnreadableFileError("file.unreadable") from error


def _walk(root: Path, skipped: list[SkippedFile]) -> Iterator[Path]:
    """The files below a folder that may be releases. The others are put into ``skipped``.
    Links to folders are followed; each real folder is read once."""
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
            except OSError:  # a link to itself
                pass
            try:
                check_name(entry.name)
                format_at(entry)
            except UnreadableFileError as error:
                skip(entry, error.key)
                continue
            if entry.is_file():
                yield entry
            else:
                skip(entry, "file.link_loop" if entry.is_symlink() else "file.unreadable")

    return visit(root)


def stated_id(path: Path) -> str | None:
    """The id that a file states of itself; None if it states none or cannot be opened. It is read
    before the file is parsed."""
    try:
        look = format_at(path).stated_id
        if look is None:
            return None
        with path.open("rb") as stream:
            return look(stream)
    except (OSError, UnreadableFileError):  # reported when the file is read
        return None
