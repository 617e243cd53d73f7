"""The protocol of a reader, and the calibration of its scores.

A reader takes a question and a passage together. It returns the words that answer and two scores.
The calibration turns the scores into an order of passages and into a probability.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from rag.errors import ReaderError
from rag.lazy import dataclass
from rag.models.encoder import EncoderIdentity


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading one passage.

    Attributes:
        start, end: the span that answers best, in the passage's characters; ``start < end``
            unless the passage is empty.
        span_score: logit of this span minus the logit of "no answer in this passage".
        answerable: logit of "this passage answers the question".
        certainty: share of the probability of all spans that the spans overlapping this one have,
            0 to 1.
    """

    start: int
    end: int
    span_score: float
    answerable: float
    certainty: float = 0.0


@dataclass(frozen=True, slots=True)
class ReaderIdentity:
    """Identifies a reader.

    Attributes:
        name: as in the settings.
        revision: a digest of the weights.
    """

    name: str
    revision: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """The parameters that were fitted for a reader together with an encoder.

    They are stored in the folder of the reader's weights.

    Attributes:
        encoder: name of the encoder that they were fitted with.
        span_cut, answerable_cut: the reader's two logits are limited to plus and minus these
            values, so that no single one decides alone.
        span_weight, answerable_weight: weights of the two logits in a hit's score. The fused
            score of the search has the weight 1.
        search: logistic model of "the corpus answers", from the search alone: the intercept, then
            one weight for each of ``rag.answering.confidence.search_features``.
        reading: the same model with the reader: the intercept, then one weight for each of
            ``search_features`` and each of ``reader_features``.
        threshold: an answer is given from this probability on, 0 to 1.
        words: logistic model of "these words are right", given that they are shown: the intercept,
            then one weight for each of ``rag.answering.confidence.word_features``. If it is
            empty, the probability that the corpus answers stands for it.
        words_threshold: an answer is given from this probability of right words on, 0 to 1.
        shown: logistic model of "the words that are shown are right", with the reading of their
            sentence alone: the intercept, then one weight for each of
            ``rag.answering.confidence.shown_features``. If it is empty, the probability by the
            passage is stated.
        shown_threshold: an answer with one value is given from this probability on, 0 to 1.
        items: logistic model of "this is one of the things that are asked for": the intercept, then
            one weight for each of the reader's two logits, limited. If it is empty, there are no
            lists over several releases.
        items_threshold: a thing is listed from this probability on, 0 to 1.
    """

    encoder: str
    span_cut: float
    answerable_cut: float
    span_weight: float
    answerable_weight: float
    search: tuple[float, ...]
    reading: tuple[float, ...]
    threshold: float
    words: tuple[float, ...] = ()
    words_threshold: float = 0.0
    shown: tuple[float, ...] = ()
    shown_threshold: float = 0.0
    items: tuple[float, ...] = ()
    items_threshold: float = 0.5

    def limit(self, span_score: float, answerable: float) -> tuple[float, float]:
        """The reader's two logits, limited to ``span_cut`` and ``answerable_cut``."""
        return (
            max(-self.span_cut, min(self.span_cut, span_score)),
            max(-self.answerable_cut, min(self.answerable_cut, answerable)),
        )

    def with_threshold(self, threshold: float) -> Calibration:
        """A copy with another threshold, which lowers those of the words too."""
        return replace(
            self,
            threshold=threshold,
            words_threshold=min(self.words_threshold, threshold),
            shown_threshold=min(self.shown_threshold, threshold),
        )

    @property
    def max_bonus(self) -> float:
        """The most that the reader can add to the score of a hit."""
        return self.span_weight * self.span_cut + self.answerable_weight * self.answerable_cut


class Reader(Protocol):
    """Reads passages for a question. Implementations are safe to call from several threads."""

    @property
    def identity(self) -> ReaderIdentity:
        """Identifies the reader and its weights."""

    @property
    def calibration(self) -> Calibration:
        """The parameters that were fitted for this reader."""

    def read(self, inputs: Iterable[tuple[str, str, str]]) -> Generator[Reading, None, None]:
        """Read passages lazily: one when its result is asked for.

        Args:
            inputs: (question, title, passage) for each reading; the title may be ``""``.

        Yields:
            One reading for each input, in order.
        """

    def close(self) -> None:
        """Release threads and memory. The reader cannot be used afterwards."""


def read_calibration(path: Path) -> Calibration:
    """Read a calibration from JSON. The keys are the attributes of ``Calibration``.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    try:
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        stored["search"] = tuple(map(float, stored["search"]))
        stored["reading"] = tuple(map(float, stored["reading"]))
        stored["words"] = tuple(map(float, stored.get("words", ())))
        stored["shown"] = tuple(map(float, stored.get("shown", ())))
        stored["items"] = tuple(map(float, stored.get("items", ())))
        return Calibration(**stored)
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=path) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ReaderError("reader.damaged", path=path) from error


def check_calibration(calibration: Calibration, reader: str, encoder: EncoderIdentity) -> None:
    """Check that a calibration was made for this encoder.

    Args:
        calibration: the reader's.
        reader: name of the reader, for the message.
        encoder: the encoder in use.

    Raises:
        ReaderError: it was made for another encoder.
    """
    if calibration.encoder != encoder.name:
        raise ReaderError(
            "reader.other_encoder",
            reader=reader,
            made_for=calibration.encoder,
            encoder=encoder.name,
        )
