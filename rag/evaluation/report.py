"""A report as a Markdown table that also reads in a terminal, and as JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from rag.evaluation.bootstrap import LEVEL, RESAMPLES, Estimate
from rag.evaluation.run import Group, Outcome, Report
from rag.messages import message

# What stands beside each group; the rest is in the JSON.
_SHOWN = ("R@1", "EM", "F1")
# Measures that are called by words, not by the name they have everywhere.
_IN_WORDS = {"EM_answerable", "F1_answerable", "answered", "abstained", "date"}


def table(report: Report) -> str:
    """All measures over all questions with their intervals, then the main ones by language and by
    question word; in the language of the messages."""
    overall = report.overall
    rows = [(measure_name(name), *_cells(estimate)) for name, estimate in overall.measures.items()]
    n = str(overall.n)
    rows.append((message("eval.risk_area"), _number(report.risk_area), "", n))
    rows.append((message("eval.calibration"), _number(report.calibration), "", n))
    header = [message(f"eval.{key}") for key in ("measure", "value", "interval", "n")]
    parts = [
        message("eval.counts", n=overall.n, answerable=overall.answerable),
        _markdown(header, rows),
    ]
    for key, groups in (("language", report.by_language), ("word", report.by_word)):
        names = [message(f"eval.{name}") for name in (key, "n", "answerable")]
        lines = [
            (
                word_name(group.name) if key == "word" else group.name,
                str(group.n),
                str(group.answerable),
                *(_short(group.measures[name]) for name in _SHOWN),
            )
            for group in groups
        ]
        parts.append(_markdown([*names, *_SHOWN], lines))
    parts.append(message("eval.note", level=LEVEL, resamples=RESAMPLES))
    return "\n\n".join(parts)


def measure_name(name: str) -> str:
    """A measure for a person: what it is called everywhere, or a word in their language."""
    return message(f"eval.measure_{name.lower()}") if name in _IN_WORDS else name


def word_name(name: str) -> str:
    """A class of question words for a person: ``when`` is "quand" in French."""
    return message(f"eval.word_{name}")


def to_dict(report: Report) -> dict[str, Any]:
    """The report as ``rag eval --json`` prints it; a figure that no question counts for is null.

    ``{n, answerable, measures, risk_area, calibration_error, by_language, by_word,
    risk_coverage: {coverage, risk}, calibration: [{low, high, n, confidence, answerable}],
    interval: {level, resamples}, questions: [...]}``; a group is ``{n, answerable, measures}``, a
    measure ``{value, low, high, n}``.
    """
    return {
        **_group(report.overall),
        "risk_area": _finite(report.risk_area),
        "calibration_error": _finite(report.calibration),
        "by_language": {group.name: _group(group) for group in report.by_language},
        "by_word": {group.name: _group(group) for group in report.by_word},
        "risk_coverage": {"coverage": report.coverage.tolist(), "risk": report.risk.tolist()},
        "calibration": [
            {
                "low": part.low,
                "high": part.high,
                "n": part.n,
                "confidence": part.confidence,
                "answerable": part.share,
            }
            for part in report.bins
        ],
        "interval": {"level": LEVEL, "resamples": RESAMPLES},
        "questions": [_outcome(outcome) for outcome in report.outcomes],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "n": group.n,
        "answerable": group.answerable,
        "measures": {
            name: estimate.to_dict() if estimate is not None else None
            for name, estimate in group.measures.items()
        },
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.question.id,
        "question": outcome.question.text,
        "answers": list(outcome.question.answers),
        "word": outcome.word,
        "status": outcome.status,
        "given": outcome.given,
        "confidence": outcome.confidence,
        "relevant": outcome.relevant,
        "rank": outcome.rank,
        "EM": outcome.exact,
        "F1": outcome.f1,
        "date_right": outcome.date_right,
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _number(value: float) -> str:
    return f"{value:.3f}" if math.isfinite(value) else "–"


def _cells(estimate: Estimate | None) -> tuple[str, str, str]:
    if estimate is None:
        return "–", "", "0"
    interval = f"{estimate.low:.3f}–{estimate.high:.3f}"
    return _number(estimate.value), interval, str(estimate.n)


def _short(estimate: Estimate | None) -> str:
    if estimate is None:
        return "–"
    return f"{estimate.value:.2f} ({estimate.low:.2f}–{estimate.high:.2f})"


def _markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Padded, so that the columns also stand under each other where nothing renders them."""
    widths = [max(3, *(len(row[at]) for row in (header, *rows))) for at in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        return f"| {' | '.join(padded)} |"

    rule = f"| {' | '.join('-' * width for width in widths)} |"
    return "\n".join([line(header), rule, *(line(row) for row in rows)])
