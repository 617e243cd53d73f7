"""Draw a report as one PNG: measures with their intervals, risk and coverage, calibration.

It uses matplotlib's Agg canvas and the font that matplotlib ships. It opens no window, uses no
network and ignores the user's matplotlibrc.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from rag.errors import StorageError
from rag.evaluation.abstention import BINS
from rag.evaluation.report import measure_name
from rag.evaluation.run import Report
from rag.evaluation.tools import load
from rag.messages import message

_BARS = ("R@1", "R@5", "R@20", "MRR@10", "nDCG@10", "EM", "F1")
_INCHES, _DPI = (15.0, 4.6), 110
_BLUE, _GREY, _RED = "#2b5c8a", "#8a8f98", "#b03a2e"


def draw(report: Report, path: str | Path) -> None:
    """Write the picture as PNG, whatever the file's ending is. An existing file is replaced.

    Raises:
        EvaluationError: matplotlib is not installed.
        StorageError: the file cannot be written.
    """
    matplotlib = load("matplotlib")
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        figure = load("matplotlib.figure").Figure(figsize=_INCHES, layout="constrained")
        canvas = load("matplotlib.backends.backend_agg").FigureCanvasAgg(figure)
        measures, curve, calibration = figure.subplots(1, 3)
        _measures(measures, report)
        _curve(curve, report)
        _calibration(calibration, report)
        image = io.BytesIO()
        figure.set_dpi(_DPI)
        canvas.print_png(image)
    try:
        Path(path).write_bytes(image.getvalue())
    except OSError as error:
        raise StorageError("eval.picture_refused", path=path, reason=error) from error


def _measures(axes: Any, report: Report) -> None:
    """A bar for each measure, with its interval; a measure without a question has no bar."""
    estimates = [(name, report.overall.measures[name]) for name in _BARS]
    bars = [(name, estimate) for name, estimate in estimates if estimate is not None]
    names = [f"{measure_name(name)}\nn = {estimate.n}" for name, estimate in bars]
    values = [estimate.value for _name, estimate in bars]
    # By rounding, the mean may be slightly outside its interval. Lengths must not be negative.
    below = [max(0.0, estimate.value - estimate.low) for _name, estimate in bars]
    above = [max(0.0, estimate.high - estimate.value) for _name, estimate in bars]
    axes.bar(range(len(bars)), values, yerr=[below, above], capsize=4, color=_BLUE)
    axes.set_xticks(range(len(bars)), names, fontsize=8)
    axes.set_ylim(0.0, 1.05)
    axes.set_title(message("eval.picture_measures"))


def _curve(axes: Any, report: Report) -> None:
    """The risk–coverage curve, with a line at the share that was answered."""
    axes.plot(report.coverage, report.risk, color=_BLUE, drawstyle="steps-pre")
    if report.outcomes:
        answered = sum(outcome.status == "answered" for outcome in report.outcomes)
        share = answered / len(report.outcomes)
        label = message("eval.picture_answered", share=share)
        axes.axvline(share, color=_RED, linestyle="--", linewidth=1, label=label)
        axes.legend(loc="upper left", fontsize=8)
    axes.set_xlim(0.0, 1.0)
    axes.set_ylim(0.0, 1.05)
    axes.set_xlabel(message("eval.picture_coverage"))
    axes.set_ylabel(message("eval.picture_risk"))
    axes.set_title(message("eval.picture_curve", area=report.risk_area))


def _calibration(axes: Any, report: Report) -> None:
    """The reliability diagram: a bar for each bin with its number of questions. The diagonal shows
    perfect calibration."""
    for item in report.bins:
        if item.share is None or item.confidence is None:
            continue
        middle = (item.low + item.high) / 2
        axes.bar(middle, item.share, width=0.9 / BINS, color=_BLUE, alpha=0.7)
        axes.plot([item.confidence], [item.share], marker="o", markersize=4, color=_RED)
        axes.annotate(str(item.n), (middle, item.share + 0.02), ha="center", fontsize=8)
    axes.plot([0.0, 1.0], [0.0, 1.0], color=_GREY, linestyle="--", linewidth=1)
    axes.set_xlim(0.0, 1.0)
    axes.set_ylim(0.0, 1.1)
    axes.set_xlabel(message("eval.picture_confidence"))
    axes.set_ylabel(message("eval.picture_answerable"))
    axes.set_title(message("eval.picture_calibration", error=report.calibration))
