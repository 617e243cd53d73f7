"""Bullets that are drawn instead of written: small round or square areas before indented lines."""

from __future__ import annotations

from rag.corpus.formats.pdf.pieces import Piece
from rag.corpus.formats.pdf.text_page import TextPage

_INDENT = 1.2  # the least indent of an item, relative to the font size


def with_drawn_bullets(pieces: list[Piece], page: TextPage) -> list[Piece]:
    """The pieces of a page, with a bullet before each piece beside which one is drawn."""
    if len(pieces) < 2:
        return pieces
    margin = min(piece.left for piece in pieces)
    indented = [piece for piece in pieces if piece.left > margin + _INDENT * piece.size]
    if not indented or len(indented) > 400:
        return pieces
    marks = [
        (left, top, right, bottom)
        for left, top, right, bottom in page.drawn().tolist()
        if 1.0 < right - left < 9.0 and 0.75 < (right - left) / max(bottom - top, 0.1) < 1.33
    ]
    for piece in indented if 0 < len(marks) <= 400 else []:
        for left, top, right, bottom in marks:
            beside = 0.2 < (piece.left - right) / piece.size < 1.8
            inside = piece.top < (top + bottom) / 2 < piece.bottom
            if beside and inside and right - left < 0.75 * piece.size:
                piece.text = f"• {piece.text}"
                piece.words = ["•", *piece.words]
                piece.edges, piece.ends = [left, *piece.edges], [right, *piece.ends]
                piece.left = left
                break
    return pieces
