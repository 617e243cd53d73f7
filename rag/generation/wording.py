"""Cut the text of a language model into sentences, each with the passages that it cites."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from rag.language import sentence_spans

# "[1]", "[1, 3]", "[-1]", "[1-3]", and the same in the brackets that some models prefer.
_CITATION = re.compile(r"[\[【]\s*(?P<numbers>[-–]?\d{1,9}(?:\s*[,;–-]\s*\d{1,9}){0,20})\s*[\]】]")
_BETWEEN_NUMBERS = re.compile(r"\s*[,;]\s*")
# The thoughts of a model before its answer, if the server leaves them in. The end may be missing.
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL | re.IGNORECASE)
# A line break ends a sentence at a blank line, before a list item, and behind an end mark. At other
# line breaks the line was only wrapped.
_BREAK = re.compile(
    r"\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*+•–—>#]|\d{1,2}[.)])\s)|(?<=[.!?…:;»”\"*\]】])[^\S\n]*\n"
)
_MARKER = re.compile(r"\s*(?:(?:[-*+•–—>#]+|\d{1,2}[.)])\s+)+")


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence of the model.

    Attributes:
        text: the sentence with its citations, as it is shown.
        words: the sentence with blanks for its citations, as it is checked.
        cited: the numbers in its brackets, as text. A range ("1-3") stays one text, and is not a
            valid number.
    """

    text: str
    words: str
    cited: tuple[str, ...]


def split(content: str) -> list[Written]:
    """The sentences of a text, in order. A citation behind the full stop belongs to the sentence
    before it. Sentences without letters and digits are left out."""
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
    """A text without characters that could control a terminal or hide words: control characters,
    marks of direction, lone surrogates. The joiners of Persian and Hindi stay."""
    shown = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        kind = unicodedata.category(character)
        if character in "\n\u200c\u200d" or kind not in ("Cc", "Cf", "Cs", "Co"):
            shown.append(character)
        elif kind == "Cc":
            shown.append(" ")
    return "".join(shown)
