"""A question to one ``Query``: all that the rooms behind need to know of it."""

from rag.question.period import question_period
from rag.question.query import AnswerKind, Query, make_filters, make_query
from rag.question.when import asks_when

__all__ = ["AnswerKind", "Query", "asks_when", "make_filters", "make_query", "question_period"]
