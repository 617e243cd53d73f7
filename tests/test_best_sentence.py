"""The best sentence is the same where its cosines are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering import sentences
from rag.types import Span

VALUES = st.sampled_from([0.0, 0.0, 0.7, 1.1, 1.1, 2.4, 5.0])


class FakeEncoder:
    """Gives each text the vector of the cosine that is wanted, and counts the texts."""

    def __init__(self, cosines: Sequence[float]) -> None:
        self.cosines, self.encoded = cosines, 0

    def encode_passages(self, texts: Sequence[str]) -> Iterator[tuple[int, Any]]:
        for position, text in enumerate(texts):
            self.encoded += 1
            yield position, np.array([self.cosines[int(text)], 0.0], np.float32)


def place(
    monkeypatch: pytest.MonkeyPatch, lexical: list[float], cosines: list[float], bonus: list[float]
) -> tuple[int, int]:
    body = "".join(str(n) for n in range(len(lexical)))
    release: Any = type("Release", (), {"body": body, "language": "fr"})()
    encoder: Any = FakeEncoder(cosines)
    monkeypatch.setattr(sentences, "_overlap", lambda *_: np.array(lexical))
    spans = [Span(n, n + 1) for n in range(len(lexical))]
    query: Any = None
    vector = np.array([1.0, 0.0], np.float32)
    best = sentences.best_sentence(release, spans, query, vector, encoder, bonus)
    return best, encoder.encoded


@given(
    st.lists(st.tuples(VALUES, st.floats(0.7, 0.9), st.sampled_from([0.0, 0.5])), min_size=2,
             max_size=9)
)  # fmt: skip
def test_it_is_the_one_that_all_the_cosines_give(rows: list[tuple[float, float, float]]) -> None:
    lexical, cosines, bonus = (list(column) for column in zip(*rows, strict=True))
    with pytest.MonkeyPatch.context() as patch:
        quick, _ = place(patch, lexical, cosines, bonus)
        patch.setattr(sentences.math, "sqrt", lambda _: float("inf"))
        full, encoded = place(patch, lexical, cosines, bonus)
    assert encoded == min(len(rows), 8)
    assert quick == full


def test_a_clear_lead_in_words_needs_no_cosines(monkeypatch: pytest.MonkeyPatch) -> None:
    assert place(monkeypatch, [0.0, 2.0], [0.9, 0.7], []) == (1, 0)
    assert place(monkeypatch, [2.0, 2.0], [0.9, 0.7], []) == (0, 2)
