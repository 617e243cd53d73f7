"""Who did it, and to whom, by the two sides of a verb in its sentence."""

from __future__ import annotations

import pytest

from rag.answering.tokens import words_of
from rag.answering.verbs.asked_side import asked_deed
from rag.answering.verbs.deeds import deed_of, is_verb
from rag.answering.verbs.parties import parties
from rag.language import analyse
from rag.language.registry import known
from rag.question import make_query
from rag.types import Filters, Span

from .conftest import AskAlone

LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl")


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_languages_have_the_same_deeds_each_with_a_verb(code: str) -> None:
    deeds = known(code).answers.deeds

    assert set(deeds) == set(known("fr").answers.deeds)
    assert all(words.partition("/")[0].strip() for words in deeds.values())


@pytest.mark.parametrize(
    ("code", "sentence", "verb", "agent", "patient"),
    [
        (
            "de",
            "Am Freitag hat die Bahn den Chef Udo Kern entlassen.",
            "entlassen",
            "die Bahn",
            "den Chef Udo Kern",
        ),
        ("de", "Den Turm baute Ida Falk.", "baute", "Ida Falk", "Den Turm"),
        (
            "nl",
            "De club heeft trainer Ab Stok ontslagen.",
            "ontslagen",
            "De club",
            "trainer Ab Stok",
        ),
        ("fr", "La halle, dessinée par Léa Ory, a été vendue.", "dessinée", "Léa Ory", "La halle"),
        ("es", "El pacto lo firmó Leo Paz.", "firmó", "Leo Paz", "El pacto"),
        ("it", "Eva Riva, che ha battuto Ada Longo, esulta.", "battuto", "Eva Riva", "Ada Longo"),
        (
            "en",
            "Mia Holt, who leads the lab, has sacked Tom Reed.",
            "sacked",
            "Mia Holt",
            "Tom Reed",
        ),
        ("pt", "O hino foi composto por Gil Prado.", "composto", "Gil Prado", "O hino"),
    ],
)
def test_the_sides_of_a_verb(code: str, sentence: str, verb: str, agent: str, patient: str) -> None:
    tokens = words_of(sentence, Span(0, len(sentence)), code)
    at = next(n for n, token in enumerate(tokens) if token.written == verb)

    found = parties(sentence, Span(0, len(sentence)), tokens, at, frozenset({"turm"}), known(code))

    assert found.agent is not None
    assert found.patient is not None
    assert sentence[found.agent.start : found.agent.end] == agent
    assert sentence[found.patient.start : found.patient.end] == patient


@pytest.mark.parametrize(
    ("question", "language", "side", "deed"),
    [
        ("Wer hat die Orgel gebaut?", "fr", "agent", "build"),
        ("Qui a licencié le chef ?", "nl", "agent", "dismiss"),
        ("Who is the author of the hymn?", "it", "agent", "write"),
        ("To whom was the boat sold?", "es", "recipient", "sell"),
    ],
)
def test_a_verb_is_known_in_another_language(
    question: str, language: str, side: str, deed: str
) -> None:
    found = asked_deed(make_query(question, 5, Filters(), [language]), known(language))

    assert found is not None
    assert (found[0], deed_of(found[1], known(language))) == (side, deed)


def test_a_verb_is_one_with_its_synonyms_and_not_with_its_opposite() -> None:
    french = known("fr")
    built, erected, sold, bought = (
        analyse(one, "fr")[0] for one in ("bâti", "érigé", "vend", "acheté")
    )

    assert is_verb(built, erected, french)
    assert not is_verb(sold, bought, french)


BANK = "Am Montag hat Direktor Karl Imhof die Leiterin Rosa Fink entlassen."
LOST = "York, 3 May 2021. Oakham lost the Rose Bowl final to Tilbury by two points on Sunday."
MATCH = "Oakham were beaten 3-1 by Tilbury in the Rose Bowl final on Sunday."
SALE = "El armador Juan Soler vendió el velero Aurora al club Mistral."
LIGHT = (
    "Le phare, repeint par les Ateliers Brec'h, a rouvert. Le préfet, Yann Ollu, accompagné de la "
    "maire, Mona Kerj, a coupé le ruban."
)
LOCK = "Geplant wurde die Schleuse vom Büro Karst. Der Minister begrüßte die Gäste."
MILL = (
    "Molen De Hoop, gerestaureerd door bouwbedrijf Wolters, draait weer. Wethouder Marjan Til "
    "onthulde een plaquette. De restauratie werd betaald door het Molenfonds."
)
WATER = "Oxbow Water was fined. Vale Water, chaired by Sir Ian Moss, was cleared."
LOAN = (
    "La galerie Orme a prêté deux vases au musée de Gand. Elle a refusé de les vendre à Max Hiller."
)
AWARD = "Il cantante Nino Serra ha ringraziato la sorella, Pia. Lia Mori ha vinto il premio."


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (BANK, "Wer hat Rosa Fink entlassen?", "Karl Imhof"),
        (BANK, "Wer hat Karl Imhof entlassen?", None),
        (BANK, "Wann wurde Karl Imhof entlassen?", None),
        (BANK, "Who dismissed Karl Imhof?", None),
        (MATCH, "Who won the Rose Bowl final?", "Tilbury"),
        (MATCH, "Who beat Tilbury?", None),
        (LOST, "Who won the Rose Bowl final?", "Tilbury"),
        (LOST, "Who lost the Rose Bowl final?", "Oakham"),
        (LOST, "Wer hat das Finale gewonnen?", "Tilbury"),
        (LIGHT, "Qui a repeint le phare ?", "Ateliers Brec'h"),
        (LIGHT, "Who repainted the lighthouse?", "Ateliers Brec'h"),
        (LIGHT, "Wer hat den Leuchtturm gestrichen?", "Ateliers Brec'h"),
        (LIGHT, "Qui a coupé le ruban ?", "Yann Ollu"),
        (LOCK, "Qui a planifié l'écluse ?", "Büro Karst"),
        (LOCK, "Qui a visité l'écluse ?", None),
        (LOCK, "Who was received?", None),
        (MILL, "Qui a restauré le moulin ?", "Wolters"),
        (MILL, "Qui a dévoilé la plaque ?", "Marjan Til"),
        (WATER, "Who chairs Oxbow Water?", None),
        (MATCH, "Qui a battu Oakham ?", "Tilbury"),
        (SALE, "¿Quién compró el velero?", "Mistral"),
        (SALE, "Qui a vendu l'Aurora ?", "Juan Soler"),
        (LOAN, "À qui la galerie a-t-elle prêté deux vases ?", "musée de Gand"),
        (AWARD, "Chi è la sorella di Lia Mori?", None),
        (
            "La directrice financière, Zoé Pla, a parlé. Le train a été vendu au groupe Barsac.",
            "Qui dirige le groupe Barsac ?",
            None,
        ),
        (
            "Bakker Jan Kok leidt de club. Het gebouw is ontworpen door bureau Delta.",
            "Wie leidt bureau Delta?",
            None,
        ),
    ],
)
def test_who_did_it_to_whom(
    text: str, question: str, words: str | None, ask_alone: AskAlone
) -> None:
    (answer,) = ask_alone(f"Nachrichten\n\n3. Mai 2021\n\n{text}\n", question)

    assert (words in answer.text) if words else (answer.text == "")
