"""Read an OpenDocument text or presentation: walk it in order, and make parts of paragraphs, lists
and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.corpus.formats.document import Document
from rag.corpus.formats.html.tree import Paths
from rag.corpus.formats.odt.styles import ListLevel, Style, Styles
from rag.corpus.formats.office.archive import open_archive, spare_part
from rag.corpus.formats.office.document import Content, document_of
from rag.corpus.formats.office.kinds import is_prose
from rag.corpus.formats.office.parts import BREAK, TAB, Letters, Part, note_of
from rag.corpus.formats.office.style_names import kind_of_style
from rag.corpus.formats.office.tables import Cell, Row, parts_of
from rag.corpus.formats.office.tree import attribute, attributes, parse_short
from rag.corpus.safe_xml import MAX_BYTES, Element
from rag.corpus.unpacking import Members
from rag.errors import UnreadableFileError
from rag.types import BlockKind

_BLANKS = re.compile(r"[ \t\r\n]+")
# What is not part of the text: other forms of it, remarks, tables of contents, deleted text.
_LEFT_OUT = frozenset(
    """tracked-changes annotation annotation-end forms table-of-content alphabetical-index
    illustration-index table-index object-index user-index bibliography sequence-decls
    variable-decls user-field-decls hidden-text hidden-paragraph script placeholder ruby-text desc
    event-listeners dde-connection-decls""".split()
)
_RUNNING = ("header", "footer", "page-number", "date-time")  # on every slide
_STYLED: tuple[BlockKind, ...] = ("title", "caption")


def read_odt(data: bytes) -> Document:
    """An OpenDocument text or presentation as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, no such document, damaged, locked by a password, or too
            large unpacked.
    """
    members, root = open_content(data)
    slides = root.find("body/presentation")
    text = root.find("body/text") if slides is None else slides
    if text is None:
        raise UnreadableFileError("file.other_content")
    styles = Styles()
    common, properties = spare_part(members, "styles.xml"), spare_part(members, "meta.xml")
    if common is not None:
        styles.add(common)
    styles.add(root)
    reader = _Reader(styles)
    content = Content(
        parts=reader.blocks(text),
        pictures=any(name.startswith("Pictures/") for name in members.names),
    )
    content.notes = reader.notes
    head = common.find("master-styles/master-page/header") if common is not None else None
    if head is not None:
        content.heads = _Reader(styles).blocks(head)
    if properties is not None:
        content.title = properties.findtext("meta/title") or ""
        content.created = (properties.findtext("meta/creation-date") or "").strip()
    return document_of(content)


def open_content(data: bytes) -> tuple[Members, Element]:
    """The members of a document, and the root element of its content.

    Raises:
        UnreadableFileError: as ``read_odt``.
    """
    members = open_archive(data)
    if "content.xml" not in members:
        raise UnreadableFileError("file.other_content")
    manifest = "META-INF/manifest.xml"
    if manifest in members and b"encryption-data" in members.read(manifest, MAX_BYTES):
        raise UnreadableFileError("file.password")
    return members, parse_short(members.read("content.xml", MAX_BYTES))


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.notes: list[Part] = []
        self._styles = styles
        self._paths = Paths()
        self._groups = self._slides = 0
        self._seen_prose = False
        self._boxes: list[Element] = []
        self._ends: dict[str, list[int]] = {}  # last numbers of each list style, by level
        self._lists: dict[str, str] = {}  # list styles by the ids of their lists
        self._blank = True  # whether a blank ends what was read of the paragraph

    def blocks(self, parent: Element) -> list[Part]:
        """The parts of the paragraphs, lists and tables in an element."""
        parts: list[Part] = []
        for child in parent:
            tag = child.tag
            found: list[Part] = []
            if tag in ("p", "h"):
                found = self._paragraph(child)
            elif tag == "list":
                self._groups += 1
                found = self._list(child, "", [], [])
            elif tag == "table":
                found = self._table(child)
            elif tag in ("section", "index-body", "text-box", "numbered-paragraph"):
                style = self._styles.of("section", attribute(child, "style-name"))
                hidden = style.hidden or attribute(child, "display") == "none"
                found = [] if hidden else self.blocks(child)
            elif tag == "page":
                found = self._page(child)
            elif tag in ("frame", "custom-shape", "g", "a", "rect"):
                self._boxes += _boxes_in(child)
            self._seen_prose = self._seen_prose or any(map(is_prose, found))
            parts += found
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                parts += self.blocks(box)
        return parts

    def _page(self, page: Element) -> list[Part]:
        """The parts of a slide, without the speaker's notes. Its title is a heading, that of the
        first slide may be the release's."""
        parts: list[Part] = []
        for shape in page:
            if shape.tag == "notes" or attribute(shape, "class") in _RUNNING:
                continue
            found = self.blocks(shape)
            if attribute(shape, "class") == "title":
                for part in found:
                    part.kind, part.level = ("title", 0) if not self._slides else ("heading", 1)
            parts += found
        self._slides += 1
        return parts

    # -- lists ----------------------------------------------------------------------------------

    def _list(
        self, element: Element, name: str, numbers: list[int], forms: list[ListLevel]
    ) -> list[Part]:
        """The items of a list. ``numbers`` and ``forms`` are those of the items around it."""
        stated = attributes(element)
        name = stated.get("style-name", name)
        level = self._styles.level(name, len(numbers) + 1)
        number = level.start - 1
        going_on = stated.get("continue-list", "")
        if going_on in self._lists or stated.get("continue-numbering") == "true":
            ends = self._ends.get(self._lists.get(going_on, name), [])
            number = ends[len(numbers)] if len(ends) > len(numbers) else number
        parts: list[Part] = []
        for item in element:
            if item.tag not in ("list-item", "list-header"):
                continue
            marked = item.tag == "list-item"
            start = attribute(item, "start-value")
            if marked:
                number = int(start) if re.fullmatch("[0-9]{1,5}", start) else number + 1
            for child in item:
                own, all_forms = [*numbers, number], [*forms, level]
                if child.tag == "list":
                    parts += self._list(child, name, own, all_forms)
                    marked = False
                elif child.tag in ("p", "h"):
                    mark = level.mark(own, all_forms) if marked else ""
                    found = self._paragraph(child, mark)
                    for part in found:
                        if part.kind == "paragraph" and (mark or item.tag == "list-item"):
                            part.kind, part.group = "item", self._groups
                    marked = marked and not found
                    parts += found
        ends = self._ends.setdefault(name, [])
        ends[len(numbers) :] = [number]
        identity = stated.get("id")
        if identity:
            self._lists[identity] = name
        return parts

    # -- tables ---------------------------------------------------------------------------------

    def _table(self, table: Element) -> list[Part]:
        rows: list[Row] = []
        at_top = not self._seen_prose
        for element, names in rows_of(table, names=False):
            row = Row(names=names, element=self._paths.of(element))
            for cell in element:
                if cell.tag == "table-cell":
                    wide = attribute(cell, "number-columns-spanned", "1")
                    columns = int(wide) if re.fullmatch("[1-9][0-9]?", wide) else 1
                    row.cells.append(Cell(self.blocks(cell), columns))
            rows.append(row)
        self._groups += 1
        return parts_of(rows, self._groups, at_top=at_top)

    # -- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, element: Element, mark: str = "") -> list[Part]:
        style = self._styles.of("paragraph", attribute(element, "style-name"))
        letters = Letters()
        self._blank = True
        if not style.hidden:
            self._letters(element, style, letters)
        parts = letters.parts(mark)
        for part in parts:
            part.element = self._paths.of(element)
            if element.tag == "h":
                level = attribute(element, "outline-level", "1")
                part.kind = "heading"
                part.level = int(level) if re.fullmatch("[1-9]", level) else 9
            else:
                kinds = {kind_of_style(name)[0] for name in style.names}
                part.kind = next((k for k in _STYLED if k in kinds), part.kind)
        return parts

    def _letters(self, element: Element, style: Style, letters: Letters) -> None:
        """Add the letters of a paragraph, or of a part of it."""
        self._add(element.text, style, letters)
        for child in element:
            tag = child.tag
            if tag == "span":
                own = self._styles.of("text", attribute(child, "style-name"))
                look = Style(
                    bold=style.bold if not own.names else own.bold or style.bold,
                    hidden=own.hidden,
                    size=own.size or style.size,
                )
                if not own.hidden:
                    self._letters(child, look, letters)
            elif tag == "s":
                count = attribute(child, "c", "1")
                length = int(count) if re.fullmatch("[0-9]{1,4}", count) else 1
                letters.add(" " * min(length, 8))
            elif tag in ("tab", "line-break"):
                letters.add(TAB if tag == "tab" else BREAK)
                self._blank = True
            elif tag == "note":
                self._note(child)
            elif tag in ("frame", "custom-shape", "g", "rect"):
                self._boxes += _boxes_in(child)
            elif isinstance(tag, str) and tag not in _LEFT_OUT:
                self._letters(child, style, letters)
            self._add(child.tail, style, letters)

    def _add(self, text: str | None, style: Style, letters: Letters) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if self._blank:
            text = text.removeprefix(" ")
        if text:
            self._blank = text.endswith(" ")
            letters.add(text, bold=style.bold, size=style.size)

    def _note(self, note: Element) -> None:
        """Keep a note for the end of the text. Its number in the text is left out: it would be read
        as a part of the word before it."""
        blank, body = self._blank, note.find("note-body")
        parts = self.blocks(body) if body is not None else []
        self._blank = blank
        if parts:
            self.notes.append(note_of(len(self.notes) + 1, parts))


def rows_of(table: Element, *, names: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, each with whether it stands in the table's head."""
    for child in table:
        if child.tag == "table-row":
            if attribute(child, "visibility", "visible") == "visible":
                yield child, names
        elif child.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from rows_of(child, names=names or child.tag == "table-header-rows")


def _boxes_in(element: Element) -> Iterator[Element]:
    """The text boxes and shapes with text in a drawing, not those inside them."""
    for child in element:
        if child.tag == "text-box":
            yield child
        elif child.tag in ("frame", "custom-shape", "g", "rect", "a"):
            yield from _boxes_in(child)
    if element.tag in ("custom-shape", "rect") and element.find("p") is not None:
        yield element
