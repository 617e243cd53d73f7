"""Tell where the person named in a question is on the side of the verb that is asked for.

"Who was replaced by Martin?" is not answered by "Martin was replaced by Durand", nor by "the
director, Martin": the words are Martin's own. Nor does one who gave a prize answer who received it.
"""

from __future__ import annotations

from itertools import pairwise

from rag.answering.checks.other_holders import is_succeeded
from rag.answering.sentences import around_words, told_around_words
from rag.answering.tokens import words_of
from rag.answering.verbs.asked_side import Side, asked_side, is_asked, stands_last
from rag.answering.verbs.voices import verb_in
from rag.corpus import sentences_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.language.word_lists import word_list
from rag.lazy import regex
from rag.question import Query
from rag.question.office import articles_of, is_role, place_of_who, tokens_of, word_key
from rag.types import Hit, Span

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")
_NAME_BEHIND = regex(r"[\s\u00a0\u202f]*,?[\s\u00a0\u202f]*(?=[^\W\d_a-zà-öø-ÿ])")
_NAME_BEFORE = regex(r"([^\W_]+(?:-[^\W_]+)*)\s*,\s*\Z")
_TITLE_BEFORE = regex(r"([^\W_]+(?:-[^\W_]+)*),?[\s\u00a0\u202f]+\Z")
# The subject stands so many words before a verb, at most: "il *l'a* remplacé".
_SUBJECT_WITHIN = 3


def is_other_side(query: Query, hit: Hit) -> bool:
    """Whether a passage puts the name in a question on the side that the question asks for, or the
    reader's words name that person otherwise.

    False for a question that does not ask who did something or to whom, and for one in another
    language than the release's.
    """
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.cross_lingual or not language.answers.passive:
        return False
    if _gives(query, hit, words, language) or _is_holder(query, hit, words, language):
        return True
    beside = _asks_for_another(query, language) and _is_beside_name(query, hit, words, language)
    if query.names and beside:
        return True
    asked = asked_side(query, language)
    if asked is None:
        return False
    side, verb = asked
    if side == "agent" and _is_predecessor(query, hit, words, language):
        return True
    around = around_words(hit)
    if (
        query.names
        and side == "patient"
        and any(_is_by_another(query, hit, one, verb, language) for one in around)
    ):
        return True
    told = [_name_side(query, hit, one, side, verb, language) for one in around]
    if None not in told and any(told):
        return False  # ``told_apart`` has looked at it
    if (
        query.names
        and side == "agent"
        and any(_has_pronoun_as_subject(hit, one, verb, words, language) for one in around)
    ):
        return True
    if any(told):
        return False
    sentences = sentences_of(hit.release.body, hit.passage, hit.release.language)
    others = [_name_side(query, hit, one, side, verb, language) for one in sentences]
    known_sides = {one for one in others if one is not None}
    return known_sides == {side}


def _gives(query: Query, hit: Hit, words: Span, language: Language) -> bool:
    """Whether a question asks who received something, and words are the subject of a verb of
    giving, in a sentence without a verb of receiving."""
    receives, gives = word_list(language.answers.receives), word_list(language.answers.gives)
    _, asked = tokens_of(query.text)
    if query.asks != "who" or not any(map(receives.has, asked)) or any(map(gives.has, asked)):
        return False
    to, passive = folded_words(language.answers.to), folded_words(language.answers.passive)
    for sentence in around_words(hit):
        tokens = words_of(hit.release.body, sentence, hit.release.language)
        if any(receives.has(token.text) for token in tokens):
            continue
        at = next((n for n, token in enumerate(tokens) if gives.has(token.text)), None)
        if at is None or words.end > tokens[at].start:
            continue
        before = [token.text for token in tokens if token.end <= words.start][-1:]
        between = (token.text for token in tokens[:at] if token.start >= words.end)
        if to.isdisjoint(before) and passive.isdisjoint(between):
            return True
    return False


def _is_predecessor(query: Query, hit: Hit, words: Span, language: Language) -> bool:
    """Whether a question asks who succeeds somebody, and words are the one who is succeeded, in a
    sentence without a name of the question."""
    succeeds = folded_words(language.offices.succeeds)
    if succeeds.isdisjoint(tokens_of(query.text)[1]):
        return False
    said = frozenset(tokens_of(told_around_words(hit))[1])
    named = any(not said.isdisjoint(name.parts) for name in query.names)
    return not named and is_succeeded(hit.release.body, words, language)


def _is_holder(query: Query, hit: Hit, words: Span, language: Language) -> bool:
    """Whether a question asks who did something to the holder of an office ("Wer hat die Ministerin
    empfangen?"), and words are the name right behind that office ("Ministerin Anna Roth"), but not
    where the question names another holder."""
    asked = asked_side(query, language)
    if asked is None or asked[0] != "agent":
        return False
    said = frozenset(tokens_of(hit.release.body[words.start : words.end])[1])
    if query.names and all(said.isdisjoint(name.parts) for name in query.names):
        return False
    _, keys = tokens_of(query.text)
    at = place_of_who(keys, language)
    articles = articles_of(language)
    behind = keys[at + 1 :] if at is not None else []
    held = {
        key for before, key in pairwise(behind) if before in articles and is_role(key, language)
    }
    before = _TITLE_BEFORE.search(hit.release.body, max(0, words.start - 40), words.start)
    if not held or before is None or not hit.release.body[words.start].isupper():
        return False
    return any(word_key(before.group(1)).endswith(key) for key in held)


def _asks_for_another(query: Query, language: Language) -> bool:
    """Whether a question asks for a person beside the one that it names: not "who is X"."""
    _, keys = tokens_of(query.text)
    at = place_of_who(keys, language)
    if at is None:
        which = folded_words(language.questions.which)
        at = next((n for n, key in enumerate(keys[:-1]) if key in which), None)
        return at is not None and is_role(keys[at + 1], language)
    copulas = folded_words(language.offices.copulas)
    return at + 1 < len(keys) and keys[at + 1].split("-")[0] not in copulas


def _is_beside_name(query: Query, hit: Hit, words: Span, language: Language) -> bool:
    """Whether words without a name stand right beside the name in the question: "son collègue
    Khalil", "Pastor, député-maire"."""
    body = hit.release.body
    names = {part for name in query.names for part in name.parts}
    tokens = _TOKEN.findall(body[words.start : words.end])
    if not tokens or _ends_with_name(tokens, language):
        return False
    behind = _NAME_BEHIND.match(body, words.end)
    if behind is not None:
        name = _TOKEN.match(body, behind.end())
        if name is not None and not names.isdisjoint(word_key(name.group()).split("-")):
            return True
    before = _NAME_BEFORE.search(body, max(0, words.start - 40), words.start)
    return (
        before is not None
        and tokens[0][0].islower()
        and any(is_role(word_key(token), language) for token in tokens)
        and not names.isdisjoint(word_key(before.group(1)).split("-"))
    )


def _ends_with_name(tokens: list[str], language: Language) -> bool:
    """Whether the last word has a capital, and is not an office ("Lord Mayor") nor of one
    ("ministre d'État")."""
    if is_role(word_key(tokens[-1]), language):
        return False
    links = folded_words(language.speech.name_links, language.answers.of)
    joined = len(tokens) > 1 and word_key(tokens[-2]) in links
    return tokens[-1][0].isupper() and not (
        joined and any(is_role(word_key(token), language) for token in tokens)
    )


def _name_side(
    query: Query, hit: Hit, sentence: Span, side: Side, verb: str, language: Language
) -> Side | None:
    """The side of a verb on which a sentence has the name, or the noun, in a question; None if it
    does not have both, or if that is not certain."""
    tokens = words_of(hit.release.body, sentence, hit.release.language)
    found = verb_in(tokens, verb, language)
    if found is None:
        return None
    at, passive, by = found
    names = {part for name in query.names[:1] for part in name.parts}
    places = [n for n, token in enumerate(tokens) if not names.isdisjoint(token.text.split("-"))]
    if not query.names:
        places = [n for n, one in enumerate(tokens) if is_asked(query, side, verb, one, language)]
    if not places or (not passive and stands_last(tokens[at].text, language)):
        return None
    before, behind = all(n < at for n in places), all(n > at for n in places)
    if passive:
        if by is not None and all(n > by for n in places):
            return "agent"
        return "patient" if before else None
    relatives = folded_words(language.speech.relatives, language.speech.that)
    if before and not any(token.text in relatives for token in tokens[max(places) : at]):
        return "agent"
    return "patient" if behind else None


def _is_by_another(query: Query, hit: Hit, sentence: Span, verb: str, language: Language) -> bool:
    """Whether a sentence in the passive names who did it, and the question names another one before
    its verb."""
    tokens = words_of(hit.release.body, sentence, hit.release.language)
    found = verb_in(tokens, verb, language)
    if found is None or not found[1] or found[2] is None:
        return False
    _, asked = tokens_of(query.text)
    places = [n for n, key in enumerate(asked) if query.names[0].parts[-1] in key.split("-")]
    verbs = [n for n, key in enumerate(asked) if verb in analyse(key, language.code)]
    if not places or not verbs or places[0] > verbs[0]:
        return False
    behind = [token for token in tokens[found[2] + 1 :] if hit.release.body[token.start].isupper()]
    names = {part for name in query.names for part in name.parts}
    return bool(behind) and not any(
        not names.isdisjoint(token.text.split("-")) for token in tokens[found[2] + 1 :]
    )


def _has_pronoun_as_subject(
    hit: Hit, sentence: Span, verb: str, words: Span, language: Language
) -> bool:
    """Whether the subject of a verb in the active is a pronoun, and words stand behind the verb."""
    tokens = words_of(hit.release.body, sentence, hit.release.language)
    found = verb_in(tokens, verb, language)
    if found is None:
        return False
    at, passive, _by = found
    if passive or words.start < tokens[at].end:
        return False
    pronouns = (one.split(":")[0] for one in language.follow_ups.subjects.split())
    subjects = folded_words(*pronouns)
    return any(token.text in subjects for token in tokens[max(0, at - _SUBJECT_WITHIN) : at])
