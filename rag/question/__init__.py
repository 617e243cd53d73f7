"""A question to one ``Query``: all that the rooms behind need to know of it."""

from rag.language import asks_when
from rag.question.period import question_period
from rag.question.query import AnswerKind, Query, make_filters, make_query

__all__ = ["AnswerKind", "Query", "asks_when", "make_filters", "make_query", "question_period"]
