"""Check that a passage tells of the event that a question takes for granted.

A release about a quay may have a date, a person and a sum, and yet say nothing of the quay's
opening. "When was the quay opened?" then has no answer, however near the passage is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from rag.answering.checks.plans import asks_what_was, realised
from rag.answering.tokens import pronouns, stand_ins
from rag.language import analyse, sentence_spans
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.language.word_lists import FoldedText, WordList, word_list
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question import Query
from rag.question.office import tokens_of
from rag.question.verb import alike, asked_verb
from rag.types import Hit, SpanLike

Told = Literal["told", "of-another", "untold"]
"""Whether a passage tells of an event, only in sentences that have no other word of the question,
or not at all."""

_WORD = regex(r"[^\W\d_]+")
# A beginning of so many letters may stand inside a compound ("Wiedereröffnung").
_INSIDE = 5
# A pronoun that goes on from the sentence before is one of so many words.
_FIRST_WORDS = 3
_SUBJECT_WITHIN = 4
_BEHIND_COMMA = regex(r",\s+([^\W\d_]+)")
# So many characters on either side of a passage are read for an event that it does not tell of.
_AROUND = 5_000
# "The president, X" answers who was elected president, and "fourth, X" who finished fourth.
_NOT_OF_WHO = frozenset({"appoint", "elect", "end"})


class _Event(NamedTuple):
    """The words of an event: those of a question, and all that may tell of it; and the index terms
    of both."""

    asked: WordList
    told: WordList
    asked_terms: frozenset[str]
    told_terms: frozenset[str]


class _Sentence(NamedTuple):
    """A sentence; with the one before if it goes on from that; up to a verb of a plan; and whether
    it begins with a noun such as "la société", for what the release is about."""

    own: str
    text: str
    realised: str
    stands_in: bool = False


def is_untold(query: Query, hit: Hit) -> bool:
    """Whether a question takes an event for granted that a hit does not tell of, or only of
    somebody or something else, even with the release's title."""
    return any(told(query, hit, key, with_title=True) != "told" for key in asked_of(query, hit))


def may_be_of_another(query: Query, hit: Hit) -> bool:
    """Whether no sentence of a passage that tells of an event of the question has another word of
    the question."""
    return any(told(query, hit, key, with_title=False) != "told" for key in asked_of(query, hit))


def are_named(query: Query, hit: Hit) -> bool:
    """Whether the passage or the title of the release has the very words of the events that a
    question takes for granted, or forms of them; True if there are none."""
    language = known(hit.release.language)
    passage, body = hit.passage, hit.release.body
    was = asks_what_was(query)
    sentences = _sentences(body, passage.start, passage.end, hit.release.language)
    told = (one.realised if was else one.own for one in sentences)
    text = "\n".join((hit.release.title, *told))
    folded, terms = FoldedText(text), frozenset(analyse(text, language.code))
    events = (_events(language)[key] for key in asked_of(query, hit))
    return all(one.asked.are_in(folded) or not one.asked_terms.isdisjoint(terms) for one in events)


def are_named_in(query: Query, hit: Hit, sentence: str) -> bool:
    """Whether a sentence of a passage has the very words of the events that a question takes for
    granted, or forms of them, or there are none."""
    language = known(hit.release.language)
    folded, terms = FoldedText(sentence), frozenset(analyse(sentence, language.code))
    events = (_events(language)[key] for key in asked_of(query, hit))
    return all(one.asked.are_in(folded) or not one.asked_terms.isdisjoint(terms) for one in events)


def are_told_in(query: Query, hit: Hit, text: str) -> bool:
    """Whether a text of a release tells of the events that a question takes for granted, or the
    passage has their very words."""
    language = known(hit.release.language)
    if all(_tells(text, _events(language)[key], language) for key in asked_of(query, hit)):
        return True
    return are_named(query, hit)


def are_only_planned(query: Query, hit: Hit, sentence: str) -> bool:
    """Whether a question asks for what was, and a sentence of a hit's release tells of its event
    only behind a verb of a plan, a wish or a refusal."""
    if not asks_what_was(query):
        return False
    language = known(hit.release.language)
    done = realised(sentence, language)
    verb = asked_verb(query.text, language) if language.code in query.languages else None
    events = [_events(language)[key] for key in asked_of(query, hit)]
    return verb is not None and any(
        _tells(sentence, one, language) and not _tells(done, one, language)
        for one in events
        if one.asked.has(verb.word)
    )


def told(query: Query, hit: Hit, key: str, *, with_title: bool) -> Told:
    """Whether a hit tells of an event.

    The question may be in another language than the release; then the event alone counts. What the
    passage does not tell of, the paragraphs around it may.

    Args:
        key: of an event for which the release's language has words.
        with_title: whether a word of the question in the title makes up for one in the sentence.
    """
    language = known(hit.release.language)
    event, title, body = _events(language)[key], hit.release.title, hit.release.body
    others = terms_beside_events(query, hit)
    passage = hit.passage
    texts = (
        _Sentence(title, title, realised(title, language)),
        *_sentences(body, passage.start, passage.end, hit.release.language),
    )
    found = _told_in(query, texts, event, others, hit, language, with_title=with_title)
    if found == "told":
        return found
    low, high = max(0, passage.start - _AROUND), min(len(body), passage.end + _AROUND)
    far = _sentences(body, low, high, hit.release.language)
    elsewhere = _told_in(query, far, event, others, hit, language, with_title=False)
    return found if elsewhere == "untold" else elsewhere


def _told_in(
    query: Query,
    texts: Sequence[_Sentence],
    event: _Event,
    others: frozenset[str],
    hit: Hit,
    language: Language,
    *,
    with_title: bool,
) -> Told:
    """Whether sentences tell of an event; those that only plan or wish for it do not, where a
    question asks for what was."""
    was = asks_what_was(query)
    about = hit.release.title
    telling = [
        f"{about}\n{one.text}" if one.stands_in else one.text
        for one in texts
        if _tells(one.realised if was else one.own, event, language)
    ]
    if not telling:
        return "untold"
    title = about if with_title else ""
    everything = "\n".join((title, *(one.own for one in texts)))
    others &= frozenset(analyse(everything, language.code))
    if not others:
        return "told"
    beside = frozenset(analyse("\n".join((*telling, title)), language.code))
    return "of-another" if others.isdisjoint(beside) else "told"


def asked_of(query: Query, hit: Hit) -> list[str]:
    """The keys of the events that a question takes for granted and the release's language has words
    for: by the words of that language, else by those of the languages that the question may be in.
    """
    language = known(hit.release.language)
    events = _telling_events(language)
    if not events:
        return []
    own = language.code in query.languages
    spoken = [language.code] if own else sorted(query.languages)
    names = frozenset(part for name in query.names for part in name.parts)
    found = [asked_events(query.text, known(code), names) for code in spoken]
    found = [keys for keys in found if keys]
    common = frozenset.intersection(*found) if found else frozenset()
    if query.asks == "who":
        common -= _NOT_OF_WHO
    return sorted(common.intersection(events))


@lru_cache(maxsize=64)
def _telling_events(language: Language) -> frozenset[str]:
    """The keys of the events that a language has words for."""
    return frozenset(key for key, words in language.events.items() if "/" in words)


@lru_cache(maxsize=64)
def asked_events(question: str, language: Language, names: frozenset[str]) -> frozenset[str]:
    """The keys of the events whose words a question has, outside names and where they do not only
    tell the kind of a thing ("armes *de destruction*").

    Args:
        names: the folded words of the names.
    """
    of = folded_words(language.answers.of)
    words = FoldedText(question).joined.split()
    kept = [
        word for before, word in pairwise(("", *words)) if before not in of and word not in names
    ]
    text = FoldedText(" ".join(kept))
    return frozenset(key for key, one in _events(language).items() if one.asked.are_in(text))


def tells_event(text: str, key: str, language: Language) -> bool:
    """Whether a text of a release may tell of an event; True if its language has no words for that.

    Args:
        key: the key of the event.
    """
    event = _events(language).get(key)
    return event is None or _tells(text, event, language)


@lru_cache(maxsize=64)
def _sentences(body: str, start: int, end: int, code: str | None) -> tuple[_Sentence, ...]:
    """The sentences of a part of a body in a language. They are kept, because each check of a hit
    asks for them."""
    language = known(code)
    spans = sentence_spans(body, start, end, language=code)
    texts = [body[one.start : one.end] for one in spans]
    return tuple(
        _Sentence(
            text,
            f"{texts[n - 1]} {text}" if n and _goes_on(text, language) else text,
            realised(text, language),
            _stands_in(text, language),
        )
        for n, text in enumerate(texts)
    )


def _goes_on(text: str, language: Language) -> bool:
    """Whether a sentence may have its subject from the one before."""
    if language.follow_ups.drops_subjects:
        return True
    first = FoldedText(" ".join(_WORD.findall(text)[:_FIRST_WORDS]))
    # "Fondé en 1987, il …"
    behind = (fold(plain(one.group(1))) for one in _BEHIND_COMMA.finditer(text))
    known_pronouns = pronouns(language)
    return not first.words.isdisjoint(known_pronouns) or next(behind, "") in known_pronouns


def begins_with_pronoun(text: str, language: Language) -> bool:
    """Whether one of the first words of a sentence, or the first behind a comma, is a pronoun for a
    subject; "ce phénomène" has none."""
    pairs = language.follow_ups.subjects.split()
    subjects = unjoined(*(pair.partition(":")[0] for pair in pairs))  # "él" is no "el"
    clauses = [[plain(word) for word in _WORD.findall(clause)] for clause in text.split(",")]
    first = [*clauses[0][:_SUBJECT_WITHIN], *(clause[0] for clause in clauses[1:] if clause)]
    return not subjects.isdisjoint(first)


def _stands_in(text: str, language: Language) -> bool:
    """Whether a noun that stands for what was named before is one of the first words."""
    first = FoldedText(" ".join(_WORD.findall(text)[:_FIRST_WORDS]))
    return not first.words.isdisjoint(stand_ins(language))


def with_sentence_before(hit: Hit, sentence: SpanLike) -> str:
    """The text of a sentence of a hit's passage, with the one before if it goes on from that, by a
    pronoun or by the noun behind its first article; with the title if it begins with a noun such
    as "la société"."""
    passage, body = hit.passage, hit.release.body
    own = body[sentence.start : sentence.end]
    found = _sentences(body, passage.start, passage.end, hit.release.language)
    at = next((n for n, one in enumerate(found) if one.own == own), None)
    if at is None:
        return own
    told = found[at]
    if told.stands_in:
        return f"{hit.release.title}\n{told.text}"
    noun = tokens_of(own)[1][1:2]
    if at and told.text == own and noun:
        before = found[at - 1].own
        if any(alike(noun[0], key) for key in tokens_of(before)[1]):
            return f"{before} {own}"
    return told.text


def terms_beside_events(query: Query, hit: Hit) -> frozenset[str]:
    """The index terms of a question without those of the words of its events; none if it is in
    another language than the release."""
    language = known(hit.release.language)
    if language.code not in query.languages:
        return frozenset()
    events = [_events(language)[key].asked for key in asked_of(query, hit)]
    words = _WORD.findall(query.text)
    own = [word for word in words if any(one.are_in(FoldedText(word)) for one in events)]
    return query.terms_in[language.code] - frozenset(analyse(" ".join(own), language.code))


def _tells(text: str, event: _Event, language: Language) -> bool:
    """Whether a text has one of an event's words or a form of it, or a compound that has a long one
    of them."""
    folded = FoldedText(text)
    if event.told.are_in(folded):
        return True
    if any(len(one) >= _INSIDE and one in folded.joined for one in event.told.beginnings):
        return True
    return not event.told_terms.isdisjoint(analyse(text, language.code))


@lru_cache(maxsize=16)
def _events(language: Language) -> dict[str, _Event]:
    """The events that a language has words for, by their keys."""
    found = {}
    for key, words in language.events.items():
        lists = word_list(words.partition("/")[0]), word_list(words.replace("/", " "))
        terms = (frozenset(analyse(" ".join(one.whole), language.code)) for one in lists)
        found[key] = _Event(*lists, *terms)
    return found
