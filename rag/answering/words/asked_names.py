"""What a question names beside its verb, and whether some words of a release name it too."""

from __future__ import annotations

from collections.abc import Mapping

from rag.answering.tokens import pronouns, stand_ins
from rag.answering.verbs.deeds import is_verb
from rag.answering.verbs.grammar import idle_of, is_person
from rag.language import analyse
from rag.language.language import Language
from rag.language.registry import known
from rag.language.terms import folded_words
from rag.question import Query
from rag.question.office import articles_of, prepositions_of, tokens_of, word_key
from rag.question.verb import alike
from rag.types import Span

# The parts of names, each with the other parts of its name.
Names = Mapping[str, frozenset[str]]

_ARTICLE_AND_NOUN = 2


def names_of(query: Query, body: str) -> Names:
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
    led = frozenset[str]().union(*(_leading(known(code)) for code in query.languages))
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


def _leading(language: Language) -> frozenset[str]:
    """The prepositions before a name that is not on a side of the verb: none that tells a side, and
    none that only joins names."""
    answers, own = language.answers, language.follow_ups.personal
    bound = folded_words(own, answers.by, answers.of, language.speech.name_links)
    return prepositions_of(language) - bound


def has_name(body: str, span: Span | None, names: Names, language: Language) -> bool:
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


def things_of(query: Query, verb: str, language: Language) -> frozenset[str]:
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


def shares_thing(
    query: Query, body: str, sentence: Span, things: frozenset[str], language: Language
) -> bool:
    """Whether a sentence has one of the things of a question; of a question in another language a
    word that begins alike ("finale", "final")."""
    told = whole_terms(body, sentence, language)
    if not query.cross_lingual:
        return not things.isdisjoint(told)
    return any(alike(one, term) for one in query.terms_in[language.code] for term in told)


def whole_terms(body: str, span: Span | None, language: Language) -> frozenset[str]:
    """The index terms of words, without those of parts of words: "semi-*final*"."""
    words = (one.group() for one in tokens_of(body[span.start : span.end])[0]) if span else ()
    return frozenset(analyse(" ".join(one for one in words if "-" not in one), language.code))


def is_pronoun(body: str, span: Span | None, language: Language) -> bool:
    """Whether words are a pronoun, or begin with a demonstrative ("ce dernier")."""
    if span is None:
        return False
    keys = tokens_of(body[span.start : span.end])[1]
    shown = folded_words(language.follow_ups.demonstratives)
    return keys[0] in shown or (len(keys) == 1 and keys[0] in pronouns(language))


def stands_in(body: str, span: Span | None, language: Language) -> bool:
    """Whether words are an article and a noun for what was named before: "l'entreprise"."""
    keys = tokens_of(body[span.start : span.end])[1] if span is not None else []
    return (
        len(keys) == _ARTICLE_AND_NOUN
        and keys[1] in stand_ins(language)
        and (keys[0] in articles_of(language))
    )


def is_name(body: str, span: Span, language: Language) -> bool:
    """Whether the last word of a phrase has a capital."""
    last = body[span.start : span.end].split()[-1]
    return last[0].isupper() and not is_pronoun(body, span, language)


def keys_of(text: str) -> set[str]:
    return {
        part for word in text.split() for part in word_key(word.strip(".,;:()«»\"'’")).split("-")
    }
