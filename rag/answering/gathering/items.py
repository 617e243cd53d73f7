"""Choose the words of one of several things that are asked for, where the reader's tell more, less
or another one: "Après la Belgique, elle exporte en *Suisse*"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from rag.answering.citations import cite
from rag.answering.sentences import around_words
from rag.answering.words.name_phrases import enumerated, name_phrases
from rag.corpus import sentences_of
from rag.language import analyse, find_dates
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.question import Query
from rag.types import AnswerPart, Hit, Release, Span, SpanLike

_WORD = regex(r"[^\W\d_]+")
_OPENING = " «“\"'–—-"
_IDLE = " ,\u00a0\u202f("


def words_of_item(query: Query, hit: Hit) -> Span | None:
    """The reader's words for one of several things, without what stands beside it."""
    words = hit.match.span
    sentences = around_words(hit)
    if words is None or len(sentences) != 1:
        return words
    words = _beside_old(query, hit, words, sentences[0])
    if query.asks == "where":
        return _without_date(hit, words)
    words = _from_noun(query, hit, words, sentences[0])
    return _with_series(query, hit, words, sentences[0])


def _with_series(query: Query, hit: Hit, words: Span, sentence: Span) -> Span:
    """All names of the series that words are a part of ("le Bénin et *le Togo*"), but those of the
    question."""
    body, language = hit.release.body, hit.release.language
    asked = {part for name in query.names for part in name.parts}
    names = [
        one
        for one in name_phrases(body, sentence.start, sentence.end, language)
        if asked.isdisjoint(fold(plain(w)) for w in _WORD.findall(body[one.start : one.end]))
    ]
    at = next((n for n, one in enumerate(names) if one.overlaps(words)), None)
    series = enumerated(body, names, at, language) if at is not None else []
    if len(series) < 2:
        return words
    first, last = series[0], series[-1]
    return Span(
        words.start if first.overlaps(words) else min(first.start, words.start),
        words.end if last.overlaps(words) else max(last.end, words.end),
    )


def bare_item(query: Query, part: AnswerPart) -> AnswerPart:
    """The part of an item without the noun of the question before it, in the plural, that stands
    for a whole series: "les *villes de* Lyon", "the *museums of* Leeds"."""
    release, span = part.hit.release, part.span
    if span is None:
        return part
    own = known(release.language)
    of = folded_words(own.answers.of, own.speech.name_links, own.questions.prepositions)
    articles = folded_words(own.answers.articles, own.speech.articles)
    keys = {fold(plain(word)) for word in _WORD.findall(query.question)}
    tokens = list(_WORD.finditer(release.body, span.start, span.end))
    words = [fold(plain(one.group())) for one in tokens]
    at = 1 if words and words[0] in articles else 0
    if len(words) < at + 3 or words[at] not in keys or words[at + 1] not in of:
        return part
    start = tokens[at + 2].start()
    if query.single == query.text or not release.body[start].isupper():
        return part
    return replace(part, span=cite(release, start, span.end, span.ordinal))


def told_before(query: Query, part: AnswerPart) -> list[AnswerPart]:
    """The parts of what came before an item, by its sentence ("Après *la Belgique*, elle exporte en
    Suisse") or one beside it ("le deuxième après celui de *Lyon*")."""
    if query.asks == "who" or query.cross_lingual:
        return []
    release, words = part.hit.release, part.span or part.sentence
    body, found = release.body, []
    for sentence in sentences_of(body, part.hit.passage, release.language):
        for after in _after(release.language).finditer(body, sentence.start, sentence.end):
            begins = after.start() == sentence.start and sentence.end >= words.end > sentence.start
            names = _other_names(query, part.hit, Span(after.start(), sentence.end))
            names = [one for one in names if one.end > after.end()]
            if not (begins or after["that"]) or not names or names[0].start > after.end():
                continue
            cited = cite(release, sentence.start, sentence.end, part.sentence.ordinal)
            for one in enumerated(body, names, 0, release.language):
                if not one.overlaps(words):
                    span = cite(release, max(one.start, after.end()), one.end, words.ordinal)
                    found.append(replace(part, span=span, sentence=cited, citations=(cited,)))
    return found


def is_told_before(release: Release, sentence: SpanLike, place: SpanLike, words: SpanLike) -> bool:
    """Whether a place stands with "after" before the comma behind which words begin: "Après Lyon en
    *2016*, elle a choisi *Metz*"."""
    comma = release.body.find(",", place.end, words.start)
    after = _after(release.language).match(release.body, sentence.start, sentence.end)
    return comma >= 0 and after is not None


def _beside_old(query: Query, hit: Hit, words: Span, sentence: Span) -> Span:
    """Where words begin the sentence behind "after", what it adds to them: the last names of it
    that the question does not have."""
    body, language = hit.release.body, hit.release.language
    comma = body.find(",", words.start, sentence.end)
    before = body[sentence.start : words.start].lstrip(_OPENING)
    if comma < 0 or not _after(language).fullmatch(before):
        return words
    names = _other_names(query, hit, Span(comma, sentence.end))
    if not names:
        return words
    series = enumerated(body, names, len(names) - 1, language)
    return Span(series[0].start, series[-1].end)


def _other_names(query: Query, hit: Hit, place: Span) -> list[Span]:
    """The names in a part of a release that have no word of the question."""
    body = hit.release.body
    asked = {fold(plain(word)) for word in _WORD.findall(query.question)}
    return [
        one
        for one in name_phrases(body, place.start, place.end, hit.release.language)
        if asked.isdisjoint(fold(plain(w)) for w in _WORD.findall(body[one.start : one.end]))
    ]


def _without_date(hit: Hit, words: Span) -> Span:
    """The part of some words that begins with a preposition of a place, if a date parts them ("X,
    les 18 et 19 mars *à la halle*")."""
    body, language = hit.release.body, hit.release.language
    places = [words.start]
    for date in find_dates(body, words.start, words.end, language=language):
        places += [date.start, date.end]
    parts = [Span(*pair) for pair in zip(places[::2], [*places[1::2], words.end], strict=True)]
    for part in parts if len(parts) > 1 else ():
        text = body[part.start : part.end]
        start = part.start + len(text) - len(text.lstrip(_IDLE))
        if _at_place(language).match(body, start, part.end):
            return Span(start, part.start + len(text.rstrip(_IDLE)))
    return words


def _from_noun(query: Query, hit: Hit, words: Span, sentence: Span) -> Span:
    """Of words that begin a sentence the thing that is asked for by its noun ("La tomme a reçu *une
    médaille d'argent*")."""
    body, language = hit.release.body, hit.release.language
    noun = _asked_noun(query, language)
    if not noun or words.start != sentence.start:
        return words
    articles = folded_words(known(language).answers.articles, known(language).speech.articles)
    tokens = list(_WORD.finditer(body, words.start, words.end))
    for before, token in pairwise(tokens[2:]):
        if fold(plain(before.group())) in articles and noun & set(analyse(token.group(), language)):
            return Span(before.start(), words.end)
    return words


def _asked_noun(query: Query, language: str | None) -> frozenset[str]:
    """The index terms of the noun behind "which" in a question; empty without one."""
    own = known(language)
    which = folded_words(own.questions.which, own.answers.several)
    words = _WORD.findall(query.text)
    at = next((n for n, word in enumerate(words) if fold(plain(word)) in which), None)
    nouns = words[at + 1 : at + 2] if at is not None else []
    return frozenset(analyse(" ".join(nouns), language))


@lru_cache(maxsize=16)
def _after(language: str | None) -> re.Pattern[str]:
    """ "After" and an article, or "that of"."""
    own = known(language)
    after = any_of(own.questions.period.after.replace(",", " "))
    articles = any_of(own.answers.articles, own.speech.articles)
    of, that = any_of(own.answers.of), any_of(own.follow_ups.that_one)
    of = rf"(?P<that>{that}\s+)?(?:{of}\s*)?"
    return re.compile(rf"{after}\s+{of}(?:{articles}\s*)?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _at_place(language: str | None) -> re.Pattern[str]:
    own = known(language)
    return re.compile(any_of(own.follow_ups.places), re.IGNORECASE)
