"""Findings of several releases: put together by their value, and in the order of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from rag.answering.gathering.values import Value, overlap, same_value
from rag.lazy import dataclass
from rag.partial_date import PartialDate
from rag.types import Answer, AnswerForm, AnswerPart, Period

# Numbers of so many days are of one time.
_SAME_DAYS = 31
# From so many releases on, a sentence that they repeat is one statement, of the first time.
_REPEATED = 3
# A number is of another order if it is so many times less or more than all of so many others.
_OTHER_ORDER, _TO_COMPARE = 4, 2
# Behind all times.
_LAST = (10**9, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one release says.

    Attributes:
        part: its part of the answer.
        value: what the part says, to be compared.
        time: of what time the value is; None if the release does not say and has no date.
        is_stated: whether the text states that time; else it is the release's date.
    """

    part: AnswerPart
    value: Value
    time: PartialDate | None
    is_stated: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Findings with one value, the newest first."""

    findings: tuple[Finding, ...]

    @property
    def newest(self) -> Finding:
        """The newest finding; of numbers of one time an exact one."""
        first = self.findings[0]
        if first.value.amount is None or not first.value.amount.is_vague:
            return first
        alike = (one for one in self.findings if overlap(one.time, first.time))
        return next(
            (one for one in alike if one.value.amount and not one.value.amount.is_vague), first
        )

    @property
    def earliest(self) -> Finding:
        return min(self.findings, key=lambda finding: from_first(finding.time))

    @property
    def confidence(self) -> float:
        return max(finding.part.confidence for finding in self.findings)

    def told_last(self) -> int:
        """The day, as a number, on which the last of its releases was published; 0 if unknown."""
        dates = (finding.part.hit.release.published.date for finding in self.findings)
        return max((key(date)[1] for date in dates), default=0)

    def to_part(self, shown: Finding | None = None) -> AnswerPart:
        """The part of one finding with the citations of other releases."""
        shown = shown or self.newest
        also = {
            finding.part.hit.release.id: finding.part.span or finding.part.sentence
            for finding in self.findings
            if finding.part.hit.release.id != shown.part.hit.release.id
        }
        confidence = max(shown.part.confidence, self.confidence)
        also_cited = tuple(also.values())
        return replace(shown.part, time=shown.time, also=also_cited, confidence=confidence)


def grouped(findings: Iterable[Finding], *, by_time: bool = False) -> list[Group]:
    """Findings with one value together, in the order of the first of each; with ``by_time`` only
    those of one time."""
    groups: list[list[Finding]] = []
    for finding in findings:
        for group in groups:
            alike = all(same_value(finding.value, other.value) for other in group)
            if alike and (not by_time or overlap(group[0].time, finding.time)):
                group.append(finding)
                break
        else:
            groups.append([finding])
    return [Group(tuple(sorted(g, key=lambda f: key(f.time), reverse=True))) for g in groups]


def key(time: PartialDate | None) -> tuple[int, int]:
    """Orders times; a time without a year comes before all others."""
    bounds = time.bounds if time is not None else None
    return (bounds[1].toordinal(), bounds[0].toordinal()) if bounds else (0, 0)


def from_first(time: PartialDate | None) -> tuple[int, int]:
    """Orders times; one without a year comes behind all others."""
    order = key(time)
    return order if order != (0, 0) else _LAST


def in_period(time: PartialDate | None, period: Period) -> bool:
    """Whether a time lies in a period, or in a part of it."""
    bounds = time.bounds if time is not None else None
    if bounds is None:
        return False
    return (period.low is None or bounds[1] >= period.low) and (
        period.high is None or bounds[0] <= period.high
    )


def together(one: Finding, other: Finding) -> bool:
    """Whether two findings are of one time: stated times that overlap; for a number times near by,
    for another value the same day."""
    if one.time is None or other.time is None:
        return False
    if overlap(one.time, other.time) and (one.is_stated or other.is_stated):
        return True
    return are_near(one, other) if one.value.kind == "amount" else one.time == other.time


def are_near(one: Finding, other: Finding) -> bool:
    """Whether the times of two findings end within a month."""
    first, second = key(one.time), key(other.time)
    return (0, 0) not in (first, second) and abs(first[0] - second[0]) <= _SAME_DAYS


def of_first_time(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of a sentence that several releases repeat with the first one's time."""
    by_words: dict[str, list[Finding]] = {}
    for finding in findings:
        words = " ".join(finding.part.sentence.quote.casefold().split())
        by_words.setdefault(words, []).append(finding)
    times = {
        words: min((one.time for one in alike), key=from_first)
        for words, alike in by_words.items()
        if len({one.part.hit.release.id for one in alike}) >= _REPEATED
    }
    return [
        replace(one, time=times[words]) if words in times else one
        for words, alike in by_words.items()
        for one in alike
    ]


def with_whole_names(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of persons; one with a surname alone takes the whole name of the one other
    person of that surname ("Mme Aubry", "Claire Aubry")."""
    whole: dict[str, set[tuple[str, ...]]] = {}
    for one in findings:
        if len(one.value.name) > 1:
            whole.setdefault(one.value.name[-1], set()).add(one.value.name)
    found = []
    for one in findings:
        names = whole.get(one.value.name[-1], set()) if len(one.value.name) == 1 else set()
        value = replace(one.value, name=next(iter(names))) if len(names) == 1 else one.value
        found.append(replace(one, value=value))
    return found


def with_stated_time(findings: Sequence[Finding]) -> list[Finding]:
    """The findings; one that has only its release's date takes the time that another one states
    for the same value."""
    stated = [finding for finding in findings if finding.is_stated]
    found = []
    for finding in findings:
        alike = (one for one in stated if _is_equal(one.value, finding.value))
        other = None if finding.is_stated else next(alike, None)
        found.append(replace(finding, time=other.time) if other else finding)
    return found


def _is_equal(one: Value, other: Value) -> bool:
    """Whether two values are the same, and numbers exactly so."""
    return _number(one) == _number(other) and same_value(one, other)


def _number(value: Value) -> Decimal | None:
    return value.amount.value if value.amount is not None else None


def without_outliers(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without numbers of another order whose time no text states: they are probably of
    something else."""
    amounts = [one.value.amount.value for one in findings if one.is_stated and one.value.amount]
    if len(amounts) < _TO_COMPARE:
        return list(findings)
    low, high = min(amounts) / _OTHER_ORDER, max(amounts) * _OTHER_ORDER
    return [
        one
        for one in findings
        if one.is_stated or one.value.amount is None or low <= one.value.amount.value <= high
    ]


def with_parts(answer: Answer, form: AnswerForm, parts: Sequence[AnswerPart]) -> Answer:
    """An answer with some parts, and with the confidence of the least sure of those it shows."""
    answer = replace(answer, parts=tuple(parts), form=form, abstention=None, missing=())
    shown = parts if answer.is_joined else parts[:1]
    return replace(answer, confidence=min(part.confidence for part in shown))
