"""The sentence of an answer must speak of what the question names, and of what was done."""

from __future__ import annotations

import pytest

from rag.language.registry import known
from rag.question.verb import asked_verb

from .conftest import AskAlone

HEAD = {
    "fr": "Nouvelles\n\nParis, le 3 mai 2021\n\n",
    "en": "News\n\nLondon, 3 May 2021\n\n",
    "es": "Noticias\n\nMadrid, 3 de mayo de 2021\n\n",
    "it": "Notizie\n\nRoma, 3 maggio 2021\n\n",
}

SHIPS = (
    "Le chantier naval Orvault a lancé lundi le ferry Calypso-4, long de 140 mètres. Le ferry "
    "Calypso-2 avait été incendié en 2013."
)
FIRMS = (
    "La société Brunel a repris vendredi les ateliers de Morlaix. Brunel emploie 640 personnes. "
    "Le groupe Tarvis, son concurrent, avait aussi déposé une offre."
)
VISITS = (
    "Le consul Jean Morvan et la consule Lucie Tardif ont visité le lycée de Tours. Jean Morvan "
    "ira à Blois en novembre."
)
STUDIES = (
    "La mairie a présenté le projet de la piscine. Les études coûteront 3 millions d'euros et les "
    "travaux 47 millions."
)
MUSEUM = (
    "La directrice du musée, Rosa Keller, a montré hier la nouvelle aile. Dessinée en 2012 à Bâle "
    "par l'atelier Wyss, l'aile du musée couvre 900 mètres carrés."
)


@pytest.mark.parametrize(
    ("language", "text", "question", "words"),
    [
        # Another thing called by a number or a year.
        ("fr", SHIPS, "Quand le Calypso-2 a-t-il été incendié ?", "2013"),
        ("fr", SHIPS, "Quand le Calypso-4 a-t-il été incendié ?", None),
        (
            "fr",
            "La kermesse aura lieu le 4 juillet. L'édition 2019 avait été annulée.",
            "Quand l'édition 2021 a-t-elle été annulée ?",
            None,
        ),
        # Another name is the subject of the verb.
        ("fr", FIRMS, "Combien de personnes Brunel emploie-t-il ?", "640"),
        ("fr", FIRMS, "Combien de personnes Tarvis emploie-t-il ?", None),
        ("fr", VISITS, "Quand Jean Morvan ira-t-il à Blois ?", "novembre"),
        ("fr", VISITS, "Quand Lucie Tardif ira-t-elle à Blois ?", None),
        (
            "es",
            "El alcalde Juan Robles y la alcaldesa Marta Gil firmaron el convenio. Juan Robles "
            "visitó Toledo el 12 de abril.",
            "¿Cuándo visitó la alcaldesa Marta Gil la ciudad de Toledo?",
            None,
        ),
        # A pronoun at the beginning of a sentence is no name of somebody else.
        (
            "fr",
            "La mairie a reçu Anaphil et Borelis. Il a expliqué qu’elles avaient poursuivi leur "
            "coopération, notamment en plantant des haies à Ormeval.",
            "Où Anaphil et Borelis plantent-elles des haies ?",
            "Ormeval",
        ),
        # A pronoun stands for the subject of the sentence before.
        (
            "fr",
            "Paul Vasseur est mort samedi, a annoncé sa fille, Nina Colin. Né à Sète en 1938, il "
            "avait dirigé le port.",
            "Quand Nina Colin est-elle née ?",
            None,
        ),
        # The sentence before opens with a time.
        (
            "fr",
            "En mars, le maire Guy Faure a vu Lens. Il ira à Arras en juin 2021, dit Eva Lutz.",
            "Quand Guy Faure ira-t-il à Arras ?",
            "juin 2021",
        ),
        # Since when, of somebody else.
        (
            "fr",
            "Le sérum est produit à Lens depuis 2011, rappelle la doyenne de la faculté, Ada Roy.",
            "Depuis quand Hugo Blin est-il proviseur ?",
            None,
        ),
        (
            "fr",
            "Le moulin tourne depuis 1911. « Nous sommes fiers », a dit la doyenne, Ada Roy.",
            "Depuis quand Ada Roy est-elle doyenne ?",
            None,
        ),
        # From what time a thing is.
        (
            "fr",
            "L'écluse de Vert a été vidée mardi pour un contrôle de dix jours.",
            "De quand date l'écluse de Vert ?",
            None,
        ),
        (
            "fr",
            "Le gymnase, bâti en 1974, remplacera une grange de 1931.",
            "De quand date la grange ?",
            "1931",
        ),
        (
            "en",
            "The lock at Vert was emptied on Tuesday for a survey of ten days.",
            "When does the lock at Vert date from?",
            None,
        ),
        # A plan is nothing that was.
        (
            "fr",
            "La paysagiste Flora Lenz doit rendre ses dessins en octobre.",
            "Quand Flora Lenz a-t-elle rendu ses dessins ?",
            None,
        ),
        (
            "fr",
            "Le permis, délivré en mars, pourrait être retiré en juin 2021.",
            "Quand le permis a-t-il été retiré ?",
            None,
        ),
        (
            "it",
            "La ditta Serra deve consegnare i traghetti nel 2024, secondo il porto.",
            "Quando la ditta Serra ha consegnato i traghetti?",
            None,
        ),
        # What was before or after another event.
        (
            "fr",
            "La piste est fermée au public après l'avalanche du 9 janvier.",
            "Quand la piste a-t-elle rouvert ?",
            None,
        ),
        # The amounts of one sentence.
        ("fr", STUDIES, "Combien coûteront les travaux de la piscine ?", "47 millions"),
        ("fr", STUDIES, "Combien coûteront les études de la piscine ?", "3 millions"),
        # Who did it, in the sentence with the verb.
        ("fr", MUSEUM, "Qui a dessiné l'aile du musée ?", "Wyss"),
        # Somebody in whose presence it was.
        (
            "fr",
            "La digue a été ouverte par la maire, Rose Adam, en présence du recteur.",
            "Qui est le recteur ?",
            None,
        ),
        # The head of a department is not that of the house.
        (
            "fr",
            "La clinique Pasteur s'agrandit. Le docteur Luc Hamon, qui dirige le laboratoire, a "
            "accueilli la presse.",
            "Qui dirige la clinique Pasteur ?",
            None,
        ),
    ],
)
def test_the_sentence_speaks_of_what_is_asked_for(
    language: str, text: str, question: str, words: str | None, ask_alone: AskAlone
) -> None:
    (answer,) = ask_alone(HEAD[language] + text, question)

    if words is None:
        assert (answer.status, answer.text) == ("abstained", "")
    else:
        assert words in answer.text


@pytest.mark.parametrize(
    ("language", "question", "term", "subject"),
    [
        ("fr", "Quand le pont a-t-il été retiré ?", "retir", "pont"),
        ("fr", "Combien de clients la banque compte-t-elle ?", "compt", "banque"),
        ("fr", "Combien versera Nordlys ?", "vers", ""),
        ("es", "¿Cuándo fue vendido el puente?", "vend", "puente"),
        ("de", "Wie viele Menschen beschäftigt Nordlys?", "beschaftigt", ""),
    ],
)
def test_the_verb_of_a_question(language: str, question: str, term: str, subject: str) -> None:
    verb = asked_verb(question, known(language))
    assert verb is not None
    assert (verb.term, verb.subject) == (term, subject)
