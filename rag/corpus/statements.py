"""Who says the words that a release quotes, as far as the sentence around them names him.

No parser and no list of names: each word of the sentence becomes one letter for what it may do
there (an article, a name, a verb of speech; a whole quote is one letter too), and patterns over
those letters find the verb that governs the quote and the noun phrase that is its subject.
"Il a déclaré" names nobody: then there is no statement, however clear the sentence before is.
"""

from __future__ import annotations

import re

from rag.corpus.quotes import QUOTE, masked, quotes_in, trimmed
from rag.corpus.speakers import NOBODY, Sentence
from rag.corpus.speech import speech_of
from rag.language import sentence_spans
from rag.types import Span, Statement

# What may stand, in letters, between two quotes of one speaker.
_AND = re.compile(r",?&?[EPesD]{0,2}")


def statements(body: str, start: int, end: int) -> list[Statement]:
    """The quoted statements in ``body[start:end]`` whose speaker the same sentence names.

    In the order of the text. A pronoun names nobody; a title or a word in quotation marks that
    no verb of speech governs is no statement.
    """
    start, end = max(0, start), min(len(body), end)
    quotes = quotes_in(body, start, end)
    if not quotes:
        return []
    speech = speech_of(body[start:end])
    hidden = masked(body, start, end, quotes, speech.reply)
    found: list[Statement] = []
    done = 0
    for span in sentence_spans(hidden):
        count = hidden.count(QUOTE, span.start, span.end)
        if count:
            sentence = Sentence(hidden, span, speech)
            inside = [trimmed(body, quote) for quote in quotes[done : done + count]]
            found += _statements(sentence, body, inside, start)
            done += count
    return found


def _statements(sentence: Sentence, body: str, quotes: list[Span], offset: int) -> list[Statement]:
    """One for each quote whose speaker is found; ``offset`` is where the text was cut."""
    places = [at for at, letter in enumerate(sentence.letters) if letter == "Q"]
    words = [len(body[quote.start : quote.end].split()) for quote in quotes]
    capital = [not body[quote.start].islower() for quote in quotes]
    parties = list(map(sentence.party, places, words, capital))
    pairs = [(at + 1, at) for at in range(len(parties) - 1)]
    # "veut « A » et « B »", « A » et « B », a déclaré X
    for this, other in pairs + [pair[::-1] for pair in reversed(pairs)]:
        between = sentence.letters[places[min(this, other)] + 1 : places[max(this, other)]]
        if parties[this] is None and words[this] > 2 and _AND.fullmatch(between):
            parties[this] = parties[other]

    def place(tokens: tuple[int, int]) -> Span:
        first, last = sentence.tokens[tokens[0]], sentence.tokens[tokens[1] - 1]
        return Span(offset + first.start(), offset + last.end())

    return [
        Statement(quote, place(party.speaker), place(party.role) if party.role else None)
        for quote, party in zip(quotes, parties, strict=False)
        if party is not None and party is not NOBODY
    ]
