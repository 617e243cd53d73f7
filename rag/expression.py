"""A search expression: conditions on releases, joined by "and", "or" and "not".

``rag.question.operators`` reads it from a text, ``rag.indexing`` evaluates it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from rag.lazy import dataclass

Field = Literal["text", "title", "speaker", "source", "language", "date", "file"]
ConditionKind = Literal["word", "prefix", "phrase", "near"]


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that a release has or has not.

    Attributes:
        kind: a ``word`` in any of its forms; a ``prefix``, with which a word begins; a ``phrase``,
            word for word; or ``near``, words in any order close to each other.
        text: the words, without quotation marks and operators.
        start, end: where the condition stands in the query, with its operators.
        field: where it is looked for: ``text`` is the title and the passages, ``title`` the title,
            ``speaker`` the name or role of who is quoted, ``source`` the origin, ``file`` the path.
        distance: of ``near``, how many other words may stand between the first and the last.
    """

    kind: ConditionKind
    text: str
    start: int
    end: int
    field: Field = "text"
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """True of the releases of which ``part`` is not."""

    part: Expression


@dataclass(frozen=True, slots=True)
class AllOf:
    """True of the releases of which each part is."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True of the releases of which one of the parts is."""

    parts: tuple[Expression, ...]


Expression = Condition | Not | AllOf | AnyOf


def conditions(expression: Expression, excluded: bool = False) -> Iterator[tuple[Condition, bool]]:
    """The conditions in their order, each with whether it must not hold."""
    if isinstance(expression, Condition):
        yield expression, excluded
    elif isinstance(expression, Not):
        yield from conditions(expression.part, not excluded)
    else:
        for part in expression.parts:
            yield from conditions(part, excluded)


@dataclass(frozen=True, slots=True)
class ConditionResult:
    """What an index has of a condition.

    Attributes:
        condition: the condition.
        excluded: whether a release must not meet it.
        releases: how many releases of the index meet it, whatever the filters; of a speaker, among
            those that meet the other conditions.
        as_written: False if the phrase stands nowhere as it is written and was found without
            accents, elisions and hyphens.
        ignored: whether it has only function words, which are not indexed: it is no condition.
        otherwise: how many other releases have the phrase without accents, elisions and hyphens.
    """

    condition: Condition
    excluded: bool
    releases: int
    as_written: bool = True
    ignored: bool = False
    otherwise: int = 0

    def to_dict(self) -> dict[str, Any]:
        """``{field, kind, text, start, end, excluded, releases, as_written, ignored, otherwise}``,
        and ``distance`` of ``near``."""
        one = self.condition
        near = {"distance": one.distance} if one.kind == "near" else {}
        return {
            "field": one.field,
            "kind": one.kind,
            "text": one.text,
            "start": one.start,
            "end": one.end,
            "excluded": self.excluded,
            "releases": self.releases,
            "as_written": self.as_written,
            "ignored": self.ignored,
            "otherwise": self.otherwise,
            **near,
        }


@dataclass(frozen=True, slots=True)
class ExpressionResult:
    """What an index has of an expression.

    Attributes:
        expression: the expression.
        releases: how many releases meet it, whatever the filters.
        conditions: its conditions in the order of the query.
    """

    expression: Expression
    releases: int
    conditions: tuple[ConditionResult, ...]

    @property
    def absent(self) -> tuple[Condition, ...]:
        """The conditions that no release meets, without the excluded ones."""
        return tuple(
            one.condition
            for one in self.conditions
            if not one.releases and not one.excluded and not one.ignored
        )

    def to_dict(self) -> dict[str, Any]:
        """``{releases, conditions}``."""
        return {"releases": self.releases, "conditions": [one.to_dict() for one in self.conditions]}
