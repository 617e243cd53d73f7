"""Lists told in other words, whole series, what came before and what is no more; years counted
back, offices of women and men, and numbers that are no values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import rag
from rag.answering.words.name_phrases import enumerated, name_phrases
from rag.language.year_before import find_years_before
from rag.partial_date import PartialDate
from tests.conftest import write

RELEASES = (
    "Verlac rachète Lumea\n\nRoncq, le 9 novembre 2015\n\nVerlac annonce l'acquisition de la "
    "société Lumea Vision, spécialiste des caméras.",
    "Verlac et Kessler\n\nRoncq, le 12 juin 2019\n\nVerlac a finalisé le rachat de Kessler "
    "Technik, pour 14 millions d'euros.",
    "Un bibliobus au Sénégal\n\nParis, le 16 octobre 2015\n\nLa Fondation Ferrol a financé l'achat "
    "d'un bibliobus au Sénégal.",
    "Deux bibliobus de plus\n\nParis, le 20 septembre 2018\n\nAprès celui du Sénégal, la Fondation "
    "Ferrol a financé deux bibliobus, l'un au Bénin, l'autre au Togo.",
    "Le réseau s'étend\n\nCorvalle, le 1er septembre 2016\n\nDepuis ce matin, les bus Ambrel "
    "desservent Rochecourbe, Tilly et Marnas.",
    "Nouvelle desserte\n\nCorvalle, le 3 avril 2017\n\nLes bus Ambrel desservent désormais Aubrac.",
    "Fin de la desserte de Marnas\n\nCorvalle, le 12 décembre 2022\n\nFaute de voyageurs, les bus "
    "Ambrel ne desserviront plus Marnas à partir du 1er janvier 2023.",
    "Neuer Präsident\n\nAlmbach, 17. Mai 2013\n\nDer Senat der Hochschule Almbach hat Ulrich "
    "Weidner zum Präsidenten gewählt.",
    "Neue Präsidentin\n\nAlmbach, 2. März 2020\n\nAylin Demir ist seit gestern Präsidentin der "
    "Hochschule Almbach.",
    "Partner museums\n\nLeeds, 12 October 2016\n\nThe museums of Leeds, Leuven and Turin have "
    "joined the Open Looms partnership.",
    "Łódź joins\n\nLeeds, 7 March 2019\n\nThe museum of Łódź has joined the Open Looms "
    "partnership.",
)


@pytest.fixture(scope="module")
def body(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[rag.Library]:
    folder: Path = tmp_path_factory.mktemp("lists")
    for number, text in enumerate(RELEASES):
        write(folder / "corpus", f"{number:02d}.txt", f"{text}\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(folder / "index", encoder=embedded, settings=rag.Settings()) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            "Quelles sociétés Verlac a-t-elle rachetées ?",
            ["société Lumea Vision", "Kessler Technik"],
        ),
        (
            "Dans quels pays la Fondation Ferrol a-t-elle financé un bibliobus ?",
            ["Sénégal", "Bénin", "Togo"],
        ),
        (
            "Quelles communes les bus Ambrel desservent-ils ?",
            ["Rochecourbe", "Tilly", "Aubrac"],
        ),
        (
            "Which museums belong to the Open Looms partnership?",
            ["Leeds", "Leuven", "Turin", "The museum of Łódź"],
        ),
    ],
)
def test_a_list_names_each_thing_once(body: rag.Library, question: str, items: list[str]) -> None:
    answer = body.ask(question)

    assert answer.form == "list"
    assert [(part.span or part.sentence).quote for part in answer.parts] == items


def test_a_woman_follows_a_man_in_an_office(body: rag.Library) -> None:
    answer = body.ask("Wer ist Präsident der Hochschule Almbach?")

    assert answer.parts[0].span is not None
    assert answer.parts[0].span.quote == "Aylin Demir"


@pytest.mark.parametrize(
    ("language", "text", "told", "year"),
    [
        ("fr", "24 850 en 2017, contre 23 400 deux ans plus tôt", "deux ans plus tôt", 2015),
        ("en", "3,100 in 2017, up from 2,900 three years earlier", "three years earlier", 2014),
        ("de", "310 im Jahr 2017, 12 Jahre zuvor 280", "12 Jahre zuvor", 2005),
        ("es", "231 en 2017, frente a 204 cuatro años antes", "cuatro años antes", 2013),
    ],
)
def test_years_are_counted_back(language: str, text: str, told: str, year: int) -> None:
    at = text.index("2017")
    found = find_years_before(text, 0, len(text), language, [(at, PartialDate(2017))])

    assert [text[one.start : one.end] for one in found] == [told]
    assert [one.date for one in found] == [PartialDate(year)]


@pytest.mark.parametrize(
    ("language", "text", "series"),
    [
        ("fr", "deux écoles, l'une au Bénin, l'autre au Togo.", ["Bénin", "Togo"]),
        ("en", "It opens two offices, one in Spain and another in Italy.", ["Spain", "Italy"]),
        ("es", "abrirá dos filiales, una en España y otra en Perú.", ["España", "Perú"]),
        (
            "de",
            "Es folgen Dr. Petra Lohse und Prof. Dr. Anna Bohm.",
            ["Dr. Petra Lohse", "Prof. Dr. Anna Bohm"],
        ),
    ],
)
def test_a_series_has_all_its_names(language: str, text: str, series: list[str]) -> None:
    names = name_phrases(text, 0, len(text), language)
    found = enumerated(text, names, len(names) - 1, language)

    assert [text[one.start : one.end] for one in found] == series
