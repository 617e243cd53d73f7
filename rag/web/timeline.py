"""The timeline of the hits: an SVG picture that needs no script and no library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import rag
from rag.messages import date_in_words, message
from rag.phrases import title_in_words

# Vertical sizes are in pixels. A dot is 24 pixels wide, the least that a finger can hit.
_LANE_HEIGHT, _DOT_RADIUS = 27.0, 12.0
# Horizontal positions are percentages of the width, so that a narrow page shrinks no text. The
# gaps are those needed on a telephone, where the timeline is 250 pixels wide.
_MIN_DOT_GAP = 100 * (2 * _DOT_RADIUS + 4) / 250
_MIN_TICK_GAP = 100 * 45 / 250
_MAX_LANES = 6
_MAX_TICKS = 5


def timeline(hits: Sequence[rag.Hit]) -> str:
    """The hits at the dates of their releases, as HTML; ``""`` if there is no hit.

    A day is a dot; a month or a year is a bar. Hits without a year and hits without a date are
    buttons below the picture.
    """
    if not hits:
        return ""
    dated: list[tuple[date, date, rag.Hit]] = []
    others: dict[str, list[rag.Hit]] = defaultdict(list)
    for hit in hits:
        published = hit.release.published.date
        bounds = published.bounds if published else None
        if published is None:
            others["page.timeline_undated"].append(hit)
        elif bounds is None:
            others["page.timeline_yearless"].append(hit)
        else:
            dated.append((*bounds, hit))
    heading = escape(message("page.timeline"))
    picture = _picture(sorted(dated, key=lambda d: (d[0], d[2].rank))) if dated else ""
    lists = "".join(_button_list(key, others[key]) for key in sorted(others))
    content = f"<h3>{heading}</h3>{picture}{lists}"
    return f'<section class="timeline" aria-label="{heading}">{content}</section>'


def _picture(dated: list[tuple[date, date, rag.Hit]]) -> str:
    """The SVG of (first day, last day, hit), sorted by first day."""
    low, high = dated[0][0], max(last for _, last, _ in dated)
    if high == low:  # a single day stands in the middle of its year
        low, high = date(low.year, 1, 1), date(low.year, 12, 31)

    def position(day: date) -> float:
        return 100 * (day - low).days / (high - low).days

    lane_ends: list[float] = []  # for each lane the position from which it is free
    marks = []
    for first, last, hit in dated:
        left = position(first)
        right = max(position(last), left)
        lane = next((n for n, end in enumerate(lane_ends) if end <= left), len(lane_ends))
        if lane >= _MAX_LANES:
            lane = min(range(_MAX_LANES), key=lambda n: lane_ends[n])
        lane_ends[lane : lane + 1] = [right + _MIN_DOT_GAP]
        marks.append((lane, left, right, hit))
    axis_y = len(lane_ends) * _LANE_HEIGHT + 6
    shapes = "".join(_mark(axis_y, *mark) for mark in marks)
    ticks = "".join(_tick(x, axis_y, text) for x, text in _placed_ticks(low, high, position))
    height = axis_y + 26
    return (
        f'<svg height="{height:.0f}" role="group" '
        f'aria-label="{escape(message("page.timeline"))}">'
        f'<line class="axis" x1="0" x2="100%" y1="{axis_y:.0f}" y2="{axis_y:.0f}"/>'
        f"{ticks}{shapes}</svg>"
    )


def _mark(axis_y: float, lane: int, left: float, right: float, hit: rag.Hit) -> str:
    """The dot or the bar of a hit, with its rank; a click opens the release."""
    y = axis_y - _LANE_HEIGHT * lane - _LANE_HEIGHT / 2 - 4
    label = escape(_label(hit))
    shape = f'<circle cx="{left:.2f}%" cy="{y:.1f}" r="{_DOT_RADIUS:.0f}"/>'
    if right > left:
        shape = (
            f'<line class="bar" x1="{left:.2f}%" x2="{right:.2f}%" y1="{y:.1f}" y2="{y:.1f}" '
            f'stroke-width="{2 * _DOT_RADIUS:.0f}"/>'
        )
    return (
        f'<g><title>{label}</title><a href="#" role="button" '
        f'data-open="{escape(hit.passage.citation.id)}" aria-label="{label}">{shape}'
        f'<text x="{(left + right) / 2:.2f}%" y="{y + 4:.1f}">{hit.rank}</text></a></g>'
    )


def _tick(x: float, axis_y: float, text: str) -> str:
    return (
        f'<line class="axis" x1="{x:.2f}%" x2="{x:.2f}%" y1="{axis_y:.0f}" y2="{axis_y + 5:.0f}"/>'
        f'<text class="tick" x="{x:.2f}%" y="{axis_y + 19:.0f}">{escape(text)}</text>'
    )


def _placed_ticks(
    low: date, high: date, position: Callable[[date], float]
) -> list[tuple[float, str]]:
    """The position and the text of each tick.

    The first tick need not be the start of a year or a month. It is left out where the text of
    the second would overlap it.
    """
    ticks = [(position(day), text) for day, text in _ticks(low, high)]
    return ticks[1:] if len(ticks) > 1 and ticks[1][0] - ticks[0][0] < _MIN_TICK_GAP else ticks


def _ticks(low: date, high: date) -> list[tuple[date, str]]:
    """The starts of years, or of months if the period has at most two years; a few of them."""
    months = (high.year - low.year) * 12 + high.month - low.month
    if months > 24:
        step = -(-(high.year - low.year + 1) // _MAX_TICKS)
        years = range(low.year, high.year + 1, step)
        return [(max(date(y, 1, 1), low), str(y)) for y in years]
    step = max(1, -(-(months + 1) // _MAX_TICKS))
    ticks = []
    for n in range(0, months + 1, step):
        year, month = divmod(low.year * 12 + low.month - 1 + n, 12)
        ticks.append((max(date(year, month + 1, 1), low), f"{month + 1:02d}/{year}"))
    return ticks


def _button_list(key: str, hits: list[rag.Hit]) -> str:
    """Hits that have no place in the picture, after the sentence of a message key."""
    buttons = "".join(
        f'<button type="button" data-open="{escape(hit.passage.citation.id)}" '
        f'aria-label="{escape(_label(hit))}">{hit.rank}</button>'
        for hit in hits
    )
    return f'<p class="unplaced">{escape(message(key))} {buttons}</p>'


def _label(hit: rag.Hit) -> str:
    return f"{hit.rank}. {title_in_words(hit.release)}, {date_in_words(hit.release.published.date)}"
