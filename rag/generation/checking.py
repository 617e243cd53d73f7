"""Whether the passages that a generated sentence cites say what it says.

Conservative: each check can only take a sentence's support away, and what no check can tell (who
did it to whom) is not claimed. Quotes, dates, numbers and names must stand there; a "not" must not
come or go; most of the words must be there, or a reader must say that the meaning is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.answering.citations import cite
from rag.generation.facts import (
    adds_or_drops_a_negation,
    foreign_dates,
    foreign_names,
    foreign_numbers,
    foreign_quotes,
)
from rag.generation.wording import Written
from rag.language import analyse, find_dates, sentence_spans
from rag.partial_date import PartialDate
from rag.phrases import date_in_every_language
from rag.types import Citation, GeneratedSentence, Hit, Reason, Span

Support = Callable[[str, Hit], bool]

# Least share of a sentence's index terms that the passages it cites must hold.
LEAST_SHARE = 0.6
# Likeness below which no sentence of a passage can be said to be the one that is meant.
_ALIKE = 0.2
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Source:
    """What a sentence may draw on: the passages that it cites.

    Attributes:
        texts: the passages, as they stand.
        facts: the same with their releases' titles, and all dates in words.
        dates: those dates.
        terms: index terms of ``texts``.
        language: of the first passage's release.
    """

    texts: tuple[str, ...]
    facts: str
    dates: tuple[PartialDate, ...]
    terms: frozenset[str]
    language: str | None


def check(written: Written, hits: Sequence[Hit], support: Support | None) -> GeneratedSentence:
    """The sentence with its verdict.

    Args:
        written: a sentence and what it cites.
        hits: the passages that were sent, the first being ``[1]``.
        support: asked, where words are too few, whether a passage says what the sentence says.
    """
    numbered = {str(number): hit for number, hit in enumerate(hits, start=1)}
    cited = [numbered[number] for number in written.cited if number in numbered]
    nearest = [_nearest(written.words, hit) for hit in cited]
    citations = tuple(citation for citation, _ in nearest)
    unknown = [f"[{number}]" for number in written.cited if number not in numbered]
    reason: Reason | None
    if unknown:
        reason = _reason("llm.cites_unknown", numbers=", ".join(unknown))
    elif not cited:
        reason = Reason("llm.cites_nothing")
    else:
        best, likeness = max(nearest, key=lambda pair: pair[1])
        alike = [best.quote] if likeness >= _ALIKE else _sentences(cited)
        reason = _objection(written.words, cited, alike, support)
    return GeneratedSentence(written.text, citations, reason is None, reason)


def _objection(
    words: str, cited: list[Hit], alike: list[str], support: Support | None
) -> Reason | None:
    """Why the passages do not support the words; None where they do. ``alike`` are sentences of
    theirs, one of which must affirm or deny as the words do."""
    source = _source(cited)
    quotes = foreign_quotes(words, source.texts)
    if quotes:
        return _reason("llm.not_quoted", words=quotes[0])
    dates, rest = foreign_dates(words, source.dates, source.language)
    absent = (
        dates
        or foreign_numbers(rest, source.facts, source.language)
        or foreign_names(rest, source.facts, source.terms, source.language)
    )
    if absent:
        return _reason("llm.not_there", words=absent[0])
    terms = set(analyse(words, source.language))
    near = terms and len(terms & source.terms) >= LEAST_SHARE * len(terms)
    if not near and not (support is not None and any(support(words, hit) for hit in cited)):
        return Reason("llm.too_far")
    if all(adds_or_drops_a_negation(words, sentence, source.language) for sentence in alike):
        return Reason("llm.negation")
    return None


def _source(cited: list[Hit]) -> _Source:
    texts = [hit.passage.text for hit in cited]
    titles = [hit.release.title for hit in cited]
    language = cited[0].release.language
    dates = [hit.release.published.date for hit in cited]
    for hit in cited:
        for text in (hit.passage.text, hit.release.title):
            dates.extend(found.date for found in find_dates(text, language=hit.release.language))
    stated = tuple(dict.fromkeys(date for date in dates if date is not None))
    in_words = [words for date in stated for words in date_in_every_language(date)]
    return _Source(
        tuple(texts),
        "\n".join([*texts, *titles, *in_words]),
        stated,
        frozenset(term for text in texts for term in analyse(text, language)),
        language,
    )


def _nearest(words: str, hit: Hit) -> tuple[Citation, float]:
    """The passage's sentence that shares most with the words, and how much (Dice, 0 to 1)."""
    release = hit.release
    wanted = set(analyse(words, release.language))

    def likeness(span: Span) -> float:
        held = set(analyse(release.body[span.start : span.end], release.language))
        return 2 * len(wanted & held) / max(1, len(wanted) + len(held))

    best = max(_spans(hit), key=likeness)
    return cite(release, best.start, best.end, hit.passage.ordinal), likeness(best)


def _sentences(hits: list[Hit]) -> list[str]:
    return [hit.release.body[span.start : span.end] for hit in hits for span in _spans(hit)]


def _spans(hit: Hit) -> list[Span]:
    passage = hit.passage
    spans = sentence_spans(
        hit.release.body, passage.start, passage.end, language=hit.release.language
    )
    return spans or [Span(passage.start, passage.end)]


def _reason(code: str, **words: str) -> Reason:
    """A reason with words of the model, which may be long, cut short."""
    return Reason(code, {name: _short(text) for name, text in words.items()})


def _short(text: str) -> str:
    plain = re.sub(r"\s+", " ", text).strip()
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
