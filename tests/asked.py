"""A question and a hit for the checks of answering, without an index."""

from __future__ import annotations

import rag
from rag.question import Query, make_query
from rag.types import Filters, PublicationDate


def query(question: str, language: str = "fr") -> Query:
    return make_query(question, 5, Filters(), [language])


def hit(text: str, words: str, language: str = "fr", title: str = "") -> rag.Hit:
    """A release of one passage, of which a reader has chosen some words."""
    at = text.index(words)
    match = rag.Match(1, 1, 0.8, 1.0, span=rag.Span(at, at + len(words)), span_score=5.0)
    release = rag.Release("a", title, PublicationDate(), language, text, "a.txt")
    return rag.Hit(release, rag.Passage("a", 1, 0, len(text), text), 1.0, 1, match)
