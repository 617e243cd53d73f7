"""Count releases by facet: origin, language, year, month, names and speakers.

All but names and speakers are arrays over all releases, so that a count is the same work for each
search. Speakers come from the register of statements. Names are read from a release's text when it
is first counted, then kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from rag.expression import AllOf, AnyOf, Condition, Expression
from rag.indexing import LocalIndex
from rag.language import analyse, sentence_spans
from rag.question import Query
from rag.question.names import find_names
from rag.question.operators import MAX_CONDITIONS
from rag.retrieval.register import Register
from rag.types import Counted, Facet, Facets, Filters

if TYPE_CHECKING:
    import numpy.typing as npt

# Names are counted in so many releases at most.
MOST_READ = 2_000
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
        self._names = lru_cache(maxsize=50_000)(self._read_names)

    def count(self, query: Query | None, filters: Filters, *, reading: bool = True) -> Facets:
        """The facets of the releases that a query and the filters leave.

        Without operators, these are the releases with all words of the query, or with one of them
        where no release has all.

        Args:
            query: None for all releases.
            filters: used where there is no query.
            reading: whether names and speakers are counted too.

        Raises:
            QueryError: too many texts would have to be read for the operators.
        """
        if query is None:
            return self._count(filters, None, "all", reading)
        filters = replace(query.filters, expression=None)
        if query.expression is not None:
            return self._count(filters, query.expression, "expression", reading)
        words = self._words(query.text)
        if not words:
            return self._count(filters, None, "all", reading)
        facets = self._count(filters, AllOf(words), "all-words", reading)
        if facets.releases or len(words) == 1:
            return facets
        return self._count(filters, AnyOf(words), "any-word", reading)

    def _words(self, text: str) -> tuple[Condition, ...]:
        """A condition for each word of a text that says something in a language of the releases."""
        languages = [code for code, _ in self._index.catalogue.by_language()]
        found = [
            Condition("word", match.group(), match.start(), match.end())
            for match in _WORD.finditer(text)
            if any(analyse(match.group(), code) for code in languages)
        ]
        return tuple({one.text.casefold(): one for one in found}.values())[:MAX_CONDITIONS]

    def _count(
        self, filters: Filters, expression: Expression | None, counted: Counted, reading: bool
    ) -> Facets:
        catalogue = self._index.catalogue
        chosen = catalogue.alive.copy()
        allowed = self._index.records.allowed(filters)
        if allowed is not None:
            left = np.zeros(len(chosen), np.bool_)
            left[catalogue.release_of[allowed]] = True
            chosen &= left
        if expression is not None:
            chosen &= self._index.match(expression).releases
        numbers = np.flatnonzero(chosen)
        read = reading and len(numbers) <= MOST_READ
        languages = [catalogue.languages[n] or "" for n in numbers.tolist()]
        origins = [catalogue.origins[n] for n in numbers.tolist()]
        return Facets(
            releases=len(numbers),
            counted=counted,
            origins=_most(filter(None, origins)),
            languages=_most(filter(None, languages)),
            years=_in_order(self._times(numbers, "%Y")),
            months=_in_order(self._times(numbers, "%Y-%m")),
            names=_most(name for n in numbers.tolist() for name in self._names(n)) if read else (),
            speakers=self._quoted(numbers) if reading else (),
            complete=read or not reading,
        )

    def _times(self, numbers: npt.NDArray[np.int64], form: str) -> list[str]:
        """The year or month of the first possible day of each dated release."""
        low = self._index.catalogue.low[numbers]
        days, counts = np.unique(low[low > 0], return_counts=True)
        found: list[str] = []
        for day, times in zip(days.tolist(), counts.tolist(), strict=True):
            one = date.fromordinal(day)
            text = f"{one.year:04d}" if form == "%Y" else f"{one.year:04d}-{one.month:02d}"
            found += [text] * times
        return found

    def _read_names(self, number: int) -> tuple[str, ...]:
        catalogue = self._index.catalogue
        language = catalogue.languages[number]
        spoken = [language] if language else []
        found: dict[str, None] = {}
        for _, body, _first, starts, ends in self._index.texts(np.array([number])):
            for start, end in zip(starts, ends, strict=True):
                for span in sentence_spans(body, start, end, language=language):
                    names = find_names(body[span.start : span.end], spoken)
                    found |= dict.fromkeys(name.words for name in names)
        return tuple(found)

    def _quoted(self, numbers: npt.NDArray[np.int64]) -> tuple[Facet, ...]:
        """The speakers who are quoted in some releases, each by the name that the register has."""
        ids = self._index.catalogue.ids
        return _most(name for n in numbers.tolist() for name in self._speakers.get(ids[n], ()))

    @cached_property
    def _speakers(self) -> dict[str, dict[str, None]]:
        """Who is quoted in each release, by its id."""
        register = self._register()
        found: dict[str, dict[str, None]] = {}
        for one, name in zip(register.statements, register.speakers, strict=True):
            found.setdefault(one.release_id, {})[name] = None
        return found


def _most(values: Iterable[str]) -> tuple[Facet, ...]:
    """The most frequent values, those with equal counts by name."""
    counts = Counter(values)
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Facet(value, count) for value, count in order[:_MOST_VALUES])


def _in_order(values: Iterable[str]) -> tuple[Facet, ...]:
    return tuple(Facet(value, count) for value, count in sorted(Counter(values).items()))
