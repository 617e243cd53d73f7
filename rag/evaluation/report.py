"""Print a report as Markdown tables, which are also readable in a terminal, or as JSON."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from rag.evaluation.bootstrap import LEVEL, RESAMPLES, Estimate
from rag.evaluation.run import Group, Outcome, Report
from rag.messages import message

# Measures in the tables by language and question word. All measures are in the JSON.
_GROUP_MEASURES = ("R@1", "EM", "F1")
# Measures with a name in each language. The other names, such as MRR@10, are never translated.
_TRANSLATED = {"EM_answerable", "F1_answerable", "answered", "abstained", "date"}


def table(report: Report) -> str:
    """All measures over all questions with their intervals, then the main measures by language and
    by question word. The text is in the language of the messages."""
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
                *(_short(group.measures[name]) for name in _GROUP_MEASURES),
            )
            for group in groups
        ]
        parts.append(_markdown([*names, *_GROUP_MEASURES], lines))
    parts.append(message("eval.note", level=LEVEL, resamples=RESAMPLES))
    return "\n\n".join(parts)


def measure_name(name: str) -> str:
    """The name of a measure, in the language of the messages if it is translated."""
    return message(f"eval.measure_{name.lower()}") if name in _TRANSLATED else name


def word_name(name: str) -> str:
    """The name of a class of question words in the language of the messages: ``when`` is "quand"
    in French."""
    return message(f"eval.word_{name}")


def to_dict(report: Report) -> dict[str, Any]:
    """The report as ``rag eval --json`` prints it. A measure without a question is None.

    ``{n, answerable, measures, risk_area, calibration_error, by_language, by_word,
    risk_coverage: {coverage, risk}, calibration: [{low, high, n, confidence, answerable}],
    interval: {level, resamples}, questions: [...]}``. A group is ``{n, answerable, measures}``. A
    measure is ``{value, low, high, n}``.
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
                "low": item.low,
                "high": item.high,
                "n": item.n,
                "confidence": item.confidence,
                "answerable": item.share,
            }
            for item in report.bins
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
    """A Markdown table. Cells are padded, so that columns are aligned in a terminal too."""
    columns = range(len(header))
    widths = [max(3, *(len(row[column]) for row in (header, *rows))) for column in columns]

    def line(cells: Sequence[str]) -> str:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        return f"| {' | '.join(padded)} |"

    rule = f"| {' | '.join('-' * width for width in widths)} |"
    return "\n".join([line(header), rule, *(line(row) for row in rows)])
