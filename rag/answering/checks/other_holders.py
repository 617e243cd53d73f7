"""Tell who holds an office from who held it before, stands in, or holds another body's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answering.checks.bodies import OF_STATE
from rag.answering.checks.names import is_said
from rag.answering.checks.roles import asked_phrase, asks_for_role
from rag.answering.sentences import told_around_words, told_before_words
from rag.answering.tokens import pronouns
from rag.answering.verbs.asked_side import around_who, inversion_parts
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question import Query
from rag.question.office import (
    articles_of,
    is_role,
    leads,
    posts_of,
    prepositions_of,
    tokens_of,
    word_key,
)
from rag.types import Hit, Span

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")
_STOP = regex(r"[,;:.()!?«»\n]")
# The same, but for an acronym ("le Service de secours (SDIS) du Nord").
_STOP_OF_BODY = regex(r"[,;:.!?«»\n]|\((?![^\W\d_a-z]{2,}\))|(?<![A-Z])\)")
# The end of a sentence, and not of an abbreviation such as "M.".
_SENTENCE_ENDS = regex(r"(?<=\w{3})[.!?]\s|\n")
# A role stands so many characters from the name, at most.
_ROLE_WITHIN = 90
# The organisation stands within so many characters behind the office.
_BODY_WITHIN = 90
# Two forms of a name share so many letters at least.
_STEM = 5
# A verb of succeeding stands so many words before the predecessor's name, at most.
_SUCCEEDED_WITHIN = 4


def of_former(query: Query, hit: Hit, *, by_verb: bool = False) -> bool:
    """Whether the reader's words name one who held the asked office before, or who stands in for
    its holder ("ancien directeur", "directeur adjoint"), and the question does not ask for one.

    Args:
        by_verb: whether a verb tells that they lead it, whatever office they hold.
    """
    words, language = hit.match.span, known(hit.release.language)
    former = folded_words(language.questions.scope.former)
    if words is None or query.asks != "who" or not former:
        return False
    former_asked = (known(code).questions.scope.former for code in query.languages)
    if folded_words(*former_asked) & frozenset(
        word_key(match.group()) for match in _TOKEN.finditer(query.text)
    ):
        return False
    if query.scope.time == "now":
        if is_succeeded(hit.release.body, words, language):
            return True
        if _led_formerly(query, told_around_words(hit), language):
            return True
    near = _tokens_around(hit.release.body, words)
    roles = _offices(near, language)
    if not roles or by_verb:
        return False
    nearest = min(roles, key=lambda n: abs(near[n].start() - words.start))
    keys = [word_key(token.group()) for token in near]
    first = max(0, nearest - 1)
    if first and first < nearest and keys[first] in articles_of(language):
        first -= 1  # "adjoint *au* maire"
    beside = {part for key in keys[first : nearest + 4] for part in key.split("-")}
    if not former.isdisjoint(beside):
        return True
    # "le représentant du secrétaire général, X": the asked office is another one's.
    begin = nearest
    while begin - 1 in roles:
        begin -= 1
    of = folded_words(f"{language.speech.name_links} {language.answers.of}")
    behind = begin > 0 and keys[begin - 1] in of
    return behind and any(is_role(key, language) for key in keys[max(0, begin - 4) : begin - 1])


def _led_formerly(query: Query, told: str, language: Language) -> bool:
    """Whether a text says that somebody led before what a question names: "*dirigeait auparavant*
    le musée de Dax"."""
    formerly = folded_words(language.questions.scope.formerly)
    tokens, keys = tokens_of(told)
    for n, key in enumerate(keys):
        if leads(key, language) and not formerly.isdisjoint((*keys[n + 1 : n + 2], *keys[:n][-1:])):
            behind = told[tokens[n].end() :]
            if query.names:
                return any(is_said(name, behind) for name in query.names)
            # A German name is not told from a noun.
            asked = query.terms_in[language.code].difference(analyse(key, language.code))
            asked = frozenset(one for one in asked if not leads(one, language))
            return len(asked) > 1 and asked.issubset(analyse(behind, language.code))
    return False


def is_wrong_in_succession(query: Query, hit: Hit) -> bool:
    """Whether a question asks whom somebody succeeded ("À qui X a-t-il succédé ?"), and the
    reader's words are no object of such a verb."""
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.asks != "who" or language.code not in query.languages:
        return False
    _, keys, at = around_who(query, language)
    succeeds = folded_words(language.offices.succeeds)
    verbs = [n for n, key in enumerate(keys) if key in succeeds]
    names = {part for name in query.names for part in name.parts}
    if at is None or not verbs or verbs[0] < at or not names:
        return False
    led = at > 0 and keys[at - 1] in folded_words(language.questions.prepositions)
    of_object = led or not names.isdisjoint(keys[at + 1 : verbs[0]])
    return of_object and not is_succeeded(hit.release.body, words, language)


def is_of_another_person(query: Query, hit: Hit) -> bool:
    """Whether a question asks for somebody by the relation to a person whom it names ("la mère de
    X"), and neither the sentence of the reader's words nor, where that has a pronoun, the one
    before names that person."""
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.asks != "who" or not query.names:
        return False
    asked = frozenset(tokens_of(query.text)[1])
    listed = (known(code).follow_ups.relations for code in query.languages)
    if asked.isdisjoint(folded_words(*listed)):
        return False
    text = told_around_words(hit)
    names = {part for name in query.names for part in name.parts}
    if _has_part(text, names):
        return False
    stands = not pronouns(language).isdisjoint(tokens_of(text)[1])
    return not (stands and _has_part(told_before_words(hit), names))


def _has_part(text: str, names: set[str]) -> bool:
    return any(not names.isdisjoint(key.split("-")) for key in tokens_of(text)[1])


def is_named_aside(query: Query, hit: Hit) -> bool:
    """Whether a question asks for the holder of an office of state or of a place, and the release
    names that place only as somebody else's partner ("le jumelage *avec Bradwell*"), in another
    sentence than the reader's words."""
    words, language = hit.match.span, known(hit.release.language)
    beside = folded_words(language.answers.beside)
    if words is None or query.cross_lingual or not query.names or not beside:
        return False
    if not posts_of(map(word_key, asked_phrase(query, language)), language) & OF_STATE:
        return False
    parts = frozenset(query.names[-1].parts)
    keys = tokens_of(f"{hit.release.title}\n{hit.release.body}")[1]
    places = [n for n, key in enumerate(keys) if key in parts]
    own = frozenset(tokens_of(told_around_words(hit))[1])
    aside = [n for n in places if not beside.isdisjoint(keys[max(0, n - 2) : n])]
    return bool(places) and len(aside) == len(places) and parts.isdisjoint(own)


def is_succeeded(body: str, words: Span, language: Language) -> bool:
    """Whether a person is said to be succeeded by another one, who is named before: "X succède à
    *Y*". The person behind "remplacé par" is the new one."""
    low = max(0, words.start - _ROLE_WITHIN)
    begins = [match.end() for match in _SENTENCE_ENDS.finditer(body, low, words.start)]
    before = list(_TOKEN.finditer(body, max([low, *begins]), words.start))[-_SUCCEEDED_WITHIN:]
    keys = [word_key(token.group()) for token in before]
    succeeds = folded_words(language.offices.succeeds)
    return not succeeds.isdisjoint(keys) and folded_words(language.answers.by).isdisjoint(keys)


def of_other_body(query: Query, hit: Hit) -> bool:
    """Whether the office beside the reader's words is said to be of another organisation or place
    than the question names: "président de l'université de Lille"."""
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.cross_lingual or not query.names:
        return False
    if not (query.scope.is_of_state or asks_for_role(query)):
        return False
    asked = {part for name in query.names for part in name.parts}
    body = hit.release.body
    near = _tokens_around(body, words)
    roles = _offices(near, language)
    if not roles:
        return False
    # "X, maire de Gap, a été élu président de la fédération"
    posts = posts_of(map(word_key, asked_phrase(query, language)), language)
    behind = (n for n in roles if near[n].start() >= words.end)
    own = [n for n in behind if posts & posts_of([word_key(near[n].group())], language)]
    nearest = min(own or roles, key=lambda n: abs(near[n].start() - words.start))
    last = nearest
    while last + 1 in roles:  # "directeur *général* de …"
        last += 1
    start = near[last].end()
    stop = _STOP_OF_BODY.search(body, start)
    end = min(stop.start() if stop else len(body), start + _BODY_WITHIN)
    if start <= words.start < end:
        end = words.start  # the name stands right behind the office
    following = _joined_to_office(list(_TOKEN.finditer(body, start, end)), language)
    named = [match.group() for match in following if match.group()[0].isupper()]
    keys = {part for word in named for part in inversion_parts(word_key(word))}
    if keys and not any(_begins_alike(key, part) for key in keys for part in asked):
        return True
    # "la fédération des géologues" is not "la fédération des hydrologues du Ponant".
    phrase = _phrase_of_body(following, language)
    if not any(_begins_alike(key, part) for key in phrase for part in asked):
        return False
    words_asked = [word_key(match.group()) for match in _TOKEN.finditer(query.text)]
    other = any(not any(_begins_alike(key, one) for one in words_asked) for key in phrase)
    return other and any(not any(_begins_alike(key, part) for key in phrase) for part in asked)


def _joined_to_office(tokens: Sequence[re.Match[str]], language: Language) -> list[re.Match[str]]:
    """The tokens behind an office up to a preposition, but "of", before a noun in small letters:
    "président du conseil *à la suite de* X"."""
    articles = articles_of(language)
    of = folded_words(language.speech.name_links, language.answers.of)
    leading = prepositions_of(language) - of - articles
    for n, token in enumerate(tokens):
        if word_key(token.group()) not in leading:
            continue
        behind = [one.group() for one in tokens[n + 1 :] if word_key(one.group()) not in articles]
        if n and behind and behind[0][0].islower():
            return list(tokens[:n])
    return list(tokens)


def _phrase_of_body(tokens: Sequence[re.Match[str]], language: Language) -> list[str]:
    """The nouns and names behind an office that "of" and articles join to it."""
    links = articles_of(language) | folded_words(language.speech.name_links, language.answers.of)
    phrase, linked = [], False
    for token in tokens:
        key = word_key(token.group())
        if key in links:
            linked = True
        elif linked or token.group()[0].isupper():
            phrase += inversion_parts(key)
            linked = False
        else:
            break
    return phrase


def _tokens_around(body: str, words: Span) -> list[re.Match[str]]:
    """The tokens among which an office may stand that belongs to words: near by, in their
    sentence."""
    low = max(0, words.start - _ROLE_WITHIN)
    before = [match.end() for match in _SENTENCE_ENDS.finditer(body, low, words.start)]
    after = _SENTENCE_ENDS.search(body, words.end, words.end + _ROLE_WITHIN)
    high = after.start() if after else words.end + _ROLE_WITHIN
    return list(_TOKEN.finditer(body, max([low, *before]), high))


def _offices(tokens: Sequence[re.Match[str]], language: Language) -> list[int]:
    """The positions of the tokens that are posts, with the roles beside them; of all roles where
    there is no post."""
    keys = [word_key(token.group()) for token in tokens]
    roles = [n for n, key in enumerate(keys) if is_role(key, language)]
    posts = {n for n, key in enumerate(keys) if posts_of([key], language)}
    beside = {n + step for n in posts for step in (-1, 0, 1)}
    return [n for n in roles if n in beside] or roles


def _begins_alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
