"""Find the releases in files that hold several: the files of an archive, the parts of a mail, the
rows of a table, the entries of a feed. Here alone one file becomes several releases.

A part has the source ``archive.zip/inner/a.txt``, or ``table.csv#id`` for a row. Files may lie in
each other, as a table in an archive. Nothing is left out silently: what cannot be a release is told
with its reason.
"""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import field, replace
from pathlib import Path, PurePosixPath

from rag.config import ColumnSettings
from rag.corpus import formats
from rag.corpus.formats import Part
from rag.corpus.listing import FilePart, Listing, SourceFile, format_at
from rag.corpus.metadata import Metadata
from rag.corpus.results import SkippedFile
from rag.corpus.sidecar import sidecar_key
from rag.corpus.unfolding import as_name, digest_of, skipped_part, walk
from rag.errors import StorageError, UnreadableFileError
from rag.lazy import dataclass

_KEPT_IN_MEMORY = 32 * 1024**2  # bytes; further parts are written to the disk


@dataclass(slots=True)
class Expansion:
    """What was found in a file that holds several releases.

    Attributes:
        parts: its releases.
        skipped: what is not read, with sources behind that of the file.
    """

    parts: list[FilePart] = field(default_factory=list)
    skipped: list[SkippedFile] = field(default_factory=list)


class Parts:
    """Finds the parts of files and keeps their bytes until it is closed.

    Args:
        columns: the names of columns in the settings.
        folder: where the bytes are kept, in a file without a name; None for the system's folder.
    """

    def __init__(self, columns: ColumnSettings, folder: Path | None = None) -> None:
        self.columns = columns
        self._folder = folder
        self._kept: tempfile.SpooledTemporaryFile[bytes] | None = None
        self._places: dict[tuple[Path, str], tuple[int, int]] = {}

    def __enter__(self) -> Parts:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Forget the bytes."""
        if self._kept is not None:
            self._kept.close()
        self._kept = None
        self._places.clear()

    def expand(self, path: Path) -> Expansion:
        """The parts of a file.

        Raises:
            UnreadableFileError: the file cannot be read, or holds too much.
            OSError: it cannot be opened.
            StorageError: the disk is full.
        """
        found = Expansion()
        with path.open("rb") as stream:
            for name, part, data in walk(stream, path.name, self.columns, found.skipped):
                self._places[path, name] = self._keep(data)
                found.parts.append(_described(name, part, data, path))
        if not found.parts and not found.skipped:
            is_table = format_at(path).is_table
            raise UnreadableFileError("file.no_rows" if is_table else "file.no_parts")
        return found

    def read(self, file: SourceFile) -> bytes:
        """The bytes of a part.

        Raises:
            OSError: the file cannot be opened, or has no longer that part.
        """
        assert file.part is not None
        key = file.path, file.part.name
        if key not in self._places:
            try:
                self.expand(file.path)
            except UnreadableFileError as error:
                raise OSError from error
        if key not in self._places:
            raise FileNotFoundError(file.source)
        start, length = self._places[key]
        assert self._kept is not None
        self._kept.seek(start)
        return self._kept.read(length)

    def _keep(self, data: bytes) -> tuple[int, int]:
        try:
            if self._kept is None:
                folder = str(self._folder) if self._folder else None
                made = tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY, dir=folder)  # noqa: SIM115
                self._kept = made
            start = self._kept.seek(0, io.SEEK_END)
            self._kept.write(data)
        except OSError as error:
            place = self._folder or tempfile.gettempdir()
            raise StorageError("storage.refused", path=place, reason=error) from error
        return start, len(data)


def with_parts(listing: Listing, expand: Callable[[SourceFile], Expansion]) -> Listing:
    """A listing in which the parts of files stand for these files.

    The id of a part is its own one (of a row its id or address, of a file its stem or the id that
    it states) if nothing else has it, else its source (``Listing.renamed`` names files, not rows).
    The sidecars may describe a part by its source. What they state of the language and origin of
    the whole file holds for each of its parts.

    Args:
        expand: finds the parts of a file.
    """
    files, skipped = list(listing.files), list(listing.skipped)
    renamed = list(listing.renamed)
    parts: list[SourceFile] = []
    for file in listing.containers:
        try:
            found = expand(file)
        except UnreadableFileError as error:
            skipped.append(skipped_part(file.source, error))
            continue
        except OSError:
            skipped.append(SkippedFile(file.source, "file.unreadable"))
            continue
        for part in found.parts:
            source = file.source + part.name
            stated = listing.stated.get(sidecar_key(source), Metadata())
            if part.name:
                stated = replace(
                    stated,
                    language=stated.language or file.metadata.language,
                    origin=stated.origin or file.metadata.origin,
                )
            own = stated.id or part.own_id or source
            parts.append(SourceFile(file.path, source, own, stated, part))
        skipped += (replace(one, source=file.source + one.source) for one in found.skipped)
    counts = Counter(one.id for one in parts)
    taken = {file.id for file in files}
    for one in parts:
        named = one
        if counts[one.id] > 1 or one.id in taken:
            named = replace(one, id=one.source)
            if one.name:
                renamed.append(one.source)
        if named.id in taken:
            skipped.append(SkippedFile(one.source, "file.same_id", {"id": named.id}))
            continue
        taken.add(named.id)
        files.append(named)
    files.sort(key=lambda file: file.id)
    return replace(listing, files=files, containers=[], skipped=skipped, renamed=renamed)


def _described(name: str, part: Part, data: bytes, path: Path) -> FilePart:
    row = name.rpartition("#")[2]
    own = (
        (row if row in map(as_name, part.keys) else "")
        if part.number
        else PurePosixPath(name or path.name).stem
    )
    look = formats.format_of(f"a{part.suffix}").stated_id
    if part.name and look is not None:
        own = look(io.BytesIO(data)) or own
    digest = digest_of(part, data)
    return FilePart(
        name, part.suffix, digest, own, part.number, dict(part.stated), dict(part.hints)
    )
