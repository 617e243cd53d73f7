"""Since when, until when and when: the date is told of the subject that is asked for, of its own
end, and over several releases."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag

from .conftest import write

HEADS = {
    "fr": "Nouvelles du port\n\nSète, le 3 mai 2021\n\n",
    "en": "Harbour news\n\nHull, 3 May 2021\n\n",
    "de": "Neues vom Hafen\n\nKiel, 3. Mai 2021\n\n",
    "es": "Noticias del puerto\n\nVigo, 3 de mayo de 2021\n\n",
    "it": "Notizie dal porto\n\nBari, 3 maggio 2021\n\n",
    "pt": "Notícias do porto\n\nFaro, 3 de maio de 2021\n\n",
}


def _ask(corpus: Path, index: Path, encoder: rag.Encoder, texts: list[str], q: str) -> rag.Answer:
    for number, text in enumerate(texts):
        write(corpus, f"{number}.txt", f"{text}\n")
    rag.build(corpus, index, encoder=encoder, settings=rag.Settings())
    with rag.open(index, encoder=encoder, settings=rag.Settings()) as library:
        return library.ask(q)


@pytest.mark.parametrize(
    ("code", "text", "question", "words"),
    [
        # a part of the sentence with another subject
        (
            "fr",
            "Le quai nord a rouvert ce matin ; le quai sud reste fermé jusqu'à lundi.",
            "Quand le quai nord a-t-il été fermé ?",
            None,
        ),
        (
            "en",
            "The north quay reopened today; the south quay stays closed until 20 May.",
            "When was the north quay closed?",
            None,
        ),
        (
            "es",
            "La calle Mayor está cortada desde el lunes; la calle Real reabrió ayer.",
            "¿Cuándo se cortó la calle Real?",
            None,
        ),
        (
            "pt",
            "A sala azul está encerrada desde janeiro; a sala verde reabriu na segunda-feira.",
            "Quando reabriu a sala verde?",
            "segunda-feira",
        ),
        # "until" is no beginning, and "since" dates its own state alone
        (
            "fr",
            "Les visites de nuit restent suspendues jusqu'au 30 juin.",
            "Depuis quand les visites de nuit sont-elles suspendues ?",
            None,
        ),
        (
            "fr",
            "Le groupe Arvel, coté depuis 1998, a publié ses comptes.",
            "Quand le groupe Arvel a-t-il été fondé ?",
            None,
        ),
        # what is done by a document is done on its date
        (
            "fr",
            "Par arrêté du 20 avril, Anne Roux est nommée directrice du port.",
            "Depuis quand Anne Roux dirige-t-elle le port ?",
            "20 avril",
        ),
        (
            "es",
            "Por resolución de 20 de abril, Ana Ruiz es nombrada gerente del puerto.",
            "¿Desde cuándo es gerente Ana Ruiz?",
            "20 de abril",
        ),
        # whose office it is
        (
            "it",
            "Il porto ha nominato ieri Anna Rossi direttrice. Succede a Luca Bruni, in carica dal "
            "2013.",
            "Da quando Anna Rossi è direttrice?",
            "ieri",
        ),
        (
            "en",
            "The board appointed Ann Roe as skipper. Chair of the board John Poe welcomed the "
            "appointment.",
            "Since when has John Poe been chair of the board?",
            None,
        ),
        (
            "fr",
            "L'AS Sète annonce la venue de Luc Vidal, qui entraînait Auch. Il prendra ses "
            "fonctions le 1er juillet.",
            "Quand Luc Vidal prendra-t-il ses fonctions ?",
            "1er juillet",
        ),
        (
            "en",
            "The council has appointed Ann Roe. She will take up the post on 1 "
            "June. John Poe was thanked.",
            "When will John Poe take up the post?",
            None,
        ),
        # an anniversary is no beginning
        (
            "fr",
            "L'école de voile fête ses trente ans le 12 juin.",
            "Quand l'école de voile a-t-elle été créée ?",
            None,
        ),
        (
            "de",
            "Der Verein feiert am 22. Mai sein 75-jähriges Bestehen.",
            "Wann wurde der Verein gegründet?",
            None,
        ),
        # so long
        (
            "fr",
            "Anne Roux, monitrice depuis dix ans, quitte la base.",
            "Depuis quand Anne Roux est-elle monitrice ?",
            "dix ans",
        ),
    ],
)
def test_date_is_told_of_what_is_asked_for(
    code: str,
    text: str,
    question: str,
    words: str | None,
    corpus: Path,
    index: Path,
    embedded: rag.Encoder,
) -> None:
    answer = _ask(corpus, index, embedded, [HEADS[code] + text], question)

    if words is None:
        assert answer.status != "answered", answer.text
    else:
        assert words in answer.text


CLUB = [
    "A president for the club\n\nHull, 14 March 2011\n\nMembers of Hull Rowing Club elected John "
    "Poe president last night.",
    "First Humber Race\n\nHull, 3 October 2012\n\nThe first Humber Race was rowed on Saturday.",
    "Poe steps down\n\nHull, 18 March 2020\n\nJohn Poe has stepped down as president. The members "
    "chose Ann Roe as his successor on Monday.",
    "Humber Race returns\n\nHull, 4 October 2021\n\nThe Humber Race was rowed again on Saturday. "
    "President Ann Roe fired the gun.",
]
THEATRE = [
    "Une directrice au théâtre\n\nSète, le 20 février 2013\n\nLe conseil a nommé Anne Roux "
    "directrice du théâtre. Elle succède à Luc Vidal.",
    "Le théâtre en travaux\n\nSète, le 4 mai 2016\n\nLa directrice, Anne Roux, a ouvert le "
    "chantier.",
    "Un directeur au théâtre\n\nSète, le 22 février 2019\n\nMarc Petit a été nommé mardi directeur "
    "du théâtre. Il succède à Anne Roux.",
]
PORT = [
    "Nuevo director del puerto\n\nCala Honda, 21 de enero de 2014\n\nRamón Iglesias ha sido "
    "nombrado director del puerto de Cala Honda. Tomó posesión el lunes.",
    "Reabre el muelle norte\n\nCala Honda, 18 de abril de 2018\n\nEl muelle norte reabrió ayer.",
    "Relevo en la dirección\n\nCala Honda, 15 de septiembre de 2020\n\nPor resolución de 10 de "
    "septiembre, Lucía Barros es nombrada directora del puerto de Cala Honda. Releva a Ramón "
    "Iglesias.",
]


@pytest.mark.parametrize(
    ("releases", "question", "day"),
    [
        (CLUB, "Until when was John Poe president?", "2020-03-18"),
        (CLUB, "When was the Humber Race last rowed?", "2021-10-02"),
        (PORT, "¿Hasta cuándo fue director Ramón Iglesias?", "2020"),
        (THEATRE, "Depuis quand Luc Vidal était-il directeur du théâtre ?", None),
    ],
)
def test_since_and_until_when_over_releases(
    releases: list[str],
    question: str,
    day: str | None,
    corpus: Path,
    index: Path,
    embedded: rag.Encoder,
) -> None:
    answer = _ask(corpus, index, embedded, releases, question)

    if day is None:
        assert answer.status != "answered", answer.text
    else:
        assert answer.date is not None
        assert (answer.date.value or "").startswith(day)
