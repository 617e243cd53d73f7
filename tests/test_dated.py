"""A date is told of one event of its sentence: it answers for that one alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag
from rag.answering.dating.asked import asked_office
from rag.answering.dating.clauses import clauses_of
from rag.language.registry import known
from rag.question import make_query
from rag.types import Filters

from .conftest import write

FR = "Nouvelles du port\n\nSète, le 3 mai 2021\n\n"
EN = "Harbour news\n\nHull, 3 May 2021\n\n"
DE = "Neues vom Hafen\n\nKiel, 3. Mai 2021\n\n"
ES = "Noticias del puerto\n\nVigo, 3 de mayo de 2021\n\n"
IT = "Notizie dal porto\n\nBari, 3 maggio 2021\n\n"
PT = "Notícias do porto\n\nFaro, 3 de maio de 2021\n\n"
NL = "Nieuws uit de haven\n\nRotterdam, 3 mei 2021\n\n"


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        # a date inside a quote, and an office outside of it
        (
            f"{FR}« Nous y pensions depuis 2012 », a dit la trésorière du club, Paule Astier.",
            "Depuis quand Paule Astier est-elle trésorière du club ?",
            None,
        ),
        (
            f"{NL}“Daar werken we al sinds 2012 aan”, zei penningmeester Anna Smit van de club.",
            "Sinds wanneer is Anna Smit penningmeester van de club?",
            None,
        ),
        (
            f"{FR}Paule Astier, trésorière du club depuis 2012, a remercié les marins.",
            "Depuis quand Paule Astier est-elle trésorière du club ?",
            "2012",
        ),
        # becoming something needs a word for it
        (
            f"{DE}Steuerfrau Anna Roth begrüßte am Dienstag vierzig Gäste an Bord.",
            "Wann wurde Anna Roth Steuerfrau?",
            None,
        ),
        (
            f"{PT}A gerente da marina, Ana Reis, trabalha no porto desde 2014.",
            "Quando Ana Reis se tornou gerente da marina?",
            None,
        ),
        (
            f"{EN}Ann Roe became skipper of the Polar Star in June 2014.",
            "When did Ann Roe become skipper of the Polar Star?",
            "June 2014",
        ),
        (
            f"{IT}La direttrice del museo, Anna Rossi, lascia la carica a giugno 2021.",
            "Quando è diventata direttrice Anna Rossi?",
            None,
        ),
        # the other side of the verb
        (
            f"{DE}Werftleiterin Anna Roth entließ im März drei Schlosser.",
            "Wann wurde Anna Roth entlassen?",
            None,
        ),
        (
            f"{EN}Manager Ann Roe sacked her deputy John Poe in March.",
            "When was Ann Roe sacked?",
            None,
        ),
        (
            f"{EN}Manager Ann Roe sacked her deputy John Poe in March.",
            "When was John Poe sacked?",
            "March",
        ),
        # what was before or after something
        (
            f"{FR}Le phare a été vendu en 1962, un an après la mort du gardien Luc Vidal.",
            "Quand Luc Vidal est-il mort ?",
            None,
        ),
        (
            f"{ES}El faro fue vendido en 1962, un año después de la muerte de Luis Vidal.",
            "¿Cuándo murió Luis Vidal?",
            None,
        ),
        # relative clauses, participles and appositions
        (
            f"{FR}Le phare, bâti en 1862, a été repeint en mars 2019.",
            "Quand le phare a-t-il été repeint ?",
            "mars 2019",
        ),
        (
            f"{DE}Der Leuchtturm, der 1862 gebaut wurde, wird im Herbst gestrichen.",
            "Wann wurde der Leuchtturm gebaut?",
            "1862",
        ),
        (
            f"{FR}La ville a accueilli mardi Luc Vidal, qui avait racheté le phare à l'État.",
            "Quand Luc Vidal a-t-il racheté le phare ?",
            None,
        ),
        # an infinitive behind "of" is no noun
        (
            f"{FR}Luc Vidal a décidé hier, dimanche 2 mai 2021, d'accorder la place, au jeune Ode.",
            "Quand la place a-t-elle été accordée au jeune Ode ?",
            "2 mai 2021",
        ),
        # one verb, two places, two days
        (
            f"{FR}La carte paraîtra en Europe le 8 juin 2021, et en Asie, le 9 juillet 2021.",
            "Quand la carte paraîtra-t-elle en Asie ?",
            "9 juillet 2021",
        ),
        (
            f"{EN}The map will appear in Europe on 8 June 2021, and in Asia, on 9 July 2021.",
            "When will the map appear in Europe?",
            "8 June 2021",
        ),
        # where a thing is from
        (
            f"{FR}Le phare date de 1862 et a été repeint en mars 2019.",
            "De quand date le phare ?",
            "1862",
        ),
        (
            f"{FR}La lampe du phare, construite en 1862, a été réparée mardi.",
            "De quand date le phare ?",
            None,
        ),
        # what is still to come
        (
            f"{EN}The new pier will open on 4 June 2022, the harbour board said.",
            "When was the new pier opened?",
            None,
        ),
        # from one year to another
        (
            f"{FR}Luc Vidal, qui a dirigé le chantier de 2011 à 2018, est parti en mer.",
            "Jusqu'à quand Luc Vidal a-t-il dirigé le chantier ?",
            "2018",
        ),
    ],
)
def test_date_answers_for_its_own_event(
    text: str,
    question: str,
    words: str | None,
    corpus: Path,
    index: Path,
    embedded: rag.Encoder,
) -> None:
    write(corpus, "a.txt", f"{text}\n")
    rag.build(corpus, index, encoder=embedded, settings=rag.Settings())
    with rag.open(index, encoder=embedded, settings=rag.Settings()) as library:
        answer = library.ask(question)
    if words is None:
        assert answer.status != "answered", answer.text
    else:
        assert words in answer.text


@pytest.mark.parametrize(
    ("code", "sentence", "kinds"),
    [
        ("fr", "La halle, achevée en 1974, a rouvert lundi.", ["main", "aside", "main"]),
        ("fr", "« Nous y pensions depuis 2012 », dit le maire.", ["aside", "main"]),
        ("en", "The hall, which was built in 1974, reopened.", ["main", "aside", "main"]),
        ("en", "Ann Roe, a lawyer, opened the hall.", ["main", "main", "main"]),
        ("de", "Der Saal, 1974 erbaut, wurde eröffnet.", ["main", "aside", "main"]),
        ("it", "Il sindaco ha detto che la sala riapre.", ["main", "said"]),
        ("de", "Das Werk zahlte 1972, 1 500 – und schloss.", ["main", "main", "main"]),
        ("fr", "Les travaux, interrompus en mai, ont repris.", ["main", "aside", "main"]),
        ("fr", "La rue, détruite en mai, rouvre.", ["main", "aside", "main"]),
    ],
)
def test_clauses_of_a_sentence(code: str, sentence: str, kinds: list[str]) -> None:
    found = clauses_of(sentence, 0, len(sentence), known(code))
    assert [one.kind for one in found] == kinds
    assert all(sentence[one.start : one.end].strip() for one in found)


@pytest.mark.parametrize(
    ("code", "question", "is_office"),
    [
        ("fr", "Depuis quand Anne Roux est-elle trésorière ?", True),
        ("fr", "Depuis quand le pont est-il fermé ?", False),
        ("en", "When did Ann Roe become a defender?", True),
        ("en", "When was Ann Roe born?", False),
        ("de", "Wann wurde Anna Roth Kapitänin?", True),
        ("de", "Wann wurde die Drehleiter geliefert?", False),
        ("es", "¿Cuándo se convirtió Ana Ruiz en gerente?", True),
        ("nl", "Wanneer werd Anna Smit badmeester?", True),
    ],
)
def test_question_for_taking_an_office(code: str, question: str, is_office: bool) -> None:
    query = make_query(question, 5, Filters(), [code])
    assert (asked_office(query, known(code)) is not None) == is_office
