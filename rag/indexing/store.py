"""The index on disk: generations, the manifest, ``CURRENT``, and what is refused when opening.

    index/CURRENT                      name of the live generation, replaced atomically
    index/LOCK                         held while building
    index/pending/                     vectors of a build that has not finished
    index/cache/                       what saves time when opening; not the store's
    index/generations/<n>-<digest>/    manifest.json, passages.sqlite, release_of.npy, filtered.npy,
                                       vectors.npy, dense.faiss, moments.npy, lexical/*.npy

A generation's name carries the digest of its manifest, and the manifest the digest of every file:
one byte changed anywhere is seen when the index is opened. In a large index the files are digested
only where the file system says that they are not as they were when they last were
(``index/cache/``: size, time of change, inode); opening then reads what a question touches.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.errors import (
    IndexDamagedError,
    IndexEncoderError,
    IndexMissingError,
    IndexUnusableError,
    IndexVersionError,
)
from rag.indexing import dense, files, lexical, records
from rag.indexing.engine import Candidates, Described, Terms, known_terms
from rag.types import Filters

if TYPE_CHECKING:
    import numpy.typing as npt

FORMAT_VERSION = 3
MANIFEST, CURRENT, LOCK = "manifest.json", "CURRENT", "LOCK"
GENERATIONS, PENDING, CACHE = "generations", "pending", "cache"
_NAME = re.compile(r"\d{6,}-[0-9a-f]{16}")
FILES = (*records.FILES, *dense.FILES, *lexical.FILES)
# Up to this many permitted passages every one is a candidate: the search is exact in every part.
_EVERY_ONE = 4_096
# Files of fewer bytes than this in all are digested at each opening: it takes no time.
_LARGE = 32_000_000


def manifest_bytes(manifest: dict[str, Any]) -> bytes:
    """The manifest as written: UTF-8 JSON, keys sorted."""
    return json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8")


def manifest_digest(data: bytes) -> str:
    """The part of a generation's name that its manifest decides."""
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(slots=True)
class LocalIndex(Described):
    """One generation, open for reading (``rag.indexing.engine.Index``, in files).

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
    def size(self) -> int:
        """Bytes that the generation takes."""
        return sum(path.stat().st_size for path in self.place.rglob("*") if path.is_file())

    def terms(self, asked: Sequence[str]) -> Terms:
        columns = self.records.columns(asked)
        known = known_terms(asked, columns)
        chosen = [columns[term] for term in known]
        frequency, sums, squares = self.lexical.statistics(chosen)
        return Terms(tuple(asked), known, tuple(chosen), frequency, sums, squares)

    def dense_scale(self, vector: npt.NDArray[np.float32]) -> tuple[float, float]:
        return self.dense.scale(vector)

    def candidates(
        self,
        vector: npt.NDArray[np.float32],
        terms: Terms,
        filters: Filters,
        depth: int,
        k: int,
    ) -> Candidates:
        allowed = self.records.allowed(filters)
        possible = self.passages if allowed is None else int(np.count_nonzero(allowed))
        if possible == 0:
            return Candidates.none(len(terms.known))
        depth = possible if possible <= _EVERY_ONE else min(possible, depth)
        near, cosines = self._nearest(vector, depth, k, allowed)
        scores = self.lexical.scores(terms.columns, terms.times)
        rows = np.union1d(near, lexical.best(scores, depth, allowed))
        low, high = self.records.days(rows)
        return Candidates(
            possible=possible,
            rows=rows,
            dense=self.dense.scores(vector, rows),
            lexical=scores[rows],
            held=self.lexical.held(terms.columns, rows),
            low=low,
            high=high,
            nearest=float(cosines[0]),
        )

    def _nearest(
        self,
        vector: npt.NDArray[np.float32],
        depth: int,
        k: int,
        allowed: npt.NDArray[np.bool_] | None,
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The nearest rows; deeper while all that follows the k-th ties with it, so that a tie is
        broken by key and not by which of many equal passages was met first."""
        while True:
            rows, scores = self.dense.search(vector, depth, allowed)
            last = depth >= self.passages or len(rows) < depth
            if last or scores[-1] < scores[min(k, depth) - 1]:
                return rows, scores
            depth = min(self.passages, 4 * depth)

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
        return LocalIndex(
            folder,
            name,
            manifest,
            records.RecordReader(place, manifest["languages"]),
            dense.DenseIndex(place, manifest["dense"]),
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
    stamps = _stamps(place, manifest)
    known = _known_stamps(folder, place) if _is_large(stamps) else {}
    fresh = False
    for file, digest in sorted(manifest["files"].items()):
        if stamps[file] is not None and known.get(file) == stamps[file]:
            continue
        fresh = True
        if files.matches(place / file, digest):
            continue
        name = f"{place.name}/{file}"
        raise IndexDamagedError("index.damaged", path=folder, file=name)
    if fresh:
        _keep_stamps(folder, place, stamps)


def _is_large(stamps: dict[str, list[int] | None]) -> bool:
    return sum(one[0] for one in stamps.values() if one) >= _LARGE


def _stamps(place: Path, manifest: dict[str, Any]) -> dict[str, list[int] | None]:
    """By file what the file system says of it; None where there is no such file."""
    found: dict[str, list[int] | None] = {}
    for file in manifest["files"]:
        try:
            found[file] = files.stamp(place / file)
        except OSError:
            found[file] = None
    return found


def _known_stamps(folder: Path, place: Path) -> dict[str, Any]:
    return files.read_cache(folder / CACHE / f"{place.name}.json")


def _keep_stamps(folder: Path, place: Path, stamps: dict[str, list[int] | None]) -> None:
    """Remember that the files of a generation were found to be whole."""
    if _is_large(stamps):
        files.write_cache(folder / CACHE / f"{place.name}.json", stamps)


def damaged_files(index: LocalIndex) -> list[str]:
    """The files of a generation whose bytes are not those that were written; reads them all."""
    return [
        file
        for file, digest in sorted(index.manifest["files"].items())
        if not files.matches(index.place / file, digest)
    ]


def _describe(identity: dict[str, Any]) -> str:
    return f"{identity.get('name')} ({identity.get('revision')})"


def open_for_reuse(folder: Path) -> LocalIndex | None:
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
    place = folder / GENERATIONS / name
    _keep_stamps(folder, place, _stamps(place, manifest))
    return name


def prune(folder: Path, keep: set[str]) -> None:
    """Remove generations but ``keep``, and scratch folders that killed builds left."""
    for path in (folder / GENERATIONS).iterdir():
        if path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)
            (folder / CACHE / f"{path.name}.json").unlink(missing_ok=True)


def _generations(folder: Path) -> list[Path]:
    parent = folder / GENERATIONS
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if _NAME.fullmatch(path.name)]
