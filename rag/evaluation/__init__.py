"""Measure the answers on questions with known answers: passages, words, abstention, calibration.

It works on callables and values. Only the command line imports it.
"""

from rag.evaluation.picture import draw
from rag.evaluation.questions import Corpus, Question, find_relevant, read_questions
from rag.evaluation.report import table, to_dict
from rag.evaluation.retrieval import DEPTH
from rag.evaluation.run import Group, Outcome, Report, evaluate
from rag.evaluation.tools import require

__all__ = [
    "DEPTH",
    "Corpus",
    "Group",
    "Outcome",
    "Question",
    "Report",
    "draw",
    "evaluate",
    "find_relevant",
    "read_questions",
    "require",
    "table",
    "to_dict",
]
