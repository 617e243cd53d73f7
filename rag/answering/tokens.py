"""The words of a sentence, with their index terms and their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language import analyse
from rag.question.office import word_key
from rag.types import Span

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*['’]?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: folded, its first index term, and where it stands in the body."""

    text: str
    term: str
    start: int
    end: int


def words_of(body: str, sentence: Span, language: str | None) -> list[Word]:
    """The words of a sentence, in order."""
    found = []
    for match in _TOKEN.finditer(body, sentence.start, sentence.end):
        terms = analyse(match.group(), language)
        found.append(
            Word(word_key(match.group()), terms[0] if terms else "", match.start(), match.end())
        )
    return found
