"""Names with the nouns before them, series of names, and clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.answering.words.name_phrases import enumerated, name_phrases
from rag.answering.words.reasons import whole_clause
from rag.types import Span


def found(text: str, language: str = "fr") -> list[str]:
    phrases = name_phrases(text, 0, len(text), language)
    return [text[one.start : one.end] for one in phrases]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La médiathèque de Sablon a signé.", ["La médiathèque de Sablon"]),
        ("Le comité admet le musée du Lin de Staverne.", ["le musée du Lin de Staverne"]),
        ("Acier Delmas et l'Islande entrent.", ["Acier Delmas", "l'Islande"]),
        ("L'Institut polytechnique de Lyon ouvre.", ["L'Institut polytechnique de Lyon"]),
    ],
)
def test_a_name_has_its_article_and_its_nouns(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("Brest, Roscoff et Lorient entrent.", ["Brest", "Roscoff", "Lorient"]),
        ("À Paris, Lorient entre.", ["Lorient"]),
    ],
)
def test_a_series_is_told_by_its_conjunction(text: str, series: list[str]) -> None:
    phrases = name_phrases(text, 0, len(text), "fr")
    parts = enumerated(text, phrases, len(phrases) - 1, "fr")

    assert [text[one.start : one.end] for one in parts] == series


@given(st.text(alphabet="AbÉ dleu,'’-&\n.éß", max_size=60), st.sampled_from(["fr", "de", "it", ""]))
def test_names_lie_in_their_text_in_order(text: str, language: str) -> None:
    phrases = name_phrases(text, 0, len(text), language)

    assert all(0 <= one.start < one.end <= len(text) for one in phrases)
    assert [one.start for one in phrases] == sorted(one.start for one in phrases)


@given(st.text(alphabet="ab, ;.(« \n", min_size=1, max_size=60), st.data())
def test_a_clause_holds_its_words_inside_their_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = Span(start, data.draw(st.integers(start + 1, len(text))))
    clause = whole_clause(text, words, [Span(0, len(text))])

    assert 0 <= clause.start <= words.start
    assert words.end <= clause.end <= len(text)
