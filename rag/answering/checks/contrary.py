"""Check that a passage does not say the contrary of what a question takes for granted.

A sentence that shares all its words with a question may deny it ("n'a pas signé"), or tell of the
opposite ("ferme" for "ouvre"). A reader hardly tells them apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import permutations

from rag.answering.checks.events import asked_of, is_untold, may_be_of_another, tells_event
from rag.answering.checks.reasons import may_be_reason_of_another
from rag.answering.checks.same_thing import (
    is_amount_of_another,
    is_of_another_thing,
    lacks_superlative,
    may_be_amount_of_another,
)
from rag.answering.sentences import told_around_words
from rag.answering.words.told_parties import is_told
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.patterns import listed
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.word_lists import FoldedText, WordList, word_list
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit

_CLAUSE = regex(r"[^.,;:!?\n]+")
_WORD = regex(r"[^\W\d_]+")
# Two forms of a word share so many letters.
_STEM = 6
_SHORT = 2
# Between a negation and its verb stand so many small words, at most.
_SMALL_WORDS = 2


def says_contrary(query: Query, hit: Hit) -> bool:
    """Whether what a question takes for granted is contrary to what a passage says, or an event
    that it does not tell of.

    Where a verb surely tells who is asked for, another word than the question's may do so: the
    winner is named by "lost to".
    """
    return (
        is_denied(query, hit)
        or is_count_denied(query, hit)
        or is_event_denied(query, hit)
        or (
            (tells_opposite(query, hit) or is_not_undone(query, hit) or is_untold(query, hit))
            and not is_told(query, hit)
        )
        or is_of_another_thing(query, hit)
        or is_amount_of_another(query, hit)
    )


def may_be_contrary(query: Query, hit: Hit) -> bool:
    """Whether a passage may speak of something else than a question takes for granted."""
    return (
        may_be_of_another(query, hit)
        or may_be_amount_of_another(query, hit)
        or lacks_superlative(query, hit)
        or may_be_reason_of_another(query, hit)
    )


def is_denied(query: Query, hit: Hit) -> bool:
    """Whether the sentence around the reader's words denies what the question takes for granted,
    or says what the question denies. Or whether another sentence of the
    passage denies it and no sentence has the verb otherwise.

    It does if the verb beside a negation is one of the question's words, and the question has no
    negation; or the other way round, for "why", "how" and "when". False for a question that yes or
    no answers, for one that asks for an amount, and for one in another language than the release's.
    """
    language = known(hit.release.language)
    pattern = negation_in(language)
    if query.cross_lingual or not language.claims.negation or hit.match.span is None:
        return False
    if query.asks == "other" or query.quantity is not None:
        return False
    sentence = told_around_words(hit)
    in_question, in_sentence = (
        _denied(text, language, pattern) for text in (plain(query.text), plain(sentence))
    )
    if in_question:
        if query.asks not in ("why", "how", "when"):
            return False
        said = _stems(sentence, language)
        return not pattern.search(plain(sentence)) and in_question <= said
    asked = _stems(query.text, language) - {
        part[:_STEM] for name in query.names for part in name.parts
    }
    if pattern.search(plain(query.text)):
        return False
    if not in_sentence.isdisjoint(asked):
        return True
    return _is_only_denied(query, hit, asked, language, pattern)


def _is_only_denied(
    query: Query, hit: Hit, asked: set[str], language: Language, negation: re.Pattern[str]
) -> bool:
    """Whether a sentence of a passage denies one of some words, and neither another one nor the
    title has it; or it denies it of a name of the question, which the sentence of the reader's
    words does not have."""
    release = hit.release
    spans = sentences_of(release.body, hit.passage, release.language)
    texts = [release.title, *(release.body[one.start : one.end] for one in spans)]
    denied = [_denied(plain(text), language, negation) & asked for text in texts]
    if not any(denied):
        return False
    named = [
        {part for name in query.names for part in name.parts} & FoldedText(text).words
        for text in (told_around_words(hit), *texts)
    ]
    if not named[0] and any(a and b for a, b in zip(denied, named[1:], strict=True)):
        return True
    said = set().union(
        *(_stems(text, language) for text, found in zip(texts, denied, strict=True) if not found)
    )
    return not set().union(*denied) <= said


def is_event_denied(query: Query, hit: Hit) -> bool:
    """Whether a passage in another language than a question's denies an event that the question
    takes for granted, wherever it tells of it."""
    language = known(hit.release.language)
    if language.code in query.languages or not language.claims.negation or query.quantity:
        return False
    pattern, release = negation_in(language), hit.release
    spans = sentences_of(release.body, hit.passage, release.language)
    texts = [release.title, *(release.body[one.start : one.end] for one in spans)]
    for key in asked_of(query, hit):
        told = [plain(text) for text in texts if tells_event(text, key, language)]
        words = [" ".join(_words_denied(text, language, pattern)) for text in told]
        if told and all(one and tells_event(one, key, language) for one in words):
            return True
    return False


def is_count_denied(query: Query, hit: Hit) -> bool:
    """Whether a passage says that there are none of what a question counts ("no hubo heridos"), in
    a clause without a number, and the clause of the reader's words does not have that noun; or
    denies the rest of the question in a later clause of their sentence ("trois intoxiqués ; aucun
    n'a été *hospitalisé*").

    False for a question in another language than the release's.
    """
    language, words = known(hit.release.language), hit.match.span
    pattern = negation_in(language)
    if query.quantity is None or not query.quantity.noun or words is None:
        return False
    if language.code not in query.languages or pattern.search(plain(query.text)):
        return False
    asked = _stems(query.quantity.noun, language)
    body, passage = hit.release.body, hit.passage
    own, *later = _CLAUSE.findall(told_around_words(hit).partition(_shown(hit))[2]) or [""]
    rest = _stems(query.text, language) - asked
    if rest.isdisjoint(_stems(own, language)) and any(
        not rest.isdisjoint(_denied(plain(clause), language, pattern)) for clause in later
    ):
        return True
    denied = False
    for clause in _CLAUSE.finditer(body, passage.start, passage.end):
        text = clause.group()
        if asked.isdisjoint(_stems(text, language)):
            continue
        if clause.start() <= words.start < clause.end() or not pattern.search(plain(text)):
            return False
        denied = denied or not any(map(str.isdigit, text))
    return denied


def _shown(hit: Hit) -> str:
    words = hit.match.span
    return hit.release.body[words.start : words.end] if words is not None else ""


def tells_opposite(query: Query, hit: Hit) -> bool:
    """Whether the sentence around the reader's words has the opposite of a word of the question
    ("ferme" for "ouvre"), or the passage has it beside the same word ("vigilance *orange*" for
    "vigilance *rouge*"), and neither the passage nor the title has the word of the question.

    False for a question in another language than the release's.
    """
    language, asked = known(hit.release.language), FoldedText(query.text)
    if query.cross_lingual or hit.match.span is None:
        return False
    pairs = [
        (one, other)
        for one, other in _opposites(language)
        if one.are_in(asked) and not other.are_in(asked)
    ]
    if not pairs:
        return False
    said, passage = FoldedText(told_around_words(hit)), FoldedText(hit.passage.text)
    title = FoldedText(hit.release.title)
    for one, other in pairs:
        if not other.are_in(passage) or one.are_in(passage) or one.are_in(title):
            continue
        if other.are_in(said) or _stands_beside_same(one, asked, other, passage, language):
            return True
    return False


def _stands_beside_same(
    one: WordList, asked: FoldedText, other: WordList, said: FoldedText, language: Language
) -> bool:
    """Whether a word of a list stands in a question right before or behind the word of content that
    a word of another list stands before or behind in a passage."""
    idle = function_words(language)

    def neighbours(text: FoldedText, listed: WordList) -> set[tuple[str, int]]:
        words = text.joined.split()
        return {
            (words[n + step][:_STEM], step)
            for n, word in enumerate(words)
            for step in (-1, 1)
            if listed.has(word) and 0 <= n + step < len(words) and words[n + step] not in idle
        }

    return not neighbours(asked, one).isdisjoint(neighbours(said, other))


def is_not_undone(query: Query, hit: Hit) -> bool:
    """Whether a question takes for granted that something was undone, refused or ended, and the
    passage and the title have no word for that and no negation.

    The question may be in another language than the release.
    """
    language = known(hit.release.language)
    if not language.claims.negation or not language.answers.undoes:
        return False
    question = FoldedText(query.text)
    asked = (known(code).answers.undoes for code in query.languages)
    if not any(word_list(words).are_in(question) for words in asked if words):
        return False
    told = f"{hit.release.title}\n{hit.passage.text}"
    # What lasts until a time ends then. "By" tells nothing.
    until = (word for word in language.questions.period.until.split() if len(word) > _SHORT)
    if word_list(" ".join((language.answers.undoes, *until))).are_in(FoldedText(told)):
        return False
    return negation_in(language).search(plain(told)) is None


def _denied(text: str, language: Language, negation: re.Pattern[str]) -> set[str]:
    """The stems of the words that a negation of a text belongs to: those inside it ("ne *signe*
    pas"), and one right behind it ("n'a pas *signé*")."""
    denied: set[str] = set()
    for word in _words_denied(text, language, negation):
        denied.update(term[:_STEM] for term in analyse(word, language.code))
    return denied


def _words_denied(text: str, language: Language, negation: re.Pattern[str]) -> list[str]:
    """The words themselves, of a plain text."""
    idle = function_words(language)
    auxiliaries = unjoined(
        language.answers.passive, language.offices.auxiliaries, language.speech.adverbs
    )
    joined = folded_words(language.answers.articles, language.speech.articles)
    joined |= folded_words(language.questions.prepositions, language.speech.prepositions)
    denied: list[str] = []
    for match in negation.finditer(text):
        inside = [word for word in _WORD.findall(match.group()) if word not in idle]
        behind: list[str] = []
        following = _WORD.findall(text[match.end() : match.end() + 40])
        told = [word for word in following if word not in auxiliaries]
        for word in told[: _SMALL_WORDS + 1]:
            if fold(word) in joined:
                break
            if word not in idle:
                behind.append(word)
                break
        denied += (*inside, *behind)
    return denied


def _stems(text: str, language: Language) -> set[str]:
    return {term[:_STEM] for term in analyse(text, language.code)}


@lru_cache(maxsize=16)
def negation_in(language: Language) -> re.Pattern[str]:
    """The pattern of a negation; one that matches nothing where a language's are not known."""
    return re.compile(language.claims.negation or "(?!)", re.VERBOSE | re.IGNORECASE)


@lru_cache(maxsize=16)
def _opposites(language: Language) -> tuple[tuple[WordList, WordList], ...]:
    """The pairs of words and their opposites, each in both directions."""
    groups = (
        [word_list(part) for part in group.split("/")]
        for group in listed(language.answers.opposites)
    )
    return tuple(pair for group in groups for pair in permutations(group, 2))
