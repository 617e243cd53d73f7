"""Read the HTML between the paragraphs of Markdown: its boxes become pieces of text.

A box may contain Markdown, and blank lines may cut it into several pieces of HTML. So elements stay
open from one piece to the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from rag.corpus.formats.markdown.inline import (
    HARD,
    UNSEEN,
    caption_of,
    content_of,
    parts_of,
)
from rag.corpus.formats.markdown.parser import parse_inline
from rag.types import BlockKind

_LONGEST = 200_000
_BOXES = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption
    figure footer form header hgroup hr html legend li main nav ol p pre section summary ul
    h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th""".split()
)
_WITHDRAWN = UNSEEN | {"pre", "nav"}
_CLOSES_ITSELF = frozenset("iframe video audio object button select map head title".split())
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_AUTOLINK = re.compile(r"<([\w.+-]{1,80}@[\w.-]{1,200}|https?://[^<>\s]{1,2000})>")
_ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(slots=True)
class Found:
    """A piece of text found in HTML: its kind, its lines, and the level of a heading."""

    kind: BlockKind
    lines: list[str]
    level: int = 0
    tight: bool = False
    quoted: bool = False


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    named: bool = True  # whether all cells so far are column names


class HtmlReader:
    """Reads the HTML of one document, piece after piece."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.text: list[str] = []
        self.row: _Row | None = None
        self.in_cell = False
        self.unseen: str | None = None
        self.stack: list[str] = []
        self.numbers: list[int] = []
        self.in_table = False  # whether the last piece was a row

    @property
    def is_open(self) -> bool:
        """Whether the next text belongs to a table cell or to an element that is not shown."""
        return self.in_cell or self.unseen is not None

    def add(self, lines: list[str]) -> None:
        """Add Markdown text inside the open elements."""
        if self.unseen is None:
            self.text += [HARD, HARD.join(lines), HARD]

    def read(self, html: str, ends_later: Callable[[str], bool]) -> list[Found]:
        """The pieces of text in a piece of HTML.

        Args:
            ends_later: tells whether an element of that name ends further down.
        """
        self.found = []
        html = _AUTOLINK.sub(r"\1", _COMMENT.sub("", html))
        if len(html) > _LONGEST:
            self.text.append(_ANY_TAG.sub(" ", html))
        else:
            parser = _Parser(self)
            parser.feed(html)
            parser.close()
        if self.unseen and (self.unseen in _CLOSES_ITSELF or not ends_later(self.unseen)):
            self.unseen = None
        if not self.is_open:
            self.flush()
        return self.found

    def flush(self) -> None:
        """End the current piece of text, because a box begins or ends."""
        text, self.text = "".join(self.text), []
        if self.in_cell:
            self.text = [text, HARD] if text else []
            return
        if not text.strip():
            return
        self.in_table = False
        kind, level, bullet = self._kind()
        quoted = "blockquote" in self.stack
        marked = content_of(parse_inline(text), quoted=quoted)
        for part in marked.parts:
            if bullet:
                part = [bullet + part[0], *part[1:]]
            self.found.append(Found(kind, part, level, bool(bullet), quoted))
            kind, bullet = ("paragraph", "") if bullet else (kind, bullet)

    def caption(self, alt: str) -> None:
        """Add the text of a picture as a caption."""
        said = caption_of(alt)
        if said and self.unseen is None and not self.in_cell:
            self.flush()
            self.found.append(Found("caption", [said]))

    def _kind(self) -> tuple[BlockKind, int, str]:
        for name in reversed(self.stack):
            if re.fullmatch(r"h[1-6]", name):
                return "heading", int(name[1]), ""
            if name in ("figcaption", "caption"):
                return "caption", 0, ""
            if name == "li":
                ordered = next((n for n in reversed(self.stack) if n in ("ol", "ul")), "ul")
                if ordered == "ol" and self.numbers:
                    return "item", 0, f"{self.numbers[-1]}. "
                return "item", 0, "• "
        return "paragraph", 0, ""

    def open(self, name: str) -> None:
        """A box begins."""
        self.flush()
        if name in ("td", "th"):
            self.close_cell()
            self.row = self.row or _Row()
            self.row.named = self.row.named and name == "th"
            self.in_cell = True
        elif name in ("tr", "table") and not self.in_cell:
            self.close_row()
        elif name == "ol":
            self.numbers.append(0)
        elif name == "li" and self.numbers:
            self.numbers[-1] += 1
        if name != "hr":
            self.stack.append(name)
            del self.stack[:-50]

    def close(self, name: str) -> None:
        """A box ends."""
        self.flush()
        if name in ("td", "th"):
            self.close_cell()
        elif name in ("tr", "table", "thead", "tbody"):
            self.close_cell()
            self.close_row()
        elif name == "ol" and self.numbers:
            self.numbers.pop()
        if name in self.stack:
            while self.stack.pop() != name:
                pass

    def close_cell(self) -> None:
        """Add the open cell to its row."""
        if not self.in_cell:
            return
        text, self.text = "".join(self.text), []
        lines = [line for part in parts_of(text) for line in part]
        said = content_of(parse_inline(" ".join(lines)))
        assert self.row is not None
        self.row.cells.append(" ".join(line for part in said.parts for line in part))
        self.in_cell = False

    def close_row(self) -> None:
        """Make a piece of the open row. A row with one cell is a paragraph."""
        row, self.row = self.row, None
        if row is None or not any(row.cells):
            return
        tight = self.in_table
        if len(row.cells) == 1:
            self.found.append(Found("paragraph", [row.cells[0]]))
        else:
            kind: BlockKind = "columns" if row.named and not tight else "row"
            self.found.append(Found(kind, ["\t".join(row.cells)], tight=tight))
            self.in_table = True


class _Parser(HTMLParser):
    def __init__(self, reader: HtmlReader) -> None:
        super().__init__(convert_charrefs=True)
        self._reader = reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        reader = self._reader
        if reader.unseen:
            return
        if tag in _WITHDRAWN:
            reader.unseen = tag
        elif tag == "br":
            reader.text.append(HARD)
        elif tag == "img":
            values = dict(attrs)
            reader.caption(values.get("alt") or values.get("title") or "")
        elif tag in _BOXES:
            reader.open(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WITHDRAWN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        reader = self._reader
        if reader.unseen:
            if tag == reader.unseen:
                reader.unseen = None
        elif tag == "br":
            reader.text.append(HARD)
        elif tag in _BOXES:
            reader.close(tag)

    def handle_data(self, data: str) -> None:
        if self._reader.unseen is None:
            self._reader.text.append(data)
