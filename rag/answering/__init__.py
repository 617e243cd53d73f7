"""Turn hits into an answer: sentence, date and citations, or an abstention. Never searches."""

from rag.answering.answer import lasts, list_passages, make_answer
from rag.answering.citations import cite, parse_citation, resolve
from rag.answering.gathering.counts import number_of_things, states_no_number
from rag.answering.gathering.of_time import holder_of_time, may_be_of_series, value_of_time
from rag.answering.quotes.statements import (
    reports,
    said_by,
    speaker_asked,
    who_said,
    with_statement,
)
from rag.answering.sentences import shared_words

__all__ = [
    "cite",
    "holder_of_time",
    "lasts",
    "list_passages",
    "make_answer",
    "may_be_of_series",
    "number_of_things",
    "parse_citation",
    "reports",
    "resolve",
    "said_by",
    "shared_words",
    "speaker_asked",
    "states_no_number",
    "value_of_time",
    "who_said",
    "with_statement",
]
