"""Find the releases in files that hold several: the files of an archive, the parts of a mail, the
rows of a table, the entries of a feed. Here alone one file becomes several releases.

A part has the source ``archive.zip/inner/a.txt``, or ``table.csv#id`` for a row. Files may lie in
each other, as a table in an archive. Nothing is left out silently: what cannot be a release is told
with its reason.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rag.config import ColumnSettings
from rag.corpus import formats
from rag.corpus.formats import Part
from rag.corpus.listing import FilePart, Listing, SourceFile, check_name, is_ignored
from rag.corpus.metadata import Metadata
from rag.corpus.results import SkippedFile
from rag.errors import StorageError, UnreadableFileError

MOST_PARTS = 100_000
"""The most parts of a file, with those of the files in it."""
_MOST_UNPACKED = 4 * 1024**3  # bytes of all parts of a file together
_DEEPEST = 2  # how many files with files may lie in each other, below the outermost one
_LONGEST_NAME = 100
_KEPT_IN_MEMORY = 32 * 1024**2  # bytes; further parts are written to the disk
_URL = re.compile(r"[a-z][a-z0-9+.-]*:(?://)?(?:www\.)?", re.IGNORECASE)


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
            for name, part, data in _walk(stream, path.name, self.columns, found.skipped):
                self._places[path, name] = self._keep(data)
                found.parts.append(_described(name, part, data, path))
        if not found.parts and not found.skipped:
            is_table = formats.format_of(path.name).is_table
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
            reason = error.strerror or str(error)
            raise StorageError("storage.refused", path=place, reason=reason) from error
        return start, len(data)


def with_parts(listing: Listing, expand: Callable[[SourceFile], Expansion]) -> Listing:
    """A listing in which the parts of files stand for these files.

    The id of a part is its own one (of a row its id or address, of a file its stem or the id that
    it states) if nothing else has it, else its source (``Listing.renamed`` names files, not rows).
    The sidecars
    may describe a part by its source. What they state of the language and origin of the whole file
    holds for each of its parts.

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
            skipped.append(_skipped(file.source, error))
            continue
        except OSError:
            skipped.append(SkippedFile(file.source, "file.unreadable"))
            continue
        for part in found.parts:
            source = file.source + part.name
            stated = listing.stated.get(source, Metadata())
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


def find_member(path: Path, name: str) -> tuple[str, bytes]:
    """The innermost file that a part lies in: the part itself, or the table of a row.

    Args:
        path: the file with the part.
        name: the part's, as ``FilePart.name``.

    Returns:
        Its name without folders, and its bytes.

    Raises:
        UnreadableFileError: there is no such part, or it cannot be read.
        OSError: the file cannot be opened.
    """
    with path.open("rb") as stream:
        return _find(stream, path.name, name.removeprefix("/"))


def _find(stream: BinaryIO, file: str, name: str) -> tuple[str, bytes]:
    form = formats.format_of(file)
    assert form.expand is not None
    names: dict[str, int] = {}
    for part in form.expand(stream, ColumnSettings()):
        inner = _unused(part.name, names) if part.name else ""
        if not inner or part.problem is not None:
            continue
        rest = name.removeprefix(inner)
        if rest == name or (rest and (rest[0] not in "/#" or not _holds_parts(part))):
            continue
        data = part.read()
        if not rest or rest[0] == "#":
            return PurePosixPath(inner).name, data
        return _find(io.BytesIO(data), inner + part.suffix, rest[1:])
    raise UnreadableFileError("file.no_parts")


def _holds_parts(part: Part) -> bool:
    try:
        return formats.format_of(f"a{part.suffix}").expand is not None
    except UnreadableFileError:
        return False


def _skipped(source: str, error: UnreadableFileError) -> SkippedFile:
    values = {key: one for key, one in error.values.items() if isinstance(one, str | int)}
    return SkippedFile(source, error.key, values)


def _walk(
    stream: BinaryIO, file: str, columns: ColumnSettings, skipped: list[SkippedFile]
) -> Iterator[tuple[str, Part, bytes]]:
    """The name, the part and the bytes of every release in a file."""
    budget = _Budget()
    yield from _inside(stream, file, "", 0, columns, skipped, budget)


class _Budget:
    """How much may still be unpacked from one file."""

    def __init__(self) -> None:
        self.bytes, self.parts = _MOST_UNPACKED, MOST_PARTS

    @property
    def is_spent(self) -> bool:
        """Whether the file holds more than may be read."""
        return self.parts < 0 or self.bytes < 0

    def spend(self, size: int) -> None:
        """Count a part of so many bytes.

        Raises:
            UnreadableFileError: it is too much.
        """
        self.bytes -= size
        self.parts -= 1
        if self.parts < 0:
            raise UnreadableFileError("file.too_many_parts", most=MOST_PARTS)
        if self.bytes < 0:
            raise UnreadableFileError("file.unpacks_too_large")


def _inside(
    stream: BinaryIO,
    file: str,
    place: str,
    depth: int,
    columns: ColumnSettings,
    skipped: list[SkippedFile],
    budget: _Budget,
) -> Iterator[tuple[str, Part, bytes]]:
    form = formats.format_of(file)
    assert form.expand is not None
    if form.is_table:
        yield from _rows(form.expand(stream, columns), place, skipped, budget)
        return
    names: dict[str, int] = {}
    for part in form.expand(stream, columns):
        name = f"{place}/{_unused(part.name, names)}" if part.name else place
        if any(is_ignored(one) for one in part.name.split("/")):
            budget.spend(0)
            continue
        try:
            if part.problem is not None:
                raise part.problem
            if part.name:
                _check(part.name)
            held = formats.format_of(f"a{part.suffix}")
            if held.expand is not None and not held.is_table and depth >= _DEEPEST:
                raise UnreadableFileError("file.too_deep", most=_DEEPEST)
            data = part.read()
            budget.spend(len(data))
            if held.expand is None:
                yield name, part, data
                continue
        except UnreadableFileError as error:
            if budget.is_spent:
                raise
            budget.spend(0)
            skipped.append(_skipped(name, error))
            continue
        try:
            yield from _inside(
                io.BytesIO(data), f"a{part.suffix}", name, depth + 1, columns, skipped, budget
            )
        except UnreadableFileError as error:
            if budget.is_spent:
                raise
            skipped.append(_skipped(name, error))


def _check(name: str) -> None:
    """Check by its name that a file in another one may be a release."""
    if not name.isprintable():
        raise UnreadableFileError("file.bad_name")
    check_name(PurePosixPath(name).name)


def _rows(
    parts: Iterator[Part], place: str, skipped: list[SkippedFile], budget: _Budget
) -> Iterator[tuple[str, Part, bytes]]:
    """The rows of a table, named by the first of their keys that no other row has, or by a digest
    of what they say. So a row keeps its name when others come and go."""
    rows: list[tuple[Part, bytes]] = []
    for part in parts:
        if part.problem is not None:
            budget.spend(0)
            skipped.append(_skipped(place, part.problem))
            continue
        data = part.read()
        budget.spend(len(data))
        rows.append((part, data))
    names = [tuple(map(_as_name, part.keys)) for part, _data in rows]
    counts = Counter((level, key) for keys in names for level, key in enumerate(keys))
    taken: set[str] = set()
    for (part, data), keys in zip(rows, names, strict=True):
        alone = [
            key
            for level, key in enumerate(keys)
            if key and counts[level, key] == 1 and key not in taken
        ]
        name = alone[0] if alone else _digest(part, data)[:16]
        if name in taken:
            skipped.append(SkippedFile(place, "row.twice", {"row": part.number}))
            continue
        taken.add(name)
        yield f"{place}#{name}", part, data


def _as_name(key: str) -> str:
    """A key of a row as it stands in its source and id: an address without its scheme, and ``-``
    for what a path or an address gives a meaning. ``""`` if it is too long for a name."""
    plain = _URL.sub("", " ".join(key.split()), count=1) if "://" in key else " ".join(key.split())
    name = re.sub(r"[^\w.:@+ -]+", "-", plain).strip("- ")
    return name if len(name) <= _LONGEST_NAME else ""


def _unused(name: str, used: dict[str, int]) -> str:
    """The name, or one with a number if another file in the same file has it.

    Args:
        used: how often each name was wanted.
    """
    found = name
    while found in used:
        used[name] += 1
        path = PurePosixPath(name)
        found = str(path.with_name(f"{path.stem}-{used[name]}{path.suffix}"))
    used[found] = 1
    return found


def _described(name: str, part: Part, data: bytes, path: Path) -> FilePart:
    row = name.rpartition("#")[2]
    own = (
        (row if row in map(_as_name, part.keys) else "")
        if part.number
        else PurePosixPath(name or path.name).stem
    )
    look = formats.format_of(f"a{part.suffix}").stated_id
    if part.name and look is not None:
        own = look(io.BytesIO(data)) or own
    digest = _digest(part, data)
    return FilePart(
        name, part.suffix, digest, own, part.number, dict(part.stated), dict(part.hints)
    )


def _digest(part: Part, data: bytes) -> str:
    """SHA-256 of all that a release depends on in its file, in hexadecimal."""
    digest = hashlib.sha256(data)
    facts = [part.suffix, sorted(part.stated.items()), sorted(part.hints.items())]
    digest.update(json.dumps(facts).encode())
    return digest.hexdigest()
