"""Evaluate a search expression on an index in files.

The postings of the index terms give the releases that may meet a condition; phrases, prefixes and
words near each other are then verified on the stored text. Speakers are those of the statements
that the index keeps. The result of a condition is an array over all releases, so that "and", "or"
and "not" cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from re import Pattern
from typing import TYPE_CHECKING

import numpy as np

from rag.errors import QueryError
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
from rag.language import analyse
from rag.language.terms import fold, plain
from rag.language.wording import as_written, unaccented, words_near
from rag.types import StoredStatement

if TYPE_CHECKING:
    import numpy.typing as npt

    from rag.indexing.local import LocalIndex

# So many texts are read for one condition.
_MOST_READ = 50_000
# A stem differs from the beginning of its words by at most so many letters.
_CHANGED_LETTERS = 3
_SHARED_LETTERS = 3


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
        as_written: as in ``ConditionResult``.
    """

    releases: npt.NDArray[np.bool_]
    idle: npt.NDArray[np.bool_]
    slots: npt.NDArray[np.int64]
    as_written: bool = True


class Matcher:
    """Evaluates expressions on an index. It may be used by several threads."""

    def __init__(self, index: LocalIndex) -> None:
        self._index = index
        self._catalogue: Catalogue = index.catalogue
        self.match = lru_cache(maxsize=16)(self._match)

    def _match(self, expression: Expression) -> Matched:
        """What meets an expression.

        Raises:
            QueryError: too many texts would have to be read.
        """
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
            )
            for one, excluded in conditions(expression)
        )
        result = ExpressionResult(expression, int(np.count_nonzero(meets)), results)
        return Matched(passages, meets, result)

    def _find(self, condition: Condition) -> _Found:
        where = condition.field
        if where in ("source", "language", "date", "file"):
            return self._whole(self._catalogue.meeting(condition))
        if where == "speaker":
            return self._by_speaker(condition)
        if where == "title":
            return self._in_titles(condition)
        if condition.kind == "word":
            return self._word(condition)
        if condition.kind == "prefix":
            return self._prefix(condition)
        return self._phrase(condition)

    def _whole(self, releases: npt.NDArray[np.bool_]) -> _Found:
        return _Found(releases, np.zeros(len(releases), np.bool_), np.empty(0, np.int64))

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
        return _Found(releases, idle, _joined(slots))

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

    def _with_all(self, texts: Sequence[str]) -> npt.NDArray[np.bool_]:
        """The releases that have, in some passage each, all index terms of the texts, and those in
        whose language the texts have none."""
        releases = self._none()
        for language, own in self._catalogue.by_language():
            here = own.copy()
            for term in dict.fromkeys(term for text in texts for term in analyse(text, language)):
                has = self._none()
                has[self._catalogue.release_of[self._slots_with_all([term])]] = True
                here &= has
            releases |= here
        return releases & self._catalogue.alive

    # -- verified on the text --------------------------------------------------------------------

    def _phrase(self, condition: Condition) -> _Found:
        candidates = self._with_all([condition.text])
        if condition.kind == "near":
            words = tuple(dict.fromkeys(fold(plain(condition.text)).split()))
            words = tuple(word for word in words if any(map(str.isalnum, word)))
            if len(words) > 1:
                wanted = tuple(unaccented(word, None) for word in words)
                distance = condition.distance

                def near(text: str, _language: str | None) -> list[int]:
                    return words_near(text, wanted, distance)

                return self._verified(candidates, near, apart=True)
        exact = as_written(condition.text)
        found = self._verified(candidates, lambda text, _language: _starts(exact, text))
        if found.releases.any():
            return found
        loose = self._verified(
            candidates,
            lambda text, language: _starts(unaccented(condition.text, language), text),
        )
        return _Found(loose.releases, loose.idle, loose.slots, not loose.releases.any())

    def _prefix(self, condition: Condition) -> _Found:
        begun = _last_word(condition.text)
        slots = np.flatnonzero(self._index.has_any(self._terms_begun(begun)))
        candidates = self._none()
        candidates[self._catalogue.release_of[slots]] = True
        return self._verified(
            candidates & self._catalogue.alive,
            lambda text, language: _starts(unaccented(condition.text, language, begins=True), text),
        )

    def _terms_begun(self, begun: str) -> list[str]:
        """The index terms that words with a beginning may have: the beginning, or its first letters
        with what a stemmer puts behind them."""
        stem = fold(plain(begun))
        shared = min(_SHARED_LETTERS, len(stem))
        found = []
        for term in self._index.terms_from(stem[:shared]):
            common = next(
                (n for n, (a, b) in enumerate(zip(term, stem, strict=False)) if a != b),
                min(len(term), len(stem)),
            )
            if common == len(stem) or len(term) - common <= _CHANGED_LETTERS:
                found.append(term)
        return found

    def _in_titles(self, condition: Condition) -> _Found:
        titles, languages = self._catalogue.titles, self._catalogue.languages
        releases, idle = self._none(), self._none()
        loose = self._none()
        for number in np.flatnonzero(self._catalogue.alive).tolist():
            title, language = titles[number], languages[number]
            if condition.kind == "word":
                terms = frozenset(analyse(condition.text, language))
                idle[number] = not terms
                releases[number] = bool(terms) and terms <= frozenset(analyse(title, language))
            elif condition.kind == "prefix":
                pattern = unaccented(condition.text, language, begins=True)
                releases[number] = pattern.search(title) is not None
            else:
                releases[number] = as_written(condition.text).search(title) is not None
                pattern = unaccented(condition.text, language)
                loose[number] = pattern.search(title) is not None
        exact = bool(releases.any()) or not loose.any()
        return _Found(releases if exact else loose, idle, np.empty(0, np.int64), exact)

    def _verified(
        self,
        candidates: npt.NDArray[np.bool_],
        find: Callable[[str, str | None], list[int]],
        *,
        apart: bool = False,
    ) -> _Found:
        """The candidates in whose title or passages something is found.

        Args:
            find: the offsets at which it begins in a text of a language.
            apart: whether each passage is read apart, so that nothing is found over its end.
        """
        self._bound(int(np.count_nonzero(candidates)), _MOST_READ)
        releases = self._none()
        slots: list[int] = []
        catalogue = self._catalogue
        for number, body, first, starts, ends in self._index.texts(np.flatnonzero(candidates)):
            language = catalogue.languages[number]
            parts = list(zip(starts, ends, strict=True)) if apart else [(0, len(body))]
            places = [low + at for low, high in parts for at in find(body[low:high], language)]
            for at in places:
                here = [first + n for n in range(len(starts)) if starts[n] <= at < ends[n]]
                slots += here
                releases[number] |= bool(here)
            if not releases[number] and find(catalogue.titles[number], language):
                releases[number] = True
        return _Found(releases, self._none(), np.unique(np.array(slots, np.int64)))

    def _by_speaker(self, condition: Condition) -> _Found:
        releases = self._none()
        slots: list[int] = []
        patterns: dict[str | None, Pattern[str]] = {}
        begins = condition.kind == "prefix"
        for number, said in self._said.items():
            language = self._catalogue.languages[number]
            if language not in patterns:
                patterns[language] = unaccented(condition.text, language, begins=begins)
            found = patterns[language].search
            quotes = [
                one.statement.quote
                for one in said
                if any(map(found, (one.name, one.full, one.role)))
            ]
            if not quotes:
                continue
            releases[number] = True
            for _, _, first, starts, ends in self._index.texts(np.array([number])):
                slots += [
                    first + n
                    for n, (start, end) in enumerate(zip(starts, ends, strict=True))
                    if any(start <= quote.start < end for quote in quotes)
                ]
        return _Found(releases, self._none(), np.unique(np.array(slots, np.int64)))

    @cached_property
    def _said(self) -> dict[int, list[StoredStatement]]:
        """The statements of each release that has some, by its number."""
        numbers = {
            release_id: number
            for number, release_id in enumerate(self._catalogue.ids)
            if self._catalogue.alive[number]
        }
        said: dict[int, list[StoredStatement]] = {}
        for one in self._index.records.statements():
            said.setdefault(numbers[one.release_id], []).append(one)
        return said

    def _bound(self, texts: int, limit: int) -> None:
        if texts > limit:
            raise QueryError("operators.too_common", count=texts, limit=limit)

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


def _starts(pattern: Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def _last_word(text: str) -> str:
    """What stands behind the last mark of a text, which begins a word."""
    letters = plain(text)
    cut = max((n + 1 for n, c in enumerate(letters) if not c.isalnum()), default=0)
    return letters[cut:] or letters


def _inside(slots: npt.NDArray[np.int32], others: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Which of the slots are among the others; both sorted."""
    if not len(others):
        return np.zeros(len(slots), np.bool_)
    places = np.minimum(np.searchsorted(others, slots), len(others) - 1)
    same: npt.NDArray[np.bool_] = others[places] == slots
    return same


def _joined(parts: list[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
