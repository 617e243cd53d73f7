"""What an index in files says of its releases as a whole, in arrays over all of them.

Releases are numbered through all segments, also those that are no longer in the index.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from rag.expression import Condition
from rag.indexing.records import RecordReader
from rag.language.wording import bare, spelled, words_in
from rag.lazy import dataclass

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True)
class Catalogue:
    """The releases of an index.

    Attributes:
        ids, titles, origins, sources, languages: of each release.
        low, high: (releases,) int32, first and last possible day; 0 for an unknown year.
        alive: (releases,) bool, whether it is in the index.
        passages: (releases,) int64, how many passages it has.
        release_of: (slots,) int64, the number of each passage's release.
    """

    ids: list[str]
    titles: list[str]
    origins: list[str]
    sources: list[str]
    languages: list[str | None]
    low: npt.NDArray[np.int32]
    high: npt.NDArray[np.int32]
    alive: npt.NDArray[np.bool_]
    passages: npt.NDArray[np.int64]
    release_of: npt.NDArray[np.int64]

    @staticmethod
    def of(segments: Sequence[RecordReader]) -> Catalogue:
        """The catalogue of some segments."""
        rows = [row for segment in segments for row in segment.catalogue()]
        counts = np.concatenate([segment.counts for segment in segments]).astype(np.int64)
        return Catalogue(
            ids=[row[0] for row in rows],
            titles=[row[1] for row in rows],
            origins=[row[2] for row in rows],
            sources=[row[3] for row in rows],
            languages=[row[4] for row in rows],
            low=np.array([row[5] for row in rows], np.int32),
            high=np.array([row[6] for row in rows], np.int32),
            alive=np.concatenate([segment.alive for segment in segments]),
            passages=counts,
            release_of=np.repeat(np.arange(len(counts)), counts),
        )

    def by_language(self) -> Iterator[tuple[str | None, npt.NDArray[np.bool_]]]:
        """Each language with its releases, (releases,) bool."""
        yield from self._languages

    @cached_property
    def _languages(self) -> list[tuple[str | None, npt.NDArray[np.bool_]]]:
        codes, held = self.language_codes
        return [(code or None, held == number) for number, code in enumerate(codes)]

    @cached_property
    def language_codes(self) -> tuple[list[str], npt.NDArray[np.int64]]:
        """The languages, sorted, and (releases,) int64, the number of each release's. An unknown
        language is ``""``."""
        return _numbered([code or "" for code in self.languages])

    @cached_property
    def origin_codes(self) -> tuple[list[str], npt.NDArray[np.int64]]:
        """The origins, sorted, and (releases,) int64, the number of each release's."""
        return _numbered(self.origins)

    def meeting(self, condition: Condition) -> npt.NDArray[np.bool_]:
        """The releases that meet a condition on a field of the whole release, (releases,) bool."""
        text = condition.text
        if condition.field == "language":
            from rag.language.names import language_codes

            codes = language_codes(text)
            return np.array([one in codes for one in self.languages], np.bool_) & self.alive
        if condition.field == "date":
            # Few searches name a date.
            from rag.corpus.date_range import date_range

            days = date_range(text)
            if days is None:
                return np.zeros(len(self.ids), np.bool_)
            first, last = days
            held: npt.NDArray[np.bool_] = (self.low > 0) & (self.low <= last)
            return held & (self.high >= first) & self.alive
        has = _within(text, begins=condition.kind == "prefix")
        if condition.field == "file":
            return np.array([has(one) for one in self._plain_sources], np.bool_) & self.alive
        origins, numbers = self.origin_codes
        met = np.array([has(bare(spelled(one))) for one in origins], np.bool_)
        of_origin: npt.NDArray[np.bool_] = met[numbers]
        return of_origin & self.alive

    @cached_property
    def _plain_sources(self) -> list[str]:
        joined = "\0".join(self.sources)
        if joined.isascii() and self.sources:
            return joined.casefold().split("\0")
        return [bare(spelled(one)) for one in self.sources]


def _numbered(values: Sequence[str]) -> tuple[list[str], npt.NDArray[np.int64]]:
    every = sorted(set(values))
    number = {value: n for n, value in enumerate(every)}
    return every, np.array([number[value] for value in values], np.int64)


def _within(text: str, *, begins: bool) -> Callable[[str], bool]:
    """Tells whether an origin or a path without accents has a text: as it is, if it is a part of a
    path, else its words one after the other."""
    if any(mark in text for mark in "/._"):
        part = bare(spelled(text))
        return lambda value: part in value
    words = [re.escape(bare(one.word)) for one in words_in(text)]
    joined = r"[\W_]{0,4}".join(words) or "(?!)"
    pattern = re.compile(r"(?<![^\W_])" + joined + ("" if begins else r"(?![^\W_])"))
    return lambda value: pattern.search(value) is not None
