"""Turn paragraphs into the text of a ``Document``, with its blocks and the place of each line."""

from __future__ import annotations

from collections.abc import Iterator

from rag.corpus.formats.pdf.hyphens import Hyphens, ends_broken
from rag.corpus.formats.pdf.marks import bullet_end
from rag.corpus.formats.pdf.paragraphs import Paragraph
from rag.corpus.formats.pdf.pieces import HYPHEN, Line, Page
from rag.types import Block, Place

_TOGETHER = ("item", "row", "columns")


def write(
    paragraphs: list[Paragraph], pages: list[Page]
) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """The text of a document, its blocks and one place for each line."""
    texts = [line.text for paragraph in paragraphs for line in paragraph.lines]
    hyphens = Hyphens(texts)
    parts: list[str] = []
    blocks: list[Block] = []
    places: list[Place] = []
    length = 0
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if before is not None:
            close = paragraph.kind in _TOGETHER and _is_same_list(before, paragraph)
            parts.append("\n" if close else "\n\n")
            length += 1 if close else 2
        start = length
        for text, line in _pieces(paragraph, hyphens):
            body = text.rstrip(" \n")
            left, top, right, bottom = pages[line.page - 1].shown(line.box)
            box = (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
            places.append(Place(length, length + len(body), line.page, box))
            parts.append(text)
            length += len(text)
        blocks.append(Block(paragraph.kind, start, length))
        before = paragraph
    return "".join(parts), tuple(blocks), tuple(places)


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


def _is_same_list(before: Paragraph, paragraph: Paragraph) -> bool:
    if paragraph.row:
        return before.row and before.lines[-1].column is paragraph.lines[0].column
    return before.kind == "item"
