"""The index on disk: generations, the manifest, ``CURRENT``, and what is refused when opening.

    index/CURRENT                      name of the live generation, replaced atomically
    index/LOCK                         held while building
    index/pending/                     vectors of a build that has not finished
    index/cache/                       what saves time when opening; not the store's
    index/generations/<n>-<digest>/    manifest.json, passages.sqlite, vectors.npy, dense.faiss,
                                       moments.npy, lexical/*.npy

A generation's name carries the digest of its manifest, and the manifest the digest of every file:
one byte changed anywhere is seen when the index is opened.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import (
    IndexDamagedError,
    IndexEncoderError,
    IndexMissingError,
    IndexUnusableError,
    IndexVersionError,
)
from rag.indexing import dense, files, lexical, records

FORMAT_VERSION = 1
MANIFEST, CURRENT, LOCK = "manifest.json", "CURRENT", "LOCK"
GENERATIONS, PENDING = "generations", "pending"
_NAME = re.compile(r"\d{6,}-[0-9a-f]{16}")
FILES = (records.FILE, *dense.FILES, *lexical.FILES)


def manifest_bytes(manifest: dict[str, Any]) -> bytes:
    """The manifest as written: UTF-8 JSON, keys sorted."""
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8")


def manifest_digest(data: bytes) -> str:
    """The part of a generation's name that its manifest decides."""
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(slots=True)
class Index:
    """One generation, open for reading. It stays readable while another is built and swapped in.

    Attributes:
        folder: the index folder, as given.
        generation: name of the generation.
        manifest: its manifest.
        records: releases and passages by row.
        dense: vectors.
        lexical: BM25.
    """

    folder: Path
    generation: str
    manifest: dict[str, Any]
    records: records.RecordReader
    dense: dense.DenseIndex
    lexical: lexical.LexicalIndex

    @property
    def place(self) -> Path:
        """The generation's folder."""
        return self.folder / GENERATIONS / self.generation

    @property
    def passages(self) -> int:
        """How many passages it holds, 1 or more."""
        return int(self.manifest["counts"]["passages"])

    @property
    def languages(self) -> list[str | None]:
        """Languages of its releases; None stands for those that could not be told."""
        return list(self.manifest["languages"])

    def close(self) -> None:
        self.records.close()


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


def open_index(folder: Path, encoder: dict[str, Any] | None) -> Index:
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


def _open_generation(folder: Path, name: str, encoder: dict[str, Any] | None) -> Index:
    place = folder / GENERATIONS / name
    manifest = _read_manifest(folder, place, name)
    if encoder is not None and manifest["encoder"] != encoder:
        raise IndexEncoderError(
            "index.other_encoder",
            path=folder,
            found=_describe(manifest["encoder"]),
            wanted=_describe(encoder),
        )
    _check_files(folder, place, manifest)
    try:
        return Index(
            folder,
            name,
            manifest,
            records.RecordReader(place / records.FILE),
            dense.DenseIndex(place),
            lexical.LexicalIndex(place, manifest["counts"]["passages"]),
        )
    except (OSError, ValueError, RuntimeError, sqlite3.Error) as error:
        raise IndexDamagedError("index.damaged", path=folder, file=name) from error


def _read_manifest(folder: Path, place: Path, name: str) -> dict[str, Any]:
    try:
        data = (place / MANIFEST).read_bytes()
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


def _check_files(folder: Path, place: Path, manifest: dict[str, Any]) -> None:
    for file, digest in sorted(manifest["files"].items()):
        try:
            intact = files.sha256(place / file) == digest
        except OSError:
            intact = False
        if not intact:
            name = f"{place.name}/{file}"
            raise IndexDamagedError("index.damaged", path=folder, file=name)


def _describe(identity: dict[str, Any]) -> str:
    return f"{identity.get('name')} ({identity.get('revision')})"


def open_for_reuse(folder: Path) -> Index | None:
    """The live generation if it can be trusted, whatever its encoder; None otherwise."""
    try:
        return open_index(folder, None)
    except IndexUnusableError:
        return None


def newest(folder: Path, live: str) -> set[str]:
    """The live generation and the latest other one, which a reader may have open."""
    others = sorted(path.name for path in _generations(folder) if path.name != live)
    return {live, *others[-1:]}


def next_name(folder: Path, digest: str) -> str:
    """A name that no generation has had: one more than the highest number."""
    numbers = [int(path.name.split("-")[0]) for path in _generations(folder)]
    return f"{max(numbers, default=0) + 1:06d}-{digest}"


def commit(folder: Path, scratch: Path, manifest: dict[str, Any]) -> str:
    """Make a finished scratch folder the live generation; returns its name.

    The order is the guarantee: files, manifest, folder, then ``CURRENT``. Killed at any point,
    the old generation is live, or the new one is, whole.
    """
    for file in FILES:
        files.sync(scratch / file)
    manifest["files"] = {file: files.sha256(scratch / file) for file in FILES}
    data = manifest_bytes(manifest)
    files.write_bytes(scratch / MANIFEST, data)
    files.sync(scratch / lexical.FOLDER)
    files.sync(scratch)
    name = next_name(folder, manifest_digest(data))
    files.replace(scratch, folder / GENERATIONS / name)
    fresh = folder / f"{CURRENT}.new"
    files.write_bytes(fresh, (name + "\n").encode())
    files.replace(fresh, folder / CURRENT)
    return name


def prune(folder: Path, keep: set[str]) -> None:
    """Remove generations but ``keep``, and scratch folders that killed builds left."""
    for path in (folder / GENERATIONS).iterdir():
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)


def _generations(folder: Path) -> list[Path]:
    parent = folder / GENERATIONS
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if _NAME.fullmatch(path.name)]
