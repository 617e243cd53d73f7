"""Pieces of text between Markdown and a ``Document``."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rag.corpus.formats import writing
from rag.types import Block, BlockKind, Place

_BEGINNING = 16
_WINDOW = 10_000  # how many characters are searched for a line
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Piece:
    """A block of the text.

    Attributes:
        kind: as in ``Block``.
        lines: its lines, without marks.
        at: offset of each line in the decoded file.
        tight: whether no blank line stands between it and the piece before it.
        level: level of a heading, 1 to 6; 0 otherwise.
        quoted: whether it stands in a block quote.
        strong: whether all its text is in strong letters.
    """

    kind: BlockKind
    lines: list[str]
    at: list[int]
    tight: bool = False
    level: int = 0
    quoted: bool = False
    strong: bool = False

    @property
    def text(self) -> str:
        """Its lines, joined by line ends."""
        return "\n".join(self.lines)

    def placed(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Its lines with the line ends between them, each with its offset."""
        for number, (line, at) in enumerate(zip(self.lines, self.at, strict=True), start=1):
            yield line if number == len(self.lines) else f"{line}\n", {"offset": at}


def put_together(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """The text of some pieces, its blocks, and the place of each of its lines."""
    groups = accumulate(not piece.tight for piece in pieces)
    return writing.put_together(
        (piece.kind, 1 + group, piece.placed()) for piece, group in zip(pieces, groups, strict=True)
    )


class Finder:
    """Finds lines of text in the Markdown source that they come from, in order."""

    def __init__(self, source: str, offsets: list[int]) -> None:
        """``offsets``: where each line of the source begins in the decoded file."""
        self.source = source
        self._offsets = offsets
        self._starts = [0, *(m.end() for m in re.finditer("\n", source))]

    def start_of(self, line: int) -> int:
        """Where a line begins in the source."""
        return self._starts[line] if line < len(self._starts) else len(self.source)

    def find(self, lines: Iterable[str], first: int, end: int) -> list[int]:
        """The offset in the decoded file of each of some lines of text.

        Args:
            first, end: the lines of the source in which they stand, ``end`` excluded.
        """
        position, stop = self.start_of(first), self.start_of(end)
        found = []
        for line in lines:
            at = self._find(line, position, stop)
            if at < 0:
                at = self._content_at(position, stop)
            found.append(self.in_file(at))
            position = max(position, at)
        return found

    def _find(self, line: str, position: int, stop: int) -> int:
        """The position of a line's first characters, or of its first word (marks may stand behind
        it); -1 if neither is found."""
        word = _WORD.search(line)
        if word is None:
            return -1
        stop = min(stop, position + _WINDOW)
        begin = line[word.start() : word.start() + _BEGINNING]
        at = self.source.find(begin, position, stop)
        if at < 0:
            at = self.source.find(word.group(), position, stop)
        before = at - word.start()
        if before >= position and self.source.startswith(line[: word.start()], before):
            return before
        return at

    def in_file(self, position: int) -> int:
        """The offset in the decoded file of a position in the source."""
        line = bisect.bisect_right(self._starts, position) - 1
        return self._offsets[line] + position - self._starts[line]

    def _content_at(self, position: int, stop: int) -> int:
        while position < stop and self.source[position].isspace():
            position += 1
        return min(position, max(0, len(self.source) - 1))
