"""Recognise the tail of a release, behind its own text: contacts, legal notices, and what it says
of its publisher in every release. For plain text, and for formats that do not state such parts."""

from __future__ import annotations

from collections.abc import Iterable

from rag.corpus import furniture
from rag.corpus.lines import TERMINAL
from rag.types import Block, BlockKind

_SHORT = 160


class Tail:
    """Takes the lines or paragraphs of a release in order, and finds those of its tail."""

    def __init__(self) -> None:
        self._kind: BlockKind | None = None
        self._seen_text = False

    def kind(self, text: str, kind: BlockKind, *, is_heading: bool) -> BlockKind:
        """``about`` or ``boilerplate`` for a part of the tail, else ``kind``.

        Args:
            text: a line or a paragraph.
            kind: its kind so far.
            is_heading: whether it is marked as a heading.
        """
        if kind in ("site", "title", "columns") or (
            kind == "header" and not furniture.is_end_mark(text)
        ):
            return kind
        if self._seen_text and kind != "row":
            opened = self._opened(text)
            if opened is not None:
                self._kind = opened
                return opened
        if self._kind is not None and kind != "boilerplate":
            self._kind = self._going_on(text, kind, is_heading=is_heading)
            if self._kind is not None:
                return self._kind
        self._seen_text = self._seen_text or kind in ("paragraph", "item")
        return kind

    def _opened(self, text: str) -> BlockKind | None:
        """The tail that a line opens; None if it opens none."""
        if furniture.is_end_mark(text) or furniture.opens_about(text):
            return "about"
        return "boilerplate" if furniture.opens_contacts(text) else None

    def _going_on(self, text: str, kind: BlockKind, *, is_heading: bool) -> BlockKind | None:
        """The kind of a line inside the tail; None if the release's own text continues."""
        if furniture.is_contact(text):
            return "boilerplate"
        if is_heading:
            return None
        if self._kind == "about":
            return "about"
        short = len(text) <= _SHORT and TERMINAL.search(text) is None
        return "boilerplate" if short and kind != "row" else None


def mark_tail(body: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that a format states, with the tail marked. A contact paragraph becomes
    ``boilerplate``, and one that only leads to another page ("Lire aussi : …") becomes ``site``."""
    tail = Tail()
    marked = []
    for block in blocks:
        text = body[block.start : block.end]
        kind: BlockKind = block.kind
        if kind in ("paragraph", "item", "heading", "row"):
            kind = tail.kind(text, kind, is_heading=kind == "heading")
        if kind == "paragraph" and furniture.is_contact(text):
            kind = "boilerplate"
        elif kind == "paragraph" and furniture.is_site_line(text):
            kind = "site"
        marked.append(Block(kind, block.start, block.end))
    return tuple(marked)
