"""What a language model wrote, cut into sentences with the passages that each cites."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rag.language import sentence_spans

# "[1]", "[1, 3]", "[-1]", "[1-3]", and the same in the brackets that some models prefer.
_CITATION = re.compile(r"[\[【]\s*(?P<numbers>[-–]?\d{1,9}(?:\s*[,;–-]\s*\d{1,9}){0,20})\s*[\]】]")
_BETWEEN_NUMBERS = re.compile(r"\s*[,;]\s*")
# What a model thinks before it writes, where the server does not take it out; it may be cut short.
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
# A line break ends a sentence after a blank line, before a list item, and where the line is whole;
# any other is a line that was wrapped.
_BREAK = re.compile(
    r"\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+•–—>#]|\d{1,2}[.)])\s)|(?<=[.!?…:;»”\"*\]】])[^\S\n]*\n"
)
_MARKER = re.compile(r"\s*(?:(?:[-*+•–—>#]+|\d{1,2}[.)])\s+)+")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as it was written.

    Attributes:
        text: with its citations, as shown.
        words: with blanks in their place, as checked.
        cited: what stands in the brackets: numbers, or a range that is none ("1-3").
    """

    text: str
    words: str
    cited: tuple[str, ...]


def split(content: str) -> list[Written]:
    """The sentences of a text, in order; a citation after the full stop belongs to the sentence
    before it. What holds no word is left out."""
    found: list[Written] = []
    for part in _BREAK.split(_THOUGHTS.sub("", _printable(content))):
        marker = _MARKER.match(part)
        line = " ".join((part[marker.end() :] if marker else part).split())
        if line:
            found.extend(_sentences(line))
    return found


def _sentences(line: str) -> list[Written]:
    citations = list(_CITATION.finditer(line))
    bare = _CITATION.sub(lambda match: " " * len(match.group()), line)
    spans = sentence_spans(bare)
    found = []
    for number, span in enumerate(spans):
        following = spans[number + 1].start if number + 1 < len(spans) else len(line)
        first = 0 if number == 0 else span.start
        own = [c for c in citations if first <= c.start() < following]
        start = min([span.start, *(c.start() for c in own)])
        end = max([span.end, *(c.end() for c in own)])
        words = bare[span.start : span.end]
        if any(character.isalnum() for character in words):
            cited = [n for c in own for n in _BETWEEN_NUMBERS.split(c["numbers"])]
            found.append(Written(line[start:end], words, tuple(dict.fromkeys(cited))))
    return found


def _printable(text: str) -> str:
    """Without what could steer a terminal or hide words: control characters, marks of direction,
    lone surrogates. The joiners that Persian and Hindi are written with stay."""
    shown = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        kind = unicodedata.category(character)
        if character in "\n\u200c\u200d" or kind not in ("Cc", "Cf", "Cs", "Co"):
            shown.append(character)
        elif kind == "Cc":
            shown.append(" ")
    return "".join(shown)
