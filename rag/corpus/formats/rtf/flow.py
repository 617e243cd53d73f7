"""Put the text of an RTF file together: paragraphs, items, and tables from their cells and rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from rag.corpus.formats.office.kinds import is_prose
from rag.corpus.formats.office.marks import mark_of
from rag.corpus.formats.office.parts import Letters, Part, cleaned
from rag.corpus.formats.office.tables import Cell, Row, parts_of


@dataclass(slots=True)
class Flow:
    """The text of the document, of a note, of a page's header or of a text box.

    Attributes:
        parts: the parts that are complete.
        letters: the paragraph that is being read.
        mark: text of its bullet or number, as the file has it.
        start: where its first letter stands in the file; None before it.
    """

    parts: list[Part] = field(default_factory=list)
    letters: Letters = field(default_factory=Letters)
    mark: str = ""
    start: int | None = None
    _rows: list[Row] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _inside: list[Part] = field(default_factory=list)
    _boxes: list[Part] = field(default_factory=list)
    _names: bool = False
    _groups: int = 0
    _seen_prose: bool = False
    _in_list: bool = False

    def add(self, text: str, *, bold: bool, size: float, at: int) -> None:
        """Add letters that stand at an offset of the file."""
        if self.start is None:
            self.start = at
        self.letters.add(text, bold=bold, size=size)

    def end_paragraph(self, kind: str, level: int, *, in_table: bool) -> None:
        """End a paragraph.

        Args:
            kind, level: as ``kind_of_style`` gives them.
            in_table: whether it stands in a cell.
        """
        bare = cleaned(self.mark)
        parts = self.letters.parts(mark_of(bare) if bare else "")
        for part in parts:
            part.offset = self.start
            if kind in ("title", "heading", "caption"):
                part.kind, part.level = kind, level  # type: ignore[assignment]
            elif bare:
                part.kind = "item"
        self.letters, self.mark, self.start = Letters(), "", None
        if kind == "contents":
            parts = []
        if in_table:
            self._inside += parts
        elif parts or self._boxes:
            self._end_table()
            self._append(parts)
        if not in_table:
            boxes, self._boxes = self._boxes, []
            self.parts += boxes

    def add_box(self, parts: list[Part]) -> None:
        """Add the text of a box, behind the paragraph that it hangs on."""
        self._boxes += parts

    def names_columns(self) -> None:
        """The row that is being read is the head of its table."""
        self._names = True

    def end_cell(self) -> None:
        """End a cell, after its last paragraph."""
        self._cells.append(Cell(self._inside))
        self._inside = []

    def end_row(self) -> None:
        """End a row, after its last cell."""
        if self._inside:
            self.end_cell()
        offset = next((part.offset for cell in self._cells for part in cell.parts), None)
        if self._cells:
            self._rows.append(Row(self._cells, self._names, offset=offset))
        self._cells, self._names = [], False

    def finish(self) -> list[Part]:
        """End everything that is open. Returns all parts."""
        if self._inside or self._cells:
            self.end_row()
        self._end_table()
        self.parts += self._boxes
        self._boxes = []
        return self.parts

    def _append(self, parts: list[Part]) -> None:
        for part in parts:
            if part.kind == "item":
                self._groups += 0 if self._in_list else 1
                part.group = self._groups
            self._in_list = part.kind == "item"
            self._seen_prose = self._seen_prose or is_prose(part)
        self.parts += parts

    def _end_table(self) -> None:
        if not self._rows:
            return
        rows, self._rows = self._rows, []
        self._groups += 1
        self._in_list = False
        parts = parts_of(rows, self._groups, at_top=not self._seen_prose)
        self._seen_prose = self._seen_prose or any(map(is_prose, parts))
        self.parts += parts
