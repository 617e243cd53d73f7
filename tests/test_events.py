"""A question about an event that a passage does not tell of gets no answer from it."""

from __future__ import annotations

import pytest

import rag
from rag.answering.checks.contrary import may_be_contrary, says_contrary
from rag.answering.checks.events import is_untold
from rag.answering.checks.sides import is_other_side
from rag.language.registry import known
from rag.question import make_query
from rag.types import Filters

from .asked import hit, query

WHOLE = ("fr", "en", "de", "es", "it", "nl", "pt")

# Language, text, words that a reader chooses, question about an event that is not told, and one
# about an event that is, mostly in other words.
UNTOLD = [
    ("fr", "Le 4 mai, le quai 9 a reçu une grue de 40 mètres.", "Le 4 mai",
     "Quand le quai 9 a-t-il été inauguré ?", "Quand le quai 9 a-t-il reçu une grue ?"),
    ("fr", "La directrice, Anne Lorme, prend la tête du musée le 4 mai.", "le 4 mai",
     "Quand Anne Lorme a-t-elle été blessée ?", "Quand Anne Lorme a-t-elle été nommée ?"),
    ("fr", "Le foyer, édifié en 1904 par Jean Mas, compte 40 lits.", "Jean Mas",
     "Qui a racheté le foyer ?", "Qui a construit le foyer ?"),
    ("en", "The museum received 40 maps from Ann Lowe on 4 May.", "40",
     "How many maps did the museum sell?", "How many maps did the museum receive?"),
    ("en", "The chapel, which dates from 1904, has 40 seats.", "1904",
     "When was the chapel demolished?", "When was the chapel built?"),
    ("de", "Das Werk in Linden stellt 120 Mitarbeiter ein.", "120 Mitarbeiter",
     "Wie viele Mitarbeiter wurden entlassen?", "Wie viele Mitarbeiter stellt das Werk ein?"),
    ("de", "Die Bibliothek zieht am 4. Mai in das alte Postamt um.", "4. Mai",
     "Wann wurde das Postamt gebaut?", "Wann zieht die Bibliothek um?"),
    ("es", "El puerto adjudicó la obra del muelle el 4 de mayo.", "4 de mayo",
     "¿Cuándo se incendió el muelle?", "¿Cuándo se adjudicó la obra del muelle?"),
    ("it", "Il teatro ha 520 posti e un sipario donato da Anna Arpe.", "Anna Arpe",
     "Chi ha rubato il sipario?", "Chi ha donato il sipario?"),
    ("nl", "De gemeente kocht het klooster op 4 mei.", "4 mei",
     "Wanneer werd het klooster gesloopt?", "Wanneer werd het klooster gekocht?"),
    ("pt", "A piscina de Vilar custou 3 milhões e abriu a 4 de maio.", "4 de maio",
     "Quando morreu o nadador da piscina de Vilar?", "Quando foi inaugurada a piscina?"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "untold", "told"), UNTOLD)
def test_an_event_must_be_told_of(
    language: str, text: str, words: str, untold: str, told: str
) -> None:
    found = hit(text, words, language)

    assert says_contrary(query(untold, language), found)
    assert not says_contrary(query(told, language), found)
    assert not may_be_contrary(query(told, language), found)


def test_an_event_is_looked_for_in_the_language_of_the_release() -> None:
    found = hit("La directrice, Anne Lorme, présente le budget.", "Anne Lorme", "fr")
    english = make_query("Why did Anne Lorme resign?", 5, Filters(), ["fr"])
    german = make_query("Warum ist Anne Lorme zurückgetreten?", 5, Filters(), ["fr"])

    assert is_untold(english, found)
    assert is_untold(german, found)
    left = hit("La directrice, Anne Lorme, quitte son poste, faute d'argent.", "faute", "fr")
    assert not is_untold(english, left)
    assert not is_untold(german, left)


# An event that is told of somebody or something else, and one that is only planned or called for.
OF_ANOTHER = [
    ("fr", "L'attaque a fait 12 blessés le 4 mai. Le général Idriss Kane s'est rendu à Dolou.",
     "4 mai", "Quand le général Idriss Kane a-t-il été blessé ?"),
    ("fr", "Le 4 mai, l'appel a paru. La ligue appelle le pays à interdire le chalutage.",
     "4 mai", "Quand le pays a-t-il interdit le chalutage ?"),
    ("en", "Paul Renner plans to move the school. The hall has opened on 4 May.",
     "4 May", "When was the school relocated?"),
    ("de", "Der Verein fordert, das Gehege zu bauen. Das Kalb kam am 4. Mai.",
     "4. Mai", "Wann wurde das Gehege gebaut?"),
    ("es", "El museo proyecta abrir una sala. Los grabados llegaron el 4 de mayo.",
     "4 de mayo", "¿Cuándo se abrió la sala?"),
    ("it", "La Velini prevede di aprire uno stabilimento. Il premio arriva il 4 maggio.",
     "4 maggio", "Quando è stato aperto lo stabilimento?"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "question"), OF_ANOTHER)
def test_an_event_of_another_and_a_plan_tell_nothing(
    language: str, text: str, words: str, question: str
) -> None:
    assert is_untold(query(question, language), hit(text, words, language))


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        # The sentence goes on from the one before; the title has the thing; a law plans nothing.
        ("Quand Anne Lorme a-t-elle été élue ?", "Anne Lorme a 40 ans. Elle a été élue le 4 mai.",
         "4 mai"),
        ("Quand le conseil a-t-il adopté le plan ?",
         "Le conseil a adopté hier le plan, prévu par la loi.", "hier"),
        # An office beside a name, a kind of weapon, and what is done without delay.
        ("Qui a été nommé directeur ?", "Le directeur, Jean Mas, présente le budget.", "Jean Mas"),
        ("Qui préside le comité des armes de destruction ?",
         "Le comité des armes, présidé par Jean Mas.", "Jean Mas"),
        ("Quand le siège a-t-il été attaqué ?",
         "Le conseil condamne sans équivoque l'attaque du siège, le 4 mai.", "4 mai"),
    ],
)  # fmt: skip
def test_a_told_event_is_not_refused(question: str, text: str, words: str) -> None:
    assert not is_untold(query(question, "fr"), hit(text, words, "fr"))


def test_the_title_has_the_thing() -> None:
    found = hit("Une grue arrive. L'ouverture est le 4 mai.", "le 4 mai", "fr", "Le musée du sel")

    assert not is_untold(query("Quand ouvre le musée du sel ?", "fr"), found)


@pytest.mark.parametrize(
    ("language", "text", "words", "other", "same"),
    [
        ("fr", "Le salon du bois ouvrira le 12 mars.", "le 12 mars",
         "Quand le salon du fer ouvrira-t-il ?", "Quand le salon du bois ouvrira-t-il ?"),
        ("pt", "O festival do mar regressa a 8 de junho.", "8 de junho",
         "Quando começa o festival do vinho?", "Quando regressa o festival do mar?"),
        ("en", "The house of glass is open until 4 May.", "4 May",
         "Until when is the house of salt open?", "Until when is the house of glass open?"),
        ("fr", "Jean Mas a gagné le prix.", "Jean Mas",
         "Qui a gagné le deuxième prix ?", "Qui a gagné le prix ?"),
        ("fr", "Le chantier coûtera 4 millions. La mairie s'en réjouit. L'annexe sert d'abri.",
         "4 millions", "Combien coûtera l'annexe ?", "Combien coûtera le chantier ?"),
    ],
)  # fmt: skip
def test_another_thing_of_the_kind_is_not_meant(
    language: str, text: str, words: str, other: str, same: str
) -> None:
    found = hit(text, words, language)

    assert says_contrary(query(other, language), found)
    assert not says_contrary(query(same, language), found)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Quel est le but de la réforme ?", "Le but de ce texte est la baisse des loyers."),
        ("Quel traité de paix a été signé ?", "Le traité de Versailles est signé."),
        ("Qui vise l'objet d'un recours ?", "La baisse fait l'objet d'une plainte."),
    ],
)
def test_a_complement_that_names_no_other_thing_is_no_doubt(question: str, text: str) -> None:
    assert not says_contrary(query(question, "fr"), hit(text, text.split()[1], "fr"))


def test_a_superlative_is_told() -> None:
    asked = query("Quel joueur a marqué le plus de buts ?", "fr")

    assert may_be_contrary(asked, hit("Jean Mas a marqué.", "Jean Mas", "fr"))
    best = hit("Jean Mas, meilleur buteur, a marqué 9 buts.", "Jean Mas", "fr")
    assert not may_be_contrary(asked, best)


@pytest.mark.parametrize(
    ("language", "text", "giver", "receives", "gives"),
    [
        ("fr", "Le ministre, Paul Mas, a remis le prix à Inès Roux.", "Paul Mas",
         "Qui a reçu le prix ?", "Qui a remis le prix ?"),
        ("en", "The minister, Paul Mas, presented the award to Ines Roux.", "Paul Mas",
         "Who received the award?", "Who presented the award?"),
        ("es", "El ministro Paul Mas entregó el premio a Inés Roux.", "Paul Mas",
         "¿Quién recibió el premio?", "¿Quién entregó el premio?"),
        ("nl", "Minister Paul Mas overhandigde de prijs aan Ines Roux.", "Paul Mas",
         "Wie ontving de prijs?", "Wie overhandigde de prijs?"),
    ],
)  # fmt: skip
def test_who_gives_does_not_receive(
    language: str, text: str, giver: str, receives: str, gives: str
) -> None:
    assert is_other_side(query(receives, language), hit(text, giver, language))
    assert not is_other_side(query(gives, language), hit(text, giver, language))


@pytest.mark.parametrize("code", WHOLE)
def test_the_words_of_events_are_well_formed(code: str) -> None:
    language = known(code)

    assert {"open", "close", "build", "die", "resign", "sell"} <= set(language.events)
    for key, listed in language.events.items():
        asked, slash, told = listed.partition("/")
        assert asked.split(), key
        assert not slash or told.split(), key
        for word in listed.replace("/", " ").split():
            assert "*" not in word[:-1], (key, word)
            assert word == word.casefold(), (key, word)
    for part in ("unrealised", "superlatives", "receives", "gives"):
        assert getattr(language.answers, part), part


@pytest.mark.parametrize(
    "question",
    [
        "Quand Jens Stoltenberg est-il né ?",
        "Where was Jens Stoltenberg born?",
        "Wann wurde Jens Stoltenberg geboren?",
        "Quand Keir Starmer s'est-il marié ?",
        "Depuis quand Keir Starmer est-il premier ministre ?",
    ],
)
def test_a_life_is_not_told_by_the_day_of_a_meeting(library: rag.Library, question: str) -> None:
    assert library.ask(question).text == ""
