"""What holds inside a group of RTF, and the control words that set it."""

from __future__ import annotations

from dataclasses import dataclass

from rag.corpus.formats.rtf.flow import Flow

_HALF_POINTS = 2
_STANDARD_SIZE = 12.0


@dataclass(slots=True)
class State:
    """What holds inside a group.

    ``into`` is what the text is collected for: ``text``, ``fonts``, ``styles``, ``mark`` of an
    item, ``title``, ``created``, or ``nothing``.
    """

    into: str = "text"
    outer: str = "text"
    font: int | None = None
    bold: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = _STANDARD_SIZE
    skip: int = 1
    in_table: bool = False
    style: int = 0
    level: int = 0
    flow: Flow | None = None  # the flow that ends with this group
    role: str = ""


def _plain(state: State, _number: int | None) -> None:
    state.font, state.size = None, _STANDARD_SIZE
    state.bold = state.hidden = state.deleted = False


def _new_paragraph(state: State, _number: int | None) -> None:
    state.in_table, state.style, state.level = False, 0, 0


def _font(state: State, number: int | None) -> None:
    state.font = number


def _size(state: State, number: int | None) -> None:
    state.size = (number or 24) / _HALF_POINTS


def _style(state: State, number: int | None) -> None:
    state.style = number or 0


def _outline(state: State, number: int | None) -> None:
    state.level = number + 1 if number is not None and 0 <= number < 9 else 0


def _in_table(state: State, _number: int | None) -> None:
    state.in_table = True


def _skip(state: State, number: int | None) -> None:
    state.skip = min(max(number or 0, 0), 32)


SETTERS = {
    "plain": _plain,
    "pard": _new_paragraph,
    "f": _font,
    "fs": _size,
    "s": _style,
    "outlinelevel": _outline,
    "intbl": _in_table,
    "uc": _skip,
}
