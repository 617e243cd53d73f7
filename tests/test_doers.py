"""Who does something is not who announces, opens or visits it, nor whom it is for."""

from __future__ import annotations

import pytest

import rag

from .conftest import AskAlone

FR = "La ministre de la Culture, Anne Roux, a dévoilé mardi le musée des phares de Brest."
EN = "Minister John Roe unveiled the Lighthouse Museum in Brest on Tuesday."
ES = "La ministra Ana Ruiz inauguró el martes el Museo de los Faros de Vigo."


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (FR, "Qui a dévoilé le musée des phares ?", "Anne Roux"),
        (FR, "Qui finance le musée des phares ?", None),
        (FR, "Qui construit le musée des phares ?", None),
        (
            "La présidente Claire Morel a inauguré samedi le pont de l'Iroise rénové.",
            "Qui a rénové le pont de l'Iroise ?",
            None,
        ),
        (EN, "Who unveiled the Lighthouse Museum?", "John Roe"),
        (EN, "Who funds the Lighthouse Museum?", None),
        (ES, "¿Quién inauguró el Museo de los Faros?", "Ana Ruiz"),
        (ES, "¿Quién financia el Museo de los Faros?", None),
        (
            "La ville de Brest finance le musée des phares, que la ministre Anne Roux a visité.",
            "Qui finance le musée des phares ?",
            "ville de Brest",
        ),
        (
            "Le musée des phares de Brest a créé un atelier pour les écoles de la ville.",
            "Qui dessine l'atelier ?",
            None,
        ),
    ],
)
def test_who_announces_is_not_who_does(
    text: str, question: str, words: str | None, ask_alone: AskAlone
) -> None:
    (answer,) = ask_alone(f"Nouvelles\n\n3 mai 2021\n\n{text}\n", question)

    assert (words in answer.text) if words else (answer.text == "")


def test_who_did_it_is_found_in_a_passive_of_another_language(library: rag.Library) -> None:
    answer = library.ask("Who welcomed Mr Stoltenberg at Blenheim Palace?")

    assert answer.text == "le premier ministre britannique, Keir Starmer"
