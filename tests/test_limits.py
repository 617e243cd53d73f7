"""Since when, and until when: another day of the same person or thing is no answer."""

from __future__ import annotations

import pytest

from rag.language import find_dates

from .conftest import AskAlone

HEAD = {
    "fr": "Nouvelles\n\nParis, le 3 mai 2021\n\n",
    "en": "News\n\nLondon, 3 May 2021\n\n",
    "de": "Nachrichten\n\nBerlin, 3. Mai 2021\n\n",
    "es": "Noticias\n\nMadrid, 3 de mayo de 2021\n\n",
}
SINCE = "Depuis quand Marie Roux est-elle directrice de l'agence ?"
UNTIL = "Jusqu'à quand l'exposition sur les navires est-elle ouverte ?"


@pytest.mark.parametrize(
    ("language", "text", "question", "words"),
    [
        ("fr", "Marie Roux est directrice de l'agence depuis septembre 2019.", SINCE, "2019"),
        ("fr", "Le 12 mars 2018, Marie Roux a été nommée directrice de l'agence.", SINCE, "2018"),
        ("fr", "La directrice de l'agence, Marie Roux, a reçu hier ses agents.", SINCE, None),
        (
            "fr",
            "La directrice de l'agence, Marie Roux, a reçu ses agents lundi 3 mai 2021.",
            SINCE,
            None,
        ),
        (
            "fr",
            "L'exposition sur les navires est ouverte jusqu'au 30 juin 2021 au musée des mers.",
            UNTIL,
            "30 juin 2021",
        ),
        (
            "fr",
            "Le musée des mers a reçu le 2 mai 2021 mille visiteurs pour l'exposition sur les "
            "navires.",
            UNTIL,
            None,
        ),
        (
            "en",
            "Mary Roe has been director of the agency since 1 June 2018.",
            "Since when has Mary Roe been director of the agency?",
            "1 June 2018",
        ),
        (
            "en",
            "The director of the agency, Mary Roe, received the crew of the Polar Star yesterday.",
            "Since when has Mary Roe been director of the agency?",
            None,
        ),
        (
            "de",
            "Die Direktorin der Agentur, Anna Roth, empfing am 3. Mai 2021 die Mannschaft.",
            "Seit wann ist Anna Roth Direktorin der Agentur?",
            None,
        ),
        (
            "es",
            "Ana Ruiz es directora de la agencia desde el 1 de junio de 2018.",
            "¿Desde cuándo es Ana Ruiz directora de la agencia?",
            "1 de junio de 2018",
        ),
    ],
)
def test_since_and_until_when(
    language: str, text: str, question: str, words: str | None, ask_alone: AskAlone
) -> None:
    (answer,) = ask_alone(f"{HEAD[language]}{text}\n", question)

    if words is None:
        assert (answer.status, answer.text) == ("abstained", "")
    else:
        assert answer.span is not None
        assert words in answer.span.quote


@pytest.mark.parametrize("before", ["since", "dance", "venu", "la police"])
def test_a_date_does_not_begin_inside_a_word(before: str) -> None:
    text = f"Open {before} 1 June 2018 here"

    assert [text[one.start : one.end] for one in find_dates(text, language="en")] == ["1 June 2018"]
