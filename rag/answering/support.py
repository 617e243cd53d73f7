"""Measure how far the sentence that answers says what the question takes for granted.

A passage that speaks of the question's person or event often answers another question about it.
Then the sentence with the reader's words lacks some of the question's words, and the reader, which
sees that sentence alone, is less sure of them.
"""

from __future__ import annotations

from rag.language import analyse
from rag.models import Calibration, Reader
from rag.question import Query
from rag.types import AnswerPart

# Two forms of a word share so many letters.
_STEM = 6
# More missing terms than these tell no more.
_MOST_MISSING = 4


def support(
    query: Query, part: AnswerPart, calibration: Calibration, reader: Reader | None
) -> tuple[float, ...]:
    """The four features that the sentence of a part gives.

    1. Share of the question's terms that neither the sentence nor the title has, 0 to 1.
    2. Number of its terms that the release does not have, at most 4.
    3. and 4. The reader's two logits for the sentence alone after the title, limited; 0 without a
       reader.

    The first two are 0 for a question in another language than the release's.
    """
    release = part.hit.release
    if reader is None:
        alone = (0.0, 0.0)
    else:
        (reading,) = reader.read([(query.text, release.title, part.sentence.quote)])
        alone = calibration.limit(reading.span_score, reading.answerable)
    if query.cross_lingual:
        return (0.0, 0.0, *alone)
    terms = {term[:_STEM] for term in query.terms_in[release.language]}
    near = terms - _stems(f"{release.title}\n{part.sentence.quote}", release.language)
    missing = near and near - _stems(release.body, release.language)
    return (len(near) / max(1, len(terms)), float(min(_MOST_MISSING, len(missing))), *alone)


def _stems(text: str, language: str | None) -> set[str]:
    return {term[:_STEM] for term in analyse(text, language)}
