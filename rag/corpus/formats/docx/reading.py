"""Read a Word document: walk its text in order, and make parts of paragraphs, lists and tables."""

from __future__ import annotations

import re

from rag.corpus.formats.document import Document
from rag.corpus.formats.docx.elements import (
    alternative,
    blocks_in,
    boxes_in,
    children,
    is_placeholder,
    mark_is_deleted,
    sign_of,
)
from rag.corpus.formats.docx.numbering import Numbering
from rag.corpus.formats.docx.styles import Look, Style, Styles, is_on, look_of, number_of
from rag.corpus.formats.html.tree import Paths
from rag.corpus.formats.office.document import Content, document_of
from rag.corpus.formats.office.kinds import is_prose
from rag.corpus.formats.office.package import Package
from rag.corpus.formats.office.parts import Letters, Part, note_of
from rag.corpus.formats.office.tables import Cell, Row, parts_of
from rag.corpus.formats.office.tree import attribute
from rag.corpus.safe_xml import Element
from rag.errors import UnreadableFileError

# Around paragraphs or letters, and seen as if they were not there.
_AROUND = frozenset(
    """ins moveTo hyperlink smartTag customXml fldSimple dir bdo rubyBase oMath oMathPara e num den
    sub sup deg fName f d rad nary func sSub sSup sSubSup m mr""".split()
)


def read_docx(data: bytes) -> Document:
    """A Word document as a ``Document``.

    Raises:
        UnreadableFileError: it is empty, no such document, damaged, locked by a password, an old
            ``.doc`` under a new name, or too large unpacked.
    """
    package = Package(data, "word/document.xml")
    root = package.root("document")
    reader = _Reader(Styles(package.beside("styles")), Numbering(package.beside("numbering")))
    body = root.find("body")
    content = Content(pictures=package.pictures)
    if body is not None:
        if next(body.iter("altChunk"), None) is not None:
            raise UnreadableFileError("file.inner_page")  # only Word unfolds it
        content.parts = reader.blocks(body)
        content.heads = _heads(body, package, reader)
    for kind in ("footnote", "endnote"):
        content.notes += reader.notes(package.beside(f"{kind}s"), kind)
    properties = package.properties()
    if properties is not None:
        content.title = properties.findtext("title") or ""
        content.created = (properties.findtext("created") or "").strip()
    return document_of(content)


def _heads(body: Element, package: Package, reader: _Reader) -> list[Part]:
    """The parts of the header on the first page."""
    section = next(body.iter("sectPr"), None)
    if section is None:
        return []
    by_type = {attribute(one, "type"): one for one in section.iterchildren("headerReference")}
    first = section.find("titlePg")
    wanted = "first" if first is not None and is_on(first) else "default"
    reference = by_type.get(wanted)
    root = package.by_id(attribute(reference, "id")) if reference is not None else None
    return reader.blocks(root) if root is not None else []


class _Reader:
    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._paths = Paths()
        self._groups = 0
        self._seen_prose = False
        self._notes: dict[tuple[str, str], int] = {}
        self._boxes: list[Element] = []
        self._field: list[str] = []
        self._open: Letters | None = None

    # -- blocks ---------------------------------------------------------------------------------

    def blocks(self, parent: Element) -> list[Part]:
        """The parts of the paragraphs and tables in an element."""
        parts: list[Part] = []
        list_id = ""
        for child in blocks_in(parent):
            if child.tag == "tbl":
                parts += self._table(child)
                list_id = ""
                continue
            found, own = self._paragraph(child)
            if found and found[0].kind == "item":
                if own != list_id or not own:
                    self._groups += 1
                list_id = own
                for part in found:
                    part.group = self._groups
            elif found:
                list_id = ""
            self._seen_prose = self._seen_prose or any(map(is_prose, found))
            parts += found
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                parts += self.blocks(box)
        return parts

    def _table(self, table: Element) -> list[Part]:
        rows: list[Row] = []
        at_top = not self._seen_prose
        for element in children(table, "tr"):
            properties = element.find("trPr")
            if properties is not None and properties.find("del") is not None:
                continue
            head = properties.find("tblHeader") if properties is not None else None
            row = Row(names=head is not None and is_on(head), element=self._paths.of(element))
            for cell in children(element, "tc"):
                wide = attribute(cell.find("tcPr/gridSpan"), "val", "1")
                row.cells.append(
                    Cell(self.blocks(cell), int(wide) if re.fullmatch("[1-9][0-9]?", wide) else 1)
                )
            rows.append(row)
        self._groups += 1
        return parts_of(rows, self._groups, at_top=at_top)

    def notes(self, root: Element | None, kind: str) -> list[Part]:
        """The notes that the text refers to, in the order of their numbers."""
        found: list[tuple[int, Part]] = []
        for note in root.iter(kind) if root is not None else ():
            number = self._notes.get((kind, attribute(note, "id")))
            if number is None:
                continue
            parts = self.blocks(note)
            if parts:
                found.append((number, note_of(number, parts)))
        return [part for _number, part in sorted(found, key=lambda one: one[0])]

    # -- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, element: Element) -> tuple[list[Part], str]:
        """The parts of a paragraph, and the list that it belongs to (``""`` for none)."""
        properties = element.find("pPr")
        style = self._styles.of(
            attribute(properties.find("pStyle"), "val") if properties is not None else ""
        )
        if style.kind == "contents":
            return [], ""
        letters, self._open = self._open or Letters(), None
        self._field = [part for part in self._field if part == "result"]
        self._letters(element, style, style.look, letters)
        if properties is not None and mark_is_deleted(properties):
            self._open = letters  # the next paragraph goes on with this one
            return [], ""
        if not "".join(letters.pieces).strip():
            return [], ""
        number = number_of(properties) or style.number
        mark = self._numbering.mark(*number) if number else ""
        parts = letters.parts(mark)
        kind, level = style.kind, style.level
        if properties is not None:
            outline = attribute(properties.find("outlineLvl"), "val")
            if re.fullmatch("[0-8]", outline):
                kind, level = "heading", int(outline) + 1
        for part in parts:
            part.element = self._paths.of(element)
            if kind in ("title", "heading", "caption"):
                part.kind, part.level = kind, level  # type: ignore[assignment]
            elif mark:
                part.kind = "item"
        return parts, number[0] if number and mark else ""

    def _letters(self, element: Element, style: Style, base: Look, letters: Letters) -> None:
        """Add the letters of a paragraph, or of what stands around a part of it."""
        for child in element:
            tag = child.tag
            if tag == "r":
                self._run(child, base, letters)
            elif tag == "AlternateContent":
                self._letters(alternative(child), style, base, letters)
            elif tag == "sdt":
                content = child.find("sdtContent")
                if content is not None and not is_placeholder(child):
                    self._letters(content, style, base, letters)
            elif tag == "t":  # of a formula
                letters.add(child.text or "")
            elif tag in _AROUND:
                self._letters(child, style, base, letters)

    def _run(self, run: Element, base: Look, letters: Letters) -> None:
        properties = run.find("rPr")
        look = base
        if properties is not None:
            own = look_of(properties)
            named = attribute(properties.find("rStyle"), "val")
            if named:
                own = own.over(self._styles.of(named).look)
            look = own.over(base)
        hidden = look.hidden is True
        for child in run:
            tag = child.tag
            if tag == "fldChar":
                self._field_mark(attribute(child, "fldCharType"))
            elif tag in ("drawing", "pict", "object", "AlternateContent"):
                chosen = alternative(child) if tag == "AlternateContent" else child
                if not hidden:
                    self._boxes += boxes_in(chosen)
            elif hidden or "code" in self._field:
                continue
            elif tag == "t":
                letters.add(child.text or "", bold=look.bold is True, size=look.size or 0.0)
            elif tag in ("footnoteReference", "endnoteReference"):
                key = tag.removesuffix("Reference"), attribute(child, "id")
                self._notes.setdefault(key, len(self._notes) + 1)
            elif tag == "ruby":
                self._letters(child, Style(), look, letters)
            else:
                letters.add(sign_of(child))

    def _field_mark(self, kind: str) -> None:
        """Keep track of fields: their code is not shown, their result is."""
        if kind == "begin":
            self._field.append("code")
        elif kind == "separate" and self._field:
            self._field[-1] = "result"
        elif kind == "end" and self._field:
            self._field.pop()
