"""Read a PDF as a ``Document``, step by step: pages, pieces of lines, columns, lines, paragraphs,
kinds. Each step has its own module."""

from __future__ import annotations

import re

from rag.corpus.formats.document import Document
from rag.corpus.formats.pdf.bullets import with_drawn_bullets
from rag.corpus.formats.pdf.glyphs import pieces_of
from rag.corpus.formats.pdf.kinds import dates_apart, set_kinds
from rag.corpus.formats.pdf.legible import is_legible
from rag.corpus.formats.pdf.lines import lines_of
from rag.corpus.formats.pdf.paragraphs import paragraphs_of, style_of
from rag.corpus.formats.pdf.pdfium import File, opened
from rag.corpus.formats.pdf.pieces import Page
from rag.corpus.formats.pdf.properties import hints_of, stated_title
from rag.corpus.formats.pdf.running import drop_running
from rag.corpus.formats.pdf.writing import write
from rag.errors import UnreadableFileError
from rag.language.dates import find_dates

_MOST_CHARACTERS = 60_000_000


def read_pdf(data: bytes) -> Document:
    """A PDF as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, damaged, cut off, locked by a password or too long, or has
            no text (it has pictures of pages, or fonts whose letters are not known).
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFileError("file.empty")
    if _is_cut_off(data):
        raise UnreadableFileError("file.broken")
    with opened(data) as file:
        pages, empty = _pages(file)
        if not any(page.lines for page in pages):
            raise UnreadableFileError("file.scan" if file.is_drawn() else "file.empty")
        stated, file_title = stated_title(file), file.stated("Title")
        hints, words = hints_of(file)
    if not is_legible([line.text for page in pages for line in page.lines]):
        raise UnreadableFileError("file.bad_fonts")
    heads = drop_running(pages, _may_state_date, file_title)
    style = style_of(pages)
    paragraphs = dates_apart(paragraphs_of(pages, style))
    if not paragraphs:
        raise UnreadableFileError("file.scan")
    height = pages[paragraphs[0].lines[0].page - 1].height
    set_kinds(paragraphs, style, height, stated, heads)
    text, blocks, places = write(paragraphs, pages)
    return Document(
        text,
        hints=hints,
        words=words,
        blocks=blocks,
        places=places,
        empty_pages=tuple(empty),
    )


def _pages(file: File) -> tuple[list[Page], list[int]]:
    """The pages with their lines, and the numbers of those without text."""
    pages: list[Page] = []
    empty: list[int] = []
    characters = 0
    for number, opened_page in enumerate(file.pages(), start=1):
        if opened_page is None:
            pages.append(Page(number, 0.0, 0.0))
            empty.append(number)
            continue
        characters += len(opened_page.text)
        if characters > _MOST_CHARACTERS:
            raise UnreadableFileError("file.too_long")
        lines = lines_of(with_drawn_bullets(pieces_of(opened_page), opened_page), number)
        size = opened_page.width, opened_page.height
        pages.append(Page(number, *size, lines, opened_page.turned_back))
        if not lines:
            empty.append(number)
    return pages, empty


def _may_state_date(text: str) -> bool:
    return any(c.isdigit() for c in text) and any(
        found.can_date_a_release for found in find_dates(text, all_languages=True)
    )


def _is_cut_off(data: bytes) -> bool:
    """Whether the end of a file is missing. Pdfium would read the rest without an error."""
    if b"startxref" not in data:
        return True
    head = data[:2048]
    length = re.search(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})\b", head)
    return length is not None and len(data) < int(length[1])
