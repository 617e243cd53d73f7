"""Versions of a thing: another one is another thing."""

from __future__ import annotations

import pytest

from .conftest import AskAlone

CONSOLE = (
    "Une nouvelle console portable\n\nTokyo, le 22 juin 2012. L'écran de la 3DS mesure 3,5 pouces. "
    "\n\nLa 3DS XL, vendue 199 euros, a un écran qui mesure 4,9 pouces."
)
IDENTITY = (
    "Le service public d'identification\n\nParis, le 3 mars 2023. FranceConnect est proposé par "
    "1 400 sites. FranceConnect+ est utilisé par un million d'usagers."
)

TABLET = (
    "Deux tablettes\n\nParis, le 4 mai 2022. En 2021 EDF en a acheté mille.\n\nL'Orion 5 Pro coûte "
    "520 euros."
)
PHONES = "Deux téléphones\n\nLyon, le 4 mai 2022. Le Galaxy S22 Ultra pèse 228 grammes."
CAR = "Une voiture de plus\n\nPau, le 4 mai 2022. La Mini, une voiture, coûte 31 000 euros."


@pytest.mark.parametrize(
    ("release", "question", "words"),
    [
        (CONSOLE, "Combien mesure l'écran de la 3DS ?", "3,5 pouces"),
        (CONSOLE, "Combien mesure l'écran de la 3DS XL ?", "4,9 pouces"),
        (CONSOLE, "Combien mesure l'écran de la 3DS Mini ?", None),
        (IDENTITY, "Combien de sites proposent FranceConnect ?", "1 400"),
        (IDENTITY, "Combien d'usagers utilisent FranceConnect+ ?", "un million"),
        (IDENTITY, "Combien d'usagers utilisent FranceConnect ?", None),
        (TABLET, "Combien coûte l'Orion 5 Pro ?", "520 euros"),
        (TABLET, "Combien coûte l'Orion 5 ?", None),
        (PHONES, "Combien pèse le Galaxy S22 Ultra ?", "228 grammes"),
        (PHONES, "Combien pèse le Galaxy S22 Lite ?", None),
        (PHONES, "Combien pèse le Galaxy S22 ?", None),
        (CAR, "La voiture coûte combien ?", "31 000 euros"),
    ],
)
def test_another_version_is_not_answered(
    ask_alone: AskAlone, release: str, question: str, words: str | None
) -> None:
    (answer,) = ask_alone(release, question)

    assert (answer.span.quote if answer.span else None) == words
