"""Find names that sign a quote, on a line of their own below or above it, or behind it on its line.

Below « … » stands "– Nora Lind, directrice du port", or above it "Nora Lind, directrice du port :".
A line counts as a signature only right beside a quote that fills its own lines, and only if it has
the right form: a name with a role, a dash or brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rag.corpus.statements.quotes import trimmed
from rag.corpus.statements.signature_lines import MARKUP, Line, lines_of
from rag.corpus.statements.signature_names import (
    CONTACT,
    LONGEST,
    WORD,
    Words,
    name_and_role,
    role_in,
    without_marks,
    words_for,
)  # fmt: skip
from rag.language.registry import known
from rag.types import Span, Statement

_MOST_BLANK = 3  # the most empty lines between a quote and its signature
_LEAST_QUOTED = 3  # the fewest words of a quote
_OPENS = '«“„"‹‘'
_STOPS = ".!?…"


class _Signature(NamedTuple):
    """A signature.

    Attributes:
        speaker, role: its parts; the role is None if there is none.
        lines: how many lines it has, 1 or 2.
        below, above: whether it may stand below its quote, or above it.
    """

    speaker: Span
    role: Span | None
    lines: int
    below: bool = True
    above: bool = True


class _Quote(NamedTuple):
    """A quote that fills its lines, with the numbers of the first and the last one."""

    span: Span
    first: int
    last: int


def signed(
    text: str, start: int, end: int, quotes: Iterable[Span], language: str | None
) -> list[Statement]:
    """The quotes that are signed on their line or on a line beside them, in the order of the text.
    Paragraphs without quotation marks that are signed like a quote are included.

    Args:
        text: the text that all offsets refer to.
        start, end: the part of the text in which to look.
        quotes: the quotes without a known speaker, with their marks.
        language: of the text, ISO 639-1; None if it is not known.
    """
    lines = lines_of(text, start, end)
    words = words_for(known(language))
    found: list[Statement] = []
    whole: list[_Quote] = []
    for quote in quotes:
        behind = _signed_behind(text, quote, lines, words)
        if behind:
            found.append(behind)
            continue
        fits = _whole(text, quote, lines)
        if fits:
            whole.append(fits)
    found += _marked(text, lines, whole, words)
    taken = [one.quote for one in found]
    found += [
        one
        for one in _unmarked(text, lines, words)
        if not any(one.quote.overlaps(other) for other in taken)
    ]
    return sorted(found, key=lambda one: one.quote.start)


def _whole(text: str, quote: Span, lines: list[Line]) -> _Quote | None:
    """The quote with its lines, if it begins and ends with a line; None otherwise."""
    first = next((n for n, line in enumerate(lines) if line.end > quote.start), None)
    last = next((n for n, line in enumerate(lines) if line.end >= quote.end - 1), None)
    if first is None or last is None or lines[first].start != quote.start:
        return None
    rest = text[quote.end : lines[last].end].strip(MARKUP + ".,;")
    return _Quote(quote, first, last) if _is_statement(text, quote) and not rest else None


def _is_statement(text: str, quote: Span) -> bool:
    """Whether a quote is more than a name or a title in quotation marks."""
    return len(text[quote.start + 1 : quote.end - 1].split()) >= _LEAST_QUOTED


def _marked(text: str, lines: list[Line], quotes: list[_Quote], words: Words) -> list[Statement]:
    """The quotes in quotation marks that are signed on the line below or above. If a line may sign
    the quote before it or the one behind it, the whole row of quotes and names decides: if the row
    begins with a quote, names stand below their quotes; if it begins with a name and ends with a
    quote, they stand above."""
    signatures: dict[int, _Signature | None] = {}

    def at(number: int) -> _Signature | None:
        if number not in signatures:
            signatures[number] = _signature(text, lines, number, words)
        return signatures[number]

    def above(quote: _Quote) -> tuple[int, _Signature] | None:
        if lines[quote.first].blank > _MOST_BLANK:
            return None
        for number in (quote.first - 1, quote.first - 2):
            signature = at(number) if number >= 0 else None
            if signature and signature.above and number + signature.lines == quote.first:
                return number, signature
        return None

    def below(quote: _Quote) -> tuple[int, _Signature] | None:
        number = quote.last + 1
        if number >= len(lines) or lines[number].blank > _MOST_BLANK:
            return None
        signature = at(number)
        return (number, signature) if signature and signature.below else None

    rows: list[list[_Quote]] = []
    for quote in quotes:
        under = below(rows[-1][-1]) if rows else None
        if under and under[0] + under[1].lines == quote.first:
            rows[-1].append(quote)
        else:
            rows.append([quote])
    found: list[Statement] = []
    for row in rows:
        first, last = above(row[0]), below(row[-1])
        is_below = first is None or (
            last is not None and not _is_nearer(lines, first[0] + first[1].lines, row[0], last[0])
        )
        for quote in row:
            chosen = below(quote) if is_below else above(quote)
            chosen = chosen or (above(quote) if quote is row[0] and is_below else None)
            if chosen:
                signature = chosen[1]
                inside = trimmed(text, quote.span)
                found.append(Statement(inside, signature.speaker, signature.role))
    return found


def _is_nearer(lines: list[Line], after_name: int, quote: _Quote, below: int) -> bool:
    """Whether the name above a row of quotes is nearer to it than the name below the row."""
    return lines[after_name].blank < lines[below].blank and after_name == quote.first


def _signed_behind(text: str, quote: Span, lines: list[Line], words: Words) -> Statement | None:
    """The statement of a quote with a signature on the same line: « … » – Nora Lind, directrice;
    None if there is none."""
    line = next((line for line in lines if line.end >= quote.end - 1), None)
    if line is None or line.start > quote.end or line.end - quote.end > LONGEST:
        return None
    rest = re.compile(r"[\s.*_,]*(?P<mark>[–—―(]|--?(?=\s))[\s*_]*").match(
        text, quote.end, line.end
    )
    if rest is None or not _is_statement(text, quote):
        return None
    end = line.end
    if rest["mark"] == "(":
        end = text.find(")", rest.end(), line.end)
        if end < 0 or text[end + 1 : line.end].strip(MARKUP + ".,;"):
            return None
    signature = name_and_role(text, rest.end(), end, words, firm=True)
    return Statement(trimmed(text, quote), *signature) if signature else None


def _unmarked(text: str, lines: list[Line], words: Words) -> list[Statement]:
    """Paragraphs without quotation marks, and block quotes, above a line with a dash and a name."""
    found: list[Statement] = []
    for number in range(1, len(lines)):
        line, last = lines[number], number - 1
        if not line.dash or lines[last].dash or line.blank > _MOST_BLANK:
            continue
        first = last
        while first > 0 and (
            lines[first].blank == 0 or (lines[first].block and lines[first - 1].block)
        ):
            first -= 1
        block = lines[first].block
        span = Span(lines[first].start, lines[last].end)
        said = text[span.start : span.end]
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following and following.dash and not following.block:
            continue  # a list
        if line.hyphen and not block:
            continue
        if said[-1] not in _STOPS or len(said.split()) < 2 * _LEAST_QUOTED or said[0] in _OPENS:
            continue
        signature = _signature(text, lines, number, words)
        if signature and (signature.role or block):
            found.append(Statement(span, signature.speaker, signature.role))
    return found


def _signature(text: str, lines: list[Line], number: int, words: Words) -> _Signature | None:
    """The signature in a line, whose role may stand on the next line; None if it is not one."""
    line = lines[number]
    if line.end - line.start > LONGEST:
        return None
    low, high = line.start, line.end
    following = lines[number + 1] if number + 1 < len(lines) else None
    if following and following.blank == 0 and CONTACT.search(text, following.start, following.end):
        return None
    colon = text[high - 1] == ":"
    if colon:
        high = without_marks(text, low, high - 1)
    opening = words.introduction.match(text, low, high)
    if opening and opening.end() < high and not line.dash:
        bound = text[opening.end() - 1] in "'’"
        if bound or text[opening.end()].isspace():
            low = opening.end()
            while low < high and text[low].isspace():
                low += 1
        else:
            opening = None
    else:
        opening = None
    if colon or opening:
        high = _without_verb(text, low, high, words)
        parsed = name_and_role(text, low, high, words, firm=True)
        told = parsed is not None and (opening is not None or parsed[1] is not None)
        return _Signature(*parsed, 1, below=False) if parsed and told else None
    if text[low] == "(" and text[high - 1] == ")":
        parsed = name_and_role(text, low + 1, high - 1, words, firm=True)
        return _Signature(*parsed, 1, above=False) if parsed else None
    if text[high - 1] in "!?…" or (text[high - 1] == "." and not line.dash):
        return None
    parsed = name_and_role(text, low, high, words, firm=line.dash)
    if parsed is None:
        return None
    if parsed[1] is not None:
        return _Signature(*parsed, 1, above=not line.dash)
    if following and following.blank == 0 and not following.dash:
        role = role_in(text, following, words)
        if role:
            return _Signature(parsed[0], role, 2, above=not line.dash)
    alone = line.blank == 0 and (following is None or following.blank > 0)
    return _Signature(*parsed, 1, above=False) if line.dash or alone else None


def _without_verb(text: str, low: int, high: int, words: Words) -> int:
    """The end of ``text[low:high]`` without the verb of "Nora Lind, directrice du port, sagt"."""
    found = list(WORD.finditer(text, low, high))
    while found and found[-1].group().casefold() in words.said | {"a", "hat", "ha", "heeft"}:
        high = found.pop().start()
    while high > low and (text[high - 1].isspace() or text[high - 1] == ","):
        high -= 1
    return high
