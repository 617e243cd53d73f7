"""Parse the date that metadata or a filter of a search states."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

from rag.corpus.labels import labels
from rag.corpus.release_dates.cues import line_cues
from rag.language.dates import find_dates
from rag.language.registry import languages
from rag.language.release_words import release_pattern
from rag.lazy import regex
from rag.partial_date import PartialDate

_ISO = regex(r"\d{4}(?:-\d{2})?|--\d{2}(?:-\d{2})?")
_COMPACT = regex(r"(\d{4})(\d\d)(\d\d)(?:T\d{4,6}(?:\.\d+)?(?:Z|[+-]\d{4})?)?")
# "202105031430" is a time of day, and not the seconds of a day in 1976.
_STAMP = regex(
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])(?:[0-5]\d){0,2}"
)
_SECONDS = regex(r"[1-9]\d{8,9}(?:\d{3}|\.\d+)?")  # seconds or milliseconds since 1970
_YEAR_FIRST = regex(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![-/.\d])")
_ZONE = (
    r"(?:Z\b|[A-Z][a-z]+/[A-Z]\w+|\b[A-Z]{3,4}(?![a-z]))?\s?(?:[+-]\d{1,2}(?::?\d{2})?)?"
    r"(?:\s?[\[(][\w\s/+-]{1,40}[\])])?"
)
_C_LOCALE = regex(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(?P<day>\d\d?)(?=\s+\d{4}\b)"
)
_TIME = regex(
    r"(?:(?<=\d)T|\b)\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?|\s?[hH](?:\s?\d{2})?\b)"
    rf"(?:\s?[AaPp]\.?[Mm]\b\.?)?\s?{_ZONE}|\b(?:GMT|UTC)\b"
)


def parse_date(text: str, language: str | None = None) -> PartialDate | None:
    """Parse a date of metadata.

    The forms are ISO, also partial (``2014-11``, ``--02-15``), the forms that programs write
    (``2013/7/13 20:46``, ``20130713204600``, ``Tue, 19 Jan 2016 10:00:00 GMT``, seconds since
    1970), and words. The day is the written one; time zones are ignored.

    Args:
        text: the date.
        language: of its words, ISO 639-1; None if it is not known.

    Returns:
        The date; None if the text is not exactly one date, or the date is not in the calendar.
    """
    stated = text.strip()[:200]
    if _ISO.fullmatch(stated):
        return _calendar_date(stated)
    compact = _COMPACT.fullmatch(stated) or _STAMP.fullmatch(stated)
    if compact:
        return _calendar_date("-".join(compact.groups()))
    if _SECONDS.fullmatch(stated):
        seconds = float(stated) / (1000 if len(stated.partition(".")[0]) > 10 else 1)
        return PartialDate.of(datetime.fromtimestamp(seconds, UTC).date())
    day = _YEAR_FIRST.match(stated)
    if day:
        year, _mark, month, number = day.groups()
        rest = _TIME.sub("", f"0{stated[day.end() :]}", count=1).removeprefix("0")
        date = _calendar_date(f"{year}-{month:0>2}-{number:0>2}")
        return None if date is None or _says_more(rest) else date
    stated = " ".join(_TIME.sub(" ", stated).split())
    stated = _C_LOCALE.sub(r"\g<day> \g<month>", stated)
    found = find_dates(stated, language=language, all_languages=True)
    if len(found) != 1 or found[0].date is None:
        return None
    before, behind = stated[: found[0].start], stated[found[0].end :]
    before = line_cues().on.sub("", line_cues().short_weekday.sub("", before))
    return None if _says_more(f"{before} {behind}") else found[0].date


def _calendar_date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _says_more(rest: str) -> bool:
    """Whether the text beside a date is more than a weekday and a time of day."""
    known = labels()
    rest = known.weekday.sub(" ", known.clock.sub(" ", rest))
    rest = re.sub(rf"\b{_clock_words()}(?!\w)", " ", rest, flags=re.IGNORECASE)
    return any(character.isalnum() for character in rest)


@cache
def _clock_words() -> str:
    """The words before and behind a time of day, in all languages."""
    read = tuple(languages().values())
    return f"(?:{release_pattern('clock', read)}|{release_pattern('clock_end', read)})"
