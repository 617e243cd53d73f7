"""The dense and the lexical engine against numpy and the library's own scores."""

from __future__ import annotations

from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.indexing.analysis import analyse, analyse_query
from rag.indexing.dense import DenseIndex, moments, write_dense
from rag.indexing.lexical import LexicalIndex, write_lexical


def unit(rows: int, dimension: int = 16, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize("rows", [1, 2, 7, 300])
@pytest.mark.parametrize("k", [1, 5, 1000])
@pytest.mark.parametrize("share", [None, 0.0, 0.3, 1.0])
def test_dense_search_is_exact(tmp_path: Path, rows: int, k: int, share: float | None) -> None:
    vectors = unit(rows)
    write_dense(tmp_path, vectors)
    index = DenseIndex(tmp_path)
    allowed = None
    if share is not None:
        allowed = np.random.default_rng(1).random(rows) < share
    query = unit(1, seed=2)[0]
    found, scores = index.search(query, k, allowed)
    oracle = vectors.astype(np.float64) @ query
    possible = np.flatnonzero(allowed) if allowed is not None else np.arange(rows)
    expected = possible[np.argsort(-oracle[possible], kind="stable")][:k]
    assert found.tolist() == expected.tolist()
    assert scores == pytest.approx(oracle[expected], abs=1e-6)
    assert index.scores(query, found) == pytest.approx(oracle[expected], abs=1e-6)


def test_the_scale_is_that_of_the_whole_corpus(tmp_path: Path) -> None:
    vectors = unit(200)
    write_dense(tmp_path, vectors)
    query = unit(1, seed=3)[0]
    scores = vectors.astype(np.float64) @ query
    assert DenseIndex(tmp_path).scale(query) == pytest.approx(
        (scores.mean(), scores.std()), rel=1e-5
    )
    assert moments(vectors).shape == (17, 16)


PASSAGES = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=8), min_size=1, max_size=12)


@given(PASSAGES, st.lists(st.sampled_from("abcdefgz"), max_size=6))
@settings(deadline=None, max_examples=60)
def test_lexical_scores_are_those_of_the_library(
    tmp_path_factory: pytest.TempPathFactory, passages: list[list[str]], query: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("lexical")
    vocabulary = write_lexical(folder, passages, k1=1.2, b=0.75)
    index = LexicalIndex(folder, len(passages))
    scores = index.scores([vocabulary[term] for term in query if term in vocabulary])
    expected = np.zeros(len(passages))
    known = [term for term in query if term in vocabulary]
    if known:
        reference = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        reference.index(passages, show_progress=False)
        expected = reference.get_scores(known)
    assert scores == pytest.approx(expected, abs=1e-5)
    for term, column in vocabulary.items():
        holders = [row for row, passage in enumerate(passages) if term in passage]
        assert index.rows(column).tolist() == holders
        assert index.document_frequency(column) == len(holders)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("créée", "créées", "fr"),
        ("l’OTAN", "OTAN", "fr"),
        ("l'OTAN", "l’OTAN", "fr"),
        ("d’infrastructures", "infrastructure", "fr"),
        ("qu’elle accueille", "accueille", "fr"),
        ("SÉCURITÉ", "securite", "fr"),
        ("œuvre", "oeuvre", "fr"),
        ("cre\u0301ation", "création", "fr"),
        ("ﬁnance", "finance", "fr"),
        ("dell’Alleanza", "Alleanza", "it"),
        ("meetings", "meeting", "en"),
        ("Straße", "STRASSE", "de"),
        ("совещания", "совещание", "ru"),
    ],
)
def test_what_must_match_matches(one: str, other: str, language: str) -> None:
    assert analyse(one, language) == analyse(other, language)
    assert analyse(one, language)


def test_french_is_not_stemmed_as_english() -> None:
    assert analyse("généraux", "fr") == analyse("général", "fr")
    assert analyse("la et les de", "fr") == []
    assert analyse("la", "en") == ["la"]


def test_chinese_is_cut_into_characters_and_pairs() -> None:
    assert analyse("北约秘书长", "zh")[5:] == ["北约", "约秘", "秘书", "书长"]
    assert set(analyse("秘书", "zh")) <= set(analyse("北约秘书长说", "zh"))


def test_thai_marks_stay_with_their_letters() -> None:
    terms = analyse("ที่นี่", "th")
    assert all(not term.startswith(("\u0e35", "\u0e48")) for term in terms)
    assert set(analyse("นี่", "th")) <= set(terms)


def test_an_unknown_language_falls_back_to_words() -> None:
    assert analyse("Tere, maailm 2024!", "et") == ["tere", "maailm", "2024"]
    assert analyse("Tere", None) == ["tere"]
    assert analyse("Tere", "xx") == ["tere"]


def test_a_question_is_read_by_the_analyser_of_each_language_there_is() -> None:
    terms = analyse_query("meetings créées", ["fr", "en", None])
    assert {"meet", "cree"} <= set(terms)
    assert analyse_query("mot mot", ["fr"]) == ["mot", "mot"]


def test_function_words_of_the_question_do_not_count_in_any_language() -> None:
    terms = analyse_query("Quand la cellule a-t-elle été créée ?", ["fr", "en", None])
    assert not {"la", "a", "t", "quand", "elle", "l", "été", "ete"} & set(terms)
    assert {"cellul", "cellule"} <= set(terms)
    assert {"car", "accid"} <= set(analyse_query("car accident in Paris", ["en", "fr"]))


@given(st.text(max_size=200), st.sampled_from(["fr", "en", "zh", "th", "ar", "xx"]))
def test_any_text_can_be_analysed(text: str, language: str) -> None:
    for term in analyse(text, language):
        assert term
        assert not term.isspace()
