"""Who joined and left, the figures of several years, editions that are counted, whole reasons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from tests.conftest import write

RELEASES = (
    "Le Cercle des phares\n\nBrest, le 3 mars 2012\n\nLe Cercle des phares réunit désormais Brest, "
    "Roscoff et Lorient.",
    "Adhésions\n\nBrest, le 4 mai 2015\n\nL'adhésion de Quiberon au Cercle des phares a été "
    "approuvée. « Nous en rêvions », a déclaré Anne Kermarec, directrice du port.",
    "Un observateur\n\nBrest, le 5 mai 2016\n\nVannes suit les travaux du Cercle des phares comme "
    "observateur. Après Quiberon, Douarnenez a rejoint le Cercle des phares.",
    "Un refus\n\nBrest, le 7 mai 2017\n\nPenmarch n'a pas rejoint le Cercle des phares, et le "
    "Cercle des phares n'a pas encore accueilli Groix.",
    "Retrait\n\nLorient, le 6 juin 2018\n\nLorient a quitté le Cercle des phares.",
    "Ventes\n\nBrest, le 2 février 2017\n\nLes ventes d'Armorel se sont élevées à 12,4 millions "
    "d'euros en 2014, 13,1 millions d'euros en 2015 et 15 millions d'euros en 2016.",
    "Ventes\n\nBrest, le 3 février 2020\n\nEn 2019, les ventes d'Armorel ont été de 18,2 millions "
    "d'euros (et de seize millions d'euros en 2018). Une enveloppe de 400 000 euros est réservée.",
    "La panne\n\nBrest, le 4 mars 2021\n\nL'usine d'Armorel a fermé trois semaines en raison d'une "
    "panne de la chaudière principale. La production a repris.",
    "La régate\n\nBrest, le 11 août 2013\n\nLa régate des Îlots a eu lieu du 6 au 10 août 2013.",
    "La régate\n\nBrest, le 11 août 2015\n\nLa régate des Îlots a eu lieu du 5 au 10 août 2015.",
    "La régate s'achève\n\nBrest, le 12 août 2015\n\nLa régate des Îlots s'est achevée le 10 août "
    "2015 à Roscoff.",
    "Wahl\n\nHusum, 4. März 2014\n\nMit dem Beitritt von Büsum und Wyk zählt der Städtebund "
    "Nordwind nun sechs Städte.",
    "Beitritt\n\nHusum, 7. Mai 2016\n\nDer Städtebund Nordwind begrüßt Eiderstedt.",
    "Inwoners\n\nUtrecht, 4 januari 2016\n\nEind 2015 telde de gemeente Hattem 11.800 inwoners.",
    "Inwoners\n\nUtrecht, 5 januari 2021\n\nIn 2020 telde de gemeente Hattem 12.250 inwoners.",
)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[rag.Library]:
    folder: Path = tmp_path_factory.mktemp("members")
    for number, text in enumerate(RELEASES):
        write(folder / "corpus", f"{number:02d}.txt", f"{text}\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(folder / "index", encoder=embedded, settings=rag.Settings()) as library:
        yield library


def words(answer: rag.Answer) -> list[str]:
    return [(part.span or part.sentence).quote for part in answer.parts]


def years(answer: rag.Answer) -> list[str]:
    return [part.time.value[:4] if part.time else "" for part in answer.parts]


@pytest.mark.parametrize(
    ("question", "members"),
    [
        (
            "Quelles villes ont rejoint le Cercle des phares ?",
            ["Brest", "Roscoff", "Lorient", "Quiberon", "Douarnenez"],
        ),
        (
            "Qui fait partie du Cercle des phares ?",
            ["Brest", "Roscoff", "Lorient", "Quiberon", "Douarnenez"],
        ),
        ("Welche Städte sind dem Städtebund Nordwind beigetreten?", ["Büsum", "Wyk", "Eiderstedt"]),
        ("Quelles villes ont rejoint le Städtebund Nordwind ?", ["Büsum", "Wyk", "Eiderstedt"]),
    ],
)
def test_all_who_joined_are_listed_in_the_order_of_time(
    body: rag.Library, question: str, members: list[str]
) -> None:
    answer = body.ask(question)

    assert answer.form == "list"
    assert words(answer) == members


def test_only_who_left_answers_who_left(body: rag.Library) -> None:
    assert words(body.ask("Quelles villes ont quitté le Cercle des phares ?")) == ["Lorient"]
    assert not body.ask("Quelles villes ont quitté le Städtebund Nordwind ?").parts


def test_members_are_counted_where_no_release_states_their_number(body: rag.Library) -> None:
    answer = body.ask("Combien de villes compte le Cercle des phares ?")

    assert (answer.form, len(answer.parts)) == ("count", 5)
    assert answer.text.endswith(": Brest, Roscoff, Lorient, Quiberon, Douarnenez")


def test_every_year_of_a_sentence_and_of_a_comparison_is_in_a_series(body: rag.Library) -> None:
    answer = body.ask("Comment ont évolué les ventes d'Armorel ?")

    assert answer.form == "series"
    assert list(zip(years(answer), words(answer), strict=True)) == [
        ("2014", "12,4 millions d'euros"),
        ("2015", "13,1 millions d'euros"),
        ("2016", "15 millions d'euros"),
        ("2018", "seize millions d'euros"),
        ("2019", "18,2 millions d'euros"),
    ]


def test_an_edition_of_which_two_releases_tell_is_counted_once(body: rag.Library) -> None:
    answer = body.ask("Combien de fois la régate des Îlots a-t-elle eu lieu ?")

    assert (answer.form, years(answer)) == ("count", ["2013", "2015"])


def test_a_question_with_have_as_its_verb_asks_for_the_latest_number(body: rag.Library) -> None:
    answer = body.ask("Hoeveel inwoners heeft de gemeente Hattem?")

    assert years(answer) == ["2020", "2015"]


def test_a_reason_is_a_whole_clause(body: rag.Library) -> None:
    answer = body.ask("Pourquoi l'usine d'Armorel a-t-elle fermé ?")

    assert "en raison d'une panne de la chaudière principale" in words(answer)[0]
    assert "production" not in words(answer)[0]


def test_every_citation_stands_in_its_place(body: rag.Library) -> None:
    for question in (
        "Quelles villes ont rejoint le Cercle des phares ?",
        "Comment ont évolué les ventes d'Armorel ?",
        "Combien de villes compte le Cercle des phares ?",
    ):
        for part in body.ask(question).parts:
            for cited in (*part.citations, *part.also):
                release = body.release(cited.release_id)
                assert release.body[cited.start : cited.end] == cited.quote
