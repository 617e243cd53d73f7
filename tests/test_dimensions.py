"""A length is no height, and a person is no place."""

from __future__ import annotations

import pytest

from .conftest import AskAlone

BRIDGE = (
    "Le pont de l'Iroise, long de 880 mètres et haut de 30 mètres, a rouvert à Brest. Le prix du "
    "plus beau pont a été remis par le maire, Paul Hervé."
)
TOWER = "The new tower in Porto is 120 metres tall and was opened by the mayor."


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (BRIDGE, "Quelle est la longueur du pont ?", "880"),
        (BRIDGE, "Quelle est la largeur du pont ?", None),
        (BRIDGE, "Quelle est la profondeur du pont ?", None),
        (BRIDGE, "Où le prix a-t-il été remis ?", None),
        (TOWER, "What is the height of the tower?", "120"),
        (TOWER, "What is the length of the tower?", None),
    ],
)
def test_a_measure_is_of_one_dimension(
    text: str, question: str, words: str | None, ask_alone: AskAlone
) -> None:
    (answer,) = ask_alone(f"Nouvelles\n\n3 mai 2021\n\n{text}\n", question)

    assert (words in answer.text) if words else (answer.text == "")
