"""Find the sentence of a passage that answers, and the words that it shares with the question."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rag.language import analyse
from rag.models import Encoder
from rag.question import Query
from rag.types import Release, Span

if TYPE_CHECKING:
    import numpy.typing as npt

# A sentence's rating is the weighted sum of two scores: its shared terms (with this weight) and its
# cosine (with the rest). Both are in standard deviations over the passage's sentences. The weight
# was chosen on PIAF train (benchmarks/quality.py).
_LEXICAL_WEIGHT = 0.7
_MAX_ENCODED = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class RatedSentence:
    """A sentence and how well it fits the question.

    Attributes:
        span: the sentence, in the body's characters.
        score: in standard deviations above the mean of the passage's sentences.
    """

    span: Span
    score: float


def rate_sentences(
    release: Release,
    spans: list[Span],
    query: Query,
    question_vector: npt.NDArray[np.float32],
    encoder: Encoder,
) -> list[RatedSentence]:
    """Rate the sentences of a passage, in the order given.

    Args:
        release: the release of the passage.
        spans: the sentences, one or more, in the body's characters.
        query: gives the terms to look for.
        question_vector: (dimension,) float32 of unit length.
        encoder: encodes the sentences.

    Raises:
        EncoderError: a sentence cannot be encoded.
    """
    if len(spans) == 1:
        return [RatedSentence(spans[0], 0.0)]
    texts = [release.body[span.start : span.end] for span in spans]
    lexical = _overlap(query, texts, release.language)
    dense = np.zeros(len(spans))
    # Encoding takes time, so only the eight sentences with the best lexical scores are encoded. The
    # other ones get the lowest cosine.
    encoded = sorted(np.argsort(-lexical, kind="stable")[:_MAX_ENCODED])
    for position, vector in encoder.encode_passages([texts[row] for row in encoded]):
        dense[encoded[position]] = float(vector @ question_vector)
    not_encoded = np.ones(len(spans), bool)
    not_encoded[encoded] = False
    dense[not_encoded] = dense[encoded].min()
    dense, lexical = _standard_scores(dense), _standard_scores(lexical)
    scores = (1.0 - _LEXICAL_WEIGHT) * dense + _LEXICAL_WEIGHT * lexical
    return [RatedSentence(span, float(score)) for span, score in zip(spans, scores, strict=True)]


def best_sentence(rated: list[RatedSentence]) -> int:
    """Position of the sentence with the highest score; the first one of several."""
    return max(range(len(rated)), key=lambda position: rated[position].score)


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
