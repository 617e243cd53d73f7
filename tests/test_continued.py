"""Quotes whose speaker an earlier sentence names: a quote of its own sentence, and a pronoun's."""

from __future__ import annotations

import pytest

from rag.corpus.statements.finding import statements_of


def said(text: str, language: str = "fr") -> list[tuple[str, str]]:
    """(speaker, first word of the quote) of each statement."""
    return [
        (
            text[one.speaker.start : one.speaker.end],
            text[one.quote.start : one.quote.end].split()[0],
        )
        for one in statements_of(text, language)
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "« Le quai est prêt », a dit Nora Lind, maire. « Les bateaux viendront vite. »",
            ("Nora Lind", "Les"),
        ),
        (
            "« Le quai est prêt », a dit Nora Lind. « Les bateaux viendront », a-t-elle ajouté.",
            ("Nora Lind", "Les"),
        ),
        (
            "Paul Adami, maire de Kerguen, salue le chantier.\n\n« Le quai est prêt », dit-il.",
            ("Paul Adami", "Le"),
        ),
        (
            "La ministre Nora Lind a visité le port. Elle a dit : « Le quai est enfin prêt. »",
            ("Nora Lind", "Le"),
        ),
        (
            "Le maire a visité le port. Selon lui, « le quai sera prêt à temps ».",
            ("Le maire", "le"),
        ),
        (
            "Paul Adami vante le port ; il a écrit : « Le quai est enfin prêt. »",
            ("Paul Adami", "Le"),
        ),
    ],
)
def test_the_speaker_of_the_sentence_before(text: str, last: tuple[str, str]) -> None:
    assert said(text)[-1] == last


def test_in_other_languages() -> None:
    english = "“The quay is ready,” said Nora Lind. “It took two years,” she added."
    assert said(english, "en")[-1] == ("Nora Lind", "It")
    german = "„Der Kai ist fertig“, sagte Nora Lind. „Die Schiffe kommen bald.“"
    assert said(german, "de")[-1] == ("Nora Lind", "Die")


@pytest.mark.parametrize(
    "text",
    [
        # another gender, several people, another subject between
        "M. Dupont est venu. « La paix est proche », a-t-elle ajouté.",
        "Les députés sont venus. Il a dit : « La paix est proche. »",
        "M. Dupont est venu. Le quai est fermé. La mer monte. Il a dit : « La paix est là. »",
        "Le quai a coûté cher. « La paix est proche. »",
        "Elle a dit : « La paix est proche. »",
        "M. Dupont est venu. Nous avons dit : « La paix est proche. »",
    ],
)
def test_nobody(text: str) -> None:
    assert said(text) == []


def test_a_quote_behind_a_statement_in_another_paragraph_is_nobodys() -> None:
    text = "« Le quai est prêt », a dit Nora Lind.\n\n« La mer monte toujours plus. »"
    assert said(text) == [("Nora Lind", "Le")]
