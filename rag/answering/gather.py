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
from rag.answering.confidence import lowered
from rag.answering.dates import role_of_date
from rag.answering.figures import against, asks_for_figures, compared, with_number
from rag.answering.values import Value, overlap, same_value, value_of
from rag.language import DateExpression, find_dates, resolve
from rag.language.aliases import other_names
from rag.language.registry import known, read_with
from rag.language.release_words import release_pattern
from rag.language.words import any_of
from rag.partial_date import PartialDate
from rag.question import Query
from rag.types import Answer, AnswerForm, AnswerPart, Citation, Hit, Period, Release, Span

# A finding counts from this share of the best one's confidence on (the second one where many values
# are asked for), and with this share of its terms of the question. To stand before the best one it
# needs the third share.
_LEAST_CONFIDENCE, _LEAST_OF_MANY, _TO_LEAD = 0.3, 0.2, 0.35
_LEAST_COVERAGE = 0.5
# Of one event it has more of them: "le forum des ports" is not "le forum des gares".
_COVERAGE_OF_EVENT = 0.8
# A hit that the reader likes less is not worth a part.
_LEAST_SPAN_SCORE = -4.0
# Numbers of so many days are of one time.
_SAME_DAYS = 31
# From so many releases on, a sentence that they repeat is one statement, of the first time.
_REPEATED = 3
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w%/]|[.,]\d|[ \u00a0\u202f]\d{3})")
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f.,]\d+)*")
_WORD_BEHIND = re.compile(r"[\s\u00a0\u202f]*([^\W\d_]+)")
# The date of a compared number stands so many characters behind it, at most.
_DATE_WITHIN = 30
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
class _Group:
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
        return min(self.findings, key=lambda finding: _from_first(finding.time))

    @property
    def confidence(self) -> float:
        return max(finding.part.confidence for finding in self.findings)

    def told_last(self) -> int:
        """The day, as a number, on which the last of its releases was published; 0 if unknown."""
        dates = (finding.part.hit.release.published.date for finding in self.findings)
        return max((_key(date)[1] for date in dates), default=0)

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


def gather(
    answer: Answer,
    query: Query,
    hits: Iterable[Hit],
    make_part: Callable[[Hit], AnswerPart | None],
    least: float,
) -> Answer:
    """The answer with what the other releases say.

    Args:
        answer: an answer of one part, or an abstention.
        query: the question.
        hits: all hits that were read, best first.
        make_part: makes the part of a hit that is not the first one; None if it has none.
        least: the confidence from which on there is an answer.

    Returns:
        The answer with more parts, or with the part of another release first. An abstention stays
        one if no release answers alone, or none of the asked time.
    """
    read = list(hits)
    scope = query.scope
    answer = replace(answer, releases_read=len({hit.release.id for hit in read}))
    if scope.is_narrow and not answer.parts:
        return answer
    findings = _findings(answer, query, read, make_part)
    if query.period is not None:
        findings = _of_period(findings, query.period)
    findings = [finding for finding in findings if finding.part.confidence >= least]
    if not findings:
        return replace(answer, parts=(), abstention=answer.abstention or "not-said")
    if scope.form == "series":
        return _series(answer, findings)
    if scope.form == "count":
        return _count(answer, findings)
    if scope.time is not None:
        return _of_time(answer, findings, first=scope.time == "first", now=scope.time == "now")
    return _with_others(answer, findings)


def gather_list(answer: Answer, query: Query, things: Iterable[AnswerPart]) -> Answer:
    """The answer to a question for several things.

    Args:
        answer: an answer of one part, or an abstention.
        query: the question.
        things: the parts of all passages that name one of the things, best first.

    Returns:
        Each thing once, by the time of the first release that names it. The answer stays as it is
        if fewer than two releases name one. Where its own words name several things, they are read
        from these, and not as one.
    """
    if query.cross_lingual and not query.names:
        return answer  # nothing tells that two passages speak of the same
    first = answer.parts[0] if answer.parts else None
    parts = list(things)
    if first is not None:
        of_first = first.hit.passage.citation.id
        own = Finding(first, value_of(query, first), *_time_of(query, first))
        if len(_items(query, own)) > 1:
            parts = [first, *(part for part in parts if part.hit.passage.citation.id != of_first)]
    covered = max((part.hit.match.coverage for part in parts), default=0.0)
    found = [
        Finding(part, value_of(query, part), *_time_of(query, part))
        for part in parts
        if part.hit.match.coverage >= _LEAST_COVERAGE * covered
    ]
    if query.period is not None:
        found = [one for one in found if _in_period(one.time, query.period)]
    if len({finding.part.hit.release.id for finding in found}) < 2:
        return answer
    groups = _grouped(_of_first_time([item for one in found for item in _items(query, one)]))
    groups.sort(key=lambda group: _from_first(group.earliest.time))
    form: AnswerForm = "list" if len(groups) > 1 else "value"
    return _with_parts(answer, form, [group.to_part(group.earliest) for group in groups])


# Findings


def _findings(
    answer: Answer, query: Query, hits: Sequence[Hit], make_part: Callable[[Hit], AnswerPart | None]
) -> list[Finding]:
    """What each release says, the best first; one finding a release, but all for a count."""
    first = answer.parts[0] if answer.parts else None
    parts = [first] if first else []
    several = query.scope.form == "count"
    taken = {first.hit.release.id} if first else set()
    for hit in hits:
        same = first is not None and hit.passage.citation.id == first.hit.passage.citation.id
        unlikely = (hit.match.span_score or 0.0) < _LEAST_SPAN_SCORE
        if same or unlikely or (hit.release.id in taken and not several):
            continue
        part = make_part(hit)
        if part is not None:
            parts.append(part)
            taken.add(hit.release.id)
    if asks_for_figures(query, parts):
        parts = [one for one in map(with_number, parts) if one is not None]
        first = parts[0] if parts else None
    if not parts:
        return []
    best = max(part.confidence for part in parts)
    least = _LEAST_CONFIDENCE if query.scope.form == "value" else _LEAST_OF_MANY
    covered = max(part.hit.match.coverage for part in parts)
    of_event = query.wanted == "date" and query.scope.is_narrow
    share = _COVERAGE_OF_EVENT if of_event else _LEAST_COVERAGE
    found = []
    for part in parts:
        enough = part.confidence >= least * best
        near = part.hit.match.coverage >= share * covered
        if part is first or (enough and near):
            found += _with_compared(query, part)
    return _of_first_time(found)


def _of_first_time(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, those of a sentence that several releases repeat with the first one's time."""
    by_words: dict[str, list[Finding]] = {}
    for finding in findings:
        words = " ".join(finding.part.sentence.quote.casefold().split())
        by_words.setdefault(words, []).append(finding)
    times = {
        words: min((one.time for one in alike), key=_from_first)
        for words, alike in by_words.items()
        if len({one.part.hit.release.id for one in alike}) >= _REPEATED
    }
    return [
        replace(one, time=times[words]) if words in times else one
        for words, alike in by_words.items()
        for one in alike
    ]


def _with_compared(query: Query, part: AnswerPart) -> list[Finding]:
    """The finding of a part, and the number of another time that stands beside its own: "478,
    contre 460 en 2019"."""
    beside_it = compared(query, part)
    if beside_it is None:
        return [Finding(part, value_of(query, part), *_time_of(query, part))]
    own, other, expression, other_time = beside_it
    part, beside = replace(part, span=own), replace(part, span=other)
    finding = Finding(part, value_of(query, part), *_time_of(query, part, without=expression))
    if overlap(finding.time, other_time):
        return [finding]
    return [finding, Finding(beside, value_of(query, beside), other_time, is_stated=True)]


def _time_of(
    query: Query, part: AnswerPart, without: DateExpression | None = None
) -> tuple[PartialDate | None, bool]:
    """Of what time the value of a part is, and whether the text states it.

    A date is of itself. A number is of the date in its sentence from which fewest other numbers
    part it, or of the year in the title. A person holds an office at the release's date.

    Args:
        without: a date in the sentence that belongs to another number.
    """
    release = part.hit.release
    published = release.published.date
    if part.kind == "date" and part.date is not None and part.date.date is not None:
        return part.date.date, part.date.of == "event"
    if query.asks == "who" and published is not None:
        return published, False
    cited = part.span or part.sentence
    span = Span(cited.start, cited.end)
    dated = []
    for expression, date in _dates_in(release, part.sentence, span, query):
        if expression == without:
            continue
        low, high = sorted((span, Span(expression.start, expression.end)), key=lambda s: s.start)
        between = release.body[low.end : high.start]
        if against(release.language).search(f"{between} "):
            continue  # the date of another number
        dated.append((len(_NUMBER.findall(between)), len(between), date))
    if dated:
        return min(dated, key=lambda one: one[:2])[2], True
    titled = [
        one.date
        for one in find_dates(release.title, language=release.language)
        if one.date is not None and one.date.has_year
    ]
    if len(titled) == 1:
        return titled[0], True
    return published, False


def _dates_in(
    release: Release, sentence: Citation, words: Span, query: Query
) -> Iterable[tuple[DateExpression, PartialDate]]:
    """The dates with a year in a sentence, but no beginnings ("depuis 2014", "créé en 1998"); for
    a question in the present none after the release's date."""
    body, language = release.body, release.language
    published = release.published.date
    found = [
        one
        for one in find_dates(body, sentence.start, sentence.end, language=language)
        if not _is_all_of(body, words, one)
    ]
    for year in _YEAR.finditer(body, sentence.start, sentence.end):
        one = DateExpression(year.start(), year.end(), PartialDate(int(year.group())))
        taken = any(Span(one.start, one.end).overlaps(other) for other in found)
        if not taken and not _is_all_of(body, words, one):
            found.append(one)
    for expression in found:
        date = resolve(body, expression, release.published, language).date
        if date is None or not date.has_year:
            continue
        if role_of_date(body, expression, language) == "begin":
            continue
        before = body[max(sentence.start, expression.start - 40) : expression.start]
        if _older(language).search(before):
            continue
        later = published is not None and _key(date)[1] > _key(published)[0] > 0
        if later and query.scope.time == "now":
            continue
        yield expression, date


@lru_cache(maxsize=16)
def _older(language: str | None) -> re.Pattern[str]:
    """Words of an older event right before its date ("créé en")."""
    return re.compile(rf"(?<!\w){release_pattern('older', read_with(language))}$", re.IGNORECASE)


def _is_all_of(body: str, span: Span, expression: DateExpression) -> bool:
    """Whether a date is all the number that words have ("en 2020"; not "478 en 2020")."""
    if not span.overlaps(expression):
        return False
    rest = body[span.start : max(span.start, expression.start)] + body[expression.end : span.end]
    return _NUMBER.search(rest) is None


# Groups


def _grouped(findings: Iterable[Finding], *, by_time: bool = False) -> list[_Group]:
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
    return [_Group(tuple(sorted(g, key=lambda f: _key(f.time), reverse=True))) for g in groups]


def _key(time: PartialDate | None) -> tuple[int, int]:
    """Orders times; a time without a year comes before all others."""
    bounds = time.bounds if time is not None else None
    return (bounds[1].toordinal(), bounds[0].toordinal()) if bounds else (0, 0)


def _from_first(time: PartialDate | None) -> tuple[int, int]:
    """Orders times; one without a year comes behind all others."""
    key = _key(time)
    return key if key != (0, 0) else _LAST


def _of_period(findings: Sequence[Finding], period: Period) -> list[Finding]:
    """The findings of a period, those that state it first; without any, those of an unknown time
    or the release's, and those that state another time with less confidence."""
    within = [one for one in findings if _in_period(one.time, period)]
    if within:
        return sorted(within, key=lambda one: not one.is_stated)
    return [
        replace(one, part=replace(one.part, confidence=lowered(one.part.confidence)))
        if one.is_stated
        else one
        for one in findings
    ]


def _in_period(time: PartialDate | None, period: Period) -> bool:
    bounds = time.bounds if time is not None else None
    if bounds is None:
        return False
    return (period.low is None or bounds[1] >= period.low) and (
        period.high is None or bounds[0] <= period.high
    )


# Forms


def _of_time(answer: Answer, findings: Sequence[Finding], *, first: bool, now: bool) -> Answer:
    """The latest value, or the first one, with the others behind it in the order of time. A group
    that is much less sure than the best one does not lead."""
    groups = _grouped(findings)
    if first:
        groups.sort(key=lambda group: _from_first(group.earliest.time))
    else:
        groups.sort(key=lambda group: _key(group.newest.time), reverse=True)
    best = max(group.confidence for group in groups)
    leads = next(group for group in groups if group.confidence >= _TO_LEAD * best)
    groups.remove(leads)
    groups.insert(0, leads)
    parts = [group.to_part(group.earliest if first else None) for group in groups]
    if now:
        answer = replace(answer, as_of=parts[0].time)
    ours = groups[0].earliest if first else groups[0].newest
    alike = [n for n, group in enumerate(groups) if n and _together(group.newest, ours)]
    if alike:
        return _with_parts(answer, "differ", [parts[0], *(parts[n] for n in alike)])
    return _with_parts(answer, "value", parts)


def _together(one: Finding, other: Finding) -> bool:
    """Whether two findings are of one time: stated times that overlap; for a number times near by,
    for another value the same day."""
    if one.time is None or other.time is None:
        return False
    if overlap(one.time, other.time) and (one.is_stated or other.is_stated):
        return True
    if one.value.kind != "amount":
        return one.time == other.time
    first, second = _key(one.time), _key(other.time)
    return (0, 0) not in (first, second) and abs(first[0] - second[0]) <= _SAME_DAYS


def _is_moved(one: _Group, other: _Group) -> bool:
    """Whether two groups state different days for what still lay ahead when each was published: the
    second one was published before the day that the first one states."""
    told = []
    for group in (one, other):
        published, time = group.told_last(), group.newest.time
        dated = group.newest.value.kind == "date" and group.newest.is_stated
        if not dated or not published or time is None or time.bounds is None:
            return False
        told.append((published, time.bounds[0].toordinal()))
    first, second = sorted(told)
    return second[0] < first[1] and second[0] < second[1]


def _with_others(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """The value of the best finding, with the releases that say the same; and of a number or a date
    what others say, as a difference where they say it of the same time."""
    groups = _grouped(findings)
    best = next(group for group in groups if findings[0] in group.findings)
    parts = [best.to_part(findings[0])]
    if findings[0].value.kind not in ("amount", "date"):
        return _with_parts(answer, "value", parts)
    others = [group for group in groups if group is not best]
    moved = [group for group in others if _is_moved(group, best)]
    if moved:
        told = sorted([best, *moved], key=_Group.told_last, reverse=True)
        leads = next(g for g in told if g.confidence >= _TO_LEAD * best.confidence)
        told.remove(leads)
        return _with_parts(answer, "differ", [group.to_part() for group in (leads, *told)])
    alike = [group for group in others if _together(group.newest, findings[0])]
    if alike:
        return _with_parts(answer, "differ", [*parts, *(group.to_part() for group in alike)])
    others.sort(key=lambda group: _key(group.newest.time), reverse=True)
    return _with_parts(answer, "value", [*parts, *(group.to_part() for group in others)])


def _series(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """The value of each time, the earliest first; of a person the time is that of the first
    statement."""
    persons = all(finding.value.kind == "person" for finding in findings)
    if not persons:
        findings = _with_stated_time(findings)
    groups = _grouped(findings, by_time=not persons)
    shown = [(group, group.earliest if persons else group.newest) for group in groups]
    shown.sort(key=lambda one: _from_first(one[1].time))
    form: AnswerForm = "series" if len(groups) > 1 else "value"
    return _with_parts(answer, form, [group.to_part(finding) for group, finding in shown])


def _with_stated_time(findings: Sequence[Finding]) -> list[Finding]:
    """The findings; one that has only its release's date takes the time that another one states
    for the same value."""
    stated = [finding for finding in findings if finding.is_stated]
    found = []
    for finding in findings:
        alike = (one for one in stated if same_value(one.value, finding.value))
        other = None if finding.is_stated else next(alike, None)
        found.append(replace(finding, time=other.time) if other else finding)
    return found


def _items(query: Query, finding: Finding) -> list[Finding]:
    """One finding for each thing that the words of a finding name."""
    part = finding.part
    if part.span is None or other_names(part.span.quote):
        return [finding]
    release, span = part.hit.release, part.span
    found, start = [], span.start
    for match in (*_between_items(release.language).finditer(span.quote), None):
        end = span.start + match.start() if match else span.end
        if release.body[start:end].strip():
            found.append(cite(release, start, end, span.ordinal))
        start = span.start + match.end() if match else end
    if len(found) < 2:
        return [finding]
    parts = [replace(part, span=item) for item in found]
    return [replace(finding, part=one, value=value_of(query, one)) for one in parts]


@lru_cache(maxsize=16)
def _between_items(language: str | None) -> re.Pattern[str]:
    both = any_of(known(language).answers.both)
    return re.compile(rf"\s*[,;]\s+(?:{both}\s+)?|\s+{both}\s+")


def _count(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """How many times there was one: each date that a release gives, once."""
    dated = [one for one in findings if one.value.kind == "date" and one.is_stated]
    groups = _grouped(dated)
    groups.sort(key=lambda group: _from_first(group.newest.time))
    if not groups:
        return replace(answer, parts=(), abstention=answer.abstention or "not-said")
    return _with_parts(answer, "count", [group.to_part() for group in groups])


def _with_parts(answer: Answer, form: AnswerForm, parts: Sequence[AnswerPart]) -> Answer:
    answer = replace(answer, parts=tuple(parts), form=form, abstention=None, missing=())
    shown = parts if answer.is_joined else parts[:1]
    return replace(answer, confidence=min(part.confidence for part in shown))
