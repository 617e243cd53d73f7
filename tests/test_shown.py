"""The confidence that is stated: the sentence alone must say it."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

import rag
from rag.answering.confidence import shown_confidence
from rag.models import ReaderIdentity, Reading, shipped_calibration
from tests.conftest import write

NEWS = (
    "Un phare à Ploumeur\n\nPloumeur, le 4 mai 2021\n\n"
    "Le phare de Ploumeur a été bâti par l'architecte Rozenn Caradec. "
    "Il a été repeint par Yann Le Bihan."
)


class Alone:
    """A reader that finds a name in every passage, and thinks of a sentence what it is told to."""

    identity = ReaderIdentity("alone", "1")
    calibration = shipped_calibration()

    def __init__(self, name: str, span_score: float) -> None:
        self.name, self.span_score = name, span_score
        self.alone: list[tuple[str, str]] = []

    def read(self, inputs: Iterable[tuple[str, str, str]]) -> Generator[Reading, None, None]:
        for _, title, text in inputs:
            at = max(0, text.find(self.name))
            whole = text.count(". ") > 0
            if not whole:
                self.alone.append((title, text))
            score = 9.0 if whole else self.span_score
            yield Reading(at, at + len(self.name), score, 5.0, certainty=1.0)

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("span_score", "status", "low", "high"),
    [(9.0, "answered", 0.8, 1.0), (1.0, "answered", 0.3, 0.8), (-9.0, "abstained", 0.0, 0.2)],
)
def test_what_the_sentence_alone_does_not_say_is_not_answered(
    corpus: Path,
    index: Path,
    embedded: rag.Encoder,
    span_score: float,
    status: str,
    low: float,
    high: float,
) -> None:
    write(corpus, "a.txt", NEWS)
    rag.build(corpus, index, encoder=embedded)
    reader = Alone("Rozenn Caradec", span_score)
    with rag.open(index, encoder=embedded, reader=reader) as library:
        answer = library.ask("De qui est le phare de Ploumeur ?")
    told = "Le phare de Ploumeur a été bâti par l'architecte Rozenn Caradec."
    assert reader.alone == [("Un phare à Ploumeur", told)]
    assert answer.status == status
    assert low <= answer.confidence <= high
    assert answer.text == ("Rozenn Caradec" if status == "answered" else "")
    assert all(part.confidence == answer.confidence for part in answer.parts)


def test_whom_a_sentence_surely_tells_is_shown_with_a_doubt(
    corpus: Path, index: Path, embedded: rag.Encoder
) -> None:
    write(corpus, "a.txt", NEWS)
    rag.build(corpus, index, encoder=embedded)
    with rag.open(index, encoder=embedded, reader=Alone("Rozenn Caradec", -9.0)) as library:
        answer = library.ask("Qui a bâti le phare de Ploumeur ?")
    assert answer.text == "Rozenn Caradec"
    assert 0.3 <= answer.confidence < 0.5


def _reading(span_score: float) -> Reading:
    return Reading(0, 1, span_score, 0.0)


@pytest.mark.parametrize("passages", [1, 4, 20, 5_000])
def test_the_confidence_rises_with_the_passage_and_with_the_sentence(passages: int) -> None:
    calibration = shipped_calibration()

    def of(probability: float, span_score: float) -> float:
        return shown_confidence(probability, passages, _reading(span_score), calibration)

    assert 0.0 < of(0.2, 0.0) < of(0.5, 0.0) < of(0.9, 0.0) < 1.0
    assert of(0.5, -6.0) < of(0.5, 0.0) < of(0.5, 6.0)
    assert of(0.5, 10.0) == of(0.5, 30.0)  # one logit alone decides nothing


def test_without_weights_the_probability_is_stated() -> None:
    calibration = replace(shipped_calibration(), shown=())
    assert shown_confidence(0.37, 3, _reading(9.0), calibration) == 0.37
