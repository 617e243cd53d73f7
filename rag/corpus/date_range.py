"""Read a day, a month, a year, or two of them as a range of days."""

from __future__ import annotations

from datetime import date

from rag.corpus.release_dates.stated import parse_date


def date_range(text: str) -> tuple[int, int] | None:
    """First and last day of ``2014``, ``2014-11``, ``2014-11-18`` or two of them with ``..``
    between, as ordinals (1 is the first day of the year 1).

    An open side ("2014..") is the first or the last possible day. None for another text, a date
    without a year, and a range that ends before it begins.
    """
    first, dots, last = text.partition("..")
    ends = []
    for side, one in enumerate((first, last if dots else first)):
        if not one.strip() and dots and (first or last):
            ends.append((date.min, date.max)[side].toordinal())
            continue
        parsed = parse_date(one)
        bounds = parsed.bounds if parsed else None
        if bounds is None:
            return None
        ends.append(bounds[side].toordinal())
    return (ends[0], ends[1]) if ends[0] <= ends[1] else None
