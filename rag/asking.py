"""From a query to its hits and its answer, with one index, its encoder and its reader."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from rag import answering, retrieval
from rag.config import Settings
from rag.errors import CitationError, EncoderError, ReaderError
from rag.expression import ExpressionResult
from rag.indexing import Index
from rag.language import asks_who_said, what_is_said
from rag.models import Calibration, Encoder, Reader, load_reader, shipped_calibration
from rag.near import suggestion
from rag.question import Query, latest_before, of_all_times, of_each
from rag.types import Answer, Passage, Release, ReleaseSummary

# A folder in the index folder. It only saves time: it may be deleted, and may be unwritable.
_CACHE = "cache"


class Asking:
    """Answers queries from an open index. Safe from several threads.

    Args:
        reader: re-ranks the hits, and stays open; None loads the one that the settings name, when
            it is needed.

    Attributes:
        problem: why the reader could not be loaded; None if it is loaded, off, or not needed so
            far.
    """

    def __init__(
        self, index: Index, encoder: Encoder, settings: Settings, reader: Reader | None
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._settings = settings
        self._reader = reader
        self._own_reader: Reader | None = None
        self.problem: ReaderError | EncoderError | None = None
        self._loads = False
        self._loading = threading.Lock()

    def close(self) -> None:
        """Close the reader, if it was loaded here."""
        with self._loading:
            if self._own_reader is not None:
                self._own_reader.close()

    @cached_property
    def summaries(self) -> tuple[ReleaseSummary, ...]:
        """All releases without their texts, sorted by id. Read once, then cached."""
        return tuple(self._index.records.summaries())

    @cached_property
    def register(self) -> retrieval.Register:
        """The statements of all releases. Read once, then cached."""
        return retrieval.Register(self._index.records.statements(), self.summaries)

    def release(self, release_id: str, *, citation: str) -> Release:
        """The release that a citation names.

        Raises:
            CitationError: no release has that id.
        """
        release = self._index.records.release(release_id)
        if release is None:
            near = suggestion(release_id, self._index.records.release_ids())
            raise CitationError("citation.no_release", citation=citation, near=near)
        return release

    def answer(self, query: Query, *, llm: bool) -> Answer:
        """The answer to a query, as ``Library.ask`` describes it."""
        if query.form != "question":
            return self._without_reading(query)
        answer = self._answer_of_register(query) or self._read(query)
        if answer.abstention and answering.lasts(query):
            earlier = self._read(latest_before(query))
            if earlier.parts:
                answer = replace(earlier, question=answer.question, period=answer.period)
        if answer.abstention and answering.lasts(query):
            series = self._read(of_all_times(query))
            answer = answering.holder_of_time(answer, query, series, self._least)
        if answering.may_be_of_series(query, answer):
            series = self._read(of_all_times(query))
            answer = answering.value_of_time(answer, query, series, self._least)
        each = of_each(query) if answering.states_no_number(answer) else None
        if each is not None:
            answer = answering.number_of_things(answer, self._read(each))
        answer = answering.with_statement(answer)
        if query.favoured:
            answer = replace(answer, favoured=query.favoured)
        if llm:
            from rag.generation import generate

            return replace(answer, generated=generate(answer, self._settings.llm))
        return answer

    def _read(self, query: Query) -> Answer:
        result = self.retrieve(query)
        reader = self.ready_reader()
        return answering.make_answer(result, self._encoder, self._calibration(reader), reader)

    @property
    def _least(self) -> float:
        """The confidence from which on words are shown."""
        return self._calibration(self.ready_reader()).shown_threshold

    def _answer_of_register(self, query: Query) -> Answer | None:
        """The answer from the register of statements, if the question asks who said something or
        what somebody said; None for other questions."""
        if not (asks_who_said(query.text) or what_is_said(query.text)):
            return None
        register = self.register

        def read(release_id: str) -> tuple[Release, list[Passage]]:
            release = self.release(release_id, citation=release_id)
            return release, self._index.records.passages_of(release_id)

        asked = answering.speaker_asked(query, register)
        if asked is None:
            return answering.who_said(query, register, read)
        speaker, about = asked
        answer = answering.said_by(query, register, speaker, about, read, self._nearness)
        if answer.parts:
            return answer
        found = self._read(query)
        if found.abstention or answering.reports(found, speaker):
            return found
        return replace(answer, hits=found.hits)

    def _nearness(self, words: str, texts: Sequence[str]) -> list[float]:
        """How near texts are to words: cosines, in standard deviations over the corpus."""
        (vector,) = self._encoder.encode_queries([words])
        mean, deviation = self._index.dense_scale(vector)
        near = [0.0] * len(texts)
        for position, other in self._encoder.encode_passages(texts):
            near[position] = (float(other @ vector) - mean) / max(deviation, 1e-6)
        return near

    def _without_reading(self, query: Query) -> Answer:
        """The hits for a name or key words; an abstention for what asks and names nothing."""
        if query.form == "nothing":
            return Answer(query.question, (), 0.0, abstention="no-question")
        answer = answering.list_passages(self.retrieve(query))
        if query.expression is None:
            return answer
        found = None if answer.hits else answer.abstention
        return replace(answer, expression=self.expression(query), abstention=found)

    def expression(self, query: Query) -> ExpressionResult | None:
        """What the index has of the operators of a search; None if there are none."""
        return self._index.match(query.expression).result if query.expression else None

    def retrieve(self, query: Query) -> retrieval.SearchResult:
        """The hits for a query, which the reader has ranked again if it is a question."""
        settings = self._settings.retrieval
        if query.form != "question" or not self._settings.reader.enabled:
            return retrieval.retrieve(self._index, self._encoder, query, settings)
        self.load_reader()
        passages = self._settings.reader.passages
        return retrieval.retrieve(
            self._index, self._encoder, query, settings, passages, self._reranker
        )

    def load_reader(self) -> None:
        """Begin to load the reader, while the question is understood and encoded."""
        if self._settings.reader.enabled and self._reader is None and not self._loads:
            self._loads = True
            threading.Thread(target=self.ready_reader, name="load-reader").start()

    def _reranker(self) -> retrieval.Reranker | None:
        reader = self.ready_reader()
        if reader is None:
            return None
        passages = self._settings.reader.passages
        return retrieval.Reranker(reader, self._calibration(reader), passages)

    def _calibration(self, reader: Reader | None) -> Calibration:
        """The reader's calibration, or the shipped one without a reader; the settings may have
        another threshold."""
        calibration = reader.calibration if reader is not None else self._shipped_calibration
        threshold = self._settings.answer.threshold
        return calibration if threshold is None else calibration.with_threshold(threshold)

    @cached_property
    def _shipped_calibration(self) -> Calibration:
        return shipped_calibration()

    def ready_reader(self) -> Reader | None:
        """The reader, loaded on the first question; None if it is off or cannot be loaded."""
        if not self._settings.reader.enabled or self.problem is not None:
            return None
        with self._loading:
            if self._reader is None and self.problem is None:
                try:
                    self._reader = self._own_reader = load_reader(
                        self._settings.reader, self._encoder.identity, self._index.folder / _CACHE
                    )
                except (ReaderError, EncoderError) as error:
                    self.problem = error
            return self._reader
