"""Turn parts into the text of a ``Document``, with its blocks and the place of each part."""

from __future__ import annotations

from collections.abc import Iterable

from rag.corpus.formats.office.parts import Part
from rag.types import Block, Place

_TOGETHER = ("item", "row", "columns")  # no blank line between the lines of one list or table


def put_together(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """The text of some parts, its blocks, and the place of each part."""
    out: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    position = 0
    before: Part | None = None
    for part in parts:
        if before is not None:
            together = part.group and part.group == before.group
            close = together and part.kind in _TOGETHER and before.kind in _TOGETHER
            out.append("\n" if close else "\n\n")
            position += len(out[-1])
        out.append(part.text)
        end = position + len(part.text)
        blocks.append(Block(part.kind, position, end))
        places.append(Place(position, end, element=part.element, offset=part.offset))
        position, before = end, part
    return "".join(out), tuple(blocks), tuple(places)
