"""Answers: the sentence, its date and whose it is, citations that hold, abstention."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rag
from rag import messages
from rag.answering.confidence import confidence
from rag.answering.dating.dates import date_in_words_read
from rag.answering.dating.told_times import tells_time
from rag.language.forms import asks_yes_no
from rag.models import shipped_calibration
from rag.question import make_query
from rag.retrieval import SearchResult, Signals
from rag.types import Filters
from tests.conftest import QUESTION, SEEDS, paragraph, write


def body_of(citation: rag.Citation) -> str:
    return (SEEDS / f"{citation.release_id}.txt").read_bytes().decode("utf-8")


def test_the_question_that_must_always_work(library: rag.Library) -> None:
    answer = library.ask(QUESTION)
    assert answer.status == "answered"
    assert "le 15 février" in answer.text
    assert "date du communiqué" in answer.text
    assert "année" in answer.text
    assert "cellule de coordination des infrastructures sous-marines critiques" in answer.sentence
    assert answer.date is not None
    assert (answer.date.value, answer.date.of) == ("--02-15", "release")
    assert answer.date.precision == "month-and-day-without-year"
    sentence, date = answer.citations
    assert sentence.release_id == date.release_id == "001_319c6ed45504dc95"
    assert sentence.quote == answer.sentence
    assert date.quote == "le 15 février"
    assert not re.search(r"(19|20)\d\d", answer.text + str(answer.date.value))


def test_every_quote_is_a_slice_of_the_file(library: rag.Library) -> None:
    for question in (QUESTION, "Qui a accueilli Stoltenberg ?", "When did ministers meet?"):
        answer = library.ask(question)
        for citation in answer.citations:
            assert body_of(citation)[citation.start : citation.end] == citation.quote
        for hit in answer.hits:
            body = (SEEDS / f"{hit.release.id}.txt").read_bytes().decode("utf-8")
            assert body[hit.passage.start : hit.passage.end] == hit.passage.text
            assert hit.release.body == body


@pytest.fixture(scope="module")
def bold(seed_index: Path, embedded: rag.Encoder) -> Iterator[rag.Library]:
    """The five releases, answering whatever the confidence: what is tested is the answer."""
    settings = rag.Settings(answer=rag.AnswerSettings(threshold=0.0))
    with rag.open(seed_index, encoder=embedded, settings=settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "value", "of", "words"),
    [
        ("Quand la troisième déclaration conjointe a-t-elle été signée ?", "--01", "event", "En janvier"),
        ("Quand l’équipe spéciale pour la résilience a-t-elle été créée ?", "--01", "event", "En janvier"),
        ("Quand Stoltenberg a-t-il rencontré pour la première fois les ministres de la Défense de l’UE ?", "2014-11-18", "event", "18 novembre 2014"),
        ("Quand les ministres des Affaires étrangères se sont-ils réunis à Bruxelles ?", "2022-04-06/2022-04-07", "event", "les 6 et 7 avril 2022"),
        ("Quand les Alliés ont-ils rencontré Oleksii Reznikov ?", None, "event", "Mardi"),
    ],
)  # fmt: skip
def test_dates_of_events(
    bold: rag.Library, question: str, value: str | None, of: str, words: str
) -> None:
    answer = bold.ask(question)
    assert answer.status == "answered"
    assert answer.date is not None
    assert (answer.date.value, answer.date.of) == (value, of)
    assert words in answer.text
    assert answer.date.evidence is not None
    assert answer.date.evidence.quote in body_of(answer.date.evidence)


def test_a_relative_date_comes_with_the_release_it_must_be_read_against(
    library: rag.Library,
) -> None:
    answer = library.ask("Quand les Alliés ont-ils rencontré Oleksii Reznikov ?")
    assert answer.text == "Mardi (communiqué : le 15 février)"
    assert [citation.quote for citation in answer.citations][1:] == ["le 15 février"]


def test_an_answer_that_is_no_date_carries_the_date_of_its_release(library: rag.Library) -> None:
    answer = library.ask("Qui a accueilli le secrétaire général à Blenheim Palace ?")
    assert "Keir Starmer" in answer.text
    assert answer.text in answer.sentence
    assert answer.span is not None
    assert answer.span.quote == answer.text
    assert answer.date is not None
    assert (answer.date.value, answer.date.of) == ("2024-07-18", "release")


def test_a_relative_date_is_worked_out_from_the_release_and_says_so(library: rag.Library) -> None:
    answer = library.ask("Quand le nouveau commandement OTAN sera-t-il opérationnel ?")
    assert answer.text == "en septembre prochain (septembre 2024)"
    assert answer.date is not None
    assert (answer.date.value, answer.date.precision, answer.date.of) == (
        "2024-09",
        "month",
        "event",
    )
    assert answer.date.against == rag.PartialDate(2024, 7, 18)
    # The release's date is cited too: the answer leans on it.
    assert [citation.quote for citation in answer.citations][1:] == ["18 juillet 2024"]
    assert answer.span is not None
    assert answer.span.quote == "en septembre prochain"


def test_the_time_that_a_question_names_favours_its_releases(
    corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    places = {"2014": "Lyon", "2017": "Rome", "2019": "Madrid"}
    for year, place in places.items():
        lead = f"Réuni à {place}, le comité des transports a approuvé un plan pour les gares."
        write(corpus, f"{year}.txt", f"Le comité se réunit\n\n  • 18 Nov. {year} -\n\n{lead}\n")
    rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        for year, place in places.items():
            answer = library.ask(f"Où le comité s’est-il réuni en novembre {year} ?")
            assert place in answer.text
            assert answer.hits[0].match.period == "release"
            assert len(answer.hits) == 3  # favoured, not filtered
            assert answer.to_dict()["period"] == {
                "from": f"{year}-11-01",
                "to": f"{year}-11-30",
                "words": f"en novembre {year}",
            }
        assert "Madrid" in library.ask("Où le comité s’est-il réuni depuis 2018 ?").text
        assert library.ask("Où le comité s’est-il réuni ?").period is None


def test_a_quoted_statement_comes_with_its_speaker(library: rag.Library) -> None:
    answer = library.ask("Qu’exigent les défis mondiaux ?")
    assert answer.status == "answered"
    speaker = answer.to_dict()["speaker"]
    assert speaker["name"]["quote"] == "M. Stoltenberg"
    body = library.release(answer.citations[0].release_id).body
    for part in ("name", "statement"):
        assert body[speaker[part]["start"] : speaker[part]["end"]] == speaker[part]["quote"]
    assert answer.text in speaker["statement"]["quote"]


@pytest.mark.parametrize(
    "question",
    [
        "Quelle est la recette de la tarte aux pommes ?",
        "Combien coûte un billet de train pour Marseille ?",
        "Who won the football world cup in 1998?",
        "Quel est le prix du pain à Tokyo ?",
    ],
)
def test_a_question_from_elsewhere_is_not_answered(library: rag.Library, question: str) -> None:
    answer = library.ask(question)
    assert answer.status == "abstained"
    assert (answer.text, answer.sentence, answer.date, answer.citations) == ("", "", None, ())
    assert answer.hits


def test_who_announced_something_does_not_lead_it(library: rag.Library) -> None:
    answer = library.ask("Qui dirigera la cellule de coordination des infrastructures ?")

    assert (answer.status, answer.text) == ("abstained", "")


def test_filters_that_leave_nothing_abstain(library: rag.Library) -> None:
    answer = library.ask(QUESTION, date_from="2030")
    assert (answer.status, answer.hits, answer.confidence) == ("abstained", (), 0.0)


@pytest.fixture
def undated(corpus: Path, index: Path, embedded: rag.Encoder) -> Iterator[rag.Library]:
    write(
        corpus,
        "a.txt",
        "Création d’une cellule\n\nLe secrétaire général a annoncé la création d’une cellule de "
        "coordination des câbles sous-marins au siège de l’organisation.\n\n" + paragraph("chars"),
    )
    settings = rag.Settings(answer=rag.AnswerSettings(threshold=0.0))
    rag.build(corpus, index, encoder=embedded, settings=settings)
    with rag.open(index, encoder=embedded, settings=settings) as library:
        yield library


def test_when_nothing_states_a_date_none_is_given(undated: rag.Library) -> None:
    answer = undated.ask("Quand la cellule a-t-elle été créée ?")
    assert (answer.status, answer.date) == ("abstained", None)
    assert undated.ask("Qu’a annoncé le secrétaire général ?").date is None


@pytest.mark.parametrize(
    ("body", "words", "value"),
    [
        ("Il meurt en 1315.", "1315", "1315"),
        (
            "Il meurt du 15 au 19 novembre 1316 à Paris.",
            "15 au 19 novembre 1316",
            "1316-11-15/1316-11-19",
        ),
        ("Né le 15 mai 987 à Paris.", "15 mai 987", "0987-05-15"),
        ("À partir de 1956, les régions …", "à partir de 1956", "1956"),
        ("Rome tombe en 476 et", "476", "0476"),
        ("Signé le 15 février 2023 à Paris", "15 février", "2023-02-15"),
        ("Signé le 15 février 1500 soldats", "15 février", "--02-15"),
        ("Il arrive avec 1500 soldats", "1500 soldats", None),
        ("pour 1 200 000 euros", "1 200 000 euros", None),
        ("en 2,5 ans", "2,5 ans", None),
        ("au siège de l’OTAN", "au siège de l’OTAN", None),
    ],
)
def test_a_date_that_only_the_question_makes_one(body: str, words: str, value: str | None) -> None:
    at = body.casefold().index(words.casefold())
    found = date_in_words_read(body, rag.Span(at, at + len(words)), "fr")
    assert (found.value if found else None) == value


def test_words_that_tell_a_time_without_a_date() -> None:
    for body, words, told in (
        ("Elle cesse après la signature du traité.", "après la signature du traité", True),
        ("bâtie au XVIIe siècle à Paris", "XVIIe siècle", True),
        ("dirigée par le général Wiermann", "le général Wiermann", False),
    ):
        at = body.index(words)
        assert tells_time(body, rag.Span(at, at + len(words))) is told


def test_confidence_is_a_probability_that_rises_with_each_sign() -> None:
    import numpy as np

    def of(top: float, coverage: float, *read: float, lead: float = 1.0) -> float:
        signals = Signals(100, top, 1.0, np.zeros(2, np.float32))
        release = rag.Release("a", "", rag.PublicationDate(), "fr", "texte", "a.txt")
        hits = []
        for rank, score in ((1, 2.0), (2, 2.0 - lead)):
            match = rag.Match(rank, rank, 0.8, 1.0, coverage=coverage)
            if read:
                match = replace(match, span_score=read[0], answerable=read[1])
            passage = rag.Passage("a", rank, 0, 5, "texte")
            hits.append(rag.Hit(release, passage, score, rank, match))
        found = SearchResult(query, tuple(hits), signals)
        return confidence(found, hits[0], calibration)

    query = make_query("Où se tient la réunion ?", 5, Filters(), ["fr"])
    calibration = shipped_calibration()

    assert of(5.0, 1.0) > of(3.0, 1.0) > of(3.0, 0.3)
    assert of(3.0, 0.5, 5.0, 3.0) > of(3.0, 0.5, 0.0, 0.0) > of(3.0, 0.5, -8.0, -3.0)
    assert 0.0 <= of(-1e9, 0.0) < of(1e9, 1.0) <= 1.0


def test_the_words_around_the_quote_follow_the_interface_and_the_quote_does_not(
    library: rag.Library,
) -> None:
    answer = library.ask(QUESTION)
    with messages.use("en"):
        assert answer.text == "le 15 février (date of the release, which states no year)"
    with messages.use("fr"):  # the same answer
        assert answer.text == "le 15 février (date du communiqué, qui ne précise pas l’année)"
        assert answer.to_dict()["answer"] == answer.text


def test_no_question_shares_no_word(library: rag.Library) -> None:
    """The page opens a release from the list of releases without a question."""
    answer = library.ask(QUESTION)
    release, sentence = answer.parts[0].hit.release, answer.parts[0].sentence
    assert library.matching_words(QUESTION, release, sentence)
    for nothing in ("", "  ", "\x00"):
        assert library.matching_words(nothing, release, sentence) == []


# -- citations ----------------------------------------------------------------------------------


def test_a_citation_is_shown_with_its_passage(library: rag.Library) -> None:
    answer = library.ask(QUESTION)
    for citation in answer.citations:
        shown = library.show(citation.id)
        assert (shown.start, shown.end, shown.quote) == (
            citation.start,
            citation.end,
            citation.quote,
        )
    assert library.show(answer.citations[0].id).ordinal == 4
    assert library.show(answer.citations[1].id).ordinal == 0


def test_a_citation_is_found_again_when_its_text_has_moved(
    corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    settings = rag.Settings(answer=rag.AnswerSettings(threshold=0.0))
    text = f"Titre\n\n{paragraph('chars')}\n"
    write(corpus, "a:b.txt", text)
    rag.build(corpus, index, encoder=embedded, settings=settings)
    with rag.open(index, encoder=embedded, settings=settings) as library:
        citation = library.ask("De quoi parle le communiqué ?").citations[0]
    write(corpus, "a:b.txt", f"Titre\n\n{paragraph('avions')}\n\n{paragraph('chars')}\n")
    rag.build(corpus, index, encoder=embedded, settings=settings)
    with rag.open(index, encoder=embedded, settings=settings) as library:
        moved = library.show(citation.id)
        assert moved.quote == citation.quote
        assert moved.start > citation.start
        assert library.release("a:b").body[moved.start : moved.end] == moved.quote
    write(corpus, "a:b.txt", f"Titre\n\n{paragraph('avions')}\n")
    rag.build(corpus, index, encoder=embedded, settings=settings)
    with (
        rag.open(index, encoder=embedded, settings=settings) as library,
        pytest.raises(rag.CitationError, match="ne se trouve plus"),
    ):
        library.show(citation.id)


@pytest.mark.parametrize(
    "citation", ["", "nonsense", "a:1-2", "a:1-2:zzzzzzzz", "a:2-1:00000000", "x" * 10_000]
)
def test_what_is_no_citation(library: rag.Library, citation: str) -> None:
    with pytest.raises(rag.CitationError):
        library.show(citation)


def test_a_citation_of_another_corpus(library: rag.Library) -> None:
    with pytest.raises(rag.CitationError, match="pas dans l’index"):
        library.show("autre:1-2:00000000")


@pytest.mark.parametrize(
    ("question", "yes_no"),
    [
        ("L'OTAN a-t-elle créé une cellule ?", True),
        ("Est-ce que la Suède a signé ?", True),
        ("Did NATO create a cell?", True),
        ("Hat die NATO eine Zelle gegründet?", True),
        ("Peux-tu citer les pays ?", False),
        ("Cite les pays", False),
    ],
)
def test_questions_for_yes_or_no(question: str, yes_no: bool) -> None:
    query = make_query(question, 5, Filters(), ["fr"])

    assert asks_yes_no(query.text, query.languages) is yes_no


def test_yes_or_no_is_answered_by_a_clause(library: rag.Library) -> None:
    answer = library.ask("Keir Starmer a-t-il accueilli M. Stoltenberg ?")

    assert answer.text == "Le secrétaire général a été accueilli à Blenheim Palace"
