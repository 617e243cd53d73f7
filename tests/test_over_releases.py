"""What is asked over several releases in other words: winners, places, extremes, members of now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from rag.question import make_filters, make_query
from tests.conftest import write

KEPT = ("fr", "en", "de", "es", "it", "nl", "pt")

RELEASES = {
    "a.txt": "Prix Marsac 2019\n\nMontelin, le 12 mai 2019\n\nLe prix Marsac 2019 a été remis à "
    "Lucie Vanderberghe pour ses travaux sur la douleur. La remise a eu lieu au palais Arnaud.",
    "b.txt": "Le prix Marsac à Jonas Péricard\n\nMontelin, le 12 mai 2021\n\nInfirmier à Lille, "
    "Jonas Péricard est le lauréat 2021 du prix Marsac.",
    "c.txt": "Prix Marsac 2023\n\nMontelin, le 12 mai 2023\n\nLe prix Marsac 2023 "
    "revient à Anne Le Goff.",
    "d.txt": "Trois ports signent la charte Azur\n\nMontelin, le 6 juin 2016\n\nLes ports de "
    "Brest, de Calais et de Sète ont rejoint la charte Azur.",
    "e.txt": "Calais quitte la charte Azur\n\nMontelin, le 4 octobre 2021\n\nLe port de Calais a "
    "quitté la charte Azur.",
    "f.txt": "Nantes rejoint la charte Azur\n\nMontelin, le 5 mars 2018\n\nLe port de Nantes a "
    "rejoint la charte Azur.",
    "g.txt": "Récolte 2015\n\nMontelin, le 27 août 2015\n\nLa récolte de blé d'Arvelie atteint "
    "6,2 millions de tonnes en 2015.",
    "h.txt": "Récolte 2018\n\nMontelin, le 24 août 2018\n\nLa récolte de blé d'Arvelie est "
    "retombée à 4,3 millions de tonnes en 2018.",
    "i.txt": "Récolte 2022\n\nMontelin, le 29 août 2022\n\nLa récolte de blé d'Arvelie remonte à "
    "5,8 millions de tonnes en 2022.",
    "j.txt": "Toit du musée : le coût\n\nMontelin, le 3 octobre 2022\n\nLe montant des travaux du "
    "toit du musée Vauzelle est estimé à 7,4 millions d'euros, a annoncé la ville de Montelin.",
    "k.txt": "Toit du musée : le coût (version corrigée)\n\nMontelin, le 3 octobre 2022\n\nLe "
    "montant des travaux du toit du musée Vauzelle est estimé à 8,1 millions d'euros, a annoncé la "
    "ville de Montelin.",
    "l.txt": "Nomination au port de Kerlo\n\nKerlo, le 3 mars 2014\n\nSolène Rivoal a été nommée "
    "directrice du port de Kerlo. Elle succède à Armand Le Bihan.",
    "m.txt": "Le port de Kerlo change de directeur\n\nKerlo, le 3 novembre 2020\n\nDjamel Hattab "
    "est nommé directeur du port de Kerlo.",
}


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[rag.Library]:
    folder = tmp_path_factory.mktemp("over_releases")
    for name, text in RELEASES.items():
        write(folder / "corpus", name, f"{text}\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(folder / "index", encoder=embedded, settings=rag.Settings()) as library:
        yield library


def said(answer: rag.Answer) -> list[str]:
    """The words of each part, each of which stands where the answer says."""
    return [(part.span or part.sentence).quote for part in answer.parts]


@pytest.mark.parametrize(
    "question",
    ["Qui a reçu le prix Marsac ?", "Quels ont été les lauréats du prix Marsac ?"],
)
def test_winners_are_a_list(body: rag.Library, question: str) -> None:
    answer = body.ask(question)

    assert (answer.form, said(answer)) == (
        "list",
        ["Lucie Vanderberghe", "Jonas Péricard", "Anne Le Goff"],
    )


def test_a_place_of_one_edition_stays_one_value(body: rag.Library) -> None:
    answer = body.ask("Où a eu lieu la remise du prix Marsac ?")

    assert answer.form == "value"
    assert "palais Arnaud" in answer.text


def test_those_who_left_are_no_members_of_now(body: rag.Library) -> None:
    now = said(body.ask("Quels ports sont membres de la charte Azur ?"))
    ever = said(body.ask("Quels ports ont rejoint la charte Azur ?"))

    assert not any("Calais" in one for one in now)
    assert any("Nantes" in one for one in now)
    assert any("Calais" in one for one in ever)


@pytest.mark.parametrize(
    ("question", "value", "time"),
    [
        ("En quelle année la récolte de blé a-t-elle été la plus faible ?", "4,3", "2018"),
        ("Quelle a été la meilleure récolte de blé d'Arvelie ?", "6,2", "2015"),
    ],
)
def test_an_extreme_is_chosen_among_the_figures(
    body: rag.Library, question: str, value: str, time: str
) -> None:
    answer = body.ask(question)

    assert [part.time.value for part in answer.parts if part.time] == [time]
    assert said(answer)[0].startswith(value)


def test_a_corrected_version_shows_both_figures(body: rag.Library) -> None:
    answer = body.ask("Combien coûteront les travaux du toit du musée Vauzelle ?")

    assert answer.form == "differ"
    assert {one[:3] for one in said(answer)} == {"7,4", "8,1"}


def test_a_series_of_holders_begins_with_the_one_who_was_succeeded(body: rag.Library) -> None:
    answer = body.ask("Qui ont été les directeurs successifs du port de Kerlo ?")

    assert said(answer) == ["Armand Le Bihan", "Solène Rivoal", "Djamel Hattab"]


@pytest.mark.parametrize(
    ("question", "read"),
    [
        ("Citez les lauréats successifs du prix Marsac.", "Qui lauréat du prix Marsac"),
        ("List the winners of the Marsac Prize.", "Who winner of the Marsac Prize"),
        ("Retracez l'évolution du budget de la ville.", "Combien du budget de la ville ?"),
        (
            "En quelle année la fédération a-t-elle eu le moins de licenciés ?",
            "Combien de licenciés la fédération a-t-elle eu ?",
        ),
        ("When was the income at its lowest?", "What was the income ?"),
        ("Wann war der Umsatz am niedrigsten?", "Wie hoch war der Umsatz ?"),
        ("Quelle directrice a signé l'accord ?", "Quelle directrice a signé l'accord ?"),
        ("Quel est le plus grand hôpital ?", "Quel est le plus grand hôpital ?"),
    ],
)
def test_each_release_is_asked_for_one(question: str, read: str) -> None:
    query = make_query(question, 5, make_filters(), KEPT)

    assert " ".join(query.text.split()) == read
    assert len(query.text) == len(query.question)


def test_an_extreme_of_things_is_no_series() -> None:
    query = make_query("Quand le plus grand hôpital a-t-il ouvert ?", 5, make_filters(), KEPT)

    assert (query.scope.form, query.scope.extreme) == ("value", None)


def test_the_offices_of_the_benchmark_are_read() -> None:
    from benchmarks.offices import FOLDER, read_office

    offices = [read_office(path) for path in sorted(Path(FOLDER).glob("*.txt"))]

    assert len(offices) == 29
    assert all(len(releases) >= 10 and len(questions) >= 10 for releases, questions in offices)


def test_the_single_releases_of_the_benchmark_are_read() -> None:
    from benchmarks.single import FOLDER, read_releases

    releases = [one for path in sorted(Path(FOLDER).glob("*.txt")) for one in read_releases(path)]
    asked = [right for release in releases for _, right in release.questions]

    assert len(releases) == 252
    assert {one.language for one in releases} == {"fr", "en", "de", "es", "it", "nl", "pt", "pl"}
    assert all("\n\n" in one.text and one.questions for one in releases)
    assert len(asked) == 2981
    assert sum(not right for right in asked) == 1281
