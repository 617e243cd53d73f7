"""Read a date from a file's name or its folders ("2016-01-19-coupe.md", "2021/05/03/a.txt").

It is the weakest source of a release's date: it may be the date of an event, or of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from rag.corpus.release_dates.cues import is_day_title
from rag.corpus.release_dates.header import HeaderDate, century, header_dates, is_plausible
from rag.language.registry import languages
from rag.language.release_words import release_pattern
from rag.lazy import regex
from rag.partial_date import PartialDate
from rag.types import PublicationDate

_SEP = r"[-_. ]"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<d>0[1-9]|[12]\d|3[01])"
_YEAR_FIRST = regex(
    rf"(?<![\d.,])(?<!\d-){_YEAR}(?P<sep>{_SEP}){_MONTH}(?P=sep){_DAY}(?=\D|$)"
    rf"|(?<!\d)(?P<y2>(?:19|20)\d\d)(?P<m2>0[1-9]|1[0-2])(?P<d2>0[1-9]|[12]\d|3[01])"
    r"(?!\d)(?!-\d\d\d)"
)
_YEAR_LAST = regex(
    rf"(?<![\d-])(?P<a>\d\d?)(?P<sep>{_SEP})(?P<b>\d\d?)(?P=sep){_YEAR}(?=\D|$)"
    r"|(?<![\w])(?P<a2>\d\d)(?P<b2>\d\d)(?P<y2>(?:19|20)\d\d)(?!\d)"
)
_SHORT_YEAR_FIRST = regex(
    rf"(?P<y>\d\d)(?:(?P<sep>[-_.]){_MONTH}(?P=sep){_DAY}(?=[^\d]|$)|(?P<m2>0[1-9]|1[0-2])"
    rf"(?P<d2>0[1-9]|[12]\d|3[01])(?=[-_ ]+[^\W\d_]))"
)
_MONTH_FIRST = regex(rf"{_YEAR}[-_]?{_MONTH}(?=[^\d\w]|_|$)(?![-_ ]?\d)")
# Characters that stand for a blank in a name, and places where digits and letters meet.
_BLANKS = regex(r"[-_.+]+|%20")
_SEAM = regex(r"(?<=\d)(?=[^\W\d_])|(?<=[a-zà-ÿ])(?=\d)|(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_ORDINAL = regex(r"(?:er|st|nd|rd|th|º|ª)(?![^\W\d_])", re.IGNORECASE)
_YEAR_FOLDER = regex(r"(?:19|20)\d\d")


def date_of_name(source: str, language: str | None) -> PublicationDate:
    """The date in a file's name or, without one, in the names of its folders. It is doubtful unless
    it is a day that can be read in one way only.

    Args:
        source: the path relative to the corpus folder, with ``/``.
        language: language of the release, ISO 639-1; None if it is not known.
    """
    *folders, name = source.split("/")
    stem = name.rpartition(".")[0] or name
    read: tuple[Callable[[str, str | None], PublicationDate], ...] = (
        _year_first,
        _year_last,
        _in_words,
        _short,
    )
    for reading in read:
        found = reading(stem, language)
        if found.date is not None:
            return found
    above = _of_folders(folders)
    month = _month(stem)
    if month.date is not None and (above.date is None or above.date.month is None):
        return month
    return above


def _stated(stated: PartialDate | None, words: str, *, doubtful: bool) -> PublicationDate:
    if stated is None or not _possible(stated):
        return PublicationDate()
    return PublicationDate(stated, None, "name", words, doubtful)


def _possible(stated: PartialDate) -> bool:
    return is_plausible(stated) and stated.year is not None and stated.year <= date.today().year + 1


def _date(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _year_first(stem: str, _language: str | None) -> PublicationDate:
    """ "2016-01-19-…", "20091008", "CP_2021_05_03"."""
    for match in _YEAR_FIRST.finditer(stem):
        parts = (match["y"] or match["y2"], match["m"] or match["m2"], match["d"] or match["d2"])
        year, month, day = map(int, parts)
        # With letters right before them, eight digits may be a number of something.
        glued = match["y2"] is not None and stem[: match.start()][-1:].isalpha()
        found = _stated(_date(year, month, day), match.group(), doubtful=glued)
        if found.date is not None:
            return found
    return PublicationDate()


def _year_last(stem: str, language: str | None) -> PublicationDate:
    """ "03-05-2021", "19.08.2003", "03052021"."""
    for match in _YEAR_LAST.finditer(stem):
        a, b = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
        year = int(match["y"] or match["y2"])
        readings = [one for one in (_date(year, b, a), _date(year, a, b)) if one is not None]
        several = len(readings) > 1 and readings[0] != readings[1]
        if not readings or (several and language == "en"):
            continue
        found = _stated(readings[0], match.group(), doubtful=several or match["a2"] is not None)
        if found.date is not None:
            return found
    return PublicationDate()


def _in_words(stem: str, language: str | None) -> PublicationDate:
    """ "communique-3-mai-2021", "10Apr2006Collins340". A date behind "du" is the day of an event,
    and counts only if the name reads like a title of the day ("Conseil des ministres du …")."""
    text, places = _spaced(stem)
    for found in header_dates(text, 0, len(text), language):
        if not found.date.has_year or found.date.until is not None or found.date.month is None:
            continue
        words = stem[places[found.start] : places[found.end]].strip("-_.+ ")
        if not any(character.isalpha() for character in words):
            continue
        of_something = _of_something(text, found)
        if of_something and not is_day_title(text):
            continue
        doubtful = found.unsure or of_something or not found.date.has_day
        stated = _stated(found.date, words, doubtful=doubtful)
        if stated.date is not None:
            return stated
    return PublicationDate()


def _short(stem: str, _language: str | None) -> PublicationDate:
    """ "18-02-27-bootcamp", "190503_CP": only at the beginning, and always doubtful."""
    match = _SHORT_YEAR_FIRST.match(stem)
    if match is None:
        return PublicationDate()
    year = century(int(match["y"]))
    stated = _date(year, int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
    return _stated(stated if year >= 1990 else None, match.group(), doubtful=True)


def _month(stem: str) -> PublicationDate:
    """ "2021-05-lettre": only at the beginning, and always doubtful."""
    match = _MONTH_FIRST.match(stem)
    if match is None:
        return PublicationDate()
    return _stated(_date(int(match["y"]), int(match["m"])), match.group(), doubtful=True)


def _of_folders(folders: list[str]) -> PublicationDate:
    """ "2021/05/03", "2021/05", "2021-05-03", "2021/mai", or only a year ("2021")."""
    for at, folder in enumerate(folders):
        day = _year_first(folder, None)
        if day.date is not None:
            return day
        month = _month(folder)
        if month.date is not None and month.words == folder:
            return month
        if not _YEAR_FOLDER.fullmatch(folder):
            continue
        year, below = int(folder), folders[at + 1 :]
        numbers = [int(name) for name in below[:2] if re.fullmatch(r"\d\d?", name)]
        for length in range(len(numbers), 0, -1):
            if len(numbers[:length]) == length and below[0].isdigit():
                stated = _date(year, *numbers[:length])
                words = "/".join(folders[at : at + 1 + length])
                if stated is not None:
                    return _stated(stated, words, doubtful=length < 2)
        if below:
            named = _in_words(f"{_BLANKS.sub(' ', below[0]).strip(' 0123456789')} {year}", None)
            if named.date is not None:
                return _stated(named.date, "/".join(folders[at : at + 2]), doubtful=True)
        return _stated(_date(year), folder, doubtful=True)
    return PublicationDate()


def _spaced(stem: str) -> tuple[str, list[int]]:
    """The name with blanks between its words, and for each character its offset in the name."""
    pieces: list[str] = []
    places: list[int] = []
    seams = {match.start() for match in _SEAM.finditer(stem)}
    at = 0
    while at < len(stem):
        blank = _BLANKS.match(stem, at)
        if blank:
            pieces.append(" ")
            places.append(at)
            at = blank.end()
            continue
        if at in seams and not _ORDINAL.match(stem, at):
            pieces.append(" ")
            places.append(at)
        pieces.append(stem[at])
        places.append(at)
        at += 1
    places.append(len(stem))
    return "".join(pieces), places


def _of_something(text: str, found: HeaderDate) -> bool:
    """Whether a date belongs to the word before it ("mobilisation du 18 septembre 2025")."""
    articles = release_pattern("older_articles", tuple(languages().values()))
    opening = re.compile(rf"(?:.*\s)?{articles}(?:\s+\S+)?\s*$", re.IGNORECASE)
    words = text[found.start : found.end].split()
    return (
        opening.fullmatch(text[: found.start]) is not None
        or re.fullmatch(articles, words[0], re.IGNORECASE) is not None
    )
