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
from rag.answering.gathering.ended import is_ended
from rag.answering.gathering.findings import (
    LEAST_COVERAGE,
    find_all,
    finding,
    items_of,
    sentence_before,
    shares_terms,
    without_dateline,
    without_furniture,
)
from rag.answering.gathering.groups import (
    Finding,
    Group,
    are_near,
    from_first,
    grouped,
    in_period,
    key,
    of_first_time,
    together,
    with_stated_time,
    with_whole_names,
    without_outliers,
)
from rag.answering.gathering.items import bare_item, told_before
from rag.answering.gathering.membership import says_otherwise
from rag.answering.gathering.predecessors import with_predecessors
from rag.language.registry import known
from rag.question import Query
from rag.question.extremes import Extreme
from rag.question.office import asked_office, tokens_of
from rag.question.verb import alike
from rag.retrieval.named import has_all_names, names_group, says_more_than_names
from rag.retrieval.named import speaks_of_asked as is_of_asked
from rag.types import Answer, AnswerForm, AnswerPart, Hit, Span

# To stand before the best one a group needs this share of its confidence.
_TO_LEAD = 0.35
# A thing of a passage with few terms of the question needs so much.
_SURE = 0.75


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


def gather_list(
    answer: Answer,
    query: Query,
    things: Iterable[AnswerPart],
    members: Sequence[AnswerPart] = (),
    left: Sequence[AnswerPart] = (),
    hits: Sequence[Hit] = (),
) -> Answer:
    """The answer to a question for several things.

    Args:
        answer: an answer of one part, or an abstention.
        query: the question.
        things: the parts of all passages that name one of the things, best first.
        members: the parts of those that a sentence says joined, or left, what is asked for.
        left: the parts of those that have left it, where the members of now are asked for.
        hits: the passages that were read, of which a newer one may say that a thing is no more.

    Returns:
        Each thing once, by the time of the first release that names it. The answer stays as it is
        if fewer than two releases name one and there are not two members. Where its own words name
        several things, they are read from these, and not as one. To a question for those who left,
        nothing but members answers.
    """
    if query.scope.membership == "left":
        things = []
        if not members:
            return replace(answer, parts=(), abstention=answer.abstention or "not-said")
    elif query.cross_lingual and not query.names:
        return answer  # nothing tells that two passages speak of the same
    placed = (without_dateline(query, one) for one in things)
    # What releases say of their publisher has no word of the question.
    things = [one for one in placed if one is not None and shares_terms(query, one)]
    things = without_furniture(things)
    parts = _with_own(answer, query, things)
    several_members = len(members) > 1
    members = _without_worse(query, [*parts, *things], members)
    found = [finding(query, bare_item(query, member)) for member in members]
    if members:
        parts = [one for one in parts if _is_beside_members(query, one, members)]
    covered = max((part.hit.match.coverage for part in parts), default=0.0)
    found += [
        item
        for part in parts
        if part.hit.match.coverage >= LEAST_COVERAGE * covered
        or (part.confidence >= _SURE and _may_be_of_others(query, part))
        for item in items_of(query, finding(query, part))
    ]
    parts = list({one.part.sentence: one.part for one in found}.values())
    before = [finding(query, one) for part in parts for one in told_before(query, part)]
    found += [replace(one, time=one.time if one.is_stated else None) for one in before]
    if query.period is not None:
        found = [one for one in found if in_period(one.time, query.period)]
    found = [one for one in found if not says_otherwise(query, one.part)]
    releases = {one.part.hit.release.id for one in found}
    if len(releases) < 2 and (not found or not several_members):
        return answer
    gone = [finding(query, one) for one in left]
    found = with_predecessors(query, of_first_time(found))
    groups = [group for group in grouped(found) if not _has_left(group, gone)]
    if query.scope.is_of_now and query.scope.membership is None:
        groups = [group for group in groups if not is_ended(query, group, hits)]
    if not groups:
        return answer
    groups.sort(key=lambda group: from_first(group.earliest.time))
    if query.scope.is_of_editions:
        groups = _one_each_time(groups)
        if len(groups) < 2:
            return answer
    form: AnswerForm = "list" if len(groups) > 1 else "value"
    return _with_parts(answer, form, [group.to_part(group.earliest) for group in groups])


def _may_be_of_others(query: Query, part: AnswerPart) -> bool:
    """Whether a thing may be one of several, whatever words of the question its passage has: one
    who is something only if the passage or the title has a word for that, and a place only of what
    is held again."""
    if is_of_asked(query, part.hit):
        return True
    if query.asks == "where":
        return query.scope.is_of_events
    if query.asks != "who":
        return True
    told = tokens_of(f"{part.hit.release.title} {part.hit.passage.text}")[1]
    roles = (asked_office(query.question, known(code)) for code in query.languages)
    keys = [key for role in roles for word in role for key in tokens_of(word)[1]]
    return any(alike(key, one) for key in keys for one in told)


def _is_beside_members(query: Query, part: AnswerPart, members: Sequence[AnswerPart]) -> bool:
    """Whether a thing is one more beside the members that sentences name: its own sentence names
    what they are members of, or the one before it does and the thing is sure ("Elle l'a rejoint
    …"). In the sentence of a member it must be sure too, and be none of these."""
    if says_otherwise(query, part):
        return False
    sure = part.confidence >= _SURE
    beside = [one for one in members if one.sentence == part.sentence]
    if beside:
        return sure and all(_is_apart(query, part, one) for one in beside)
    if not says_more_than_names(query, part.hit):
        return False
    return names_group(query, part.sentence.quote) or (
        sure and names_group(query, sentence_before(part))
    )


def _has_left(group: Group, gone: Sequence[Finding]) -> bool:
    """Whether one of those who left something is that of a group, which joined it before."""
    terms = group.newest.value.terms
    return any(
        bool(terms)
        and bool(one.value.terms)
        and (one.value.terms <= terms or terms <= one.value.terms)
        and key(one.time) >= key(group.newest.time)
        for one in gone
    )


def _one_each_time(groups: Sequence[Group]) -> list[Group]:
    """The groups in the order of time, of those of times near by the surest one."""
    kept: list[Group] = []
    for group in groups:
        if not kept or not are_near(kept[-1].earliest, group.earliest):
            kept.append(group)
        elif group.confidence > kept[-1].confidence:
            kept[-1] = group
    return kept


def count_members(answer: Answer, query: Query, members: Sequence[AnswerPart]) -> Answer:
    """The answer that counts those who a sentence says joined, or left, where no release states
    their number; unchanged for fewer than two."""
    groups = grouped(of_first_time([finding(query, member) for member in members]))
    if len(groups) < 2:
        return answer
    groups.sort(key=lambda group: from_first(group.earliest.time))
    return _with_parts(answer, "count", [group.to_part(group.earliest) for group in groups])


def _with_own(answer: Answer, query: Query, things: list[AnswerPart]) -> list[AnswerPart]:
    """The things, with the words of the answer in the place of its passage's if they name
    several."""
    if not answer.parts or len(items_of(query, finding(query, answer.parts[0]))) < 2:
        return things
    first = answer.parts[0]
    of_first = first.hit.passage.citation.id
    same = [one.confidence for one in things if _place(one).overlaps(_place(first))]
    first = replace(first, confidence=max([first.confidence, *same]))
    others = [
        part
        for part in things
        if part.hit.passage.citation.id != of_first
        or (part.confidence >= _SURE and not _place(part).overlaps(_place(first)))
    ]
    return [first, *others]


def _is_apart(query: Query, part: AnswerPart, other: AnswerPart) -> bool:
    """Whether what a question asks the members of is named between two parts of a sentence, so that
    they are no two words for one member."""
    first, second = sorted((_place(part), _place(other)), key=lambda place: place.start)
    return names_group(query, part.hit.release.body[first.end : second.start])


def _without_worse(
    query: Query, things: Sequence[AnswerPart], members: Sequence[AnswerPart]
) -> list[AnswerPart]:
    """The members without those of a sentence of which a sure thing names as many or more."""
    left = list(members)
    for thing in things:
        same = [one for one in left if _place(one).overlaps(_place(thing))]
        items = items_of(query, finding(query, thing))
        if same and thing.confidence >= _SURE and 1 < len(items) >= len(same):
            left = [one for one in left if one.sentence != thing.sentence]
    return left


def _place(part: AnswerPart) -> Span:
    """Where the words of a part stand."""
    words = part.span or part.sentence
    return Span(words.start, words.end)


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
        return _with_parts(answer, "differ", [parts[0], *(parts[n] for n in alike)])
    return _with_parts(answer, "value", parts)


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
        return _with_parts(answer, "value", parts)
    others = [group for group in groups if group is not best]
    moved = [group for group in others if _is_moved(group, best)]
    if moved:
        told = sorted([best, *moved], key=Group.told_last, reverse=True)
        leads = next(g for g in told if g.confidence >= _TO_LEAD * best.confidence)
        told.remove(leads)
        return _with_parts(answer, "differ", [group.to_part() for group in (leads, *told)])
    alike = [group for group in others if together(group.newest, findings[0])]
    if alike:
        return _with_parts(answer, "differ", [*parts, *(group.to_part() for group in alike)])
    others.sort(key=lambda group: key(group.newest.time), reverse=True)
    return _with_parts(answer, "value", [*parts, *(group.to_part() for group in others)])


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
    return _with_parts(answer, form, [group.to_part(finding) for group, finding in shown])


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
    return _with_parts(answer, "series", chosen)


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
    return _with_parts(answer, form, [group.to_part(_most_exact(group)) for group in times])


def _names_asked(query: Query, part: AnswerPart) -> bool:
    """Whether the title and the passage of a part have all names of a question."""
    return has_all_names(query, f"{part.hit.release.title} {part.hit.passage.text}")


def _most_exact(group: Group) -> Finding:
    """The newest finding of those with the shortest time: a day tells more than its year."""
    return min(group.findings, key=lambda one: key(one.time)[0] - key(one.time)[1])


def _with_parts(answer: Answer, form: AnswerForm, parts: Sequence[AnswerPart]) -> Answer:
    answer = replace(answer, parts=tuple(parts), form=form, abstention=None, missing=())
    shown = parts if answer.is_joined else parts[:1]
    return replace(answer, confidence=min(part.confidence for part in shown))
