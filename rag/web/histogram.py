"""How many releases each month has, all or those of a search, as bars over which a drag narrows the
dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import rag
from rag.messages import date_in_words, message
from rag.web.templates import render

# More months than this would be narrower than a pixel on a telephone: bars are then years.
_MAX_MONTHS = 240
_HEIGHT = 30.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year.

    Attributes:
        start: ``2014-03`` or ``2014``.
        count: number of its releases.
        height: of the bar, 0 to 30.
        label: what it stands for, in words.
    """

    start: str
    count: int
    height: float
    label: str


def histogram(
    summaries: Iterable[rag.ReleaseSummary], found: Mapping[str, int] | None = None
) -> str:
    """The bars of the dated releases as HTML; ``""`` if fewer than two months have one.

    A release counts in the month of the first day that its date may be.

    Args:
        summaries: all releases. They give the first and the last bar.
        found: how many of them each month (``2014-11``) has that are counted; None counts all.
    """
    bars = count_months(summaries, found)
    if len(bars) < 2:
        return ""
    first, last = (date_in_words(rag.PartialDate.parse(bar.start)) for bar in (bars[0], bars[-1]))
    key = "page.histogram" if found is None else "page.histogram_found"
    label = message(key, first=first, last=last)
    return render("histogram", bars=bars, first=first, last=last, label=label)


def count_months(
    summaries: Iterable[rag.ReleaseSummary], found: Mapping[str, int] | None = None
) -> list[Bar]:
    """A bar for each month from the first release to the last, or for each year; arguments as for
    ``histogram``."""
    months: Counter[tuple[int, int]] = Counter()
    for summary in summaries:
        bounds = summary.date.bounds if summary.date else None
        if bounds is not None:
            months[bounds[0].year, bounds[0].month] += 1
    if not months:
        return []
    low, high = min(months), max(months)
    if found is not None:
        months = Counter({(int(m[:4]), int(m[5:])): count for m, count in found.items()})
    if 12 * (high[0] - low[0]) + high[1] - low[1] >= _MAX_MONTHS:
        years: Counter[int] = Counter()
        for (year, _), count in months.items():
            years[year] += count
        counts = {f"{year:04d}": years[year] for year in range(low[0], high[0] + 1)}
    else:
        numbers = range(12 * low[0] + low[1] - 1, 12 * high[0] + high[1])
        counts = {f"{n // 12:04d}-{n % 12 + 1:02d}": months[n // 12, n % 12 + 1] for n in numbers}
    top = max(1, *counts.values())
    return [
        Bar(
            start,
            count,
            round(max(_HEIGHT * count / top, 2.0), 1) if count else 0.0,
            message("page.bar", date=date_in_words(rag.PartialDate.parse(start)), count=count),
        )
        for start, count in counts.items()
    ]
