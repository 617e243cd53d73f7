"""Over what time a question asks, and whether one value, each, a list or a count answers it."""

from __future__ import annotations

import pytest

from rag.question import make_filters, make_query

KEPT = ("fr", "en", "de", "es", "it", "nl", "pt")


@pytest.mark.parametrize(
    ("question", "form", "time"),
    [
        ("Qui dirige l'Office des eaux ?", "value", "now"),
        ("Qui est le premier ministre de Belgique ?", "value", "now"),
        ("Combien d'agents l'office a-t-il ?", "value", "now"),
        ("Combien de morts l'attentat a-t-il faits ?", "value", None),
        ("Qui a annoncé la création de la cellule ?", "value", None),
        ("Qui était le maire en 2015 ?", "value", None),
        ("Qui a été le premier directeur de l'office ?", "value", "first"),
        ("Quand a eu lieu le dernier exercice Tramontane ?", "value", "last"),
        ("Qui dirigeait l'office l'année dernière ?", "value", None),
        ("Combien de visiteurs chaque année ?", "series", None),
        ("Comment a évolué le budget de l'office ?", "series", None),
        ("Combien d'agents entre 2014 et 2020 ?", "series", None),
        ("Quels pays ont rejoint l'alliance ?", "list", None),
        ("Qui ont été les directeurs de l'office ?", "list", None),
        ("Combien de fois l'exercice a-t-il eu lieu ?", "count", None),
        ("Quand la cellule sous-marine a-t-elle été créée ?", "value", None),
        ("Qui est la première ministre ?", "value", "now"),
        ("Qui est en première ligne ?", "value", "now"),
        ("Que prévoit le plan ?", "value", None),
        ("Quelle est la population de Valmont ?", "value", "now"),
        ("Quels sont les pays membres ?", "list", None),
        ("Combien de fois par semaine le conseil se réunit-il ?", "value", "now"),
        ("Who leads the agency?", "value", "now"),
        ("How has the budget evolved?", "series", None),
        ("Which is the largest city?", "value", None),
        ("Wer hat den Impfstoff entwickelt?", "value", None),
        ("Welche Länder sind beigetreten?", "list", None),
        ("¿Quién es el primer ministro?", "value", "now"),
        ("¿Qué es el plan?", "value", None),
        ("¿Qué países se unieron?", "list", None),
        ("Who was the first director?", "value", "first"),
        ("Which countries have joined the alliance?", "list", None),
        ("How many times has the exercise taken place?", "count", None),
        ("Wer leitet das Amt?", "value", "now"),
        ("Wie oft fand die Übung statt?", "count", None),
        ("¿Quién dirige la agencia?", "value", "now"),
        ("¿Cuántas veces tuvo lugar el ejercicio?", "count", None),
        ("Chi dirige l'agenzia?", "value", "now"),
        ("Wie leidt het agentschap?", "value", "now"),
        ("Où les exercices ont-ils eu lieu ?", "list", None),
        ("Citez les pays membres", "list", None),
        ("Combien de salons ont eu lieu ?", "count", None),
        ("Combien de personnes ont vu le salon qui a eu lieu à Lyon ?", "value", None),
        ("How many people saw the fair that took place in Lyon?", "value", None),
        ("¿Cuántas ferias han tenido lugar?", "count", None),
        ("Which Airbus plant was closed?", "value", None),
        ("Where is the business school?", "value", None),
        ("Quelle ville a accueilli le salon chaque année ?", "series", None),
        ("Quem dirige a agência?", "value", "now"),
        ("Qui a rejoint l'alliance des ports ?", "list", None),
        ("Qui a rejoint l'alliance des ports en 2019 ?", "value", None),
        ("Quel a été le trafic du port entre 2014 et 2020 ?", "series", None),
        ("Quel accord a été signé entre 2014 et 2020 ?", "value", None),
        ("Donnez la population de Valmont.", "value", "now"),
        ("Quel est le nom du maire de Valmont ?", "value", "now"),
        ("Comment s'appelle le projet de tunnel ?", "value", None),
        ("Wann fand die Messe zum ersten Mal statt?", "value", "first"),
        ("When was the fair last held?", "value", "last"),
        ("¿Cuándo se celebró la feria por última vez?", "value", "last"),
        ("Wie viele Einwohner hat Husum?", "value", "now"),
        ("Wie viele Schiffe hat die Marine verloren?", "value", None),
        ("Hoeveel inwoners heeft Hattem?", "value", "now"),
        ("How many members does the union have?", "value", "now"),
    ],
)
def test_scope(question: str, form: str, time: str | None) -> None:
    scope = make_query(question, 5, make_filters(), KEPT).scope

    assert (scope.form, scope.time) == (form, time)


def test_a_count_is_asked_of_each_release_as_when() -> None:
    query = make_query("Combien de fois l'exercice a-t-il eu lieu ?", 5, make_filters(), KEPT)

    assert query.text.split() == "Quand l'exercice a-t-il eu lieu ?".split()
    assert len(query.text) == len(query.question)
    assert query.wanted == "date"


def test_each_time_is_left_out_of_what_each_release_is_asked() -> None:
    query = make_query("Combien de visiteurs chaque année ?", 5, make_filters(), KEPT)

    assert query.text.split() == "Combien de visiteurs ?".split()


@pytest.mark.parametrize(
    "question",
    ["Combien de fois la manœuvre a-t-elle eu lieu ?", "Wie oft fand die große Übung statt?"],
)
def test_letters_of_two_characters_do_not_keep_a_count_from_being_asked(question: str) -> None:
    query = make_query(question, 5, make_filters(), KEPT)

    assert (query.scope.form, query.wanted) == ("count", "date")
