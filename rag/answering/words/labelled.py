"""Take the line whose label a question names, in a list of labels and values:

Kassenwart:in: Jochen Topf
Schriftführer:in: Falk Zscheile
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rag.language import analyse
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit, Span

# A label has letters and no end of a sentence. The last colon with a blank behind it ends it.
_LINE = regex(
    r"^[^\S\n]*[-–—•*·]*[^\S\n]*(?P<label>[^\n.;!?]{2,60}?)[^\S\n]*:[^\S\n]+(?P<value>[^\n]+)$",
    re.MULTILINE,
)
# "Kassenwart:in", "Vorsitzende:r", "Leiter*innen" are for both genders.
_BOTH_GENDERS = regex(r"(?<=\w)[:*_/](?:innen|in|r|n|e)(?!\w)")
# Fewer lines are no list.
_LEAST = 2


class _Line(NamedTuple):
    """A line, its value, and how many words of the question its label has."""

    line: Span
    value: Span
    named: int


def of_named_label(query: Query, hit: Hit, words: Span) -> Span | None:
    """The words that answer in a list of labels and values, if the reader's stand in one: the value
    of the line whose label has more words of the question than that of any other line, or the
    reader's words if they stand in that value. None if no line is named so."""
    code = hit.release.language
    if code not in query.languages:
        return None
    passage, asked = hit.passage, query.terms_in[code]
    lines = []
    for match in _LINE.finditer(hit.release.body, passage.start, passage.end):
        label = _BOTH_GENDERS.sub("", match["label"])
        named = len(asked.intersection(analyse(label, code)))
        lines.append(_Line(Span(*match.span()), Span(*match.span("value")), named))
    own = [one for one in lines if one.line.overlaps(words)]
    if len(lines) < _LEAST or len(own) != 1:
        return None
    best = max(lines, key=lambda one: one.named)
    if best.named <= max(one.named for one in lines if one is not best):
        return None
    is_inside = best is own[0] and words.start >= best.value.start
    return words if is_inside else best.value
