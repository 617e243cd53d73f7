"""Who said what a release quotes: the answer is the speaker's name, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import rag
from rag.language import asks_who_said
from tests.conftest import write

RELEASE = """Un nouveau quai à Kerguen

Kerguen, le 6 février 2024

Le port de Kerguen ouvre un quai de 120 mètres. Les travaux ont coûté 3,2 millions d'euros.

Citations

« Ce quai va permettre aux pêcheurs de débarquer leur poisson plus vite. »

Dr Nora Lind, directrice du port de Kerguen

« La commune est fière de cet équipement, qui a créé douze emplois. »

Paul Adami
Maire de Kerguen

« Nous attendions ce chantier depuis longtemps.

« Les plaisanciers auront enfin de l'eau et de l'électricité. »

— Awa Sarr, présidente du club nautique

« Le chantier a été long et bruyant pour tous les riverains. »

Contact presse : Jeanne Roux, 01 22 33 44 55
"""
ENGLISH = """Buoys shared

Marsville, 7 February 2024

The two ports share their buoys.

“The storms showed us how useful it is to pool our means.”

Nora Berg
Head of the harbour of Marsville
"""


@pytest.fixture(scope="module")
def quay(tmp_path_factory: pytest.TempPathFactory, embedded: rag.Encoder) -> Iterator[rag.Library]:
    folder = tmp_path_factory.mktemp("said")
    write(folder / "seeds", "quay.txt", RELEASE)
    write(folder / "seeds", "buoys.txt", ENGLISH)
    rag.build(folder / "seeds", folder / "index", encoder=embedded)
    with rag.open(folder / "index", encoder=embedded) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "name", "role"),
    [
        (
            "Qui a dit que le quai va permettre de débarquer le poisson plus vite ?",
            "Nora Lind",
            "directrice du port de Kerguen",
        ),
        ("Qui affirme que douze emplois ont été créés ?", "Paul Adami", "Maire de Kerguen"),
        (
            "Qui a déclaré que les plaisanciers auront de l'eau ?",
            "Awa Sarr",
            "présidente du club nautique",
        ),
        ("Selon qui la commune est-elle fière de l'équipement ?", "Paul Adami", "Maire de Kerguen"),
        (
            "Who said that the quay will allow fishermen to land their fish more quickly?",
            "Nora Lind",
            "directrice du port de Kerguen",
        ),
        (
            "Who said the storms showed how useful it is to pool means?",
            "Nora Berg",
            "Head of the harbour of Marsville",
        ),
    ],
)
def test_the_speaker_answers(quay: rag.Library, question: str, name: str, role: str) -> None:
    answer = quay.ask(question)
    assert answer.status == "answered"
    assert answer.text == name
    said = answer.to_dict()["speaker"]
    assert (said["name"]["quote"], said["role"]["quote"]) == (name, role)
    body = answer.parts[0].hit.release.body
    for citation in answer.citations:
        assert body[citation.start : citation.end] == citation.quote
    assert any(name in citation.quote for citation in answer.citations)
    quoted = said["statement"]
    assert answer.citations[0].start <= quoted["start"] < answer.citations[0].end


def test_a_quote_that_nobody_signs_names_nobody(quay: rag.Library) -> None:
    answer = quay.ask("Qui a dit que le chantier a été long et bruyant pour les riverains ?")
    assert answer.status == "abstained"
    assert answer.abstention == "not-said"


def test_other_questions_get_their_words(quay: rag.Library) -> None:
    assert quay.ask("Combien ont coûté les travaux du quai ?").text == "3,2 millions d'euros"
    assert "Adami" in quay.ask("Qui est le maire de Kerguen ?").text


@pytest.mark.parametrize(
    "question",
    [
        "Qui a dit que le quai est utile ?",
        "Quelle directrice affirme que le quai est utile ?",
        "De qui est la phrase « le quai est utile » ?",
        "Qui est l’auteur de ces mots ?",
        "D’après qui le quai est-il utile ?",
        "Which director said the quay is useful?",
        "According to whom is the quay useful?",
        "Wer hat gesagt, dass der Kai nützlich ist?",
        "Laut wem ist der Kai nützlich?",
        "¿Quién dijo que el muelle es útil?",
        "Chi ha detto che il molo è utile?",
        "Wie zei dat de kade nuttig is?",
        "Quem disse que o cais é útil?",
    ],
)
def test_asks_who_said(question: str) -> None:
    assert asks_who_said(question)


@pytest.mark.parametrize(
    "question",
    [
        "Qui a signé l’accord ?",
        "Que dit Nora Lind ?",
        "Quel projet Nora Lind a-t-elle dit vouloir ?",
        "Quel jour a-t-il dit cela ?",
        "Pour qui le quai est-il une chance ?",
        "Who signed the agreement?",
        "What did Nora Lind say?",
        "Wer hat den Vertrag unterzeichnet?",
        "???",
        "",
    ],
)
def test_asks_something_else(question: str) -> None:
    assert not asks_who_said(question)
