"""Turn a question into one ``Query``: all that retrieval and answering need to know about it."""

from rag.language import asks_when
from rag.question.period import question_period
from rag.question.query import (
    AnswerKind,
    Query,
    latest_before,
    make_filters,
    make_query,
    of_all_times,
    of_each,
)

__all__ = [
    "AnswerKind",
    "Query",
    "asks_when",
    "latest_before",
    "make_filters",
    "make_query",
    "of_all_times",
    "of_each",
    "question_period",
]
