"""Draw a page of a PDF, with marks on some of its words."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import numpy as np

from rag.corpus.formats.document import Mark
from rag.corpus.formats.pdf.calls import calls
from rag.corpus.formats.pdf.forms import filled_in, open_page
from rag.corpus.formats.pdf.pdfium import refusal
from rag.corpus.formats.pdf.text_page import TextPage
from rag.errors import UnreadableFileError

_WIDTH = 1000  # pixels
# A longer page is drawn narrower, so that no file asks for more memory than this.
_MOST_PIXELS = 4_000_000
_MARK = (255, 226, 110)  # as a text marker: what is black stays black
_AROUND = 1.0  # points around a mark

Box = tuple[float, float, float, float]


def draw_pdf(data: bytes, page: int, marks: Sequence[Mark]) -> bytes:
    """A page as a PNG of 1,000 pixels width.

    Args:
        page: its number, from 1.

    Raises:
        UnreadableFileError: it is damaged, locked by a password, or has no such page.
    """
    import pypdfium2
    from PIL import Image, ImageChops, ImageDraw

    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refusal(error.err_code) from None
    try:
        if not 1 <= page <= len(file):
            raise UnreadableFileError("file.no_page", page=page, pages=len(file))
        with filled_in(file.raw) as fields:
            calls().raw.FPDF_ClosePage(open_page(file.raw, fields, page - 1))
        opened = file[page - 1]
        width, height = opened.get_size()
        if not (width > 0 and height > 0):
            raise UnreadableFileError("file.broken")
        scale = min(_WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5)
        picture = opened.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        if marks:
            marker = Image.new("RGB", picture.size, "white")
            pen = ImageDraw.Draw(marker)
            for left, top, right, bottom in _boxes(opened, marks):
                edges = (left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND)
                pen.rectangle([edge * scale for edge in edges], fill=_MARK)
            picture = ImageChops.multiply(picture, marker)
    except pypdfium2.PdfiumError:
        raise UnreadableFileError("file.broken") from None
    finally:
        file.close()
    written = BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def _boxes(page: Any, marks: Sequence[Mark]) -> list[Box]:
    """The box of the words of each mark, or of their line where they are not found in it.

    Letters and digits are compared: the text has its own bullets, spaces and hyphens.
    """
    text_page = page.get_textpage()
    page_text = TextPage(page.raw, text_page.raw)
    indexes = [n for n, character in enumerate(page_text.text) if not character.isspace()]
    written = [page_text.text[n] for n in indexes]
    boxes = page_text.boxes(indexes)
    text_page.close()
    across, down = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    found: list[Box] = []
    for mark in marks:
        left, top, right, bottom = mark.box
        inside = (across > left) & (across < right) & (down > top) & (down < bottom)
        line = np.flatnonzero(inside)
        letters = [n for n in line if written[n].isalnum()]
        first, last = (len(_letters(mark.line[:end])) for end in (mark.start, mark.end))
        if [written[n] for n in letters] == _letters(mark.line) and first < last:
            start = letters[first] if mark.start > 0 else line[0]
            end = letters[last - 1] if mark.end < len(mark.line) else line[-1]
            words = boxes[line[(line >= start) & (line <= end)]]
            left, top = (float(edge) for edge in words[:, :2].min(axis=0))
            right, bottom = (float(edge) for edge in words[:, 2:].max(axis=0))
        found.append((left, top, right, bottom))
    return found


def _letters(text: str) -> list[str]:
    return [character for character in text if character.isalnum()]
