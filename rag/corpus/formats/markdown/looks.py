"""What a paragraph is by its looks, where Markdown has no mark for it or another meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAND_MADE_ITEM = re.compile(r"(?:[•·▪‣◦●■➢✓→-]|[–—])[ \t\u00a0]+(?=\S)")
_PIPED = re.compile(r"\|.*\S.*\|?")
_RULED = re.compile(r"[|\s:=+-]+")
_PROSE = re.compile(r"[«“\"'(]?[^\W\d_a-zß-ÿ]?\S*(?:\s+\S+){4,}")
_CODE = re.compile(r"[{}=;<>$\\]|\w\(|::|//|^\s*(?:\$|#|>>>)", re.MULTILINE)


def is_code(source: str, content: str) -> bool:
    """Whether a paragraph that stands four columns to the right is code, not text.

    Args:
        source: its lines as they stand in the file.
        content: its text.
    """
    lines = [line for line in source.split("\n") if line.strip()]
    if not lines or not all(line.startswith(("    ", "\t")) for line in lines):
        return False
    return _CODE.search(content) is not None or not _PROSE.match(content.strip())


def piped_rows(content: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table without a line of columns, as kramdown has it: the number of the line
    and its cells. There are none in another paragraph."""
    lines = [line.strip() for line in content.split("\n")]
    if all(line.startswith("|") and _PIPED.fullmatch(line) for line in lines):
        for number, line in enumerate(lines):
            if not _RULED.fullmatch(line):
                yield number, [cell.strip() for cell in line.strip("|").split("|")]


def typed_items(lines: list[str]) -> list[str | None]:
    """Of each line that begins with a bullet which is none in Markdown what stands behind it, None
    for other lines; all None where no line is an item. One dash alone is none."""
    marks = [_HAND_MADE_ITEM.match(line) for line in lines]
    dashes = [line for line, mark in zip(lines, marks, strict=True) if mark and line[0] in "–—"]
    if len(dashes) == sum(map(bool, marks)) == 1:
        return [None] * len(lines)
    return [line[m.end() :] if m else None for line, m in zip(lines, marks, strict=True)]
