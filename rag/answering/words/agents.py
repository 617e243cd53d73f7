"""Find who did it in the sentence that has the question's verb.

"Qui a conçu la gare ?" is answered by "Conçue par l'agence Nebout, la gare …", and not by whoever
opened the station in the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.checks.asked_side import asked_side
from rag.answering.checks.events import are_told_around, with_sentence_before
from rag.answering.checks.voices import agent_behind, verb_in
from rag.answering.tokens import Word, is_participle, stand_ins, words_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words, plain
from rag.language.words import unjoined
from rag.question import Query
from rag.question.verb import alike
from rag.types import Hit, Span

# "Par" stands so many words behind a participle, at most: "créé en 2002 à Lyon par …".
_BY_WITHIN = 8


def agent_of_verb(query: Query, hit: Hit, sentences: Sequence[Span]) -> Span | None:
    """The reader's words for a question who did something, or those of another sentence of the
    passage that has the verb in the passive and speaks of the same thing; None if that sentence
    does not say by whom.

    The words stay as they are if their own sentence has the verb or another word for it, or if no
    other sentence has it.
    """
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.cross_lingual or not language.answers.passive:
        return words
    asked = asked_side(query, language)
    if asked is None or asked[0] != "agent":
        return words
    verb, body = asked[1], hit.release.body
    around = [one for one in sentences if one.overlaps(words)]
    near = (word.term for one in around for word in words_of(body, one, language.code))
    if any(alike(term, verb) for term in near):
        return words
    if are_told_around(query, hit):
        return words
    things = frozenset(one for one in query.terms_in[language.code] if not alike(one, verb))
    for sentence in sentences:
        tokens = words_of(body, sentence, language.code)
        told = next((one.term for one in tokens if alike(one.term, verb)), "")
        found = verb_in(tokens, told, language) if told else None
        if sentence in around or found is None:
            continue
        at, passive, by = found
        by = by if by is not None else _by_behind(body, tokens, at, language)
        about = things & frozenset(analyse(with_sentence_before(hit, sentence), language.code))
        stands = any(one.text in stand_ins(language) for one in tokens)
        if not about and not stands:
            continue
        if by is not None:
            return agent_behind(body, tokens, by, sentence, language) or words
        if passive:
            return None
    return words


def _by_behind(body: str, tokens: Sequence[Word], at: int, language: Language) -> int | None:
    """The place of "par" behind a participle, before the next auxiliary."""
    by, passive = folded_words(language.answers.by), folded_words(language.answers.passive)
    # "À" is no "a".
    auxiliaries = frozenset(unjoined(plain(language.offices.auxiliaries))) | passive
    if not is_participle(tokens[at].written, language):
        return None
    for n in range(at + 1, min(len(tokens), at + 1 + _BY_WITHIN)):
        if tokens[n].text in by:
            return n
        if tokens[n].written in auxiliaries:
            return None
    return None
