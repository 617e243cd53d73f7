"""The hits in time, as a picture: an SVG that needs no script and no library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from html import escape

import rag
from rag.messages import date_in_words, message
from rag.phrases import title_in_words

# Upright in pixels, a dot as large as a finger needs (24); across in hundredths of the width, so
# that nothing shrinks where it is narrow. What keeps apart does on a telephone (250 px) too.
_LANE, _DOT = 27.0, 12.0
_APART = 100 * (2 * _DOT + 4) / 250
_MOST_LANES = 6
_TICKS, _TICK_APART = 5, 100 * 45 / 250


def timeline(hits: Sequence[rag.Hit]) -> str:
    """Each hit at its release's date: a dot for a day, a bar for a month or a year; beside them,
    in words, those without a year and those without a date. ``""`` where there is no hit."""
    dated: list[tuple[date, date, rag.Hit]] = []
    apart: dict[str, list[rag.Hit]] = defaultdict(list)
    for hit in hits:
        stated = hit.release.published.date
        bounds = stated.bounds if stated else None
        if stated is None:
            apart["page.timeline_undated"].append(hit)
        elif bounds is None:
            apart["page.timeline_yearless"].append(hit)
        else:
            dated.append((*bounds, hit))
    if not hits:
        return ""
    heading = escape(message("page.timeline"))
    picture = _picture(sorted(dated, key=lambda d: (d[0], d[2].rank))) if dated else ""
    lists = "".join(_beside(key, apart[key]) for key in sorted(apart))
    shown = f"<h3>{heading}</h3>{picture}{lists}"
    return f'<section class="timeline" aria-label="{heading}">{shown}</section>'


def _picture(dated: list[tuple[date, date, rag.Hit]]) -> str:
    low, high = dated[0][0], max(last for _, last, _ in dated)
    span = max((high - low).days, 1)
    # A single day stands in the middle of its year.
    if high == low:
        low, high = date(low.year, 1, 1), date(low.year, 12, 31)
        span = (high - low).days

    def place(day: date) -> float:
        return 100 * (day - low).days / span

    free: list[float] = []  # where each lane is free from
    marks = []
    for first, last, hit in dated:
        left = place(first)
        right = max(place(last), left)
        lane = next((n for n, until in enumerate(free) if until <= left), len(free))
        if lane >= _MOST_LANES:
            lane = min(range(_MOST_LANES), key=lambda n: free[n])
        free[lane : lane + 1] = [right + _APART]
        marks.append((lane, left, right, hit))
    base = len(free) * _LANE + 6
    shapes = "".join(_mark(base, *mark) for mark in marks)
    ticks = "".join(_tick(x, base, text) for x, text in _apart(_ticks(low, high), place))
    height = base + 26
    return (
        f'<svg height="{height:.0f}" role="group" '
        f'aria-label="{escape(message("page.timeline"))}">'
        f'<line class="axis" x1="0" x2="100%" y1="{base:.0f}" y2="{base:.0f}"/>'
        f"{ticks}{shapes}</svg>"
    )


def _mark(base: float, lane: int, left: float, right: float, hit: rag.Hit) -> str:
    y = base - _LANE * lane - _LANE / 2 - 4
    label = escape(_label(hit))
    shape = f'<circle cx="{left:.2f}%" cy="{y:.1f}" r="{_DOT:.0f}"/>'
    if right > left:
        shape = (
            f'<line class="bar" x1="{left:.2f}%" x2="{right:.2f}%" y1="{y:.1f}" y2="{y:.1f}" '
            f'stroke-width="{2 * _DOT:.0f}"/>'
        )
    return (
        f'<g><title>{label}</title><a href="#" role="button" '
        f'data-open="{escape(hit.passage.citation.id)}" aria-label="{label}">{shape}'
        f'<text x="{(left + right) / 2:.2f}%" y="{y + 4:.1f}">{hit.rank}</text></a></g>'
    )


def _tick(x: float, base: float, text: str) -> str:
    return (
        f'<line class="axis" x1="{x:.2f}%" x2="{x:.2f}%" y1="{base:.0f}" y2="{base + 5:.0f}"/>'
        f'<text class="tick" x="{x:.2f}%" y="{base + 19:.0f}">{escape(text)}</text>'
    )


def _ticks(low: date, high: date) -> list[tuple[date, str]]:
    """Starts of years, or of months within a year or two; not more than a few."""
    months = (high.year - low.year) * 12 + high.month - low.month
    if months > 24:
        step = -(-(high.year - low.year + 1) // _TICKS)
        years = range(low.year, high.year + 1, step)
        return [(max(date(y, 1, 1), low), str(y)) for y in years]
    step = max(1, -(-(months + 1) // _TICKS))
    found = []
    for n in range(0, months + 1, step):
        year, month = divmod(low.year * 12 + low.month - 1 + n, 12)
        found.append((max(date(year, month + 1, 1), low), f"{month + 1:02d}/{year}"))
    return found


def _apart(
    ticks: list[tuple[date, str]], place: Callable[[date], float]
) -> list[tuple[float, str]]:
    """Where the ticks stand; without the first, which need not start a year or a month, where the
    second would be written over it."""
    placed = [(place(day), text) for day, text in ticks]
    return placed[1:] if len(placed) > 1 and placed[1][0] - placed[0][0] < _TICK_APART else placed


def _beside(key: str, hits: list[rag.Hit]) -> str:
    buttons = "".join(
        f'<button type="button" data-open="{escape(hit.passage.citation.id)}" '
        f'aria-label="{escape(_label(hit))}">{hit.rank}</button>'
        for hit in hits
    )
    return f'<p class="apart">{escape(message(key))} {buttons}</p>'


def _label(hit: rag.Hit) -> str:
    return f"{hit.rank}. {title_in_words(hit.release)}, {date_in_words(hit.release.published.date)}"
