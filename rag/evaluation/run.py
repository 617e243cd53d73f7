"""Ask all questions and measure the answers: overall, by language and by question word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rag.evaluation.abstention import (
    Bin,
    area_under_risk_coverage,
    calibration_bins,
    calibration_error,
    risk_coverage,
)
from rag.evaluation.bootstrap import Estimate, bootstrap_auroc, bootstrap_mean
from rag.evaluation.questions import Question, passage_key
from rag.evaluation.retrieval import NAMES, retrieval_measures
from rag.evaluation.squad import exact_match, token_f1
from rag.language.questions import CLASSES, WordClass, question_word
from rag.types import Answer, Status

# Called with a stage (``ask``), the number of questions done, and the number of all questions.
Progress = Callable[[str, int, int], None]
UNKNOWN_LANGUAGE = "?"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question and the scores of its answer.

    Attributes:
        question: the question with its correct answer.
        word: the class of the question's interrogative.
        status: ``answered``, ``passages`` or ``abstained``.
        given: the answer's span, or its text if it has no span; ``""`` for an abstention.
        confidence: the answer's confidence, 0 to 1.
        relevant: number of relevant passages; 0 if none is known.
        rank: rank of the first relevant hit, from 1; None if no hit is relevant.
        retrieval: the measures of ``rag.evaluation.retrieval``; None without a relevant passage.
        exact, f1: exact match and token F1 of ``given``, 0 to 1. For an unanswerable question an
            abstention scores 1.
        loss: 1 - F1 of answering; 1 for an unanswerable question. For an abstention it is the
            loss of the answer that a lower threshold would have given: the reader's span in the
            first hit, or 1 without such a span.
        date_right: whether the answer has the correct date; None if the date is not checked.
    """

    question: Question
    word: WordClass
    status: Status
    given: str
    confidence: float
    relevant: int
    rank: int | None
    retrieval: dict[str, float] | None
    exact: float
    f1: float
    loss: float
    date_right: bool | None


@dataclass(frozen=True, slots=True)
class Group:
    """Measures over a group of questions.

    Attributes:
        name: ``""`` for all questions, a language code (``?`` if the file names none), or a
            class of question words.
        n: number of questions.
        answerable: number of questions that a release answers.
        measures: name to estimate, always in the same order; None for a measure without a
            question. R@1 to nDCG@10: over questions with a relevant passage. ``EM``, ``F1``: over
            all questions. ``EM_answerable``, ``F1_answerable`` and ``answered`` (the share with an
            answer): over the answerable ones. ``abstained`` (the share without an answer): over
            the unanswerable ones. ``date``: over those with a date to check. ``AUROC`` of the
            confidence, answerable against unanswerable: over all.
    """

    name: str
    n: int
    answerable: int
    measures: dict[str, Estimate | None]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an evaluation.

    Attributes:
        outcomes: one for each question, in order.
        overall: the group of all questions.
        by_language: groups that are not empty, the largest first.
        by_word: groups that are not empty, in the order of ``CLASSES``.
        coverage, risk: the risk–coverage curve of ``loss``; both (number of thresholds,) float64.
        risk_area: area under this curve, 0 to 1, lower is better; nan without a question.
        bins: the share of answerable questions by confidence.
        calibration: expected calibration error, 0 to 1, lower is better; nan without a question.
    """

    outcomes: tuple[Outcome, ...]
    overall: Group
    by_language: tuple[Group, ...]
    by_word: tuple[Group, ...]
    coverage: npt.NDArray[np.float64]
    risk: npt.NDArray[np.float64]
    risk_area: float
    bins: tuple[Bin, ...]
    calibration: float


def evaluate(
    ask: Callable[[str], Answer],
    questions: Sequence[Question],
    relevant: Mapping[str, Collection[str]],
    progress: Progress | None = None,
) -> Report:
    """Ask all questions and measure the answers.

    Args:
        ask: returns the answer to a question, with ``rag.evaluation.DEPTH`` (20) hits if the
            corpus has as many.
        questions: each with another id.
        relevant: question id to keys ``release_id#ordinal``, as ``find_relevant`` returns it. A
            question without a key counts for no measure of retrieval.
        progress: called before each question and after the last one.

    Raises:
        EvaluationError: ``ir-measures`` is not installed.
        RagError: any error that ``ask`` raises.
    """
    answers = []
    for done, question in enumerate(questions):
        if progress is not None:
            progress("ask", done, len(questions))
        answers.append(ask(question.text))
    if progress is not None:
        progress("ask", len(questions), len(questions))
    retrieved = {
        question.id: [passage_key(hit.release.id, hit.passage.ordinal) for hit in answer.hits]
        for question, answer in zip(questions, answers, strict=True)
    }
    with_passage = {q.id: relevant[q.id] for q in questions if relevant.get(q.id)}
    scores = retrieval_measures(with_passage, retrieved)
    rows = {question_id: row for row, question_id in enumerate(with_passage)}
    outcomes = []
    for question, answer in zip(questions, answers, strict=True):
        row = rows.get(question.id)
        retrieval = None if row is None else {name: float(scores[name][row]) for name in NAMES}
        keys = with_passage.get(question.id, ())
        outcomes.append(_outcome(question, answer, retrieved[question.id], keys, retrieval))
    return _report(outcomes)


def _outcome(
    question: Question,
    answer: Answer,
    retrieved: Sequence[str],
    relevant: Collection[str],
    retrieval: dict[str, float] | None,
) -> Outcome:
    given, language = _given(answer), _language(answer)
    rank = next((n for n, key in enumerate(retrieved, start=1) if key in relevant), None)
    words = given or _withheld(answer)
    loss = 1.0 - token_f1(words, question.answers, language) if question.answerable else 1.0
    date_right = None
    if question.date is not None:
        date_right = answer.date is not None and answer.date.value == question.date
    return Outcome(
        question=question,
        word=question_word(question.text, question.language),
        status=answer.status,
        given=given,
        confidence=answer.confidence,
        relevant=len(relevant),
        rank=rank,
        retrieval=retrieval,
        exact=exact_match(given, question.answers, language),
        f1=token_f1(given, question.answers, language),
        loss=loss,
        date_right=date_right,
    )


def _given(answer: Answer) -> str:
    """The words that are given as the answer; ``""`` for an abstention."""
    if answer.status != "answered":
        return ""
    return answer.span.quote if answer.span is not None else answer.text


def _withheld(answer: Answer) -> str:
    """The words that an abstention does not give: the reader's span in the first hit."""
    for hit in answer.hits[:1]:
        if hit.match.span is not None:
            return hit.release.body[hit.match.span.start : hit.match.span.end]
    return ""


def _language(answer: Answer) -> str | None:
    """The language of the answer's words: that of the cited release, or of the first hit."""
    citation = answer.span or (answer.citations[0] if answer.citations else None)
    for hit in answer.hits:
        if citation is None or hit.release.id == citation.release_id:
            return hit.release.language
    return None


def _report(outcomes: Sequence[Outcome]) -> Report:
    languages: dict[str, list[Outcome]] = {}
    words: dict[WordClass, list[Outcome]] = {name: [] for name in CLASSES}
    for outcome in outcomes:
        code = outcome.question.language or UNKNOWN_LANGUAGE
        languages.setdefault(code, []).append(outcome)
        words[outcome.word].append(outcome)
    by_size = sorted(languages, key=lambda code: (-len(languages[code]), code))
    confidence = [outcome.confidence for outcome in outcomes]
    answerable = [outcome.question.answerable for outcome in outcomes]
    coverage, risk = risk_coverage(confidence, [outcome.loss for outcome in outcomes])
    return Report(
        outcomes=tuple(outcomes),
        overall=_group("", outcomes),
        by_language=tuple(_group(code, languages[code]) for code in by_size),
        by_word=tuple(_group(name, group) for name, group in words.items() if group),
        coverage=coverage,
        risk=risk,
        risk_area=area_under_risk_coverage(coverage, risk),
        bins=tuple(calibration_bins(confidence, answerable)),
        calibration=calibration_error(confidence, answerable),
    )


def _group(group: str, outcomes: Sequence[Outcome]) -> Group:
    retrieval = [outcome.retrieval for outcome in outcomes if outcome.retrieval is not None]
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    abstained = [o.status != "answered" for o in outcomes if not o.question.answerable]
    dates_right = [outcome.date_right for outcome in outcomes if outcome.date_right is not None]
    measures: dict[str, Estimate | None] = {
        name: bootstrap_mean([scores[name] for scores in retrieval]) for name in NAMES
    }
    measures |= {
        "EM": bootstrap_mean([outcome.exact for outcome in outcomes]),
        "F1": bootstrap_mean([outcome.f1 for outcome in outcomes]),
        "EM_answerable": bootstrap_mean([outcome.exact for outcome in answerable]),
        "F1_answerable": bootstrap_mean([outcome.f1 for outcome in answerable]),
        "answered": bootstrap_mean([outcome.status == "answered" for outcome in answerable]),
        "abstained": bootstrap_mean(abstained),
        "date": bootstrap_mean(dates_right),
        "AUROC": bootstrap_auroc(
            [outcome.confidence for outcome in outcomes],
            [outcome.question.answerable for outcome in outcomes],
        ),
    }
    return Group(group, len(outcomes), len(answerable), measures)
