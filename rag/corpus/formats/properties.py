"""What the properties of a file say: titles and dates that programs fill in and nobody checks."""

from __future__ import annotations

import re
from functools import cache

from rag.language.registry import languages
from rag.language.release_words import release_pattern
from rag.lazy import regex
from rag.partial_date import PartialDate

_DATE = regex(r"(?:D:)?((?:19|20)\d\d)-?(\d\d)?-?(\d\d)?")
_PROGRAM = regex(r"^(?:microsoft |powerpoint|openoffice|libreoffice|print|impression)", re.I)
_FILE = regex(r"\.\w{2,5}$|^[^\s]*[_/\\][^\s]*$|^(?:document|\W*$)", re.I)


def usable_title(stated: str) -> str:
    """A title on one line; ``""`` if it is only a word, or the name of a file or program."""
    title = " ".join(stated.split())
    words = len(title.split())
    if words < 2 or len(title) > 300 or _PROGRAM.search(title) or _FILE.search(title):
        return ""
    return "" if untitled().match(title) else title


@cache
def untitled() -> re.Pattern[str]:
    """The pattern for the beginning of a title that a program gave ("Sans titre")."""
    words = release_pattern("untitled", tuple(languages().values()))
    return re.compile(rf"{words}(?!\w)", re.IGNORECASE)


def date_of(stated: str) -> PartialDate | None:
    """The day of ``2024-03-12T09:00:00Z`` or ``D:20240312090000``; None if it is none."""
    found = _DATE.match(stated.strip())
    if found is None:
        return None
    try:
        return PartialDate.parse("-".join(part for part in found.groups() if part))
    except ValueError:
        return None
