"""Recognise the parts of a release: title, header lines, captions, headings, paragraphs.
Works on lines and their looks alone; every part is a span of the body."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.corpus.labels import labels, states_something
from rag.language.dates import find_dates
from rag.types import Block, BlockKind

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK = "\ufeff\x00\u200b\u200e\u200f\u2060"
_BULLET = re.compile(r"^(?:[•·▪‣◦*–—-]|\d{1,2}[.)]|[a-z]\))(?=[\s\u00a0]|$)")
_TERMINAL = re.compile(r"[.!?…。！？｡।:;,][\s\u00a0»”\"’')\]]*$")
_QUOTED = re.compile(r"^[«“\"]")

_TITLE_MAX = 300
_CAPTION_MAX = 160
_HEADER_LINES = 12
_WRAP_MIN, _WRAP_MAX = 45, 110
_MARKS = " \t\u00a0\u202f•·▪‣◦*_#|–—-"
_SEPARATORS = re.compile(r"[|•·]|\s[–—-]+\s")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: bool  # a blank line before


def parse_blocks(
    body: str, detect: Callable[[str], str | None], begin: int = 0
) -> tuple[Block, ...]:
    """The parts of a body, in order and disjoint; blank stretches belong to none.

    Args:
        body: the whole text.
        detect: the language of a text, ISO 639-1, or None if it cannot be told; an untitled line
            in another language than the body's is a caption.
        begin: where the release begins, behind any front matter.
    """
    blocks: list[Block] = []
    groups = _join_wrapped(_lines(body, begin))
    body_language: list[str | None] = []

    def language_of_body() -> str | None:
        if not body_language:
            long = [line.text for line in groups if len(line.text) > _CAPTION_MAX]
            body_language.append(detect("\n".join(long)[:4000]) if long else None)
        return body_language[0]

    titled = False
    seen_paragraph = False
    for index, line in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        start, end = line.start, line.end
        heading = re.match(r"#{1,6}[ \t]+", line.text)
        kind: BlockKind
        if _is_header(line.text, near_top=index < _HEADER_LINES and not seen_paragraph):
            kind = "header"
        elif (
            not titled
            and not seen_paragraph
            and len(line.text) <= _CAPTION_MAX
            and labels().contact.search(line.text)
        ):
            kind = "caption"  # who to call, above the title: searched, never quoted
        elif heading is not None:
            start += heading.end()
            kind = "heading" if titled or seen_paragraph else "title"
        elif not titled and not seen_paragraph and _is_title(line, following):
            kind = "title"
        elif _is_caption_like(groups, index):
            own = detect(line.text)
            foreign = (
                own is not None and language_of_body() is not None and own != language_of_body()
            )
            if foreign or labels().credit.match(line.text):
                kind = "caption"
            else:
                states = states_something(line.text, language_of_body())
                kind = "paragraph" if states else "heading"
        else:
            kind = "paragraph"
        titled = titled or kind == "title"
        seen_paragraph = seen_paragraph or kind == "paragraph"
        blocks.append(Block(kind, start, end))
    return tuple(_merge_lists(body, blocks))


def is_header_line(text: str, *, near_top: bool) -> bool:
    """Whether a line holds only dates and labels; near the top, a place before the date too."""
    return _is_header(text, near_top=near_top)


def _lines(body: str, start: int) -> list[_Line]:
    lines: list[_Line] = []
    gap = False
    for match in _LINE.finditer(body, start):
        text = match.group()
        left = len(text) - len(text.lstrip().lstrip(_BLANK).lstrip())
        stripped = text.strip().strip(_BLANK).strip()
        if not stripped:
            gap = True
            continue
        if lines and not gap:
            # Two line ends in a row leave no match between them: look for the empty line.
            between = body[lines[-1].end : match.start()]
            gap = len(re.findall(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", between)) > 1
        begin = match.start() + left
        lines.append(_Line(begin, begin + len(stripped), stripped, gap))
        gap = False
    return lines


def _join_wrapped(lines: list[_Line]) -> list[_Line]:
    """Lines that a mailer or an editor broke at a fixed width become the paragraph they were."""
    out: list[_Line] = []
    run: list[_Line] = []

    def close() -> None:
        wrapped = _wrapped(run)
        for line in run:
            if wrapped and line is not run[0] and _goes_on(out[-1], line):
                out[-1] = _Line(out[-1].start, line.end, f"{out[-1].text} {line.text}", out[-1].gap)
            else:
                out.append(line)
        run.clear()

    for number, line in enumerate(lines):
        header = number < _HEADER_LINES and _is_header(line.text, near_top=True)
        if run and (line.gap or header or _BULLET.match(line.text) or line.text.startswith("#")):
            close()
        run.append(line)
        if header:
            close()
    close()
    return out


def _wrapped(run: list[_Line]) -> bool:
    """Whether unbroken lines look like one paragraph: about one width, mostly open at the end."""
    if len(run) < 2 or max(len(line.text) for line in run) > _WRAP_MAX:
        return False
    full = [line for line in run[:-1] if len(line.text) >= _WRAP_MIN]
    open_ends = sum(1 for line in run[:-1] if not _TERMINAL.search(line.text))
    return 2 * len(full) >= len(run) - 1 and 2 * open_ends >= len(run) - 1


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether a line of a broken paragraph goes on with what was joined before it."""
    return line.text[:1].islower() or len(before.text) >= _WRAP_MIN


def _is_header(text: str, *, near_top: bool) -> bool:
    """A line of only dates, labels ("Communiqué de presse", "Mis à jour le") and marks; near the
    top a place before the date is fine too ("Paris, le 12 mars 2021")."""
    bare = text.strip(_MARKS)
    if not any(character.isalnum() for character in bare):
        return True
    if len(bare) > 120:
        return False
    parts = [part.strip(_MARKS) for part in _SEPARATORS.split(bare)]
    kinds = {_header_part(part) for part in parts if part}
    if "text" in kinds:
        return False
    if kinds & {"update", "published"}:
        return True
    return near_top and bool(kinds & {"date", "label"})


def _header_part(text: str) -> str:
    """``date``, ``label``, ``update``, ``published`` or ``text``."""
    known, rest = labels(), text
    dates = [found for found in find_dates(text) if found.can_date_a_release]
    for found in reversed(dates):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    place = re.sub(r"\s+", " ", known.clock.sub(" ", rest)).strip(" .,:;/")
    rest = place.strip(" .,:;()/")
    if not dates:
        return "label" if rest and known.label.fullmatch(rest) else "text"
    if known.updated.fullmatch(rest):
        return "update"
    if known.published.fullmatch(rest):
        return "published"
    labelled = known.label.fullmatch(rest) or known.date_label.fullmatch(rest)
    if not any(character.isalnum() for character in rest) or labelled:
        return "date"
    place = known.weekday.sub("", place).strip(" ,")
    at_the_end = not any(character.isalnum() for character in text[dates[-1].end :])
    return "date" if at_the_end and (not place or known.place.fullmatch(place)) else "text"


def _is_title(line: _Line, following: _Line | None) -> bool:
    if len(line.text) > _TITLE_MAX:
        return False
    if following is None:
        return not _ends_like_prose(line.text)
    if _BULLET.match(line.text):
        return False
    if not _ends_like_prose(line.text):
        return True
    return len(line.text) <= 120 and following.gap and not line.text.endswith((":", ",", ";"))


def _ends_like_prose(text: str) -> bool:
    return _TERMINAL.search(text) is not None


def _is_caption_like(lines: list[_Line], index: int) -> bool:
    """A short line without an end mark, alone among longer ones."""
    line = lines[index]
    if len(line.text) > _CAPTION_MAX or _BULLET.match(line.text) or _QUOTED.match(line.text):
        return False
    if _ends_like_prose(line.text):
        return False
    if labels().credit.match(line.text):
        return True
    neighbours = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    short = sum(
        1
        for other in neighbours
        if len(other.text) <= _CAPTION_MAX and not _ends_like_prose(other.text)
    )
    # Two or more such lines in a row, unbroken by blank ones, are an address, a table or a list.
    unbroken = (index > 0 and not line.gap) or (index + 1 < len(lines) and not lines[index + 1].gap)
    return not (short and unbroken and line.start != 0)


def _merge_lists(body: str, blocks: list[Block]) -> list[Block]:
    """A list and the line that opens it ("… :") are one paragraph."""
    out: list[Block] = []
    listing = False  # whether the last block ends with an item, or with the line before one
    for block in blocks:
        head, tail = body[block.start : block.start + 8], body[block.end - 1 : block.end]
        item = block.kind == "paragraph" and _BULLET.match(head) is not None
        if item and listing and out[-1].kind == "paragraph":
            out[-1] = Block("paragraph", out[-1].start, block.end)
        else:
            out.append(block)
        listing = item or (block.kind == "paragraph" and tail == ":")
    return out
