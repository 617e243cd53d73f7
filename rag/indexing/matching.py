"""Evaluate a search expression on an index in files.

Words are found by the postings of their index terms; phrases, beginnings and words near each other
by the places of the words (``rag.indexing.sequences``). Speakers are those of the statements that
the index keeps. The result of a condition is an array over all releases, so that "and", "or" and
"not" cost nothing. No text is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from rag.expression import (
    AllOf,
    Condition,
    ConditionResult,
    Expression,
    ExpressionResult,
    Not,
    conditions,
)
from rag.indexing.catalogue import Catalogue
from rag.indexing.sequences import Sequences
from rag.language import analyse
from rag.language.wording import Word, bare, manner, words_in
from rag.lazy import dataclass

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.indexing.local import LocalIndex
    from rag.indexing.said import Said

_Find = Callable[[Sequences, str | None], "npt.NDArray[np.int64]"]
"""Where something begins in the releases of one segment in one language."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What meets an expression.

    Attributes:
        passages: (slots,) bool, the passages that a search may find.
        releases: (releases,) bool, the releases that meet it.
        result: how many releases meet each condition.
    """

    passages: npt.NDArray[np.bool_]
    releases: npt.NDArray[np.bool_]
    result: ExpressionResult


@dataclass(frozen=True, slots=True)
class _Found:
    """What meets a condition.

    Attributes:
        releases: (releases,) bool.
        idle: (releases,) bool, the releases in whose language the condition says nothing.
        slots: the passages in which it stands; none for a field of the whole release.
        as_written, otherwise: as in ``ConditionResult``.
    """

    releases: npt.NDArray[np.bool_]
    idle: npt.NDArray[np.bool_]
    slots: npt.NDArray[np.int64]
    as_written: bool = True
    otherwise: int = 0


class Matcher:
    """Evaluates expressions on an index. It may be used by several threads."""

    def __init__(self, index: LocalIndex) -> None:
        self._index = index
        self._catalogue: Catalogue = index.catalogue
        self._sequences = [Sequences(one.places, one.records) for one in index.segments]
        self.match = lru_cache(maxsize=16)(self._match)

    def _match(self, expression: Expression) -> Matched:
        """What meets an expression."""
        catalogue = self._catalogue
        every = dict.fromkeys(one for one, _ in conditions(expression))
        found = {one: self._find(one) for one in every}
        meets, idle = _combined(expression, found)
        meets = meets & ~idle & catalogue.alive
        places = np.zeros(len(catalogue.release_of), np.bool_)
        for one, excluded in conditions(expression):
            if not excluded:
                places[found[one].slots] = True
        has_place = np.zeros(len(meets), np.bool_)
        has_place[catalogue.release_of[places]] = True
        passages = meets[catalogue.release_of] & (places | ~has_place[catalogue.release_of])
        results = tuple(
            ConditionResult(
                one,
                excluded,
                int(np.count_nonzero(found[one].releases & catalogue.alive)),
                found[one].as_written,
                bool(found[one].idle[catalogue.alive].all()),
                found[one].otherwise,
            )
            for one, excluded in conditions(expression)
        )
        result = ExpressionResult(expression, int(np.count_nonzero(meets)), results)
        return Matched(passages, meets, result)

    def _find(self, condition: Condition) -> _Found:
        where = condition.field
        if where in ("source", "language", "date", "file"):
            releases = self._catalogue.meeting(condition)
            return _Found(releases, self._none(), np.empty(0, np.int64))
        if where == "speaker":
            met, slots = self._said.by(condition)
            return _Found(met, self._none(), slots)
        if condition.kind == "word":
            return self._title_word(condition) if where == "title" else self._word(condition)
        if condition.kind == "prefix":
            words = words_in(condition.text)
            return self._standing(
                condition, [words], lambda one, code: one.loosely(words, code, begins=True)
            )
        return self._phrase(condition)

    # -- by postings -----------------------------------------------------------------------------

    def _word(self, condition: Condition) -> _Found:
        """A word in any of its forms: the passages that have all of its index terms."""
        releases, idle = self._none(), self._none()
        slots = []
        for language, own in self._catalogue.by_language():
            terms = analyse(condition.text, language)
            if not terms:
                idle |= own
                continue
            here = self._slots_with_all(terms)
            here = here[own[self._catalogue.release_of[here]]]
            releases[self._catalogue.release_of[here]] = True
            slots.append(here)
        return _Found(releases, idle, np.concatenate(slots) if slots else np.empty(0, np.int64))

    def _title_word(self, condition: Condition) -> _Found:
        """A word in any of its forms in the title. Each passage has the terms of the title too if
        the index was built so."""
        catalogue = self._catalogue
        releases, idle = self._none(), self._none()
        words = words_in(condition.text)
        # Titles with the word as it is written need not be read.
        certain = self._none()
        if len(words) == 1:
            certain = self._standing(condition, (), lambda one, _: one.as_written(words)).releases
        for language, own in catalogue.by_language():
            terms = frozenset(analyse(condition.text, language))
            if not terms:
                idle |= own
                continue
            releases |= own & certain
            candidates = own & catalogue.alive & ~certain
            if self._index.manifest["recipe"]["corpus"]["with_title"]:
                having = self._none()
                having[catalogue.release_of[self._slots_with_all(terms)]] = True
                candidates &= having
            for number in np.flatnonzero(candidates).tolist():
                parts = catalogue.titles[number].split()
                releases[number] = all(
                    any(term in _terms_of(part, language) for part in parts) for term in terms
                )
        return _Found(releases, idle, np.empty(0, np.int64))

    def _slots_with_all(self, terms: Iterable[str]) -> npt.NDArray[np.int64]:
        """The passages that have each of the terms, sorted."""
        known = self._index.terms(list(dict.fromkeys(terms)))
        if len(known.known) < len(set(known.asked)):
            return np.empty(0, np.int64)
        rest = sorted((one.slots for one in known.postings), key=len)
        slots: npt.NDArray[np.int32] = rest[0]
        for other in rest[1:]:
            slots = slots[_inside(slots, other)]
        found: npt.NDArray[np.int64] = slots.astype(np.int64)
        return found

    # -- by places -------------------------------------------------------------------------------

    def _phrase(self, condition: Condition) -> _Found:
        if condition.kind == "near":
            parts = [tuple(words_in(part)) for part in condition.text.split()]
            groups = {tuple(bare(word.word) for word in part): part for part in parts if part}
            if len(groups) > 1:
                near = list(groups.values())
                distance = condition.distance
                return self._standing(
                    condition, near, lambda one, code: one.near(near, code, distance)
                )
        words = words_in(condition.text)
        found = self._standing(condition, (), lambda one, _code: one.as_written(words))
        loose = self._standing(condition, [words], lambda one, code: one.loosely(words, code))
        if found.releases.any():
            otherwise = int(np.count_nonzero(loose.releases & ~found.releases))
            return replace(found, otherwise=otherwise)
        return _Found(loose.releases, loose.idle, loose.slots, not loose.releases.any())

    def _standing(
        self, condition: Condition, phrases: Sequence[Sequence[Word]], find: _Find
    ) -> _Found:
        """The releases in whose title or body something stands; in the title alone for that field.

        Args:
            phrases: what is looked for loosely, of which the language decides what it may be.
        """
        catalogue = self._catalogue
        releases = self._none()
        slots: list[npt.NDArray[np.int64]] = []
        groups = self._manners(phrases)
        before = 0
        for number, segment in enumerate(self._index.segments):
            start = self._index.order.starts[number]
            for language, own in groups:
                places = find(self._sequences[number], language)
                rows = segment.places.releases(places)
                kept = own[before + rows] & catalogue.alive[before + rows]
                in_title = segment.places.in_title(places, rows)
                if condition.field == "title":
                    kept &= in_title
                releases[before + rows[kept]] = True
                if condition.field == "text":
                    inside = kept & ~in_title
                    slots.append(start + self._passages(number, places[inside], rows[inside]))
            before += len(segment.records.alive)
        found = np.unique(np.concatenate(slots)) if slots else np.empty(0, np.int64)
        return _Found(releases, self._none(), found)

    def _passages(
        self, number: int, places: npt.NDArray[np.int64], releases: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.int64]:
        """The rows of the passages of a segment that have some places. For a place outside of all,
        such as a heading, the passage behind it, or else the one before it."""
        segment = self._index.segments[number]
        rows, inside = segment.places.passages(places)
        release_of = segment.records.release_of
        behind = np.minimum(rows + 1, len(release_of) - 1)
        rows = np.where(inside | (release_of[behind] != releases), rows, behind)
        found: npt.NDArray[np.int64] = rows[(rows >= 0) & (release_of[rows] == releases)]
        return found

    def _manners(
        self, phrases: Sequence[Sequence[Word]]
    ) -> list[tuple[str | None, npt.NDArray[np.bool_]]]:
        """Languages of which each writes some phrases in another manner, with the releases in it
        and in those that write them alike."""
        found: dict[object, tuple[str | None, npt.NDArray[np.bool_]]] = {}
        for language, own in self._catalogue.by_language():
            key = tuple(manner(words, language) for words in phrases)
            first, before = found.get(key, (language, np.False_))
            found[key] = first, own | before
        return list(found.values())

    @cached_property
    def _said(self) -> Said:
        # Few searches name a speaker.
        from rag.indexing.said import Said

        return Said(self._index)

    def _none(self) -> npt.NDArray[np.bool_]:
        return np.zeros(len(self._catalogue.alive), np.bool_)


def _combined(
    expression: Expression, found: dict[Condition, _Found]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which releases meet an expression, and of which it says nothing. What says nothing is left
    out of "and" and "or"."""
    if isinstance(expression, Condition):
        one = found[expression]
        return one.releases, one.idle
    if isinstance(expression, Not):
        meets, idle = _combined(expression.part, found)
        return ~meets, idle
    parts = [_combined(part, found) for part in expression.parts]
    idle = np.logical_and.reduce([nothing for _, nothing in parts])
    if isinstance(expression, AllOf):
        return np.logical_and.reduce([meets | nothing for meets, nothing in parts]), idle
    return np.logical_or.reduce([meets & ~nothing for meets, nothing in parts]), idle


@lru_cache(maxsize=65_536)
def _terms_of(part: str, language: str | None) -> tuple[str, ...]:
    return tuple(analyse(part, language))


def _inside(slots: npt.NDArray[np.int32], others: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Which of the slots are among the others; both sorted."""
    if not len(others):
        return np.zeros(len(slots), np.bool_)
    places = np.minimum(np.searchsorted(others, slots), len(others) - 1)
    same: npt.NDArray[np.bool_] = others[places] == slots
    return same
