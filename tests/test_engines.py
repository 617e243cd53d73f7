"""The dense and the lexical engine against numpy and the library's own scores."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.indexing import dense as dense_module
from rag.indexing.dense import DenseIndex, DenseSegment
from rag.indexing.dense_writer import VectorWriter, moments, write_dense
from rag.indexing.lexical import LexicalIndex, TermCounts, held
from rag.indexing.lexical_writer import TermWriter
from rag.language.terms import analyse, analyse_query


def unit(rows: int, dimension: int = 16, seed: int = 0) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def dense_index(folder: Path, vectors: np.ndarray, probes: np.ndarray | None = None) -> DenseIndex:
    """Vectors written and opened as a build does."""
    write_vectors(folder, vectors)
    made = write_dense(folder, lambda: vectors[:50] if probes is None else probes)
    return DenseIndex([DenseSegment(folder, made)])


def write_vectors(folder: Path, vectors: np.ndarray) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    writer = VectorWriter(folder, *vectors.shape, exact=dense_module.is_exact(len(vectors)))
    writer.add(vectors)
    writer.close()


@pytest.mark.parametrize("rows", [1, 2, 7, 300, 1500])  # FAISS compares those of the last one
@pytest.mark.parametrize("k", [1, 5, 1000])
@pytest.mark.parametrize("share", [None, 0.0, 0.3, 1.0])
def test_dense_search_is_exact(tmp_path: Path, rows: int, k: int, share: float | None) -> None:
    vectors = unit(rows)
    index = dense_index(tmp_path, vectors)
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
    index = dense_index(tmp_path, vectors)
    query = unit(1, seed=3)[0]
    scores = vectors.astype(np.float64) @ query
    assert index.scale(query) == pytest.approx((scores.mean(), scores.std()), rel=1e-5)
    assert moments(vectors).shape == (17, 16)


def clustered(rows: int, seed: int = 0) -> np.ndarray:
    """Vectors in heaps, as texts' vectors lie."""
    draw = np.random.default_rng(seed)
    centres = draw.normal(size=(20, 16))
    vectors = centres[draw.integers(20, size=rows)] + 0.4 * draw.normal(size=(rows, 16))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[DenseIndex, np.ndarray]:
    """An index in groups, as a large corpus has, of few vectors."""
    monkeypatch.setattr(dense_module, "EXACT_UP_TO", 500)
    monkeypatch.setattr(dense_module, "_FEW", 50)
    vectors = clustered(3000)
    return dense_index(tmp_path, vectors, clustered(100, seed=1)), vectors


def test_a_large_index_finds_nearly_all_that_is_near(
    large: tuple[DenseIndex, np.ndarray],
) -> None:
    index, vectors = large
    found = 0
    for query in clustered(100, seed=2):
        oracle = vectors.astype(np.float64) @ query
        rows, scores = index.search(query, 10)
        assert scores == pytest.approx(oracle[rows], abs=1e-3)
        assert (np.diff(scores) <= 0).all()
        found += len(set(rows.tolist()) & set(np.argsort(-oracle)[:10].tolist()))
    assert found >= 970


@pytest.mark.parametrize("share", [0.0, 0.0005, 0.004, 0.02, 0.1, 0.5, 1.0])
@pytest.mark.parametrize("k", [1, 10, 400, 5000])
def test_a_filter_never_leaves_fewer_than_there_are(
    large: tuple[DenseIndex, np.ndarray], share: float, k: int
) -> None:
    index, vectors = large
    allowed = np.random.default_rng(3).random(len(vectors)) < share
    query = clustered(1, seed=4)[0]
    rows, scores = index.search(query, k, allowed)
    assert len(rows) == len(set(rows.tolist())) == min(k, allowed.sum())
    assert allowed[rows].all()
    oracle = vectors.astype(np.float64) @ query
    assert scores == pytest.approx(oracle[rows], abs=1e-3)
    possible = np.flatnonzero(allowed)
    if len(possible) <= 50 or k >= len(possible):  # every one is compared
        expected = possible[np.argsort(-oracle[possible], kind="stable")][:k]
        assert oracle[rows] == pytest.approx(oracle[expected], abs=1e-3)


def test_a_filter_that_leaves_what_is_far_finds_it(large: tuple[DenseIndex, np.ndarray]) -> None:
    index, vectors = large
    query = clustered(1, seed=5)[0]
    oracle = vectors.astype(np.float64) @ query
    allowed = oracle < np.quantile(oracle, 0.1)
    rows, _scores = index.search(query, 10, allowed)
    assert len(rows) == 10
    assert allowed[rows].all()
    assert len(set(rows.tolist()) & set(np.argsort(-np.where(allowed, oracle, -9))[:10])) >= 9


def test_an_update_keeps_the_codes_and_finds_what_a_new_index_would(
    large: tuple[DenseIndex, np.ndarray], tmp_path: Path
) -> None:
    index, vectors = large
    fresh = np.concatenate([vectors[100:], clustered(50, seed=6)])
    folder = tmp_path / "updated"
    write_vectors(folder, fresh)
    made = write_dense(folder, lambda: pytest.fail("the recall was measured"), index.segments[0])
    updated = DenseIndex([DenseSegment(folder, made)])
    assert made["learnt_from"] == 3000
    found = 0
    for query in clustered(50, seed=7):
        oracle = fresh.astype(np.float64) @ query
        rows, _ = updated.search(query, 10)
        found += len(set(rows.tolist()) & set(np.argsort(-oracle)[:10].tolist()))
    assert found >= 480


def test_a_corpus_that_has_outgrown_its_codes_learns_them_anew(
    large: tuple[DenseIndex, np.ndarray], tmp_path: Path
) -> None:
    index, _ = large
    more = clustered(6100, seed=9)
    folder = tmp_path / "grown"
    write_vectors(folder, more)
    assert write_dense(folder, lambda: more[:20], index.segments[0])["learnt_from"] == 6100


PASSAGES = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=8), min_size=1, max_size=12)


@given(PASSAGES, st.lists(st.sampled_from("abcdefgz"), max_size=6))
@settings(deadline=None, max_examples=60)
def test_lexical_scores_are_those_of_the_library(
    tmp_path_factory: pytest.TempPathFactory, passages: list[list[str]], query: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("lexical")
    writer = TermWriter(folder)
    for passage in passages:
        writer.add(passage)
    vocabulary = writer.write()
    index = LexicalIndex([TermCounts(folder)], None, k1=1.2, b=0.75)
    times = Counter(vocabulary[term] for term in query if term in vocabulary)
    scores = index.scores([index.postings([one]) for one in times], list(times.values()))
    expected = np.zeros(len(passages))
    known = [term for term in query if term in vocabulary]
    if known:
        reference = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        reference.index(passages, show_progress=False)
        expected = reference.get_scores(known)
    assert scores == pytest.approx(expected, abs=1e-5)
    for term, column in vocabulary.items():
        holders = [row for row, passage in enumerate(passages) if term in passage]
        postings = index.postings([column])
        assert postings.slots.tolist() == holders
        assert index.scores([postings], [1])[holders].tolist() == postings.scores.tolist()
        assert np.flatnonzero(held([postings], np.arange(len(passages)))[:, 0]).tolist() == holders


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
