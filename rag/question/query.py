"""Check and prepare what a user asks: the question, ``k``, the filters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rag.corpus import parse_date
from rag.errors import QueryError
from rag.types import Filters

MAX_CHARACTERS = 2_000


def checked_question(question: object) -> str:
    """The question as it will be searched: a string with something in it, cut at 2,000 characters
    (about what the default encoder's window holds).

    Raises:
        QueryError: not a string, or nothing but blanks, marks and control characters.
    """
    if not isinstance(question, str):
        raise QueryError("query.not_text", kind=type(question).__name__)
    clean = question.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").strip()
    if not any(character.isprintable() and not character.isspace() for character in clean):
        raise QueryError("query.empty")
    return clean[:MAX_CHARACTERS]


def as_read(question: str) -> str:
    """A question typed all in capitals in small letters, which the models read better; of the same
    length. A word or two may be an acronym and stay."""
    small = question.lower()
    capitals = question.isupper() and len(question.split()) > 2
    return small if capitals and len(small) == len(question) else question


def checked_k(k: object) -> int:
    """``k`` as a whole number of 1 or more; larger than the corpus is fine.

    Raises:
        QueryError: not a whole number, or less than 1.
    """
    if isinstance(k, bool) or not isinstance(k, int) or k < 1:
        raise QueryError("query.bad_k", k=k)
    return k


def make_filters(
    date_from: str | date | None = None,
    date_to: str | date | None = None,
    language: str | Iterable[str] | None = None,
    releases: str | Iterable[str] | None = None,
) -> Filters:
    """Filters as the retriever takes them, dates widened to whole days.

    Args:
        date_from, date_to: ``2014``, ``2014-11``, ``2014-11-18`` or a date in words; inclusive.
        language: one ISO 639-1 code or several.
        releases: one release id or several.

    Raises:
        QueryError: a date that is not in the calendar or has no year, or a range that ends
            before it begins.
    """
    low = _bound(date_from, 0) if date_from is not None else None
    high = _bound(date_to, 1) if date_to is not None else None
    if low and high and low > high:
        raise QueryError("query.empty_range", first=date_from, last=date_to)
    languages = tuple(code.strip().casefold() for code in _several(language))
    return Filters(low, high, languages, tuple(_several(releases)))


def _several(value: str | Iterable[str] | None) -> list[str]:
    if value is None:
        return []
    several = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
    for one in several:
        if not isinstance(one, str):
            raise QueryError("query.bad_filter", value=one)
    return several


def _bound(text: object, side: int) -> date:
    if isinstance(text, date):
        text = text.isoformat()
    parsed = parse_date(text) if isinstance(text, str) else None
    bounds = parsed.bounds if parsed else None
    if bounds is None:
        raise QueryError("query.bad_date", value=text)
    return bounds[side]
