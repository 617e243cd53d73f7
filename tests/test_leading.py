"""Who announced, opened or visited something does not lead it."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag
from tests.conftest import write

SAID = [
    ("Le directeur de l’Office national de l’eau, Paul Vial, a présenté mardi son rapport.",
     "Qui dirige l’Office national de l’eau ?", "Paul Vial"),
    ("Le général Hervé Blin a pris la tête du commandement de l’Arctique, installé à Brest.",
     "Qui commande le commandement de l’Arctique ?", "Hervé Blin"),
    ("Luc Morel a été nommé lundi à la direction des ports.",
     "Qui dirige la direction des ports ?", "Luc Morel"),
    ("Le président de l’Institut des glaces, Alain Ferry, a inauguré mardi un laboratoire.",
     "Qui préside l’Institut des glaces ?", "Alain Ferry"),
    ("Claire Blanc prend la tête du groupe Luménia, un fabricant de lampes.",
     "Qui est à la tête du groupe Luménia ?", "Claire Blanc"),
    ("Karl Roth leitet seit Montag das Amt für Wasser. Das Amt überwacht die Flüsse.",
     "Wer leitet das Amt für Wasser?", "Karl Roth"),
    ("Karl Roth, Präsident des Amtes für Wasser, stellte den Bericht vor.",
     "Wer leitet das Amt für Wasser?", "Karl Roth"),
    ("John Roe was appointed head of the Office for Water on Monday.",
     "Who runs the Office for Water?", "John Roe"),
    ("Lena Holt, who directs the Ice Institute, praised its 80 researchers on Tuesday.",
     "Who leads the Ice Institute?", "Lena Holt"),
    ("Ana Ruiz está al frente de la Dirección de Aguas desde el lunes.",
     "¿Quién dirige la Dirección de Aguas?", "Ana Ruiz"),
    ("Anna Rossi guida la Direzione delle acque da lunedì.",
     "Chi dirige la Direzione delle acque?", "Anna Rossi"),
    ("Anna Roos is sinds maandag hoofd van de Directie Water.",
     "Wie leidt de Directie Water?", "Anna Roos"),
    ("Ana Rosa assumiu na segunda-feira a chefia da Direção de Águas.",
     "Quem lidera a Direção de Águas?", "Ana Rosa"),
]  # fmt: skip
NOT_SAID = [
    ("Le ministre Jean Roux a annoncé mardi la création de l’Office national de l’eau. L’Office "
     "veillera sur les nappes et les rivières du pays.", "Qui dirige l’Office national de l’eau ?"),
    ("Le ministre de l’Industrie, Jean Roux, a annoncé mardi l’Office national de l’eau.",
     "Qui dirige l’Office national de l’eau ?"),
    ("Le général Hervé Blin a annoncé la création du commandement de l’Arctique, à Brest.",
     "Qui est à la tête du commandement de l’Arctique ?"),
    ("La direction des ports a été créée par Luc Morel, qui l’a annoncé lundi à Brest.",
     "Qui dirige la direction des ports ?"),
    ("La députée Claire Blanc a visité mardi l’Institut des glaces et salué ses 80 chercheurs.",
     "Qui dirige l’Institut des glaces ?"),
    ("Marie Vial succède à Jean Roux à la présidence du Conseil des vins.",
     "Qui préside le Conseil des vins ?"),
    ("Anna Roth hat am Montag die Gründung des Amtes für Wasser angekündigt. Das Amt überwacht "
     "die Flüsse.", "Wer leitet das Amt für Wasser?"),
    ("Minister Karl Roth hat am Montag das Amt für Wasser eröffnet.",
     "Wer leitet das Amt für Wasser?"),
    ("Mary Roe announced on Monday the creation of the Office for Water. The Office will watch "
     "rivers.", "Who leads the Office for Water?"),
    ("Mary Roe announced the Directorate of Ports, based in Bodo.",
     "Who is in charge of the Directorate of Ports?"),
    ("Ana Ruiz anunció el lunes la creación de la Dirección de Aguas. La Dirección vigilará los "
     "ríos.", "¿Quién dirige la Dirección de Aguas?"),
    ("Anna Rossi ha annunciato lunedì la nascita della Direzione delle acque.",
     "Chi dirige la Direzione delle acque?"),
    ("Anna Roos kondigde maandag de oprichting van de Directie Water aan.",
     "Wie leidt de Directie Water?"),
    ("Ana Rosa anunciou na segunda-feira a criação da Direção de Águas.",
     "Quem dirige a Direção de Águas?"),
]  # fmt: skip


def ask(tmp_path: Path, text: str, question: str) -> rag.Answer:
    folder = tmp_path / "releases"
    folder.mkdir()
    write(folder, "a.txt", text)
    write(folder, "b.txt", "Le salon des fleurs ouvre à Lille le 3 mai 2024 avec 200 exposants.")
    rag.build(folder, tmp_path / "index")
    with rag.open(tmp_path / "index") as library:
        return library.ask(question)


@pytest.mark.parametrize(("text", "question", "name"), SAID)
def test_who_is_said_to_lead_something(tmp_path: Path, text: str, question: str, name: str) -> None:
    answer = ask(tmp_path, text, question)

    assert answer.status == "answered"
    assert answer.text.endswith(name)


@pytest.mark.parametrize(("text", "question"), NOT_SAID)
def test_who_only_speaks_of_something_or_led_it_before_does_not_lead_it(
    tmp_path: Path, text: str, question: str
) -> None:
    answer = ask(tmp_path, text, question)

    assert (answer.status, answer.text) == ("abstained", "")


def test_what_the_next_sentence_says_of_the_same_person_counts(tmp_path: Path) -> None:
    answer = ask(
        tmp_path,
        "Claire Blanc a présenté mardi l’Institut des glaces. Elle dirige l’Institut depuis 2021.",
        "Qui dirige l’Institut des glaces ?",
    )

    assert answer.text == "Claire Blanc"
