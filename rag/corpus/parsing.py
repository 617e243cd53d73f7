"""Recognise the parts of a release in a plain text, by the words and the form of its lines: title,
header lines, captions, headings, paragraphs, lists, tables, boilerplate."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.corpus import furniture
from rag.corpus.headline import choose_headline, goes_on, may_be_title
from rag.corpus.labels import labels, states_something
from rag.corpus.lines import BULLET, TERMINAL, Line, join_wrapped, lines_of
from rag.corpus.release_dates.header import header_dates
from rag.corpus.tables import cells, has_columns, rows_in
from rag.corpus.tail import Tail
from rag.corpus.written_files import places_of_files
from rag.language.mail_words import mail_patterns
from rag.lazy import regex
from rag.types import Block, BlockKind

_QUOTED = regex(r"^[«“\"]")
_HEADING_MARK = regex(r"#{1,6}[ \t]+")
_SITE = regex(r"(?<=\S)\s+[|–—-]\s+(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$")
_SEPARATOR = regex(r"[\s\u00a0]*(?:[-–—:|/,.][\s\u00a0]*)?")
_SHORTEST_TITLE = 15
_CAPTION_MAX = 160
_HEADER_LINES = 12
_PROSE_MIN = 60
_FEWEST_LABELS = 3  # of lines above a memorandum


def parse_blocks(
    body: str, detect: Callable[[str], str | None], begin: int = 0
) -> tuple[Block, ...]:
    """The parts of a body, in order and disjoint. Blank lines belong to no part.

    Args:
        body: the whole text.
        detect: identifies the language of a text, ISO 639-1; returns None if it cannot. A short
            line in another language than the text is a caption.
        begin: offset at which the release begins, behind any front matter.
    """
    lines = lines_of(body, begin)
    rows = _rows(lines)
    rows |= dict.fromkeys(_memo_head(lines), "header")
    for place in places_of_files(body):
        rows |= {line.start: "site" for line in lines if place.start <= line.start < place.end}
    apart = [_stands_apart(number, line, rows) for number, line in enumerate(lines)]
    groups = join_wrapped(lines, lambda number, _line: apart[number])
    return _Parser(body, groups, rows, detect).blocks()


def _stands_apart(number: int, line: Line, rows: dict[int, BlockKind]) -> bool:
    """Whether a line cannot be part of a paragraph that was broken into lines."""
    if line.start in rows or furniture.is_site_line(line.text) or furniture.is_contact(line.text):
        return True
    return number < _HEADER_LINES and (
        furniture.is_header_line(line.text, near_top=True) or furniture.is_reference(line.text)
    )


def _memo_head(lines: Sequence[Line]) -> list[int]:
    """Where the lines begin that say from whom and to whom a text is ("De : …", "Date : …"), if at
    least three of them stand together at its top. The subject is not among them: it is the title.
    """
    found: dict[str, int] = {}
    for line in lines[:_HEADER_LINES]:
        match = mail_patterns().head.fullmatch(line.text)
        if match is not None and match.lastgroup:
            found.setdefault(match.lastgroup, line.start)
        elif found and len(found) < _FEWEST_LABELS:
            found.clear()
    enough = "sender" in found and len(found) >= _FEWEST_LABELS
    return [start for label, start in found.items() if enough and label != "subject"]


def _rows(lines: Sequence[Line]) -> dict[int, BlockKind]:
    """The lines that belong to tables, by start offset: ``row``, or ``columns`` for the names of a
    table's columns."""
    kinds: dict[int, BlockKind] = {}
    run: list[Line] = []
    top = {line.start for line in lines[:_HEADER_LINES]}
    for line in (*lines, None):
        if line is not None and (not run or not line.gap or len(cells(line.text)) > 1):
            run.append(line)
            continue
        texts = [one.text for one in run]
        for first, end in rows_in(texts):
            # A date and whom to call, side by side above the title, are no table.
            if all(
                one.start in top and furniture.is_header_line(one.text, near_top=True)
                for one in run[first:end]
            ):
                continue
            named = has_columns(texts[first:end])
            for number in range(first, end):
                kinds[run[number].start] = "columns" if named and number == first else "row"
        run = [line] if line is not None else []
    return kinds


class _Parser:
    """Gives each line or joined paragraph its kind."""

    def __init__(
        self,
        body: str,
        groups: list[Line],
        rows: dict[int, BlockKind],
        detect: Callable[[str], str | None],
    ) -> None:
        self._body, self._groups, self._rows, self._detect = body, groups, rows, detect
        self._language: list[str | None] = []

    def blocks(self) -> tuple[Block, ...]:
        groups = self._groups
        kinds: list[BlockKind | None] = [self._plain_kind(n) for n in range(len(groups))]
        prose = next(
            (n for n, kind in enumerate(kinds) if kind is None and self._is_prose(n)), None
        )
        title = self._find_title(kinds, prose)
        blocks: list[Block] = []
        tail = Tail()
        for number, line in enumerate(groups):
            mark = _HEADING_MARK.match(line.text)
            start = line.start + (mark.end() if mark else 0)
            if number in title:
                if number > title.start:
                    blocks[-1] = Block("title", blocks[-1].start, line.end)
                    continue
                kind: BlockKind = "title"
            else:
                kind = kinds[number] or ("heading" if mark else self._text_kind(number))
                kind = tail.kind(line.text, kind, is_heading=mark is not None)
            blocks.append(Block(kind, start, line.end))
        parts = [part for block in blocks for part in _title_alone(self._body, block)]
        return tuple(_mark_items(self._body, parts))

    def _plain_kind(self, number: int) -> BlockKind | None:
        """The kind of a line that needs no other lines to be recognised; None for text."""
        line, near_top = self._groups[number], number < _HEADER_LINES
        if line.start in self._rows:
            return self._rows[line.start]
        if furniture.is_header_line(line.text, near_top=near_top):
            return "header"
        if furniture.is_reference(line.text):
            return "header"
        if furniture.is_site_line(line.text):
            return "site"
        if near_top and len(line.text) <= _CAPTION_MAX and labels().contact.search(line.text):
            return "boilerplate"  # a contact above the title
        return None

    def _is_prose(self, number: int) -> bool:
        """Whether a line is running text: it is long, or it has an end mark and is not short."""
        text = self._groups[number].text
        if _HEADING_MARK.match(text) or text.isupper():
            return False
        return len(text) > 300 or (len(text) >= _PROSE_MIN and TERMINAL.search(text) is not None)

    def _find_title(self, kinds: Sequence[BlockKind | None], prose: int | None) -> range:
        """The numbers of the lines of the title; empty if there is none."""
        groups = self._groups
        end = len(groups) if prose is None else prose
        above = [
            number
            for number in range(end)
            if kinds[number] is None
            and may_be_title(groups[number], groups[number + 1] if number + 1 < end else None)
        ]
        marked = [n for n in above if groups[n].text.startswith("# ")]
        if marked:
            return range(marked[0], marked[0] + 1)
        if prose is None:
            above = above[:1]
        elif not above and self._is_titled_by_itself(prose):
            return range(prose, prose + 1)
        text = self._body[groups[prose].start :] if prose is not None else ""
        chosen = choose_headline([groups[number] for number in above], text)
        if chosen is None:
            return range(0)
        first = last = above[chosen]
        while last + 1 in above and goes_on(groups[last], groups[last + 1]):
            last += 1
        return range(first, last + 1)

    def _is_titled_by_itself(self, prose: int) -> bool:
        """Whether the first line of prose is itself a title, such as a question."""
        following = self._groups[prose + 1] if prose + 1 < len(self._groups) else None
        return following is not None and may_be_title(self._groups[prose], following)

    def _text_kind(self, number: int) -> BlockKind:
        """``caption``, ``heading``, ``paragraph``, or ``boilerplate`` for a contact."""
        line = self._groups[number]
        if furniture.is_contact(line.text):
            return "boilerplate"
        if not _is_caption_like(self._groups, number):
            return "paragraph"
        own = self._detect(line.text)
        language = self._language_of_text()
        foreign = own is not None and language is not None and own != language
        if foreign or labels().credit.match(line.text):
            return "caption"
        return "paragraph" if states_something(line.text, language) else "heading"

    def _language_of_text(self) -> str | None:
        if not self._language:
            long = [line.text for line in self._groups if len(line.text) > _CAPTION_MAX]
            self._language.append(self._detect("\n".join(long)[:4000]) if long else None)
        return self._language[0]


def _is_caption_like(lines: list[Line], index: int) -> bool:
    """Whether a line is short, has no end mark, and does not stand among other such lines."""
    line = lines[index]
    if len(line.text) > _CAPTION_MAX or BULLET.match(line.text) or _QUOTED.match(line.text):
        return False
    if TERMINAL.search(line.text) is not None:
        return False
    if labels().credit.match(line.text):
        return True
    neighbours = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    short = sum(
        1
        for other in neighbours
        if len(other.text) <= _CAPTION_MAX and TERMINAL.search(other.text) is None
    )
    # Several such lines in a row, without blank lines between them, are an address or a list.
    unbroken = (index > 0 and not line.gap) or (index + 1 < len(lines) and not lines[index + 1].gap)
    return not (short and unbroken and line.start != 0)


def _title_alone(body: str, block: Block) -> list[Block]:
    """Cut from a title the date before it, which becomes a header, and the site's address behind
    it ("12/03/2021 – … - ville.fr")."""
    if block.kind != "title":
        return [block]
    start, end = block.start, block.end
    site = _SITE.search(body, start, end)
    end = site.start() if site else end
    first = next(iter(header_dates(body, start, min(end, start + 60), None)), None)
    if first is None or first.start > start or not (first.date.has_day and first.date.has_year):
        return [Block("title", start, end)]
    rest = _SEPARATOR.match(body, first.end, end)
    if rest is None or end - rest.end() < _SHORTEST_TITLE or not body[rest.end()].isupper():
        return [Block("title", start, end)]
    return [Block("header", start, first.end), Block("title", rest.end(), end)]


def _mark_items(body: str, blocks: list[Block]) -> list[Block]:
    """Make items of the paragraphs that begin with a bullet. One that begins with a number must
    stand beside another such paragraph: "3. Mai 2021" may also begin a paragraph."""
    marks = [
        BULLET.match(body[block.start : block.start + 8]) if block.kind == "paragraph" else None
        for block in blocks
    ]
    numbered = [mark is not None and mark.group()[0].isalnum() for mark in marks]
    return [
        Block("item", block.start, block.end)
        if mark is not None
        and (not numbered[at] or any(numbered[max(at - 1, 0) : at] + numbered[at + 1 : at + 2]))
        else block
        for at, (block, mark) in enumerate(zip(blocks, marks, strict=True))
    ]
