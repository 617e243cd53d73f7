"""Work that depends on a language: dates, sentences, questions, index terms, identification."""

from rag.language.dates import DateExpression, find_dates
from rag.language.forms import TextForm, text_form
from rag.language.identification import detect_language, likely_languages
from rag.language.questions import (
    WordClass,
    asks_for_contacts,
    asks_when,
    asks_who_said,
    question_word,
)
from rag.language.relative import ResolvedDate, resolve
from rag.language.sentences import sentence_spans
from rag.language.terms import ANALYSER_VERSION, analyse, analyse_query, says_nothing
from rag.language.what_said import what_is_said

__all__ = [
    "ANALYSER_VERSION",
    "DateExpression",
    "ResolvedDate",
    "TextForm",
    "WordClass",
    "analyse",
    "analyse_query",
    "asks_for_contacts",
    "asks_when",
    "asks_who_said",
    "detect_language",
    "find_dates",
    "likely_languages",
    "question_word",
    "resolve",
    "says_nothing",
    "sentence_spans",
    "text_form",
    "what_is_said",
]
