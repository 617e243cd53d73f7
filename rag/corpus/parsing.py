"""Recognise the parts of a release: title, header lines, captions, headings, paragraphs.
Works on lines and their looks alone; every part is a span of the body."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rag.corpus.dates import find_dates, is_update_line
from rag.types import Block, BlockKind

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK = "\ufeff\x00\u200b\u200e\u200f\u2060"
_BULLET = re.compile(r"^(?:[•·▪‣◦*–—-]|\d{1,2}[.)]|[a-z]\))(?=[\s\u00a0]|$)")
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<inside>.*?\r?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL
)
_LABEL = re.compile(
    r"(?:communiqué(?:s)?(?:\s+de\s+presse)?|press\s+(?:release|statement)|for\s+immediate\s+release"
    r"|pour\s+diffusion\s+immédiate|déclaration(?:\s+à\s+la\s+presse)?|news\s+release"
    r"|publié(?:e)?|published|date|posted(?:\s+on)?)(?:\s+le|\s+on)?\s*:?\s*"
    r"(?:n[°o.]\s*)?[\s\d()/_-]*(?:embargo\w*)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}\s?[:h]\s?\d{2}(?:\s?(?:GMT|CET|CEST|UTC|am|pm))?\b|\(?\b(?:GMT|CET|CEST|UTC)\)?"
)
_CREDIT = re.compile(
    r"^(?:\(?(?:photo|crédits?|credits?|légende|caption|image|vidéo|video)\b|©)", re.IGNORECASE
)
_TERMINAL = re.compile(r"[.!?…。！？｡।:;,][\s\u00a0»”\"’')\]]*$")
_QUOTED = re.compile(r"^[«“\"]")

_TITLE_MAX = 300
_CAPTION_MAX = 160
_HEADER_LINES = 12
_WRAP_MIN, _WRAP_MAX = 45, 110


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: bool  # a blank line before


def front_matter_span(body: str) -> tuple[int, int, int, int] | None:
    """Start and end of a leading ``---`` block and of what stands inside it, or None."""
    match = _FRONT_MATTER.match(body)
    if match is None:
        return None
    return match.start(), match.end(), match.start("inside"), match.end("inside")


def parse_blocks(body: str, detect: Callable[[str], str | None]) -> tuple[Block, ...]:
    """The parts of a body, in order and disjoint; blank stretches belong to none.

    Args:
        body: the whole text.
        detect: the language of a text, ISO 639-1, or None if it cannot be told; an untitled line
            in another language than the body's is a caption.
    """
    front = front_matter_span(body)
    blocks = [Block("header", front[0], front[1])] if front else []
    lines = _lines(body, front[1] if front else 0)
    groups = _join_wrapped(lines)
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
            kind = "caption" if foreign or _CREDIT.match(line.text) else "heading"
        else:
            kind = "paragraph"
        titled = titled or kind == "title"
        seen_paragraph = seen_paragraph or kind == "paragraph"
        blocks.append(Block(kind, start, end))
    return tuple(_merge_lists(body, blocks))


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
        if len(run) > 1 and _wrapped(run):
            text = " ".join(line.text for line in run)
            out.append(_Line(run[0].start, run[-1].end, text, run[0].gap))
        else:
            out.extend(run)
        run.clear()

    for line in lines:
        if run and (line.gap or _BULLET.match(line.text) or line.text.startswith("#")):
            close()
        run.append(line)
    close()
    return out


def _wrapped(run: list[_Line]) -> bool:
    widths = [len(line.text) for line in run[:-1]]
    if not all(_WRAP_MIN <= width <= _WRAP_MAX for width in widths):
        return False
    if len(run[-1].text) > _WRAP_MAX:
        return False
    open_ends = sum(1 for line in run[:-1] if not _TERMINAL.search(line.text))
    return open_ends * 2 >= len(widths)


def _is_header(text: str, *, near_top: bool) -> bool:
    """A line of only a date, a label ("Communiqué de presse"), "Mis à jour le …" or marks."""
    bare = re.sub(r"^[\s•·▪‣◦*|–—-]+|[\s•·▪‣◦*|–—-]+$", "", text)
    if not any(character.isalnum() for character in bare):
        return True
    if len(bare) > 120:
        return False
    if is_update_line(bare) and find_dates(bare):
        return True
    if not near_top:
        return False
    if _LABEL.fullmatch(bare):
        return True
    rest = bare
    for found in reversed(find_dates(bare)):
        rest = rest[: found.start] + " " + rest[found.end :]
    if rest == bare:
        return False
    rest = _CLOCK.sub(" ", rest)
    rest = re.sub(
        r"\b(?:le|du|on|date|publié|published|bruxelles|brussels|à|a)\b",
        " ",
        rest,
        flags=re.IGNORECASE,
    )
    label = _LABEL.fullmatch(rest.strip(" .,:;()|–—-•/"))
    return label is not None or not any(character.isalnum() for character in rest)


def _is_title(line: _Line, following: _Line | None) -> bool:
    if len(line.text) > _TITLE_MAX or _BULLET.match(line.text) or following is None:
        return (
            following is None and len(line.text) <= _TITLE_MAX and not _ends_like_prose(line.text)
        )
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
    if _CREDIT.match(line.text):
        return True
    if _ends_like_prose(line.text):
        return False
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
    for block in blocks:
        text = body[block.start : block.end]
        if (
            block.kind == "paragraph"
            and out
            and out[-1].kind == "paragraph"
            and _BULLET.match(text)
            and (_BULLET.match(body[out[-1].start : out[-1].end]) or _opens_list(body, out[-1]))
        ):
            out[-1] = Block("paragraph", out[-1].start, block.end)
        else:
            out.append(block)
    return out


def _opens_list(body: str, block: Block) -> bool:
    text = body[block.start : block.end]
    return text.rstrip().endswith(":") or (
        "\n" in text and _BULLET.match(text.splitlines()[-1]) is not None
    )
