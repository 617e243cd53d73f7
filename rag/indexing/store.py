"""The index on disk: generations, manifests, ``CURRENT``, and the checks when it is opened.

    index/CURRENT                      name of the live generation, replaced atomically
    index/LOCK                         held while building
    index/pending/                     vectors of a build that has not finished
    index/cache/                       only saves time; may be deleted
    index/generations/<n>-<digest>/    manifest.json, passages.sqlite, release_of.npy, filtered.npy,
                                       vectors.npy, dense.faiss, moments.npy, lexical/*.npy

A generation is whole, or it changes another one, its base, which is whole. In the second case its
files hold only what is new, and ``order.npy`` lists the releases of both that are in the index.
Nothing is copied or linked: the manifest names the base, and a base is kept as long as a generation
names it. The index folder may be copied to another machine.

What a release says of itself is in the files of the generation that read it. Facts about the whole
corpus are updated in one of two ways. Some are summed over the segments at each search, without
what is no longer in the index (BM25). Others are arrays that a generation computes from those of
its base and from the releases that were added and removed (``dense_writer.changed_moments``).

The name of a generation contains the digest of its manifest. The manifest contains the digest of
every file and the name of the base. So a changed byte is detected when the index is opened. In a
large index a file is digested only if its size, times or inode differ from those in
``index/cache/``. Otherwise opening does not read the file.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from rag.errors import (
    IndexDamagedError,
    IndexEncoderError,
    IndexMissingError,
    IndexUnusableError,
    IndexVersionError,
    RagError,
)
from rag.indexing import dense, files, lexical, places, records, segments
from rag.indexing.local import LocalIndex
from rag.lazy import regex
from rag.near import suggestion

FORMAT_VERSION = 5
MANIFEST, CURRENT, LOCK = "manifest.json", "CURRENT", "LOCK"
USUAL = "index"  # the folder where none is named
GENERATIONS, PENDING, CACHE = "generations", "pending", "cache"
_NAME = regex(r"\d{6,}-[0-9a-f]{16}")
FILES = (*records.FILES, *places.FILES, *dense.FILES, *lexical.FILES)
ORDER = segments.FILE
_STAMPS = "files.json"
# If all files together are smaller than this, in bytes, they are digested at each opening.
_LARGE = 32_000_000


def manifest_bytes(manifest: dict[str, Any]) -> bytes:
    """The manifest as it is written: UTF-8 JSON with sorted keys."""
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8")


def manifest_digest(data: bytes) -> str:
    """The part of a generation's name that depends on its manifest: 16 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:16]


def current_generation(folder: Path) -> str | None:
    """Name of the live generation; None if nothing was built.

    Raises:
        IndexDamagedError: ``CURRENT`` does not hold a name, or cannot be read.
        IndexUnusableError: access to it is denied.
    """
    try:
        name = (folder / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except PermissionError as error:
        raise IndexUnusableError("index.forbidden", path=folder, file=CURRENT) from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamagedError("index.damaged", path=folder, file=CURRENT) from error
    if not _NAME.fullmatch(name):
        raise IndexDamagedError("index.damaged", path=folder, file=CURRENT)
    return name


def open_index(folder: Path, encoder: dict[str, Any] | None) -> LocalIndex:
    """Open the live generation.

    Args:
        folder: the index folder.
        encoder: the identity that the encoder of its vectors must have; None accepts any.

    Raises:
        IndexMissingError: nothing was built there.
        IndexVersionError: it has another format version.
        IndexEncoderError: its vectors were made by another encoder.
        IndexDamagedError: a file is missing or was changed.
        IndexUnusableError: access to the manifest is denied.
    """
    name = current_generation(folder)
    if name is None:
        raise _missing(folder)
    try:
        return _open_generation(folder, name, encoder)
    except IndexDamagedError:
        # Since ``CURRENT`` was read, two builds may have finished and removed that generation.
        if current_generation(folder) == name:
            raise
    return open_index(folder, encoder)


def _missing(folder: Path) -> IndexMissingError:
    """Why there is no index in a folder, and which index may have been meant."""
    if folder.is_file():
        return IndexMissingError("index.is_file", path=folder)
    near: object = ""
    with suppress(OSError):
        there = [one for one in (folder, *folder.parent.iterdir()) if (one / CURRENT).is_file()]
        near = suggestion(folder.name, {one.name: str(one) for one in there})
        if not near and (folder / USUAL / CURRENT).is_file():
            near = suggestion(USUAL, {USUAL: str(folder / USUAL)})
    return IndexMissingError("index.missing", path=folder, near=near)


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
    if base is not None and not (isinstance(base, str) and _NAME.fullmatch(base)):
        raise IndexDamagedError("index.damaged", path=folder, file=f"{name}/{MANIFEST}")
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


def corpus_in(folder: Path, manifest: dict[str, Any]) -> Path:
    """The folder of releases that a manifest names, where the index lies in ``folder``."""
    return Path(os.path.normpath(folder / manifest["corpus"]))


def corpus_of(folder: Path) -> Path | None:
    """The folder that the index in a folder was built from, also where it is of another format
    version; None if there is no index, or it does not tell."""
    try:
        name = current_generation(folder)
        if name is None:
            return None
        data = (folder / GENERATIONS / name / MANIFEST).read_bytes()
        return corpus_in(folder, json.loads(data))
    except (RagError, OSError, ValueError, KeyError, TypeError):
        return None


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
    """Check that the files of some generations are as they were written.

    Args:
        manifests: manifests by name of the generation.

    Raises:
        IndexDamagedError: a file is missing or was changed.
    """
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
    """The stamp of each file (see ``files.stamp``); None if there is no such file."""
    found: dict[str, list[int] | None] = {}
    for file in names:
        try:
            found[file] = files.stamp(folder / GENERATIONS / file)
        except OSError:
            found[file] = None
    return found


def _keep_stamps(folder: Path, stamps: dict[str, list[int] | None]) -> None:
    """Remember the stamps of files that were found intact. Stamps of removed generations are
    dropped."""
    path = folder / CACHE / _STAMPS
    there = {place.name for place in _generations(folder)}
    known = files.read_cache(path) | stamps
    files.write_cache(path, {f: one for f, one in known.items() if f.split("/")[0] in there})


def _describe(identity: dict[str, Any]) -> str:
    return f"{identity.get('name')} ({identity.get('revision')})"


def open_for_reuse(folder: Path) -> LocalIndex | None:
    """The live generation with any encoder; None if there is none, or it cannot be used."""
    try:
        return open_index(folder, None)
    except IndexUnusableError:
        return None


def next_name(folder: Path, digest: str) -> str:
    """The name of the next generation: its number is one more than the highest existing one."""
    numbers = [int(path.name.split("-")[0]) for path in _generations(folder)]
    return f"{max(numbers, default=0) + 1:06d}-{digest}"


def commit(folder: Path, scratch: Path, manifest: dict[str, Any]) -> str:
    """Make a finished scratch folder the live generation.

    Files, manifest, folder and ``CURRENT`` are written in this order. So if the process is killed
    at any point, either the old generation is live or the complete new one.

    Args:
        folder: the index folder.
        scratch: holds all files except the manifest.
        manifest: without ``files``, which is added here.

    Returns:
        The name of the generation.
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
    """The names of the live generation and of the latest other one, which a reader may have
    open."""
    others = sorted(path.name for path in _generations(folder) if path.name != live)
    return {live, *others[-1:]}


def prune(folder: Path, keep: set[str]) -> None:
    """Remove all generations except those in ``keep`` and their bases, and the scratch folders of
    killed builds."""
    keep = keep | {base for name in keep if (base := _base_of(folder, name))}
    for path in (folder / GENERATIONS).iterdir():
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)


def _base_of(folder: Path, name: str) -> str | None:
    """The name of a generation's base; None if it is whole or cannot be read."""
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
