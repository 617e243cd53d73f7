"""Whether a question asks who did something or to whom, and by which verb."""

from __future__ import annotations

import pytest

from rag.answering.verbs.asked_side import Side, asked_side
from rag.language import likely_languages
from rag.language.registry import known
from rag.question import make_query
from rag.types import Filters


@pytest.mark.parametrize(
    ("language", "question", "side", "verb"),
    [
        ("de", "Wer hat den Turm gebaut?", "agent", "gebaut"),
        ("de", "Wen hat der Rektor empfangen?", "patient", "empfang"),
        ("de", "Wer wurde vom Rektor empfangen?", "patient", "empfang"),
        ("nl", "Wie heeft de toren gebouwd?", "agent", "bouw"),
        ("en", "Who did the divers praise?", "patient", "prais"),
        ("en", "Who will open the tower?", "agent", "open"),
        ("es", "¿A quién premió la rectora?", "patient", "prem"),
        ("pt", "Quem a rectora recebeu em Faro?", "patient", "receb"),
        ("fr", "Qui la commission a-t-elle entendu à Lens ?", "patient", "entendu"),
        ("fr", "Qui l'a reçu ?", "agent", "recu"),
    ],
)
def test_side_and_verb_of_a_question(language: str, question: str, side: Side, verb: str) -> None:
    query = make_query(question, 5, Filters(), [language])

    assert asked_side(query, known(language)) == (side, verb)


@pytest.mark.parametrize(
    ("question", "language"),
    [("Woher kam Sandro?", "de"), ("Hoeveel kost Sandro?", "nl"), ("¿Cuántas vio Sandro?", "es")],
)
def test_interrogatives_tell_the_language(question: str, language: str) -> None:
    assert language in likely_languages(question)
