"""Ask every question once and score what comes back: overall, by language, by question word."""

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
from rag.evaluation.spans import exact_match, token_f1
from rag.language.questions import CLASSES, WordClass, question_word
from rag.types import Answer, Status

# Called with a stage (``ask``), done and total, as a build's progress is.
Progress = Callable[[str, int, int], None]
UNKNOWN_LANGUAGE = "?"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question and how its answer fared.

    Attributes:
        word: the class of the question's interrogative.
        status: of the answer.
        given: the words given as the answer (the answer's span, else its text); ``""`` when it
            abstained.
        confidence: 0 to 1.
        relevant: how many passages answer the question; 0 where none is known.
        rank: of the first relevant hit, from 1; None where none is among the hits.
        retrieval: the measures of ``rag.evaluation.retrieval``; None without a relevant passage.
        exact, f1: of the words given, 0 to 1; for an unanswerable question 1 for an abstention.
        loss: 1 - F1 of answering, whether it answered or not; 1 for an unanswerable question. Of
            an abstention the words count that the reader marked in the first hit (1 where it
            marked none): what a lower threshold would have let through.
        date_right: whether the answer carries the date that the question's line states; None
            where it states none.
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
        name: ``""`` for all questions, a language code (``?`` where the file states none) or a
            class of question words.
        n, answerable: how many questions, and how many of them the releases answer.
        measures: by name, always the same ones in the same order, None where no question of the
            group counts for one: R@1 to nDCG@10 over questions with a relevant passage; EM and F1
            over all; ``EM_answerable``, ``F1_answerable`` and ``answered`` (the share that was
            given an answer) over the answerable; ``abstained`` (the share rightly refused) over
            the unanswerable; ``date`` over those whose line states a date; AUROC of confidence,
            answerable against unanswerable, over all.
    """

    name: str
    n: int
    answerable: int
    measures: dict[str, Estimate | None]


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found.

    Attributes:
        outcomes: one a question, in order.
        overall: all questions.
        by_language, by_word: groups, the largest language first, question words in a fixed order;
            none of them empty.
        coverage, risk: the risk–coverage curve of ``loss`` by confidence, (levels,) float64 each.
        risk_area: the area under it, 0 to 1, less is better; nan without a question.
        bins: confidence against the share of answerable questions.
        calibration: the expected calibration error, 0 to 1, less is better; nan without one.
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
    """Ask every question and measure the answers.

    Args:
        ask: question to answer, with as many hits as ``rag.evaluation.DEPTH`` (20) where the
            corpus has them: R@20 counts what it is given.
        questions: with ids that differ.
        relevant: question id to keys ``release_id#ordinal``, as ``find_relevant`` returns it; a
            question without any counts for no measure of retrieval.
        progress: called before the first question and after each.

    Raises:
        EvaluationError: ``ir-measures`` is not installed.
        RagError: whatever ``ask`` raises.
    """
    answers = []
    for done, question in enumerate(questions):
        if progress is not None:
            progress("ask", done, len(questions))
        answers.append(ask(question.text))
    if progress is not None:
        progress("ask", len(questions), len(questions))
    found = {
        question.id: [passage_key(hit.release.id, hit.passage.ordinal) for hit in answer.hits]
        for question, answer in zip(questions, answers, strict=True)
    }
    known = {q.id: relevant[q.id] for q in questions if relevant.get(q.id)}
    scores = retrieval_measures(known, found)
    rows = {question_id: row for row, question_id in enumerate(known)}
    outcomes = []
    for question, answer in zip(questions, answers, strict=True):
        row = rows.get(question.id)
        measured = None if row is None else {name: float(scores[name][row]) for name in NAMES}
        keys = known.get(question.id, ())
        outcomes.append(_outcome(question, answer, found[question.id], keys, measured))
    return _report(outcomes)


def _outcome(
    question: Question,
    answer: Answer,
    found: Sequence[str],
    relevant: Collection[str],
    retrieval: dict[str, float] | None,
) -> Outcome:
    given, language = _given(answer), _language(answer)
    rank = next((at for at, key in enumerate(found, start=1) if key in relevant), None)
    would_say = given or _unsaid(answer)
    loss = 1.0 - token_f1(would_say, question.answers, language) if question.answerable else 1.0
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
    if answer.status == "abstained":
        return ""
    return answer.span.quote if answer.span is not None else answer.text


def _unsaid(answer: Answer) -> str:
    """The words that an abstention kept back: the reader's in the first hit."""
    for hit in answer.hits[:1]:
        if hit.match.span is not None:
            return hit.release.body[hit.match.span.start : hit.match.span.end]
    return ""


def _language(answer: Answer) -> str | None:
    """The language that the answer's words are in: that of the release they are cited from."""
    cited = answer.span or (answer.citations[0] if answer.citations else None)
    for hit in answer.hits:
        if cited is None or hit.release.id == cited.release_id:
            return hit.release.language
    return None


def _report(outcomes: Sequence[Outcome]) -> Report:
    languages: dict[str, list[Outcome]] = {}
    words: dict[WordClass, list[Outcome]] = {name: [] for name in CLASSES}
    for outcome in outcomes:
        code = outcome.question.language or UNKNOWN_LANGUAGE
        languages.setdefault(code, []).append(outcome)
        words[outcome.word].append(outcome)
    largest = sorted(languages, key=lambda code: (-len(languages[code]), code))
    confidence = [outcome.confidence for outcome in outcomes]
    answerable = [outcome.question.answerable for outcome in outcomes]
    coverage, risk = risk_coverage(confidence, [outcome.loss for outcome in outcomes])
    return Report(
        outcomes=tuple(outcomes),
        overall=_group("", outcomes),
        by_language=tuple(_group(code, languages[code]) for code in largest),
        by_word=tuple(_group(name, part) for name, part in words.items() if part),
        coverage=coverage,
        risk=risk,
        risk_area=area_under_risk_coverage(coverage, risk),
        bins=tuple(calibration_bins(confidence, answerable)),
        calibration=calibration_error(confidence, answerable),
    )


def _group(name: str, outcomes: Sequence[Outcome]) -> Group:
    placed = [outcome.retrieval for outcome in outcomes if outcome.retrieval is not None]
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    silent = [o.status == "abstained" for o in outcomes if not o.question.answerable]
    dated = [outcome.date_right for outcome in outcomes if outcome.date_right is not None]
    measures: dict[str, Estimate | None] = {
        measure: bootstrap_mean([scores[measure] for scores in placed]) for measure in NAMES
    }
    measures |= {
        "EM": bootstrap_mean([outcome.exact for outcome in outcomes]),
        "F1": bootstrap_mean([outcome.f1 for outcome in outcomes]),
        "EM_answerable": bootstrap_mean([outcome.exact for outcome in answerable]),
        "F1_answerable": bootstrap_mean([outcome.f1 for outcome in answerable]),
        "answered": bootstrap_mean([outcome.status == "answered" for outcome in answerable]),
        "abstained": bootstrap_mean(silent),
        "date": bootstrap_mean(dated),
        "AUROC": bootstrap_auroc(
            [outcome.confidence for outcome in outcomes],
            [outcome.question.answerable for outcome in outcomes],
        ),
    }
    return Group(name, len(outcomes), len(answerable), measures)
