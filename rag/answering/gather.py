"""Gather what several releases say to one question, and put it in order.

Each release that was read gives a finding: its part of an answer, the value that the part states
and the time that the value is of. Findings with one value become one part. What the question asks
for decides the rest: the latest value, that of each time, a list, or how many times there was one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.answering.citations import cite
from rag.answering.values import Value, same_value, value_of
from rag.language import analyse, find_dates, resolve
from rag.language.registry import read_with
from rag.language.words import any_of
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import Answer, AnswerForm, AnswerPart, Citation, Hit, Period, Span

# A finding counts from this share of the best one's confidence on, and from this share of its
# terms of the question.
_LEAST_CONFIDENCE = 0.4
_LEAST_COVERAGE = 0.5
_NUMBER = re.compile(r"\d+")
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")
# Behind all times.
_LAST = (10**9, 0)
# The date of a compared number stands so many characters behind it, at most.
_DATE_WITHIN = 30


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
class _Group:
    """Findings with one value, the newest first."""

    findings: tuple[Finding, ...]

    @property
    def newest(self) -> Finding:
        return self.findings[0]

    @property
    def confidence(self) -> float:
        return max(finding.part.confidence for finding in self.findings)

    def to_part(self, shown: Finding | None = None) -> AnswerPart:
        """The part of one finding with the citations of the others."""
        shown = shown or self.newest
        also = tuple(
            finding.part.span or finding.part.sentence
            for finding in self.findings
            if finding is not shown
        )
        confidence = max(shown.part.confidence, self.confidence)
        return replace(shown.part, time=shown.time, also=also, confidence=confidence)


def gather(
    answer: Answer, query: Query, hits: Iterable[Hit], make_part: Callable[[Hit], AnswerPart | None]
) -> Answer:
    """The answer with what the other releases say.

    Args:
        answer: an answer of one part, or an abstention.
        query: the question.
        hits: all hits that were read, best first.
        make_part: makes the part of a hit, as if no other had been found; None if it has none.

    Returns:
        The answer with more parts, or with the part of another release first. An abstention stays
        one if no release answers alone.
    """
    read = list(hits)
    scope = query.scope
    if scope.form == "value" and scope.time is None and not answer.parts:
        return answer
    findings = _findings(answer, query, read, make_part)
    if not findings:
        return answer
    answer = replace(answer, releases_read=len({hit.release.id for hit in read}))
    if scope.form == "list":
        return _list(answer, findings)
    if scope.form == "series":
        return _series(answer, findings)
    if scope.form == "count":
        return _count(answer, findings)
    if scope.time is not None:
        return _of_time(answer, findings, first=scope.time == "first")
    if query.period is not None:
        findings = _in_period(findings, query.period) or findings
    return _with_others(answer, findings)


def _findings(
    answer: Answer, query: Query, hits: Sequence[Hit], make_part: Callable[[Hit], AnswerPart | None]
) -> list[Finding]:
    """What each release says, the best first; one finding a release, but all for a list."""
    first = answer.parts[0] if answer.parts else None
    parts = [first] if first else []
    several = query.scope.form in ("list", "count")
    taken = {first.hit.release.id} if first else set()
    for hit in hits:
        same = first is not None and hit.passage.citation.id == first.hit.passage.citation.id
        if same or (hit.release.id in taken and not several):
            continue
        part = make_part(hit)
        if part is not None:
            parts.append(part)
            taken.add(hit.release.id)
    if not parts:
        return []
    best = max(part.confidence for part in parts)
    covered = max(part.hit.match.coverage for part in parts)
    found = []
    for part in parts:
        enough = part.confidence >= _LEAST_CONFIDENCE * best
        near = part.hit.match.coverage >= _LEAST_COVERAGE * covered
        if part is first or (enough and near):
            found += _with_compared(query, part)
    return _said_once(found)


def _said_once(findings: Sequence[Finding]) -> list[Finding]:
    """A sentence that several releases repeat word for word is one statement, of the first time."""
    by_words: dict[tuple[str, Value], list[Finding]] = {}
    for finding in findings:
        words = " ".join(finding.part.sentence.quote.casefold().split())
        by_words.setdefault((words, finding.value), []).append(finding)
    return [
        min(alike, key=lambda one: _key(one.time) if _key(one.time) != (0, 0) else _LAST)
        for alike in by_words.values()
    ]


def _with_compared(query: Query, part: AnswerPart) -> list[Finding]:
    """The finding of a part, and the number of another time that stands beside its own: "478,
    contre 460 en 2019"."""
    compared = _compared(query, part)
    if compared is not None:
        own, other = compared
        part = replace(part, span=own)
    time, is_stated = _time_of(query, part)
    finding = Finding(part, value_of(query, part), time, is_stated)
    if compared is None:
        return [finding]
    beside = replace(part, span=other)
    time, is_stated = _time_of(query, beside)
    return [finding, Finding(beside, value_of(query, beside), time, is_stated)]


def _compared(query: Query, part: AnswerPart) -> tuple[Citation, Citation] | None:
    """The number that a part states and the one of another time that it is compared with."""
    if query.quantity is None or part.span is None:
        return None
    release, sentence = part.hit.release, part.sentence
    against = _against(release.language)
    found = against.search(release.body, part.span.start, sentence.end)
    if found is None:
        return None
    number = _FIGURE.match(release.body, found.end(), sentence.end)
    own = release.body[part.span.start : min(part.span.end, found.start())].rstrip(
        " ,\u00a0\u202f("
    )
    if number is None or not own:
        return None
    dates = find_dates(release.body, number.end(), sentence.end, language=release.language)
    if not dates or dates[0].start - number.end() > _DATE_WITHIN:
        return None
    start, ordinal = part.span.start, part.span.ordinal
    return (
        cite(release, start, start + len(own), ordinal),
        cite(release, number.start(), number.end(), ordinal),
    )


@lru_cache(maxsize=16)
def _against(language: str | None) -> re.Pattern[str]:
    words = any_of(*(one.answers.against for one in read_with(language)))
    return re.compile(rf"{words}\s+", re.IGNORECASE)


def _time_of(query: Query, part: AnswerPart) -> tuple[PartialDate | None, bool]:
    """Of what time the value of a part is, and whether the text states it.

    A date is of itself. A number is of the date in its sentence from which fewest other numbers
    part it, or of the year in the title. A person holds an office at the release's date.
    """
    release = part.hit.release
    published = release.published.date
    if part.kind == "date" and part.date is not None and part.date.date is not None:
        return part.date.date, part.date.of == "event"
    if query.asks == "who" and published is not None:
        return published, False
    cited = part.span or part.sentence
    span = Span(cited.start, cited.end)
    body, language = release.body, release.language
    dated = []
    for expression in find_dates(body, part.sentence.start, part.sentence.end, language=language):
        date = resolve(body, expression, release.published, language).date
        if date is None or not date.has_year or span.overlaps(expression):
            continue
        low, high = sorted((span, Span(expression.start, expression.end)), key=lambda s: s.start)
        between = body[low.end : high.start]
        dated.append((len(_NUMBER.findall(between)), len(between), date))
    if dated:
        return min(dated, key=lambda one: one[:2])[2], True
    titled = [
        one.date
        for one in find_dates(release.title, language=language)
        if one.date is not None and one.date.has_year
    ]
    if len(titled) == 1:
        return titled[0], True
    return published, False


def _grouped(findings: Iterable[Finding], *, by_time: bool = False) -> list[_Group]:
    """Findings with one value together, in the order of the first of each; with ``by_time`` only
    those of one time."""
    groups: list[list[Finding]] = []
    for finding in findings:
        for group in groups:
            alike = all(same_value(finding.value, other.value) for other in group)
            if alike and (not by_time or _one_time(group[0].time, finding.time)):
                group.append(finding)
                break
        else:
            groups.append([finding])
    return [_Group(tuple(sorted(g, key=lambda f: _key(f.time), reverse=True))) for g in groups]


def _key(time: PartialDate | None) -> tuple[int, int]:
    """Orders times; a time without a year comes before all others."""
    bounds = time.bounds if time is not None else None
    return (bounds[1].toordinal(), bounds[0].toordinal()) if bounds else (0, 0)


def _one_time(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two times can be the same: they overlap."""
    if one is None or other is None:
        return one is other
    first, second = one.bounds, other.bounds
    if first is None or second is None:
        return one == other
    return first[0] <= second[1] and second[0] <= first[1]


def _of_time(answer: Answer, findings: Sequence[Finding], *, first: bool) -> Answer:
    """The latest value, or the first one, with the others behind it in the order of time."""
    groups = _grouped(findings)
    if first:
        earliest = [(_key(g.findings[-1].time), g) for g in groups]
        earliest.sort(key=lambda one: one[0] if one[0] != (0, 0) else _LAST)
        parts = [group.to_part(group.findings[-1]) for _, group in earliest]
    else:
        groups.sort(key=lambda group: _key(group.newest.time), reverse=True)
        parts = [group.to_part() for group in groups]
    if not first:
        answer = replace(answer, as_of=parts[0].time)
    return _differing(answer, groups) or _with_parts(answer, "value", parts)


def _in_period(findings: Sequence[Finding], period: Period) -> list[Finding]:
    """The findings whose time may lie in a period, those that state it first."""
    within = [one for one in findings if _overlaps(one.time, period)]
    return sorted(within, key=lambda one: not one.is_stated)


def _overlaps(time: PartialDate | None, period: Period) -> bool:
    bounds = time.bounds if time is not None else None
    if bounds is None:
        return False
    return (period.low is None or bounds[1] >= period.low) and (
        period.high is None or bounds[0] <= period.high
    )


def _differing(answer: Answer, groups: Sequence[_Group]) -> Answer | None:
    """Two values of one time side by side; None if the first two are of two times."""
    if len(groups) < 2:
        return None
    one, other = groups[0].newest, groups[1].newest
    stated = one.is_stated and other.is_stated
    if one.time is None or other.time is None or not _one_time(one.time, other.time):
        return None
    if not stated and one.time != other.time:
        return None
    return _with_parts(answer, "differ", [group.to_part() for group in groups])


def _with_others(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """The value of the best finding, with the releases that say the same; and of a number or a date
    what others say, as a difference where they say it of the same time."""
    groups = _grouped(findings)
    best = next(group for group in groups if findings[0] in group.findings)
    parts = [best.to_part(findings[0])]
    if findings[0].value.kind not in ("amount", "date"):
        return _with_parts(answer, "value", parts)
    others = [group for group in groups if group is not best]
    alike = [group for group in others if _one_time(group.newest.time, findings[0].time)]
    if alike:
        return _with_parts(answer, "differ", [*parts, *(group.to_part() for group in alike)])
    others.sort(key=lambda group: _key(group.newest.time), reverse=True)
    return _with_parts(answer, "value", [*parts, *(group.to_part() for group in others)])


def _series(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """The value of each time, the earliest first."""
    groups = _grouped(findings, by_time=True)
    groups.sort(key=lambda group: _key(group.newest.time))
    if len(groups) < 2:
        return _with_parts(answer, "value", [group.to_part() for group in groups])
    return _with_parts(answer, "series", [group.to_part() for group in groups])


def _list(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """Each thing that a release names, once."""
    items = [item for finding in findings for item in _items(finding)]
    groups = _grouped(items)
    groups.sort(key=lambda group: _key(group.findings[-1].time))
    parts = [group.to_part(group.findings[-1]) for group in groups]
    if len({part.hit.release.id for part in parts}) < 2:
        return _with_parts(answer, "value", list(answer.parts) or parts[:1])
    return _with_parts(answer, "list", parts)


_ITEM = re.compile(r"\s*(?:,|;|\bet\b|\band\b|\bund\b|\by\b|\be\b|\ben\b)\s+")


def _items(finding: Finding) -> list[Finding]:
    """One finding for each thing that the words of a finding name."""
    part = finding.part
    if part.span is None:
        return [finding]
    release, span = part.hit.release, part.span
    found, start = [], span.start
    for match in (*_ITEM.finditer(span.quote), None):
        end = span.start + match.start() if match else span.end
        if release.body[start:end].strip():
            found.append(cite(release, start, end, span.ordinal))
        start = span.start + match.end() if match else end
    return [_of_item(finding, item) for item in found] if len(found) > 1 else [finding]


def _of_item(finding: Finding, item: Citation) -> Finding:
    part = replace(finding.part, span=item)
    terms = frozenset(analyse(item.quote, part.hit.release.language))
    return replace(finding, part=part, value=Value("words", terms=terms))


def _count(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """How many times there was one: each date that a release gives, once."""
    dated = [finding for finding in findings if finding.value.kind == "date"]
    groups = _grouped(dated, by_time=True)
    groups.sort(key=lambda group: _key(group.newest.time))
    if not groups:
        return answer
    return _with_parts(answer, "count", [group.to_part() for group in groups])


def _with_parts(answer: Answer, form: AnswerForm, parts: Sequence[AnswerPart]) -> Answer:
    if not parts:
        return answer
    confidence = parts[0].confidence
    if form in ("series", "list", "count"):
        confidence = min(part.confidence for part in parts)
    return replace(
        answer, parts=tuple(parts), form=form, confidence=confidence, abstention=None, missing=()
    )
