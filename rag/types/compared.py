"""Releases counted and compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from rag.expression import ExpressionResult
from rag.lazy import dataclass
from rag.types.release import Citation, Passage, Release

Counted = Literal["all", "expression", "all-words", "any-word"]
"""Which releases facets count: ``all``; those that meet the operators; those with all words of the
query; or with one of its words, where none has all."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A value and how many releases have it."""

    value: str
    count: int

    def to_dict(self) -> dict[str, Any]:
        """``{value, count}``."""
        return {"value": self.value, "count": self.count}


@dataclass(frozen=True, slots=True)
class Facets:
    """How the releases that a query leaves are distributed.

    Attributes:
        releases: how many there are.
        counted: which they are.
        origins, languages, names, speakers: the most frequent values first, 50 at most. A name
            counts once a release, in the form in which it is written there.
        years, months: ``2014`` and ``2014-11``, in order, of the first day that a release's date
            may be; without releases that have no year.
        more: for each of these facets with more values, how many further ones there are.
        expression: what the index has of the operators of the query; None if it has none.
    """

    releases: int
    counted: Counted
    origins: tuple[Facet, ...]
    languages: tuple[Facet, ...]
    years: tuple[Facet, ...]
    months: tuple[Facet, ...]
    names: tuple[Facet, ...]
    speakers: tuple[Facet, ...]
    more: Mapping[str, int]
    expression: ExpressionResult | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{releases, counted, origins, languages, years, months, names, speakers, more}``, and
        ``expression`` if the query has operators."""
        listed = ("origins", "languages", "years", "months", "names", "speakers")
        facets = {name: [one.to_dict() for one in getattr(self, name)] for name in listed}
        return {
            "releases": self.releases,
            "counted": self.counted,
            **facets,
            "more": dict(self.more),
            **({"expression": self.expression.to_dict()} if self.expression else {}),
        }


SameRelease = Literal["copy", "version", "translation"]
"""How a release is another one again.

- ``copy``: the same words.
- ``version``: nearly the same words, of nearly the same day.
- ``translation``: the same file in another language.
"""


@dataclass(frozen=True, slots=True)
class SimilarRelease:
    """A release that is similar to another one.

    Attributes:
        release: the release, without ``blocks``.
        score: mean over the other one's passages of the cosine with the nearest passage here, -1 to
            1.
        passage: the passage here that is nearest to one of the other's.
        same: how it is the other release again; None if it is a release of its own.
    """

    release: Release
    score: float
    passage: Passage
    same: SameRelease | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{release_id, title, date, language, origin, score, same, citation}``."""
        return {
            "release_id": self.release.id,
            "title": self.release.title,
            "date": self.release.published.value,
            "language": self.release.language,
            "origin": self.release.origin,
            "score": self.score,
            "same": self.same,
            "citation": self.passage.citation.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A part of two texts that is equal or differs.

    Attributes:
        kind: ``equal``; ``replaced`` by other words; ``removed`` from the first; ``added`` in the
            second.
        before: the words in the first release; None if they were added.
        after: the words in the second release; None if they were removed.
    """

    kind: Literal["equal", "replaced", "removed", "added"]
    before: Citation | None
    after: Citation | None

    def to_dict(self) -> dict[str, Any]:
        """``{kind, before, after}``; a side is a citation or null."""
        return {
            "kind": self.kind,
            "before": self.before.to_dict() if self.before else None,
            "after": self.after.to_dict() if self.after else None,
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """Two releases word by word.

    Attributes:
        before, after: the releases, without ``blocks``.
        parts: all words of both, in order; no two neighbours are ``equal``.
        same: how they are one release; None if they are two.
    """

    before: Release
    after: Release
    parts: tuple[Change, ...]
    same: SameRelease | None

    @property
    def changed(self) -> tuple[Change, ...]:
        """The parts that differ."""
        return tuple(part for part in self.parts if part.kind != "equal")

    def to_dict(self) -> dict[str, Any]:
        """``{before, after, same, changes}``: the ids, and the parts that differ."""
        return {
            "before": self.before.id,
            "after": self.after.id,
            "same": self.same,
            "changes": [part.to_dict() for part in self.changed],
        }
