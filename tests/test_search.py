"""Search: fusion, ties, filters inside the search, any k, any question."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import rag
from rag.indexing import local
from rag.language.terms import analyse_query
from rag.question import make_query
from rag.types import Filters
from tests.conftest import QUESTION, WordEncoder, paragraph, write

PLAIN = rag.Settings(reader=rag.ReaderSettings(enabled=False))


@pytest.fixture
def dated(corpus: Path, index: Path) -> Iterator[rag.Library]:
    """Releases of several years and languages, dates of every precision."""
    stated = {
        "day": "2014-11-18",
        "month": "2014-12",
        "year": "2015",
        "yearless": "--02-15",
        "span": "2022-04-06/2022-04-07",
        "none": "",
    }
    lines = ["file,date,language"]
    for name, date in stated.items():
        write(corpus, f"{name}.txt", f"Titre\n\n{paragraph('chars ' + name)}\n")
        if name == "span":
            date = "les 6 et 7 avril 2022"
        lines.append(f"{name}.txt,{date},{'en' if name == 'year' else 'fr'}")
    write(corpus, "metadata.csv", "\n".join(lines) + "\n")
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        yield library


def found(hits: list[rag.Hit]) -> set[str]:
    return {hit.release.id for hit in hits}


@pytest.mark.parametrize(
    ("date_from", "date_to", "expected"),
    [
        (None, None, {"day", "month", "year", "yearless", "span", "none"}),
        ("2014", None, {"day", "month", "year", "span"}),
        ("2014-11-18", "2014-11-18", {"day"}),
        ("2014-11-19", "2014-11-30", set()),
        ("2014-12-24", "2014-12-24", {"month"}),
        ("2015-06", "2015-06", {"year"}),
        ("2022-04-07", "2022-04-30", {"span"}),
        (None, "2014", {"day", "month"}),
        ("18 novembre 2014", "2014-12", {"day", "month"}),
        ("2030", None, set()),
    ],
)
def test_date_filters(
    dated: rag.Library, date_from: str | None, date_to: str | None, expected: set[str]
) -> None:
    hits = dated.search("chars", 50, date_from=date_from, date_to=date_to)
    assert found(hits) == expected


def test_filters_never_leave_fewer_than_there_are(dated: rag.Library) -> None:
    hits = dated.search("chars day", 1, releases="none")
    assert found(hits) == {"none"}
    assert found(dated.search("chars", 2, language="en")) == {"year"}
    assert found(dated.search("chars", 9, language=["en", "fr"], date_to="2014")) == {
        "day",
        "month",
    }
    assert dated.search("chars", 9, releases=["nowhere"]) == []
    assert dated.search("chars", 9, releases=["\ud800", "' OR 1=1 --"]) == []


def test_scores_do_not_depend_on_k_or_filters(dated: rag.Library) -> None:
    everything = {hit.release.id: hit.score for hit in dated.search("chars day", 50)}
    assert {
        h.release.id: h.score for h in dated.search("chars day", 2)
    }.items() <= everything.items()
    narrowed = dated.search("chars day", 50, releases=["none", "year"])
    assert {hit.release.id: hit.score for hit in narrowed} == {
        name: everything[name] for name in ("none", "year")
    }


@pytest.mark.parametrize(
    ("date_from", "date_to"),
    [
        ("2014-02-30", None),
        ("2014-13", None),
        ("hier", None),
        ("--02-15", None),
        (None, "n’importe quoi"),
        ("2015", "2014"),
    ],
)
def test_impossible_dates_are_refused(
    dated: rag.Library, date_from: str | None, date_to: str | None
) -> None:
    with pytest.raises(rag.QueryError):
        dated.search("chars", date_from=date_from, date_to=date_to)


@pytest.mark.parametrize("k", [0, -1, True, 2.5, "3"])
def test_a_k_that_is_none(dated: rag.Library, k: object) -> None:
    with pytest.raises(rag.QueryError, match="k"):
        dated.search("chars", k)  # type: ignore[arg-type]


@pytest.mark.parametrize("k", [1, 6, 7, 10**9])
def test_any_k(dated: rag.Library, k: int) -> None:
    hits = dated.search("chars", k)
    assert len(hits) == min(k, 6)
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]


@pytest.mark.parametrize("question", ["", "  \n\t", "\x00\x01", "\u200b\ufeff"])
def test_an_empty_question_is_refused(library: rag.Library, question: str) -> None:
    for verb in (library.search, library.ask):
        with pytest.raises(rag.QueryError, match="vide"):
            verb(question)


def test_a_question_that_is_no_text(library: rag.Library) -> None:
    with pytest.raises(rag.QueryError, match="bytes"):
        library.search(b"quand")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "question",
    ["\U0001f600", "\ud800", "mot " * 25_000, "x" * 100_000, "?", "NULL", "' OR 1=1; --"],
)
def test_odd_questions_have_hits_and_an_answer_or_none(library: rag.Library, question: str) -> None:
    assert len(library.search(question, 3)) == 3
    answer = library.ask(question, 3)
    assert answer.status in ("answered", "abstained")
    assert 0.0 <= answer.confidence <= 1.0


def test_one_passage_is_a_hit(corpus: Path, index: Path) -> None:
    write(corpus, "a.txt", paragraph("chars"))
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        (hit,) = library.search("chars", 10)
        assert hit.score > 0
        (other,) = library.search("北约", 10)
        assert other.score < hit.score or other.match.lexical_rank is None


def test_ties_are_broken_by_release_and_ordinal(corpus: Path, index: Path) -> None:
    for year, name in enumerate(("z", "a", "m", "k"), start=2001):
        body = "\n\n".join([paragraph("chars")] * 3)
        write(corpus, f"{name}.txt", f"Titre\n\n3 mai {year}\n\n{body}\n")
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=PLAIN)
    with rag.open(index, encoder=encoder, settings=PLAIN) as library:
        hits = library.search("chars", 50)
        keys = [(hit.release.id, hit.passage.ordinal) for hit in hits]
        assert keys == [(name, n) for name in "akmz" for n in range(3)]
        assert [(h.release.id, h.passage.ordinal) for h in library.search("chars", 4)] == keys[:4]


def test_many_equal_passages_in_a_large_corpus_are_ordered_by_key(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_EVERY_ONE", 0)
    for n in range(60):
        write(corpus, f"r{n:02d}.txt", f"Titre\n\n3 mai {1950 + n}\n\n{paragraph('chars')}\n")
    settings = replace(PLAIN, retrieval=replace(PLAIN.retrieval, candidates=5))
    encoder = WordEncoder()
    rag.build(corpus, index, encoder=encoder, settings=settings)
    with rag.open(index, encoder=encoder, settings=settings) as library:
        assert [h.release.id for h in library.search("chars", 3)] == ["r00", "r01", "r02"]
        assert len(library.search("chars", 40)) == 40


def test_the_score_is_the_weighted_sum_of_standard_scores(
    seed_index: Path, embedded: rag.Encoder
) -> None:
    library = rag.open(seed_index, encoder=embedded, settings=PLAIN)
    hits = library.search(QUESTION, 1000)
    index = library._index
    vectors = index.vectors(np.arange(index.passages)).astype(np.float64)
    dense = vectors @ embedded.encode_queries([QUESTION])[0]
    terms = analyse_query(QUESTION, ["fr"])
    known = index.terms(terms)
    postings = zip(known.known, known.postings, strict=True)
    scores = {term: index.lexical.scores([one], [1.0]) for term, one in postings}
    each = np.array([scores[t] for t in terms if t in scores])
    lexical = each.astype(np.float64).sum(axis=0)
    # The deviation of a sum of independent terms.
    deviation = np.sqrt(each.astype(np.float64).var(axis=1).sum())
    fused = 0.7 * (dense - dense.mean()) / dense.std() + 0.3 * (lexical - lexical.mean()) / (
        deviation
    )
    assert [hit.score for hit in hits] == pytest.approx(sorted(fused, reverse=True), abs=1e-4)
    assert hits[0].match.dense_rank == hits[0].match.lexical_rank == 1
    library.close()
    assert {"cellul", "marin"} & set(hits[0].match.terms)


def test_many_threads_get_what_one_gets(library: rag.Library) -> None:
    questions = [QUESTION, "Qui a accueilli Stoltenberg ?", "OTAN", "When did ministers meet?"] * 5
    alone = [library.ask(question).to_dict() for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: library.ask(question).to_dict(), questions))
    assert together == alone


def test_a_caption_is_found_through_the_passage_beside_it(library: rag.Library) -> None:
    hit = library.search("Federica Mogherini", 1)[0]
    assert hit.release.id == "002_86cd08fb0a6ad8f5"
    assert "Mogherini" not in hit.passage.text


@pytest.mark.parametrize(
    "question",
    [
        "When was the undersea infrastructure cell created?",
        "Wann wurde die Koordinierungszelle für Unterwasserinfrastruktur geschaffen?",
        "¿Cuándo se creó la célula submarina?",
        "Когда была создана ячейка по подводной инфраструктуре?",
    ],
)
def test_other_languages_find_the_french_passage(library: rag.Library, question: str) -> None:
    assert "sous-marines critiques" in library.search(question, 1)[0].passage.text


def test_a_question_in_capitals_is_read_in_small_letters(library: rag.Library) -> None:
    small, large = library.ask(QUESTION.lower()), library.ask(QUESTION.upper())
    assert large.question == QUESTION.upper()
    assert replace(large, question="") == replace(small, question="")
    assert large.status == "answered"
    # An acronym is no shouting.
    asked = ("OTAN", "OTAN UE", "QUI EST LÀ ?")
    assert [make_query(q, 1, Filters(), ["fr"]).text for q in asked] == [
        "OTAN",
        "OTAN UE",
        "qui est là ?",
    ]
