"""Why filters leave no release: which of them no release meets, and what there is instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from rag.expression import Condition, ExpressionResult
from rag.indexing import Index
from rag.language.names import language_codes, names_of
from rag.near import suggestion
from rag.retrieval.register import Register
from rag.types import Filters, Reason, ReleaseSummary

# How many values are named of what there is.
_NAMED = 12
_WORD = re.compile(r"[^\W_]{3,}")


def unmatched_languages(index: Index, languages: Iterable[str]) -> list[Reason]:
    """The languages, as they were given, in which there is no release."""
    there = [code for code in index.languages if code]
    return [
        _reason("language", text, names_of(there) | dict(zip(there, there, strict=True)), there)
        for text in languages
        if not set(language_codes(text)) & set(there)
    ]


def unmatched_releases(index: Index, release_ids: Iterable[str]) -> list[Reason]:
    """The ids that no release has."""
    return [
        Reason("unmatched.release", {"value": one, "near": suggestion(one, _ids(index))})
        for one in release_ids
        if index.records.release(one) is None
    ]


def unmatched_dates(summaries: Sequence[ReleaseSummary], filters: Filters) -> list[Reason]:
    """Whether no release is of the days that are asked for; then which days there are."""
    days = Filters(filters.date_from, filters.date_to)
    if days == Filters() or any(map(days.let_pass, summaries)):
        return []
    dated = [one.date for one in summaries if one.date is not None and one.date.bounds]
    if not dated:
        return [Reason("unmatched.undated")]
    first = min(dated, key=lambda one: one.bounds or (date.max, date.max))
    last = max(dated, key=lambda one: (one.bounds or (date.min, date.min))[::-1])
    return [Reason("unmatched.dates", {"first": first, "last": last})]


def unmatched_together(summaries: Sequence[ReleaseSummary], filters: Filters) -> list[Reason]:
    """Whether each filter has its releases, and no release meets all of them."""
    given = (filters.date_from or filters.date_to, filters.languages, filters.release_ids)
    if sum(map(bool, given)) < 2 or any(map(filters.let_pass, summaries)):
        return []
    return [Reason("unmatched.together")]


def unmatched_speaker(
    register: Register, speaker: str | None, role: str | None, filters: Filters
) -> list[Reason]:
    """Whether nobody is quoted by a name or in a role."""
    found = []
    if speaker and not register.choose(speaker, None, None, Filters()):
        names = [one.name for one in reversed(register.listed())]
        found.append(_reason("speaker", speaker, _with_words(names), names[::-1]))
    if role and not register.choose(None, None, role, Filters()):
        roles = dict.fromkeys(role for one in register.listed() for role in one.roles)
        found.append(_reason("role", role, _with_words(roles), list(roles)))
    if not found and (speaker or role) and not register.choose(speaker, None, role, filters):
        found.append(Reason("unmatched.speaker_here", {"value": speaker or role}))
    return found


def unmatched_fields(
    index: Index, summaries: Sequence[ReleaseSummary], register: Register, result: ExpressionResult
) -> list[Reason]:
    """The fields of a search whose value no release has: ``source:``, ``langue:`` …"""
    found: list[Reason] = []
    for condition in result.absent:
        found += _field(index, summaries, register, condition)
    return found


def _field(
    index: Index, summaries: Sequence[ReleaseSummary], register: Register, condition: Condition
) -> list[Reason]:
    text = condition.text
    if condition.field == "language":
        return unmatched_languages(index, [text])
    if condition.field == "speaker":
        return unmatched_speaker(register, text, None, Filters())
    if condition.field == "source":
        origins = dict.fromkeys(one.origin for one in summaries if one.origin)
        return [_reason("source", text, _with_words(origins), list(origins))]
    if condition.field == "file":
        near = suggestion(text, _with_words(one.source for one in summaries))
        return [Reason("unmatched.file", {"value": text, "near": near})]
    if condition.field == "date":
        from rag.corpus.date_range import date_range

        days = date_range(text)
        if days is not None:
            low, high = map(_day, days)
            return unmatched_dates(summaries, Filters(low, high))
    return []


def _with_words(names: Iterable[str]) -> dict[str, str]:
    """Names, and the names that each of their longer words is in: the last of them."""
    found = list(names)
    words = {word: name for name in found for word in _WORD.findall(name)}
    return words | dict(zip(found, found, strict=True))


def _reason(kind: str, value: str, names: dict[str, str], there: list[str]) -> Reason:
    """A reason with what may have been meant.

    Args:
        names: what to show of each name that may have been meant.
        there: what there is.
    """
    listed = ", ".join(there[:_NAMED]) + (" …" if len(there) > _NAMED else "")
    values = {"value": value, "near": suggestion(value, names), "there": listed or "—"}
    return Reason(f"unmatched.{kind}", values)


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _ids(index: Index) -> list[str]:
    return index.records.release_ids()
