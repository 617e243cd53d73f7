"""Tell who does something from who only announces, opens or visits it, and from whom it is for.

A release names the minister who presents a project, and a reader takes her for the one who pays for
it: "Qui finance le musée ?", "La ministre Anne Roux a dévoilé le musée pour les écoles".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rag.answering.sentences import around_words
from rag.answering.tokens import Word, is_participle, words_of
from rag.answering.verbs.asked_side import asked_side
from rag.answering.verbs.deeds import deed_of, deed_of_doer
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words
from rag.language.word_lists import FoldedText, word_list
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, leads, tokens_of
from rag.types import Hit, Span

_STOP = regex(r"[;:()«»“”\n]")
# The verb stands so many words behind the person, at most.
_BEHIND = 7
# Forms of a verb, and its noun, share so many letters.
_STEM = 5


def is_bystander(query: Query, hit: Hit) -> bool:
    """Whether the reader's words name somebody who, in their sentence, announces, presents, opens
    or visits something, or for whom it is, while the question asks who does something that the
    sentence does not have."""
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.cross_lingual or not language.answers.announces:
        return False
    asked = asked_side(query, language)
    if asked is None or asked[0] != "agent" or asked[1] in light_verbs(language):
        return False
    if any(leads(word, language) for word in tokens_of(query.text)[1]):
        return False
    around = around_words(hit)
    if not around:
        return False
    body = hit.release.body
    tokens = words_of(body, Span(around[0].start, around[-1].end), language.code)
    if _has_verb(tokens, asked[1], language):
        return False
    at = [n for n, token in enumerate(tokens) if words.overlaps(Span(token.start, token.end))]
    question = FoldedText(query.text)
    return bool(at) and (
        _announces(body, tokens, words, at[-1], question, language)
        or _is_for(tokens, at[0], question, language)
    )


def _has_verb(tokens: Sequence[Word], verb: str, language: Language) -> bool:
    """Whether words have a form of a verb, its noun, or one for who does it. A participle right
    behind a noun that is no verb's object says nothing of who did it: "a inauguré le pont
    *rénové*"."""
    by, idle = folded_words(language.answers.by), frozenset(map(fold, function_words(language)))
    deed = deed_of(verb, language)
    for n, token in enumerate(tokens):
        if deed and deed_of_doer(token.text, language) == deed:
            return True
        if token.term[:_STEM] != verb[:_STEM]:
            continue
        before = tokens[n - 1].text if n else ""
        behind = frozenset(one.text for one in tokens[n + 1 : n + 3])
        ends = is_participle(token.written, language)
        if not (ends and before and before not in idle and by.isdisjoint(behind)):
            return True
    return False


def _announces(
    body: str,
    tokens: Sequence[Word],
    words: Span,
    at: int,
    question: FoldedText,
    language: Language,
) -> bool:
    """Whether a verb of announcing stands behind the words, and not in the question."""
    announces = word_list(language.answers.announces)
    if announces.are_in(question):
        return False
    for n in range(at + 1, min(len(tokens), at + 1 + _BEHIND)):
        token = tokens[n]
        if _STOP.search(body, words.end, token.start):
            return False
        if announces.has(token.text):
            own = folded_words(language.speech.reflexives)
            return tokens[n - 1].text not in own and not _is_passive(tokens, n, language)
    return False


def _is_for(tokens: Sequence[Word], at: int, question: FoldedText, language: Language) -> bool:
    """Whether "pour" stands right before the words, perhaps with an article or the like between,
    and not in the question."""
    benefits = word_list(language.answers.benefits)
    if benefits.are_in(question):
        return False
    led = articles_of(language) | function_words(language)
    for n in (at, at - 1, at - 2):
        if n < 0 or not (n == at or tokens[n].text in led):
            return False
        if n and benefits.has(tokens[n - 1].text):
            return True
    return False


@lru_cache(maxsize=64)
def light_verbs(language: Language) -> frozenset[str]:
    """The index terms of verbs that tell nothing alone ("fait")."""
    return frozenset(analyse(language.questions.verbs.replace("_", " "), language.code))


def _is_passive(tokens: Sequence[Word], n: int, language: Language) -> bool:
    """Whether a verb stands in the passive: "accueilli par", "a été salué"."""
    answers = language.answers
    by, surely = folded_words(answers.by), folded_words(answers.surely_passive)
    behind = {token.text for token in tokens[n + 1 : n + 3]}
    return not by.isdisjoint(behind) or any(t.text in surely for t in tokens[max(0, n - 3) : n])
