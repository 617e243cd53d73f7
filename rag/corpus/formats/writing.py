"""Put the parts of a file together to the text of a ``Document``, with its blocks and places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rag.types import Block, BlockKind, Place

LISTED: tuple[BlockKind, ...] = ("item", "row", "columns")
"""The kinds of the lines of a list or table."""
Part = tuple[BlockKind, int, Iterable[tuple[str, dict[str, Any]]]]
"""The kind of a block; the number of its list or table, 0 for none; and its pieces of text, with
what joins them, each with where it stands in the file, as ``Place`` takes it."""


def put_together(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """The text of the parts, a block for each, and the place of each piece. A blank line stands
    between two blocks that are not of one list or table."""
    out: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    end = before = 0
    for kind, group, pieces in parts:
        if blocks:
            out.append("\n" if group and group == before else "\n\n")
            end += len(out[-1])
        start, before = end, group
        for text, where in pieces:
            places.append(Place(end, end + len(text.rstrip(" \n")), **where))
            out.append(text)
            end += len(text)
        blocks.append(Block(kind, start, end))
    return "".join(out), tuple(blocks), tuple(places)
