"""Read a Markdown file as a ``Document``: title and leads from its front matter, then its text."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.corpus.decoding import decode
from rag.corpus.formats.document import Document
from rag.corpus.formats.front_matter import Stated, find, stated_in
from rag.corpus.formats.front_matter.values import Entry
from rag.corpus.formats.markdown.blocks import pieces_of
from rag.corpus.formats.markdown.inline import content_of
from rag.corpus.formats.markdown.parser import parse_inline
from rag.corpus.formats.markdown.pieces import Piece, put_together
from rag.corpus.formats.markdown.templates import cover
from rag.corpus.lines import TERMINAL
from rag.corpus.parsing import parse_blocks
from rag.errors import UnreadableFileError
from rag.near import letters_of
from rag.types import Block

_LINE_END = re.compile(r"\r\n|\n|\r")
_NOT_TEXT = re.compile(r"[\x00\ufdd0-\ufdef]")
_LONGEST_HEADING = 160
_SAME = 60  # a lead whose first letters, this many, begin a piece of the text repeats it
_BESIDE_LEAD = 4  # how many pieces are searched for a repeated lead
_ABOVE_TITLE = 6  # how many pieces may stand above the title: a logo, a label, a date
_LOOKED_AT = 30_000  # how many characters are searched for dates and labels


def read_markdown(data: bytes) -> Document:
    """A Markdown file as a ``Document``.

    Raises:
        UnreadableFileError: it is not text, has no text, or its front matter is wrong.
    """
    text, encoding = decode(data)
    front = find(text, prose_may_follow=False)
    stated = stated_in(text, front) if front else None
    pieces = _pieces(text, front.end if front else 0)
    title = _add_stated(pieces, stated) if stated else None
    _name_kinds(pieces, titled=any(piece.kind == "title" for piece in pieces))
    body, blocks, places = put_together(pieces)
    if not any(character.isalnum() for character in body):
        raise UnreadableFileError("file.empty")
    document = Document(body, encoding, blocks=blocks, places=places)
    if stated is None:
        return document
    return replace(
        document,
        metadata=replace(stated.metadata, title=title),
        words={name: entry.value for name, entry in stated.entries.items()},
        stated_by="front matter",
    )


def _pieces(text: str, start: int) -> list[Piece]:
    """The pieces of a text from offset ``start`` on."""
    lines: list[str] = []
    offsets: list[int] = []
    position = start
    for match in _LINE_END.finditer(text, start):
        lines.append(text[position : match.start()])
        offsets.append(position)
        position = match.end()
    lines.append(text[position:])
    offsets.append(position)
    source = _NOT_TEXT.sub(" ", "\n".join(lines).replace("\ufeff", " "))
    return pieces_of(cover(source), offsets)


def _add_stated(pieces: list[Piece], stated: Stated) -> str | None:
    """Put the title and the leads of the front matter before the text, unless the text already
    begins with them. Returns the title without marks; None if none is stated."""
    at = 0
    title: str | None = None
    entry = stated.entries.get("title")
    if entry is not None:
        said = content_of(parse_inline(cover(entry.value)))
        title = " ".join(line for part in said.parts for line in part) or None
    if title is not None and entry is not None:
        own = _same_heading(pieces, title)
        if own is None:
            pieces.insert(0, Piece("title", [title], [entry.at]))
            at = 1
        else:
            pieces[own].kind = "title"
            at = own + 1
    elif pieces and pieces[0].kind == "heading":
        at = 1
    leads: list[Piece] = []
    for lead in stated.leads:
        for piece in _lead(lead):
            beside = [*pieces[max(0, at - 1) : at + _BESIDE_LEAD], *leads]
            if not _is_said(piece, beside):
                leads.append(piece)
    pieces[at:at] = leads
    return title


def _same_heading(pieces: list[Piece], title: str) -> int | None:
    """The number of the piece above the text that has the title's words; None if there is none."""
    wanted = letters_of(title)
    for number, piece in enumerate(pieces):
        above = piece.kind == "heading" or piece.strong or number == 0
        if above and letters_of(piece.text) == wanted:
            return number
        if piece.kind == "paragraph" and TERMINAL.search(piece.text):
            return None
    return None


def _lead(entry: Entry) -> list[Piece]:
    """The pieces of a lead, each with the offset of the value in the file."""
    pieces = _pieces(entry.value, 0)
    for piece in pieces:
        piece.at = [entry.at] * len(piece.lines)
        piece.kind = "paragraph" if piece.kind == "heading" else piece.kind
    return [piece for piece in pieces if any(c.isalnum() for c in piece.text)]


def _is_said(lead: Piece, beside: list[Piece]) -> bool:
    """Whether one of the pieces beside a lead begins with the words of the lead, whose end may be
    cut off."""
    words = letters_of(re.sub(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*$", "", lead.text))
    following = [letters_of(piece.text) for piece in beside]
    if not words or words in following:
        return True
    start = words[:_SAME]
    return any(
        text.startswith(start) if len(words) >= _SAME else text.startswith(words)
        for text in following
    )


def _name_kinds(pieces: list[Piece], *, titled: bool) -> None:
    """Set the kinds of title, header lines, captions and headings, by their marks and form."""
    text, blocks, _places = put_together(pieces)
    end = next((b.start for b in blocks if b.end > _LOOKED_AT), len(text))
    looks = {block.start: block for block in parse_blocks(text[:end], lambda _text: None)}
    seen_paragraph = False
    for number, (piece, block) in enumerate(zip(pieces, blocks, strict=True)):
        look = looks.get(block.start)
        kind = look.kind if look else None
        before = pieces[number - 1] if number else None
        signs = before is not None and (before.quoted or _closes_quote(before))
        if piece.kind in ("heading", "paragraph") and kind == "header" and _is_whole(look, block):
            piece.kind = "header"
        elif piece.kind == "heading":
            if not titled and not seen_paragraph:
                piece.kind, titled = "title", True
        elif piece.kind != "paragraph":
            pass
        elif kind == "title" and not (titled or piece.quoted or _has_heading(pieces, number)):
            piece.kind, titled = "title", True
        elif kind == "caption" and len(piece.lines) == 1:
            piece.kind = "caption"
        elif piece.strong and not piece.quoted and not signs and _is_short(piece):
            piece.kind = "heading"
        seen_paragraph = seen_paragraph or piece.kind == "paragraph"


def _has_heading(pieces: list[Piece], number: int) -> bool:
    """Whether one of the next pieces is a heading, which is then the title."""
    return any(piece.kind == "heading" for piece in pieces[number : number + _ABOVE_TITLE])


def _is_whole(look: Block | None, block: Block) -> bool:
    return look is not None and look.end >= block.end


def _is_short(piece: Piece) -> bool:
    text = piece.text
    return len(text) <= _LONGEST_HEADING and not TERMINAL.search(text)


def _closes_quote(piece: Piece) -> bool:
    return piece.text.rstrip(". ").endswith(("»", "”", '"', "“"))
