"""A question to what the rooms behind need to know of it."""

from rag.language import asks_when
from rag.question.period import question_period
from rag.question.query import as_read, checked_k, checked_question, make_filters

__all__ = [
    "as_read",
    "asks_when",
    "checked_k",
    "checked_question",
    "make_filters",
    "question_period",
]
