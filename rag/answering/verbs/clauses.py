"""Part a sentence at its marks, its words for "and" and its relatives; find a verb's voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rag.answering.tokens import Word, is_participle, pronouns, words_of
from rag.answering.verbs.deeds import deed_of
from rag.answering.verbs.grammar import auxiliaries_of, plain_articles, relatives_of
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question.office import leads
from rag.types import Span

# A full stop behind a year ends a dateline.
_MARK = regex(r"[,;:()!?«»“”–\n]|(?<=\d{4})\.")
_ENDS = regex(r"[;:!?\n]|(?<=\w{3})\.\s")
# An auxiliary stands so many words before its verb, "by" so many behind it, at most.
_AUXILIARY_WITHIN, _BY_WITHIN = 4, 9
# "By" stands so many words behind a participle that may be another form, at most.
_BESIDE = 2
# The verb of a clause that has it at its end stands among so many last words.
_LAST_WORDS = 2


class Part(NamedTuple):
    """The words from ``first`` up to ``end`` of a sentence, between two marks or joining words.

    Attributes:
        is_inserted: whether it begins with a relative or a participle.
        relative: the folded relative that it begins with; "" without one.
        has_verb: whether it has an auxiliary or a known verb.
    """

    first: int
    end: int
    is_inserted: bool
    relative: str
    has_verb: bool


def parts_of(body: str, tokens: Sequence[Word], at: int, language: Language) -> list[Part]:
    joins = folded_words(language.answers.joins)
    relatives = relatives_of(language)
    # There a relative may be an article or a demonstrative too: "die".
    doubtful = language.follow_ups.times_before_participle
    firsts = [0]
    for n in range(1, len(tokens)):
        marked = _MARK.search(body, tokens[n - 1].end, tokens[n].start) is not None
        text = tokens[n].text
        begins = relatives.fullmatch(text) and (marked or not doubtful)
        if (marked or text in joins or begins) and n > firsts[-1]:
            firsts.append(n)
    found = []
    for first, end in zip(firsts, [*firsts[1:], len(tokens)], strict=True):
        begin = first + (tokens[first].text in joins)
        if begin >= end:
            continue
        own = tokens[begin:end]
        opens = own[0].text
        relative = opens if begin and relatives.fullmatch(opens) else ""
        if relative and language.follow_ups.times_before_participle:
            ends = begin <= at < end and at >= end - _LAST_WORDS
            ends |= any(_is_known(one, language) for one in own[-_LAST_WORDS:])
            relative = relative if ends else ""
        has_verb = first <= at < end or any(_is_known(one, language) for one in own)
        inserted = bool(relative) or _opens_with_participle(own, begin == at, language)
        found.append(Part(begin, end, inserted, relative, has_verb))
    return found


def _opens_with_participle(own: Sequence[Word], is_verb: bool, language: Language) -> bool:
    """Whether words begin with a participle that has "by" behind it, or that no verb in the active
    looks like: "*accompagné* de la maire".

    Args:
        is_verb: whether they begin with the verb of the question, whose participle may have any
            form.
    """
    by = folded_words(language.answers.by)
    if is_participle(own[0].written, language):
        return True
    listed = is_verb or _may_be_participle(own[0], language)
    return listed and any(one.text in by for one in own[: 1 + (_BESIDE if is_verb else len(own))])


def _is_known(word: Word, language: Language) -> bool:
    """Whether a word is an auxiliary or a known verb."""
    return (
        word.text in auxiliaries_of(language)
        or bool(deed_of(word.term, language))
        or leads(word.text, language)
    )


def is_passive(
    tokens: Sequence[Word], at: int, part: Part, by: int | None, language: Language
) -> bool:
    passive = folded_words(language.answers.passive)
    if not _may_be_participle(tokens[at], language):
        beside = by is not None and by <= at + _BESIDE
        if not beside or language.follow_ups.times_before_participle:
            before = tokens[max(part.first, at - _AUXILIARY_WITHIN) : at]
            sure = any(one.text in passive for one in before)
            return bool(deed_of(tokens[at].term, language)) and sure
    if language.follow_ups.times_before_participle:
        auxiliary = any(one.text in passive for one in tokens[part.first : part.end])
    else:
        before = tokens[max(part.first, at - _AUXILIARY_WITHIN) : at]
        auxiliary = any(one.text in passive for one in before)
        if is_participle(tokens[at].written, language) or at == part.first:
            auxiliary |= all(one.written not in auxiliaries_of(language) for one in before)
        if not any(one.text in passive for one in before) and _has_object(tokens, at, language):
            return False  # "lost *the* final by three points"
    return auxiliary or by is not None


def _has_object(tokens: Sequence[Word], at: int, language: Language) -> bool:
    """Whether an article stands right behind a verb."""
    return at + 1 < len(tokens) and tokens[at + 1].text in plain_articles(language)


def by_of(tokens: Sequence[Word], at: int, part: Part, language: Language) -> int | None:
    """The place of the word before who did it, in the part of the verb."""
    by = folded_words(language.answers.by)
    last = min(part.end, at + 1 + _BY_WITHIN)
    behind = [n for n in range(at + 1, last) if tokens[n].text in by]
    if behind and any(
        tokens[n].written in auxiliaries_of(language) for n in range(at + 1, behind[0])
    ):
        behind = [] if not language.follow_ups.times_before_participle else behind
    if not behind and language.follow_ups.times_before_participle:
        behind = [n for n in range(part.first, at) if tokens[n].text in by]
    return behind[0] if behind else None


def finite_of(tokens: Sequence[Word], at: int, part: Part, language: Language) -> int:
    """The place of the auxiliary of a verb; of the verb without one."""
    auxiliaries = auxiliaries_of(language)
    first = part.first
    if not language.follow_ups.times_before_participle:
        first = max(first, at - _AUXILIARY_WITHIN)
        near = [n for n in range(first, at) if tokens[n].written in auxiliaries]
        return near[0] if near else at
    places = [n for n in range(part.first, part.end) if tokens[n].text in auxiliaries]
    return places[0] if places else at


def _may_be_participle(word: Word, language: Language) -> bool:
    follow_ups = language.follow_ups
    if follow_ups.times_before_participle:
        return re.fullmatch(follow_ups.participles, word.written) is not None
    listed = re.fullmatch(follow_ups.participles or "(?!)", word.written) is not None
    if not language.answers.participles:
        return listed or bool(deed_of(word.term, language))
    return listed or is_participle(word.written, language)


def joins_clauses(body: str, span: Span, language: str | None) -> bool:
    """Whether a part of a text has an auxiliary, a known verb, a pronoun, a relative, "by", "to" or
    the end of a sentence."""
    own = known(language)
    relatives = (
        frozenset[str]()
        if own.follow_ups.times_before_participle
        else folded_words(own.speech.relatives)
    )
    small = folded_words(own.answers.by) | pronouns(own) | relatives
    told = (
        one.written in auxiliaries_of(own) or bool(deed_of(one.term, own)) or one.text in small
        for one in words_of(body, span, language)
    )
    return any(told) or _ENDS.search(body, span.start, span.end) is not None
