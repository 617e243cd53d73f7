"""Find whom a question asks for on one side of its verb, in the passage's sentence with that verb.

"Who built the bridge?" is answered by whom the sentence "The bridge was built in 1931 by Pia Salvi"
names behind "by", in whatever language the question is, and not by somebody who built the school.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rag.answering.checks.doers import light_verbs
from rag.answering.checks.roles import asks_for_role
from rag.answering.tokens import Word, is_participle, pronouns, stand_ins, words_of
from rag.answering.verbs.asked_side import (
    Party,
    asked_deed,
    asked_side,
    passive_deed,
    prepositions,
)
from rag.answering.verbs.clauses import joins_clauses
from rag.answering.verbs.deeds import deed_of, deed_of_doer, is_verb, verb_of
from rag.answering.verbs.grammar import clitics_of, idle_of, is_person, plain_articles
from rag.answering.verbs.parties import Parties, parties
from rag.answering.words.told_holders import told_holder
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.language.word_lists import word_list
from rag.question import Query
from rag.question.office import articles_of, is_role, posts_of, tokens_of, word_key
from rag.question.verb import alike
from rag.types import Hit, Span

# The parts of names, each with the other parts of its name.
Names = Mapping[str, frozenset[str]]

# A verb of refusing stands so many words before the other one, at most.
_DECLINED_WITHIN = 3


_ARTICLE_AND_NOUN = 2


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


class _Clause(NamedTuple):
    sentence: Span
    mine: Span | None
    other: Span | None
    fits: bool | None
    is_sure: bool
    is_reversed: bool
    passive: bool
    shares: bool
    may_be_turned: bool


def told_parties(query: Query, hit: Hit, sentences: Sequence[Span]) -> Told:
    """Whom a hit's passage names on the side of the verb that a question asks for."""
    words, language = hit.match.span, known(hit.release.language)
    if words is not None and asks_for_role(query):
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
    clauses = list(_clauses(query, hit, sentences, side, verb, language))
    if done_to:
        alone = bool(clauses) and not _things(query, verb, language)
        return Told(of_another=alone and all(one.fits is False for one in clauses))
    right = [one for one in clauses if one.fits and one.mine is not None]
    if query.cross_lingual and not _names(query, hit.release.body):
        alone = len(clauses) == 1
        right = [one for one in right if alone or one.shares or one.sentence.overlaps(words)]
    for one in sorted(right, key=lambda one: (not one.shares, not one.sentence.overlaps(words))):
        if one.may_be_turned and _stand_opposite(words, one):
            return Told()
        return Told(one.mine, one.is_sure, other=one.other)
    around = [one for one in clauses if one.sentence.overlaps(words)]
    body = hit.release.body
    if not around and _has_name(body, words, _names(query, body), language):
        around = clauses
    if not around:
        agentless = (one.passive and one.mine is None and one.fits for one in clauses)
        return Told(of_another=any(one.is_reversed for one in clauses) or any(agentless))
    return Told(of_another=all(one.fits is False for one in around))


def _stand_opposite(words: Span, clause: _Clause) -> bool:
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


class _Reading(NamedTuple):
    """By which verb a passage may tell what a question asks, and on which of its sides the answer
    and what the question names stand then."""

    verb: str
    mine: Party
    other: Party | None


# Who wins is who beats somebody, and against whom somebody loses.
_OTHERWISE: dict[tuple[Party, str], tuple[tuple[str, Party, Party | None], ...]] = {
    ("agent", "win"): (("beat", "agent", None), ("lose", "opponent", "patient")),
    ("agent", "lose"): (("beat", "patient", None), ("win", "opponent", "patient")),
    ("agent", "beat"): (("lose", "opponent", "agent"), ("win", "agent", "opponent")),
    ("patient", "beat"): (("lose", "agent", "opponent"), ("win", "opponent", "agent")),
    ("agent", "receive"): (("give", "recipient", "patient"),),
    ("agent", "buy"): (("sell", "recipient", "patient"),),
    ("agent", "sell"): (("buy", "recipient", "patient"),),
    ("recipient", "give"): (("receive", "agent", "patient"),),
    ("recipient", "sell"): (("buy", "agent", "patient"),),
}


def _readings(side: Party, verb: str, language: Language) -> list[_Reading]:
    deed = deed_of(verb, language)
    found = [_Reading(verb, side, "agent" if side == "patient" else "patient")]
    for told, mine, other in _OTHERWISE.get((side, deed), ()):
        found.append(_Reading(verb_of(told, language), mine, other))
    return found


def _clauses(
    query: Query,
    hit: Hit,
    sentences: Sequence[Span],
    side: Party,
    verb: str,
    language: Language,
) -> Iterator[_Clause]:
    """The clauses of a passage with a verb, and whether they tell it of what the question names;
    None where that is not sure."""
    body = hit.release.body
    things, names = _things(query, verb, language), _names(query, body)
    elsewhere = frozenset(analyse(hit.passage.text, language.code))
    for reading in _readings(side, verb, language):
        for n, sentence in enumerate(sentences):
            tokens = words_of(body, sentence, language.code)
            for at in range(len(tokens)):
                if not _is_of_verb(body, tokens, at, reading.verb, language):
                    continue
                found = parties(body, sentence, tokens, at, things, language)
                before = body[sentences[n - 1].start : sentences[n - 1].end] if n else ""
                mine = getattr(found, reading.mine)
                other = getattr(found, reading.other) if reading.other else sentence
                asked = _Asked(
                    query, body, sentence, before, tokens, at, things, names, elsewhere, language
                )
                if mine is not None and not asked.has_named(other):
                    mine, other = asked.parted(mine, other)
                fits = asked.fits(mine, other)
                sure = asked.has_named(other) or (query.cross_lingual and not names and bool(fits))
                if _is_contrary(hit, reading, found) or _is_declined(tokens, at, language):
                    mine, fits = None, False
                is_reversed = fits is False and _has_name(body, mine, names, language)
                mine = None if _is_pronoun(body, mine, language) else mine
                # "Das Stück schrieb Lena Obermeier": which side is which the things alone tell.
                turned = language.follow_ups.times_before_participle
                turned = turned and query.cross_lingual and not found.passive
                shares = _shares(query, body[sentence.start : sentence.end], things, language)
                yield _Clause(
                    sentence, mine, other, fits, sure, is_reversed, found.passive, shares, turned
                )


def _is_declined(tokens: Sequence[Word], at: int, language: Language) -> bool:
    """Whether a verb of refusing stands right before a verb: "declined to *lend*"."""
    declines = word_list(language.answers.declines)
    return any(declines.has(one.text) for one in tokens[max(0, at - _DECLINED_WITHIN) : at])


def _is_of_verb(body: str, tokens: Sequence[Word], at: int, verb: str, language: Language) -> bool:
    """Whether a word is the verb, and no noun for who does it."""
    token = tokens[at]
    if (at and body[token.start].isupper()) or deed_of_doer(token.text, language):
        return False
    before = tokens[at - 1].text if at else ""
    only = plain_articles(language) - clitics_of(language) - pronouns(language)
    if before in only and not language.calendar.nouns_are_capitalised:
        return False  # "de *restauratie*"
    led = at > 1 and before in articles_of(language)
    if led and is_participle(tokens[at - 2].written, language):
        return False  # "a suspendu *l'exploitation*"
    if is_verb(token.term, verb, language):
        return True
    return alike(token.term, verb) and not is_role(token.text, language)


def _is_contrary(hit: Hit, reading: _Reading, found: Parties) -> bool:
    """Whether the reader's words are who does what tells the answer on another side: the seller,
    where the buyer is asked for."""
    words = hit.match.span
    given = reading.mine in ("recipient", "opponent")
    wrong = found.agent if given else found.opponent
    mine = getattr(found, reading.mine)
    if words is None or wrong is None or not wrong.overlaps(words):
        return False
    return mine is None and (given or reading.verb in _contests(hit.release.language))


@lru_cache(maxsize=16)
def _contests(language: str | None) -> frozenset[str]:
    own = known(language)
    return frozenset(verb_of(deed, own) for deed in ("win", "lose"))


class _Asked(NamedTuple):
    """A verb in a sentence, and what the question names."""

    query: Query
    body: str
    sentence: Span
    before: str
    tokens: Sequence[Word]
    at: int
    things: frozenset[str]
    names: Names
    elsewhere: frozenset[str]
    language: Language

    def has_named(self, span: Span | None) -> bool:
        """Whether words have a name or a thing of the question."""
        things = self.things & _terms(self.body, span, self.language)
        return _has_name(self.body, span, self.names, self.language) or bool(things)

    def fits(self, mine: Span | None, other: Span | None) -> bool | None:
        """Whether the other side of the verb is what the question names; None where that is not
        sure."""
        body, names, things, language = self.body, self.names, self.things, self.language
        if names:
            mine_named = _has_name(body, mine, names, language)
            if _has_name(body, other, names, language) and not (
                mine_named and other == self.sentence
            ):
                return True
            if mine_named:
                return False
            if self.has_named(other):
                return True
            places = [
                one for one in self.tokens if not names.keys().isdisjoint(one.text.split("-"))
            ]
            if other is None or _is_pronoun(body, other, language):
                told = bool(places) or not names.keys().isdisjoint(_keys(self.before))
                return True if other is not None and told else None
            if _is_name(body, other, language):
                behind = [one.start for one in places if one.start >= other.end]
                beside = behind and not joins_clauses(
                    body, Span(other.end, behind[0]), language.code
                )
                return bool(beside)
            verb = self.tokens[self.at].start
            if not places:
                return None
            return any((one.start < verb) == (other.start < verb) for one in places)
        if self.query.cross_lingual:
            return not self._has_post(mine) or self._has_post(other)
        if not things:
            return True
        if things & _terms(body, mine, language) and not (
            other != self.sentence and self.has_named(other)
        ):
            return False
        if self.has_named(other):
            return True
        stands = other is None or _is_pronoun(body, other, language)
        stands = stands or any(one.text in stand_ins(language) for one in self.tokens)
        text = body[self.sentence.start : self.sentence.end]
        near = frozenset(analyse(f"{self.before} {text}" if stands else text, language.code))
        if things & near:
            return True
        # It is told of another thing, and the passage has the one that is asked for elsewhere.
        return False if not stands and things & self.elsewhere else None

    def _has_post(self, span: Span | None) -> bool:
        """Whether words have a post that a question in another language names: "Wer hat den
        *Minister* empfangen?"."""
        if span is None:
            return False
        asked = tokens_of(self.query.text)[1]
        told = posts_of(tokens_of(self.body[span.start : span.end])[1], self.language)
        return any(told & posts_of(asked, known(code)) for code in self.query.languages)

    def parted(self, mine: Span, other: Span | None) -> tuple[Span, Span | None]:
        """A phrase with a name of the question behind an article as two: "Fleur Maes *de Duitse
        Anke Roth*"."""
        inside = [one for one in self.tokens if mine.start < one.start and one.end <= mine.end]
        articles = articles_of(self.language)
        for one in inside:
            if one.text in articles and self.has_named(Span(one.end, mine.end)):
                first = Span(
                    mine.start, mine.start + len(self.body[mine.start : one.start].rstrip())
                )
                if not self.has_named(first):
                    return first, Span(one.start, mine.end)
        return mine, other


def _names(query: Query, body: str) -> Names:
    """The parts of the names of a question that no preposition leads, but "by" and that of a person
    who is an object; each with the other parts of its name. In another language than the
    release's, all words with a capital that the release has so may be names."""
    tokens, keys = tokens_of(query.text)
    names = {part: frozenset(name.parts) - {part} for name in query.names for part in name.parts}
    if query.cross_lingual:
        capitals = [one.group() for one in tokens[1:] if one.group()[0].isupper()]
        for one in capitals:
            for part in word_key(one).split("-") if one in body else ():
                names.setdefault(part, frozenset())
    led = frozenset[str]().union(
        *(
            prepositions(one) - folded_words(one.follow_ups.personal, one.answers.by)
            for one in map(known, query.languages)
        )
    )
    found, is_led = set(), False
    for n, key in enumerate(keys):
        parts = names.keys() & key.split("-")
        if not parts:
            is_led = False
        elif not (n and keys[n - 1] in led) and not is_led:
            found |= parts
        else:
            is_led = True
    return {part: names[part] & found for part in found}


def _shares(query: Query, text: str, things: frozenset[str], language: Language) -> bool:
    """Whether a sentence has one of the things of a question; of a question in another language a
    word that begins alike ("finale", "final")."""
    told = _whole_terms(text, language)
    if not query.cross_lingual:
        return not things.isdisjoint(told)
    return any(alike(one, term) for one in query.terms_in[language.code] for term in told)


def _whole_terms(text: str, language: Language) -> frozenset[str]:
    """The index terms of a text, without those of parts of words: "semi-*final*"."""
    words = (one.group() for one in tokens_of(text)[0])
    return frozenset(analyse(" ".join(one for one in words if "-" not in one), language.code))


def _terms(body: str, span: Span | None, language: Language) -> frozenset[str]:
    return _whole_terms(body[span.start : span.end], language) if span else frozenset()


def _is_pronoun(body: str, span: Span | None, language: Language) -> bool:
    """Whether words are a pronoun, begin with a demonstrative ("ce dernier"), or are a noun that
    stands for what was named before ("la société")."""
    if span is None:
        return False
    keys = tokens_of(body[span.start : span.end])[1]
    shown = folded_words(language.follow_ups.demonstratives)
    alone = len(keys) == 1 and keys[0] in pronouns(language)
    if len(keys) == _ARTICLE_AND_NOUN and keys[0] in articles_of(language):
        alone |= keys[1] in stand_ins(language)
    return keys[0] in shown or alone


def _things(query: Query, verb: str, language: Language) -> frozenset[str]:
    """The index terms of a question beside its verb and its names."""
    if query.cross_lingual:
        return frozenset()
    names = {part for name in query.names for part in name.parts}
    named = frozenset(analyse(" ".join(names), language.code))
    return frozenset(
        term
        for term in query.terms_in[language.code] - named
        if not is_verb(term, verb, language) and not alike(term, verb)
    )


def _has_name(body: str, span: Span | None, names: Names, language: Language) -> bool:
    """Whether words have a part of a name that is not of another one: "*Vale* Water" is not "Oxbow
    Water"."""
    if span is None:
        return False
    tokens, keys = tokens_of(body[span.start : span.end])
    parts = [frozenset(key.split("-")) for key in keys]
    said = frozenset[str]().union(*parts)
    for n, own in enumerate(parts):
        for part in names.keys() & own:
            others = names[part]
            if not others or others & said or language.calendar.nouns_are_capitalised:
                return True
            beside = [m for m in (n - 1, n + 1) if 0 <= m < len(keys)]
            if not any(_names_another(tokens[m].group(), keys[m], language) for m in beside):
                return True
    return False


def _names_another(word: str, key: str, language: Language) -> bool:
    """Whether a word has a capital, and is no office and no title."""
    idle = idle_of(language) | folded_words(language.speech.titles.replace(".", ""))
    return word[0].isupper() and key not in idle and not is_person(key, language)


def _keys(text: str) -> set[str]:
    return {
        part for word in text.split() for part in word_key(word.strip(".,;:()«»\"'’")).split("-")
    }


def _is_name(body: str, span: Span, language: Language) -> bool:
    """Whether the last word of a phrase has a capital."""
    last = body[span.start : span.end].split()[-1]
    return last[0].isupper() and not _is_pronoun(body, span, language)
