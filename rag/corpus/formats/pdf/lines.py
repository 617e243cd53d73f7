"""Join the pieces of a page's columns and tables to lines and rows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from statistics import median

from rag.corpus.formats.pdf.columns import Region, regions_of, rows_of
from rag.corpus.formats.pdf.marks import is_mark
from rag.corpus.formats.pdf.pieces import Column, Line, Piece

_TAB = "\t"


def lines_of(pieces: list[Piece], page: int) -> list[Line]:
    """The lines of a page in reading order."""
    out: list[Line] = []
    for region in regions_of(_with_marks(pieces)):
        left = min(piece.left for piece in region.pieces)
        right = max(piece.right for piece in region.pieces)
        column = Column(left, right, region.table)
        if region.table:
            out += _rows(region, page, column)
        else:
            out += [_line(row, page, column) for row in rows_of(region.pieces)]
    return out


def _with_marks(pieces: list[Piece]) -> list[Piece]:
    """The pieces, where bullets and item numbers are joined to the piece beside them. Otherwise
    they would look like a column of their own."""
    out: list[Piece] = []
    mark: Piece | None = None
    for piece in pieces:
        if mark is not None:
            shared = min(mark.bottom, piece.bottom) - max(mark.top, piece.top)
            gap = piece.left - mark.right
            if shared > 0.4 * (mark.bottom - mark.top) and -1 < gap < 5 * piece.size:
                out[-1] = replace(
                    piece,
                    text=f"{mark.text} {piece.text}",
                    left=mark.left,
                    words=[mark.text, *piece.words],
                    edges=[mark.left, *piece.edges],
                    ends=[mark.right, *piece.ends],
                )
                mark = None
                continue
        mark = piece if len(piece.text) <= 6 and is_mark(piece.text) else None
        out.append(piece)
    return out


def _line(row: list[Piece], page: int, column: Column) -> Line:
    first = row[0]
    if len(row) == 1:
        text, cells = first.text, 1
        top, right, bottom, bold = first.top, first.right, first.bottom, first.bold
        size, middle = first.size, first.middle
        words = len(first.words)
    else:
        text, cells = _beside(row)
        top, bottom = min(p.top for p in row), max(p.bottom for p in row)
        right = max(p.right for p in row)
        widest = max(row, key=lambda piece: len(piece.text))
        size, middle = widest.size, widest.middle
        bold = all(piece.bold for piece in row)
        words = sum(len(piece.words) for piece in row)
    edges = first.edges
    lead = edges[1] - edges[0] if len(edges) > 1 else first.right - first.left + 0.3 * size
    return Line(
        page, text, first.left, top, right, bottom, middle, size, bold, column, cells, lead, words
    )


def _beside(row: list[Piece]) -> tuple[str, int]:
    """The text of pieces beside each other, with a tab for each wide gap, and the number of
    cells."""
    gaps = [after.left - before.right for before, after in pairwise(row)]
    narrow = _stretched(row, gaps)
    text, cells = row[0].text, 1
    for before, after, gap in zip(row[:-1], row[1:], gaps, strict=True):
        height = min(before.bottom - before.top, after.bottom - after.top)
        if gap <= max(narrow, 0.9 * height) or (cells == 1 and is_mark(text)):
            touching = gap < 0.08 * height
            text += ("" if touching else " ") + after.text
        else:
            text += _TAB + after.text
            cells += 1
    return text, cells


def _stretched(row: list[Piece], gaps: list[float]) -> float:
    """The widest gap of a line that is spread to both edges, so that its words are all about
    equally far apart; 0 for another line."""
    if len(row) < 4 or max(len(piece.words) for piece in row) > 2:
        return 0.0
    return max(gaps) if max(gaps) < 1.6 * min(gaps) and max(gaps) < 3 * row[0].size else 0.0


def _rows(region: Region, page: int, column: Column) -> list[Line]:
    """The rows of a table. The lines of a cell are joined."""
    spans = _column_spans(region.pieces)
    rows = [_cells(row, spans) for row in rows_of(region.pieces)]
    out: list[Line] = []
    for group in _grouped(rows):
        cells: dict[int, list[Piece]] = {}
        for row in group:
            for cell, piece in row:
                cells.setdefault(cell, []).append(piece)
        pieces = [piece for row in group for _, piece in row]
        text = _TAB.join(
            " ".join(piece.text for piece in cells.get(number, ())) for number in range(len(spans))
        ).rstrip(_TAB)
        out.append(
            Line(
                page,
                text,
                min(p.left for p in pieces),
                min(p.top for p in pieces),
                max(p.right for p in pieces),
                max(p.bottom for p in pieces),
                pieces[0].middle,
                median(p.size for p in pieces),
                all(p.bold for p in pieces),
                column,
                len(cells),
                0.0,
                sum(len(p.words) for p in pieces),
            )
        )
    return out


def _column_spans(pieces: list[Piece]) -> list[tuple[float, float]]:
    """Left and right edges of a table's columns. Pieces that overlap horizontally are in one
    column; pieces over several columns are ignored."""
    spans: list[list[float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.right - piece.left):
        hits = [s for s in spans if piece.left < s[1] - 0.5 and piece.right > s[0] + 0.5]
        if not hits:
            spans.append([piece.left, piece.right])
        elif len(hits) == 1:
            hits[0][0] = min(hits[0][0], piece.left)
            hits[0][1] = max(hits[0][1], piece.right)
    return sorted((span[0], span[1]) for span in spans)


def _cells(row: list[Piece], spans: list[tuple[float, float]]) -> list[tuple[int, Piece]]:
    """The pieces of a row with the numbers of their columns. A piece over several columns is cut
    if its gaps allow it."""
    out = []
    for piece in row:
        over = [
            n for n, (left, right) in enumerate(spans) if piece.left < right and piece.right > left
        ]
        if len(over) < 2:
            out.append((_nearest(piece.left, piece.right, spans), piece))
            continue
        bounds = [0, *_cuts(piece, len(over)), len(piece.words)]
        for begin, end in pairwise(bounds):
            part = _part(piece, begin, end)
            out.append((_nearest(part.left, part.right, spans), part))
    return out


def _cuts(piece: Piece, columns: int) -> list[int]:
    """The indexes of the words before which a piece over several columns is cut: at its widest
    gaps, if they are clearly wider than its other gaps. There are none in one wide cell."""
    gaps = sorted(
        ((piece.edges[n] - piece.ends[n - 1], n) for n in range(1, len(piece.words))), reverse=True
    )
    wide, others = gaps[: columns - 1], gaps[columns - 1 :]
    if not wide or wide[-1][0] < 0.35 * piece.size:
        return []
    if others and wide[-1][0] < 1.4 * others[0][0]:
        return []
    return sorted(number for _, number in wide)


def _nearest(left: float, right: float, spans: list[tuple[float, float]]) -> int:
    """The number of the column that overlaps most with a range, or is nearest to it."""
    return max(range(len(spans)), key=lambda n: min(right, spans[n][1]) - max(left, spans[n][0]))


def _part(piece: Piece, begin: int, end: int) -> Piece:
    """The words ``begin`` to ``end`` (excluded) of a piece, as a piece."""
    if end - begin == len(piece.words):
        return piece
    words, edges, ends = piece.words[begin:end], piece.edges[begin:end], piece.ends[begin:end]
    return replace(
        piece,
        text=" ".join(words),
        left=edges[0],
        right=ends[-1],
        words=words,
        edges=edges,
        ends=ends,
    )


def _grouped(rows: list[list[tuple[int, Piece]]]) -> list[list[list[tuple[int, Piece]]]]:
    """Group the lines of a table into rows. A line that is close to the one above it continues the
    cells there, if it has no first cell, or if the table has two distances between its lines."""
    tops = [min(piece.top for _, piece in row) for row in rows]
    steps = [after - before for before, after in pairwise(tops)]
    if not steps:
        return [rows]
    near, far = min(steps), max(steps)
    out = [[rows[0]]]
    for row, step in zip(rows[1:], steps, strict=True):
        size = row[0][1].size
        close = step < 1.45 * size and (far < 1.15 * near or step < 0.5 * (near + far))
        no_first = row[0][0] != 0
        bimodal = far > 1.25 * near
        if close and (no_first or (bimodal and len(out[-1][-1]) >= len(row))):
            out[-1].append(row)
        else:
            out.append([row])
    return out
