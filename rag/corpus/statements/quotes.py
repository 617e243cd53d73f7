"""Find the quotes of a text, and replace each by a stand-in."""

from __future__ import annotations

import re
from collections import Counter

from rag.lazy import regex
from rag.types import Span

QUOTE, FILL = "\ue001", "\ue000"  # the stand-in for a quote: no pattern must match its words
_MARKS = regex(r"[«»“”„\"]|\n[^\S\n]*\n")
# »Guillemets that point inwards«, as German and Danish texts have them.
_TURNED = regex(r"(?<![^\s(\[])»(?=\w)")
_USUAL = regex(r"(?<![^\s(\[])«|»(?![\w…„‚(])")


def quotes_in(body: str, start: int, end: int) -> list[Span]:
    """The outermost quotes in ``body[start:end]``, with their marks, in order. A mark without its
    partner is ignored."""
    opened: list[tuple[str, int]] = []
    closed: list[Span] = []
    kinds: Counter[str] = Counter()
    turned = bool(_TURNED.search(body, start, end)) and not _USUAL.search(body, start, end)
    for match in _MARKS.finditer(body, start, end):
        mark, at = match.group(), match.start()
        if mark[0] == "\n":  # a blank line ends all open quotes
            opened.clear()
            kinds.clear()
            continue
        if turned:
            mark = {"»": "«", "«": "»"}.get(mark, mark)
        kind = {"»": "«", "”": "“", "„": "“"}.get(mark, mark)
        before = body[at - 1] if at > start else " "
        after = body[at + 1 : min(at + 4, end)]
        closes = mark in "»”" or _is_closer(mark, before, after, kinds[kind] > 0)
        while kinds[kind] and (closes or mark == '"'):
            top, opener = opened.pop()
            kinds[top] -= 1
            if top == kind:
                if closes and any(map(str.isalnum, body[opener + 1 : at])):
                    closed.append(Span(opener, at + 1))
                break
        if not closes:
            opened.append((kind, at))
            kinds[kind] += 1
    outermost: list[Span] = []
    for quote in sorted(closed, key=lambda span: span.start):
        if not outermost or quote.start >= outermost[-1].end:
            outermost.append(quote)
    return outermost


def _is_closer(mark: str, before: str, after: str, is_open: bool) -> bool:
    """Whether an ambiguous mark closes a quote: a straight one, or an opening one behind words."""
    if mark == '"':
        if not is_open:
            return not before.isspace() and not after[:1].isalnum() and before not in "(['’«“"
        return before.isalnum() or not after[:1].isalnum() or before in ".,!?…)]»”"
    tight = not before.isspace() and before not in "(['’" and not after[:1].isalnum()
    return is_open and mark != "„" and (tight or after.lstrip()[:1] in tuple(",.;:)"))


def trimmed(body: str, quote: Span) -> Span:
    """A quote without its marks and the blanks inside them."""
    inside = body[quote.start + 1 : quote.end - 1]
    return Span(quote.end - 1 - len(inside.lstrip()), quote.start + 1 + len(inside.rstrip()))


def masked(body: str, start: int, end: int, quotes: list[Span], reply: re.Pattern[str]) -> str:
    """``body[start:end]`` with a stand-in of the same length for each quote.

    Args:
        quotes: the quotes with their marks, in order and disjoint.
        reply: matches the words behind a quote that belong to its sentence. A stand-in ends with a
            full stop if its quote ends the sentence.
    """
    parts: list[str] = []
    at = start
    for quote in quotes:
        parts.append(body[at : quote.start].replace(QUOTE, " ").replace(FILL, " "))
        last = body[quote.start + 1 : quote.end - 1].rstrip()[-1:]
        following = body[quote.end : min(quote.end + 12, end)].lstrip()[:1]
        goes_on = following.islower() or following in tuple(",;:–—-")
        goes_on = goes_on or (last in "?!," and reply.match(body, quote.end, end) is not None)
        stop = "." if last in ".!?…" and not goes_on else FILL
        parts.append(QUOTE + FILL * (quote.end - quote.start - 2) + stop)
        at = quote.end
    parts.append(body[at:end].replace(QUOTE, " ").replace(FILL, " "))
    return "".join(parts)
