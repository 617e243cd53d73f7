"""Count releases by facet: origin, language, year, month, names and speakers.

All are arrays over the releases of the index, so that a count is little work also in a large one.
The build keeps the names of each release; speakers come from the register of statements.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from rag.expression import AllOf, AnyOf, Condition, Expression
from rag.indexing import LocalIndex
from rag.language import analyse
from rag.question import Query
from rag.question.operators import MAX_CONDITIONS
from rag.retrieval.register import Register
from rag.types import Counted, Facet, Facets, Filters

if TYPE_CHECKING:
    import numpy.typing as npt

_MOST_VALUES = 50

_WORD = re.compile(r"[^\W_]+")


class FacetCounter:
    """Counts the releases of an index. It may be used by several threads.

    Args:
        index: the index.
        register: gives its register of statements.
    """

    def __init__(self, index: LocalIndex, register: Callable[[], Register]) -> None:
        self._index, self._register = index, register

    def count(self, query: Query | None, filters: Filters) -> Facets:
        """The facets of the releases that a query and the filters leave.

        Without operators, these are the releases with all words of the query, or with one of them
        where no release has all.

        Args:
            query: None for all releases.
            filters: used where there is no query.
        """
        if query is None:
            return self._count(filters, None, "all")
        filters = replace(query.filters, expression=None)
        if query.expression is not None:
            return self._count(filters, query.expression, "expression")
        words = self._words(query.text)
        if not words:
            return self._count(filters, None, "all")
        facets = self._count(filters, AllOf(words), "all-words")
        if facets.releases or len(words) == 1:
            return facets
        return self._count(filters, AnyOf(words), "any-word")

    def _words(self, text: str) -> tuple[Condition, ...]:
        """A condition for each word of a text that says something in a language of the releases."""
        languages = [code for code, _ in self._index.catalogue.by_language()]
        found = [
            Condition("word", match.group(), match.start(), match.end())
            for match in _WORD.finditer(text)
            if any(analyse(match.group(), code) for code in languages)
        ]
        return tuple({one.text.casefold(): one for one in found}.values())[:MAX_CONDITIONS]

    def _count(self, filters: Filters, expression: Expression | None, counted: Counted) -> Facets:
        catalogue = self._index.catalogue
        chosen = catalogue.alive.copy()
        allowed = self._index.records.allowed(filters)
        if allowed is not None:
            left = np.zeros(len(chosen), np.bool_)
            left[catalogue.release_of[allowed]] = True
            chosen &= left
        operators = None
        if expression is not None:
            matched = self._index.match(expression)
            chosen &= matched.releases
            operators = matched.result if counted == "expression" else None
        numbers = np.flatnonzero(chosen)
        names, held = self._index.records.count_names(numbers, _MOST_VALUES)
        days = catalogue.low[numbers]
        found = {
            "origins": _most(*_counts(catalogue.origin_codes, numbers)),
            "languages": _most(*_counts(catalogue.language_codes, numbers)),
            "names": ([Facet(*one) for one in names], held),
            "speakers": _most(*self._quoted(chosen)),
        }
        return Facets(
            releases=len(numbers),
            counted=counted,
            years=_times(days, "{0.year:04d}"),
            months=_times(days, "{0.year:04d}-{0.month:02d}"),
            more={name: of - len(few) for name, (few, of) in found.items() if of > len(few)},
            expression=operators,
            **{name: tuple(few) for name, (few, _of) in found.items()},
        )

    def _quoted(self, chosen: npt.NDArray[np.bool_]) -> tuple[list[str], npt.NDArray[np.int64]]:
        """The speakers of the register, sorted, and in how many of some releases each is quoted."""
        speakers, pairs = self._speakers
        here = pairs[chosen[pairs[:, 0]], 1]
        return speakers, np.bincount(here, minlength=len(speakers))

    @cached_property
    def _speakers(self) -> tuple[list[str], npt.NDArray[np.int64]]:
        """The speakers, sorted, and (n, 2) int64, each release with the number of each speaker who
        is quoted in it."""
        register = self._register()
        number = {one: n for n, one in enumerate(self._index.catalogue.ids)}
        alive = self._index.catalogue.alive
        number = {one: n for one, n in number.items() if alive[n]}
        speakers = sorted(set(register.speakers))
        place = {name: n for n, name in enumerate(speakers)}
        pairs = {
            (number[one.release_id], place[name])
            for one, name in zip(register.statements, register.speakers, strict=True)
        }
        return speakers, np.array(sorted(pairs), np.int64).reshape(-1, 2)


def _counts(
    codes: tuple[list[str], npt.NDArray[np.int64]], numbers: npt.NDArray[np.int64]
) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Values, and how many of some releases have each. What is unknown is not counted."""
    values, held = codes
    counts = np.bincount(held[numbers], minlength=len(values))
    if values[:1] == [""]:
        counts[0] = 0
    return values, counts


def _most(values: Sequence[str], counts: npt.NDArray[np.int64]) -> tuple[list[Facet], int]:
    """The most frequent of some sorted values, those with equal counts by name; and how many values
    occur at all."""
    held = np.flatnonzero(counts)
    first = held[np.argsort(-counts[held], kind="stable")[:_MOST_VALUES]].tolist()
    return [Facet(values[n], int(counts[n])) for n in first], len(held)


def _times(days: npt.NDArray[np.int32], form: str) -> tuple[Facet, ...]:
    """How many releases each year or month has, by the first possible day of each, in order."""
    found: dict[str, int] = {}
    known, counts = np.unique(days[days > 0], return_counts=True)
    for day, count in zip(known.tolist(), counts.tolist(), strict=True):
        text = form.format(date.fromordinal(day))
        found[text] = found.get(text, 0) + count
    return tuple(Facet(value, count) for value, count in found.items())
