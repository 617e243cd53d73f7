"""Find phrases, beginnings and words near each other in the places of one segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.indexing.places import PlaceIndex
from rag.indexing.records import RecordReader
from rag.language.wording import (
    APOSTROPHE,
    BLANK,
    MARKS,
    Word,
    bare,
    bare_spellings,
    elided_words,
    same_beginning,
    same_word,
    spelled_out,
    without_elisions,
)

if TYPE_CHECKING:
    import numpy.typing as npt

_ANY = (BLANK, MARKS)
# The places of so few words are looked through one word after the other; those of more are joined.
_FEW_WORDS = 16


class Sequences:
    """Finds words in one segment.

    Args:
        places: the places of its words.
        records: has the words.
    """

    def __init__(self, places: PlaceIndex, records: RecordReader) -> None:
        self._places = places
        self._records = records

    def as_written(self, words: Sequence[Word]) -> npt.NDArray[np.int64]:
        """Where a phrase begins as it is written, sorted."""
        lists = [self._numbers_as_written(one.word) for one in words]
        gaps = [(one.gap, one.gap) for one in words]
        return self._runs(lists, gaps, None)

    def loosely(
        self, words: Sequence[Word], language: str | None, *, begins: bool = False
    ) -> npt.NDArray[np.int64]:
        """Where a phrase begins in releases of a language, loosely, sorted.

        Args:
            begins: whether its last word may go on.
        """
        words = without_elisions(words, language)
        lists = [
            self._begun(one.word, language)
            if begins and number == len(words) - 1
            else self._numbers(one.word, language)
            for number, one in enumerate(words)
        ]
        gaps = [_ANY] * len(words)
        elided = elided_words(language) if len(words) > 1 else ()
        numbers = [number for number, _ in self._records.words_like(sorted(elided))]
        return self._runs(lists, gaps, _Held(self._places, numbers) if numbers else None)

    def near(
        self, groups: Sequence[Sequence[Word]], language: str | None, distance: int
    ) -> npt.NDArray[np.int64]:
        """Where words stand close to each other in one title or passage, in any order: the first
        place of each.

        Args:
            groups: two or more words, each as the words that it consists of.
            distance: how many other words may stand between the first and the last.
        """
        found = [self.loosely(group, language) for group in groups]
        if not all(map(len, found)):
            return np.empty(0, np.int64)
        every = np.concatenate(found)
        kinds = np.repeat(np.arange(len(found)), [len(one) for one in found])
        texts = self._texts(every)
        common = np.ones(len(self._places.spans) + len(self._places.ends) + 1, np.bool_)
        for kind in range(len(found)):
            held = np.zeros(len(common), np.bool_)
            held[texts[kinds == kind]] = True
            common &= held
        common[-1] = False
        kept = common[texts]
        order = np.argsort(every[kept], kind="stable")
        widths = [len(group) for group in groups]
        result: list[int] = []
        last: dict[int, int] = {}
        text = -1
        rows = zip(
            every[kept][order].tolist(),
            kinds[kept][order].tolist(),
            texts[kept][order].tolist(),
            strict=True,
        )
        for place, kind, here in rows:
            if here != text:
                last, text = {}, here
            last[kind] = place
            if len(last) == len(widths):
                first = min(last.values())
                between = place + widths[kind] - first - sum(widths)
                if between <= distance:
                    result.append(first)
        return np.unique(np.array(result, np.int64))

    def _texts(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """A number for the title or passage of each place; the last one, -1, outside of them."""
        releases = self._places.releases(places)
        rows, inside = self._places.passages(places)
        titles = self._places.in_title(places, releases)
        found = np.where(inside, rows, -1)
        return np.where(titles, len(self._places.spans) + releases, found)

    def _numbers_as_written(self, word: str) -> list[int]:
        rows = self._records.words_like([bare(word)])
        return [number for number, held in rows if held == word]

    def _numbers(self, word: str, language: str | None) -> list[int]:
        rows = self._records.words_like(bare_spellings(word, language))
        return [number for number, held in rows if same_word(held, word, language)]

    def _begun(self, word: str, language: str | None) -> list[int]:
        starts = bare_spellings(word, language)
        rows = {pair for start in starts for pair in self._records.words_begun(start)}
        if len(starts) == 1 and spelled_out(word, language) == bare(word):
            return sorted(number for number, _ in rows)
        return sorted(number for number, held in rows if same_beginning(held, word, language))

    def _runs(
        self, lists: Sequence[list[int]], gaps: Sequence[tuple[int, int]], elided: _Held | None
    ) -> npt.NDArray[np.int64]:
        """Where words stand one after the other, sorted.

        Args:
            lists: for each word its numbers.
            gaps: for each word the first and last kind of what may stand before it, if it is not
                the first one.
            elided: the places of words that may stand between two words before an apostrophe.
        """
        if not lists or not all(lists):
            return np.empty(0, np.int64)
        starts = self._places.starts
        sizes = [sum(int(starts[n + 1] - starts[n]) for n in numbers) for numbers in lists]
        rarest = int(np.argmin(sizes))
        first = self._places.of(lists[rarest])
        last = first
        for number in range(rarest + 1, len(lists)):
            held = _Held(self._places, lists[number])
            next_to = self._gap(last + 1, gaps[number])
            next_to[next_to] = held.has(last[next_to] + 1)
            behind = self._elided(last + 1, elided)
            behind[behind] = held.has(last[behind] + 2)
            last = np.concatenate([last[next_to] + 1, last[behind] + 2])
            first = np.concatenate([first[next_to], first[behind]])
        for number in range(rarest - 1, -1, -1):
            held = _Held(self._places, lists[number])
            next_to = self._gap(first, gaps[number + 1])
            next_to[next_to] = held.has(first[next_to] - 1)
            before = self._elided(first - 1, elided)
            before[before] = held.has(first[before] - 2)
            first = np.concatenate([first[next_to] - 1, first[before] - 2])
        return np.unique(first)

    def _gap(
        self, places: npt.NDArray[np.int64], allowed: tuple[int, int]
    ) -> npt.NDArray[np.bool_]:
        """Whether a gap of the first to the last kind stands before each place."""
        known = np.minimum(places, len(self._places.gaps) - 1)
        gaps = self._places.gaps[known]
        found: npt.NDArray[np.bool_] = places == known
        found &= (gaps >= allowed[0]) & (gaps <= allowed[1])
        return found

    def _elided(self, places: npt.NDArray[np.int64], elided: _Held | None) -> npt.NDArray[np.bool_]:
        """Whether the word at each place goes on from the word before and is elided before the next
        one."""
        if elided is None:
            return np.zeros(len(places), np.bool_)
        found = self._gap(places + 1, (APOSTROPHE, APOSTROPHE))
        found[found] = self._gap(places[found], _ANY)
        found[found] = elided.has(places[found])
        return found


class _Held:
    """The places of some words."""

    def __init__(self, places: PlaceIndex, numbers: Sequence[int]) -> None:
        starts = places.starts
        if len(numbers) <= _FEW_WORDS:
            self._lists = [places.places[starts[n] : starts[n + 1]] for n in numbers]
        else:
            self._lists = [places.of(numbers).astype(np.uint32)]

    def has(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
        found = np.zeros(len(places), np.bool_)
        wanted = places.astype(np.uint32)  # with another type, searchsorted would copy each list
        for one in self._lists:
            found |= _among(wanted, one)
        return found


def _among(
    values: npt.NDArray[np.integer[Any]], others: npt.NDArray[np.integer[Any]]
) -> npt.NDArray[np.bool_]:
    """Whether each value is among others, which are sorted."""
    if not len(others):
        return np.zeros(len(values), np.bool_)
    at = np.minimum(np.searchsorted(others, values), len(others) - 1)
    same: npt.NDArray[np.bool_] = others[at] == values
    return same
