"""Ask each question of a file and append its answer; skip the questions that are answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rag.batch.answers import AnswerFile
from rag.batch.questions import Question, QuestionFile
from rag.errors import QueryError, RagError
from rag.spreadsheet import ANSWER_COLUMNS, Cell, answer_row
from rag.types import Answer

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class BatchReport:
    """The result of a batch, over all its runs.

    Attributes:
        questions: how many questions the file has.
        before: how many were answered by an earlier run.
        answered, passages, abstained: how many of this run's have that status.
        failed: how many of this run's could not be asked, such as an empty one.
    """

    questions: int = 0
    before: int = 0
    answered: int = 0
    passages: int = 0
    abstained: int = 0
    failed: int = 0


def run_batch(
    questions: QuestionFile,
    answers: AnswerFile,
    ask: Callable[[str], Answer],
    progress: Progress = lambda *_: None,
) -> BatchReport:
    """Ask the questions in order and append each answer at once.

    Args:
        ask: gives the answer to one question; a ``QueryError`` of it becomes a row with the status
            ``error`` and the reason.
        progress: called with ``ask``, the number of rows done, and the number of all rows.

    Raises:
        QueryError: a line of the questions cannot be read, or the answers that are there are to
            other questions.
        StorageError: an answer cannot be written.
        RagError: the index or a model fails.
    """
    report = BatchReport(questions=sum(1 for _ in questions))
    rows = iter(questions)
    for number, asked in answers.written():
        row = next(rows, None)
        if row is None or (row.row, answers.shown(row.text)) != (number, asked):
            raise QueryError(
                "batch.other_questions", path=answers.path, row=number, questions=questions.path
            )
        report.before += 1
    progress("ask", report.before, report.questions)
    for row in rows:
        answers.append(row, _answered(row, ask, report))
        progress("ask", row.row, report.questions)
    return report


def _answered(
    question: Question, ask: Callable[[str], Answer], report: BatchReport
) -> dict[str, Cell]:
    try:
        answer = ask(question.text)
    except QueryError as error:
        report.failed += 1
        return _failed(question, error)
    setattr(report, answer.status, getattr(report, answer.status) + 1)
    return answer_row(answer) | {"question": question.text}


def _failed(question: Question, error: RagError) -> dict[str, Cell]:
    row: dict[str, Cell] = dict.fromkeys(ANSWER_COLUMNS)
    return row | {"question": question.text, "status": "error", "reason": str(error)}
