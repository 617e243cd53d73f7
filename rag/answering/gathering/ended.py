"""Tell which things of a list are no more: "Fin de la desserte de *Marnas*"."""

from __future__ import annotations

from collections.abc import Iterable

from rag.answering.checks.contrary import negation_in
from rag.answering.gathering.groups import Group, key
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.registry import known
from rag.language.terms import plain
from rag.language.word_lists import FoldedText, word_list
from rag.question import Query
from rag.retrieval.named import has_all_names, says_more_than_names
from rag.types import Hit


def is_ended(query: Query, group: Group, hits: Iterable[Hit]) -> bool:
    """Whether a release that is newer than all of a group names its thing beside a word for ending
    or undoing that the question does not have, or denies of it what the question asks.

    Args:
        hits: passages that the question found.
    """
    words = group.newest.part.span or group.newest.part.sentence
    named = {word for word in FoldedText(words.quote).words if len(word) > 1}
    told_last = group.told_last()
    for hit in hits:
        release = hit.release
        if not named or not 0 < told_last < key(release.published.date)[1]:
            continue
        near = f"{release.title}\n{hit.passage.text}"
        if not (has_all_names(query, near) if query.names else says_more_than_names(query, hit)):
            continue
        # The place in a dateline is none that is spoken of.
        dated = release.published.span.end if release.published.span is not None else 0
        sentences = sentences_of(release.body, hit.passage, release.language)
        told = (release.body[max(one.start, dated) : one.end] for one in sentences)
        about = [text for text in (release.title, *told) if named <= FoldedText(text).words]
        if any(_is_undone(query, text, release.language) for text in about):
            return True
    return False


def _is_undone(query: Query, text: str, language: str | None) -> bool:
    """Whether a text has a word for ending or undoing that the question does not have, or a
    negation beside a word of the question."""
    own = known(language)
    ends = word_list(own.answers.undoes)
    if ends.are_in(FoldedText(text)) and not ends.are_in(FoldedText(query.question)):
        return True
    if not own.claims.negation or negation_in(own).search(plain(text)) is None:
        return False
    return not query.terms_in.get(language, frozenset()).isdisjoint(analyse(text, language))
