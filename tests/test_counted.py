"""A number answers "how many" only if it counts what the question asks for."""

from __future__ import annotations

import pytest

import rag
from rag.answering.checks.kinds import fit
from rag.question import make_query
from rag.types import Filters, Hit, Match, Passage, PublicationDate, Span


def kind(question: str, text: str, words: str, language: str) -> str:
    start = text.index(words)
    release = rag.Release("a", "", PublicationDate(), language, text, "a.txt")
    match = Match(1, 1, 0.8, 1.0, span=Span(start, start + len(words)), span_score=5.0)
    hit = Hit(release, Passage("a", 1, 0, len(text), text), 1.0, 1, match)
    return fit(make_query(question, 5, Filters(), [language]), hit)


@pytest.mark.parametrize(
    ("question", "text", "words", "language"),
    [
        ("Combien de mâts le port a-t-il ?", "Le port a 600 bouées et des mâts.", "600", "fr"),
        ("Combien de gens sont morts ?", "Deux personnes ont été blessées.", "Deux", "fr"),
        ("Wie viele Stockwerke hat das Haus?", "Das Haus hat 90 Stellplätze.", "90", "de"),
        ("Wie viele Mitarbeiter hat das Werk?", "Das Werk versorgt 900 Haushalte.", "900", "de"),
        ("How many lathes has the yard?", "The yard bought 40 cranes.", "40", "en"),
        ("How much beer did they sell?", "Sales came to £212 million.", "£212 million", "en"),
        ("¿Cuántas grúas tiene el puerto?", "El puerto tiene 70 faros.", "70", "es"),
        ("Quanti fari ha il porto?", "Il porto ha comprato 12 gru.", "12", "it"),
        ("Quantos contentores passaram?", "O cais recebeu 640 navios.", "640", "pt"),
        ("Hoeveel kranen heeft de haven?", "De haven telt 30 boeien.", "30", "nl"),
        ("How many employees has the port?", "Le port compte 900 navires.", "900", "fr"),
        ("Combien de lits a la clinique ?", "Die Klinik hat 45 Ärzte.", "45", "de"),
    ],
)
def test_a_number_of_other_things_is_refused(
    question: str, text: str, words: str, language: str
) -> None:
    assert kind(question, text, words, language) == "other-kind"


@pytest.mark.parametrize(
    ("question", "text", "words", "language"),
    [
        ("Combien de salariés l'usine a-t-elle ?", "L'usine emploie 164 personnes.", "164", "fr"),
        ("Combien de personnes l'usine emploie-t-elle ?", "Elle a 164 salariés.", "164", "fr"),
        ("Combien de loups compte la meute ?", "Une meute de loups de sept individus.", "sept",
         "fr"),
        ("Combien de ponts ont cédé ?", "La crue a détruit 12 petits ponts.", "12", "fr"),
        ("Combien de voyageurs le port a-t-il reçus ?", "Le port en a reçu 900 en mai.", "900",
         "fr"),
        ("Wie viele Mitarbeiter hat das Werk?", "Das Werk zählt 340 Beschäftigte.", "340", "de"),
        ("Wie viele Plätze hat das Parkhaus?", "Das Parkhaus hat 90 Stellplätze.", "90", "de"),
        ("How many employees has the yard?", "The yard has 40 workers.", "40", "en"),
        ("¿Cuántos viajeros usan el metro?", "El metro lleva a 70 pasajeros.", "70", "es"),
        ("Quanti dipendenti ha il porto?", "Il porto ha 12 addetti.", "12", "it"),
        ("Quantos professores tem a escola?", "A escola tem 61 docentes.", "61", "pt"),
        ("Hoeveel werknemers heeft de haven?", "De haven telt 30 medewerkers.", "30", "nl"),
        ("How many employees has the port?", "Le port compte 900 salariés.", "900", "fr"),
        ("Combien de lits a la clinique ?", "Die Klinik hat 45 Betten.", "45", "de"),
    ],
)  # fmt: skip
def test_a_number_of_what_is_asked_for_is_kept(
    question: str, text: str, words: str, language: str
) -> None:
    assert kind(question, text, words, language) == "fits"


@pytest.mark.parametrize(
    ("question", "text", "words", "language"),
    [
        ("What was the net profit in 2024?", "Revenue for 2024 was £9 million.", "£9 million",
         "en"),
        ("Quel est le bénéfice de Néo ?", "Le chiffre d'affaires de l'année 2023 monte à 9 M€.",
         "9 M€", "fr"),
        ("Wie hoch war der Gewinn 2023?", "Der Umsatz der Firma lag 2023 bei 9 Euro.", "9 Euro",
         "de"),
    ],
)  # fmt: skip
def test_revenue_is_no_profit_far_from_its_noun(
    question: str, text: str, words: str, language: str
) -> None:
    assert kind(question, text, words, language) == "other-kind"
