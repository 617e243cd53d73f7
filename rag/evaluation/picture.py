"""A report as one PNG: the measures with their intervals, risk against coverage, calibration.

Drawn with matplotlib's Agg canvas and the font that matplotlib ships: no window, no network, and
the settings of the user's matplotlibrc left aside.
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
    """Write the picture, as PNG whatever the file is called; what was there is replaced.

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
        reason = error.strerror or type(error).__name__
        raise StorageError("eval.picture_refused", path=path, reason=reason) from error


def _measures(axes: Any, report: Report) -> None:
    """Bars with the ends of their intervals; a measure without a question has no bar."""
    shown = [(name, report.overall.measures[name]) for name in _BARS]
    known = [(name, estimate) for name, estimate in shown if estimate is not None]
    names = [f"{measure_name(name)}\nn = {estimate.n}" for name, estimate in known]
    values = [estimate.value for _name, estimate in known]
    # The mean may lie a rounding outside its interval; an error bar has no negative length.
    below = [max(0.0, estimate.value - estimate.low) for _name, estimate in known]
    above = [max(0.0, estimate.high - estimate.value) for _name, estimate in known]
    axes.bar(range(len(known)), values, yerr=[below, above], capsize=4, color=_BLUE)
    axes.set_xticks(range(len(known)), names, fontsize=8)
    axes.set_ylim(0.0, 1.05)
    axes.set_title(message("eval.picture_measures"))


def _curve(axes: Any, report: Report) -> None:
    """Risk over coverage, with the share that was answered marked."""
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
    """The reliability diagram: a bar a bin, its number of questions on it, the diagonal ideal."""
    for part in report.bins:
        if part.share is None or part.confidence is None:
            continue
        middle = (part.low + part.high) / 2
        axes.bar(middle, part.share, width=0.9 / BINS, color=_BLUE, alpha=0.7)
        axes.plot([part.confidence], [part.share], marker="o", markersize=4, color=_RED)
        axes.annotate(str(part.n), (middle, part.share + 0.02), ha="center", fontsize=8)
    axes.plot([0.0, 1.0], [0.0, 1.0], color=_GREY, linestyle="--", linewidth=1)
    axes.set_xlim(0.0, 1.0)
    axes.set_ylim(0.0, 1.1)
    axes.set_xlabel(message("eval.picture_confidence"))
    axes.set_ylabel(message("eval.picture_answerable"))
    axes.set_title(message("eval.picture_calibration", error=report.calibration))
