"""Amounts, reasons and places are those of what the question asks about."""

from __future__ import annotations

from pathlib import Path

import pytest

import rag
from rag.question.quantity import asked_quantity

from .conftest import write

# fmt: off
# Text, a question that is answered, its words.
ANSWERED = [
    # What something cost, in other words or in a clause of its own.
    ("Schleuse offen\n\nWerft Runge hat die Schleuse in drei Wochen überholt; die Kosten betrugen"
     " 7,5 Millionen Euro. Am Ufer stehen Linden.",
     "Was hat die Überholung gekostet?", "7,5 Millionen Euro"),
    ("La presa, reparada\n\nEl taller Runge reparó la presa en tres semanas; los costes"
     " ascendieron a 7,5 millones de euros. Hay álamos en la orilla.",
     "¿Qué costó la reparación?", "7,5 millones de euros"),
    ("L'écluse rouvre\n\nL'État a apporté 3,4 millions d'euros pour l'écluse, la ville 600 000"
     " euros.",
     "Quel montant l'État a-t-il apporté ?", "3,4 millions d'euros"),
    # An amount of a part, and of a season; its currency.
    ("El puerto deportivo abre\n\nEl puerto tiene 70 amarres, de los que 12 acogen veleros.",
     "¿Cuántos amarres acogen veleros?", "12"),
    ("Opera season\n\nThe opera has set a budget of £31 million for 2021-22.",
     "What is the budget of the opera for 2021-22?", "£31 million"),
    # The other one of the kind, where the question names it.
    ("Un séisme secoue Valmer\n\nUn séisme a secoué Valmer. En 2009, il avait fait neuf morts"
     " dans le bourg voisin de Saint-Loup.",
     "Combien de morts y a-t-il eu à Saint-Loup ?", "neuf"),
    # A reason that the sentence gives.
    ("Il faro di Bosa\n\nI lavori sono durati due anni a causa di una tempesta. La festa si è"
     " svolta nel porto.",
     "Perché i lavori sono durati due anni?", "tempesta"),
]
# Text, a question that the release does not answer, and one that it does, with its words.
REFUSED = [
    # The event itself is no reason.
    ("Les nouvelles de Valmer\n\nSa rivale Brunel a supprimé 90 emplois l'été dernier. L'hiver fut"
     " doux à Valmer. Le chai fut fermé à cause d'une fuite.",
     "Pourquoi Brunel a-t-elle supprimé 90 emplois ?", "Pourquoi le chai fut-il fermé ?", "fuite"),
    ("News from Olden\n\nHer rival Brunel cut 90 jobs last summer. Ardan builds a cellar"
     " because the harvest is growing.",
     "Why did Brunel cut 90 jobs?", "Why does Ardan build a cellar?", "harvest"),
    # "The firm" is not another one.
    ("Ardan baut in Olden\n\nDer Kellermeister Ardan baut in Olden eine Halle und investiert 8"
     " Millionen Euro. Die Konkurrentin Brunel beschäftigt 320 Menschen in Halden.",
     "Wie viele Menschen beschäftigt die Firma?", "Wie viele Menschen beschäftigt Brunel?", "320"),
    ("Ardan to build in Olden\n\nThe wine maker Ardan will build a hall in Olden and invest £8"
     " million. Brunel, based in Halden, employs 320 people.",
     "How many people does the company employ?", "How many people does Brunel employ?", "320"),
    ("Ardan si amplia a Olden\n\nLa cantina Ardan aprirà una sala a Olden e investirà 8 milioni"
     " di euro. La concorrente Brunel impiega 320 persone.",
     "Quante persone impiega la ditta?", "Quante persone impiega Brunel?", "320"),
    # What stands before is not about the one that is named behind.
    ("Musée Ardan\n\nLe musée Ardan a rouvert. Le bâtiment était fermé à cause d'une fuite. Le"
     " musée de Halden expose 300 toiles.",
     "Pourquoi le musée de Halden était-il fermé ?",
     "Pourquoi le bâtiment était-il fermé ?", "fuite"),
    ("Museum Ardan\n\nHet museum is weer open. Het museum was dicht vanwege een lek. Het museum in"
     " Halden toont 300 doeken.",
     "Waarom was het museum in Halden dicht?", "Waarom was het museum dicht?", "lek"),
    # The place of another event.
    ("Nuevo faro\n\nEl antiguo faro, el Brunel, se derrumbó en 2014 por una tormenta. La fiesta"
     " anual tendrá lugar en el puerto de Olden.",
     "¿Dónde se derrumbó el Brunel?", "¿Dónde tendrá lugar la fiesta anual?", "Olden"),
]


@pytest.mark.parametrize(("text", "question", "words"), ANSWERED, ids=[one[1] for one in ANSWERED])
def test_an_amount_or_a_reason_in_other_words_is_found(
    text: str, question: str, words: str, corpus: Path, index: Path
) -> None:
    answer = _ask(corpus, index, text, question)[0]
    assert answer.parts
    assert words in answer.text


@pytest.mark.parametrize(
    ("text", "untold", "told", "words"), REFUSED, ids=[one[1] for one in REFUSED]
)
def test_what_is_said_of_another_does_not_answer(
    text: str, untold: str, told: str, words: str, corpus: Path, index: Path
) -> None:
    silent, answered = _ask(corpus, index, text, untold, told)
    assert answered.parts
    assert words in answered.text
    assert not silent.parts


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        ("Accident à Valmer\n\nQuatre passagers ont été secoués ; aucun n'a été opéré.",
         "Combien de passagers ont été opérés ?", "Quatre"),
        ("Accident in Olden\n\nFour passengers were shaken; none was treated in hospital.",
         "How many passengers were treated in hospital?", "Four"),
    ],
)  # fmt: skip
def test_a_number_is_not_that_of_a_clause_before_a_denial(
    text: str, question: str, words: str, corpus: Path, index: Path
) -> None:
    assert words not in _ask(corpus, index, text, question)[0].text


@pytest.mark.parametrize(("question", "code", "kind", "noun"), [
    ("Wie viel hat die Halle gekostet?", "de", "money", ""),
    ("Was hat die Halle gekostet?", "de", "money", ""),
    ("Wat heeft de zaal gekost?", "nl", "money", ""),
    ("Qu'a coûté la salle ?", "fr", "money", ""),
    ("Quanto investirà la cantina?", "it", "any", ""),
    ("Quantas salas tem a adega?", "pt", "count", "salas"),
    ("Wie viele Hallen hat die Firma?", "de", "count", "hallen"),
])  # fmt: skip
def test_the_verb_behind_how_much_is_not_counted(
    question: str, code: str, kind: str, noun: str
) -> None:
    asked = asked_quantity(question, (code,))
    assert asked is not None
    assert (asked.kind, asked.noun) == (kind, noun)


def _ask(corpus: Path, index: Path, text: str, *questions: str) -> list[rag.Answer]:
    title, _, body = text.partition("\n\n")
    write(corpus, "a.txt", f"{title}\n\nOlden, 4.3.2021\n\n{body}\n")
    rag.build(corpus, index)
    with rag.open(index) as library:
        return [library.ask(question) for question in questions]
