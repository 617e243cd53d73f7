"""The result of reading a date expression: a date, its relation to the release's date, or both."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from rag.language.language import Side, Unit
from rag.lazy import dataclass
from rag.partial_date import PartialDate

if TYPE_CHECKING:
    from rag.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Relation:
    """How the words of a date relate to the release's date. None means that they do not say.

    Attributes:
        side: whether it is the last one, this one or the next one.
        unit: the unit of ``count`` or ``number``.
        count: distance in units; negative before the release's date.
        number: number of a month, season, quarter or half of a year (see ``unit``), from 1; with a
            weekday the day of the month ("lundi 3").
        weekday: 0 (Monday) to 6.
        fixed: False if the date cannot be resolved: it is counted from another day in the text, or
            it is a habit, or its number is not exact.
        lasting: whether the words may also mean a duration.
    """

    side: Side | None = None
    unit: Unit | None = None
    count: int | None = None
    number: int | None = None
    weekday: int | None = None
    fixed: bool = True
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was read as: a date, a relation, or both.

    Attributes:
        is_date: False if the words only look like a date.
    """

    date: PartialDate | None = None
    relation: Relation | None = None
    is_date: bool = True


# Reads a match with the vocabulary of its pattern; the flag says whether 04/07/2022 is ambiguous in
# the text. It returns None if the match is no date expression.
Reader = Callable[["re.Match[str]", "Vocabulary", bool], Reading | None]
