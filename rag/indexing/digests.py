"""Remember the id and the digest of each corpus file, or its parts, together with its size and
times, so that an update reads only the files that changed."""

from __future__ import annotations

import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rag.corpus import SkippedFile
from rag.corpus.listing import FilePart, SourceFile, stated_id
from rag.corpus.parts import Expansion, Parts
from rag.corpus.reading import PARSER_VERSION, file_digest, part_digest, read_bytes
from rag.errors import UnreadableFileError
from rag.indexing import files

UNREADABLE = "unreadable"
# A file may change twice within the resolution of its times. So a file that changed in the last two
# seconds is read again by the next update. In nanoseconds.
_SETTLED = 2_000_000_000


class Digests:
    """Finds the id that a file states, its digest, and its parts. ``save`` writes them to the disk.

    Args:
        path: the file in which they are kept. It may be absent, damaged or unwritable.
        parts: finds the parts of a file that has changed.
    """

    def __init__(self, path: Path, parts: Parts) -> None:
        self._path = path
        self._parts = parts
        self._before = files.read_cache(path)
        self._now: dict[str, dict[str, Any]] = {}
        self._unsettled: set[str] = set()

    def stated_id(self, path: Path, source: str) -> str | None:
        """The id that a file states (see ``rag.corpus.stated_id``); None for none."""
        try:
            known = self._known(path, source)
        except OSError:
            return None
        if "id" not in known:
            known["id"] = stated_id(path)
        stated: str | None = known["id"]
        return stated

    def expand(self, file: SourceFile) -> Expansion:
        """The parts of a file that holds several releases. An unchanged file is not read again.

        Raises:
            UnreadableFileError, OSError: as for ``Parts.expand``.
        """
        known = self._known(file.path, file.source)
        read_by = [PARSER_VERSION, repr(self._parts.columns)]
        if known.get("read_by") != read_by:
            try:
                known |= {"error": None, **_packed(self._parts.expand(file.path))}
            except UnreadableFileError as error:
                known |= {"error": [error.key, error.values]}
            known["read_by"] = read_by
        if known["error"] is not None:
            key, values = known["error"]
            raise UnreadableFileError(key, **values)
        return Expansion(
            [FilePart(**one) for one in known["parts"]],
            [SkippedFile(**one) for one in known["skipped"]],
        )

    def digest(self, file: SourceFile) -> str:
        """The file's digest (see ``rag.corpus.file_digest``), or ``unreadable``. An unchanged file
        is not read again."""
        if file.part is not None:
            return part_digest(file)
        try:
            known = self._known(file.path, file.source)
            if "digest" not in known or known["metadata"] != repr(file.metadata):
                self.read(file)
        except OSError:
            return UNREADABLE
        return str(known["digest"])

    def read(self, file: SourceFile) -> tuple[bytes, str]:
        """The file's content and its digest.

        Raises:
            OSError: it cannot be read.
        """
        if file.part is not None:
            return self._parts.read(file), part_digest(file)
        known = self._known(file.path, file.source)
        data = read_bytes(file.path)
        digest = file_digest(data, file.metadata)
        known |= {"metadata": repr(file.metadata), "digest": digest}
        return data, digest

    def _known(self, path: Path, source: str) -> dict[str, Any]:
        """What is known of an unchanged file; only the stamp of a changed one. The stamp is taken
        before the content is read, so that a change in between is not missed."""
        if source not in self._now:
            stamp = files.stamp(path)
            before = self._before.get(source)
            if isinstance(before, dict) and before.get("stamp") == stamp:
                self._now[source] = dict(before)
            else:
                self._now[source] = {"stamp": stamp}
                if time.time_ns() - max(stamp[1:3]) <= _SETTLED:
                    self._unsettled.add(source)
        return self._now[source]

    def save(self) -> None:
        """Write what was found to the disk."""
        kept = {one: known for one, known in self._now.items() if one not in self._unsettled}
        if kept != self._before:
            files.write_cache(self._path, kept)


def _packed(found: Expansion) -> dict[str, Any]:
    return {
        "parts": [asdict(one) for one in found.parts],
        "skipped": [asdict(one) for one in found.skipped],
    }
