"""Find which side of which verb a question asks for: who does something, or whom it is done to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from rag.answering.tokens import Word
from rag.answering.verbs.deeds import deed_of, deed_of_doer, verb_for
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question import Query
from rag.question.office import (
    articles_of,
    asked_office,
    is_role,
    place_of_who,
    tokens_of,
    word_key,
)

Side = Literal["agent", "patient"]
Party = Literal["agent", "patient", "recipient", "opponent"]
# Deeds with one to whom something is given.
_GIVING = frozenset({"give", "lend", "sell"})
_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")


def asked_side(query: Query, language: Language) -> tuple[Side, str] | None:
    """Which side of which verb a question asks for; None for another question.

    The verb is given as its index term.
    """
    if query.asks != "who":
        return None
    tokens, keys, at = around_who(query, language)
    if at is None or at + 1 >= len(keys):
        return None
    by, passive = folded_words(language.answers.by), folded_words(language.answers.passive)
    copulas = folded_words(language.offices.copulas)
    idle = _idle(language)
    before_noun = articles_of(language) | folded_words(language.speech.name_links)
    names = {part for name in query.names for part in name.parts}
    asks_agent_of_passive = at > 0 and keys[at - 1] in by
    questions, speech = language.questions, language.speech
    before = folded_words(questions.prepositions, speech.prepositions, speech.name_links)
    personal = at > 0 and keys[at - 1] in folded_words(language.follow_ups.personal)
    if at > 0 and keys[at - 1] in before and not (asks_agent_of_passive or personal):
        return None  # "contre qui", "avec qui"
    whom = personal or keys[at] in folded_words(language.answers.whom)
    last = _last_verb(tokens, keys, at, language)
    if last is not None:
        terms = analyse(tokens[last], language.code)
        if not terms or _reports(terms[0], language):
            return None
        if asks_agent_of_passive:
            return "agent", terms[0]
        in_passive = not passive.isdisjoint(keys[at + 1 : last])
        has_subject = whom or _has_subject(keys, at, language)
        return ("patient" if in_passive or has_subject else "agent"), terms[0]
    beside = articles_of(language) | before
    is_passive = False
    subject = whom  # whether the question names who does it
    # "quel *premier ministre* a …": the office is no verb
    led = keys[at] in folded_words(questions.which)
    office = takewhile(lambda key: led and is_role(key, language), keys[at + 1 :])
    for number in range(at + 1 + len(list(office)), len(keys)):
        key = keys[number]
        inner = inversion_parts(key)
        if any(part in passive for part in inner):
            following = keys[number + 1] if number + 1 < len(keys) else ""
            of_someone = following in beside or is_role(following, language)
            if any(part in copulas for part in inner) and of_someone:
                return None  # "Qui est le …" asks who somebody is
            is_passive = True
            continue
        if all(part in idle for part in inner):
            continue
        if set(inner) & names:
            subject = True
            continue
        if is_passive and keys[number - 1] in before_noun:
            continue  # "Qui est à la *tête* du *groupe* …"
        terms = analyse(tokens[number], language.code)
        if not terms:
            continue
        if _reports(terms[0], language):
            return None
        if asks_agent_of_passive:
            return "agent", terms[0]
        return ("patient" if is_passive or subject else "agent"), terms[0]
    return None


def _last_verb(
    tokens: Sequence[str], keys: Sequence[str], at: int, language: Language
) -> int | None:
    """The position of the verb of a question that has its object or its subject before the verb:
    "Wer hat die Brücke *gebaut*?", "Who did the crews *thank*?"; None for another question.

    Args:
        at: the position of "who".
    """
    idle, follow_ups = _idle(language), language.follow_ups
    if follow_ups.times_before_participle:
        auxiliaries = folded_words(language.questions.verbs, language.answers.passive)
        copulas = folded_words(language.offices.copulas) - folded_words(language.answers.passive)
        last = len(keys) - 1
        is_verb = stands_last(plain(tokens[last]), language)
        led = keys[at + 1] in auxiliaries - copulas
        return last if led and is_verb and last > at + 1 and keys[last] not in idle else None
    if not _has_subject(keys, at, language):
        return None
    speech = language.speech
    ends = folded_words(speech.prepositions, speech.conjunctions, language.questions.prepositions)
    ends -= folded_words(speech.name_links, language.answers.of) | articles_of(language)
    clause = takewhile(lambda n: keys[n] not in ends, range(at + 1, len(keys)))
    telling = [n for n in clause if not all(part in idle for part in inversion_parts(keys[n]))]
    return telling[-1] if len(telling) > 1 else None


def stands_last(verb: str, language: Language) -> bool:
    """Whether a verb is a participle behind subject and object, so that its place tells nothing."""
    follow_ups = language.follow_ups
    return follow_ups.times_before_participle and bool(re.fullmatch(follow_ups.participles, verb))


def _has_subject(keys: Sequence[str], at: int, language: Language) -> bool:
    """Whether an article behind "who", perhaps with a verb such as "did" between, shows that the
    question has its subject there."""
    support = folded_words(language.follow_ups.support)
    articles = articles_of(language)
    if support:
        return keys[at + 1] in support and keys[at + 2 : at + 3] != [] and keys[at + 2] in articles
    return keys[at + 1] in articles


def around_who(query: Query, language: Language) -> tuple[list[str], list[str], int | None]:
    """The question's words as written and folded, and the place of "who" among them; None if it
    has none."""
    tokens = [match.group() for match in _TOKEN.finditer(query.text)]
    keys = [word_key(token) for token in tokens]
    return tokens, keys, place_of_who(keys, language)


def inversion_parts(key: str) -> list[str]:
    return [part for part in key.split("-") if part] or [key]


def is_asked(query: Query, side: Side, verb: str, token: Word, language: Language) -> bool:
    """Whether a word is a part of a name of the question. If it has none, whether it is the noun
    beside the question's verb; for who did something, only one for a role."""
    if query.names:
        return any(token.text in name.parts for name in query.names)
    noun = _asked_noun(query.text, verb, language)
    return noun is not None and token.term == noun[1] and (side == "patient" or noun[0])


@lru_cache(maxsize=64)
def _asked_noun(question: str, verb: str, language: Language) -> tuple[bool, str] | None:
    """The index term of the first noun of a question who did something or to whom, and whether it
    is a role; None if it has none."""
    tokens = [match.group() for match in _TOKEN.finditer(question)]
    keys = [word_key(token) for token in tokens]
    at = place_of_who(keys, language)
    for token, key in zip(tokens[(at or 0) + 1 :], keys[(at or 0) + 1 :], strict=True):
        terms = analyse(token, language.code)
        if terms and terms[0] != verb and key not in _idle(language):
            return is_role(key, language), terms[0]
    return None


def _reports(term: str, language: Language) -> bool:
    """Whether a verb tells what somebody said, and no deed: its subject may stand behind it."""
    if deed_of(term, language):
        return False
    stems = folded_words(f"{language.speech.stems} {language.speech.verbs}")
    return any(term.startswith(stem) for stem in stems if len(stem) > 2)


@lru_cache(maxsize=64)
def _idle(language: Language) -> frozenset[str]:
    words = {*function_words(language), *unjoined(plain(language.questions.inversions)), "t"}
    return frozenset(map(fold, words))


def asked_recipient(query: Query, language: Language) -> str:
    """The index term of the verb of a question to whom something is given; "" for another one."""
    if query.asks != "who":
        return ""
    tokens, keys, at = around_who(query, language)
    to = folded_words(language.answers.recipients)
    if at is None or not (keys[max(0, at - 1)] in to or keys[-1] in to):
        return ""
    articles = articles_of(language)
    verbs = (
        t for t, before in zip(tokens[at + 1 :], keys[at:], strict=False) if before not in articles
    )
    terms = (term for token in verbs for term in analyse(token, language.code))
    return next((term for term in terms if deed_of(term, language) in _GIVING), "")


def asked_deed(query: Query, language: Language) -> tuple[Party, str] | None:
    """The same as ``asked_side`` for a question in any language, with the index term of a verb of
    the given one; "who is the author of" asks who wrote. None if the verb has none that is known.
    """
    own = language.code in query.languages
    for code in [language.code] if own else sorted(query.languages):
        spoken = known(code)
        asked: tuple[Party, str] | None = asked_side(query, spoken)
        given = asked_recipient(query, spoken)
        if given:
            asked = "recipient", given
        if asked is None and query.asks == "who":
            office = asked_office(query.text, spoken)
            deed = deed_of_doer(word_key(office[0]), spoken) if office else ""
            asked = ("agent", verb_for(deed, spoken)) if deed else None
        if asked is None or own:
            return asked
        verb = verb_for(deed_of(asked[1], spoken), language)
        if verb:
            return asked[0], verb
    return None


def passive_deed(query: Query, language: Language) -> str:
    """The index term, in one language, of the verb of a question when, where or why something was
    done to somebody ("Wann wurde Rolf Berg *entlassen*?"); "" for another one."""
    if query.asks not in ("when", "where", "why") or not query.names:
        return ""
    for code in [language.code] if language.code in query.languages else sorted(query.languages):
        spoken = known(code)
        tokens, keys = tokens_of(query.text)
        passive = folded_words(spoken.answers.passive)
        aux = next(
            (n for n, key in enumerate(keys) if not passive.isdisjoint(key.split("-"))), None
        )
        if aux is None or not folded_words(spoken.answers.by).isdisjoint(keys):
            continue
        terms = [term for one in tokens[aux + 1 :] for term in analyse(one.group(), code)]
        deed = next((deed for term in terms if (deed := deed_of(term, spoken))), "")
        if deed:
            return verb_for(deed, language)
    return ""
