"""What a question asks for beside its words."""

from __future__ import annotations

from datetime import date

from rag.expression import Expression
from rag.lazy import dataclass
from rag.types.basic import Span
from rag.types.release import ReleaseSummary


@dataclass(frozen=True, slots=True)
class Filters:
    """Which releases a search may find. A release must meet all conditions.

    Attributes:
        date_from, date_to: first and last day; None for no limit. A release passes if its date may
            lie in the range: "2014" may be any day of that year. Without a year it does not pass.
        languages: ISO 639-1 codes; empty for all languages.
        release_ids: ids; empty for all releases.
        expression: what a release must meet, as the operators of a search say; None for nothing. A
            passage passes if a part of the expression stands in it; where none stands in a passage
            of the release, all of them pass.
    """

    date_from: date | None = None
    date_to: date | None = None
    languages: tuple[str, ...] = ()
    release_ids: tuple[str, ...] = ()
    expression: Expression | None = None

    def let_pass(self, release: ReleaseSummary) -> bool:
        """Whether a release meets the conditions, apart from ``expression``."""
        if self.languages and release.language not in self.languages:
            return False
        if self.release_ids and release.id not in self.release_ids:
            return False
        if self.date_from is None and self.date_to is None:
            return True
        bounds = release.date.bounds if release.date is not None else None
        if bounds is None:
            return False
        low, high = bounds
        return (self.date_to is None or low <= self.date_to) and (
            self.date_from is None or high >= self.date_from
        )


@dataclass(frozen=True, slots=True)
class Period:
    """The period that a question names ("en avril 2022", "before 2020").

    Attributes:
        low, high: first and last day, inclusive; None if that side is open.
        span: the words that name it, in the question's characters.
    """

    low: date | None
    high: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Previous:
    """The question before, by which a follow-up is understood.

    Attributes:
        question: as it was understood.
        release: id of the release that answered it; None if it is not known.
        answer: the words of its answer; None if they are not known.
    """

    question: str
    release: str | None = None
    answer: str | None = None
