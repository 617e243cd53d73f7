"""Find who held something before, or takes it over: "… Elle succède à *Jean Ferrand*"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rag.answering.citations import cite
from rag.answering.gathering.groups import Finding
from rag.answering.gathering.successors import leaves, successor
from rag.answering.gathering.values import value_of
from rag.answering.words.name_phrases import name_phrases
from rag.corpus import sentences_of
from rag.language import find_dates
from rag.language.registry import known
from rag.language.terms import plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.question import Query
from rag.types import AnswerPart, Citation, Span

# The name stands so many characters behind the verb, at most.
_WITHIN = 40


def with_predecessors(query: Query, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each person behind the one whom he or she is said to succeed, and before the
    one who takes over from a person who leaves.

    Only a question for the people of several times has them. Somebody who is named by the surname
    alone is left out where another finding has that surname.
    """
    if query.asks != "who" or query.scope.membership is not None:
        return list(findings)
    surnames = {one.value.name[-1] for one in findings if one.value.kind == "person"}
    found: list[Finding] = []
    for one in findings:
        is_person = one.value.kind == "person"
        before = _predecessor(one.part) if is_person else None
        behind = _successor(query, one.part) if is_person else None
        others = [_of(query, one, *told) for told in (before, behind) if told is not None]
        others = [
            other
            for other in others
            if other.value.kind == "person"
            and other.value.name != one.value.name
            and (len(other.value.name) > 1 or other.value.name[-1] not in surnames)
        ]
        found += [*others, one] if behind is None else [one, *others]
    return found


def _of(query: Query, one: Finding, sentence: Citation, name: Citation) -> Finding:
    """The finding of somebody else whom the release of a finding names."""
    part = replace(one.part, sentence=sentence, span=name, date=None, kind="words")
    part = replace(part, citations=(sentence,), statement=None)
    return Finding(part, value_of(query, part), one.time, one.is_stated)


def _successor(query: Query, part: AnswerPart) -> tuple[Citation, Citation] | None:
    """The sentence that names who takes over from the person of a part, and that name, if the part
    says that the person leaves."""
    words = part.span or part.sentence
    hit, place = part.hit, Span(words.start, words.end)
    name = successor(query, hit, place) if leaves(hit, place) else None
    if name is None:
        return None
    release, ordinal = hit.release, part.sentence.ordinal
    around = sentences_of(release.body, hit.passage, release.language)
    own = next(one for one in around if one.overlaps(name))
    return (
        cite(release, own.start, own.end, ordinal),
        cite(release, name.start, name.end, ordinal),
    )


def _predecessor(part: AnswerPart) -> tuple[Citation, Citation] | None:
    """The sentence that names whom the person of a part succeeds, and that name."""
    release, words = part.hit.release, part.span or part.sentence
    body, language = release.body, release.language
    around = sentences_of(body, part.hit.passage, language)
    near = [n for n, one in enumerate(around) if one.start <= words.start < one.end]
    for n in near:
        for sentence in around[n : n + 2]:
            text = plain(body[sentence.start : sentence.end])
            if len(text) != sentence.end - sentence.start:
                continue
            for verb in _succeeds(language).finditer(text):
                start = sentence.start + verb.end()
                dates = find_dates(body, sentence.start, sentence.end, language=language)
                names = [
                    one
                    for one in name_phrases(
                        body, start, min(sentence.end, start + _WITHIN), language
                    )
                    if not any(one.overlaps(date) for date in dates)
                ]
                if start > words.end and names and not names[0].overlaps(words):
                    name = _whole(body, names[0].start, names[0].end, sentence.end)
                    ordinal = part.sentence.ordinal
                    return (
                        cite(release, sentence.start, sentence.end, ordinal),
                        cite(release, names[0].start, name, ordinal),
                    )
    return None


def _whole(body: str, start: int, end: int, stop: int) -> int:
    """The end of a name that the limit of the search may have cut."""
    found = regex(r"[\w’'-]*").match(body, end, stop)
    return found.end() if found else end


@lru_cache(maxsize=16)
def _succeeds(language: str | None) -> re.Pattern[str]:
    """A verb of succeeding, without "by" behind it ("replaced by")."""
    own = known(language)
    by = any_of(plain(own.answers.by))
    return re.compile(rf"{any_of(plain(own.offices.succeeds))}(?!\s+{by})")
