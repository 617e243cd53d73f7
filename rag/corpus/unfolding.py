"""Walk through what lies in a file: files in files, and rows of tables, with their names and within
limits."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rag.config import ColumnSettings
from rag.corpus import formats
from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats import Part
from rag.corpus.listing import check_name, is_ignored
from rag.corpus.results import SkippedFile
from rag.errors import UnreadableFileError
from rag.lazy import regex

MOST_PARTS = 100_000
"""The most parts of a file, with those of the files in it."""
_MOST_UNPACKED = 4 * 1024**3  # bytes of all parts of a file together
_DEEPEST = 2  # how many files with files may lie in each other, below the outermost one
_LONGEST_NAME = 100
_URL = regex(r"[a-z][a-z0-9+.-]*:(?://)?(?:www\.)?", re.IGNORECASE)


def walk(
    stream: BinaryIO, file: str, columns: ColumnSettings, skipped: list[SkippedFile]
) -> Iterator[tuple[str, Part, bytes]]:
    """The name, the part and the bytes of every release in a file.

    Args:
        stream: the file, opened.
        file: its name.
        skipped: gets what cannot be a release, with sources that stand behind that of the file.

    Raises:
        UnreadableFileError: the file cannot be read, or holds too much.
    """
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
    form = formats.format_of(file, stream)
    if form.expand is None:  # one release under the name of several
        whole = stream.read(MAX_BYTES + 1)
        yield place, Part("", lambda: whole, form.suffixes[0]), whole
        return
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
            data, held = _held(part)
            if held.expand is not None and not held.is_table and depth >= _DEEPEST:
                raise UnreadableFileError("file.too_deep", most=_DEEPEST)
            budget.spend(len(data))
            if held.expand is None:
                suffix = part.suffix if part.suffix in held.suffixes else held.suffixes[0]
                yield name, replace(part, suffix=suffix), data
                continue
        except UnreadableFileError as error:
            if budget.is_spent:
                raise
            budget.spend(0)
            skipped.append(skipped_part(name, error))
            continue
        try:
            yield from _inside(
                io.BytesIO(data), f"a{part.suffix}", name, depth + 1, columns, skipped, budget
            )
        except UnreadableFileError as error:
            if budget.is_spent:
                raise
            skipped.append(skipped_part(name, error))


def _held(part: Part) -> tuple[bytes, formats.Format]:
    """The bytes of a file in another one, and its format. Pictures and films are not opened.

    Raises:
        UnreadableFileError: it cannot be read, or no format reads it.
    """
    if formats.is_media(part.suffix):
        formats.format_of(part.name)
    data = part.read()
    return data, formats.format_of(part.name or f"a{part.suffix}", io.BytesIO(data))


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
            skipped.append(skipped_part(place, part.problem))
            continue
        data = part.read()
        budget.spend(len(data))
        rows.append((part, data))
    names = [tuple(map(as_name, part.keys)) for part, _data in rows]
    counts = Counter((level, key) for keys in names for level, key in enumerate(keys))
    taken: set[str] = set()
    for (part, data), keys in zip(rows, names, strict=True):
        alone = [
            key
            for level, key in enumerate(keys)
            if key and counts[level, key] == 1 and key not in taken
        ]
        name = alone[0] if alone else digest_of(part, data)[:16]
        if name in taken:
            skipped.append(SkippedFile(place, "row.twice", {"row": part.number}))
            continue
        taken.add(name)
        yield f"{place}#{name}", part, data


def as_name(key: str) -> str:
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


def digest_of(part: Part, data: bytes) -> str:
    """SHA-256 of all that a release depends on in its file, in hexadecimal."""
    digest = hashlib.sha256(data)
    facts = [part.suffix, sorted(part.stated.items()), sorted(part.hints.items())]
    digest.update(json.dumps(facts).encode())
    return digest.hexdigest()


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
    form = formats.format_of(file, stream)
    if form.expand is None:
        raise UnreadableFileError("file.no_parts")
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
        return _held(part)[1].expand is not None
    except UnreadableFileError:
        return False


def skipped_part(source: str, error: UnreadableFileError) -> SkippedFile:
    """A part that is not read, with the reason."""
    values = {key: one for key, one in error.told.items() if isinstance(one, str | int)}
    return SkippedFile(source, error.key, values)
