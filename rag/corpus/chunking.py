"""Cut a release into passages: its paragraphs, as exact slices of the body.

A paragraph longer than the encoder's window is cut at sentence ends; one too short to stand alone
joins its neighbour. Titles, headings and captions are no passages: they go along as the context
of the paragraphs beside them, found through those and never quoted. Where a release has nothing
else, its title (or heading, or caption) is its passage, so that nothing is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rag.language.sentences import sentence_spans
from rag.types import Block, Passage, Release, Span

CHUNKING_VERSION = 1

_CONTEXT_CHARACTERS = 240
_LONGEST_PIECE = 2000
_APART = re.compile(
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
    """Passages of a release, ordinals from 0 in the order of the text.

    Args:
        count_tokens: the encoder's count for a text as a passage, prompt included.
        max_tokens: the longest passage together with its context.
        min_characters: a shorter paragraph joins the one after it, or before it at the end.
        with_title: whether the title is part of the context.
    """
    units = _paragraph_units(release, min_characters)
    if not units:
        fallback = [b for b in release.blocks if b.kind in ("title", "heading", "caption")]
        units = [(Span(block.start, block.end), "") for block in fallback]
        with_title = False
    title = _clip(release.title) if with_title and _has_title(release) else ""
    passages: list[Passage] = []
    counted = {"": 0}  # most passages of a release have one context
    frame = count_tokens("")  # prompt and marks
    for span, beside in units:
        text = release.body[span.start : span.end]
        context = "\n".join(
            part for part in (title if title not in text else "", _clip(beside)) if part
        )
        if context not in counted:
            counted[context] = count_tokens(context)
        budget = max(16, max_tokens - counted[context])
        for piece in _fit(release, span, count_tokens, budget, frame):
            slice_ = release.body[piece.start : piece.end]
            passages.append(
                Passage(release.id, len(passages), piece.start, piece.end, slice_, context)
            )
    return passages


def _has_title(release: Release) -> bool:
    """Whether the title is more than the lead's first sentence, which is a passage already."""
    if any(block.kind == "title" for block in release.blocks):
        return True
    return release.title not in " ".join(release.body.split())


def embedded_text(passage: Passage) -> str:
    """What is encoded and indexed for a passage: its context, then its text."""
    return with_context(passage.context, passage.text)


def with_context(context: str, text: str) -> str:
    """The context, then the text on a line of its own."""
    return f"{context}\n{text}" if context else text


def _clip(text: str) -> str:
    """The first words of a long title, so that it does not outweigh the paragraph."""
    if len(text) <= _CONTEXT_CHARACTERS:
        return text
    return text[:_CONTEXT_CHARACTERS].rsplit(None, 1)[0]


def _paragraph_units(release: Release, min_characters: int) -> list[tuple[Span, str]]:
    """Paragraphs, short ones joined, each with the headings and captions beside it."""
    units: list[tuple[Span, list[str]]] = []
    pending: list[str] = []  # headings go with what follows, captions with what is before
    previous: Block | None = None
    for block in release.blocks:
        text = release.body[block.start : block.end]
        if block.kind == "heading":
            pending.append(text)
        elif block.kind == "caption":
            (units[-1][1] if units else pending).append(text)
        elif block.kind == "paragraph":
            adjoining = (
                previous is not None
                and previous.kind == "paragraph"
                and bool(units)
                and _joins(text)
            )
            if adjoining and units[-1][0].end - units[-1][0].start < min_characters:
                units[-1] = (Span(units[-1][0].start, block.end), units[-1][1] + pending)
            else:
                units.append((Span(block.start, block.end), pending))
            pending = []
        previous = block
    if pending and units:
        units[-1][1].extend(pending)
    if len(units) > 1:
        (before, notes), (last, more) = units[-2:]
        gap = [b for b in release.blocks if before.end <= b.start < last.start]
        joins = _joins(release.body[last.start : last.end])
        if last.end - last.start < min_characters and not gap and joins:
            units[-2:] = [(Span(before.start, last.end), notes + more)]
    return [(span, "\n".join(dict.fromkeys(notes))) for span, notes in units]


def _joins(text: str) -> bool:
    """Whether a paragraph may share a passage with another: a table's row or an address may not."""
    return _APART.match(text) is None


def _fit(
    release: Release, span: Span, count: Callable[[str], int], budget: int, frame: int
) -> list[Span]:
    """The span whole, or cut at sentence ends into pieces of at most ``budget`` tokens."""
    body = release.body
    text = body[span.start : span.end]
    if len(text) <= 16 * budget and (frame + _most_tokens(text) <= budget or count(text) <= budget):
        return [span]
    pieces: list[Span] = []
    start = end = span.start
    tokens = 0
    budget = max(16, budget - frame)
    for sentence in _sentences(release, span, count, budget + frame):
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


def _most_tokens(text: str) -> int:
    """No fewer than a tokenizer makes of a text: one for each byte of its longest form, and one for
    its beginning. Counting takes a hundred times as long, and most paragraphs are short."""
    return len(unicodedata.normalize("NFKD", text).encode("utf-8", "surrogatepass")) + 1


def _sentences(
    release: Release, span: Span, count: Callable[[str], int], budget: int
) -> list[Span]:
    """Sentences, those beyond the budget cut between words and, failing that, anywhere."""
    body = release.body
    out: list[Span] = []
    for sentence in sentence_spans(body, span.start, span.end, language=release.language):
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
