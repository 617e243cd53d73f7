"""Make the words that tell a reason a whole clause: "car *il comprend qu'il ne sera pas payé*"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.lazy import regex
from rag.types import Span

# A clause ends here, inside its sentence.
_ENDS = regex(r"[,;:()«»“”\n]|\s[–—-]\s")
_BLANK = regex(r"[\s\u00a0\u202f]*")


def whole_clause(body: str, words: Span, sentences: Sequence[Span]) -> Span:
    """Words with the rest of the clauses that they begin and end in, without blanks and marks at
    the edges; the words themselves outside of all sentences.

    Args:
        body: of the release.
        words: the words, in the body.
        sentences: those of the passage, in order.
    """
    first = next((one for one in sentences if one.start <= words.start < one.end), None)
    last = next((one for one in sentences if one.start < words.end <= one.end), None)
    if first is None or last is None:
        return words
    start = first.start
    for mark in _ENDS.finditer(body, first.start, words.start):
        start = mark.end()
    behind = _ENDS.search(body, words.end, last.end)
    end = behind.start() if behind else last.end
    blank = _BLANK.match(body, start, words.start)
    start = blank.end() if blank else start
    return Span(start, max(words.end, start + len(body[start:end].rstrip(" \t\n\u00a0\u202f.!?…"))))
