"""Whether a text asks, names what is looked for, or does neither; and the names in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.language import likely_languages, text_form
from rag.language.proper_names import find_names
from rag.question import make_query
from rag.question.quantity import Quantity, asked_quantity
from rag.types import Filters

SETS = Path(__file__).parent.parent / "benchmarks" / "questions"


def texts(name: str) -> list[str]:
    lines = (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [row["text"] for row in map(json.loads, lines) if row["part"] == "dev"]


@pytest.mark.parametrize(
    "text",
    [
        "Quand la cellule sous-marine a-t-elle été créée ?",
        "quand la cellule sous marine a ete creee",
        "bonjour, quand la cellule a-t-elle été créée",
        "When was the undersea cell created",
        "Wann wurde die Zelle gegründet",
        "Date de création de la cellule sous-marine ?",
        "Donne-moi la date du sommet",
        "Citez les pays membres",
        "L'OTAN a-t-elle augmenté ses stocks",
        "La Finlande a rejoint l'OTAN ?",
        "Did Finland join NATO",
        "Le sommet de Vilnius, c'est quoi",
        "A quoi sert la cellule",
        "Когда была создана подводная ячейка",
        "Mikor hozták létre a tenger alatti egységet",
        "海底セルはいつ設立されましたか",
        "متى أنشئت الخلية",
        "Kikosi cha chini ya bahari kiliundwa lini?",
        "Ո՞վ է ՆԱՏՕ-ի գլխավոր քարտուղարը",
    ],
)
def test_a_question_is_told_with_and_without_its_mark(text: str) -> None:
    assert text_form(text) == "question"


@pytest.mark.parametrize(
    "text",
    [
        "Stoltenberg",
        "Stoltenberg ?",
        "Ban Ki-moon ?",
        "Kim Jong-un",
        "OTAN ?",
        "WHO",
        "cellule sous-marine",
        "sommet de Vilnius 2023",
        "date création cellule sous-marine",
        "l'homme qui rit",
        "NATO summit Vilnius",
        "2023",
    ],
)
def test_a_name_or_key_words_are_a_search(text: str) -> None:
    assert text_form(text) == "keywords"


@pytest.mark.parametrize(
    "text",
    [
        "bonjour", "Bonjour !", "merci beaucoup", "comment ça va ?", "who are you?", "???", "😀",
        "Quand ?", "de la", "le", "你好", "مرحبا", "Wie geht es dir?", "为什么？",
        "https://www.nato.int/abc", "a@b.fr", "/etc/passwd", "nato.int",
    ],
)  # fmt: skip
def test_what_asks_and_names_nothing_is_nothing(text: str) -> None:
    assert text_form(text) == "nothing"


def test_random_letters_with_a_mark_are_no_question(embedded: object) -> None:
    count = embedded.count_tokens  # type: ignore[attr-defined]

    assert text_form("sdfkj lkjsdf werlk xvqz?", count) == "nothing"
    assert text_form("Kikosi cha chini ya bahari kiliundwa lini?", count) == "question"


@pytest.mark.parametrize(("name", "forms", "least"), [
    ("noise", {"nothing", "keywords"}, 1.0),
    ("keywords", {"keywords"}, 0.98),
    ("real", {"question"}, 0.97),
])  # fmt: skip
def test_the_forms_of_the_development_sets(
    name: str, forms: set[str], least: float, embedded: object
) -> None:
    count = embedded.count_tokens  # type: ignore[attr-defined]
    found = [text_form(text, count) in forms for text in texts(name)]

    assert len(found) > 80
    assert sum(found) / len(found) >= least


@given(st.text(max_size=120))
def test_every_text_has_a_form(text: str) -> None:
    assert text_form(text) in ("question", "keywords", "nothing")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Qui est le secrétaire général de l'ONU ?", ["ONU"]),
        ("Qui a accueilli M. Stoltenberg à Blenheim Palace ?", ["Stoltenberg", "Blenheim Palace"]),
        ("Jens Stoltenberg a-t-il rencontré Keir Starmer ?", ["Jens Stoltenberg", "Keir Starmer"]),
        ("Où se trouve l'École des Mines ?", ["École des Mines"]),
        ("Who is the secretary general of the UN?", ["UN"]),
        ("Wann hat Jens Stoltenberg die Zelle gegründet?", ["Jens Stoltenberg"]),
        ("Que s'est-il passé au XIXe siècle ?", []),
        ("Citez les pays membres", []),
        ("qui est stoltenberg ?", []),
    ],
)
def test_the_names_of_a_question(question: str, names: list[str]) -> None:
    assert [name.words for name in find_names(question, likely_languages(question))] == names


@given(st.text(max_size=200))
def test_a_name_stands_in_its_question(text: str) -> None:
    assert all(name.words in text and name.parts for name in find_names(text, {"fr"}))


@pytest.mark.parametrize(
    ("question", "quantity"),
    [
        ("Combien de morts au mont Maudit ?", Quantity("count", "morts")),
        ("Combien Tchap a-t-elle coûté ?", Quantity("money")),
        ("Depuis combien de temps dure la grève ?", Quantity("time")),
        ("À quelle heure commence la réunion ?", Quantity("clock")),
        ("Quelle est la hauteur du mont Maudit ?", Quantity("length")),
        ("Quel est le montant du budget ?", Quantity("money")),
        ("How many people were killed?", Quantity("count", "people")),
        ("How much did it cost?", Quantity("money")),
        ("Wie viele Menschen starben?", Quantity("count", "menschen")),
        ("Quanto costa il biglietto?", Quantity("money")),
        ("How old is the harbour master of Hull?", Quantity("time")),
        ("How tall is the lighthouse of Hull?", Quantity("length")),
        ("Wie lange dauert die Sperrung der Brücke?", Quantity("time")),
        ("Hoe lang is de nieuwe brug in de haven?", Quantity("any")),
        ("How was the fire in the harbour stopped?", None),
        ("Quelle quantité de pluie est tombée ?", Quantity("any")),
        ("Qui est le président ?", None),
    ],
)
def test_the_quantity_that_is_asked_for(question: str, quantity: Quantity | None) -> None:
    assert asked_quantity(question, likely_languages(question)) == quantity


def test_a_query_knows_its_form_and_names() -> None:
    query = make_query("Qui dirige l'OTAN ?", 5, Filters(), ["fr"])

    assert query.form == "question"
    assert [name.words for name in query.names] == ["OTAN"]
    assert query.asks == "who"
