"""What a date expression was read as, beside or instead of a date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.language.language import Side, Unit
from rag.partial_date import PartialDate

if TYPE_CHECKING:
    from rag.language.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words of a date say of its place beside the release's own.

    Attributes:
        side: the last, this or the next one.
        count: how many of ``unit`` away; negative before.
        number: which month, season, quarter or half of a year; ``unit`` says which of them.
        weekday: 0 for Monday.
        fixed: False where the words hang on a day of the story, are a habit or no exact number.
        lasting: whether they may say how long something took.
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
    """A date, a relation, or both; ``is_date`` False: words that only look like one."""

    date: PartialDate | None = None
    relation: Relation | None = None
    is_date: bool = True


# Of a match, the words that it was made of, and whether 04/07/2022 is ambiguous in its text; None
# where it is nothing.
Reader = Callable[["re.Match[str]", "Vocabulary", bool], Reading | None]
