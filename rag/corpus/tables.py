"""Rows of tables in a text: their cells, and how a reader gets a row with its column names.

A tab, three or more blanks, or a bar separates two cells. If the cells were copied from a page
without anything between them ("Pohéran128 732 $"), a number right behind a word begins a new cell.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.lazy import dataclass, regex
from rag.types import Span

_BETWEEN = regex(r"[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]{3,}|[ \u00a0]*\|[ \u00a0|]*")
_GLUED = regex(r"(?<=[a-zß-ÿ][a-zß-ÿ)])(?=\d[\d \u00a0\u202f.,]*(?:\s?[%€$£]|\s?[^\W\d_]{1,4}$|$))")
_GLUED_NAMES = regex(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_LONGEST_ROW = 300
_LINE = regex(r"[^\r\n]+")
_DIGIT = regex(r"\d")
_WORD = regex(r"[^\W\d_]{3}")


def cells(line: str) -> list[Span]:
    """Spans of the cells of a line, in its characters. A line that is not a row has one span at
    most."""
    cut = [(match.start(), match.end()) for match in _BETWEEN.finditer(line.rstrip())]
    if not cut:
        cut = [(match.start(), match.start()) for match in _GLUED.finditer(line)]
    return _spans(line, cut)


def column_names(line: str, count: int) -> list[str]:
    """The column names in a table's first line; ``[]`` if there are not exactly ``count``."""
    found = cells(line)
    if len(found) != count:
        found = _spans(line, [(m.start(), m.start()) for m in _GLUED_NAMES.finditer(line)])
    return [line[cell.start : cell.end] for cell in found] if len(found) == count else []


def _spans(line: str, cut: Sequence[tuple[int, int]]) -> list[Span]:
    starts = [0, *(end for _, end in cut)]
    ends = [*(start for start, _ in cut), len(line)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        text = line[start:end]
        bare = text.strip()
        if bare:
            begin = start + text.index(bare)
            found.append(Span(begin, begin + len(bare)))
    return found


def rows_in(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The tables among some lines: first line (included) and end (excluded) of each.

    A table is two or more lines with the same number of cells, at least two. A line above it that
    names its columns belongs to it.
    """
    counts = [len(cells(line)) if len(line) <= _LONGEST_ROW else 1 for line in lines]
    tables: list[tuple[int, int]] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and counts[end] == counts[start]:
            end += 1
        if counts[start] > 1 and end - start > 1:
            names = start > 0 and bool(column_names(lines[start - 1], counts[start]))
            begin = start - 1 if names and _may_name(lines[start - 1]) else start
            if not tables or tables[-1][1] <= begin:
                tables.append((begin, end))
        start = end
    return tables


def has_columns(lines: Sequence[str]) -> bool:
    """Whether the first line of a table names its columns: none of its cells is a bare number, and
    other lines have digits."""
    if len(lines) < 2:
        return False
    count = len(cells(lines[1]))
    names = column_names(lines[0], count)
    if not names:
        return False
    numbered = [
        any(
            _DIGIT.search(line[span.start : span.end])
            for line in lines[1:]
            for span in cells(line)[column : column + 1]
        )
        for column in range(count)
    ]
    return any(numbered) and all(map(_may_name, names))


def _may_name(text: str) -> bool:
    """Whether a text may name a column: it has no digit, or it has a word of three letters."""
    return _DIGIT.search(text) is None or _WORD.search(text) is not None


def best_cell(
    text: str, columns: str, chosen: Span, score: Callable[[str], int]
) -> tuple[int, int] | None:
    """Start and end of the words that answer, in ``text``: ``chosen``, or a whole other cell if the
    question names another row or another column.

    Args:
        text: the rows, one on each line.
        columns: the line that names the columns; ``""`` if there is none.
        chosen: the words that the reader chose, inside a cell.
        score: how many of the question's terms a text has.

    Returns:
        None if ``chosen`` is not in a cell.
    """
    rows = [
        [Span(line.start() + cell.start, line.start() + cell.end) for cell in cells(line.group())]
        for line in _LINE.finditer(text)
    ]
    place = next(
        (
            (row, column)
            for row, found in enumerate(rows)
            for column, cell in enumerate(found)
            if cell.overlaps(chosen)
        ),
        None,
    )
    if place is None:
        return None
    row, column = place
    better = _only_best(
        [max((score(text[c.start : c.end]) for c in found), default=0) for found in rows], row
    )
    if len(rows[better]) > column:
        row = better
    names = column_names(columns, len(rows[row])) if columns else []
    if names:
        column = _only_best([score(name) for name in names], column)
    if (row, column) == place:
        return chosen.start, chosen.end
    cell = rows[row][column]
    return cell.start, cell.end


def _only_best(points: Sequence[int], otherwise: int) -> int:
    """The index with the most points; ``otherwise`` if several have the most."""
    most = max(points)
    alone = points[otherwise] < most and points.count(most) == 1
    return points.index(most) if alone else otherwise


@dataclass(frozen=True, slots=True)
class RowView:
    """A text of rows as a reader gets it, with each cell behind its column name.

    Attributes:
        text: the view.
        pieces: (start in the view, start in the text, length) of each cell, in order.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]

    def to_text(self, start: int, end: int) -> tuple[int, int] | None:
        """Convert a span of the view to a span of the text; None if no character of a cell is in
        it. For a span over several cells, only the cell with most of its characters is taken (the
        first one of several)."""
        best: tuple[int, int] | None = None
        for view, text, length in self.pieces:
            low, high = max(start, view), min(end, view + length)
            if low < high and (best is None or high - low > best[1] - best[0]):
                best = (text + low - view, text + high - view)
        return best


def row_view(text: str, columns: str) -> RowView:
    """Rows as sentences: ``Corvin ; Tarif 2023 : 2,40 € ; Tarif 2024 : 2,80 €.``

    Args:
        text: the rows, one on each line.
        columns: the line that names the columns; ``""`` if there is none.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = 0

    def put(piece: str) -> None:
        nonlocal length
        parts.append(piece)
        length += len(piece)

    for match in _LINE.finditer(text):
        line, at = match.group(), match.start()
        found = cells(line) if line.strip() != columns.strip() else []
        names = column_names(columns, len(found)) if columns and len(found) > 1 else []
        for number, cell in enumerate(found):
            if number:
                put(" ; ")
            if names and number:
                put(f"{names[number]} : ")
            pieces.append((length, at + cell.start, cell.end - cell.start))
            put(line[cell.start : cell.end])
        if found:
            put(".\n")
    return RowView("".join(parts).rstrip("\n"), tuple(pieces))
