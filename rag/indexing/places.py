"""Where each word of the releases stands, for phrases, beginnings and words near each other.

The words of a release are those of its title, then those of its body. All words of a segment are
numbered one after the other: a *place*. Two arrays hold the places of each word (``places.npy``,
``place_starts.npy``) and what stands before each place (``gaps.npy``); others tell where the
titles, the releases and the passages begin and end.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rag.errors import IndexUnusableError
from rag.indexing.files import array_header
from rag.language.wording import bare, gap_kind, gaps_and_tokens, spelled

if TYPE_CHECKING:
    import numpy.typing as npt

PLACES_VERSION = 1
"""Raise it when the same text would give other words."""
PLACES, STARTS, GAPS, ENDS, SPANS = (
    "places.npy", "place_starts.npy", "gaps.npy", "place_ends.npy", "place_spans.npy",
)  # fmt: skip
FILES = (PLACES, STARTS, GAPS, ENDS, SPANS)
NO_GAP = 255
"""Stands before the first word of a title and of a body: no phrase goes over it."""
_PART, _FORWARD = "words.part", "words-{}.part"
# How many places are sorted at a time. This bounds the memory.
_AT_A_TIME = 1_000_000


class PlaceWriter:
    """Takes the words of releases in the order of their rows, then writes the arrays of a segment.

    Args:
        folder: where the files are created.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers: dict[str, int] = {}  # in the order of the first occurrence
        self._words = (folder / _PART).open("wb")
        self._gaps = bytearray()
        self._count = 0
        self._ends = array("q")  # of each release the end of its title and of its body
        self._spans = array("q")  # of each passage its first place and the end of its places
        self._copied: dict[Path, npt.NDArray[np.uint32]] = {}

    def add(self, title: str, body: str, passages: Iterable[tuple[int, int]]) -> None:
        """Add a release.

        Args:
            passages: where its passages start and end in the body.
        """
        self._add(title)
        self._ends.append(self._count)
        first = self._count
        starts = self._add(body)
        self._ends.append(self._count)
        for start, end in passages:
            self._spans.append(first + bisect_left(starts, start))
            self._spans.append(first + bisect_left(starts, end))

    def _add(self, text: str) -> list[int]:
        """Add a text. Returns where its words start."""
        found = gaps_and_tokens(text)
        number = self._numbers
        numbers = [number.setdefault(spelled(token), len(number)) for _, token in found]
        gaps = bytearray(gap_kind(gap) for gap, _ in found)
        gaps[:1] = bytes([NO_GAP] * len(gaps[:1]))
        self._append(np.array(numbers, np.uint32), gaps)
        ends = accumulate(len(gap) + len(token) for gap, token in found)
        return [end - len(token) for end, (_, token) in zip(ends, found, strict=True)]

    def _append(self, numbers: npt.NDArray[np.uint32], gaps: bytes | bytearray) -> None:
        self._words.write(numbers.astype("<u4").tobytes())
        self._gaps += gaps
        self._count += len(numbers)

    def copy(
        self, held: PlaceIndex, words: Sequence[str], releases: slice, passages: slice
    ) -> None:
        """Add releases of a segment as the next ones.

        Args:
            held: the places of the segment.
            words: its words, by number.
            releases, passages: their rows in the segment.
        """
        low = int(held.ends[releases.start - 1, 1]) if releases.start else 0
        high = int(held.ends[releases.stop - 1, 1])
        numbers = self._forward(held)[low:high]
        used = np.unique(numbers)
        new = np.zeros(len(words), np.uint32)
        new[used] = [self._numbers.setdefault(words[n], len(self._numbers)) for n in used.tolist()]
        shift = self._count - low
        self._append(new[numbers], held.gaps[low:high].tobytes())
        for kept, rows in ((self._ends, held.ends[releases]), (self._spans, held.spans[passages])):
            kept.frombytes((np.asarray(rows, np.int64) + shift).tobytes())

    def _forward(self, held: PlaceIndex) -> npt.NDArray[np.uint32]:
        """The number of the word at each place of a segment, in a file that ``write`` removes."""
        if held.folder not in self._copied:
            path = self._folder / _FORWARD.format(len(self._copied))
            self._copied[held.folder] = forward = _create(path, np.uint32, len(held.places))
            for first in range(0, len(held.places), _AT_A_TIME):
                part = held.places[first : first + _AT_A_TIME]
                at = np.arange(first, first + len(part))
                forward[part] = np.searchsorted(held.starts, at, "right") - 1
        return self._copied[held.folder]

    def close(self) -> None:
        self._words.close()

    def write(self) -> list[str]:
        """Write the arrays. Nothing can be added afterwards.

        Returns:
            The words by number. They are numbered in the order of ``bare``, so that those with one
            beginning have successive numbers.
        """
        self.close()
        vocabulary = sorted(self._numbers, key=lambda word: (bare(word), word))
        number_of = np.zeros(len(vocabulary), np.uint32)
        number_of[[self._numbers[word] for word in vocabulary]] = np.arange(len(vocabulary))
        part = self._folder / _PART
        numbers = np.memmap(part, "<u4", "r") if self._count else np.empty(0, np.uint32)
        counts = np.zeros(len(vocabulary), np.int64)
        for first in range(0, self._count, _AT_A_TIME):
            here = number_of[numbers[first : first + _AT_A_TIME]]
            counts += np.bincount(here, minlength=len(counts))
        starts = np.concatenate([[0], np.cumsum(counts)])
        places = _create(self._folder / PLACES, np.uint32, self._count)
        free = starts[:-1].copy()
        for first in range(0, self._count, _AT_A_TIME):
            here = number_of[numbers[first : first + _AT_A_TIME]]
            order = np.argsort(here, kind="stable")
            counted = np.bincount(here, minlength=len(counts))
            begins = np.cumsum(counted) - counted
            ordered = here[order]
            places[free[ordered] + np.arange(len(order)) - begins[ordered]] = first + order
            free += counted
        if isinstance(places, np.memmap):
            places.flush()
        np.save(self._folder / STARTS, starts)
        with (self._folder / GAPS).open("wb") as target:
            array_header(target, np.dtype(np.uint8), (self._count,))
            target.write(self._gaps)
        np.save(self._folder / ENDS, np.frombuffer(self._ends, np.int64).reshape(-1, 2))
        np.save(self._folder / SPANS, np.frombuffer(self._spans, np.int64).reshape(-1, 2))
        del numbers
        self._copied.clear()
        for path in (part, *self._folder.glob(_FORWARD.format("*"))):
            path.unlink()
        return vocabulary


class PlaceIndex:
    """The places of one segment, as ``PlaceWriter`` wrote them. The files are opened when they are
    first needed.

    Args:
        folder: the folder of the segment.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _load(self, name: str) -> npt.NDArray[np.generic]:
        try:
            found: npt.NDArray[np.generic] = np.load(self.folder / name, mmap_mode="r")
        except FileNotFoundError as error:  # later builds have removed it
            raise IndexUnusableError("index.closed") from error
        return found

    @cached_property
    def places(self) -> npt.NDArray[np.uint32]:
        """(places,) uint32: the places of the first word, sorted, then those of the second …"""
        return self._load(PLACES)  # type: ignore[return-value]

    @cached_property
    def starts(self) -> npt.NDArray[np.int64]:
        """(words + 1,) int64: where the places of each word begin."""
        return self._load(STARTS)  # type: ignore[return-value]

    @cached_property
    def gaps(self) -> npt.NDArray[np.uint8]:
        """(places,) uint8: what stands before each place (``rag.language.wording``)."""
        return self._load(GAPS)  # type: ignore[return-value]

    @cached_property
    def ends(self) -> npt.NDArray[np.int64]:
        """(releases, 2) int64: where the places of each title and of each body end."""
        return self._load(ENDS)  # type: ignore[return-value]

    @cached_property
    def spans(self) -> npt.NDArray[np.int64]:
        """(passages, 2) int64: the first place of each passage, and the end of its places."""
        return self._load(SPANS)  # type: ignore[return-value]

    @cached_property
    def _release_ends(self) -> npt.NDArray[np.int64]:
        return np.ascontiguousarray(self.ends[:, 1])

    @cached_property
    def _span_starts(self) -> npt.NDArray[np.int64]:
        return np.ascontiguousarray(self.spans[:, 0])

    def of(self, numbers: Sequence[int]) -> npt.NDArray[np.int64]:
        """The places of some words, sorted. Successive numbers are quick."""
        runs: list[tuple[int, int]] = []
        for number in sorted(numbers):
            if runs and runs[-1][1] == number:
                runs[-1] = runs[-1][0], number + 1
            else:
                runs.append((number, number + 1))
        parts = [self.places[self.starts[a] : self.starts[b]] for a, b in runs]
        found = np.concatenate(parts).astype(np.int64) if parts else np.empty(0, np.int64)
        if len(numbers) > 1:
            found.sort()
        return found

    def releases(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The row of the release of each place."""
        return np.searchsorted(self._release_ends, places, "right")

    def in_title(
        self, places: npt.NDArray[np.int64], releases: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Whether each place, with the row of its release, is in a title."""
        found: npt.NDArray[np.bool_] = places < self.ends[:, 0][releases]
        return found

    def passages(
        self, places: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
        """The row of the passage that has each place, and whether one has it. A place outside of
        all has the row of the passage before it, or -1."""
        rows = np.searchsorted(self._span_starts, places, "right") - 1
        inside: npt.NDArray[np.bool_] = (rows >= 0) & (places < self.spans[:, 1][rows])
        return rows, inside


def _create(path: Path, kind: type[np.generic], size: int) -> npt.NDArray[np.uint32]:
    """A ``.npy`` file to fill in any order, memory-mapped unless it is empty."""
    if size == 0:
        with path.open("wb") as target:
            np.save(target, np.empty(0, kind))
        return np.empty(0, np.uint32)
    return np.lib.format.open_memmap(path, "w+", kind, (size,))
