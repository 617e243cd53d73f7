"""Things that are called by a number: another number is another thing."""

from __future__ import annotations

import pytest

from rag.answering.checks.designations import designations, same
from rag.question import make_query
from rag.types import Filters

from .conftest import AskAlone

QUAY = (
    "Le quai 16 ouvre au public\n\nLe 3 mai 2021, le maire a inauguré le quai 16 du vieux port, "
    "long de 170 mètres. Les travaux de la ligne 4 du tramway ont coûté 17 millions d'euros."
)


@pytest.mark.parametrize(
    ("question", "called"),
    [
        ("Quand Debian 7.5 est-elle sortie ?", ["Debian 7.5"]),
        ("La ligne 14 dessert combien de stations ?", ["ligne 14"]),
        ("Que dit la résolution 1701 ?", ["résolution 1701"]),
        ("When was Pier 17 opened?", ["Pier 17"]),
        ("Wann wurde die Linie 5 eröffnet?", ["Linie 5"]),
        ("¿Cuándo abrió la línea 3?", ["línea 3"]),
        ("Quando è stato aperto il molo 17?", ["molo 17"]),
        ("When did gate 5 open?", ["gate 5"]),
        ("Tot wanneer blijft brug 5 gesloten?", ["brug 5"]),
        ("When was hall C built?", ["hall C"]),
        ("¿Cuándo abrió la línea C-3?", ["línea C3"]),
        ("Where was John F Kennedy born?", []),
        ("When did Charles V die?", []),
        ("Quels sont les 25 pays ?", []),
        ("Qui a gagné le mardi 12 mai ?", []),
        ("Le budget 2025 est-il voté ?", []),
        ("Que fera la France 20 jours avant ?", []),
        ("What happened in the last 5 years?", []),
        ("Welche Rolle spielten die letzten 5 Jahre?", []),
        ("À 10 heures, où était-il ?", []),
    ],
)
def test_what_is_called_by_a_number(question: str, called: list[str]) -> None:
    query = make_query(question, 5, Filters(), ["fr"])

    assert [one.name.words for one in designations(query)] == called


def test_version_numbers_are_the_same_but_for_zeros() -> None:
    assert same("8", "8.0")
    assert same("8.1", "8.1")
    assert not same("8", "8.1")
    assert not same("8", "80")


def test_another_number_is_not_answered(ask_alone: AskAlone) -> None:
    right, other = ask_alone(
        QUAY, "Quand le quai 16 a-t-il été inauguré ?", "Quand le quai 17 a-t-il été inauguré ?"
    )

    assert right.status == "answered"
    assert right.span is not None
    assert "3 mai 2021" in right.span.quote
    assert (other.status, other.missing) == ("abstained", ("quai 17",))
