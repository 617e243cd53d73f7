"""Whether a question asks who said what a passage quotes, and the statement whose speaker answers.

The reader knows the words of a quote that a question repeats, and often gives them for "who". The
speaker may stand in a signature that is no part of the passage that it read.
"""

from __future__ import annotations

from functools import lru_cache

from rag.corpus import quotes_in
from rag.language import analyse, asks_who_said
from rag.language.registry import known
from rag.lazy import regex
from rag.question import Query
from rag.types import Hit, Span, Statement

_WORD = regex(r"[^\W\d_]+['’]?")
# Least share of the question's terms that the quote which it repeats has.
_LEAST_SHARE = 0.4


def asked_statement(query: Query, hit: Hit) -> Statement | None:
    """The statement whose speaker answers; None where the question asks for something else, or
    the hit has no such statement.

    "Who said that …" is answered by the speaker of the quote that has most of the question's
    terms. Any other "who" is only where the reader's words are the speaker's own for himself
    ("nous"), or name the speaker of another quote than the one that has the question's terms.
    """
    words = hit.match.span
    if words is None or query.wanted == "date" or not hit.statements:
        return None
    if asks_who_said(query.text):
        return _nearest(query, hit) or _quoting(hit, words) or _named(hit, words)
    if query.asks != "who":
        return None
    spoken = _quoting(hit, words)
    if spoken:
        return spoken if _is_first_person(hit, words) else None
    nearest = _nearest(query, hit)
    others = (other for other in hit.statements if nearest and other.speaker != nearest.speaker)
    signed = any(part and part.overlaps(words) for s in others for part in (s.speaker, s.role))
    return (
        nearest if nearest and signed and _is_first_person(hit, nearest.quote, some=True) else None
    )


def quotes_without_saying(query: Query, hit: Hit) -> bool:
    """Whether "who said that …" would be answered with words of a quote that name nobody."""
    words, body, passage = hit.match.span, hit.release.body, hit.passage
    if words is None or query.wanted == "date" or not asks_who_said(query.text):
        return False
    quotes = quotes_in(body, passage.start, passage.end)
    inside = any(quote.start <= words.start and words.end <= quote.end for quote in quotes)
    return inside and not any(
        match.group()[0].isupper() and body[match.start() - 1 : match.start()].isspace()
        for match in _WORD.finditer(body, words.start, words.end)
        if match.start() > words.start
    )


def _nearest(query: Query, hit: Hit) -> Statement | None:
    """The statement whose quote has most of the question's terms; None where these are few, or two
    speakers have as many."""
    shares = [_share(query, hit, statement.quote) for statement in hit.statements]
    best = max(shares)
    nearest = [s for s, share in zip(hit.statements, shares, strict=True) if share == best]
    alone = len({(s.speaker.start, s.speaker.end) for s in nearest}) == 1
    return nearest[0] if best >= _LEAST_SHARE and alone else None


def _quoting(hit: Hit, words: Span) -> Statement | None:
    """The statement whose quote has the words."""
    return next((one for one in hit.statements if one.quote.overlaps(words)), None)


def _named(hit: Hit, words: Span) -> Statement | None:
    """The statement whose speaker or role the words name."""
    for statement in hit.statements:
        if any(part and part.overlaps(words) for part in (statement.speaker, statement.role)):
            return statement
    return None


def _share(query: Query, hit: Hit, quote: Span) -> float:
    """Share of the question's terms that stand in a quote."""
    terms = query.terms_in[hit.release.language]
    held = terms.intersection(
        analyse(hit.release.body[quote.start : quote.end], hit.release.language)
    )
    return len(held) / len(terms) if terms else 0.0


def _is_first_person(hit: Hit, words: Span, *, some: bool = False) -> bool:
    """Whether words are a speaker's own for himself: all of them, or ``some``."""
    own = _first_person(hit.release.language)
    spoken = [m.group() for m in _WORD.finditer(hit.release.body, words.start, words.end)]
    are = [word.casefold().replace("’", "'") in own for word in spoken]
    return any(are) if some else bool(are) and all(are)


@lru_cache(maxsize=64)
def _first_person(language: str | None) -> frozenset[str]:
    return frozenset(known(language).speech.first_person.split())
