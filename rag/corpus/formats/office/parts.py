"""The parts of a word processor's document: paragraphs with their look, and rows of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rag.corpus.formats import writing
from rag.types import Block, BlockKind, Place

BREAK, TAB = "\n", "\t"
_BLANKS = re.compile(r"[ \r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# Controls, soft hyphens, and marks without width.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufff9-\ufffc]")
_OWN = re.compile("[\ud800-\uf8ff]")  # halves of letters, and the private ones of symbol fonts
_AROUND = " \u00a0\u202f\u2007\t"
# Signs of the symbol fonts of office programs.
_SYMBOLS = {
    **dict.fromkeys((0xB7, 0xA7, 0xD8, 0xA8, 0x76, 0x6C, 0x6E, 0x71, 0xD0, 0xE8), "•"),
    **dict.fromkeys((0x2D,), "–"),
    **dict.fromkeys((0xE0, 0xAE), "→"),
    **dict.fromkeys((0xFC, 0x50), "✓"),
    0x28: "☎", 0x29: "☎", 0x2A: "✉", 0x2B: "✉",
}  # fmt: skip


@dataclass(slots=True)
class Part:
    """A paragraph, or a row of a table.

    Attributes:
        text: its lines; in a row, a tab between two cells.
        kind: as the format states it; ``paragraph`` if it states nothing.
        level: level of a heading, from 1; 0 for none.
        group: number of the list or table that it belongs to; 0 for none.
        bold: whether all its letters are bold.
        size: the font size of most of its letters in points; 0 if not known.
        element: path of its element; None in a format without elements.
        offset: where it begins in the file; None in a format with elements.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    group: int = 0
    bold: bool = False
    size: float = 0.0
    element: str | None = None
    offset: int | None = None


@dataclass(slots=True)
class Letters:
    """Collects the text of one paragraph, with the look of its letters."""

    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    count: int = 0
    sizes: Counter[float] = field(default_factory=Counter)

    def add(self, text: str, *, bold: bool = False, size: float = 0.0) -> None:
        """Add some text."""
        if not text:
            return
        self.pieces.append(text)
        length = sum(map(len, text.split()))
        if length:
            self.count += length
            self.bold += length if bold else 0
            self.sizes[size] += length

    def parts(self, mark: str = "") -> list[Part]:
        """The paragraph with the mark of its list before it. It is several if there are empty lines
        in it, and none if it has no text."""
        lines = [cleaned(line) for line in "".join(self.pieces).split(BREAK)]
        texts = [text for text in re.split(r"\n{2,}", BREAK.join(lines).strip(BREAK)) if text]
        if texts and mark:
            texts[0] = f"{mark} {texts[0]}"
        size = self.sizes.most_common(1)[0][0] if self.sizes else 0.0
        bold = 20 * self.bold >= 19 * self.count > 0
        return [Part(text, bold=bold, size=size) for text in texts]


def cleaned(text: str) -> str:
    """A line with one blank for each run of blanks, and without what is not seen. Tabs stay, but
    not around the line."""
    text = _BLANKS.sub(" ", text)
    if not text.isascii() or not text.isprintable():
        text = _OWN.sub(_sign, _UNSEEN.sub("", text))
    return re.sub(r" *\t[\t ]*", TAB, text).strip(_AROUND)


def symbol(code: int) -> str:
    """A sign of a symbol font as a character; ``""`` for one that is a mere ornament."""
    return _SYMBOLS.get(code & 0xFF, "")


def _sign(match: re.Match[str]) -> str:
    return symbol(ord(match.group())) if match.group() >= "\ue000" else ""


def note_of(number: int, parts: list[Part]) -> Part:
    """A footnote or endnote of some parts, with its number."""
    text = " ".join(part.text for part in parts)
    return Part(f"({number}) {text}", element=parts[0].element, offset=parts[0].offset)


def put_together(parts: Iterable[Part]) -> tuple[str, tuple[Block, ...], tuple[Place, ...]]:
    """The text of some parts, its blocks, and the place of each part."""
    return writing.put_together(
        (
            part.kind,
            part.group if part.kind in writing.LISTED else 0,
            [(part.text, {"element": part.element, "offset": part.offset})],
        )
        for part in parts
    )
