"""The sentence of an answer speaks of what the question asks about, and of a time that was."""

from __future__ import annotations

import pytest

from .conftest import AskAlone

MILL = {
    "en": "Report of the mills\n\nOlden, 4 March 2021\n\n",
    "de": "Bericht der Mühlen\n\nOlden, 4. März 2021\n\n",
    "es": "Informe de los molinos\n\nOlden, 4 de marzo de 2021\n\n",
    "it": "Rapporto dei mulini\n\nOlden, 4 marzo 2021\n\n",
    "nl": "Verslag van de molens\n\nOlden, 4 maart 2021\n\n",
    "pt": "Relatório dos moinhos\n\nOlden, 4 de março de 2021\n\n",
    "fr": "Rapport des moulins\n\nOlden, le 4 mars 2021\n\n",
}
# Language, text, a question with a false premise, a question that is answered, its words.
CASES = [
    # Another name beside the same noun, or another person.
    ("en", "The ferry to Skarn was withdrawn in May 2019. The ferry to Lunde is full.",
     "When was the ferry to Lunde withdrawn?", "When was the ferry to Skarn withdrawn?", "2019"),
    ("es", "La ruta de Soria cerró en mayo de 2019. La ruta de Teruel sigue llena.",
     "¿Cuándo cerró la ruta de Teruel?", "¿Cuándo cerró la ruta de Soria?", "2019"),
    ("en", "The delegation of Arvia was led by Ida Moen. The delegation of Borvia was late.",
     "Who led the delegation of Borvia?", "Who led the delegation of Arvia?", "Ida Moen"),
    # Another number or letter.
    ("en", "Gate 4 opened on 2 June 2018.",
     "When did gate 5 open?", "When did gate 4 open?", "2 June 2018"),
    ("nl", "Spoor 4 blijft gesloten tot 2 juni 2021, spoor 5 is vrij.",
     "Tot wanneer blijft spoor 5 gesloten?", "Tot wanneer blijft spoor 4 gesloten?", "2 juni"),
    ("de", "Halle B wurde am 2. Juni 2018 eröffnet.",
     "Wann wurde Halle D eröffnet?", "Wann wurde Halle B eröffnet?", "2. Juni 2018"),
    # What was still to come.
    ("en", "The old mill was repaired in 2017. The new mill will be repaired in 2025.",
     "When was the new mill repaired?", "When was the old mill repaired?", "2017"),
    ("it", "Il mulino grande fu venduto nel 2017. Il mulino piccolo sarà venduto nel 2025.",
     "Quando è stato venduto il mulino piccolo?", "Quando fu venduto il mulino grande?", "2017"),
    ("pt", "O moinho grande foi vendido em 2017. O moinho pequeno será vendido em 2025.",
     "Quando foi vendido o moinho pequeno?", "Quando foi vendido o moinho grande?", "2017"),
    # What is denied.
    ("en", "The board has not approved the sale. The mill was built in 1904.",
     "When did the board approve the sale?", "When was the mill built?", "1904"),
    ("es", "El consejo no aprobó la venta. El molino fue construido en 1904.",
     "¿Cuándo aprobó el consejo la venta?", "¿Cuándo fue construido el molino?", "1904"),
    ("fr", "Le conseil n'a pas vendu le moulin. Le moulin a été construit en 1904.",
     "When was the mill sold?", "When was the mill built?", "1904"),
    ("de", "Tote gab es nicht, verletzt wurden 14 Menschen.",
     "Wie viele Tote gab es?", "Wie viele Menschen wurden verletzt?", "14"),
    ("fr", "Le feu au moulin a fait 14 blessés.",
     "How many people died in the fire?", "How many people were injured in the fire?", "14"),
    # Revenue and profit, height and width.
    ("en", "The mill had a revenue of 14 million euros in 2020.",
     "What was the profit of the mill in 2020?", "What was the revenue of the mill in 2020?", "14"),
    ("nl", "De molen aan de rivier is 22 meter hoog en werd in 1904 gebouwd.",
     "Hoe breed is de molen?", "Hoe hoog is de molen?", "22 meter"),
    # Who did it to whom.
    ("en", "Mill owner Ida Moen praised the divers.",
     "Who did the divers praise?", "Who praised the divers?", "Ida Moen"),
    ("de", "Der Landrat Karl Moser lobte die Taucher. Das war am Montag in der Stadt.",
     "Wen lobten die Taucher?", "Wer lobte die Taucher?", "Karl Moser"),
    # Questions of languages whose releases are not read.
    ("fr", "Le moulin a été construit par Ida Moen en 1904.",
     "Kiedy zburzono młyn?", "Kiedy zbudowano młyn?", "1904"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "false", "true", "words"), CASES)
def test_only_what_is_told_of_the_asked_thing_answers(
    language: str, text: str, false: str, true: str, words: str, ask_alone: AskAlone
) -> None:
    refused, answered = ask_alone(f"{MILL[language]}{text}\n", false, true)

    assert refused.status == "abstained", refused.text
    assert answered.status == "answered"
    assert answered.span is not None
    assert words in answered.span.quote
