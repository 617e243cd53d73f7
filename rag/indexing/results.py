"""What a build did, and where an index and the files no longer agree."""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus import SkippedFile
from rag.types import Remark


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: the live generation's name.
        changed: False when the index was up to date already and nothing was written.
        releases, passages: how many it holds.
        encoded, reused: passages (distinct encoded texts) encoded now, and taken over.
        skipped: the files of the folder that were not read, those that look like releases first.
        renamed: files that got their path as id because another file has their stem.
        remarks: what a person should know of the files that were read now.
    """

    generation: str
    changed: bool
    releases: int
    passages: int
    encoded: int
    reused: int
    skipped: tuple[SkippedFile, ...]
    renamed: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where an index and the files no longer agree.

    Attributes:
        kind: ``changed``, ``missing``, ``new``, ``slice`` or ``damaged``.
        source: the file, relative to the corpus folder; for ``damaged`` to the generation's.
        ordinal: the passage, for ``slice``.
    """

    kind: str
    source: str
    ordinal: int | None = None
