"""Keep the two sides of a verb apart: who does something, and whom it is done to.

A reader knows that a sentence speaks of a welcome and of two people, and easily takes one for the
other. The voice of the verb and the order of the words tell them apart, where the sentence has the
question's verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.answering.tokens import Word, is_participle, words_of
from rag.answering.verbs.asked_side import Side, asked_side, is_asked
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of
from rag.types import Hit, Span

_STOP = regex(r"[,;:.()!?«»\n]")
# The auxiliary of a passive stands so many words before the verb, at most.
_AUXILIARY_WITHIN = 3
# "par" stands so many words from the verb, at most.
_BY_WITHIN = 12
_BY_BESIDE = 2
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'.-]*"
_APPOSITION = regex(rf",\s*{_CAPITALISED}(?:\s{_CAPITALISED})*")


def told_apart(query: Query, hit: Hit, sentences: Sequence[Span]) -> Span | None:
    """The reader's words, or those of the right side of the verb; None if the sentence does not say
    who is asked for.

    The words stay as they are if the question does not ask who did something or to whom, or if the
    sentence does not have its verb.
    """
    words = hit.match.span
    language = known(hit.release.language)
    if words is None or not language.answers.passive:
        return words
    if query.cross_lingual:
        return _agent_in(words, query, hit, language)
    asked = asked_side(query, language)
    around = [sentence for sentence in sentences if sentence.overlaps(words)]
    if asked is None or not around:
        return words
    side, verb = asked
    body = hit.release.body
    sentence = Span(around[0].start, around[-1].end)
    tokens = words_of(body, sentence, hit.release.language)
    found = verb_in(tokens, verb, language)
    if found is None:
        return words
    at, passive, by = found
    if not passive:
        return words if _agrees(query, side, words, tokens, at, language) else None
    agent = agent_behind(body, tokens, by, sentence, language) if by is not None else None
    if side == "patient":
        return None if agent is not None and agent.overlaps(words) else words
    if agent is None:
        return None if words.end <= tokens[at].start else words
    return words if agent.overlaps(words) else agent


def _agent_in(words: Span, query: Query, hit: Hit, language: Language) -> Span:
    """The agent of the passive that words of another language than the question's have, if the
    question asks who did something ("has been welcomed by *her*"); else the words."""
    sides = [asked_side(query, known(code)) for code in query.languages]
    if not any(side is not None and side[0] == "agent" for side in sides):
        return words
    body = hit.release.body
    tokens = words_of(body, words, language.code)
    surely, by = folded_words(language.answers.surely_passive), folded_words(language.answers.by)
    for n, token in enumerate(tokens):
        if token.text not in by or not n:
            continue
        led = is_participle(tokens[n - 1].written, language)
        if led or any(one.text in surely for one in tokens[:n]):
            return agent_behind(body, tokens, n, words, language) or words
    return words


def verb_in(
    tokens: Sequence[Word], verb: str, language: Language
) -> tuple[int, bool, int | None] | None:
    """The position of a verb among the words of a sentence, whether it stands in the passive, and
    the position of the word before who did it; None if the sentence does not have the verb."""
    at = next((n for n, token in enumerate(tokens) if token.term == verb), None)
    return None if at is None else (at, *_voice(tokens, at, language))


def _voice(tokens: Sequence[Word], at: int, language: Language) -> tuple[bool, int | None]:
    """Whether the verb stands in the passive, and the position of the word before who did it."""
    passive, by = folded_words(language.answers.passive), folded_words(language.answers.by)
    before = tokens[max(0, at - _AUXILIARY_WITHIN) : at]
    auxiliary = any(token.text in passive for token in before)
    ahead = range(at + 1, min(len(tokens), at + 1 + _BY_WITHIN))
    behind = range(max(0, at - _BY_WITHIN), at)
    place = next((n for n in ahead if tokens[n].text in by), None)
    if place is None and not auxiliary:
        # "wurde von Y empfangen": auxiliary and agent stand before the verb.
        far = [n for n in behind if tokens[n].text in passive]
        place = next((n for n in behind if far and n > far[0] and tokens[n].text in by), None)
        auxiliary = place is not None
    close = range(at + 1, min(len(tokens), at + 1 + _BY_BESIDE))
    if not auxiliary and any(tokens[n].text in by for n in close):
        return True, next(n for n in close if tokens[n].text in by)  # "remplacé par"
    # "est arrivé" is no passive; "a été accueilli" and "est accueilli par" are.
    surely = folded_words(language.answers.surely_passive)
    sure = any(token.text in surely for token in before) or place is not None
    return auxiliary and sure, place if auxiliary else None


def _agrees(
    query: Query, side: Side, words: Span, tokens: Sequence[Word], at: int, language: Language
) -> bool:
    """Whether words stand on the asked side of a verb in the active, and the question's name, or
    the noun of the one who did it to whom is asked for, on the other one."""
    verb = tokens[at]
    places = [token.start for token in tokens if is_asked(query, side, verb.term, token, language)]
    if not places:
        return True
    if side == "agent":
        return not (words.start >= verb.end and all(place < verb.start for place in places))
    return not (words.end <= verb.start and all(place > verb.start for place in places))


def agent_behind(
    body: str, tokens: Sequence[Word], by: int, sentence: Span, language: Language
) -> Span | None:
    """Who did it: the words after "par" up to the next mark or preposition, with a name behind a
    comma."""
    start = tokens[by].end
    stop = _STOP.search(body, start, sentence.end)
    end = stop.start() if stop else sentence.end
    speech, questions = language.speech, language.questions
    ends = folded_words(speech.prepositions, speech.relatives, questions.prepositions)
    ends -= folded_words(speech.name_links, language.answers.of) | articles_of(language)
    for token in tokens[by + 2 :]:
        if token.start >= end:
            break
        if token.text in ends or token.text in folded_words(language.answers.passive):
            end = token.start
            break
    if stop is not None and end == stop.start():
        name = _APPOSITION.match(body, end, sentence.end)
        end = name.end() if name and not body[end + 1 : name.end()].strip().islower() else end
    text = body[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip(" \t\n\u00a0\u202f.,"))
    return Span(start + left, start + right) if right > left else None
