"""Turn paragraphs into the text of a ``Document``, with its blocks and the place of each line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rag.corpus.formats.pdf.hyphens import Hyphens, ends_broken
from rag.corpus.formats.pdf.marks import bullet_end
from rag.corpus.formats.pdf.paragraphs import Paragraph
from rag.corpus.formats.pdf.pieces import HYPHEN, Line, Page
from rag.corpus.formats.writing import put_together
from rag.types import Block, Place


def write(
    paragraphs: list[Paragraph], pages: list[Page]
) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """The text of a document, its blocks and one place for each line."""
    hyphens = Hyphens([line.text for paragraph in paragraphs for line in paragraph.lines])

    def where(line: Line) -> dict[str, Any]:
        left, top, right, bottom = (round(edge, 1) for edge in pages[line.page - 1].shown(line.box))
        return {"page": line.page, "box": (left, top, right, bottom)}

    return put_together(
        (
            paragraph.kind,
            _group(paragraph),
            ((text, where(line)) for text, line in _pieces(paragraph, hyphens)),
        )
        for paragraph in paragraphs
    )


def _pieces(paragraph: Paragraph, hyphens: Hyphens) -> Iterator[tuple[str, Line]]:
    """The text of each line, with the space or line end that joins it to the next one."""
    lines = paragraph.lines
    last = len(lines) - 1
    for number, line in enumerate(lines):
        text = line.text
        if number == 0 and paragraph.kind == "item":
            end = bullet_end(text)
            text = f"• {text[end:]}" if end else text
        if number < last and paragraph.joins[number] == "flow" and ends_broken(text):
            stays = hyphens.stays(text, lines[number + 1].text)
            text = text[:-1] + ("-" if stays else "")
        else:
            text = text.replace(HYPHEN, "-")
            if number < last:
                text += "\n" if paragraph.joins[number] == "line" else " "
        yield text, line


def _group(paragraph: Paragraph) -> int:
    """A number that is that of the paragraph before in one list or table; 0 outside of them."""
    return id(paragraph.lines[0].column) if paragraph.row else int(paragraph.kind == "item")
