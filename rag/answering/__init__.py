"""Hits to an answer: sentence, date, abstention, citations. Never searches."""

from rag.answering.answer import make_answer
from rag.answering.citations import cite, parse_citation, resolve
from rag.answering.generation import generate
from rag.answering.reread import reread
from rag.answering.sentences import shared_words
from rag.answering.when import asks_when

__all__ = [
    "asks_when",
    "cite",
    "generate",
    "make_answer",
    "parse_citation",
    "reread",
    "resolve",
    "shared_words",
]
