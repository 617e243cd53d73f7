"""Read a PowerPoint presentation: walk its slides in order, and make parts of titles, paragraphs,
tables and diagrams."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.corpus.formats.document import Document
from rag.corpus.formats.office.document import Content, document_of
from rag.corpus.formats.office.package import Package
from rag.corpus.formats.office.parts import BREAK, TAB, Letters, Part
from rag.corpus.formats.office.tables import Cell, Row, parts_of
from rag.corpus.formats.office.tree import attribute
from rag.corpus.safe_xml import Element

_MAIN = "ppt/presentation.xml"
_TITLES = ("title", "ctrTitle")
_RUNNING = ("ftr", "sldNum", "dt", "hdr")  # on every slide
_OFF = ("0", "false")


def read_pptx(data: bytes) -> Document:
    """A presentation as a ``Document``. The title of its first slide may be the release's, those of
    the others are headings.

    Raises:
        UnreadableFileError: it is empty, no such presentation, damaged, locked by a password, or
            too large unpacked.
    """
    package = Package(data, _MAIN)
    root = package.root("presentation")
    targets = package.targets(package.main)
    content = Content(pictures=package.pictures)
    for number, slide in enumerate(root.iterfind("sldIdLst/sldId")):
        name = targets.get(_relation(slide), "")
        shown = package.part(name)
        if shown is not None and attribute(shown, "show", "1") not in _OFF:
            reader = _Slide(package, name, number)
            content.parts += [part for tree in shown.iter("spTree") for part in reader.parts(tree)]
    properties = package.properties()
    if properties is not None:
        content.title = properties.findtext("title") or ""
        content.created = (properties.findtext("created") or "").strip()
    return document_of(content)


def _relation(element: Element) -> str:
    """The id of a relation, which has the name of the slide's own id but a namespace."""
    return next((str(v) for name, v in element.attrib.items() if name.endswith("}id")), "")


class _Slide:
    def __init__(self, package: Package, name: str, number: int) -> None:
        self._package = package
        self._targets = package.targets(name)
        self._number = number
        self._tables = 0

    def parts(self, parent: Element) -> Iterator[Part]:
        """The parts of the shapes in an element, in the order in which the file has them."""
        for child in parent:
            if child.tag == "sp":
                yield from self._shape(child)
            elif child.tag == "grpSp":
                yield from self.parts(child)
            elif child.tag == "AlternateContent":
                forms = [one for one in child if one.tag in ("Choice", "Fallback")]
                yield from self.parts(forms[0]) if forms else ()
            elif child.tag == "graphicFrame":
                yield from self._frame(child)

    def _shape(self, shape: Element) -> Iterator[Part]:
        stated = shape.find("nvSpPr/cNvPr")
        kind = attribute(shape.find("nvSpPr/nvPr/ph"), "type")
        body = shape.find("txBody")
        if body is None or kind in _RUNNING or attribute(stated, "hidden", "0") not in _OFF:
            return
        found = list(_paragraphs(body))
        if kind in _TITLES and found:
            text = " ".join(part.text.replace(BREAK, " ") for part in found)
            yield Part(text, "heading" if self._number else "title", level=int(self._number > 0))
        else:
            yield from found

    def _frame(self, frame: Element) -> Iterator[Part]:
        """The parts of a table, or of a diagram, whose text stands in a part of its own."""
        for table in frame.iter("tbl"):
            self._tables += 1
            rows = [
                Row([_cell(cell) for cell in row.iterfind("tc")]) for row in table.iterfind("tr")
            ]
            yield from parts_of(rows, 1000 * self._number + self._tables, at_top=False)
        for diagram in frame.iter("relIds"):
            data = self._package.part(self._targets.get(attribute(diagram, "dm"), ""))
            for point in data.iter("t") if data is not None else ():
                yield from _paragraphs(point)


def _cell(cell: Element) -> Cell:
    wide = attribute(cell, "gridSpan", "1")
    body = cell.find("txBody")
    parts = list(_paragraphs(body)) if body is not None else []
    return Cell(parts, int(wide) if re.fullmatch("[1-9][0-9]?", wide) else 1)


def _paragraphs(body: Element) -> Iterator[Part]:
    for paragraph in body.iterfind("p"):
        letters = Letters()
        for child in paragraph:
            if child.tag == "br":
                letters.add(BREAK)
            elif child.tag in ("r", "fld"):
                look = child.find("rPr")
                size = attribute(look, "sz")
                letters.add(
                    (child.findtext("t") or "").replace("\v", BREAK).replace("\t", TAB),
                    bold=attribute(look, "b", "0") not in _OFF,
                    size=int(size) / 100 if re.fullmatch("[0-9]{3,6}", size) else 0.0,
                )
        yield from letters.parts()
