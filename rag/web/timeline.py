"""The timeline of the hits: an SVG picture that needs no script and no library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import rag
from rag.messages import date_in_words, message
from rag.phrases import title_in_words
from rag.web.templates import render

# Vertical sizes are in pixels. A dot is 24 pixels wide, the least that a finger can hit.
_LANE_HEIGHT, _DOT_RADIUS = 26, 12
# Horizontal positions are percentages of the width, so that a narrow page shrinks no text. The
# gaps are those needed on a telephone, where the timeline is 250 pixels wide.
_MIN_DOT_GAP = 100 * (2 * _DOT_RADIUS + 4) / 250
_MIN_TICK_GAP = 100 * 45 / 250
_MAX_LANES = 6
_MAX_TICKS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """A hit in the picture.

    Attributes:
        left, right: the first and the last day of its date, in per cent of the width; equal for a
            day.
        y: its middle, in pixels from the top.
        label: its number, title and date in words.
    """

    hit: rag.Hit
    left: float
    right: float
    y: float
    label: str

    @property
    def middle(self) -> float:
        """Where its number stands, in per cent of the width."""
        return round((self.left + self.right) / 2, 2)


def timeline(hits: Sequence[rag.Hit]) -> str:
    """The hits at the dates of their releases, as HTML; ``""`` if there is no hit.

    A day is a dot; a month or a year is a bar. Hits without a year and hits without a date are
    buttons below the picture.
    """
    if not hits:
        return ""
    dated: list[tuple[date, date, rag.Hit]] = []
    others: dict[str, list[tuple[rag.Hit, str]]] = defaultdict(list)
    for hit in hits:
        published = hit.release.published.date
        bounds = published.bounds if published else None
        if published is None:
            others["page.timeline_undated"].append((hit, _label(hit)))
        elif bounds is None:
            others["page.timeline_yearless"].append((hit, _label(hit)))
        else:
            dated.append((*bounds, hit))
    axis, marks, ticks = _picture(sorted(dated, key=lambda d: (d[0], d[2].rank)))
    return render(
        "timeline",
        marks=marks,
        ticks=ticks,
        axis=axis,
        radius=_DOT_RADIUS,
        others=[(message(key), others[key]) for key in sorted(others)],
    )


def _picture(
    dated: list[tuple[date, date, rag.Hit]],
) -> tuple[float, list[Mark], list[tuple[float, str]]]:
    """The height of the axis, the marks and the ticks.

    Args:
        dated: (first day, last day, hit), sorted by first day.
    """
    if not dated:
        return 0.0, [], []
    low, high = dated[0][0], max(last for _, last, _ in dated)
    if high == low:  # a single day stands in the middle of its year
        low, high = date(low.year, 1, 1), date(low.year, 12, 31)

    def position(day: date) -> float:
        return round(100 * (day - low).days / (high - low).days, 2)

    lane_ends: list[float] = []  # for each lane the position from which it is free
    placed = []
    for first, last, hit in dated:
        left = position(first)
        right = max(position(last), left)
        lane = next((n for n, end in enumerate(lane_ends) if end <= left), len(lane_ends))
        if lane >= _MAX_LANES:
            lane = min(range(_MAX_LANES), key=lambda n: lane_ends[n])
        lane_ends[lane : lane + 1] = [right + _MIN_DOT_GAP]
        placed.append((lane, left, right, hit))
    axis = len(lane_ends) * _LANE_HEIGHT + 2
    marks = [
        Mark(hit, left, right, axis - _LANE_HEIGHT * (lane + 0.5) - 1, _label(hit))
        for lane, left, right, hit in placed
    ]
    return axis, marks, _placed_ticks(low, high, position)


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


def _label(hit: rag.Hit) -> str:
    return f"{hit.rank}. {title_in_words(hit.release)}, {date_in_words(hit.release.published.date)}"
