"""Find the quoted statements of a release and their speakers.

The speaker is named in the sentence around the quote, or signs the quote in a line beside it. There
is no parser and no list of names. Each word of the sentence becomes one letter for its grammatical
role (an article, a name, a verb of speech), and a whole quote is one letter too. Patterns over
these letters find the verb that governs the quote and the noun phrase that is its subject. "Il a
déclaré" names nobody here; ``rag.corpus.statements.continued`` looks at the sentences before.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rag.corpus.statements.continued import continued
from rag.corpus.statements.quotes import QUOTE, masked, quotes_in, trimmed
from rag.corpus.statements.signatures import signed
from rag.corpus.statements.speakers import NOBODY, Sentence
from rag.corpus.statements.speech import speech_of
from rag.language import sentence_spans
from rag.lazy import regex
from rag.types import Span, Statement

# The letters that may stand between two quotes of one speaker.
_AND = regex(r",?&?[EPesD]{0,2}")
# How far from a passage, in characters on each side, the signature or the rest of its quote is
# looked for.
_AROUND = 1500
_QUOTED = regex(r"[«»“”„\"]|^[\s>*_]*(?:[–—―]|--)|^\s*>", re.MULTILINE)
_MARGIN = regex(r"^(?:[^\S\n]|[>*_|]|<br ?/?>)+|(?:[*_|]|<br ?/?>)+(?=[^\S\n]*$)", re.MULTILINE)
_MARKS = {"«": "«»", "“": "“”", "„": "„“”", '"': '"'}
_MOST_JOINED = 12  # paragraphs of one quote


@lru_cache(maxsize=512)
def statements_near(body: str, start: int, end: int, language: str | None) -> tuple[Statement, ...]:
    """The quoted statements of a passage, ``body[start:end]``, with their speakers.

    A speaker is named in the sentence of the quote, in a signature below or above it, or in another
    paragraph of the same quote. Each paragraph of a quote is a statement of its own. The last
    passages are remembered: many questions find the same ones.

    Args:
        language: language of the release, ISO 639-1; None if it is not known.

    Returns:
        The statements whose quote, speaker or role lies in the passage, in the order of the text.
    """
    return tuple(_near(body, start, end, language, with_continued=False))


def _near(
    body: str, start: int, end: int, language: str | None, *, with_continued: bool
) -> list[Statement]:
    start, end = max(0, start), min(len(body), end)
    if "\n" not in body:  # old Mac files: all offsets stay
        body = body.replace("\r", "\n")
    found = statements(body, start, end)
    low, high = _paragraphs_around(body, start, end)
    if start >= end or not _QUOTED.search(body, low, high):
        return found
    text = " " * low + _joined(body[low:high])
    quotes = quotes_in(text, low, high)
    named = statements(text, low, high) if quotes else []
    told = [one for one in [*found, *named] if _is_beside(text, one)]
    unsaid = [q for q in quotes if not any(q.overlaps(one.quote) for one in told)]
    signatures = signed(text, low, high, unsaid, language)
    known = [one for one in found if not any(one.quote.overlaps(s.quote) for s in signatures)]
    if with_continued:
        heard = [*told, *signatures]
        later = continued(text, low, high, quotes, [one for one in heard if one.quote.start >= low])
        named += [one for one in later if not any(one.quote.overlaps(s.quote) for s in heard)]
    passage = Span(start, end)
    for one in (*signatures, *named):
        spoken = any(
            part is not None and part.overlaps(passage) for part in (one.speaker, one.role)
        )
        for part in _paragraphs_of(body, one.quote):
            new = not any(part.overlaps(other.quote) for other in known)
            if new and (spoken or part.overlaps(passage)):
                known.append(Statement(part, one.speaker, one.role))
    return sorted(known, key=lambda one: (one.quote.start, one.quote.end))


def statements_of(body: str, language: str | None) -> list[Statement]:
    """All quoted statements of a release with their speakers, in the order of the text, also those
    whose speaker is named in an earlier sentence (see ``rag.corpus.statements.continued``).

    Args:
        language: as in ``statements_near``.
    """
    return _near(body, 0, len(body), language, with_continued=True)


def _is_beside(text: str, statement: Statement) -> bool:
    """Whether the speaker is named on the lines that the quote stands on."""
    quote, speaker = statement.quote, statement.speaker
    between = text[min(quote.end, speaker.end) : max(quote.start, speaker.start)]
    return "\n" not in between


def _paragraphs_around(body: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the passage with the lines around it, up to ``_AROUND`` characters on each
    side, cut at line ends."""
    low = max(0, start - _AROUND)
    if low:
        cut = body.find("\n", low, start)
        low = cut + 1 if cut >= 0 else start
    high = min(len(body), end + _AROUND)
    if high < len(body):
        cut = body.rfind("\n", end, high)
        high = cut if cut >= 0 else end
    return low, high


def _joined(text: str) -> str:
    """A text of the same length, with blanks for the markup at the ends of its lines. A quote whose
    paragraphs each have an opening mark becomes one paragraph with one opening mark."""
    letters = list(_MARGIN.sub(lambda m: _blank(m.group()), text))
    plain = "".join(letters)
    paragraphs = [
        (match.start(), match.end())
        for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", plain)
    ]
    number = 0
    while number < len(paragraphs):
        run = _run(plain, paragraphs, number)
        for before, this in pairwise(run):
            at = _first(plain, this[0])
            letters[before[1] : at + 1] = " " * (at + 1 - before[1])
        number += max(1, len(run))
    return "".join(letters)


def _run(text: str, paragraphs: list[tuple[int, int]], first: int) -> list[tuple[int, int]]:
    """The paragraphs of a quote that begins in paragraph ``first`` and ends in a later one; none if
    there is no such quote."""
    start, end = paragraphs[first]
    for mark, marks in _MARKS.items():
        if _open(text, start, end, marks) != 1:
            continue
        for number in range(first + 1, min(first + _MOST_JOINED, len(paragraphs))):
            low, high = paragraphs[number]
            at = _first(text, low)
            if text[at] != mark:
                break
            left = _open(text, at + 1, high, marks)
            if left == (1 if mark == '"' else -1):
                return paragraphs[first : number + 1]
            if left != 0:
                break
    return []


def _open(text: str, start: int, end: int, marks: str) -> int:
    """How many quotes are still open at the end of ``text[start:end]``; negative if more are closed
    than opened."""
    if len(marks) == 1:
        return text.count(marks, start, end) % 2
    closed = sum(text.count(mark, start, end) for mark in marks[1:])
    return text.count(marks[0], start, end) - closed


def _first(text: str, at: int) -> int:
    """The offset of the first character from ``at`` on that is not a blank."""
    while text[at].isspace():
        at += 1
    return at


def _blank(text: str) -> str:
    return "".join("\n" if letter == "\n" else " " for letter in text)


def _paragraphs_of(body: str, quote: Span) -> list[Span]:
    """The paragraphs of a quote, the second and later ones without their opening mark."""
    found: list[Span] = []
    for match in re.finditer(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*", body[quote.start : quote.end]):
        text = match.group()
        skipped = len(text) - len(text.lstrip("".join(_MARKS) + "> *_\t\u00a0\u202f"))
        bare = text[skipped:].rstrip()
        if any(map(str.isalnum, bare)):
            low = quote.start + match.start() + (skipped if found else 0)
            found.append(Span(low, quote.start + match.start() + len(text.rstrip())))
    return found


def statements(body: str, start: int, end: int) -> list[Statement]:
    """The quoted statements in ``body[start:end]`` whose speaker is named in the same sentence.

    They are in the order of the text. A pronoun names nobody. A title or a word in quotation marks
    is not a statement unless a verb of speech governs it.
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
    """A statement for each quote of a sentence whose speaker is found. ``offset`` is where the
    sentence's text begins in the body."""
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
