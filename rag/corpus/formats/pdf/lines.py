"""The lines of a page: the pieces of its columns and tables, one ``Line`` a line or row."""

from __future__ import annotations

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
    """Bullets and numbers of items put together with what stands beside them: a column of them
    is none of text."""
    out: list[Piece] = []
    mark: Piece | None = None
    for piece in pieces:
        if mark is not None:
            shared = min(mark.bottom, piece.bottom) - max(mark.top, piece.top)
            gap = piece.left - mark.right
            if shared > 0.4 * (mark.bottom - mark.top) and -1 < gap < 5 * piece.size:
                out[-1] = Piece(
                    f"{mark.text} {piece.text}", mark.left, piece.top, piece.right, piece.bottom,
                    piece.size, piece.bold, [mark.text, *piece.words], [mark.left, *piece.edges],
                )  # fmt: skip
                mark = None
                continue
        mark = piece if len(piece.text) <= 6 and is_mark(piece.text) else None
        out.append(piece)
    return out


def _line(row: list[Piece], page: int, column: Column) -> Line:
    first = row[0]
    if len(row) == 1:
        text, cells = first.text, 1
        top, right, bottom, size, bold = first.top, first.right, first.bottom, first.size, first.bold
        words = len(first.words)
    else:
        text, cells = _beside(row)
        top, bottom = min(p.top for p in row), max(p.bottom for p in row)
        right = max(p.right for p in row)
        widest = max(row, key=lambda piece: len(piece.text))
        size, bold = widest.size, all(piece.bold for piece in row)
        words = sum(len(piece.words) for piece in row)
    edges = first.edges
    lead = edges[1] - edges[0] if len(edges) > 1 else first.right - first.left + 0.3 * size
    return Line(page, text, first.left, top, right, bottom, size, bold, column, cells, lead, words)


def _beside(row: list[Piece]) -> tuple[str, int]:
    """The text of pieces beside each other, a tab where the gap is wide, and the cells in it."""
    gaps = [after.left - before.right for before, after in zip(row, row[1:], strict=False)]
    narrow = _stretched(row, gaps)
    text, cells = row[0].text, 1
    for before, after, gap in zip(row, row[1:], gaps, strict=False):
        height = min(before.bottom - before.top, after.bottom - after.top)
        if gap <= max(narrow, 0.9 * height) or (cells == 1 and is_mark(text)):
            touching = gap < 0.08 * height
            text += ("" if touching else " ") + after.text
        else:
            text += _TAB + after.text
            cells += 1
    return text, cells


def _stretched(row: list[Piece], gaps: list[float]) -> float:
    """The widest gap of a line whose words are all far apart, because it is spread to both
    edges; 0 for another line."""
    if len(row) < 4 or max(len(piece.words) for piece in row) > 2:
        return 0.0
    return max(gaps) if max(gaps) < 1.6 * min(gaps) and max(gaps) < 3 * row[0].size else 0.0


def _rows(region: Region, page: int, column: Column) -> list[Line]:
    """The rows of a table. A cell of several lines is put together."""
    starts = _cell_starts(region.pieces)
    rows = [_cells(row, starts) for row in rows_of(region.pieces)]
    out: list[Line] = []
    for group in _grouped(rows):
        cells: dict[int, list[Piece]] = {}
        for row in group:
            for cell, piece in row:
                cells.setdefault(cell, []).append(piece)
        pieces = [piece for row in group for _, piece in row]
        text = _TAB.join(
            " ".join(piece.text for piece in cells.get(number, ())) for number in range(len(starts))
        ).rstrip(_TAB)
        out.append(
            Line(
                page,
                text,
                min(p.left for p in pieces),
                min(p.top for p in pieces),
                max(p.right for p in pieces),
                max(p.bottom for p in pieces),
                median(p.size for p in pieces),
                all(p.bold for p in pieces),
                column,
                len(cells),
                0.0,
                sum(len(p.words) for p in pieces),
            )
        )
    return out


def _cell_starts(pieces: list[Piece]) -> list[float]:
    """The left edges of a table's columns: pieces that overlap from left to right are in one."""
    spans: list[list[float]] = []
    for piece in sorted(pieces, key=lambda piece: piece.right - piece.left):
        hits = [s for s in spans if piece.left < s[1] - 0.5 and piece.right > s[0] + 0.5]
        if not hits:
            spans.append([piece.left, piece.right])
        elif len(hits) == 1:
            hits[0][0] = min(hits[0][0], piece.left)
            hits[0][1] = max(hits[0][1], piece.right)
    return sorted(span[0] for span in spans)


def _cells(row: list[Piece], starts: list[float]) -> list[tuple[int, Piece]]:
    """The pieces of a row with the number of their column; one over several columns is cut
    where a word begins at a column's edge."""
    out = []
    for piece in row:
        out += [(_column(part.left, starts), part) for part in _cut_at(piece, starts)]
    return out


def _column(left: float, starts: list[float]) -> int:
    return max(0, sum(1 for start in starts if start <= left + 2) - 1)


def _cut_at(piece: Piece, starts: list[float]) -> list[Piece]:
    cuts = [
        number
        for number in range(1, len(piece.edges))
        if any(abs(piece.edges[number] - start) < 1.5 for start in starts)
    ]
    if not cuts:
        return [piece]
    out = []
    for begin, end in zip([0, *cuts], [*cuts, len(piece.words)], strict=True):
        right = piece.edges[end] - 1 if end < len(piece.words) else piece.right
        words, edges = piece.words[begin:end], piece.edges[begin:end]
        out.append(
            Piece(
                " ".join(words), edges[0], piece.top, right, piece.bottom, piece.size, piece.bold,
                words, edges,
            )  # fmt: skip
        )
    return out


def _grouped(rows: list[list[tuple[int, Piece]]]) -> list[list[list[tuple[int, Piece]]]]:
    """Lines that make one row: a line without a first cell goes on in the cells above it, if the
    lines of the table do not all stand equally far apart."""
    tops = [min(piece.top for _, piece in row) for row in rows]
    steps = [after - before for before, after in zip(tops, tops[1:], strict=False)]
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
