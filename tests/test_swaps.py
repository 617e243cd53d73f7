"""Questions that a passage does not answer, made out of ones that it does."""

from __future__ import annotations

import random

from training.swaps import Swapper

QUESTIONS = (
    "Qui a battu Anne Martin ?",
    "Pourquoi Paul Durand a-t-il démissionné ?",
    "Combien de blessés compte la ville en 1914 ?",
)
PASSAGE = "Marie Petit a battu Anne Martin à Paris en 1914. La ville compte dix blessés."


def swaps(question: str, questions: tuple[str, ...] = QUESTIONS) -> set[str | None]:
    swapper = Swapper("fr", questions)
    return {swapper.swap(question, PASSAGE, random.Random(seed)) for seed in range(40)}


def test_the_sides_of_a_verb_are_exchanged() -> None:
    assert "Qui Anne Martin a-t-il battu ?" in swaps("Qui a battu Anne Martin ?")


def test_a_name_is_asked_about_something_else() -> None:
    assert "Pourquoi Anne Martin a-t-il démissionné ?" in swaps("Qui a battu Anne Martin ?")


def test_what_comes_in_place_does_not_stand_in_the_passage() -> None:
    assert "Qui a battu Paul Durand ?" in swaps("Qui a battu Anne Martin ?")
    assert all("1914" not in (text or "") for text in swaps("Qui a gagné en 1914 ?"))


def test_a_question_without_a_part_to_exchange_gives_none() -> None:
    assert swaps("Pourquoi ?") == {None}


def test_who_did_it_is_asked_in_the_passive_too() -> None:
    swapper = Swapper("en", QUESTIONS)

    assert swapper.passive("Who defeated Anne Martin?") == "By whom was Anne Martin defeated?"
    assert swapper.passive("Where is Anne Martin?") is None


def test_a_name_near_the_answer_comes_in() -> None:
    start = PASSAGE.index("dix blessés")
    swapper = Swapper("fr", QUESTIONS)
    found = {
        swapper.swap("Qui a battu Anne Martin ?", PASSAGE, random.Random(seed), (start, start + 3))
        for seed in range(40)
    }

    assert "Qui a battu Paris ?" in found
    assert "Qui a battu Anne Martin ?" not in found
