"""What the product asks of a reader: question and passage together, to the words that answer and
how sure that is; and the calibration that turns what it says into an order and a probability."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from rag.errors import ReaderError
from rag.models.encoder import EncoderIdentity


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader sees in one passage.

    Attributes:
        start, end: the words that answer best, in the passage's characters; ``start < end``
            unless the passage is empty.
        span_score: logit of that span less that of "no answer here"; higher is surer.
        answerable: logit of the passage answering the question at all.
    """

    start: int
    end: int
    span_score: float
    answerable: float


@dataclass(frozen=True, slots=True)
class ReaderIdentity:
    """Which reader it is.

    Attributes:
        name: as the settings name it.
        revision: which weights, a digest of them.
    """

    name: str
    revision: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """All that was fitted for one reader beside one encoder; stored beside the reader's weights.

    Attributes:
        encoder: name of the encoder whose search it was fitted on.
        span_cut, answerable_cut: the reader's two logits are cut at plus and minus these, so that
            one of them cannot outvote everything.
        span_weight, answerable_weight: of the two beside the fused score, when passages are put
            in their order.
        search: the logistic model of "the corpus answers" by what the search alone knows: the
            intercept, then a weight for each of ``rag.answering.confidence.search_features``.
        reading: the same with what the reader says, ``reader_features`` after those.
        threshold: least probability, 0 to 1, at which an answer is given.
    """

    encoder: str
    span_cut: float
    answerable_cut: float
    span_weight: float
    answerable_weight: float
    search: tuple[float, ...]
    reading: tuple[float, ...]
    threshold: float

    def logits(self, span_score: float, answerable: float) -> tuple[float, float]:
        """The reader's two logits, cut."""
        return (
            max(-self.span_cut, min(self.span_cut, span_score)),
            max(-self.answerable_cut, min(self.answerable_cut, answerable)),
        )

    def with_stated(
        self, span_weight: float | None, answerable_weight: float | None, threshold: float | None
    ) -> Calibration:
        """The same with what somebody states instead; None states nothing."""
        return replace(
            self,
            span_weight=self.span_weight if span_weight is None else span_weight,
            answerable_weight=(
                self.answerable_weight if answerable_weight is None else answerable_weight
            ),
            threshold=self.threshold if threshold is None else threshold,
        )

    @property
    def most_added(self) -> float:
        """The most that the reader can add to a passage's score."""
        return self.span_weight * self.span_cut + self.answerable_weight * self.answerable_cut


class Reader(Protocol):
    """Reads passages for a question. Implementations are safe to call from several threads."""

    @property
    def identity(self) -> ReaderIdentity:
        """Which reader it is."""

    @property
    def calibration(self) -> Calibration:
        """What was fitted for it."""

    def read(self, asked: Iterable[tuple[str, str, str]]) -> Generator[Reading, None, None]:
        """Read each passage when its reading is wanted.

        Args:
            asked: (question, title, text) of each; the title may be ``""``.

        Yields:
            As many readings, in order.
        """

    def close(self) -> None:
        """Let threads and memory go. It cannot read afterwards."""


def read_calibration(path: Path) -> Calibration:
    """A calibration out of its JSON file, whose keys are the attributes of ``Calibration``.

    Raises:
        ReaderError: the file is missing or damaged.
    """
    try:
        stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        stored["search"] = tuple(map(float, stored["search"]))
        stored["reading"] = tuple(map(float, stored["reading"]))
        return Calibration(**stored)
    except FileNotFoundError as error:
        raise ReaderError("reader.missing", path=path) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ReaderError("reader.damaged", path=path) from error


def check_calibration(calibration: Calibration, reader: str, encoder: EncoderIdentity) -> None:
    """Refuse a reader that was calibrated for another encoder.

    Args:
        reader: its name, for the message.

    Raises:
        ReaderError: it was.
    """
    if calibration.encoder != encoder.name:
        raise ReaderError(
            "reader.other_encoder",
            reader=reader,
            made_for=calibration.encoder,
            encoder=encoder.name,
        )
