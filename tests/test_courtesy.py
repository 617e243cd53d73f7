"""Questions with polite words around them: they are answered like the question alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rag
from rag.question.courtesy import without_courtesy


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Bonjour, quand la cellule a-t-elle été créée ?", "quand la cellule a-t-elle été créée ?"),
        ("Bonjour ! Où est le siège ? Merci d'avance.", "Où est le siège ?"),
        ("Pouvez-vous me dire qui dirige l'agence ?", "qui dirige l'agence ?"),
        ("Est-ce que tu sais combien de pays ont signé ?", "combien de pays ont signé ?"),
        ("Dis-moi ou se trouve le siège svp", "ou se trouve le siège"),
        ("Bonjour Madame, le sommet a-t-il eu lieu ?", "le sommet a-t-il eu lieu ?"),
        ("Qui peut me dire en quelle année il est né ?", "en quelle année il est né ?"),
        ("Hi, could you tell me when the cell was created, please?", "when the cell was created ?"),
        ("I was wondering who runs the agency. Thanks!", "who runs the agency"),
        ("Ich wüsste gern, wann die Zelle gegründet wurde.", "wann die Zelle gegründet wurde."),
        ("Hola, ¿podría decirme cuándo se creó la célula?", "cuándo se creó la célula?"),
        ("Hola, ¿cuándo se creó la célula? Gracias", "¿cuándo se creó la célula?"),
        ("Buongiorno, potreste dirmi chi dirige l'agenzia?", "chi dirige l'agenzia?"),
        ("Kunt u mij vertellen wie het agentschap leidt?", "wie het agentschap leidt?"),
        ("Poderia dizer-me quem dirige a agência, por favor?", "quem dirige a agência ?"),
    ],
)
def test_polite_words_are_taken_off(asked: str, left: str) -> None:
    found = without_courtesy(asked)
    assert len(found) == len(asked)
    assert " ".join(found.split()) == left


@pytest.mark.parametrize(
    "asked",
    [
        "Qui sait nager ?",
        "Que savez-vous de la cellule sous-marine ?",
        "Savez-vous si le sommet a eu lieu ?",
        "Dites-moi que le sommet a eu lieu",
        "Qui a dit merci ?",
        "À qui a-t-il demandé pardon ?",
        "De quoi se plaint le maire ?",
        "In which year was it founded?",
        "Qui a dit bonjour au ministre ?",
        "Pourquoi le ministre a-t-il dit merci ?",
        "Bonjour, ça va ?",
        "Merci, Macron",
        "Does the minister know when the bridge opens?",
        "Who can swim?",
        "Danke, Merkel",
    ],
)
def test_words_that_belong_to_the_question_stay(asked: str) -> None:
    assert without_courtesy(asked) == asked


@given(st.text(alphabet="bonjour merci, quand où ? !.éABé\n\u00a0😀", max_size=60))
def test_the_length_and_every_other_character_stay(asked: str) -> None:
    found = without_courtesy(asked)
    assert len(found) == len(asked)
    assert all(new in (old, " ") for old, new in zip(asked, found, strict=True))


@pytest.mark.parametrize(
    "asked",
    [
        "Bonjour ! Quand la cellule sous-marine a-t-elle été créée ? Merci.",
        "Dis-moi quand la cellule sous-marine a été créée",
        "Est-ce que tu sais quand la cellule sous-marine a été créée ?",
        "J'aimerais savoir à quelle date la cellule sous-marine a été créée, s'il vous plaît",
        "Date de création de la cellule sous-marine ?",
        "Donnez-moi la date de création de la cellule sous-marine",
        "I would like to know when the undersea cell was created. Thanks!",
        "Guten Tag, können Sie mir sagen, wann die Unterwasser-Zelle gegründet wurde? Danke",
    ],
)
def test_a_polite_question_gets_the_answer(library: rag.Library, asked: str) -> None:
    answer = library.ask(asked)
    assert answer.status == "answered"
    assert answer.span is not None
    assert answer.span.quote == "le 15 février"
    assert answer.hits[0].release.id.startswith("001")
