"""Find whom a question asks for on one side of its verb, in the passage's sentence with that verb.

"Who built the bridge?" is answered by whom the sentence "The bridge was built in 1931 by Pia Salvi"
names behind "by", in whatever language the question is, and not by somebody who built the school.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rag.answering.checks.doers import light_verbs
from rag.answering.verbs.asked_side import asked_deed, asked_side, passive_deed
from rag.answering.verbs.deeds import deed_of, deed_of_doer
from rag.answering.words.asked_names import has_name, names_of, things_of
from rag.answering.words.told_clauses import Clause, clauses_of
from rag.answering.words.told_holders import asks_for_holder, told_holder
from rag.corpus import sentences_of
from rag.language.language import Language
from rag.language.registry import known
from rag.question import Query
from rag.question.office import tokens_of
from rag.types import Hit, Span


class Told(NamedTuple):
    """What a passage tells of the verb of a question.

    Attributes:
        words: whom it names on the side that is asked for, with what the question names on the
            other one; None if it names nobody so.
        is_sure: whether what the question names stands on the other side of the verb, or names
            nobody in another language.
        other: what stands on the other side of the verb; None if it is not known.
        of_another: whether the sentence of the reader's words tells it of somebody or something
            else, or the other way round.
    """

    words: Span | None = None
    is_sure: bool = False
    of_another: bool = False
    other: Span | None = None


def told_parties(query: Query, hit: Hit, sentences: Sequence[Span]) -> Told:
    """Whom a hit's passage names on the side of the verb that a question asks for."""
    words, language = hit.match.span, known(hit.release.language)
    if words is not None and asks_for_holder(query):
        held, is_another = told_holder(query, hit, sentences)
        if held is not None or is_another:
            return Told(held, is_sure=held is not None, of_another=is_another)
    asked = asked_deed(query, language)
    done_to = passive_deed(query, language)
    if done_to:
        asked = "agent", done_to
    if words is None or asked is None or not language.answers.passive:
        return Told()
    side, verb = asked
    if verb in light_verbs(language):
        return Told()
    by_verb = any(asked_side(query, known(code)) for code in query.languages)
    if not by_verb and side == "agent" and _names_doer(hit, verb, language):
        return Told()
    clauses = list(clauses_of(query, hit, sentences, side, verb, language))
    if done_to:
        alone = bool(clauses) and not things_of(query, verb, language)
        return Told(of_another=alone and all(one.fits is False for one in clauses))
    right = [one for one in clauses if one.fits and one.mine is not None]
    if query.cross_lingual and not names_of(query, hit.release.body):
        alone = len(clauses) == 1
        right = [one for one in right if alone or one.shares or one.sentence.overlaps(words)]
    for one in sorted(right, key=lambda one: (not one.shares, not one.sentence.overlaps(words))):
        if one.may_be_turned and _stand_opposite(words, one):
            return Told()
        return Told(one.mine, one.is_sure, other=one.other)
    around = [one for one in clauses if one.sentence.overlaps(words)]
    body = hit.release.body
    if not around and has_name(body, words, names_of(query, body), language):
        around = clauses
    if not around:
        agentless = (one.passive and one.mine is None and one.fits for one in clauses)
        return Told(of_another=any(one.is_reversed for one in clauses) or any(agentless))
    return Told(of_another=all(one.fits is False for one in around))


def _stand_opposite(words: Span, clause: Clause) -> bool:
    """Whether words stand on the other side of a verb alone."""
    mine, other = clause.mine, clause.other
    opposite = other is not None and other.overlaps(words)
    return opposite and not (mine is not None and mine.overlaps(words))


def is_told(query: Query, hit: Hit) -> bool:
    """Whether the reader's words are whom a passage names so, with what the question names on the
    other side of the verb, or with the only such verb of the passage for a question in another
    language that names nobody."""
    words, release = hit.match.span, hit.release
    if words is None:
        return False
    told = told_parties(query, hit, sentences_of(release.body, hit.passage, release.language))
    return told.is_sure and told.words is not None and told.words.overlaps(words)


def _names_doer(hit: Hit, verb: str, language: Language) -> bool:
    """Whether a passage has a noun for one who does what a verb tells ("author")."""
    deed = deed_of(verb, language)
    keys = tokens_of(hit.passage.text)[1]
    return bool(deed) and any(deed_of_doer(key, language) == deed for key in keys)
