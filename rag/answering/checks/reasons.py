"""Check that what answers "why" gives a reason: "Orsec cut 120 jobs last year" gives none."""

from __future__ import annotations

from rag.answering.checks.events import with_sentence_before
from rag.answering.sentences import around_words, told_around_words
from rag.language.language import Language
from rag.language.registry import known
from rag.language.word_lists import FoldedText, word_list
from rag.lazy import regex
from rag.question import Query
from rag.question.verb import asked_verb, says
from rag.types import Hit

# Words with this share of a question's terms repeat it.
_MOST = 2 / 3
# A reason may stand behind one of these, without a word for it.
_APART = regex(r"[,:;()]|\s[–—-]\s")


def gives_no_reason(query: Query, hit: Hit) -> bool:
    """Whether the words for "why", or their sentence, only say what the question does. The words
    do with most of its words and none for a reason; the sentence, with its verb, if no clause
    stands beside.

    False for a question in another language than the release's.
    """
    language, text = known(hit.release.language), told_around_words(hit)
    if not _asks_why(query, hit, language):
        return False
    reasons = word_list(language.answers.reasons)
    if _repeats(query, hit, language) and not reasons.are_in(FoldedText(_words(hit))):
        return True
    verb = asked_verb(query.text, language)
    if verb is None or not says(verb.term, text, language.code) or _APART.search(text):
        return False
    return not reasons.are_in(FoldedText(text))


def _words(hit: Hit) -> str:
    words = hit.match.span
    return hit.release.body[words.start : words.end] if words is not None else ""


def _repeats(query: Query, hit: Hit, language: Language) -> bool:
    """Whether the words have two thirds of the terms of a question, or more."""
    asked = query.terms_in[language.code]
    said = [term for term in asked if says(term, _words(hit), language.code)]
    return len(said) > 1 and len(said) >= _MOST * len(asked)


def may_be_reason_of_another(query: Query, hit: Hit) -> bool:
    """Whether the sentence of the words for "why", and the one before if it goes on from that, have
    no word of the question.

    False for a question in another language than the release's.
    """
    language = known(hit.release.language)
    if not _asks_why(query, hit, language):
        return False
    title = f"{hit.release.title}\n"  # it stands before "the company", which may be another one
    told = " ".join(with_sentence_before(hit, one).removeprefix(title) for one in around_words(hit))
    return not any(says(term, told, language.code) for term in query.terms_in[language.code])


def _asks_why(query: Query, hit: Hit, language: Language) -> bool:
    asks = query.asks == "why" and hit.match.span is not None
    return asks and language.code in query.languages and bool(language.answers.reasons)
