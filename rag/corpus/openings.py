"""Count the releases that one text seems to hold: each opens with its place and date, or with a
label and its date, and text follows."""

from __future__ import annotations

from rag.corpus.furniture import is_header_line
from rag.corpus.labels import labels
from rag.corpus.release_dates.header import header_dates
from rag.lazy import regex
from rag.partial_date import PartialDate

_LONGEST_LINE = 100
_PROSE = 45  # characters of a line of text
_MOST, _MOST_LINES = 400_000, 200  # characters, and lines with a year, that are looked at
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LINE = regex(r"[^\r\n]+")
_MARKS = " \t\u00a0*_#|–—-=.:"


def release_count(body: str) -> int:
    """How many releases of different days a text seems to hold, at least 1."""
    dates: list[PartialDate] = []
    waiting: PartialDate | None = None  # of an opening that no text follows yet
    labelled, left = False, _MOST_LINES
    for match in _LINE.finditer(body, 0, _MOST):
        line = match.group().strip()
        found = None
        if len(line) <= _LONGEST_LINE and _YEAR.search(line) and left:
            found, left = _opening(line, labelled=labelled), left - 1
        if found is not None:
            waiting = found
        elif len(line) >= _PROSE and waiting is not None:
            if not dates or waiting != dates[-1]:
                dates.append(waiting)
            waiting = None
        bare = line.strip(_MARKS) if len(line) <= _LONGEST_LINE else line
        if bare:
            short = len(bare) <= _LONGEST_LINE
            labelled = short and labels().label.fullmatch(bare) is not None
    return max(1, len(set(dates)))


def _opening(line: str, *, labelled: bool) -> PartialDate | None:
    """The date of a line that opens a release; None for another line.

    Args:
        labelled: whether a label ("Communiqué de presse") stands on the line above.
    """
    if not is_header_line(line, near_top=True):
        return None
    dates = [one for one in header_dates(line, 0, len(line), None) if one.date.has_day]
    if len(dates) != 1 or not dates[0].date.has_year:
        return None
    placed = any(character.isalpha() for character in line[: dates[0].start])
    return dates[0].date if labelled or placed else None
