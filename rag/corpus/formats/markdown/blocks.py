"""Turn the blocks of Markdown, as the parser's tokens, into pieces of text."""

from __future__ import annotations

import re

from markdown_it.token import Token

from rag.corpus.formats.markdown.html import HtmlReader
from rag.corpus.formats.markdown.inline import Content, content_of
from rag.corpus.formats.markdown.looks import is_code, piped_rows, typed_items
from rag.corpus.formats.markdown.parser import parse, parse_inline
from rag.corpus.formats.markdown.pieces import Finder, Piece
from rag.types import BlockKind

_LONGEST_HEADING = 300
_LONGEST_UNDERLINED = 160
_CALLOUT = re.compile(r"\[![A-Za-z]+\][+-]?\s*")
_TASK = re.compile(r"\[[ xX]\]\s+")


def pieces_of(source: str, offsets: list[int]) -> list[Piece]:
    """The pieces of a Markdown text without front matter.

    Args:
        source: the text, in which everything but Markdown is covered (see ``templates.cover``).
        offsets: where each of its lines begins in the decoded file.
    """
    walker = _Walker(Finder(source, offsets))
    for token in parse(source):
        walker.read(token)
    walker.end()
    return walker.pieces


class _Walker:
    """Reads tokens one after the other, and keeps track of the blocks that are open."""

    def __init__(self, finder: Finder) -> None:
        self.pieces: list[Piece] = []
        self._finder = finder
        self._html = HtmlReader()
        self._last_ends: dict[str, int] = {}  # the last end tag of each element in the source
        self._lists: list[int | None] = []  # the last item's number in each list; None for bullets
        self._bullet = ""  # the bullet of an item whose text has not been read yet
        self._in_list = False  # whether the last piece was an item of the open list
        self._quotes = 0
        self._heading: Token | None = None
        self._cells: list[str] | None = None
        self._head = False
        self._term: Piece | None = None
        self._line = 0

    def read(self, token: Token) -> None:
        """Read one token."""
        if token.map and token.type != "inline":
            self._line = token.map[0]
        take = getattr(self, f"_on_{token.type}", None)
        if take is not None:
            take(token)

    def end(self) -> None:
        """End the text: close open HTML."""
        self._add_html("</td></table>", self._line, self._line + 1)

    # -- paragraphs and headings ------------------------------------------------------------

    def _on_inline(self, token: Token) -> None:
        content = content_of(token.children or [], quoted=self._quotes > 0)
        first, end = token.map or (self._line, self._line + 1)
        end = max(end, first + 1)
        if self._cells is not None:
            self._cells.append(" ".join(line for part in content.parts for line in part))
        elif self._html.is_open:
            self._html.add([line for part in content.parts for line in part])
        elif self._heading is not None:
            self._add_heading(content, first, end)
        elif not (self._add_piped_rows(token) or self._is_code(token)):
            self._add_paragraph(content, first, end)

    def _on_heading_open(self, token: Token) -> None:
        self._heading = token

    def _on_heading_close(self, token: Token) -> None:
        self._heading = None

    def _add_heading(self, content: Content, first: int, end: int) -> None:
        assert self._heading is not None
        lines = [line for part in content.parts for line in part]
        text = " ".join(lines)
        # A rule below a paragraph makes it a heading, but the author seldom meant that.
        underlined = self._heading.markup in ("-", "=")
        longest = _LONGEST_UNDERLINED if underlined else _LONGEST_HEADING
        if len(text) > longest:
            self._add_paragraph(content, first, end)
        elif text:
            self._add("heading", [text], first, end, level=int(self._heading.tag[1]))
        self._add_captions(content, first, end)

    def _add_paragraph(self, content: Content, first: int, end: int) -> None:
        parts = content.parts
        if parts and _CALLOUT.match(parts[0][0]):
            parts[0][0] = _CALLOUT.sub("", parts[0][0], count=1)
            parts = [[line for line in part if line] for part in parts]
        if content.pictured and content.emphasised and not self._bullet:
            # Text in italics beside a picture is its caption.
            self._add_captions(content, first, end)
            for part in parts:
                self._add("caption", [" ".join(part)], first, end)
            return
        for part in parts:
            if not part:
                continue
            if self._bullet:
                self._add_item(part, first, end)
            elif not self._add_typed_items(part, first, end):
                self._add("paragraph", part, first, end, strong=content.strong)
        self._add_captions(content, first, end)

    def _add_captions(self, content: Content, first: int, end: int) -> None:
        for caption in content.captions:
            self._add("caption", [caption], first, end)

    def _is_code(self, token: Token) -> bool:
        if self._lists or self._quotes or self._term or not token.map:
            return False
        begin, stop = (self._finder.start_of(line) for line in token.map)
        return is_code(self._finder.source[begin:stop], token.content)

    # -- lists ------------------------------------------------------------------------------

    def _on_bullet_list_open(self, token: Token) -> None:
        self._lists.append(None)

    def _on_ordered_list_open(self, token: Token) -> None:
        self._lists.append(int(token.attrs.get("start", 1)) - 1)

    def _on_bullet_list_close(self, token: Token) -> None:
        self._lists.pop()
        self._bullet = ""
        self._in_list = self._in_list and bool(self._lists)

    _on_ordered_list_close = _on_bullet_list_close

    def _on_list_item_open(self, token: Token) -> None:
        number = self._lists[-1]
        if number is None:
            self._bullet = "• "
        else:
            self._lists[-1] = number + 1
            self._bullet = f"{number + 1}. "

    def _add_item(self, part: list[str], first: int, end: int) -> None:
        text = _TASK.sub("", part[0], count=1)
        lines = [self._bullet + text, *part[1:]]
        tight = self._in_list
        self._bullet = ""
        self._add("item", lines, first, end, tight=tight)
        self._in_list = True

    def _add_typed_items(self, part: list[str], first: int, end: int) -> bool:
        items = typed_items(part)
        for number, item in enumerate(items if any(items) else []):
            if item is not None:
                before = number > 0 and items[number - 1] is not None
                self._add("item", ["• " + item], first, end, tight=before)
            else:
                self._add("paragraph", [part[number]], first, end)
        return any(items)

    # -- quotes, definitions, footnotes -----------------------------------------------------

    def _on_blockquote_open(self, token: Token) -> None:
        self._quotes += 1

    def _on_blockquote_close(self, token: Token) -> None:
        self._quotes -= 1

    def _on_dt_open(self, token: Token) -> None:
        self._term = None

    def _on_dd_open(self, token: Token) -> None:
        self._term = self.pieces[-1] if self.pieces else None

    def _on_dd_close(self, token: Token) -> None:
        self._term = None

    # -- tables -----------------------------------------------------------------------------

    def _on_table_open(self, token: Token) -> None:
        self._in_list = False

    def _on_thead_open(self, token: Token) -> None:
        self._head = True

    def _on_thead_close(self, token: Token) -> None:
        self._head = False

    def _on_tr_open(self, token: Token) -> None:
        self._cells = []

    def _on_tr_close(self, token: Token) -> None:
        cells, self._cells = self._cells or [], None
        self._add_row(cells, self._line, self._line + 1, head=self._head)

    def _add_row(self, cells: list[str], first: int, end: int, *, head: bool) -> None:
        if any(cells):
            last = self.pieces[-1].kind if self.pieces else ""
            tight = not head and last in ("columns", "row")
            line = "\t".join(cells).rstrip("\t")
            self._add("columns" if head else "row", [line], first, end, tight=tight)

    def _add_piped_rows(self, token: Token) -> bool:
        first = token.map[0] if token.map else self._line
        rows = list(piped_rows(token.content))
        for number, cells in rows:
            said = [content_of(parse_inline(cell)).parts for cell in cells]
            texts = [" ".join(line for part in parts for line in part) for parts in said]
            self._add_row(texts, first + number, first + number + 1, head=False)
        return bool(rows)

    # -- HTML -------------------------------------------------------------------------------

    def _on_html_block(self, token: Token) -> None:
        first, end = token.map or (self._line, self._line + 1)
        self._add_html(token.content, first, end)

    def _add_html(self, html: str, first: int, end: int) -> None:
        def ends_later(name: str) -> bool:
            if name not in self._last_ends:
                closing = re.compile(rf"</{name}", re.IGNORECASE)
                ends = [match.start() for match in closing.finditer(self._finder.source)]
                self._last_ends[name] = max(ends, default=-1)
            return self._last_ends[name] >= self._finder.start_of(end)

        for found in self._html.read(html, ends_later):
            lines, kind = found.lines, found.kind
            if self._bullet and kind in ("paragraph", "item"):
                bullet = "" if kind == "item" else self._bullet
                lines, kind, self._bullet = [bullet + lines[0], *lines[1:]], "item", ""
            piece = self._add(kind, lines, first, end, level=found.level)
            before = self.pieces[-2].kind if len(self.pieces) > 1 else ""
            of_one = ("item",) if kind == "item" else ("columns", "row")
            piece.tight = found.tight and before in of_one
            piece.quoted = piece.quoted or found.quoted

    # -- all --------------------------------------------------------------------------------

    def _add(
        self,
        kind: BlockKind,
        lines: list[str],
        first: int,
        end: int,
        *,
        tight: bool = False,
        level: int = 0,
        strong: bool = False,
    ) -> Piece:
        at = self._finder.find(lines, first, end)
        if self._term is not None:  # the definition of a term continues below it
            self._term.lines += lines
            self._term.at += at
            return self._term
        piece = Piece(kind, lines, at, tight, level, self._quotes > 0, strong)
        self.pieces.append(piece)
        self._in_list = self._in_list and kind == "item"
        return piece
