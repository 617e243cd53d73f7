"""Recognise what a paragraph is by its form, where Markdown has no mark for it or another one."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HAND_MADE_ITEM = re.compile(r"(?:[•·▪‣◦●■➢✓→-]|[–—])[ \t\u00a0]+(?=\S)")
_PIPED = re.compile(r"\|.*\S.*\|?")
_RULED = re.compile(r"[|\s:=+-]+")
_PROSE = re.compile(r"[«“\"'(]?[^\W\d_a-zß-ÿ]?\S*(?:\s+\S+){4,}")
_CODE = re.compile(r"[{}=;<>$\\]|\w\(|::|//|^\s*(?:\$|#|>>>)", re.MULTILINE)


def is_code(source: str, content: str) -> bool:
    """Whether a paragraph that is indented by four columns is code.

    Args:
        source: its lines as in the file.
        content: its text.
    """
    lines = [line for line in source.split("\n") if line.strip()]
    if not lines or not all(line.startswith(("    ", "\t")) for line in lines):
        return False
    return _CODE.search(content) is not None or not _PROSE.match(content.strip())


def piped_rows(content: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table without column names, as in kramdown: the number of the line and its
    cells. Another paragraph has none."""
    lines = [line.strip() for line in content.split("\n")]
    if all(line.startswith("|") and _PIPED.fullmatch(line) for line in lines):
        for number, line in enumerate(lines):
            if not _RULED.fullmatch(line):
                yield number, [cell.strip() for cell in line.strip("|").split("|")]


def typed_items(lines: list[str]) -> list[str | None]:
    """For each line that begins with a bullet unknown to Markdown the text behind the bullet; None
    for other lines. A single dash in the paragraph is not a bullet."""
    marks = [_HAND_MADE_ITEM.match(line) for line in lines]
    dashes = [line for line, mark in zip(lines, marks, strict=True) if mark and line[0] in "–—"]
    if len(dashes) == sum(map(bool, marks)) == 1:
        return [None] * len(lines)
    return [line[m.end() :] if m else None for line, m in zip(lines, marks, strict=True)]
