"""Questions who holds an office: how they are read, and who is no holder of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag.answering.checks.roles import asks_for_role
from rag.language.registry import known
from rag.language.tense import is_in_future
from rag.question import make_filters, make_query
from rag.question.office import asked_office, posts_of
from rag.question.singular import in_singular

from .conftest import write

KEPT = ("fr", "en", "de", "es", "it", "nl", "pt")


@pytest.mark.parametrize(
    ("question", "who", "holds"),
    [
        ("Qui est le directeur général de l'office ?", True, True),
        ("Quel est le président actuel de l'office ?", True, True),
        ("Quelle était la porte-parole de l'office en 2022 ?", True, True),
        ("Quel directeur général l'Office avait-il en 2019 ?", True, True),
        ("Quel ministre a signé l'accord ?", True, False),
        ("Qui ont été les directeurs de l'office ?", True, True),
        ("Qui a été le premier directeur de l'office ?", True, True),
        ("Quel secteur recrute ?", False, False),
        ("Quel est le chef-lieu du canton ?", False, False),
        ("Qui a signé l'accord ?", True, False),
        ("Wer ist der Präsident des Amtes?", True, True),
        ("Wer war 2020 Präsident des Amtes?", True, True),
        ("¿Quién es el alcalde de Valmont?", True, True),
        ("Chi è il sindaco di Valmont?", True, True),
        ("Wie is de burgemeester van Valmont?", True, True),
        ("Quem é o presidente da agência?", True, True),
        ("Which president is in office?", True, False),
        ("Which head office was closed?", False, False),
        ("Which director's film won the prize?", False, False),
        ("Which is the president's residence?", False, False),
    ],
)
def test_a_question_for_a_holder(question: str, who: bool, holds: bool) -> None:
    query = make_query(question, 5, make_filters(), KEPT)

    assert (query.asks == "who") is who
    assert asks_for_role(query) is holds
    assert len(query.text) == len(query.question)


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Qui est le premier ministre de Belgique ?", ("premier", "ministre")),
        ("Qui a été le premier directeur de l'office ?", ("directeur",)),
        ("Quel est le président actuel de l'office ?", ("président",)),
        ("Qui est Anne Martin ?", ()),
        ("Qui est le M. Martin ?", ()),
    ],
)
def test_the_words_of_an_office(question: str, office: tuple[str, ...]) -> None:
    text = make_query(question, 5, make_filters(), KEPT).text

    assert asked_office(text, known("fr")) == office


def test_a_post_is_the_same_in_all_languages() -> None:
    words = {
        "fr": "maire",
        "en": "mayor",
        "de": "burgermeister",
        "es": "alcaldesa",
        "it": "sindaco",
    }

    assert {posts_of([word], known(code)) for code, word in words.items()} == {frozenset({"mayor"})}


@pytest.mark.parametrize(
    ("language", "question", "single"),
    [
        ("fr", "Quelles villes ont reçu le salon ?", "Quelle ville a reçu le salon ?"),
        ("fr", "Qui sont les membres du réseau ?", "Qui est le membre du réseau ?"),
        ("fr", "Quels hôpitaux sont ouverts ?", "Quel hôpital est ouverts ?"),
        ("fr", "Quels pays ont signé ?", "Quel pays a signé ?"),
        ("en", "Which countries have joined?", "Which country has joined?"),
        ("es", "¿Qué países forman parte?", "¿Qué país forman parte?"),
        ("de", "Welche Länder sind beigetreten?", "Welche Länder sind beigetreten?"),
    ],
)
def test_several_things_are_asked_for_one_by_one(language: str, question: str, single: str) -> None:
    asked = in_singular(question, known(language))

    assert asked.split() == single.split()
    assert len(asked) == len(question)


@given(st.text(max_size=60), st.sampled_from(KEPT))
def test_the_singular_has_the_length_of_the_question(text: str, language: str) -> None:
    assert len(in_singular(text, known(language))) == len(text)


@pytest.mark.parametrize(
    ("language", "question", "future"),
    [
        ("fr", "Quand la maternité rouvrira-t-elle ?", True),
        ("fr", "Quand les billets entreront-ils en circulation ?", True),
        ("fr", "Quand le ministre inaugura-t-il le pont ?", False),
        ("fr", "Quand la France entra-t-elle en guerre ?", False),
        ("fr", "Quand Fédora est-elle sortie ?", False),
        ("pt", "Quando foi inaugurada a escola de verão?", False),
        ("en", "When was the will of Alfred Nobel signed?", False),
        ("en", "When will the museum open?", True),
        ("de", "Wann musste das Werk geschlossen werden?", False),
    ],
)
def test_a_question_in_the_future_tense(language: str, question: str, future: bool) -> None:
    assert is_in_future(question, language) is future


HOLDERS = {
    "a.txt": (
        "Le port de Kerguen présente son bilan",
        "Kerguen, le 3 mars 2019\n\n« Le trafic a doublé », a déclaré Anne Martin, directrice de "
        "l'Agence du littoral de Kerguen.",
    ),
    "b.txt": (
        "Une forêt replantée",
        "Valmont, le 3 juin 2021\n\n« La forêt revient », a déclaré Luc Morel, directeur de "
        "l'Agence des forêts de Valmont, à des élus de Kerguen.",
    ),
    "c.txt": (
        "Voirie de Kerguen",
        "Kerguen, le 5 mai 2022\n\nPaul Riou, adjoint au maire de Kerguen, a ouvert la "
        "rue.\n\nLe maire de Kerguen, Jeanne Le Gall, viendra lundi.",
    ),
}


@pytest.fixture(scope="module")
def holders(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Path:
    folder = tmp_path_factory.mktemp("holders")
    for name, (title, text) in HOLDERS.items():
        write(folder / "corpus", name, f"{title}\n\n{text}\n")
    rag.build(folder / "corpus", folder / "index", encoder=embedded, settings=rag.Settings())
    return folder / "index"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Quelle est la directrice de l'Agence du littoral de Kerguen ?", "Anne Martin"),
        ("Qui dirigeait l'Agence du littoral de Kerguen en 2020 ?", "Anne Martin"),
        ("Qui est le maire de Kerguen ?", "Jeanne Le Gall"),
        ("¿Quién es el alcalde de Kerguen?", "Jeanne Le Gall"),
    ],
)
def test_a_holder_is_not_one_of_another_office(
    question: str, name: str, holders: Path, embedded: rag.Encoder
) -> None:
    with rag.open(holders, encoder=embedded, settings=rag.Settings()) as library:
        answer = library.ask(question)

    assert name in answer.text
    assert "Morel" not in answer.text
    assert "Riou" not in answer.text


PLACES = {
    str(year): (
        f"Le salon des métiers {year}",
        f"{city}, le 3 mars {year}\n\nLe salon des métiers s'est tenu à {city} devant {people} "
        "visiteurs.",
    )
    for year, city, people in (
        (2014, "Valmont", "12 000"),
        (2016, "Kerguen", "9 400"),
        (2018, "Figuerol", "10 100"),
    )
}


def test_a_series_of_places_is_no_series_of_numbers(tmp_path: Path, embedded: rag.Encoder) -> None:
    for name, (title, text) in PLACES.items():
        write(tmp_path / "corpus", f"{name}.txt", f"{title}\n\n{text}\n")
    rag.build(tmp_path / "corpus", tmp_path / "index", encoder=embedded, settings=rag.Settings())
    with rag.open(tmp_path / "index", encoder=embedded, settings=rag.Settings()) as library:
        places = library.ask("Quelle ville a accueilli le salon des métiers chaque année ?")
        numbers = library.ask("Combien de visiteurs le salon des métiers a-t-il eus chaque année ?")

    assert {"Valmont", "Kerguen", "Figuerol"} >= {p.span.quote for p in places.parts if p.span}
    assert "visiteurs" not in places.text
    assert [p.span.quote.split(" visiteurs")[0] for p in numbers.parts if p.span] == [
        "12 000", "9 400", "10 100",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "former", "was"),
    [
        (
            "La directrice, Maud Perrin, dirigeait auparavant le théâtre de Royan.",
            "Qui dirige le théâtre de Royan ?",
            "Qui dirigeait le théâtre de Royan ?",
        ),
        (
            "Chief executive Neil Barrow previously led the Stroud Trust.",
            "Who leads the Stroud Trust?",
            "Who led the Stroud Trust?",
        ),
        (
            "Die neue Leiterin, Jutta Emmerich, leitete zuvor das Archiv in Celle.",
            "Wer leitet das Archiv in Celle?",
            "Wer leitete das Archiv in Celle?",
        ),
    ],
)
def test_who_led_something_before_does_not_lead_it(
    corpus: Path, index: Path, embedded: rag.Encoder, text: str, former: str, was: str
) -> None:
    write(corpus, "a.txt", f"Communiqué\n\n12 mars 2021\n\n{text}\n")
    rag.build(corpus, index, encoder=embedded)
    with rag.open(index, encoder=embedded) as library:
        assert library.ask(former).status == "abstained"
        assert library.ask(was).text in text
        assert library.ask(was).status == "answered"
