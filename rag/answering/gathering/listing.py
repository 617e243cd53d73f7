"""Gather the things that several releases name to a question for a list.

Each thing stands once, by the time of the first release that names it. Those that a newer release
says are no more are left out of a list of now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answering.gathering.ended import is_ended
from rag.answering.gathering.findings import (
    LEAST_COVERAGE,
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
    with_parts,
)
from rag.answering.gathering.items import bare_item, told_before
from rag.answering.gathering.membership import says_otherwise
from rag.answering.gathering.predecessors import with_predecessors
from rag.language.registry import known
from rag.question import Query
from rag.question.office import asked_office, tokens_of
from rag.question.verb import alike
from rag.retrieval.named import names_group, says_more_than_names
from rag.retrieval.named import speaks_of_asked as is_of_asked
from rag.types import Answer, AnswerForm, AnswerPart, Hit, Span

# A thing of a passage with few terms of the question needs so much.
_SURE = 0.75


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
    return with_parts(answer, form, [group.to_part(group.earliest) for group in groups])


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
    return with_parts(answer, "count", [group.to_part(group.earliest) for group in groups])


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
