"""Ask something else of the same: "Où ?" after "Quand le sommet a-t-il eu lieu ?"."""

from __future__ import annotations

import re

from rag.language import WordClass
from rag.language.language import Language
from rag.language.terms import fold, plain
from rag.question.follow_up_words import pairs
from rag.question.joining import joined
from rag.question.sentence import Lead, Sentence

_ADVERBS: frozenset[WordClass] = frozenset({"when", "where", "why", "how"})
_LONGEST_SUBJECT = 12


def with_interrogative(
    before: Sentence, asks: str, kind: WordClass, *, preposition: bool, answer: str | None
) -> str:
    """The question before with another interrogative.

    Args:
        before: the question before.
        asks: the new interrogative with its preposition ("depuis quand").
        kind: its class.
        preposition: whether it has one.
        answer: the words of the answer before, which take the place of what was asked for.
    """
    lead, count = before.lead, len(before.words)
    rest = before.said(before.rest, count)
    if lead is None:
        return joined(before.language, asks, rest[:1].lower() + rest[1:])
    if kind == "how_many" and not preposition:
        counted = _counting(before, asks, rest)
        if counted is not None:
            return counted
    if kind == "who" and not preposition and lead.asks != "who":
        return _asking_who(before, asks, rest)
    # "In what year", "how long" and "when" say when, where or why; all others stand for a thing.
    if lead.preposition or (lead.asks in _ADVERBS and lead.noun == lead.last):
        return joined(before.language, asks, rest)
    return _of_thing(before, lead, asks, answer)


def in_language(kind: WordClass, language: Language) -> str:
    """The first interrogative of a class in a language."""
    words = getattr(language.questions, kind, "").split()
    return words[0].replace("_", " ") if words else ""


def _counting(before: Sentence, asks: str, rest: str) -> str | None:
    """ "Combien de trains …" of "Quand … des trains"; None without things to count."""
    language = before.language
    counts = language.measures.counts.split()
    of = pairs(language.follow_ups.contractions)
    plural = {short for whole, short in of.items() if whole.startswith("de+") and short == "des"}
    for n in range(before.rest, len(before.words) - 1):
        if before.plain[n] in plural and counts and not before.is_verb(n + 1):
            things = joined(language, counts[0], before.words[n + 1].text)
            left = f"{before.said(before.rest, n)} {before.said(n + 2, len(before.words))}"
            return joined(language, asks, things, left.strip())
    return None


def _asking_who(before: Sentence, asks: str, rest: str) -> str:
    """ "Par qui" of a passive; the subject's place in another sentence."""
    language = before.language
    passive = {fold(plain(word)) for word in language.answers.surely_passive.split()}
    if passive & set(before.keys) and language.answers.by:
        return joined(language, language.answers.by.split()[0], asks, rest)
    at = before.inverted
    subject = before.phrases[0] if before.phrases else None
    if at is not None and subject is not None and subject.last <= at:
        verb = before.known.inversion(before.keys[at])
        spelt = before.words[at].text[: len(verb.group(1))] if verb else ""
        clitics = before.said(subject.last, at)
        return joined(language, asks, clitics, spelt, before.said(at + 1, len(before.words)))
    return joined(language, asks, rest)


def _of_thing(before: Sentence, lead: Lead, asks: str, answer: str | None) -> str:
    """What was asked for is named: by the answer, or by "these" and its noun."""
    language, words, end = before.language, before.language.follow_ups, len(before.words)
    rest = before.said(lead.last, end)
    noun = _counted(before, lead)
    named = answer if answer and len(answer.split()) <= _LONGEST_SUBJECT else None
    these = joined(language, words.these, noun) if noun and words.these else ""
    thing = these if lead.asks == "how_many" else named or these
    if lead.asks == "how_many" and not these:
        thing = named or ""
    verb_first = lead.last < end and not _is_subject(before, lead.last)
    verb, behind = before.plain[lead.last :][:1], before.keys[lead.last + 1 :][:1]
    copular = bool(behind) and before.known.auxiliaries.issuperset(verb)
    articled = copular and before.known.articles.issuperset(behind)
    if lead.asks in ("which", "what") and not noun and articled:
        # "Quel est le montant …": the montant is what the answer says.
        subject = before.said(lead.last + 1, end)
        return _about(before, asks, subject, before.said(lead.last, lead.last + 1), named or "")
    if lead.asks == "what" and not noun:
        return _of_object(before, lead, asks, named or words.that)
    supported = bool(verb) and before.known.support.issuperset(verb)
    if before.inverted is not None or supported:
        done = lead.last if before.inverted is None else before.inverted + 1
        while before.inverted is not None and before.is_participle(done):
            done += 1
        if done == lead.last:
            return joined(language, asks, rest, thing or words.that)
        said = agreed(before.said(lead.last, done), language)
        return joined(language, asks, said, thing or words.that, before.said(done, end))
    if not verb_first or not thing:
        return joined(language, asks, rest)
    ends = _verb_end(before, lead.last)
    copula = ends == lead.last + 1 and before.plain[lead.last] in before.known.auxiliaries
    if copula and lead.asks == "who" and before.phrases and before.phrases[0].first == ends:
        phrase = before.phrases[0]
        if phrase.kind != "noun" and not phrase.article and phrase.last == end:
            # "Qui est Jens Stoltenberg": he is what the answer says.
            return _about(before, asks, before.said(ends, end), before.said(lead.last, ends), thing)
    return _about(before, asks, thing, before.said(lead.last, ends), before.said(ends, end))


def _about(before: Sentence, asks: str, subject: str, verb: str, rest: str) -> str:
    """A question about a sentence: "Quand est-ce que …"."""
    language, words = before.language, before.language.follow_ups
    shape = words.with_subject
    if words.with_subject_now and re.fullmatch(words.present, plain(verb)):
        shape = words.with_subject_now
    given = {"asks": asks, "subject": subject, "verb": verb, "rest": rest}
    parts = re.split(r"\{(\w+)\}", shape)
    return joined(language, *(given[p] if n % 2 else p for n, p in enumerate(parts)))


def _of_object(before: Sentence, lead: Lead, asks: str, thing: str) -> str:
    """A question about what was done: "Quand est-ce que le gouvernement a annoncé une hausse"."""
    end = len(before.words)
    phrase = before.phrases[0] if before.phrases else None
    has_support = before.plain[lead.last : lead.last + 1] and (
        before.plain[lead.last] in before.known.support
    )
    rest = before.said(lead.last, end)
    if before.language.follow_ups.inverted and before.inverted is None and phrase is not None:
        subject = before.said(phrase.first, phrase.last)
        left = before.said(phrase.last, end)
        verb = before.said(lead.last, phrase.first)
        return _about(before, asks, subject, verb, f"{thing} {left}".strip())
    last = before.plain[-1]
    if before.known.participles.fullmatch(last) and not has_support:
        return joined(before.language, asks, before.said(lead.last, end - 1), thing,
                      before.words[-1].text)  # fmt: skip
    return joined(before.language, asks, rest, thing)


def _counted(before: Sentence, lead: Lead) -> str:
    """The noun of "which" or "how many", without "of"."""
    first = lead.noun
    if first < lead.last and before.keys[first] in before.known.counts:
        first += 1
    return before.said(first, lead.last)


def _is_subject(before: Sentence, at: int) -> bool:
    """Whether a noun phrase begins at a word."""
    return any(phrase.first == at for phrase in before.phrases)


def _verb_end(before: Sentence, at: int) -> int:
    """Number of the word behind the verb that begins at a word, with the small words before it and
    its participle."""
    end = len(before.words)
    while at < end - 1 and before.keys[at] in before.known.clitics:
        at += 1
    stays = before.language.follow_ups.with_subject.startswith("{asks} {verb}")
    behind = min(at + 1, end)
    if stays and not before.language.follow_ups.auxiliaries:
        return behind
    if before.plain[at] in before.known.auxiliaries:
        while behind < end and before.is_participle(behind):
            behind += 1
    return behind


def agreed(rest: str, language: Language) -> str:
    """A sentence whose participle agrees with no noun before it any more."""
    for ending, plain_one in pairs(language.follow_ups.agreed).items():
        if rest.endswith(ending):
            return rest[: -len(ending)] + plain_one
    return rest
