"""Check whether the passages that a generated sentence cites support it.

The checks are conservative: each check can only reject a sentence. Nothing is claimed about what no
check can test, such as who did what to whom. Quotes, dates, numbers and names must occur in the
passages. No negation may be added or dropped. Most of the words must occur there too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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

# The least share of a sentence's index terms that the cited passages must have.
LEAST_SHARE = 0.6
# If the most similar sentence of the passages is less similar than this, none counts as meant.
_ALIKE = 0.2
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _Source:
    """The passages that a sentence cites, prepared for the checks.

    Attributes:
        texts: the texts of the passages.
        facts: these texts, the titles of their releases, and all their dates in words.
        dates: the dates of the releases, and those in the passages and titles.
        terms: the index terms of ``texts``.
        language: language of the first passage's release.
    """

    texts: tuple[str, ...]
    facts: str
    dates: tuple[PartialDate, ...]
    terms: frozenset[str]
    language: str | None


def check(written: Written, hits: Sequence[Hit]) -> GeneratedSentence:
    """The sentence with its verdict.

    Args:
        written: a sentence and its citations.
        hits: the passages that were sent to the model; the first one is ``[1]``.
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
        reason = _objection(written.words, cited, alike)
    return GeneratedSentence(written.text, citations, reason is None, reason)


def _objection(words: str, cited: list[Hit], alike: list[str]) -> Reason | None:
    """Why the passages do not support the words; None if they do.

    Args:
        words: the sentence.
        cited: the passages.
        alike: sentences of the passages. One of them must have a negation if the words have one,
            and none if they have none.
    """
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
    if not terms or len(terms & source.terms) < LEAST_SHARE * len(terms):
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
    """The passage's sentence that is most similar to the words, and its similarity (Dice
    coefficient of the index terms, 0 to 1)."""
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
    """A reason whose values are words of the model, shortened if they are long."""
    return Reason(code, {name: _short(text) for name, text in words.items()})


def _short(text: str) -> str:
    plain = re.sub(r"\s+", " ", text).strip()
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"
