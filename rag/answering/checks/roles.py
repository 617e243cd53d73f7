"""Keep the two sides of a verb apart: who does something, and whom it is done to.

A reader knows that a sentence speaks of a welcome and of two people, and easily takes one for the
other. The voice of the verb and the order of the words tell them apart, where the sentence has the
question's verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from rag.answering.checks.kinds import Fit
from rag.answering.checks.leading import OF_STATE, is_put_there_by, says_who_leads
from rag.answering.sentences import told_around_words
from rag.answering.tokens import Word, is_participle, words_of
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import fold, folded_words, function_words, plain
from rag.language.words import unjoined
from rag.lazy import regex
from rag.question import Query
from rag.question.office import (
    VAGUE_POSTS,
    articles_of,
    asked_office,
    is_any_office,
    is_role,
    leads,
    place_of_who,
    posts_of,
    tells_of_holder,
    tokens_of,
    word_key,
)
from rag.types import Hit, Release, Span

Side = Literal["agent", "patient"]

_TOKEN = regex(r"[^\W_]+(?:-[^\W_]+)*['’]?")
_STOP = regex(r"[,;:.()!?«»\n]")
# The end of a sentence, and not of an abbreviation such as "M.".
_SENTENCE_ENDS = regex(r"(?<=\w{3})[.!?]\s|\n")
# The auxiliary of a passive stands so many words before the verb, at most.
_AUXILIARY_WITHIN = 3
# A role stands so many characters from the name, at most.
_ROLE_WITHIN = 90
# "par" stands so many words from the verb, at most.
_BY_WITHIN = 12
# The organisation stands within so many characters behind the office.
_BODY_WITHIN = 90
# Two forms of a role share so many letters at least, and end in so many others at most.
_ROLE_STEM, _ROLE_ENDING = 5, 4
_BY_BESIDE = 2
# The name stands so many words behind an office, at most; letters before the end of a sentence.
_NAME_WITHIN, _STOPS = 7, 3
# A verb of succeeding stands so many words before the predecessor's name, at most.
_SUCCEEDED_WITHIN = 4
# Whoever holds these is told by his name alone ("Louis VI").
_OF_NAMES = frozenset({"king", "queen", "pope"})
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


def holds_role(query: Query, hit: Hit) -> Fit | None:
    """For "who is the president of …": whether the role stands beside the reader's words, anywhere
    in the release. None if the question asks for no role, or for one that may be called otherwise.

    It is only doubtful where the release need not say the role: the author of something may be told
    by its title alone, and a king by his name. But somebody whom the release gives another post is
    no author.
    """
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.scope.form == "list":
        return None
    role, body = _asked_role(query, language), hit.release.body
    if not role:
        of_state = query.scope.is_of_state or _tells_leader(query, language)
        if of_state and query.asks == "who" and not says_who_leads(query, hit):
            return "other-kind"
        if is_put_there_by(query, hit):
            return "other-kind"
        held = _holds_post(query, hit, words, language)
        return None if held is None else ("fits" if held else "other-kind")
    # An adjective ("ministre *français* du Budget") may stand anywhere in the release.
    beside = _role_terms(query, language) or role
    everywhere = _has_role(f"{hit.release.title}\n{body}", role, language)
    near_by = [_without_mentioned(near, language) for near in _beside(body, words)]
    if everywhere and any(_has_role(near, beside, language) for near in near_by):
        return "fits"
    phrase = [word_key(word) for word in _asked_phrase(query, language)]
    if is_role(phrase[-1], language) and not is_role(phrase[0], language):
        # "l'*ultime* directeur", "le *second* premier ministre"
        post = frozenset(analyse(phrase[-1], language.code))
        if any(_has_role(near, post, language) for near in _beside(body, words)):
            return "doubtful"
    asked = posts_of(phrase, language)
    if asked and asked <= VAGUE_POSTS:
        # "le chef de l'école": who takes over its direction
        return "doubtful" if says_who_leads(query, hit) else "other-kind"
    if asked and not (asked <= _OF_NAMES and _asks_which_holder(query, language)):
        return "other-kind"
    other = any(_posts_in(near, language) - asked for near in _beside(body, words))
    return "other-kind" if other else "doubtful"


def _tells_leader(query: Query, language: Language) -> bool:
    """Whether a question for a series asks who led something, one after the other."""
    keys = tokens_of(query.text)[1]
    return query.scope.form == "series" and any(leads(key, language) for key in keys)


def _without_mentioned(text: str, language: Language) -> str:
    """A text without the offices behind "of the" or "to the" that no name follows: "en présence *du
    préfet*" tells nobody's office."""
    speech, answers = language.speech, language.answers
    linking = folded_words(speech.name_links, answers.of, answers.to)
    articles = articles_of(language)
    tokens = list(_TOKEN.finditer(text))
    keys = [word_key(token.group()) for token in tokens]
    kept, end = [], 0
    for n, key in enumerate(keys):
        if n == 0 or not is_role(key, language):
            continue
        first = n - 1 if keys[n - 1] in articles or n == 1 else n - 2
        led = keys[first] in articles and (
            keys[first] in linking or (first > 0 and keys[first - 1] in linking)
        )
        if not led or _names_behind(text, tokens, n):
            continue
        kept.append(text[end : tokens[n].start()])
        end = tokens[n].end()
    return "".join((*kept, text[end:]))


def _names_behind(text: str, tokens: Sequence[re.Match[str]], n: int) -> bool:
    """Whether a word with a capital stands behind an office, in its sentence."""
    behind = tokens[n + 1 : n + 1 + _NAME_WITHIN]
    stop = _SENTENCE_ENDS.search(text, tokens[n].end() - _STOPS)
    return any(
        one.group()[0].isupper() and (stop is None or one.start() < stop.end()) for one in behind
    )


def _posts_in(text: str, language: Language) -> frozenset[str]:
    return posts_of((word_key(match.group()) for match in _TOKEN.finditer(text)), language)


def _asks_which_holder(query: Query, language: Language) -> bool:
    """Whether a question asks which holder of an office did something: "quel roi …"."""
    _, keys, at = _around_who(query, language)
    return at is not None and keys[at] in folded_words(language.questions.which)


def _holds_post(query: Query, hit: Hit, words: Span, language: Language) -> bool | None:
    """The same for a question in another language than the release's, by the posts that are known
    in both."""
    if query.asks != "who" or not language.offices.posts:
        return None
    asked: set[str] = set()
    for code in query.languages - {language.code}:
        asked |= posts_of(map(word_key, _asked_phrase(query, known(code))), known(code))
    asked &= set(language.offices.posts)
    if not asked or asked & VAGUE_POSTS:
        return None
    for near in _beside(hit.release.body, words):
        keys = (word_key(match.group()) for match in _TOKEN.finditer(near))
        if asked & posts_of(keys, language):
            return True
    return False


def _beside(body: str, words: Span) -> Iterator[str]:
    """What stands around words and around every other place of their last name."""
    names = list(_TOKEN.finditer(body, words.start, words.end))
    last = next((m.group() for m in reversed(names) if m.group()[0].isupper()), "")
    places = [match.start() for match in re.finditer(re.escape(last), body)] if last else []
    for place in (words.start, *places):
        yield body[max(0, place - _ROLE_WITHIN) : place + len(last) + _ROLE_WITHIN]


def of_former(query: Query, hit: Hit) -> bool:
    """Whether the reader's words name one who held the asked office before, or who stands in for
    its holder ("ancien directeur", "directeur adjoint"), and the question does not ask for one."""
    words, language = hit.match.span, known(hit.release.language)
    former = folded_words(language.questions.scope.former)
    if words is None or query.asks != "who" or not former:
        return False
    former_asked = (known(code).questions.scope.former for code in query.languages)
    if folded_words(*former_asked) & frozenset(
        word_key(match.group()) for match in _TOKEN.finditer(query.text)
    ):
        return False
    if query.scope.time == "now" and is_succeeded(hit.release.body, words, language):
        return True
    near = _tokens_around(hit.release.body, words)
    roles = _offices(near, language)
    if not roles:
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


def is_wrong_in_succession(query: Query, hit: Hit) -> bool:
    """Whether a question asks whom somebody succeeded ("À qui X a-t-il succédé ?"), and the
    reader's words are no object of such a verb."""
    words, language = hit.match.span, known(hit.release.language)
    if words is None or query.asks != "who" or language.code not in query.languages:
        return False
    _, keys, at = _around_who(query, language)
    succeeds = folded_words(language.offices.succeeds)
    verbs = [n for n, key in enumerate(keys) if key in succeeds]
    names = {part for name in query.names for part in name.parts}
    if at is None or not verbs or verbs[0] < at or not names:
        return False
    led = at > 0 and keys[at - 1] in folded_words(language.questions.prepositions)
    of_object = led or not names.isdisjoint(keys[at + 1 : verbs[0]])
    return of_object and not is_succeeded(hit.release.body, words, language)


def is_named_aside(query: Query, hit: Hit) -> bool:
    """Whether a question asks for the holder of an office of state or of a place, and the release
    names that place only as somebody else's partner ("le jumelage *avec Bradwell*"), in another
    sentence than the reader's words."""
    words, language = hit.match.span, known(hit.release.language)
    beside = folded_words(language.answers.beside)
    if words is None or query.cross_lingual or not query.names or not beside:
        return False
    if not posts_of(map(word_key, _asked_phrase(query, language)), language) & OF_STATE:
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
    nearest = min(roles, key=lambda n: abs(near[n].start() - words.start))
    last = nearest
    while last + 1 in roles:  # "directeur *général* de …"
        last += 1
    start = near[last].end()
    stop = _STOP.search(body, start)
    end = min(stop.start() if stop else len(body), start + _BODY_WITHIN)
    if start <= words.start < end:
        end = words.start  # the name stands right behind the office
    following = list(_TOKEN.finditer(body, start, end))
    named = [match.group() for match in following if match.group()[0].isupper()]
    keys = {part for word in named for part in _inversion_parts(word_key(word))}
    if keys and not any(_begins_alike(key, part) for key in keys for part in asked):
        return True
    # "la fédération des géologues" is not "la fédération des hydrologues du Ponant".
    phrase = _phrase_of_body(following, language)
    if not any(_begins_alike(key, part) for key in phrase for part in asked):
        return False
    words_asked = [word_key(match.group()) for match in _TOKEN.finditer(query.text)]
    other = any(not any(_begins_alike(key, one) for one in words_asked) for key in phrase)
    return other and any(not any(_begins_alike(key, part) for key in phrase) for part in asked)


def _phrase_of_body(tokens: Sequence[re.Match[str]], language: Language) -> list[str]:
    """The nouns and names behind an office that "of" and articles join to it."""
    links = articles_of(language) | folded_words(language.speech.name_links, language.answers.of)
    phrase, linked = [], False
    for token in tokens:
        key = word_key(token.group())
        if key in links:
            linked = True
        elif linked or token.group()[0].isupper():
            phrase += _inversion_parts(key)
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
    return one == other or (
        min(len(one), len(other)) >= _ROLE_STEM and one[:_ROLE_STEM] == other[:_ROLE_STEM]
    )


def speaks_of_asked(query: Query, hit: Hit) -> bool:
    """For "who is the treasurer of …": whether the release has that noun; else True."""
    if query.asks != "who" or query.cross_lingual or query.scope.form == "list":
        return True
    language = known(hit.release.language)
    terms = frozenset(analyse(" ".join(_asked_phrase(query, language)), language.code))
    text = f"{hit.release.title}\n{hit.release.body}"
    return (
        not terms
        or not terms.isdisjoint(analyse(text, language.code))
        or (_has_role(text, terms, language))
    )


def _has_role(text: str, role: frozenset[str], language: Language) -> bool:
    """Whether a text has the words of a role, of a man or a woman ("directeur", "directrice")."""
    missing = role - frozenset(analyse(text, language.code))
    if not missing:
        return True
    keys = [word_key(match.group()) for match in _TOKEN.finditer(text)]
    held = [term for key in keys if is_role(key, language) for term in analyse(key, language.code)]
    return all(any(_one_role(term, other) for other in held) for term in missing)


def _one_role(term: str, other: str) -> bool:
    """Whether two terms of roles differ in their ending only."""
    pairs = zip(term, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return same >= _ROLE_STEM and same >= max(len(term), len(other)) - _ROLE_ENDING


def name_of_holder(query: Query, release: Release, words: Span) -> Span:
    """For a question who holds an office, the words without the office behind the name: "Anne
    Martin" of "Anne Martin, directrice de l'office"."""
    role = _asked_role(query, known(release.language))
    comma = release.body.find(",", words.start, words.end)
    if not role or comma <= words.start:
        return words
    behind = release.body[comma : words.end]
    return Span(words.start, comma) if _has_role(behind, role, known(release.language)) else words


def asks_for_role(query: Query) -> bool:
    """Whether a question asks who holds an office ("who is the president of …"), and not what its
    holder does ("which president signed …")."""
    languages = [known(code) for code in query.languages]
    return any(
        _asked_role(query, language) and not tells_of_holder(query.text, language)
        for language in languages
    )


def _asked_role(query: Query, language: Language) -> frozenset[str]:
    """The index terms of the role in "who is the secretary general of …"; empty if none is asked
    for that is always called the same."""
    phrase = _asked_phrase(query, language)
    if not any(is_role(word_key(word), language) for word in phrase):
        return frozenset()
    if is_any_office(phrase, language):
        return frozenset()  # "le patron" may be called director or president
    return frozenset(analyse(" ".join(phrase), language.code))


def _role_terms(query: Query, language: Language) -> frozenset[str]:
    """The index terms of the words of the asked role that are roles themselves."""
    words = [word for word in _asked_phrase(query, language) if is_role(word_key(word), language)]
    return frozenset(analyse(" ".join(words), language.code))


def _asked_phrase(query: Query, language: Language) -> tuple[str, ...]:
    """The words of the asked office in one language; empty for another question."""
    return asked_office(query.text, language) if query.asks == "who" else ()


def asked_side(query: Query, language: Language) -> tuple[Side, str] | None:
    """Which side of which verb a question asks for; None for another question.

    The verb is given as its index term.
    """
    if query.asks != "who":
        return None
    tokens, keys, at = _around_who(query, language)
    if at is None or at + 1 >= len(keys):
        return None
    by, passive = folded_words(language.answers.by), folded_words(language.answers.passive)
    copulas = folded_words(language.offices.copulas)
    idle = _idle(language)
    led = articles_of(language) | folded_words(language.speech.name_links)
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
    office = takewhile(lambda key: is_role(key, language), keys[at + 1 :])
    for number in range(at + 1 + len(list(office)), len(keys)):
        key = keys[number]
        inner = _inversion_parts(key)
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
        if is_passive and keys[number - 1] in led:
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
    telling = [n for n in clause if not all(part in idle for part in _inversion_parts(keys[n]))]
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


def _around_who(query: Query, language: Language) -> tuple[list[str], list[str], int | None]:
    """The question's words as written and folded, and the place of "who" among them; None if it
    has none."""
    tokens = [match.group() for match in _TOKEN.finditer(query.text)]
    keys = [word_key(token) for token in tokens]
    return tokens, keys, place_of_who(keys, language)


def _inversion_parts(key: str) -> list[str]:
    return [part for part in key.split("-") if part] or [key]


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


def _reports(term: str, language: Language) -> bool:
    """Whether a verb tells what somebody said: its subject may stand behind it."""
    stems = folded_words(f"{language.speech.stems} {language.speech.verbs}")
    return any(term.startswith(stem) for stem in stems if len(stem) > 2)


@lru_cache(maxsize=64)
def _idle(language: Language) -> frozenset[str]:
    words = {*function_words(language), *unjoined(plain(language.questions.inversions)), "t"}
    return frozenset(map(fold, words))
