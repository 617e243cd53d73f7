"""The index on disk: generations, the manifest, ``CURRENT``, and what is refused when opening.

    index/CURRENT                      name of the live generation, replaced atomically
    index/LOCK                         held while building
    index/pending/                     vectors of a build that has not finished
    index/cache/                       what saves time; may be deleted
    index/generations/<n>-<digest>/    manifest.json, passages.sqlite, release_of.npy, filtered.npy,
                                       vectors.npy, dense.faiss, moments.npy, lexical/*.npy

A generation is whole, or it changes another one, its base, which is whole: then its files hold
what is new, and ``order.npy`` says which releases of both there are. Nothing is copied or linked:
the manifest names the base, and a base stays as long as a generation names it. A folder may be
copied to another machine as it is.

What a release says of itself stands in the files of the generation that read it. Facts about the
corpus (which paragraphs many releases share, which releases are versions of one) are kept up as the
statistics are: a sum over the segments less what counts no longer, taken when it is asked for
(BM25), or an array that a changing generation works out from its base's and the releases that came
and went (``dense.changed_moments``).

A generation's name carries the digest of its manifest, and the manifest the digest of every file
and the name of the base: one byte changed anywhere is seen when the index is opened. In a large
index the files are digested only where the file system says that they are not as they were when
they last were (``index/cache/``: size, time of change, inode); opening then reads what a question
touches.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from rag.errors import (
    IndexDamagedError,
    IndexEncoderError,
    IndexMissingError,
    IndexUnusableError,
    IndexVersionError,
)
from rag.indexing import dense, files, lexical, records, segments
from rag.indexing.local import LocalIndex

FORMAT_VERSION = 5
MANIFEST, CURRENT, LOCK = "manifest.json", "CURRENT", "LOCK"
GENERATIONS, PENDING, CACHE = "generations", "pending", "cache"
_NAME = re.compile(r"\d{6,}-[0-9a-f]{16}")
FILES = (*records.FILES, *dense.FILES, *lexical.FILES)
ORDER = segments.FILE
_STAMPS = "files.json"
# Files of fewer bytes than this in all are digested at each opening: it takes no time.
_LARGE = 32_000_000


def manifest_bytes(manifest: dict[str, Any]) -> bytes:
    """The manifest as written: UTF-8 JSON, keys sorted."""
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8")


def manifest_digest(data: bytes) -> str:
    """The part of a generation's name that its manifest decides."""
    return hashlib.sha256(data).hexdigest()[:16]


def current_generation(folder: Path) -> str | None:
    """Name of the live generation; None where nothing was built.

    Raises:
        IndexDamagedError: ``CURRENT`` holds something else, or cannot be read.
    """
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamagedError("index.damaged", path=folder, file=CURRENT) from error
    if not _NAME.fullmatch(name):
        raise IndexDamagedError("index.damaged", path=folder, file=CURRENT)
    return name


def open_index(folder: Path, encoder: dict[str, Any] | None) -> LocalIndex:
    """Open the live generation.

    Args:
        encoder: the identity that its vectors must have; None takes any.

    Raises:
        IndexMissingError: nothing was built there.
        IndexVersionError: it is of another format version.
        IndexEncoderError: its vectors are another encoder's.
        IndexDamagedError: a file is missing or was changed.
    """
    name = current_generation(folder)
    if name is None:
        raise IndexMissingError("index.missing", path=folder)
    try:
        return _open_generation(folder, name, encoder)
    except IndexDamagedError:
        # Two builds may have come and gone since ``CURRENT`` was read, and removed what it named.
        if current_generation(folder) == name:
            raise
    return open_index(folder, encoder)


def _open_generation(folder: Path, name: str, encoder: dict[str, Any] | None) -> LocalIndex:
    manifest = _read_manifest(folder, name)
    if encoder is not None and manifest["encoder"] != encoder:
        raise IndexEncoderError(
            "index.other_encoder",
            path=folder,
            found=_describe(manifest["encoder"]),
            wanted=_describe(encoder),
        )
    base = manifest["base"]
    whole = {base: _read_manifest(folder, base)} if base else {}
    manifests = whole | {name: manifest}
    _check_files(folder, manifests)
    parent = folder / GENERATIONS
    try:
        parts = [segments.Segment.open(parent / one, held) for one, held in manifests.items()]
        order = np.load(parent / name / ORDER) if base else None
        return LocalIndex(folder, name, manifest, parts, order)
    except (OSError, ValueError, RuntimeError, sqlite3.Error) as error:
        raise IndexDamagedError("index.damaged", path=folder, file=name) from error


def _read_manifest(folder: Path, name: str) -> dict[str, Any]:
    try:
        data = (folder / GENERATIONS / name / MANIFEST).read_bytes()
        manifest = json.loads(data)
        version = manifest["format_version"]
    except PermissionError as error:
        raise IndexUnusableError("index.forbidden", path=folder, file=name) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexDamagedError("index.damaged", path=folder, file=f"{name}/{MANIFEST}") from error
    if version != FORMAT_VERSION:
        raise IndexVersionError(
            "index.other_version", path=folder, found=version, wanted=FORMAT_VERSION
        )
    if manifest_digest(data) != name.split("-")[1]:
        raise IndexDamagedError("index.damaged", path=folder, file=f"{name}/{MANIFEST}")
    result: dict[str, Any] = manifest
    return result


def _check_files(folder: Path, manifests: dict[str, dict[str, Any]]) -> None:
    """Refuse a file that is not as it was written; those of some generations, by name."""
    digests = {
        f"{name}/{file}": digest
        for name, manifest in manifests.items()
        for file, digest in sorted(manifest["files"].items())
    }
    stamps = _stamps(folder, digests)
    known = files.read_cache(folder / CACHE / _STAMPS) if _is_large(stamps) else {}
    changed = [file for file in digests if stamps[file] is None or known.get(file) != stamps[file]]
    for file in changed:
        if not files.matches(folder / GENERATIONS / file, digests[file]):
            raise IndexDamagedError("index.damaged", path=folder, file=file)
    if changed and _is_large(stamps):
        _keep_stamps(folder, stamps)


def _is_large(stamps: dict[str, list[int] | None]) -> bool:
    return sum(one[0] for one in stamps.values() if one) >= _LARGE


def _stamps(folder: Path, names: Iterable[str]) -> dict[str, list[int] | None]:
    """By file what the file system says of it; None where there is no such file."""
    found: dict[str, list[int] | None] = {}
    for file in names:
        try:
            found[file] = files.stamp(folder / GENERATIONS / file)
        except OSError:
            found[file] = None
    return found


def _keep_stamps(folder: Path, stamps: dict[str, list[int] | None]) -> None:
    """Remember that files of generations were found to be whole; what is gone is forgotten."""
    path = folder / CACHE / _STAMPS
    there = {place.name for place in _generations(folder)}
    known = files.read_cache(path) | stamps
    files.write_cache(path, {f: one for f, one in known.items() if f.split("/")[0] in there})


def _describe(identity: dict[str, Any]) -> str:
    return f"{identity.get('name')} ({identity.get('revision')})"


def open_for_reuse(folder: Path) -> LocalIndex | None:
    """The live generation if it can be trusted, whatever its encoder; None otherwise."""
    try:
        return open_index(folder, None)
    except IndexUnusableError:
        return None


def next_name(folder: Path, digest: str) -> str:
    """A name that no generation has had: one more than the highest number."""
    numbers = [int(path.name.split("-")[0]) for path in _generations(folder)]
    return f"{max(numbers, default=0) + 1:06d}-{digest}"


def commit(folder: Path, scratch: Path, manifest: dict[str, Any]) -> str:
    """Make a finished scratch folder the live generation; returns its name.

    The order is the guarantee: files, manifest, folder, then ``CURRENT``. Killed at any point,
    the old generation is live, or the new one is, whole.
    """
    own = (*FILES, ORDER) if manifest["base"] else FILES
    for file in own:
        files.sync(scratch / file)
    manifest["files"] = {file: files.sha256(scratch / file) for file in own}
    data = manifest_bytes(manifest)
    files.write_bytes(scratch / MANIFEST, data)
    files.sync(scratch / lexical.FOLDER)
    files.sync(scratch)
    name = next_name(folder, manifest_digest(data))
    files.replace(scratch, folder / GENERATIONS / name)
    fresh = folder / f"{CURRENT}.new"
    files.write_bytes(fresh, (name + "\n").encode())
    files.replace(fresh, folder / CURRENT)
    _keep_stamps(folder, _stamps(folder, [f"{name}/{file}" for file in own]))
    return name


def newest(folder: Path, live: str) -> set[str]:
    """The live generation and the latest other one, which a reader may have open."""
    others = sorted(path.name for path in _generations(folder) if path.name != live)
    return {live, *others[-1:]}


def prune(folder: Path, keep: set[str]) -> None:
    """Remove generations but ``keep`` and their bases, and scratch folders that killed builds
    left."""
    keep = keep | {base for name in keep if (base := _base_of(folder, name))}
    for path in (folder / GENERATIONS).iterdir():
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)


def _base_of(folder: Path, name: str) -> str | None:
    """The generation that one changes; None for a whole one, or one that cannot be read."""
    try:
        base: str | None = _read_manifest(folder, name)["base"]
    except IndexUnusableError:
        return None
    return base


def _generations(folder: Path) -> list[Path]:
    parent = folder / GENERATIONS
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if _NAME.fullmatch(path.name)]
