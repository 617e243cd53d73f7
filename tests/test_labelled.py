"""In a list of labels and values, the value of the label that is asked for answers."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag

from .conftest import write

DE = """Verein Hafenlicht wählt

Kiel, 3. Mai 2021

Die Mitglieder haben gewählt.

Gewählt wurden:
erste:r Vorsitzende:r: Jörg Thoma
zweite:r Vorsitzende:r: Pia Kalber
Kassenwart:in: Jochen Topf
Schriftführer*in: Falk Zschau
"""
FR = """Le club du Phare a élu son bureau

Sète, le 3 mai 2021

Les membres ont voté.

Composition du bureau :
- Présidente : Anne Lorme
- Trésorier adjoint : Luc Vidal
- Trésorière : Paule Astier
"""


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (DE, "Wer ist zweiter Vorsitzender?", "Pia Kalber"),
        (DE, "Wer wurde zum Kassenwart gewählt?", "Jochen Topf"),
        (DE, "Wer ist Schriftführer?", "Falk Zschau"),
        (FR, "Qui est la présidente du club du Phare ?", "Anne Lorme"),
        (FR, "Qui est le trésorier adjoint ?", "Luc Vidal"),
    ],
)
def test_the_line_that_is_named_answers(
    text: str, question: str, words: str, corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    write(corpus, "a.txt", text)
    rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        answer = library.ask(question)

    assert answer.text == words
