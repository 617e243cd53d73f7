"""Find the reading order of a page: columns from left to right, with the text across them.

A region is cut at its tallest empty strip with text on both sides. The text above the strip is read
first, then the columns beside it, then the text below it. Each part is cut again in the same way.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from rag.corpus.formats.pdf.pieces import Piece

_DEPTH = 10
_MOST_PIECES = 4000  # a page with more pieces is a drawing and is not cut
_APART = 2.4  # a larger gap, in font sizes, ends a column beside another one
_TIGHT = 1.6  # the largest gap, in font sizes, inside a column
_STRIP = 0.45  # the narrowest strip, relative to the font size beside it


@dataclass(slots=True)
class Region:
    """Pieces that are read together: a column, or a table."""

    pieces: list[Piece]
    table: bool = False


def regions_of(pieces: list[Piece]) -> list[Region]:
    """The columns and tables of a page in reading order."""
    if not pieces:
        return []
    if len(pieces) > _MOST_PIECES:
        return [Region(pieces)]
    return _cut(pieces, _DEPTH)


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces grouped into lines from top to bottom, each line from left to right."""
    ordered = sorted(pieces, key=lambda piece: piece.top + piece.bottom)
    rows: list[list[Piece]] = []
    top = bottom = 0.0
    for piece in ordered:
        height = piece.bottom - piece.top
        shared = min(bottom, piece.bottom) - max(top, piece.top)
        if rows and shared > 0.5 * min(height, bottom - top):
            rows[-1].append(piece)
            if height > bottom - top:
                top, bottom = piece.top, piece.bottom
        else:
            rows.append([piece])
            top, bottom = piece.top, piece.bottom
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.left)
    return rows


def _cut(pieces: list[Piece], depth: int) -> list[Region]:
    if depth == 0 or max(p.left for p in pieces) < min(p.right for p in pieces):
        return [Region(pieces)]
    strip = _tallest_strip(pieces)
    if strip is None:
        return [Region(pieces)]
    above, left, right, below = strip
    out = _cut(above, depth - 1) if above else []
    if _is_table(left, right):
        head, table, tail = _trim(left + right)
        if not head and above:
            table = _with_head(table, out)
        out += [Region(head)] if head else []
        out.append(Region(table, table=True))
        out += [Region(tail)] if tail else []
    else:
        out += _cut(left, depth - 1) + _cut(right, depth - 1)
    if below:
        out += _cut(below, depth - 1)
    return out


_Strip = tuple[list[Piece], list[Piece], list[Piece], list[Piece]]


def _tallest_strip(pieces: list[Piece]) -> _Strip | None:
    """The pieces above the tallest empty strip with text on both sides, to its left, to its right
    and below it; None if there is no strip."""
    best: tuple[float, float] = (0.0, 0.0)
    found: tuple[float, float, float] | None = None
    by_top = sorted(pieces, key=lambda piece: piece.top)
    for x in _candidates(pieces):
        for begin, end in _even_bands(by_top, x):
            inside = by_top[begin:end]
            left = [piece for piece in inside if piece.left < x]
            right = [piece for piece in inside if piece.left >= x]
            if not left or not right:
                continue
            width = min(p.left for p in right) - max(p.right for p in left)
            size = min(max(p.size for p in left), max(p.size for p in right))
            if width < _STRIP * size:
                continue
            top = max(left[0].top, right[0].top)
            bottom = min(max(p.bottom for p in left), max(p.bottom for p in right))
            height = bottom - top
            # One line beside another is a row, not two columns.
            if height < 1.8 * size or min(len(left), len(right)) < 2:
                continue
            if (round(height, 1), width) > best:
                best = (round(height, 1), width)
                found = (x, top, bottom)
                kept = (inside, by_top[:begin], by_top[end:])
    if found is None:
        return None
    x, top, bottom = found
    inside, above, below = kept
    sides = [piece for piece in inside if piece.left < x], [p for p in inside if p.left >= x]
    ends = [_end(side, bottom) for side in sides]
    # Columns of equal length were balanced: the text after a gap stands below both.
    balanced = abs(ends[0] - ends[1]) < 2.5 * inside[0].size
    parts: tuple[list[Piece], list[Piece]] = ([], [])
    above, below = list(above), list(below)
    for side, part in zip(sides, parts, strict=True):
        first = next((n for n, piece in enumerate(side) if piece.bottom > top), len(side))
        while first > 0 and _gap(side, first) < _APART:
            first -= 1
        end = max((n for n, piece in enumerate(side) if piece.top < bottom), default=-1) + 1
        while end < len(side) and (_goes_on(side, end) if balanced else _gap(side, end) < _APART):
            end += 1
        above += side[:first]
        part += side[first:end]
        below += side[end:]
    return (above, *parts, below) if all(parts) else None


def _end(side: list[Piece], bottom: float) -> float:
    """The bottom of one side of a strip: of the last line that begins above ``bottom``, or of a
    later one that follows without a gap."""
    end = max((n for n, piece in enumerate(side) if piece.top < bottom), default=-1) + 1
    while 0 < end < len(side) and _goes_on(side, end):
        end += 1
    return side[end - 1].bottom


def _goes_on(side: list[Piece], number: int) -> bool:
    """Whether a piece closely follows the one before it and is not larger, as a heading is."""
    before, piece = side[number - 1], side[number]
    return _gap(side, number) < _TIGHT and piece.size < 1.2 * before.size


def _gap(side: list[Piece], number: int) -> float:
    """The gap above a piece, relative to the smaller of the two font sizes."""
    before, piece = side[number - 1], side[number]
    return (piece.top - before.bottom) / max(1.0, min(before.size, piece.size))


def _candidates(pieces: list[Piece]) -> list[float]:
    """Positions where a strip may end on its right: the left edges of pieces that have another
    piece on their left, at most 60."""
    edges = sorted({round(piece.left) for piece in pieces})
    lowest = min(piece.right for piece in pieces)
    out: list[float] = []
    for edge in edges:
        if edge > lowest and (not out or edge - out[-1] >= 2):
            out.append(edge - 0.6)
    return out[:60]


def _bands(by_top: list[Piece], x: float) -> list[tuple[int, int]]:
    """Ranges of at least four pieces, from top to bottom, in which no piece lies across ``x``."""
    out = []
    begin = 0
    for number, piece in enumerate(by_top):
        if piece.left < x < piece.right:
            if number > begin:
                out.append((begin, number))
            begin = number + 1
    if len(by_top) > begin:
        out.append((begin, len(by_top)))
    return [band for band in out if band[1] - band[0] >= 4]


def _even_bands(by_top: list[Piece], x: float) -> list[tuple[int, int]]:
    """The bands, cut where a heading on the left is followed by a right side with another left
    edge: there a table stands under two columns, and the strip happens to continue in it."""
    out = []
    for begin, end in _bands(by_top, x):
        start, bottom, edge = begin, by_top[begin].bottom, 0.0
        quiet: int | None = None  # where a part with text only on the left begins
        parts = [begin]
        for number in range(begin, end):
            piece = by_top[number]
            if number > begin and piece.top - bottom > 0.5 * piece.size:
                parts.append(number)
            bottom = max(bottom, piece.bottom)
        for first, last in zip(parts, [*parts[1:], end], strict=True):
            right = [piece.left for piece in by_top[first:last] if piece.left >= x]
            if not right:
                quiet = first if quiet is None else quiet
                continue
            if quiet is not None and edge and abs(min(right) - edge) > 3:
                out.append((start, quiet))
                start = quiet
            edge, quiet = min(right), None
        out.append((start, end))
    return [band for band in out if band[1] - band[0] >= 4]


def _is_table(left: list[Piece], right: list[Piece]) -> bool:
    """Whether the pieces on both sides of a strip are cells of table rows, not lines of columns."""
    head, table, _tail = _trim(left + right)
    above = {id(piece) for piece in head}
    left = [piece for piece in left if id(piece) not in above]
    rows = rows_of(table)
    edge = min(piece.left for piece in right)
    both = [row for row in rows if row[0].left < edge and row[-1].left >= edge]
    fewer = min(
        sum(1 for row in rows if row[0].left < edge), sum(1 for row in rows if row[-1].left >= edge)
    )
    if len(both) < 2 or len(both) < 0.75 * fewer:
        return False
    flowing = [_flows(left), _flows(right)]
    if all(flowing):
        return False
    if any(flowing):
        # Row names beside the text of each row, or a narrow column beside a text.
        sparse = left if flowing[1] else right
        full = right if flowing[1] else left
        few = rows_of(sparse)
        steps = sorted(after[0].top - row[0].top for row, after in pairwise(few))
        apart = steps[len(steps) // 2] > 1.5 * few[0][0].size
        return apart and (len(few) <= 0.6 * len(rows_of(full)) or len(both) >= 0.8 * len(few))
    return True


def _flows(side: list[Piece]) -> bool:
    """Whether one side is running text: its lines are full and continue in the next line."""
    rows = rows_of(side)
    if len(rows) < 3 or sum(1 for row in rows if len(row) > 1) > 0.3 * len(rows):
        return False
    left, right = min(p.left for p in side), max(p.right for p in side)
    widths = sorted(row[-1].right - row[0].left for row in rows)
    words = sorted(sum(len(piece.words) for piece in row) for row in rows)
    lengths = sorted(sum(len(piece.text) for piece in row) for row in rows)
    middle = len(rows) // 2
    goes_on = sum(1 for row in rows[1:] if row[0].text[:1].islower() or row[0].text[:1].isdigit())
    return (
        widths[middle] > 0.72 * (right - left)
        and words[middle] >= 3
        and lengths[middle] >= 18
        and goes_on >= 0.3 * (len(rows) - 1)
    )


def _with_head(table: list[Piece], before: list[Region]) -> list[Piece]:
    """A table with the line right above it, if that line names its columns. The line is removed
    from the region before. It was not found as a row, because it is wider than the cells."""
    last = before[-1]
    rows = rows_of(last.pieces)
    top, size = min(piece.top for piece in table), table[0].size
    left, right = min(p.left for p in table), max(p.right for p in table)
    row = rows[-1]
    near = top - max(piece.bottom for piece in row) < 1.2 * size
    inside = row[0].left > left - 3 * size and row[-1].right < right + 6 * size
    if last.table or not near or not inside or len(row) < 2:
        return table
    last.pieces = [piece for other in rows[:-1] for piece in other]
    if not last.pieces:
        before.pop()
    return row + table


def _trim(table: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """The lines above a table, the table, and the lines below it. Lines at its ends with only one
    cell at the left edge do not belong to it."""
    rows = rows_of(table)
    edge = min(piece.left for piece in table)

    def alone(row: list[Piece]) -> bool:
        return len(row) == 1 and row[0].left < edge + 6

    begin, end = 0, len(rows)
    while begin < end and alone(rows[begin]):
        begin += 1
    while end > begin and alone(rows[end - 1]):
        end -= 1
    return (
        [piece for row in rows[:begin] for piece in row],
        [piece for row in rows[begin:end] for piece in row],
        [piece for row in rows[end:] for piece in row],
    )
