"""Bodies of releases over years: neighbours, contacts, leavers, editions, moved dates, lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag.answering.dating.ends import role_of_date
from rag.answering.words.cutting import cut_short
from rag.corpus.furniture import is_site_line
from rag.language import find_dates
from rag.question import make_filters, make_query
from rag.types import PublicationDate, Release, Span
from tests.conftest import write

KEPT = ("fr", "en", "de", "es", "it", "nl", "pt")

FRENCH = {
    "a": "Bilan 2015\n\nVaurelles, le 8 janvier 2016\n\nLa bibliothèque de Vaurelles a prêté 41 "
    "200 livres en 2015. La bibliothèque voisine de Dormans en a prêté 87 000.",
    "b": "Bilan 2018\n\nVaurelles, le 9 janvier 2019\n\nLa bibliothèque de Vaurelles a prêté 52 "
    "600 livres en 2018. Il y en avait eu 49 300 en 2017.",
    "c": "Nomination\n\nVaurelles, le 2 mars 2012\n\nOdile Carron est nommée directrice de la "
    "bibliothèque de Vaurelles.",
    "d": "Odile Carron s'en va\n\nVaurelles, le 4 mai 2019\n\nOdile Carron quittera à l'été la "
    "direction de la bibliothèque de Vaurelles. La ville l'a confiée à Simon Dutertre.",
    "e": "Prix Talmont 2016\n\nVaurelles, le 12 juin 2016\n\nLe prix Talmont a été remis à la "
    "romancière Julie Arnal.",
    "f": "Prix Talmont : un poète à l'honneur\n\nVaurelles, le 14 juin 2018\n\nLe poète Karim "
    "Saadi est le lauréat du prix Talmont.",
    "g": "La salle Corot ouvrira en mars\n\nVaurelles, le 3 octobre 2019\n\nLa salle Corot "
    "ouvrira le 14 mars 2020.",
    "h": "Salle Corot : ouverture reportée\n\nVaurelles, le 20 février 2020\n\nL'ouverture de la "
    "salle Corot est reportée au 5 septembre 2020.",
    "i": "Foire aux livres 2021\n\nVaurelles, le 13 juin 2021\n\nRetour à la halle pour la Foire "
    "aux livres, qui a reçu 3 400 curieux le 12 juin 2021.",
    "j": "Un jumelage prend fin\n\nVaurelles, le 6 mars 2022\n\nLa ville met un terme au "
    "jumelage avec Oberwil. La maire, Agathe Perrot, le regrette.",
    "k": "Trois villages à la charte Forêt vive\n\nVaurelles, le 5 avril 2016\n\nLes villages de "
    "Sarcy, Moulinet et Bruges ont signé la charte Forêt vive.",
    "l": "Charte Forêt vive\n\nVaurelles, le 7 avril 2017\n\nLe village de Moulinet a annoncé sa "
    "sortie de la charte Forêt vive. Celui d'Ardes l'a rejointe.",
}
FRENCH_TAIL = "La bibliothèque de Vaurelles conserve 900 manuscrits. Contact presse : Léa Bonnard."
GERMAN = {
    "a": "Bilanz 2015\n\nErlenau, 4. Mai 2016\n\nDie Stadtwerke Erlenau haben 2015 einen Umsatz "
    "von 31 Millionen Euro erzielt. Die Stadtwerke Talheim meldeten 90 Millionen Euro.",
    "b": "Bilanz 2018\n\nErlenau, 6. Mai 2019\n\nDer Umsatz der Stadtwerke Erlenau stieg 2018 "
    "auf 38 Millionen Euro.",
    "c": "Wechsel\n\nErlenau, 2. Juli 2017\n\nDer Aufsichtsrat hat Vera Kranz zur "
    "Geschäftsführerin der Stadtwerke Erlenau bestellt. Sie folgt auf Otto Brandis.",
    "d": "Vera Kranz geht\n\nErlenau, 3. März 2021\n\nVera Kranz verlässt die Stadtwerke "
    "Erlenau. Neuer Geschäftsführer wird Nils Harms.",
    "e": "Bad öffnet im Mai\n\nErlenau, 3. Februar 2020\n\nDas Waldbad öffnet am 9. Mai 2020.",
    "f": "Waldbad öffnet später\n\nErlenau, 20. April 2020\n\nDie Öffnung des Waldbads wird auf "
    "den 4. Juli 2020 verschoben.",
}
GERMAN_TAIL = "Die Stadtwerke Erlenau versorgen 12 Orte. Pressekontakt: Petra Lohse."


def library(folder: Path, texts: dict[str, str], tail: str, encoder: rag.Encoder) -> rag.Library:
    for name, text in texts.items():
        write(folder / "corpus", f"{name}.txt", f"{text}\n\n{tail}\n")
    rag.build(folder / "corpus", folder / "index", encoder=encoder, settings=rag.Settings())
    return rag.open(folder / "index", encoder=encoder, settings=rag.Settings())


@pytest.fixture(scope="module")
def french(
    tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder
) -> Iterator[rag.Library]:
    with library(tmp_path_factory.mktemp("fr"), FRENCH, FRENCH_TAIL, embedded) as opened:
        yield opened


@pytest.fixture(scope="module")
def german(
    tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder
) -> Iterator[rag.Library]:
    with library(tmp_path_factory.mktemp("de"), GERMAN, GERMAN_TAIL, embedded) as opened:
        yield opened


def said(answer: rag.Answer) -> list[str]:
    return [(part.span or part.sentence).quote for part in answer.parts]


def test_the_number_of_a_neighbour_is_none(french: rag.Library) -> None:
    answer = french.ask("Combien de livres la bibliothèque de Vaurelles a-t-elle prêtés en 2015 ?")

    assert answer.text.startswith("41 200")


def test_a_series_has_what_the_next_sentence_adds_and_nothing_of_the_publisher(
    french: rag.Library,
) -> None:
    answer = french.ask("Combien de livres la bibliothèque a-t-elle prêtés au fil des ans ?")

    assert answer.form == "series"
    assert [words.split(" l")[0] for words in said(answer)] == ["41 200", "49 300", "52 600"]


def test_a_series_in_german_leaves_out_the_neighbour(german: rag.Library) -> None:
    answer = german.ask("Wie hat sich der Umsatz der Stadtwerke Erlenau entwickelt?")

    assert answer.form == "series"
    assert [words.split()[0] for words in said(answer)] == ["31", "38"]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Qui dirige la bibliothèque de Vaurelles ?", "Simon Dutertre"),
        ("Qui était à la tête de la bibliothèque de Vaurelles en 2015 ?", "Odile Carron"),
        ("Qui dirigeait la bibliothèque de Vaurelles en 2021 ?", "Simon Dutertre"),
    ],
)
def test_who_leaves_gives_way_to_who_takes_over(
    french: rag.Library, question: str, name: str
) -> None:
    assert said(french.ask(question))[0] == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Wer leitet die Stadtwerke Erlenau?", "Nils Harms"),
        ("Wer war 2019 Geschäftsführer der Stadtwerke Erlenau?", "Vera Kranz"),
    ],
)
def test_who_leaves_gives_way_in_german(german: rag.Library, question: str, name: str) -> None:
    assert said(german.ask(question))[0] == name


def test_editions_are_counted_by_their_years(french: rag.Library) -> None:
    answer = french.ask("Combien de fois le prix Talmont a-t-il été remis ?")

    assert (answer.form, [part.date.value[:4] for part in answer.parts if part.date]) == (
        "count",
        ["2016", "2018"],
    )


def test_a_day_that_was_moved_is_a_difference(french: rag.Library, german: rag.Library) -> None:
    for answer in (
        french.ask("Quand la salle Corot ouvre-t-elle ?"),
        german.ask("Wann öffnet das Waldbad?"),
    ):
        assert answer.form == "differ"
        assert {part.date.value for part in answer.parts if part.date} in (
            {"2020-03-14", "2020-09-05"},
            {"2020-05-09", "2020-07-04"},
        )


def test_a_paragraph_that_begins_like_a_back_link_is_read(french: rag.Library) -> None:
    assert "3 400" in french.ask("Combien de curieux la Foire aux livres a-t-elle reçus ?").text


def test_the_mayor_of_a_partner_is_not_said(french: rag.Library) -> None:
    assert french.ask("Qui est maire d'Oberwil ?").status == "abstained"


def test_members_are_who_signed_and_has_not_left(french: rag.Library) -> None:
    answer = french.ask("Quels villages font partie de la charte Forêt vive ?")

    names = " ".join(said(answer))
    assert answer.form == "list"
    assert [name in names for name in ("Sarcy", "Bruges", "Moulinet")] == [True, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Retour à la halle pour la Foire, qui a reçu 3 400 curieux samedi.",
        "Back to the barn: 300 farmers met on Sunday to taste cider.",
        "Terug naar de oude haven: 300 schepen deden mee aan de optocht.",
        "Zurück zu den Wurzeln: Der Verein feiert am Samstag in der alten Halle.",
    ],
)
def test_a_sentence_is_no_back_link(text: str) -> None:
    assert not is_site_line(text)


@pytest.mark.parametrize("text", ["Retour à la liste", "Back to news", "Terug naar overzicht"])
def test_a_back_link_is_a_line_of_the_site(text: str) -> None:
    assert is_site_line(text)


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("De opening is uitgesteld tot 4 oktober 2020.", "nl", None),
        ("The opening is postponed until 4 October 2020.", "en", None),
        ("De winkel is open tot 4 oktober 2020.", "nl", "end"),
        ("The shop is open until 4 October 2020.", "en", "end"),
    ],
)
def test_what_is_postponed_until_a_day_is_then(text: str, language: str, role: str | None) -> None:
    (date,) = find_dates(text, language=language)

    assert role_of_date(text, date, language) == role


@pytest.mark.parametrize(
    ("question", "corpus", "asks"),
    [
        ("Wie leidde de haven in 2017?", "nl", "who"),
        ("Wie leitete er die Stadtwerke?", "de", "how"),
    ],
)
def test_the_releases_tell_the_language_of_a_question(
    question: str, corpus: str, asks: str
) -> None:
    assert make_query(question, 5, make_filters(), {corpus}).asks == asks


@pytest.mark.parametrize(
    "question",
    [
        "À quelles dates les régates se sont-elles tenues ?",
        "On which dates was the fair held?",
        "An welchen Tagen hat der Markt stattgefunden?",
        "¿En qué fechas se celebró la feria?",
        "In quali date si è svolta la fiera?",
        "Op welke dagen is de markt gehouden?",
        "Em que datas se realizou a feira?",
    ],
)
def test_several_dates_are_read_as_a_count(question: str) -> None:
    scope = make_query(question, 5, make_filters(), KEPT).scope

    assert (scope.form, scope.is_of_dates) == ("count", True)


TEXT = (
    "Anne Roux prend la direction du port. Elle compte 310 marins. Le budget est de 4 millions "
    "d'euros cette année."
)


@given(st.integers(0, len(TEXT) - 2), st.integers(1, len(TEXT)))
def test_words_are_cut_inside_themselves(start: int, length: int) -> None:
    words = Span(start, min(len(TEXT), start + length))
    release = Release("a", "Port", PublicationDate(), "fr", TEXT, "a.txt")
    sentences = [Span(0, 38), Span(39, 62), Span(63, len(TEXT))]
    for question in ("Qui dirige le port ?", "Combien de marins le port compte-t-il ?"):
        cut = cut_short(make_query(question, 5, make_filters(), {"fr"}), release, words, sentences)
        assert words.start <= cut.start <= cut.end <= words.end
