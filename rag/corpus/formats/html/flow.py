"""Turn a tree of elements into the lines that a reader sees, in order, with their kinds and
boxes."""

from __future__ import annotations

import re

from rag.corpus.formats.html import names
from rag.corpus.formats.html.furniture import Furnishing
from rag.corpus.formats.html.lines import Box, Flow, Line
from rag.corpus.formats.html.lists import Lists, starts_with_bullet
from rag.corpus.formats.html.tables import is_data, names_columns, plain_text, row_text, rows_of
from rag.corpus.formats.html.tree import BLOCKS, HEADINGS, Element
from rag.corpus.formats.html.whitespace import BREAK, collapsed, paragraphs, preformatted
from rag.corpus.lines import TERMINAL
from rag.types import BlockKind

_SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_QUOTE = {True: "“", False: "”"}
_FOOTNOTE = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z*†])\W{0,2}")
_LONGEST_CAPTION = 400
_LONGEST_HEADING = 400
_MOST_BOLD = 200  # characters of a bold line that stands for a heading


def flow_of(body: Element, site: str, titles: frozenset[str]) -> Flow:
    """The lines that a page shows, without the elements that are furniture.

    Args:
        body: the page's ``<body>``.
        site: the name of its site; ``""`` if it is not known.
        titles: the titles that the page states, as ``known_titles`` gives them.
    """
    walk = _Walk(body, Furnishing(body, site, titles))
    walk.run()
    return walk.flow


class _Walk:
    def __init__(self, body: Element, furnishing: Furnishing) -> None:
        self.flow = Flow()
        self._body = body
        self._furnishing = furnishing
        self._boxes = [Box(body, None)]
        self._pieces: list[str] = []
        self._linked = self._bold = self._seen = 0
        self._in_link = self._in_bold = self._in_caption = self._in_pre = 0
        self._dated = False
        self._after_link = self._time_opens_heading = False
        self._group = 0
        self._lists = Lists()

    def run(self) -> None:
        self._text(self._body.text)
        open_elements = [(self._body, iter(self._body))]
        while open_elements:
            element, children = open_elements[-1]
            child = next(children, None)
            if child is None:
                open_elements.pop()
                if open_elements:
                    self._end(element)
                    self._text(element.tail)
            elif isinstance(child.tag, str) and self._start(child):
                self._text(child.text)
                open_elements.append((child, iter(child)))
            else:
                self._text(child.tail)
        self._flush()

    # -- elements -------------------------------------------------------------------------------

    def _start(self, element: Element) -> bool:
        """Begin an element. Returns False if its content is left out."""
        tag = element.tag
        if tag == "br":
            self._pieces.append(BREAK)
            return True
        block = _is_block(element)
        if self._furnishing.leaves_out(element):
            if block:
                self._flush()
            return False
        if block:
            self._flush()
            self._boxes.append(Box(element, self._boxes[-1]))
            return self._start_block(element, tag)
        self._start_inline(element, tag)
        return not (tag == "sup" and _is_footnote(element))

    def _start_block(self, element: Element, tag: str) -> bool:
        if tag == "table":
            if self._lists.depth == 0:
                self._group += 1
            if is_data(element):
                self._rows(element)
                self._boxes.pop()
                return False
        elif tag in ("ul", "ol", "menu", "dir"):
            if self._lists.depth == 0:
                self._group += 1
            self._lists.open(element)
        elif tag == "li":
            self._lists.open_item(element)
        elif tag == "pre":
            self._in_pre += 1
        if tag == "figcaption" or (tag != "figure" and names.is_caption(element)):
            self._in_caption += 1
        return True

    def _start_inline(self, element: Element, tag: str) -> None:
        if tag == "a" and element.get("href"):
            if self._after_link and self._pieces and self._pieces[-1][-1:].isalnum():
                self._pieces.append(" ")  # two links side by side are two words
            self._in_link += 1
        elif tag in ("b", "strong"):
            self._in_bold += 1
        elif tag == "q":
            self._pieces.append(_QUOTE[True])
        elif tag == "img":
            self._pieces.append(" ")
        elif tag == "time":
            self._dated = True
            self._time_opens_heading = not self._pieces or not "".join(self._pieces).strip()
            stated = element.get("datetime")
            if stated:
                self.flow.times.append((len(self.flow.lines), stated))
        elif element.attrib and names.is_date(element):
            self._dated = True

    def _end(self, element: Element) -> None:
        tag = element.tag
        if self._boxes[-1].element is element:
            self._flush()
            self._boxes.pop()
            if tag == "li":
                self._lists.close_item()
            elif tag in ("ul", "ol", "menu", "dir"):
                self._lists.close()
            elif tag == "pre":
                self._in_pre -= 1
            if tag == "figcaption" or (tag != "figure" and names.is_caption(element)):
                self._in_caption -= 1
        elif tag == "a" and element.get("href"):
            self._in_link -= 1
            self._after_link = True
        elif tag in ("b", "strong"):
            self._in_bold -= 1
        elif tag == "q":
            self._pieces.append(_QUOTE[False])
        elif tag == "time" and self._time_opens_heading and self._heading() is not None:
            self._pieces.append(BREAK)

    # -- text -----------------------------------------------------------------------------------

    def _text(self, text: str | None) -> None:
        if not text:
            return
        self._pieces.append(text)
        length = len(text) if not text.isspace() else 0
        if length:
            # Blanks are not counted.
            length = sum(map(len, text.split()))
            self._seen += length
            if self._in_link:
                self._linked += length
            if self._in_bold:
                self._bold += length
        self._after_link = False

    def _flush(self) -> None:
        """Make lines of the text collected since the last block began or ended."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        linked, bold, dated, seen = self._linked, self._bold, self._dated, self._seen
        self._linked = self._bold = self._seen = 0
        self._dated = self._after_link = False
        parts = preformatted(text) if self._in_pre else paragraphs(text)
        for part in parts:
            length = sum(map(len, part.split()))
            share = length / max(seen, 1) if len(parts) > 1 else 1.0
            self._add(part, length, int(linked * share), 0.95 * seen <= bold > 0, dated)

    def _add(self, text: str, length: int, linked: int, bold: bool, dated: bool) -> None:
        box = self._boxes[-1]
        element = box.element
        dated = dated or names.is_date(element)
        line = Line(text, "paragraph", box, element, length, linked, dated=dated)
        heading = self._heading()
        if heading is not None and len(text) <= _LONGEST_HEADING:
            line.kind, line.element = "heading", heading.element
            line.level = int(line.element.tag[1])
        elif self._in_caption and len(text) <= _LONGEST_CAPTION:
            line.kind = "caption"
        elif self._lists.in_item:
            line.kind, line.group = "item", self._group
            line.text = self._lists.marked(text)
        elif element.tag == "dt" and not TERMINAL.search(text):
            line.kind, line.level = "heading", 6
        elif starts_with_bullet(text) or self._lists.is_office_item(element):
            line.kind = "item"
            line.text = self._lists.office_item(element, text)
        elif bold and len(text) <= _MOST_BOLD and "\n" not in text and not TERMINAL.search(text):
            line.kind, line.level = "heading", 6
        self.flow.lines.append(line)
        prose = line.prose
        if prose:
            for around in box.around():
                around.prose += prose

    def _heading(self) -> Box | None:
        """The box of the heading around the current position; None outside a heading."""
        around = self._boxes[:-4:-1]
        return next((box for box in around if box.element.tag in HEADINGS), None)

    def _rows(self, table: Element) -> None:
        """Add the caption and the rows of a data table."""
        box = self._boxes[-1]
        caption = next(iter(table.iterchildren("caption")), None)
        if caption is not None and (text := plain_text(caption)):
            self.flow.lines.append(Line(text, "caption", box, caption, len(text)))
        columns = True
        for row in rows_of(table):
            text = row_text(row)
            if not text:
                continue
            columns = columns and names_columns(row)
            kind: BlockKind = "columns" if columns else "row"
            self.flow.lines.append(Line(text, kind, box, row, len(text), group=self._group))
            columns = False


def _is_block(element: Element) -> bool:
    tag = element.tag
    if tag in BLOCKS or ("-" in tag and ":" not in tag):
        return True
    style = element.get("style")
    return bool(style) and _SHOWN_AS_BLOCK.search(style) is not None


def _is_footnote(element: Element) -> bool:
    """Whether raised text is a link to a footnote on the same page. It would be read as a part of
    the word before it."""
    link = next(element.iter("a"), None)
    link = element.getparent() if link is None and element.getparent().tag == "a" else link
    if link is None or not (link.get("href") or "").startswith("#"):
        return False
    return _FOOTNOTE.fullmatch(collapsed("".join(element.itertext()))) is not None
