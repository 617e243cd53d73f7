"""Ask the same of something else: "Et la Suède ?" after "Quand la Finlande a-t-elle rejoint …"."""

from __future__ import annotations

import re

from rag.language.terms import fold, plain
from rag.question.follow_up_words import pairs
from rag.question.joining import appended, joined, with_preposition
from rag.question.sentence import Phrase, Sentence

# Words whose first letters are alike so far are taken for forms of one word ("salon", "salons").
_ALIKE = 4


def with_phrase(before: Sentence, text: str, new: Phrase, about: Sentence) -> str:
    """A question with another name or noun in the place of its own.

    Args:
        before: the question before, whose text is changed.
        text: its text, where the interrogative or the time may be another one by now.
        new: the noun phrase of the follow-up.
        about: the follow-up.
    """
    own = Sentence(text, before.language)
    counted = _as_counted(own, new)
    if counted is not None:
        return counted
    old = _replaced(own, new)
    if old is None:
        return appended(before, text, _at_end(new, before))
    territory = new.kind in ("territory", "name") and old.preposition in own_places(own)
    preposition = old.preposition
    if new.preposition and new.preposition != own.language.answers.of.split(" ")[0].strip("'"):
        preposition = "" if not old.preposition else new.preposition
    new_one = with_preposition(
        own.language, preposition, new.article, new.text,
        in_territory=territory and not (old.kind == "noun" and new.kind == "noun"),
    )  # fmt: skip
    if new.preposition and old.preposition and preposition == new.preposition:
        new_one = about.said(new.first, new.last)
    start = own.words[old.first].start
    end = own.words[old.last - 1].end
    whole = joined(own.language, own.text[:start], new_one) + own.text[end:]
    return _agreeing(Sentence(whole, own.language), old, new)


def own_places(sentence: Sentence) -> set[str]:
    """Prepositions of a place in the sentence's language."""
    return set(sentence.language.follow_ups.places.split())


def _replaced(own: Sentence, new: Phrase) -> Phrase | None:
    """The noun phrase that the new one replaces; None if there is none."""
    phrases = [*own.phrases, *names_inside(own)]
    head = fold(plain(new.text.split()[0]))
    if new.kind != "noun" or len(new.text.split()) > 1:
        for phrase in phrases:
            if phrase.kind == "noun" and _alike(own.keys[phrase.noun], head):
                return phrase
    if new.kind == "noun":
        return _asked_noun(own)
    scored = [(_fit(own, phrase, new), -n, phrase) for n, phrase in enumerate(phrases)]
    scored = [one for one in scored if one[0] > 0]
    return max(scored, key=lambda one: one[:2])[2] if scored else None


def _fit(own: Sentence, old: Phrase, new: Phrase) -> int:
    """How well a name can be replaced by another one; 0 if it cannot."""
    if old.kind == "noun":
        return 0
    places = own_places(own)
    of = {word.strip("'") for word in own.language.answers.of.split()}
    same = (old.preposition in places and new.preposition in places) or (
        old.preposition == new.preposition
    )
    if new.preposition and new.preposition not in of and not same:
        return 0
    score = 1 + 2 * (bool(new.preposition) and same)
    if old.kind == new.kind:
        score += 4
    elif "person" in (old.kind, new.kind) or {old.kind, new.kind} == {"territory", "acronym"}:
        score -= 1 if old.kind == "name" or new.kind == "name" else 0
    return max(score, 1)


def names_inside(own: Sentence) -> list[Phrase]:
    """The names behind "of" inside longer noun phrases: "la population *de la Belgique*"."""
    found = []
    for phrase in own.phrases:
        at = phrase.noun + 1
        while at < phrase.last:
            link = own.keys[at] in own.known.noun_links
            name = own.words[at].text[0].isupper() and not own.words[at - 1].text[0].isupper()
            if link and at + 1 < phrase.last:
                inner = _from(own, at, phrase.last)
                if inner is not None:
                    found.append(inner)
                    at = inner.last
                    continue
            elif name and phrase.kind == "noun" and not own.known.nouns_are_capitalised:
                found.append(Phrase(at, phrase.last, at, "", "", own.said(at, phrase.last), "name"))
                break
            at += 1
    return found


def _from(own: Sentence, at: int, last: int) -> Phrase | None:
    from rag.question.sentence import phrases_in

    return next((one for one in phrases_in(own, at) if one.first == at and one.last <= last), None)


def _asked_noun(own: Sentence) -> Phrase | None:
    """The noun that a question asks for, up to "of": "la longueur" of the tunnel."""
    phrase = next((one for one in own.phrases if one.kind == "noun"), None)
    if phrase is None:
        return None
    last = phrase.noun + 1
    while last < phrase.last and own.keys[last] not in own.known.noun_links:
        last += 1
    return Phrase(phrase.first, last, phrase.noun, phrase.preposition, phrase.article,
                  own.said(phrase.noun, last), "noun")  # fmt: skip


def _as_counted(own: Sentence, new: Phrase) -> str | None:
    """ "Combien de blessés" of "Combien de morts"; None for another question or follow-up."""
    lead = own.lead
    if lead is None or lead.asks != "how_many" or lead.noun == lead.last or new.kind != "noun":
        return None
    of = {word.strip("'") for word in own.language.answers.of.split()}
    if new.preposition and new.preposition not in of:
        return None
    first = lead.noun
    counts = own.keys[first] in own.known.counts
    of_noun = own.language.measures.counts.split()[0] if counts else ""
    noun = joined(own.language, of_noun, new.text)
    rest = own.text[own.words[lead.last - 1].end :]
    return joined(own.language, own.said(lead.first, lead.noun), noun) + rest


def _at_end(new: Phrase, before: Sentence) -> str:
    preposition = new.preposition or before.language.follow_ups.added
    return with_preposition(before.language, preposition, new.article, new.text)


def _agreeing(own: Sentence, old: Phrase, new: Phrase) -> str:
    """The question with "quelle est" for "quel est", and "a-t-il" for "a-t-elle", where the new
    noun's gender is known and it stands there."""
    text, words = own.text, own.language.follow_ups
    which = {plain(value) for value in pairs(words.which_is).values()}
    wanted = pairs(words.which_is).get(fold(plain(new.article)), "")
    head = re.match(r"\w+ \w+", text)
    if wanted and head and plain(head.group()) in which and old.first == own.rest + 1:
        text = wanted.capitalize() + text[head.end() :]
    gender = gender_of(own, new)
    at = own.inverted
    if gender and at is not None and old.first == own.rest:
        verb = own.words[at]
        for pronoun, of in pairs(words.inverted).items():
            if of == gender and not pronoun.endswith("s") and not verb.text.endswith("s"):
                stem, _, _last = verb.text.rpartition("-")
                text = f"{text[: verb.start]}{stem}-{pronoun}{text[verb.end :]}"
                break
    return text


def gender_of(sentence: Sentence, phrase: Phrase) -> str:
    """``m``, ``f`` or ``""``, by the title or the article."""
    words = sentence.language.follow_ups
    title = plain(phrase.text.split()[0]).strip(".")
    if phrase.kind == "person":
        return "f" if title in words.titles_of_women.split() else "m"
    article = fold(plain(phrase.article))
    genders = pairs(words.genders)
    return genders.get(article, "")


def _alike(one: str, other: str) -> bool:
    size = max(_ALIKE, min(len(one), len(other)) - 1)
    return one == other or (min(len(one), len(other)) >= _ALIKE and one[:size] == other[:size])
