"""Dates that may be one of the release's own, and how the clearest of them is chosen."""

from __future__ import annotations

from rag.corpus.release_dates.header import HeaderDate
from rag.corpus.release_dates.lines import Line
from rag.lazy import dataclass
from rag.partial_date import PartialDate
from rag.types import PublicationDate, Span

# The weights of candidates, by the way in which the date is stated.
LABELLED, AT_ONCE, PLACED, SIGNED, DATED, DATELINE, BARE = 90, 85, 80, 76, 74, 72, 70
PARTLY, END_PLACED, END_BARE, LEAD, OPENING = 60, 50, 48, 40, 30
# The weight of a date that the file's name confirms.
CONFIRMED = 79


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that may be one of the release's own dates.

    Attributes:
        weight: how clearly the text says so, from 30 to 90; the candidate with the highest wins.
        where: where it stands: ``header``, ``lead`` or ``end``, as in ``PublicationDate``.
        clear: whether it is clear enough that two clear candidates with different dates make the
            chosen date doubtful.
        doubtful: whether a person should look at it.
    """

    found: HeaderDate
    weight: int
    where: str
    clear: bool = True
    doubtful: bool = False


def without_calendars(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, without the bare dates if there are many: those are dates of events."""
    kept: list[Candidate] = []
    for where, bare in (("header", BARE), ("end", END_BARE)):
        there = [one for one in candidates if one.where == where]
        days = {one.found.date for one in there if one.weight == bare}
        many = len(days) > (2 if where == "header" else 1)
        kept += [one for one in there if not (many and one.weight == bare)]
    return kept


def without_chronicles(opened: list[tuple[Line, Candidate]]) -> list[Candidate]:
    """The datelines, without those that have no place if their days differ: such lines are a
    chronicle."""
    plain = {one.found.date for _, one in opened if not one.clear}
    return [one for _, one in opened if one.clear or len(plain) == 1]


def best(candidates: list[Candidate], known: PartialDate | None = None) -> PublicationDate:
    """The date that is stated most clearly. It is doubtful if another clear one disagrees."""
    if not candidates:
        return PublicationDate()

    def clearness(one: Candidate) -> tuple[int, int]:
        is_known = known is not None and one.found.date == known
        return max(one.weight, CONFIRMED) if is_known else one.weight, -one.found.start

    best = max(candidates, key=clearness)
    fuller = [
        one
        for one in candidates
        if one.found.date != best.found.date and _is_part(best.found, one.found)
    ]
    if fuller:
        best = max(fuller, key=clearness)
    same = [one for one in candidates if one.found.date == best.found.date]
    sure = (
        len({one.found.start for one in same}) > 1
        or best.found.date == known
        or not (best.doubtful or best.found.unsure)
    )
    against = any(
        best.clear and one.clear and one.weight >= END_BARE and not agree(best.found, one.found)
        for one in candidates
    )
    span = Span(best.found.start, best.found.end)
    doubtful = not sure or against
    return PublicationDate(best.found.date, span, best.where, None, doubtful)


def agree(one: HeaderDate, other: HeaderDate) -> bool:
    """Whether two dates may be the same day."""
    return one.date == other.date or _is_part(one, other) or _is_part(other, one)


def _is_part(less: HeaderDate, more: HeaderDate) -> bool:
    if less.date.until is not None or more.date.until is not None:
        return False
    return less.date.covers(more.date)
