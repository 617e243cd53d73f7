"""Tell who leaves an office, and find who takes it over beside it: "Anne Roux quitte la direction.
Le conseil l'a confiée à *Jean Ferrand*"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.checks.other_holders import is_succeeded
from rag.answering.gathering.groups import key
from rag.answering.words.name_phrases import name_phrases
from rag.corpus import sentences_of
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, plain
from rag.language.words import any_of
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, asked_office, leads, posts_of, tokens_of
from rag.retrieval.named import has_all_names
from rag.types import AnswerPart, Hit, Span

# The word for leaving stands so many characters behind the name, at most.
_WITHIN = 40
# The name of a successor stands so many characters from the word for taking over, at most.
_BESIDE = 40
_FULL_NAME = regex(r"[^\W\d_a-zà-öø-ÿ][\w’'-]+(?:[ \u00a0\u202f][^\W\d_a-zà-öø-ÿ][\w’'.-]*){1,3}")
_STOP = regex(r"[;:.!?«»\n]")


def of_holder(query: Query, hit: Hit) -> Span | None:
    """The reader's words; where a question asks who holds an office after somebody left it, and
    they name who leaves, the one who takes it over in the passage. None without one."""
    words = hit.match.span
    if words is None or not _is_after(query, hit) or not leaves(hit, words):
        return words
    return successor(query, hit, words)


def succeeded_by(query: Query, hits: Sequence[Hit], part: AnswerPart) -> tuple[Hit, Span] | None:
    """Who a later release says succeeded the person of a part, in an office that a question asks
    the holder of; the earliest such release of the hits. None without one."""
    if not _asks_for_holder(query) or query.cross_lingual:
        return None
    words = (part.span or part.sentence).quote
    last, time = words.split()[-1], key(part.time)
    later = [hit for hit in hits if key(hit.release.published.date) > time != (0, 0)]
    for hit in sorted(later, key=lambda one: key(one.release.published.date)):
        release, language = hit.release, known(hit.release.language)
        if not has_all_names(query, f"{release.title}\n{hit.passage.text}"):
            continue
        sentences = sentences_of(release.body, hit.passage, release.language)
        for n, sentence in enumerate(sentences):
            place = release.body.find(last, sentence.start, sentence.end)
            if place < 0:
                continue
            end = place + len(last)
            people = _people(query, release.body, sentence, language)
            name = next((one for one in people if one.end == end), Span(place, end))
            if leaves(hit, name):
                new = successor(query, hit, name)
                if new is not None:
                    return hit, new
            if not is_succeeded(release.body, name, language):
                continue
            begin = sentences[n - 1].start if n else sentence.start
            before = _people(query, release.body, Span(begin, name.start), language)
            if before:
                return hit, before[-1]
    return None


def _asks_for_holder(query: Query) -> bool:
    office = any(asked_office(query.text, known(code)) for code in query.languages)
    return query.asks == "who" and (query.scope.is_of_state or office)


def leaves(hit: Hit, words: Span) -> bool:
    """Whether somebody whom words name is said to leave right behind them."""
    language, body = known(hit.release.language), hit.release.body
    if not language.offices.leaves:
        return False
    behind = _STOP.split(body[words.end : words.end + _WITHIN])[0]
    word = re.search(any_of(plain(language.offices.leaves)), plain(behind))
    return word is not None and _FULL_NAME.search(behind, 0, word.start()) is None


def successor(query: Query, hit: Hit, words: Span) -> Span | None:
    """The whole name of somebody else who is put at the head of something, in the sentence of words
    or beside it; None if there is none."""
    release, language = hit.release, known(hit.release.language)
    body = release.body
    sentences = sentences_of(body, hit.passage, release.language)
    own = next((n for n, one in enumerate(sentences) if one.overlaps(words)), None)
    if own is None:
        return None
    last = fold(plain(body[words.start : words.end])).split()[-1:]
    for n in (own + 1, own, own - 1):
        if not 0 <= n < len(sentences):
            continue
        for name in _people(query, body, sentences[n], language):
            text = fold(plain(body[name.start : name.end]))
            if name.overlaps(words) or text.split()[-1:] == last or leaves(hit, name):
                continue
            if _is_put_there(body, name, sentences[n], language):
                return name
    return None


def _is_after(query: Query, hit: Hit) -> bool:
    """Whether a question asks for the holder of an office at a time behind the release's date."""
    if not _asks_for_holder(query) or query.cross_lingual:
        return False
    published = hit.release.published.date
    if query.period is None:
        return query.scope.time in ("now", "last")
    low, date = query.period.low, key(published)
    return low is not None and date != (0, 0) and low.toordinal() > date[0]


def _people(query: Query, body: str, sentence: Span, language: Language) -> Sequence[Span]:
    """The whole names of people in a sentence: two words or more, none of the question's names."""
    asked = {part for name in query.names for part in name.parts}
    found = []
    for phrase in name_phrases(body, sentence.start, sentence.end, language.code):
        name = _FULL_NAME.search(body, phrase.start, phrase.end)
        if name is None or name.end() != phrase.end:
            continue
        keys = tokens_of(name.group())[1]
        if asked.isdisjoint(keys) and keys[0] not in articles_of(language):
            found.append(Span(*name.span()))
    return found


def _is_put_there(body: str, name: Span, sentence: Span, language: Language) -> bool:
    """Whether a word for leading or taking over stands beside a name, in its sentence."""
    succeeds = folded_words(language.offices.succeeds)
    before = _STOP.split(body[max(sentence.start, name.start - _BESIDE) : name.start])[-1]
    behind = _STOP.split(body[name.end : min(sentence.end, name.end + _BESIDE)])[0]
    return any(
        leads(one, language) or one in succeeds or posts_of([one], language)
        for text in (before, behind)
        for one in tokens_of(text)[1]
    )
