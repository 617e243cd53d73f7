"""Find "the year before" and "three years earlier", which count from a year that the text states:
"402 300 passagers en 2013, contre 381 000 *l'année précédente*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.language.dates import DateExpression
from rag.language.registry import known
from rag.language.terms import plain
from rag.language.words import any_of
from rag.partial_date import PartialDate


def tells_year_before(text: str, start: int, end: int, language: str | None) -> bool:
    """Whether a part of a text has such an expression."""
    return _pattern(language).search(text.replace("\u2019", "'"), start, end) is not None


def find_years_before(
    text: str,
    start: int,
    end: int,
    language: str | None,
    dates: Sequence[tuple[int, PartialDate]],
    *,
    other: PartialDate | None = None,
    published: PartialDate | None = None,
) -> list[DateExpression]:
    """The expressions for a year before another one in a part of a text, each with its year.

    Args:
        text: any text.
        start, end: the part, in characters.
        language: ISO 639-1 code; None if it is not known.
        dates: the dates with a year in that part, each with its place; the year counts from the
            last one before the expression, or else from the next one.
        other: the date from which it counts where there are none.
        published: the date of the release, from which "a year earlier" counts without both.
    """
    found = []
    for match in _pattern(language).finditer(text.replace("\u2019", "'"), start, end):
        at = match.start()
        before = [date for place, date in dates if place < at]
        last = before[-1:] or [date for _, date in dates[:1]]
        anchor = last[0] if last else other or (published if match["earlier"] else None)
        spelt = plain(match["years"] or "1")
        back = known(language).numbers.get(spelt) or int(spelt)
        if anchor is not None and anchor.year is not None:
            of_year = PartialDate(anchor.year - back)
            found.append(DateExpression(at, match.end(), of_year))
    return found


@lru_cache(maxsize=64)
def _pattern(language: str | None) -> re.Pattern[str]:
    words = known(language).answers
    earlier, before = any_of(words.year_earlier), any_of(words.year_before)
    number = any_of(" ".join(known(language).numbers))
    several = rf"(?P<years>\d\d?|{number})\s+{any_of(words.years_earlier)}"
    return re.compile(rf"(?P<earlier>{earlier})|{before}|{several}", re.IGNORECASE)
