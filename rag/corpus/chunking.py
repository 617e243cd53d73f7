"""Cut a release into passages: its paragraphs, as exact slices of the body.

A paragraph that is longer than the encoder's window is cut at sentence ends. A paragraph that is
too short to stand alone joins its neighbour. A list and the line that opens it are one passage. The
rows of a table are one passage, and its context names the columns. Contacts, legal notices and what
a release says of its publisher are passages with a kind of their own. Titles, headings and captions
are not passages: they are the context of the paragraphs beside them, so they help to find these and
are never quoted. If a release has nothing else, its titles, headings and captions become passages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from functools import lru_cache

from rag.corpus.statements.quotes import quotes_in
from rag.corpus.statements.signatures import signed
from rag.corpus.tables import row_view
from rag.language.sentences import sentence_spans
from rag.lazy import dataclass, regex
from rag.types import Block, BlockKind, Passage, PassageKind, Release, Span

CHUNKING_VERSION = 2

_CONTEXT_CHARACTERS = 240
_LONGEST_PIECE = 2000
_LONGEST_OPENER = 400
_CLOSING = '»”"«'
_APART = regex(
    r"\||(?:(?:media|press)\s+)?contacts?\b|about\s+[^\W\d_a-z]|à\s+propos\b", re.IGNORECASE
)


def cut_passages(
    release: Release,
    count_tokens: Callable[[str], int],
    *,
    max_tokens: int,
    min_characters: int,
    with_title: bool,
) -> list[Passage]:
    """The passages of a release, with ordinals from 0 in the order of the text.

    Args:
        count_tokens: how many tokens the encoder makes of a text as a passage, prompt included.
        max_tokens: the largest number of tokens of a passage together with its context.
        min_characters: a shorter paragraph joins the next one; the last paragraph joins the one
            before it.
        with_title: whether the title is part of the context.
    """
    units = _units(release, min_characters)
    if not units:
        fallback = [b for b in release.blocks if b.kind in ("title", "heading", "caption")]
        units = [_Unit(Span(block.start, block.end)) for block in fallback]
        with_title = False
    title = _clip(release.title) if with_title and _has_title(release) else ""
    passages: list[Passage] = []
    counted = {"": 0}  # most passages of a release have the same context
    frame = count_tokens("")  # the prompt and the special tokens
    for unit in units:
        text = release.body[unit.span.start : unit.span.end]
        notes = [title if title not in text else "", *map(_clip, unit.context)]
        context = "\n".join(part for part in notes if part)
        if context not in counted:
            counted[context] = count_tokens(context)
        budget = max(16, max_tokens - counted[context])
        counter = _counting_rows(count_tokens, context) if unit.kind == "table" else count_tokens
        for piece in _fit(release, unit, counter, budget, frame):
            own = context
            if unit.opener is not None and piece.start >= unit.opener.end:
                opener = _clip(release.body[unit.opener.start : unit.opener.end])
                own = f"{context}\n{opener}" if context else opener
            slice_ = release.body[piece.start : piece.end]
            passages.append(
                Passage(release.id, len(passages), piece.start, piece.end, slice_, own, unit.kind)
            )
    return passages


def sentences_of(body: str, passage: Passage, language: str | None) -> list[Span]:
    """The sentences of a passage, or the rows of a table, in the body's characters. Never empty."""
    whole = Span(passage.start, passage.end)
    return list(_sentences_in(body, whole, passage.kind, language)) or [whole]


@lru_cache(maxsize=512)
def _sentences_in(body: str, span: Span, kind: PassageKind, language: str | None) -> Sequence[Span]:
    """The same, empty without a sentence. Kept: the parts of an answer ask for them many times."""
    if kind == "table":
        return _rows(body, span)
    return sentence_spans(body, span.start, span.end, language=language)


def _has_title(release: Release) -> bool:
    """Whether the title adds something: it is a block of its own, or does not occur in the body."""
    if any(block.kind == "title" for block in release.blocks):
        return True
    return release.title not in " ".join(release.body.split())


def embedded_text(passage: Passage) -> str:
    """What is encoded and indexed for a passage (see ``text_to_embed``)."""
    return text_to_embed(passage.context, passage.text, passage.kind)


def text_to_embed(context: str, text: str, kind: PassageKind) -> str:
    """The context, then the text on a line of its own. In a table's rows each cell gets its
    column's name, so that a search finds the cell by both."""
    if kind == "table":
        text = row_view(text, columns_of(context)).text
    return f"{context}\n{text}" if context else text


def columns_of(context: str) -> str:
    """The last line of a table's context. It names the columns if the table has column names."""
    return context.rpartition("\n")[2]


def _clip(text: str) -> str:
    """The first words of a long text, so that it does not outweigh the paragraph."""
    if len(text) <= _CONTEXT_CHARACTERS:
        return text
    return text[:_CONTEXT_CHARACTERS].rsplit(None, 1)[0]


@dataclass(slots=True)
class _Unit:
    """A part of the body that becomes one passage, or several if it is too long.

    Attributes:
        context: the headings, captions and column names that belong to it.
        opener: the line that opens its list ("… :"); None if there is none.
    """

    span: Span
    kind: PassageKind = "text"
    context: list[str] = field(default_factory=list)
    opener: Span | None = None

    def extend(self, end: int, context: Iterable[str] = ()) -> None:
        self.span = Span(self.span.start, end)
        self.context += context

    @property
    def length(self) -> int:
        return self.span.end - self.span.start


_KINDS: dict[BlockKind, PassageKind] = {
    "row": "table",
    "columns": "table",
    "about": "about",
    "boilerplate": "boilerplate",
}


def _units(release: Release, min_characters: int) -> list[_Unit]:
    """The blocks of text, joined to units, each with the headings and captions beside it."""
    units: list[_Unit] = []
    pending: list[str] = []  # headings belong to the next unit, captions to the one before
    signature: Span | None = None
    for number, block in enumerate(release.blocks):
        text = release.body[block.start : block.end]
        last = units[-1] if units else None
        before = release.blocks[number - 1] if number else block
        # The last unit, if the block right before ends it.
        beside = last if last is not None and last.span.end == before.end else None
        signature = _signature_below(release, number) or signature
        if beside is not None and signature is not None and signature.overlaps(block):
            beside.extend(block.end)
        elif block.kind == "heading":
            pending.append(text)
        elif block.kind == "caption":
            (last.context if last else pending).append(text)
        elif block.kind == "columns" and _has_rows(release.blocks, number):
            pending.append(text)
        elif block.kind not in ("header", "site", "title"):
            kind = _KINDS.get(block.kind, "text")
            if kind == "table" and last is not None and _opens(release, last, before):
                last.kind = "table"
                last.extend(block.end, pending)
                pending = []
            elif beside is not None and _belongs(release, before, block):
                if block.kind == "item" and before.kind == "paragraph":
                    beside.opener = Span(before.start, before.end)
                beside.extend(block.end)
            elif (
                beside is not None
                and (before.kind, block.kind) == ("paragraph", "paragraph")
                and _joins(text)
                and beside.length < min_characters
            ):
                beside.extend(block.end, pending)
                pending = []
            else:
                units.append(_Unit(Span(block.start, block.end), kind, pending))
                pending = []
    if pending and units:
        units[-1].extend(units[-1].span.end, pending)
    _join_last(release, units, min_characters)
    for unit in units:
        unit.context = list(dict.fromkeys(unit.context))
    return units


def _has_rows(blocks: Sequence[Block], number: int) -> bool:
    return number + 1 < len(blocks) and blocks[number + 1].kind == "row"


def _belongs(release: Release, previous: Block, block: Block) -> bool:
    """Whether a block goes into the unit of the block right before it."""
    if block.kind == "item":
        opens = release.body[previous.end - 1 : previous.end] == ":"
        return previous.kind == "item" or (previous.kind == "paragraph" and opens)
    return block.kind == previous.kind and block.kind in ("row", "about", "boilerplate")


def _signature_below(release: Release, number: int) -> Span | None:
    """The signature ("– Nora Lind, maire", on one line or two) that begins with this block and
    signs the quote right before it; None if no quote ends there or nobody signs it."""
    body, blocks = release.body, release.blocks
    if number == 0 or blocks[number].kind not in ("paragraph", "heading", "item"):
        return None
    quote, after = blocks[number - 1], blocks[number : number + 2]
    if body[quote.end - 1] not in _CLOSING:
        return None
    quotes = quotes_in(body, quote.start, quote.end)
    ends = [
        part.end
        for one in signed(body, quote.start, after[-1].end, quotes, release.language)
        for part in (one.speaker, one.role)
        if part is not None and part.start >= blocks[number].start
    ]
    return Span(blocks[number].start, max(ends)) if ends else None


def _opens(release: Release, unit: _Unit, previous: Block) -> bool:
    """Whether a unit is the line that opens the table right below it ("… :")."""
    if unit.kind != "text" or unit.length > _LONGEST_OPENER:
        return False
    own = previous.kind == "columns" or previous.end == unit.span.end
    return own and release.body[unit.span.end - 1 : unit.span.end] == ":"


def _join_last(release: Release, units: list[_Unit], min_characters: int) -> None:
    """Join a last paragraph that is too short to the one before it."""
    if len(units) < 2:
        return
    before, last = units[-2:]
    gap = [b for b in release.blocks if before.span.end <= b.start < last.span.start]
    if (
        last.length < min_characters
        and not gap
        and (before.kind, last.kind) == ("text", "text")
        and _joins(release.body[last.span.start : last.span.end])
    ):
        before.extend(last.span.end, last.context)
        units.pop()


def _joins(text: str) -> bool:
    """Whether a paragraph may share a passage with another one. A line with a bar, a contact line
    and a line about the publisher may not."""
    return _APART.match(text) is None


def _fit(
    release: Release, unit: _Unit, count: Callable[[str], int], budget: int, frame: int
) -> list[Span]:
    """The whole unit, or pieces of at most ``budget`` tokens, cut at sentence ends."""
    body, span = release.body, unit.span
    text = body[span.start : span.end]
    short = unit.kind != "table" and frame + _most_tokens(text) <= budget
    if len(text) <= 16 * budget and (short or count(text) <= budget):
        return [span]
    pieces: list[Span] = []
    start = end = span.start
    tokens = 0
    budget = max(16, budget - frame)
    for sentence in _sentences(release, unit, count, budget + frame):
        cost = count(body[sentence.start : sentence.end]) - frame
        if tokens and tokens + cost > budget:
            pieces.append(Span(start, end))
            tokens = 0
        if not tokens:
            start = sentence.start
        tokens += cost
        end = sentence.end
    pieces.append(Span(start, end))
    return pieces


def _counting_rows(count: Callable[[str], int], context: str) -> Callable[[str], int]:
    """A function that counts the tokens of rows as they are embedded."""
    return lambda text: count(row_view(text, columns_of(context)).text)


def _most_tokens(text: str) -> int:
    """The largest number of tokens that a text can have: one for each byte of its longest Unicode
    form, and one for its beginning. Tokenizing takes a hundred times as long, and most paragraphs
    are so short that this bound is enough."""
    return len(unicodedata.normalize("NFKD", text).encode("utf-8", "surrogatepass")) + 1


def _rows(body: str, span: Span) -> list[Span]:
    """The lines of a span, without the blanks around them."""
    spans = []
    for match in re.finditer(r"[^\r\n]+", body[span.start : span.end]):
        text = match.group()
        bare = text.strip()
        if bare:
            start = span.start + match.start() + text.index(bare)
            spans.append(Span(start, start + len(bare)))
    return spans


def _sentences(
    release: Release, unit: _Unit, count: Callable[[str], int], budget: int
) -> list[Span]:
    """The sentences of a unit, or the rows of a table. One that is over the budget is cut between
    words, or anywhere if it has no blanks."""
    body = release.body
    out: list[Span] = []
    for sentence in _sentences_in(body, unit.span, unit.kind, release.language):
        waiting = [sentence]
        while waiting:
            part = waiting.pop(0)
            size = part.end - part.start
            fits = size <= _LONGEST_PIECE and count(body[part.start : part.end]) <= budget
            if fits or size <= 16:
                out.append(part)
                continue
            middle = part.start + (_LONGEST_PIECE if size > 2 * _LONGEST_PIECE else size // 2)
            blank = max(body.rfind(c, part.start + 1, middle) for c in " \n\t\u00a0")
            cut = blank + 1 if blank > part.start else middle
            rest = cut
            while rest < part.end and body[rest].isspace():
                rest += 1
            left = cut
            while left > part.start and body[left - 1].isspace():
                left -= 1
            halves = [Span(part.start, left)] if left > part.start else []
            halves += [Span(rest, part.end)] if rest < part.end else []
            waiting[:0] = halves
    return out
