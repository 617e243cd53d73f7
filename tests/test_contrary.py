"""A question that takes something false for granted gets no answer from a passage near it."""

from __future__ import annotations

import pytest

from rag.answering.checks.contrary import says_contrary
from rag.answering.checks.presence import find_missing, is_of_another_time
from rag.answering.checks.sides import is_other_side
from rag.question import make_query
from rag.types import Filters

from .asked import hit, query
from .conftest import AskAlone

# Language, text, words that a reader chooses, question with a false premise, its true twin.
NEGATED = [
    ("fr", "Le maire de Sarmont n'a pas signé l'accord.", "Le maire de Sarmont",
     "Qui a signé l'accord ?", "Qui n'a pas signé l'accord ?"),
    ("fr", "Les abeilles atteintes peuvent voler grâce à un gène.", "grâce à un gène",
     "Pourquoi les abeilles atteintes ne peuvent-elles pas voler ?",
     "Comment les abeilles atteintes peuvent-elles voler ?"),
    ("en", "The mayor of Sarmont has not signed the treaty.", "The mayor of Sarmont",
     "Who has signed the treaty?", "Who has not signed the treaty?"),
    ("de", "Die Stadt Sarmont hat den Vertrag nicht unterzeichnet.", "Die Stadt Sarmont",
     "Wer hat den Vertrag unterzeichnet?", "Wer hat den Vertrag nicht unterzeichnet?"),
    ("es", "El alcalde de Sarmont no firmó el acuerdo.", "El alcalde de Sarmont",
     "¿Quién firmó el acuerdo?", "¿Quién no firmó el acuerdo?"),
    ("it", "Il sindaco di Sarmont non ha firmato il trattato.", "Il sindaco di Sarmont",
     "Chi ha firmato il trattato?", "Chi non ha firmato il trattato?"),
    ("nl", "De burgemeester heeft het verdrag niet ondertekend.", "De burgemeester",
     "Wie heeft het verdrag ondertekend?", "Wie heeft het verdrag niet ondertekend?"),
    ("pt", "O autarca de Sarmont não assinou o acordo.", "O autarca de Sarmont",
     "Quem assinou o acordo?", "Quem não assinou o acordo?"),
]  # fmt: skip
OPPOSITE = [
    ("fr", "L'usine de Sarmont fermera ses portes en mars 2024.", "en mars 2024",
     "Quand l'usine de Sarmont ouvrira-t-elle ses portes ?",
     "Quand l'usine de Sarmont fermera-t-elle ses portes ?"),
    ("fr", "Le loyer moyen, par mois, est de 640 euros.", "640 euros",
     "Quel est le loyer moyen par an ?", "Quel est le loyer moyen par mois ?"),
    ("en", "Exports of the region rose by 4 per cent.", "4 per cent",
     "By how much did exports of the region fall?", "By how much did exports of the region rise?"),
    ("de", "Die Gruppe verkaufte das Werk für 3 Millionen Euro.", "3 Millionen Euro",
     "Für wie viel kaufte die Gruppe das Werk?", "Für wie viel verkaufte die Gruppe das Werk?"),
    ("es", "Los precios subieron un 4 % en mayo.", "4 %",
     "¿Cuánto bajaron los precios en mayo?",
     "¿Cuánto subieron los precios en mayo?"),
    ("it", "Il museo di Sarmont chiude il 4 maggio.", "il 4 maggio",
     "Quando apre il museo di Sarmont?", "Quando chiude il museo di Sarmont?"),
    ("nl", "De fabriek werd in 2019 gesloten.", "in 2019",
     "Wanneer werd de fabriek geopend?", "Wanneer werd de fabriek gesloten?"),
    ("pt", "O grupo vendeu a fábrica por 3 milhões.", "3 milhões",
     "Por quanto o grupo comprou a fábrica?", "Por quanto o grupo vendeu a fábrica?"),
]  # fmt: skip
CONTRASTS = [
    ("fr", "Vigilance orange : des orages arrivent. Ils toucheront la Sarre vendredi.", "vendredi",
     "Quand la vigilance rouge a-t-elle été déclenchée ?",
     "Quand la vigilance orange a-t-elle été déclenchée ?"),
    ("fr", "C'est à Sarmont que s'ouvre la convention démocrate.", "à Sarmont",
     "Où s'ouvre la convention républicaine ?", "Où s'ouvre la convention démocrate ?"),
    ("en", "The green line reopens. Trains will run again on Monday.", "on Monday",
     "When will the red line reopen?", "When will the green line reopen?"),
    ("de", "Die Linie führt ins nördliche Umland und kostet 3 Millionen Euro.", "3 Millionen Euro",
     "Was kostet die Linie ins südliche Umland?", "Was kostet die Linie ins nördliche Umland?"),
    ("es", "La escuela primaria de Sarmont abre en mayo.", "en mayo",
     "¿Cuándo abre la escuela secundaria?", "¿Cuándo abre la escuela primaria?"),
    ("it", "La squadra maschile ha vinto 3 partite.", "3 partite",
     "Quante partite ha vinto la squadra femminile?",
     "Quante partite ha vinto la squadra maschile?"),
    ("nl", "De bruto winst bedraagt 3 miljoen euro.", "3 miljoen euro",
     "Hoeveel bedraagt de netto winst?", "Hoeveel bedraagt de bruto winst?"),
    ("pt", "A ala norte abre em maio.", "em maio",
     "Quando é que a ala sul vai abrir?", "Quando é que a ala norte vai abrir?"),
]  # fmt: skip
UNDONE = [
    ("fr", "Le festival de Sarmont aura lieu le 4 mai.", "le 4 mai",
     "Pourquoi le festival de Sarmont a-t-il été annulé ?", "Quand a lieu le festival ?"),
    ("fr", "La directrice, Anne Lorme, présente le budget.", "Anne Lorme",
     "Pourquoi Anne Lorme a-t-elle démissionné ?", "Qui présente le budget ?"),
    ("en", "The council presents its plan on 4 May.", "4 May",
     "Why did the council withdraw its plan?", "When does the council present its plan?"),
    ("de", "Der Rat stellt seinen Plan am 4. Mai vor.", "4. Mai",
     "Warum hat der Rat seinen Plan abgelehnt?", "Wann stellt der Rat seinen Plan vor?"),
    ("es", "El consejo presenta su plan el 4 de mayo.", "4 de mayo",
     "¿Por qué rechazó el consejo su plan?", "¿Cuándo presenta el consejo su plan?"),
    ("it", "Il consiglio presenta il piano il 4 maggio.", "4 maggio",
     "Perché il consiglio ha respinto il piano?", "Quando il consiglio presenta il piano?"),
    ("nl", "De raad stelt zijn plan op 4 mei voor.", "4 mei",
     "Waarom heeft de raad zijn plan verworpen?", "Wanneer stelt de raad zijn plan voor?"),
    ("pt", "O conselho apresenta o plano a 4 de maio.", "4 de maio",
     "Porque é que o conselho rejeitou o plano?", "Quando apresenta o conselho o plano?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "false", "true"), [*NEGATED, *OPPOSITE, *CONTRASTS, *UNDONE]
)
def test_the_contrary_is_told_and_the_true_twin_is_not(
    language: str, text: str, words: str, false: str, true: str
) -> None:
    found = hit(text, words, language)

    assert says_contrary(query(false, language), found)
    assert not says_contrary(query(true, language), found)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        # Another word for undoing, a negation, and a word that only begins like one.
        ("Pourquoi la loi a-t-elle été rejetée ?", "Le Sénat a refusé la loi, trop chère.",
         "trop chère"),
        ("Pourquoi le maire a-t-il refusé ?", "Le maire n'en veut pas, faute d'argent.",
         "faute d'argent"),
        ("Quand le pays a-t-il perdu son statut ?", "Il fut un État jusqu'au 1er mai 1707.",
         "1er mai 1707"),
        ("Qui a fermement condamné l'attaque ?", "Le maire a condamné l'attaque.", "Le maire"),
        # "Ne … plus que" denies nothing, and a question for yes or no asks for the negation.
        ("Quel taux le maire prévoit-il ?", "Le maire ne prévoit plus qu'un taux de 2 %.", "2 %"),
        ("Le maire a-t-il signé l'accord ?", "Le maire n'a jamais signé l'accord.",
         "n'a jamais signé"),
        # Both opposites stand there.
        ("Quand le musée a-t-il ouvert ?", "Ouvert en 1950, le musée ferme en 2024.", "1950"),
    ],
)  # fmt: skip
def test_what_is_said_in_other_words_is_no_contrary(question: str, text: str, words: str) -> None:
    assert not says_contrary(query(question, "fr"), hit(text, words, "fr"))


def test_undoing_is_told_between_two_languages() -> None:
    found = hit("Le conseil présente son plan le 4 mai.", "le 4 mai", "fr")

    assert says_contrary(make_query("Why was the plan withdrawn?", 5, Filters(), ["fr"]), found)
    assert not says_contrary(make_query("When is the plan shown?", 5, Filters(), ["fr"]), found)


SIDES = [
    ("fr", "Il a remplacé à ce poste Fanny Lorme.", "Fanny Lorme",
     "Qui remplace Julien Somont ?", True),
    ("fr", "Elle a été secourue par son collègue Aziz Kalil.", "son collègue",
     "Par qui Aziz Kalil a-t-il été secouru ?", True),
    ("fr", "Le parti exclut Antoine Pasteur, député-maire de Manac.", "député-maire de Manac",
     "Quel député Antoine Pasteur a-t-il exclu ?", True),
    ("fr", "Le ministre, Dario Koulin, a remercié les pays alliés.", "Le ministre",
     "Qui Dario Koulin a-t-il remercié ?", True),
    ("fr", "Dario Koulin a remercié les pays alliés.", "les pays alliés",
     "Qui Dario Koulin a-t-il remercié ?", False),
    ("fr", "Le ministre d'État, Xavier Bertin, a convoqué le conseil.", "Le ministre d'État",
     "Par qui Xavier Bertin a-t-il été convoqué ?", True),
    ("fr", "La ministre a été reçue au palais par le roi Karl Starm.", "La ministre",
     "Qui David Lamy a-t-il reçu au palais ?", True),
    ("fr", "La ministre a été reçue au palais par le roi Karl Starm.", "La ministre",
     "Qui Karl Starm a-t-il reçu au palais ?", False),
    ("fr", "Clara Vauban remporte le tournoi. Elle a battu la Polonaise Inès Rada.",
     "Clara Vauban", "Qui Inès Rada a-t-elle battu ?", True),
    ("fr", "Antoine Pasteur, député-maire de Manac, préside le comité.", "député-maire de Manac",
     "Qui est Antoine Pasteur ?", False),
    ("en", "She was rescued by her colleague Aziz Kalil.", "her colleague",
     "Who rescued Aziz Kalil?", True),
    ("en", "He replaced Fanny Lorme in May.", "Fanny Lorme", "Who replaced Julian Somont?", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "question", "other"), SIDES)
def test_the_named_person_is_not_the_one_asked_for(
    language: str, text: str, words: str, question: str, other: bool
) -> None:
    assert is_other_side(query(question, language), hit(text, words, language)) is other


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Combien de degrés à Lille ?", ["Lille"]),
        ("Que dit Amnesty International ?", ["Amnesty International"]),
        ("Que dit Radio Sarmont International ?", []),
    ],
)
def test_names_that_look_like_numerals_or_common_words(question: str, missing: list[str]) -> None:
    text = "Il fait 27 degrés à Nice, dit Radio Sarmont, sur le plan international."
    found = find_missing(query(question, "fr"), hit(text, "27", "fr").release)

    assert [name.words for name in found.missing] == missing


@pytest.mark.parametrize(("month", "other"), [("mai 2012", True), ("mai 2011", False)])
def test_a_sentence_of_another_month_is_of_another_time(month: str, other: bool) -> None:
    text = "En mai 2011, ils ont capturé 144 papillons. L'étude a paru en août 2012."
    found = hit(text, "144", "fr")

    assert is_of_another_time(query(f"Combien de papillons en {month} ?", "fr"), found) is other


RELEASE = (
    "Sarmont, le 3 mars 2024\n\nL'usine de Sarmont fermera ses portes le 12 juin 2024, annonce la "
    "directrice, Anne Lorme. Elle a été reçue à la mairie par le maire, Paul Vasseur. La commune "
    "apportera 3 millions d'euros aux salariés de l'usine."
)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Quand l'usine de Sarmont fermera-t-elle ses portes ?", "12 juin 2024"),
        ("Quand l'usine de Sarmont ouvrira-t-elle ses portes ?", ""),
        ("Par qui Anne Lorme a-t-elle été reçue à la mairie ?", "Paul Vasseur"),
        ("Par qui Paul Vasseur a-t-il été reçu à la mairie ?", ""),
        ("Combien la commune apportera-t-elle aux salariés ?", "3 millions"),
        ("Combien la commune a-t-elle refusé aux salariés de Lille ?", ""),
    ],
)
def test_a_library_keeps_silent_over_a_false_premise(
    question: str, text: str, ask_alone: AskAlone
) -> None:
    (answer,) = ask_alone(f"L'usine de Sarmont ferme\n\n{RELEASE}\n", question)

    if text:
        assert answer.status == "answered"
        assert text in answer.text
    else:
        assert answer.status == "abstained"
        assert answer.abstention in ("not-said", "not-named")
