"""Check that a passage says who leads something, for a question such as "Qui dirige X ?".

A reader takes anybody who is named beside an organisation for its head: the minister who announced
it, the deputy who visited it. Somebody leads it where the sentence has a word for leading, or a
post that is not said to be another body's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from rag.answering.checks.bodies import Told, has_term
from rag.answering.sentences import around_words
from rag.corpus.chunking import sentences_of
from rag.corpus.furniture import opens_contacts
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.lazy import regex
from rag.question import Query
from rag.question.office import (
    leads,
    place_of_who,
    posts_of,
    prepositions_of,
    tokens_of,
    word_key,
)
from rag.types import Hit

# Posts of those who chair a body that puts others in their places.
_CHAIRS = frozenset({"president", "chair"})
# A preposition stands so many words before the body, at most.
_LED_WITHIN = 3
_WHOLE_NAME = regex(r"[^\W\d_a-zà-öø-ÿ][\w’'-]+ [^\W\d_a-zà-öø-ÿ][\w’'-]+")
# A sentence names the body if it has so much of its terms.
_NAMES_BODY = 0.5


def says_who_leads(query: Query, hit: Hit) -> bool:
    """Whether a hit says that the person of the reader's words leads what the question asks for.

    The sentences with the name must say so, where one of them has the body's name; otherwise
    anything in the passage, or the title of its release if it has a word of the question. True
    without words, or in a language whose words for leading are not known.
    """
    words, release = hit.match.span, hit.release
    language = known(release.language)
    if words is None or not language.offices.leading:
        return True
    body = release.body
    asked, seats = _body_terms(query, body, language)
    last = next((t.group() for t in reversed(tokens_of(body[words.start : words.end])[0])), "")
    sentences = [
        body[one.start : one.end] for one in sentences_of(body, hit.passage, release.language)
    ]
    naming = [n for n, text in enumerate(sentences) if last and last in text]
    of_body = [n for n in naming if asked and _names(sentences[n], asked, language)]
    following = [n + 1 for n in of_body or naming if _goes_on(sentences, n + 1, language)]
    by = folded_words(language.answers.by, language.answers.beside)
    if of_body and _is_aside([sentences[n] for n in of_body], asked, by, language):
        return False
    if of_body:
        texts = [sentences[n] for n in sorted({*of_body, *following})]
        others = [sentences[n] for n in naming if n not in of_body]
        if any(_tells(text, asked, seats, language, by_post=True) for text in others):
            return True
    elif asked and naming:
        led = prepositions_of(language)
        led -= folded_words(language.speech.name_links, language.answers.of)
        if _is_aside([*sentences, release.title], asked, led, language):
            return False
        before = [
            n - 1 for n in naming if n and not _names_another(sentences[n - 1], asked, language)
        ]
        texts = [sentences[n] for n in sorted({*naming, *following, *before})]
    else:
        texts = [hit.passage.text]
    if not query.terms_in[release.language].isdisjoint(analyse(release.title, release.language)):
        texts.append(release.title)
    return any(_tells(text, asked, seats, language) for text in texts)


def _names_in(query: Query, body: str) -> list[str]:
    """The words with a capital of a question that a text has too."""
    words = [token.group() for token in tokens_of(query.text)[0][1:]]
    return [word for word in words if word[0].isupper() and word in body]


def _body_terms(
    query: Query, body: str, language: Language
) -> tuple[frozenset[str], frozenset[str]]:
    """The index terms of what a question asks the head of: those behind its words for leading; all
    of them if it has none, and its names if it is of another language than the passage. Beside them
    those that are of a post, and name where its holder sits ("la *mairie*")."""
    if language.code not in query.languages:
        return frozenset(analyse(" ".join(_names_in(query, body)), language.code)), frozenset()
    tokens, keys = tokens_of(query.text)
    at = place_of_who(keys, language)
    begin = 0 if at is None else at + 1
    leading = [n for n in range(begin, len(keys)) if leads(keys[n], language)][:1]
    if at and leading:
        # "À qui a été confiée la *présidence-direction générale* de X ?"
        of = folded_words(language.speech.name_links, language.answers.of)
        leading += takewhile(lambda n: keys[n] not in of, range(leading[0] + 1, len(keys)))
    # "Qui occupe le poste de *ministre* …"
    leading += [n + 2 for n in leading if posts_of(keys[n + 2 : n + 3], language)]
    words = [tokens[n].group() for n in range(begin, len(keys)) if n not in leading]
    asked = frozenset(analyse(" ".join(words), language.code))
    seats = frozenset(
        term
        for word in words
        if not posts_of([word_key(word)], language) and not leads(word_key(word), language)
        for term in analyse(word, language.code)
        if term in _post_terms(language)
    )
    return asked - seats, seats


@lru_cache(maxsize=16)
def _post_terms(language: Language) -> frozenset[str]:
    return frozenset(analyse(" ".join(language.offices.posts.values()), language.code))


def is_contact(query: Query, hit: Hit) -> bool:
    """Whether a question asks who did or leads something, and the reader's words stand in a
    sentence of contacts with no word of the question ("Contact presse : *Anne Roux*")."""
    if query.asks != "who" or query.asks_for_boilerplate:
        return False
    body, language = hit.release.body, hit.release.language
    texts = [body[one.start : one.end] for one in around_words(hit)]
    asked = query.terms_in[language]
    return any(opens_contacts(text) and asked.isdisjoint(analyse(text, language)) for text in texts)


def is_put_there_by(query: Query, hit: Hit) -> bool:
    """Whether the body that a question asks the head of puts somebody at the head of something
    else in the sentence of the reader's words ("le *conseil de surveillance* a désigné Anne Roux
    directrice")."""
    words, language = hit.match.span, known(hit.release.language)
    head = _head_of_body(query, language)
    if words is None or not head or not query.scope.is_of_state:
        return False
    body = hit.release.body
    for sentence in around_words(hit):
        tokens, keys = tokens_of(body[sentence.start : sentence.end])
        first = words.start - sentence.start
        before = [n for n, token in enumerate(tokens) if token.start() < first]
        heads = [n for n in before if head in analyse(tokens[n].group(), language.code)]
        if not heads:
            continue
        between = frozenset(keys[heads[0] : len(before)])
        others = folded_words(language.answers.by, language.answers.surely_passive)
        puts = [n for n in range(heads[0] + 1, len(keys)) if leads(keys[n], language)]
        if puts and between.isdisjoint(others) and not (posts_of(keys, language) & _CHAIRS):
            return True
    return False


def _head_of_body(query: Query, language: Language) -> str:
    """The index term of the first noun of the body that a question asks the head of, if it is no
    name; ``""`` without one."""
    if language.code not in query.languages:
        return ""
    tokens, keys = tokens_of(query.text)
    at = place_of_who(keys, language)
    leading = [n for n, key in enumerate(keys) if leads(key, language)][:1]
    if at is None or not leading or leading[0] < at:
        return ""
    behind = (token.group() for token in tokens[leading[0] + 1 :])
    terms = [(word, analyse(word, language.code)) for word in behind]
    word, found = next(((word, found) for word, found in terms if found), ("", ()))
    capital = word[:1].isupper() and not language.calendar.nouns_are_capitalised
    return found[0] if found and not capital else ""


def _is_aside(
    texts: Sequence[str], asked: frozenset[str], led: frozenset[str], language: Language
) -> bool:
    """Whether some texts name a body, and one of some prepositions leads it everywhere: "vendu *au
    groupe* Maresia"."""
    named = False
    for text in texts:
        tokens, keys = tokens_of(text)
        places = [n for n, one in enumerate(tokens) if has_term(asked, [one.group()], language)]
        starts = [n for n in places if n - 1 not in places]
        named |= bool(starts)
        if any(led.isdisjoint(keys[max(0, n - _LED_WITHIN) : n]) for n in starts):
            return False
    return named


def _names_another(text: str, asked: frozenset[str], language: Language) -> bool:
    """Whether a text has a whole name of somebody, which is not the body's."""
    found = _WHOLE_NAME.finditer(text)
    return any(not has_term(asked, match.group().split(), language) for match in found)


def _names(text: str, asked: frozenset[str], language: Language) -> bool:
    there = asked.intersection(analyse(text, language.code))
    return len(there) >= _NAMES_BODY * len(asked)


def _goes_on(sentences: Sequence[str], n: int, language: Language) -> bool:
    """Whether there is such a sentence, and it begins with a pronoun."""
    if n >= len(sentences):
        return False
    speech = language.speech
    pronouns = folded_words(speech.pronouns, speech.masculine, speech.feminine)
    return not pronouns.isdisjoint(tokens_of(sentences[n])[1][:1])


def _tells(
    text: str,
    asked: frozenset[str],
    seats: frozenset[str],
    language: Language,
    *,
    by_post: bool = False,
) -> bool:
    """Whether a text has a word for leading that is not of the body's name, or a post that may be
    the body's.

    Args:
        by_post: whether only a post counts.
    """
    tokens, keys = tokens_of(text)
    told = Told(text, tokens, keys, asked, language)
    for n, key in enumerate(keys):
        own = leads(key, language) and not has_term(asked, [tokens[n].group()], language)
        if own and not by_post and not told.leads_another(n):
            return True
        if not posts_of([key], language):
            continue
        if has_term(seats, [tokens[n].group()], language):
            return True
        if told.is_of_body(n):
            return True
    return False
