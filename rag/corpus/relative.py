"""Stand-in until the resolution of relative dates is written."""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus.dates import DateExpression
from rag.types import Precision, PublicationDate


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    value: str | None
    precision: Precision
    relative: bool


def resolve(
    body: str, expression: DateExpression, published: PublicationDate, language: str | None = None
) -> ResolvedDate:
    return ResolvedDate(expression.value, expression.precision, False)
