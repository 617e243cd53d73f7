"""Give quotes whose speaker is named in an earlier sentence to that speaker.

Two kinds of quotes are his: one that fills a sentence of its own behind a statement of his ("…, a
dit Nora Lind. « … »"), and one that a pronoun says ("« … », a-t-elle ajouté"). The pronoun's person
is the subject of the sentences before, as long as none of them has another subject. He must fit the
pronoun: "elle" is no "M. Adami", and "il" is not "les députés".
"""

from __future__ import annotations

from dataclasses import replace

from rag.corpus.statements.persons import ends_with, words_of
from rag.corpus.statements.quotes import QUOTE, masked, trimmed
from rag.corpus.statements.speakers import NOBODY, Party, Sentence
from rag.corpus.statements.speech import Speech, plain_word, speech_of
from rag.language import sentence_spans
from rag.lazy import dataclass
from rag.types import Span, Statement

_NEAR = 12  # tokens between a quote and the pronoun that says it


@dataclass(frozen=True, slots=True)
class _Person:
    """Who is spoken of: the parts of a name, and whether he said the words just before."""

    speaker: Span
    role: Span | None
    speaks: bool


def continued(
    text: str, low: int, high: int, quotes: list[Span], known: list[Statement]
) -> list[Statement]:
    """The statements of quotes in ``text[low:high]`` whose speaker an earlier sentence names.

    Args:
        quotes: all quotes with their marks, in order.
        known: the statements whose speaker is named beside them.
    """
    speech = speech_of(text[low:high])
    hidden = masked(text, low, high, quotes, speech.reply)
    said = {one.quote.start: one for one in known}
    found: list[Statement] = []
    person: _Person | None = None
    done = end = 0
    for span in sentence_spans(hidden):
        count = hidden.count(QUOTE, span.start, span.end)
        own = [trimmed(text, quote) for quote in quotes[done : done + count]]
        done += count
        if person and "\n" in hidden[end : span.start]:
            person = replace(person, speaks=False)
        end = span.end
        told = [said[quote.start] for quote in own if quote.start in said]
        sentence = Sentence(hidden, span, speech)
        first = sentence.letters.find("Q") if own else len(sentence.letters)
        here = person if told else _subject(sentence, first, person, text, low, speech)
        for one in (here, person) if len(told) < len(own) else ():
            his = [q for q in _his(sentence, own, text, one, speech) if q.start not in said]
            found += [Statement(quote, one.speaker, one.role) for quote in his if one]
            if one and his:
                here = replace(one, speaks=True)
                break
        if told:
            here = _Person(told[-1].speaker, told[-1].role, speaks=True)
        person = person if here is None and _is_bare(sentence) else here
    return found


def _his(
    sentence: Sentence, quotes: list[Span], text: str, person: _Person | None, speech: Speech
) -> list[Span]:
    """The quotes of a sentence that are a person's: the sentence is nothing but a quote behind
    words of his, or a pronoun that fits him says them."""
    if person is None:
        return []
    if _is_bare(sentence):
        return quotes if person.speaks else []
    found = []
    places = [at for at, letter in enumerate(sentence.letters) if letter == "Q"]
    for place, quote in zip(places, quotes, strict=False):
        pronouns = _after_source(sentence, place, speech)
        count = len(text[quote.start : quote.end].split())
        party = sentence.party(place, count, not text[quote.start].islower())
        if party is NOBODY and not pronouns:
            pronouns = _pronouns(sentence, place)
        if any(_fits(one, text, person, speech) for one in pronouns):
            found.append(quote)
    return found


def _is_bare(sentence: Sentence) -> bool:
    """Whether a sentence is a quote, and nothing else."""
    return sentence.letters.rstrip(".,") == "Q"


def _after_source(sentence: Sentence, place: int, speech: Speech) -> list[str]:
    """The pronoun behind "selon", before a quote."""
    at = sentence.letters.rfind("S", 0, place) + 1
    return [sentence.words[at]] if at and sentence.words[at] in speech.genders else []


def _pronouns(sentence: Sentence, place: int) -> list[str]:
    """The pronoun that says a quote: the nearest one behind it, else before it."""
    behind = range(place + 1, min(place + _NEAR, len(sentence.letters)))
    before = range(place - 1, max(-1, place - _NEAR), -1)
    for numbers, letters in ((behind, "J"), (before, "iJ"), (behind, "i")):
        for at in numbers:
            if sentence.letters[at] == "Q":
                break
            if sentence.letters[at] in letters:
                return [sentence.words[at].rsplit("-", 1)[-1]]
    return []


def _fits(pronoun: str, text: str, person: _Person, speech: Speech) -> bool:
    """Whether a pronoun of the third person may mean a person."""
    gender = speech.genders.get(pronoun)
    if gender is None:
        return False
    for part in (person.speaker, person.role):
        words = text[part.start : part.end].split() if part else []
        first = plain_word(words[0]) if words else ""
        if speech.genders.get(first, gender) != gender:
            return False
        if first in speech.plurals:
            return False
    return True


def _subject(
    sentence: Sentence, end: int, person: _Person | None, text: str, low: int, speech: Speech
) -> _Person | None:
    """The person of whom the tokens before ``end`` speak; ``person`` is the one before them."""
    party = sentence.main_subject(end)
    if party is NOBODY or (party is None and sentence.letters.lstrip("A,").startswith("i")):
        pronouns = [w for w, x in zip(sentence.words, sentence.letters, strict=True) if x in "iJ"]
        first = pronouns[0].rsplit("-", 1)[-1] if pronouns else ""
        return person if person and _fits(first, text, person, speech) else None
    return _place(sentence, party, low, speaks=sentence.has_speech)


def _place(sentence: Sentence, party: Party | None, low: int, *, speaks: bool) -> _Person | None:
    if party is None or party is NOBODY:
        return None

    def span(tokens: tuple[int, int]) -> Span:
        first, last = sentence.tokens[tokens[0]], sentence.tokens[tokens[1] - 1]
        return Span(low + first.start(), low + last.end())

    return _Person(span(party.speaker), span(party.role) if party.role else None, speaks)


def speaks(sentence: str, name: str) -> bool:
    """Whether a person is the speaker of a sentence that reports without quotation marks."""
    speech = speech_of(sentence)
    read = Sentence(sentence, Span(0, len(sentence)), speech)
    party = read.main_subject(len(read.letters))
    if party is None or party is NOBODY or not read.has_speech:
        return False
    first, last = read.tokens[party.speaker[0]], read.tokens[party.speaker[1] - 1]
    own, asked = words_of(sentence[first.start() : last.end()]), words_of(name)
    return ends_with(own, asked) or ends_with(asked, own)
