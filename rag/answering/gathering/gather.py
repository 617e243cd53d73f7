"""Gather what several releases say to one question, and put it in order.

Each release that was read gives a finding: its part of an answer, the value that the part states
and the time that the value is of. Findings with one value become one part. What the question asks
for decides the rest: the latest value, that of each time, a list, or how many times there was one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from rag.answering.confidence import lowered
from rag.answering.gathering.findings import (
    find_all,
    finding,
)
from rag.answering.gathering.groups import (
    Finding,
    Group,
    are_near,
    from_first,
    grouped,
    in_period,
    key,
    together,
    with_parts,
    with_stated_time,
    with_whole_names,
    without_outliers,
)
from rag.answering.gathering.predecessors import with_predecessors
from rag.question import Query
from rag.question.extremes import Extreme
from rag.retrieval.named import has_all_names
from rag.types import Answer, AnswerForm, AnswerPart, Hit

# To stand before the best one a group needs this share of its confidence.
_TO_LEAD = 0.35


def gather(
    answer: Answer,
    query: Query,
    hits: Iterable[Hit],
    make_part: Callable[[Hit], AnswerPart | None],
    least: float,
    editions: Sequence[AnswerPart] = (),
) -> Answer:
    """The answer with what the other releases say.

    Args:
        answer: an answer of one part, or an abstention.
        query: the question.
        hits: all hits that were read, best first.
        make_part: makes the part of a hit that is not the first one; None if it has none.
        least: the confidence from which on there is an answer.
        editions: parts with the years of what a question counts, which stand behind those of hits.

    Returns:
        The answer with more parts, or with the part of another release first. An abstention stays
        one if no release answers alone, or none of the asked time.
    """
    read = list(hits)
    scope = query.scope
    answer = replace(answer, releases_read=len({hit.release.id for hit in read}))
    if scope.is_narrow and not answer.parts:
        return answer
    findings = find_all(answer, query, read, make_part)
    if query.period is not None:
        findings = _of_period(findings, query)
    findings = [finding for finding in findings if finding.part.confidence >= least]
    if scope.form == "count":
        return _count(answer, query, findings, editions)
    if not findings:
        return replace(answer, parts=(), abstention=answer.abstention or "not-said")
    if scope.extreme is not None:
        return _extreme(answer, findings, scope.extreme)
    if scope.form == "series":
        return _series(answer, with_predecessors(query, findings))
    if scope.time is not None and not _tell_of_move(findings):
        return _of_time(answer, findings, first=scope.time == "first", now=scope.time == "now")
    return _with_others(answer, findings)


def _of_period(findings: Sequence[Finding], query: Query) -> list[Finding]:
    """The findings of a question's period, those that state it first; without any, those of an
    unknown time or the release's, and those that state another time with less confidence; of a
    number with much less, for it seldom lasts from one year to the next."""
    period = query.period
    if period is None:
        return list(findings)
    within = [one for one in findings if in_period(one.time, period)]
    if within:
        return sorted(within, key=lambda one: not one.is_stated)
    return [_doubted(one) if one.is_stated else one for one in findings]


def _doubted(one: Finding) -> Finding:
    confidence = lowered(one.part.confidence)
    if one.value.kind == "amount":
        confidence = lowered(confidence)
    return replace(one, part=replace(one.part, confidence=confidence))


# Forms


def _of_time(answer: Answer, findings: Sequence[Finding], *, first: bool, now: bool) -> Answer:
    """The latest value, or the first one, with the others behind it in the order of time. A group
    that is much less sure than the best one does not lead, except that of the best passage."""
    groups = grouped(findings)
    if first:
        groups.sort(key=lambda group: from_first(group.earliest.time))
    else:
        groups.sort(key=lambda group: key(group.newest.time), reverse=True)
    best = max(group.confidence for group in groups)
    own = {part.hit.passage.citation.id for part in answer.parts}
    leads = next(
        group
        for group in groups
        if group.confidence >= _TO_LEAD * best
        or any(one.part.hit.passage.citation.id in own for one in group.findings)
    )
    groups.remove(leads)
    groups.insert(0, leads)
    parts = [group.to_part(group.earliest if first else None) for group in groups]
    if now:
        answer = replace(answer, as_of=parts[0].time)
    ours = groups[0].earliest if first else groups[0].newest
    alike = [n for n, group in enumerate(groups) if n and together(group.newest, ours)]
    if alike:
        return with_parts(answer, "differ", [parts[0], *(parts[n] for n in alike)])
    return with_parts(answer, "value", parts)


def _is_moved(one: Group, other: Group) -> bool:
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


def _tell_of_move(findings: Sequence[Finding]) -> bool:
    """Whether some findings state another day than others for what still lay ahead."""
    groups = grouped(findings)
    return any(_is_moved(one, other) for one, other in combinations(groups, 2))


def _with_others(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """The value of the best finding, with the releases that say the same; and of a number or a date
    what others say, as a difference where they say it of the same time."""
    groups = grouped(findings)
    best = next(group for group in groups if findings[0] in group.findings)
    parts = [best.to_part(findings[0])]
    if findings[0].value.kind not in ("amount", "date"):
        return with_parts(answer, "value", parts)
    others = [group for group in groups if group is not best]
    moved = [group for group in others if _is_moved(group, best)]
    if moved:
        told = sorted([best, *moved], key=Group.told_last, reverse=True)
        leads = next(g for g in told if g.confidence >= _TO_LEAD * best.confidence)
        told.remove(leads)
        return with_parts(answer, "differ", [group.to_part() for group in (leads, *told)])
    alike = [group for group in others if together(group.newest, findings[0])]
    if alike:
        return with_parts(answer, "differ", [*parts, *(group.to_part() for group in alike)])
    others.sort(key=lambda group: key(group.newest.time), reverse=True)
    return with_parts(answer, "value", [*parts, *(group.to_part() for group in others)])


def _series(answer: Answer, findings: Sequence[Finding]) -> Answer:
    """The value of each time, the earliest first, without those of an unknown time. Where most
    values are persons, each of them once, with the time of the first statement."""
    people = [finding for finding in findings if finding.value.kind == "person"]
    persons = 2 * len(people) > len(findings)
    stated = with_whole_names(people) if persons else with_stated_time(findings)
    findings = stated if persons else without_outliers(stated)
    dated = [one for one in findings if one.time is not None]
    groups = grouped(dated if len(dated) > 1 else findings, by_time=not persons)
    shown = [(group, group.earliest if persons else group.newest) for group in groups]
    shown.sort(key=lambda one: from_first(one[1].time))
    form: AnswerForm = "series" if len(groups) > 1 else "value"
    return with_parts(answer, form, [group.to_part(finding) for group, finding in shown])


def _extreme(answer: Answer, findings: Sequence[Finding], extreme: Extreme) -> Answer:
    """The highest or the lowest number of those that the releases state for several times, with
    its time; an abstention where fewer than two times have one."""
    dated = without_outliers(with_stated_time(findings))
    groups = grouped([one for one in dated if one.time and one.value.amount], by_time=True)
    if len(groups) < 2:
        return replace(answer, parts=(), abstention=answer.abstention or "not-said")
    amounts = [(group.newest.value.amount, group) for group in groups]
    values = [amount.value for amount, _ in amounts if amount]
    asked = max(values) if extreme == "highest" else min(values)
    chosen = [group.to_part() for amount, group in amounts if amount and amount.value == asked]
    return with_parts(answer, "series", chosen)


def _count(
    answer: Answer, query: Query, findings: Sequence[Finding], editions: Sequence[AnswerPart]
) -> Answer:
    """How many times there was one: each date that a release gives, once. Dates near by are of one
    time ("du 3 au 7 mai", "le 8 mai"). The dates are a list where they are asked for."""
    dated = [one for one in findings if one.value.kind == "date" and one.is_stated]
    if query.names:
        dated = [one for one in dated if _names_asked(query, one.part)]
    if len(dated) + len(editions) > 1:
        dated += [finding(query, one) for one in editions]
    groups = grouped(dated)
    groups.sort(key=lambda group: from_first(group.newest.time))
    if not groups:
        return replace(answer, parts=(), abstention=answer.abstention or "not-said")
    times: list[Group] = []
    for group in groups:
        if times and are_near(times[-1].newest, group.newest):
            times[-1] = Group((*times[-1].findings, *group.findings))
        else:
            times.append(group)
    form: AnswerForm = "count"
    if query.scope.is_of_dates:
        form = "list" if len(times) > 1 else "value"
    return with_parts(answer, form, [group.to_part(_most_exact(group)) for group in times])


def _names_asked(query: Query, part: AnswerPart) -> bool:
    """Whether the title and the passage of a part have all names of a question."""
    return has_all_names(query, f"{part.hit.release.title} {part.hit.passage.text}")


def _most_exact(group: Group) -> Finding:
    """The newest finding of those with the shortest time: a day tells more than its year."""
    return min(group.findings, key=lambda one: key(one.time)[0] - key(one.time)[1])
