"""Join lines to paragraphs, by the gaps between them, their indents, fonts and ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from rag.corpus.formats.pdf.hyphens import ends_broken
from rag.corpus.formats.pdf.marks import bullet_end, is_numbered, is_terminal
from rag.corpus.formats.pdf.pieces import Line, Page
from rag.types import BlockKind

Join = Literal["flow", "line"]  # a space, or a line end that the author set

_GAP = 1.28  # a larger step, relative to the usual one, ends a paragraph
_ADDRESS = 24  # a shorter line, in characters, may be a line of an address
_BETWEEN = 8  # how many paragraphs may stand between two parts of one paragraph
_SMALL = 0.93  # notes have a smaller font size, relative to the text


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        lines: its lines; they may stand in two columns or pages.
        joins: how each line but the first is joined to the one before it.
        item: whether it is an item of a list.
        row: whether it is a row of a table.
        kind: set when all paragraphs are known.
    """

    lines: list[Line]
    joins: list[Join] = field(default_factory=list)
    item: bool = False
    row: bool = False
    kind: BlockKind = "paragraph"

    @property
    def text(self) -> str:
        """Its lines with spaces between them."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Style:
    """The usual style of a document.

    Attributes:
        size: the font size of most of the text, in points.
        steps: the usual distance of two lines, in points, by twice the font size (rounded).
        bold: whether most of the text is bold.
    """

    size: float
    steps: dict[int, float]
    bold: bool = False

    def step(self, size: float) -> float:
        """The usual distance of two lines in this font size, in points."""
        return self.steps.get(_key(size), 1.25 * size)


def style_of(pages: list[Page]) -> Style:
    """The usual sizes and distances of a document."""
    sizes: Counter[int] = Counter()
    bold = total = 0
    steps: dict[int, Counter[int]] = defaultdict(Counter)
    for page in pages:
        before: Line | None = None
        for line in page.lines:
            key = _key(line.size)
            length = len(line.text)
            sizes[key] += length
            total += length
            bold += length if line.bold else 0
            if before is not None and before.column is line.column and not line.column.table:
                step = line.middle - before.middle
                if 0.8 * line.size < step < 2.6 * line.size and _key(before.size) == key:
                    steps[key][round(step * 4)] += 1
            before = line
    usual = {}
    for key, counts in steps.items():
        most = max(counts.values())
        usual[key] = min(step for step, count in counts.items() if count >= 0.25 * most) / 4 + 0.1
    size = sizes.most_common(1)[0][0] / 2 if sizes else 10.0
    return Style(size, usual, 2 * bold > total)


def paragraphs_of(pages: list[Page], style: Style) -> list[Paragraph]:
    """The paragraphs of a document in reading order. Notes come behind a paragraph that continues
    on the next page."""
    out: list[Paragraph] = []
    waiting: list[Paragraph] = []
    for page in pages:
        for run in _columns(page.lines):
            flow, small = _without_notes(run, style, page)
            margin = _margin(flow or run)
            if waiting and flow and not _goes_on_over(out, flow[0], margin, style):
                out += waiting
                waiting = []
            _add(out, flow, margin, style)
            if small:
                found: list[Paragraph] = []
                _add(found, small, _margin(small), style)
                for note in found:
                    note.item = False
                waiting += found
    return out + waiting


def _columns(lines: list[Line]) -> list[list[Line]]:
    runs: list[list[Line]] = []
    for line in lines:
        if runs and runs[-1][-1].column is line.column:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _without_notes(run: list[Line], style: Style, page: Page) -> tuple[list[Line], list[Line]]:
    """The lines of a column, and the notes at its foot: small lines that begin with a number or a
    mark."""
    if run[0].column.table or run[-1].size >= _SMALL * style.size:
        return run, []
    begin = len(run)
    while begin > 0 and run[begin - 1].size < _SMALL * style.size:
        begin -= 1
    if begin == 0 and run[0].top < 0.6 * page.height:
        return run, []
    if run[begin].text[:1] in "*†‡⁰¹²³⁴⁵⁶⁷⁸⁹([" or run[begin].text[:1].isdigit():
        return run[:begin], run[begin:]
    return run, []


def _margin(lines: list[Line]) -> tuple[float, float]:
    """Left and right edge of a column: where most lines begin, and where the longest one ends."""
    lefts = Counter(round(line.left) for line in lines)
    most = max(lefts.values())
    left = min(edge for edge, count in lefts.items() if count >= 0.4 * most)
    return left, max(line.right for line in lines)


def _add(out: list[Paragraph], run: list[Line], margin: tuple[float, float], style: Style) -> None:
    """Add the lines of one column to the paragraphs."""
    rights = _rights(run, margin, style)
    for number, line in enumerate(run):
        if line.column.table:
            out.append(Paragraph([line], row=True))
            continue
        margin = (margin[0], rights[number - 1] if number else margin[1])
        join: Join | None = None
        if out and not out[-1].row:
            if number:
                after = run[number + 1] if number + 1 < len(run) else None
                join = _join(out[-1], line, after, margin, style)
            elif _goes_on_over(out, line, margin, style):
                join = "flow"
            else:
                waits = _open_before(out, line)
                if waits is not None:
                    out.append(out.pop(waits))
                    join = "flow"
        if join is None:
            out.append(Paragraph([line], item=bullet_end(line.text) > 0 or is_numbered(line.text)))
        else:
            out[-1].lines.append(line)
            out[-1].joins.append(join)


def _rights(run: list[Line], margin: tuple[float, float], style: Style) -> list[float]:
    """The right edge that each line could have reached: that of the column, or that of a narrower
    group of lines if most of these are full."""
    out: list[float] = []
    begin = 0
    for number in range(1, len(run) + 1):
        if number < len(run):
            before, line = run[number - 1], run[number]
            step = line.middle - before.middle
            if 0 < step < _GAP * style.step(line.size) + 0.6 and _like(before, line):
                continue
        lines = run[begin:number]
        right = max(line.right for line in lines)
        narrow = right < margin[1] - 2 * lines[0].size and len(lines) >= 3
        local = (margin[0], right)
        full = sum(1 for line, after in pairwise(lines) if not _short(line, after, local))
        own = narrow and full >= 0.6 * (len(lines) - 1)
        out += [right if own else margin[1]] * len(lines)
        begin = number
    return out


def _join(
    paragraph: Paragraph,
    line: Line,
    after: Line | None,
    margin: tuple[float, float],
    style: Style,
) -> Join | None:
    """How a line is joined to the paragraph above it in its column; None if it begins another."""
    before = paragraph.lines[-1]
    step = line.middle - before.middle
    usual = style.step(max(line.size, before.size))
    if step > _GAP * usual + 0.6 or step < 0 or not _like(before, line):
        return None
    if line.cells > 1 or before.cells > 1:
        return None
    if ends_broken(before.text) and line.text[:1].isalnum():
        return "flow"
    short = _short(before, line, margin)
    if bullet_end(line.text) and (paragraph.item or short or is_terminal(before.text)):
        return None
    if is_numbered(line.text) and (short or paragraph.item):
        return None
    if before.bold != line.bold and (short or not line.text[:1].islower()):
        return None
    em = line.size
    if _centred(before, line, margin):
        return None if short and is_terminal(before.text) else "flow"
    first = paragraph.lines[0]
    if paragraph.item:
        # A line under the item's text continues it. A line further left continues it only if the
        # line before is long and does not end a sentence.
        if line.left < first.left - 0.5 * em:
            return None if is_terminal(before.text) or not _long(before, margin, 0.6) else "flow"
        return None if short and line.left < first.left + 0.4 * em else "flow"
    if line.left > before.left + 0.7 * em:
        hanging = len(paragraph.lines) > 1 or (after is not None and after.left >= line.left - 1)
        if not (hanging and not short and len(paragraph.lines) == 1):
            return None
    if line.left < before.left - 0.7 * em and len(paragraph.lines) > 1:
        return None
    if not short and (len(before.text) >= _ADDRESS or line.text[:1].islower() or line.bold):
        return "flow"
    if is_terminal(before.text):
        return None
    if line.size > 1.1 * style.size or line.bold or line.text[:1].islower():
        return "flow"
    if len(before.text) >= _ADDRESS and _long(before, margin, 0.85):
        return "flow"
    return "line"


def _goes_on_over(
    out: list[Paragraph], line: Line, margin: tuple[float, float], style: Style
) -> bool:
    """Whether the first line of a column continues the last paragraph of the column before."""
    if not out or out[-1].row or line.column.table or line.cells > 1:
        return False
    before = out[-1].lines[-1]
    if not _like(before, line) or before.bold != line.bold or before.cells > 1:
        return False
    if ends_broken(before.text):
        return line.text[:1].isalnum()
    if bullet_end(line.text) or is_numbered(line.text):
        return False
    if line.size > 1.1 * style.size:
        # A title whose second line is short may stand in another region than its first.
        step = line.middle - before.middle
        return before.page == line.page and 0 < step < _GAP * style.step(line.size)
    if is_terminal(before.text):
        return False
    if line.text[:1].islower():
        return True
    full = before.right > before.column.right - 4 * line.size
    full = full and len(before.text) >= _ADDRESS
    return full and line.left < margin[0] + 0.7 * line.size and not line.bold


def _open_before(out: list[Paragraph], line: Line) -> int | None:
    """The number of an earlier paragraph that has no end and that a line continues which begins
    with a small letter (a box or a caption stands between); None for none."""
    if not line.text[:1].islower() or line.cells > 1 or line.column.table:
        return None
    for number in range(len(out) - 2, max(-1, len(out) - _BETWEEN - 2), -1):
        paragraph, before = out[number], out[number].lines[-1]
        if paragraph.row or before.page < line.page - 1 or is_terminal(before.text):
            continue
        if _like(before, line) and before.bold == line.bold and len(paragraph.text) > 60:
            return number
    return None


def _short(before: Line, line: Line, margin: tuple[float, float]) -> bool:
    """Whether a line is short: the first word of the next line would have fitted into it."""
    return before.right + 0.2 * line.size + line.lead < margin[1] - 0.4 * line.size


def _long(line: Line, margin: tuple[float, float], part: float) -> bool:
    return line.right - margin[0] > part * (margin[1] - margin[0])


def _centred(before: Line, line: Line, margin: tuple[float, float]) -> bool:
    """Whether two lines of different lengths stand in the middle of their column."""
    if abs(before.left - line.left) <= line.size:
        return False
    return all(
        abs((one.left - margin[0]) - (margin[1] - one.right)) < line.size for one in (before, line)
    )


def _like(before: Line, line: Line) -> bool:
    small, large = sorted((before.size, line.size))
    return small > 0.92 * large


def _key(size: float) -> int:
    return round(2 * size)
