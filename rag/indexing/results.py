"""The results of a build and of a verification."""

from __future__ import annotations

from rag.corpus import SkippedFile
from rag.lazy import dataclass
from rag.types import Remark


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The result of a build.

    Attributes:
        generation: name of the live generation.
        changed: False if the index was already up to date and nothing was written.
        releases, passages: how many the index holds.
        encoded, reused: how many distinct texts of passages were encoded now, and how many have a
            vector from before.
        skipped: the files of the folder that were not read; first those whose reading failed.
        renamed: the sources of files whose id is their path, because another file has their stem.
        remarks: what a person should know of the sidecars and of the files that were read in this
            build.
        vanished: the sources of the releases that the index had and whose files are gone.
        kept: those of them that are still in the index.
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
    vanished: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between an index and the files.

    Attributes:
        kind: ``changed`` (the file has changed), ``missing`` (it is gone or cannot be read),
            ``new`` (it is not in the index), ``slice`` (a passage is not in the file's text at its
            offsets) or ``damaged`` (a file of the index has changed).
        source: the file, relative to the corpus folder; for ``damaged``, relative to the
            generation's folder.
        ordinal: the ordinal of the passage, for ``slice``; None otherwise.
    """

    kind: str
    source: str
    ordinal: int | None = None
