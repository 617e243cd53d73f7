"""Stretches of a release's body, where they stand in its file, and reasons for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal, Protocol

from rag.lazy import dataclass

BlockKind = Literal[
    "title",
    "header",
    "caption",
    "heading",
    "paragraph",
    "item",
    "columns",
    "row",
    "about",
    "boilerplate",
    "site",
]


PassageKind = Literal["text", "table", "about", "boilerplate"]


class SpanLike(Protocol):
    """Anything with a start and an end in a body: a span, a passage, a citation, a date."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` (included) to ``end`` (excluded) of a body."""

    start: int
    end: int

    def overlaps(self, other: SpanLike) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a body with its kind.

    Attributes:
        kind: ``title``; ``header`` (dates and labels); ``caption`` of a picture; ``heading`` of a
            section; ``paragraph``; ``item`` of a list; ``columns`` (the line that names a table's
            columns) and ``row`` of a table, both with tabs between the cells; ``about`` (what a
            release says of its publisher in every release); ``boilerplate`` (contacts, legal
            notices); ``site`` (navigation, share links, comment forms: never part of a passage).
        start, end: offsets in the body.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of a body stands in the file that it was read from.

    Attributes:
        start, end: the stretch, in the body's characters.
        page: number of the page, from 1; None in a file without pages.
        box: left, top, right and bottom edge on the page, in points of 1/72 inch from its top left
            corner; None in a file without pages.
        element: path of the element, such as ``/html/body/main/p[3]``; None in a file without
            elements.
        offset: where the stretch begins in the decoded file, in characters; None if not known.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    element: str | None = None
    offset: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """``{start, end, page, box, element, offset}`` without what is not known."""
        values = {
            "page": self.page,
            "box": list(self.box) if self.box else None,
            "element": self.element,
            "offset": self.offset,
        }
        known = {name: value for name, value in values.items() if value is not None}
        return {"start": self.start, "end": self.end, **known}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was not done, as data. ``rag.phrases.reason_in_words`` makes the sentence.

    Attributes:
        code: key of the sentence in ``rag/locales/``, such as ``file.empty``.
        values: the values that the sentence mentions.
    """

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person should know of a file that was read.

    Attributes:
        source: its path relative to the corpus folder, with ``/``.
        reason: ``remark.encoding`` (its letters may be read wrongly), ``remark.empty_pages``,
            ``remark.several`` (several releases in one text), or ``remark.columns`` (columns of a
            sidecar that state nothing).
    """

    source: str
    reason: Reason


class Shown:
    """What a notebook shows as a line or a small box, instead of all its fields."""

    __slots__ = ()

    def __repr__(self) -> str:
        from rag.notebook import as_line

        return as_line(self)

    def _repr_html_(self) -> str:
        from rag.notebook import as_html

        return as_html(self)
