"""Find the sentence of a passage that answers, and the words that it shares with the question."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from rag.corpus import sentences_of
from rag.language import analyse
from rag.lazy import regex
from rag.models import Encoder
from rag.question import Query
from rag.types import Hit, Release, Span

if TYPE_CHECKING:
    import numpy.typing as npt

# The weight of the shared terms; the cosine has the rest. Chosen on PIAF train
# (benchmarks/quality.py).
_LEXICAL_WEIGHT = 0.7
_MAX_ENCODED = 8
_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")


def around_words(hit: Hit) -> list[Span]:
    """The sentences of a hit's passage that have a part of the reader's words, if it has any."""
    words, release = hit.match.span, hit.release
    if words is None:
        return []
    sentences = sentences_of(release.body, hit.passage, release.language)
    return [one for one in sentences if one.overlaps(words)]


def told_around_words(hit: Hit) -> str:
    """The text of these sentences."""
    return " ".join(hit.release.body[one.start : one.end] for one in around_words(hit))


def told_before_words(hit: Hit) -> str:
    """The text of the sentence of the passage before these; empty if there is none."""
    around, release = around_words(hit), hit.release
    sentences = sentences_of(release.body, hit.passage, release.language)
    before = [one for one in sentences if around and one.end <= around[0].start]
    return release.body[before[-1].start : before[-1].end] if before else ""


def last_paragraph(release: Release, after: int) -> str:
    """The last paragraph of a release, which mostly says of whom the release tells; empty if it
    begins before an offset of the body."""
    body = release.body.rstrip()
    begin = body.rfind("\n\n")
    return body[begin:] if begin >= after else ""


def best_sentence(
    release: Release,
    spans: Sequence[Span],
    query: Query,
    question_vector: npt.NDArray[np.float32],
    encoder: Encoder,
    bonuses: Sequence[float] = (),
) -> int:
    """The place of the sentence of a passage that fits the question best; the first one of several.

    A sentence's score is the weighted sum of its shared terms and its cosine with the question,
    each in standard deviations above the mean of the sentences, and its bonus. Encoding takes time:
    it is left out where no cosines could change which sentence is best.

    Args:
        release: the release of the passage.
        spans: the sentences, one or more, in the body's characters.
        query: gives the terms to look for.
        question_vector: (dimension,) float32 of unit length.
        encoder: encodes the sentences.
        bonuses: what each sentence gets beside its rating; empty for none.

    Raises:
        EncoderError: a sentence cannot be encoded.
    """
    if len(spans) == 1:
        return 0
    texts = [release.body[span.start : span.end] for span in spans]
    lexical = _overlap(query, texts, release.language)
    scores = _LEXICAL_WEIGHT * _standard_scores(lexical)
    if bonuses:
        scores += np.asarray(bonuses)
    best, next_best = np.sort(scores)[[-1, -2]]
    # Two of n values are at most sqrt(2 n) of their standard deviations apart.
    if best - next_best <= (1.0 - _LEXICAL_WEIGHT) * math.sqrt(2 * len(spans)):
        cosines = _cosines(texts, lexical, question_vector, encoder)
        scores += (1.0 - _LEXICAL_WEIGHT) * _standard_scores(cosines)
    return int(scores.argmax())


def _cosines(
    texts: list[str],
    lexical: npt.NDArray[np.float64],
    question_vector: npt.NDArray[np.float32],
    encoder: Encoder,
) -> npt.NDArray[np.float64]:
    """(n,) the cosine of each sentence with the question. Only the eight sentences with the best
    lexical scores are encoded; the other ones get the lowest cosine of these."""
    cosines = np.zeros(len(texts))
    encoded = sorted(np.argsort(-lexical, kind="stable")[:_MAX_ENCODED])
    for position, vector in encoder.encode_passages([texts[row] for row in encoded]):
        cosines[encoded[position]] = float(vector @ question_vector)
    others = np.ones(len(texts), bool)
    others[encoded] = False
    cosines[others] = cosines[encoded].min()
    return cosines


def share_of_terms(release: Release, span: Span, query: Query) -> float:
    """Share of the question's index terms that stand in a span, 0 to 1; 0 if the question has fewer
    than two."""
    terms = query.terms_in[release.language]
    shared = terms.intersection(analyse(release.body[span.start : span.end], release.language))
    return len(shared) / len(terms) if len(terms) > 1 else 0.0


def shared_words(release: Release, span: Span, terms: frozenset[str]) -> list[Span]:
    """The words of a span that share an index term with the question, in the body's characters."""
    return [
        Span(match.start(), match.end())
        for match in _WORD.finditer(release.body, span.start, span.end)
        if not terms.isdisjoint(analyse(match.group(), release.language))
    ]


def _overlap(query: Query, sentences: list[str], language: str | None) -> npt.NDArray[np.float64]:
    """(n,) how many of the question's terms each sentence has.

    A term weighs log(1 + n / m) if m of the n sentences have it.
    """
    terms = query.terms_in[language]
    shared = [terms.intersection(analyse(sentence, language)) for sentence in sentences]
    scores = np.zeros(len(sentences))
    for term in terms:
        rows = [row for row, found in enumerate(shared) if term in found]
        for row in rows:
            scores[row] += math.log1p(len(sentences) / len(rows))
    return scores


def _standard_scores(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """(n,) the values in standard deviations above their mean; zeros if all are equal."""
    deviation = float(values.std())
    return (values - values.mean()) / deviation if deviation > 1e-9 else np.zeros(len(values))
