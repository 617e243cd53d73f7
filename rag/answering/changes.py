"""Compare two releases word by word, with the place of each word on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from rag.answering.citations import cite
from rag.language.terms import plain
from rag.lazy import regex
from rag.types import Change, Release

Kind = Literal["equal", "replaced", "removed", "added"]
_KINDS: dict[str, Kind] = {
    "equal": "equal", "replace": "replaced", "delete": "removed", "insert": "added",
}  # fmt: skip
_LINE = regex(r"[^\n]*\S[^\n]*")
_WORD = regex(r"\w+|[^\w\s]")
# Two parts with more pairs of words than this are not compared word by word.
_MOST_PAIRS = 25_000_000


class _Piece(NamedTuple):
    """A line or a word of a text."""

    key: str
    start: int
    end: int


def compare(before: Release, after: Release) -> tuple[Change, ...]:
    """All words of two releases: those that both have in the same order, and those that differ.

    Lines that are equal are found first, then words in the others. Capitals count; the kind of an
    apostrophe and of a blank does not.
    """
    parts: list[tuple[Kind, tuple[int, int] | None, tuple[int, int] | None]] = []
    lines = [_pieces(_LINE, one.body, 0, len(one.body)) for one in (before, after)]
    if all(lines) and _key(before.body) == _key(after.body):  # the same words on other lines
        first, second = lines
        return (
            Change(
                "equal",
                cite(before, first[0].start, first[-1].end),
                cite(after, second[0].start, second[-1].end),
            ),
        )
    for kind, old, new in _compared(*lines):
        if kind != "replaced":
            parts.append((kind, _span(old), _span(new)))
            continue
        words = [
            _pieces(_WORD, one.body, some[0].start, some[-1].end)
            for one, some in ((before, old), (after, new))
        ]
        if len(words[0]) * len(words[1]) > _MOST_PAIRS:
            parts.append((kind, _span(old), _span(new)))
        else:
            parts += [(one, _span(a), _span(b)) for one, a, b in _compared(*words)]
    return tuple(
        Change(
            kind,
            cite(before, *old) if old else None,
            cite(after, *new) if new else None,
        )
        for kind, old, new in _joined(parts)
    )


def _pieces(pattern: re.Pattern[str], body: str, start: int, end: int) -> list[_Piece]:
    return [
        _Piece(_key(match.group()), match.start(), match.end())
        for match in pattern.finditer(body, start, end)
    ]


def _key(text: str) -> str:
    """What two words or lines must share to be equal."""
    words = " ".join(text.split())
    return words if words.isascii() else "".join(c if c.isalnum() else plain(c) for c in words)


def _compared(
    old: Sequence[_Piece], new: Sequence[_Piece]
) -> Iterator[tuple[Kind, Sequence[_Piece], Sequence[_Piece]]]:
    before, after = ([piece.key for piece in some] for some in (old, new))
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield _KINDS[tag], old[a:b], new[c:d]


def _span(pieces: Sequence[_Piece]) -> tuple[int, int] | None:
    return (pieces[0].start, pieces[-1].end) if pieces else None


def _joined(
    parts: Sequence[tuple[Kind, tuple[int, int] | None, tuple[int, int] | None]],
) -> Iterator[tuple[Kind, tuple[int, int] | None, tuple[int, int] | None]]:
    """The parts, neighbours of one kind as one."""
    at = 0
    while at < len(parts):
        end = at + 1
        while end < len(parts) and parts[end][0] == parts[at][0]:
            end += 1
        sides = [
            [span for span in side if span]
            for side in zip(*(p[1:] for p in parts[at:end]), strict=True)
        ]
        old, new = ((side[0][0], side[-1][1]) if side else None for side in sides)
        yield parts[at][0], old, new
        at = end
