"""Cut the reader's words where they run on: "*1.240 becas*, según Ana Ruiz. El presupuesto …"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.checks.roles import asks_for_role
from rag.answering.gathering.figures import numbers_in
from rag.answering.words.name_phrases import name_phrases
from rag.language import find_dates
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.question import Query
from rag.types import Release, Span

_ENDS = " \t\n\u00a0\u202f.,;:"


def cut_short(query: Query, release: Release, words: Span, sentences: Sequence[Span]) -> Span:
    """Words that run over the end of a sentence, up to that end, where a number or a person is
    asked for and stands before it; and the name alone, where a holder's name begins a sentence.

    Args:
        query: the question.
        release: that of the words.
        words: the words, in its body.
        sentences: those of the passage, in order.
    """
    of_office = query.asks == "who" and (query.scope.is_of_state or asks_for_role(query))
    if not (of_office or query.quantity is not None or query.scope.is_of_figure):
        return words
    body, language = release.body, release.language
    own = [one for one in sentences if one.overlaps(words)]
    if len(own) > 1 and "\n" not in body[words.start : words.end]:
        end = words.start + len(body[words.start : own[0].end].rstrip(_ENDS))
        first = Span(words.start, end)
        names = name_phrases(body, first.start, first.end, language)
        if names if of_office else numbers_in(release, first, end):
            words = first
    if not of_office:
        return _without_date(release, words)
    names = name_phrases(body, words.start, words.end, language)
    if names and names[0].start == words.start:
        behind = body[names[0].end : words.end]
        if _goes_on(behind, language):
            return names[0]
    return words


def _goes_on(behind: str, language: str | None) -> bool:
    """Whether a name is followed by what its bearer does ("Anne Roux *prend la direction de X*"),
    and not by another name ("*et Paul Roy*")."""
    words = behind.split()
    joins = folded_words(known(language).answers.joins)
    small = behind[:1] == " " and behind[1:2].islower()
    return small and len(words) > 2 and fold(plain(words[0])) not in joins


def _without_date(release: Release, words: Span) -> Span:
    """Words without a date behind their number ("19 450 *cette année*")."""
    body, language = release.body, release.language
    for date in find_dates(body, words.start, words.end, language=language):
        before = Span(words.start, words.start + len(body[words.start : date.start].rstrip(_ENDS)))
        behind = body[date.end : words.end].strip(_ENDS)
        if not behind and before.end > before.start and body[before.end - 1].isdigit():
            return before if numbers_in(release, before, before.end) else words
    return words
