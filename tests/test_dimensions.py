"""A length is no height, and a person is no place."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag

from .conftest import write

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
    text: str, question: str, words: str | None, corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    write(corpus, "a.txt", f"Nouvelles\n\n3 mai 2021\n\n{text}\n")
    rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        answer = library.ask(question)

    assert (words in answer.text) if words else (answer.text == "")
