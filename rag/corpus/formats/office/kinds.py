"""Set the kinds of a document's parts that its format does not state: the title, header lines,
headings that only look like some, typed bullets, and tables that are set with tabs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from rag.corpus.formats.office.marks import BULLET
from rag.corpus.formats.office.parts import TAB, Part, put_together
from rag.corpus.formats.properties import usable_title
from rag.corpus.furniture import is_header_line, opens_contacts
from rag.corpus.headline import Look, choose_by_look, choose_by_words, may_name
from rag.corpus.labels import labels
from rag.corpus.lines import BULLET as TYPED_BULLET
from rag.corpus.lines import TERMINAL
from rag.corpus.parsing import parse_blocks
from rag.corpus.tables import cells, has_columns

_LARGER = 1.08  # the least font size of a heading, relative to the text
_LONGEST_HEADING = 160
_PROSE = 120
_TOP = 16  # how many parts may stand above the text
_LAST = 3
_LOOKED_AT = 30_000  # how many characters are searched for dates and labels
_TYPED_MARK = re.compile(r"^([•·▪‣◦●○■□➢➤►▶✓*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\t")


def set_kinds(parts: list[Part], stated: str) -> None:
    """Set the kinds of the parts, which are in reading order.

    Args:
        stated: the title in the properties; ``""`` for none.
    """
    parts[:_TOP] = [one for part in parts[:_TOP] for one in _lines_apart(part)]
    for part in parts:
        if part.kind == "paragraph":
            part.text = _TYPED_MARK.sub(r"\1 ", part.text)
    _set_rows(parts)
    size = _usual_size(parts)
    end = next((n for n, part in enumerate(parts) if is_prose(part)), min(len(parts), _TOP))
    _set_by_words(parts, end)
    title = _title(parts[: end + 1], parts[end:], size, stated)
    if title is not None:
        title.kind, title.level = "title", 0
    above = title is not None
    for number, part in enumerate(parts):
        above = above and part is not title
        if part.kind == "paragraph" and _looks_like_heading(part, size):
            part.kind = "heading"
        if above and part.kind in ("paragraph", "heading", "title") and not is_prose(part):
            # the letterhead, in which whom to call may stand
            part.kind = "boilerplate" if opens_contacts(part.text) else "header"
            part.level = 0
        elif part.kind == "title" and part is not title:
            part.kind = "header" if number < end else "heading"
        if part.kind not in ("row", "columns", "header"):
            part.text = part.text.replace(TAB, " ")


def is_prose(part: Part) -> bool:
    """Whether a part is running text."""
    if part.kind not in ("paragraph", "item") or TAB in part.text:
        return False
    long = len(part.text) >= _PROSE
    return long or (len(part.text) >= _PROSE // 2 and TERMINAL.search(part.text) is not None)


def _lines_apart(part: Part) -> list[Part]:
    """The lines of a part above the text as parts, if one of them is a label or a date and another
    one is none, so that a label and a title in one paragraph are told apart."""
    lines = part.text.split("\n")
    if part.kind not in ("paragraph", "heading", "title") or not 1 < len(lines) <= _TOP:
        return [part]
    labels_among = [is_header_line(line.replace(TAB, " | "), near_top=True) for line in lines]
    if all(labels_among) or not any(labels_among):
        return [part]
    return [replace(part, text=line) for line in lines if line]


def _usual_size(parts: list[Part]) -> float:
    """The font size of most letters, in points; 0 if not known."""
    sizes: Counter[float] = Counter()
    for part in parts:
        if part.kind in ("paragraph", "item"):
            sizes[part.size] += len(part.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _set_rows(parts: list[Part]) -> None:
    """Make rows of paragraphs whose cells are set with tabs, if two or more of them follow each
    other with the same number of cells."""
    group = max((part.group for part in parts), default=0)
    counts = [
        len(cells(part.text)) if part.kind == "paragraph" and TAB in part.text else 0
        for part in parts
    ]
    tables: list[list[Part]] = []
    for number, (before, count) in enumerate(pairwise(counts)):
        if count < 2 or before != count:
            continue
        pair = parts[number], parts[number + 1]
        if number < _TOP and any(
            is_header_line(part.text.replace(TAB, " | "), near_top=True) for part in pair
        ):
            continue
        if pair[0].kind != "row":
            group += 1
            tables.append([pair[0]])
            pair[0].kind, pair[0].group = "row", group
        tables[-1].append(pair[1])
        pair[1].kind, pair[1].group = "row", group
    for table in tables:
        if has_columns([row.text for row in table]):
            table[0].kind = "columns"


def _set_by_words(parts: list[Part], end: int) -> None:
    """Set the kinds of header lines, captions and items with typed bullets."""
    text, blocks, _places = put_together(parts)
    stop = next((b.start for b in blocks if b.end > _LOOKED_AT), len(text))
    looks = {block.start: block for block in parse_blocks(text[:stop], lambda _text: None)}
    for number, (part, block) in enumerate(zip(parts, blocks, strict=True)):
        look = looks.get(block.start)
        near = number <= end or number >= len(parts) - _LAST
        lines = part.text.replace(TAB, " | ").split("\n")
        if part.kind in ("paragraph", "heading", "title") and all(
            is_header_line(line, near_top=number <= end and near) for line in lines
        ):
            part.kind, part.level = "header", 0
        elif part.kind == "paragraph" and look is not None and look.end >= block.end:
            if look.kind == "caption" and labels().credit.match(part.text):
                part.kind = "caption"
            elif look.kind == "header" and near and "\n" not in part.text:
                part.kind = "header"
            elif look.kind == "heading" and _opens_table(parts, number):
                part.kind = "heading"
        if part.kind == "paragraph" and _has_bullet(parts, number):
            part.kind = "item"
    for number, (before, part) in enumerate(pairwise(parts), start=1):
        # A typed list is one list.
        if before.kind == part.kind == "item" and not part.group:
            before.group = part.group = before.group or -number
    for part in parts:
        if part.kind == "item" and part.text[:1] in "·▪‣◦●○■□➢➤►▶*-–—" and part.group <= 0:
            part.text = f"{BULLET} {part.text[1:].lstrip()}"


def _opens_table(parts: list[Part], number: int) -> bool:
    return number + 1 < len(parts) and parts[number + 1].kind in ("row", "columns")


def _has_bullet(parts: list[Part], number: int) -> bool:
    """Whether a paragraph begins with a typed bullet. Dashes and numbers, which may also open a
    line of speech or a section, count beside another one only."""
    text = parts[number].text
    if text[:1] and text[0] in "•·▪‣◦●○■□➢➤►▶✓":
        return len(text) > 1
    if TYPED_BULLET.match(text) is None or _is_short_bold(parts[number]):
        return False
    beside = parts[max(0, number - 1) : number] + parts[number + 1 : number + 2]
    return any(TYPED_BULLET.match(one.text) and not _is_short_bold(one) for one in beside)


def _is_short_bold(part: Part) -> bool:
    return part.bold and len(part.text) <= _LONGEST_HEADING


def _looks_like_heading(part: Part, size: float) -> bool:
    """Whether a paragraph is a heading by its look: short, and larger, bold or in capitals."""
    text = part.text
    if len(text) > _LONGEST_HEADING or "\n" in text or TAB in text:
        return False
    letters = sum(1 for character in text if character.isalpha())
    if letters < 2 or (TERMINAL.search(text) and text[-1] not in "?!:"):
        return False
    if part.size > _LARGER * size > 0:
        return True
    return part.bold or (text.isupper() and letters >= 6)


def _title(near: list[Part], text: list[Part], size: float, stated: str) -> Part | None:
    """The title among the parts above the text; None if there is none.

    It is the part whose style is that of a title; else the one that the properties name; else the
    one that stands out most by its style and look; else the headline by its words.
    """
    may = [
        part
        for part in near
        if part.kind in ("title", "heading", "paragraph")
        and not (is_prose(part) and part.kind == "paragraph" and not part.bold)
        and may_name(part.text)
    ]
    for part in may:
        if part.kind == "title":
            return part
    looks = [
        Look(
            part.text,
            part.size / size if size and part.size else 1.0,
            part.bold,
            part.kind == "heading"
            or _looks_like_heading(part, size)
            or part.size > _LARGER * size > 0
            or part.bold,
            part.level,
        )
        for part in may
    ]
    chosen = choose_by_look(looks, usable_title(stated))
    if chosen is None:
        body = "\n".join(part.text for part in text)
        chosen = choose_by_words([part.text for part in may], body)
    return may[chosen] if chosen is not None else None
