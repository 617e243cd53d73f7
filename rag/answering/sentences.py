"""The sentence of a passage that answers a question, and where the question's words stand in it."""

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

# Weight of a sentence's share of the question's terms against its cosine, both in standard
# deviations over the passage's sentences; chosen on PIAF train (benchmarks/quality.py).
LEXICAL_WEIGHT = 0.7
_MAX_SENTENCES = 8
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class RatedSentence:
    """A sentence with how well it fits the question (standard deviations, higher is better)."""

    span: Span
    score: float


def rate_sentences(
    release: Release,
    spans: list[Span],
    query: Query,
    question_vector: npt.NDArray[np.float32],
    encoder: Encoder,
) -> list[RatedSentence]:
    """A passage's sentences (one or more), rated, in the order given."""
    if len(spans) == 1:
        return [RatedSentence(spans[0], 0.0)]
    texts = [release.body[span.start : span.end] for span in spans]
    lexical = _overlap(query, texts, release.language)
    dense = np.zeros(len(spans))
    # Sentences beyond the first eight by words are not worth an encoding each.
    chosen = sorted(np.argsort(-lexical, kind="stable")[:_MAX_SENTENCES])
    for position, vector in encoder.encode_passages([texts[at] for at in chosen]):
        dense[chosen[position]] = float(vector @ question_vector)
    left_out = np.ones(len(spans), bool)
    left_out[chosen] = False
    dense[left_out] = dense[chosen].min()
    ratings = (1.0 - LEXICAL_WEIGHT) * _standard(dense) + LEXICAL_WEIGHT * _standard(lexical)
    return [RatedSentence(span, float(r)) for span, r in zip(spans, ratings, strict=True)]


def best_sentence(rated: list[RatedSentence]) -> int:
    """Position of the best; the first of equals."""
    return max(range(len(rated)), key=lambda at: (rated[at].score, -at))


def share_of_terms(release: Release, span: Span, query: Query) -> float:
    """Share of the question's index terms that the span holds; 0 of fewer than two."""
    wanted = query.terms_in[release.language]
    held = wanted.intersection(analyse(release.body[span.start : span.end], release.language))
    return len(held) / len(wanted) if len(wanted) > 1 else 0.0


def shared_words(release: Release, span: Span, terms: frozenset[str]) -> list[Span]:
    """Where words of the span share an index term with the question."""
    found = []
    for match in _WORD.finditer(release.body, span.start, span.end):
        if not terms.isdisjoint(analyse(match.group(), release.language)):
            found.append(Span(match.start(), match.end()))
    return found


def _overlap(query: Query, sentences: list[str], language: str | None) -> npt.NDArray[np.float64]:
    """Share of the question's terms in each sentence, rarer in the passage weighing more."""
    wanted = query.terms_in[language]
    held = [wanted.intersection(analyse(sentence, language)) for sentence in sentences]
    scores = np.zeros(len(sentences))
    for term in wanted:
        holders = [at for at, terms in enumerate(held) if term in terms]
        for at in holders:
            scores[at] += math.log1p(len(sentences) / len(holders))
    return scores


def _standard(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    deviation = float(values.std())
    return (values - values.mean()) / deviation if deviation > 1e-9 else np.zeros(len(values))
