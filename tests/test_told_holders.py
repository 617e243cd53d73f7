"""Who holds an office, by the words beside a name."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag
from rag.answering.words.holders import holders
from rag.language.registry import known
from rag.types import Span

from .conftest import write


@pytest.mark.parametrize(
    ("code", "text", "name", "office"),
    [
        ("de", "Am Montag sprach Konzernchef Beat Zoller.", "Beat Zoller", "Konzernchef"),
        (
            "fr",
            "Karim Lahl, directeur financier de Batis, part.",
            "Karim Lahl",
            "directeur financier",
        ),
        ("fr", "Le préfet du Gard, Alain Espin, est venu.", "Alain Espin", "préfet"),
        ("en", "He thanked assistant coach Gordon Raith.", "Gordon Raith", "assistant coach"),
        ("es", "Habló el alcalde de Dax, Xavier Mon.", "Xavier Mon", "alcalde"),
        ("it", "La rettrice Pia Conti ha parlato.", "Pia Conti", "rettrice"),
    ],
)
def test_the_holder_stands_beside_an_office(code: str, text: str, name: str, office: str) -> None:
    (held,) = holders(text, Span(0, len(text)), known(code))

    assert text[held.name.start : held.name.end] == name
    assert text[held.office.start : held.office.end] == office


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le maire a félicité Anne Roux, venue de Dax."),
        ("en", "The mayor welcomed Joan Peake."),
        ("de", "Der Minister besuchte am Montag Ida Falk."),
    ],
)
def test_somebody_beside_a_verb_holds_no_office(code: str, text: str) -> None:
    assert not list(holders(text, Span(0, len(text)), known(code)))


CLUB = "Head coach Danny Orme thanked assistant coach Gordon Raith. Former coach Ann Pell left."
GARD = "Le secrétaire général de la préfecture du Gard, Mickaël Rons, représentait le préfet."
BATIS = "Le protocole a été signé par Karim Lahl, directeur financier de Batis."
EVORA = "A reitora da Universidade, Helena Vasq, falou. O ex-reitor Luís Falc assistiu."


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (CLUB, "Wer ist Co-Trainer?", "Gordon Raith"),
        (CLUB, "Qui est l'entraîneur adjoint ?", "Gordon Raith"),
        (GARD, "Qui est le préfet du Gard ?", None),
        (GARD, "Qui est le secrétaire général de la préfecture du Gard ?", "Mickaël Rons"),
        (BATIS, "Qui est le directeur financier de Batis ?", "Karim Lahl"),
        (EVORA, "Qui est la rectrice ?", "Helena Vasq"),
    ],
)
def test_who_holds_an_office(
    text: str, question: str, words: str | None, corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    write(corpus, "a.txt", f"Communiqué\n\n3 mai 2021\n\n{text}\n")
    rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        answer = library.ask(question)

    assert (words in answer.text) if words else (answer.text == "")
