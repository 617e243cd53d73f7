"""The facade: open an index, search it, ask it; build one. Wires the rooms together."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from rag import answering, generation, retrieval
from rag.config import Settings, load_settings
from rag.corpus import Addition, add_releases
from rag.errors import CitationError, EncoderError, RagError, ReaderError
from rag.indexing import (
    BuildReport,
    Difference,
    Index,
    Progress,
    build_index,
    engines,
    open_index,
    verify,
)
from rag.models import (
    Calibration,
    Encoder,
    Reader,
    check_calibration,
    load_encoder,
    load_reader,
    shipped_calibration,
)
from rag.question import Query, make_filters, make_query
from rag.types import (
    Answer,
    Citation,
    Filters,
    Hit,
    Passage,
    Release,
    ReleaseSummary,
    Span,
    Stretch,
)

StrPath = str | os.PathLike[str]
# Beside the index: what only saves time, and may be deleted or unwritable.
_CACHE = "cache"


class Library:
    """An open index. Safe to use from several threads; use as a context manager or ``close`` it.

    Made by ``rag.open``.
    """

    def __init__(
        self, index: Index, encoder: Encoder, settings: Settings, reader: Reader | None = None
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._settings = settings
        self._reader = reader
        self._own_reader: Reader | None = None
        self._reader_problem: ReaderError | EncoderError | None = None
        self._loading = threading.Lock()

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go. The library cannot be used afterwards; a reader it was lent can."""
        self._index.close()
        if self._own_reader is not None:
            self._own_reader.close()

    @property
    def reader_problem(self) -> RagError | None:
        """Why the reader is not at work though the settings want it; None where it is, or has
        not been needed yet."""
        return self._reader_problem

    def __len__(self) -> int:
        """How many passages there are."""
        return self._index.passages

    @property
    def manifest(self) -> dict[str, Any]:
        """What the index is made of: counts, languages, encoder, settings."""
        return self._index.manifest

    @property
    def generation(self) -> str:
        """Name of the generation that is open."""
        return self._index.generation

    @property
    def engine(self) -> str:
        """The engine that it is searched in, with its address if it has one."""
        return self._index.engine

    @property
    def size_on_disk(self) -> int:
        """Bytes that the open generation takes; 0 where the engine does not tell."""
        return self._index.size

    @property
    def release_ids(self) -> list[str]:
        """Ids of all releases, sorted."""
        return self._index.records.release_ids()

    @cached_property
    def summaries(self) -> tuple[ReleaseSummary, ...]:
        """All releases without their texts, sorted by id; read once."""
        return tuple(self._index.records.summaries())

    def release(self, release_id: str) -> Release:
        """A release by its id, without ``blocks``.

        Raises:
            CitationError: there is none of that id.
        """
        found = self._index.records.release(release_id)
        if found is None:
            raise CitationError("citation.no_release", citation=release_id)
        return found

    def passages(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order; empty if there is no such release."""
        return self._index.records.passages_of(release_id)

    def search(
        self,
        question: str,
        k: int | None = None,
        *,
        date_from: str | date | None = None,
        date_to: str | date | None = None,
        language: str | Iterable[str] | None = None,
        releases: str | Iterable[str] | None = None,
    ) -> list[Hit]:
        """The passages that fit a question best, best first.

        Args:
            question: in any language that the encoder knows.
            k: how many, 1 or more; fewer come back when the corpus or the filters leave fewer.
                None takes the setting (5).
            date_from, date_to: ``2014``, ``2014-11`` or ``2014-11-18``, inclusive; releases whose
                date has no year are left out.
            language: ISO 639-1 code of the releases, or several.
            releases: release id, or several.

        Raises:
            QueryError: an empty question, a ``k`` below 1, an impossible date.
            EncoderError: the question cannot be encoded.
        """
        query = self._query(question, k, date_from, date_to, language, releases)
        return list(self._retrieve(query).hits)

    def ask(
        self,
        question: str,
        k: int | None = None,
        *,
        date_from: str | date | None = None,
        date_to: str | date | None = None,
        language: str | Iterable[str] | None = None,
        releases: str | Iterable[str] | None = None,
        llm: bool = False,
    ) -> Answer:
        """The answer that the releases give, with citations, or an abstention.

        Arguments and errors are those of ``search``; ``k`` is the number of hits in the answer.

        Args:
            llm: send the hits to the endpoint that the settings name and put what it writes,
                checked, in ``generated``; an abstention sends nothing.

        Raises:
            ConfigurationError: ``llm`` without an endpoint in the settings or without ``openai``.
        """
        query = self._query(question, k, date_from, date_to, language, releases)
        reader = self._ready_reader()
        answer = answering.make_answer(
            self._retrieve(query), self._encoder, self._calibration(reader), reader
        )
        if llm:
            return replace(answer, generated=generation.generate(answer, self._settings.llm))
        return answer

    def show(self, citation: str) -> Citation:
        """A citation as it stands in its release now.

        Args:
            citation: its id, ``release:start-end:digest``.

        Raises:
            CitationError: malformed, of no release here, or its text is gone.
        """
        release_id, *_rest = answering.parse_citation(citation)
        found = self._index.records.release(release_id)
        if found is None:
            raise CitationError("citation.no_release", citation=citation)
        resolved = answering.resolve(found, citation)
        for passage in self.passages(release_id):
            if passage.start <= resolved.start and resolved.end <= passage.end:
                return answering.cite(found, resolved.start, resolved.end, passage.ordinal)
        return resolved

    def matching_words(self, question: str, release: Release, place: Stretch) -> list[Span]:
        """Where words of a passage, a citation or another stretch of a release share an index term
        with the question (in any inflected form), in the body's characters, in order."""
        query = make_query(question, 1, Filters(), [release.language])
        return answering.shared_words(release, Span(place.start, place.end), query)

    def verify(self, corpus: StrPath | None = None) -> list[Difference]:
        """Compare every release and passage with the files that they were read from, and every
        file of the index with what was written.

        Args:
            corpus: the folder; None takes the one that the index was built from.

        Returns:
            The differences; empty when all agrees.

        Raises:
            CorpusError: the folder is not there.
        """
        return verify(self._index, Path(corpus) if corpus is not None else self.corpus_folder)

    @property
    def corpus_folder(self) -> Path:
        """The folder that the index was built from."""
        stated = Path(self.manifest["corpus"])
        return (
            stated if stated.is_absolute() else Path(os.path.normpath(self._index.folder / stated))
        )

    def _query(
        self,
        question: str,
        k: int | None,
        date_from: str | date | None,
        date_to: str | date | None,
        language: str | Iterable[str] | None,
        releases: str | Iterable[str] | None,
    ) -> Query:
        wanted = self._settings.retrieval.k if k is None else k
        filters = make_filters(date_from, date_to, language, releases)
        return make_query(question, wanted, filters, self._index.languages)

    def _retrieve(self, query: Query) -> retrieval.SearchResult:
        reader = self._ready_reader()
        reranker = None
        if reader is not None:
            passages = self._settings.reader.passages
            reranker = retrieval.Reranker(reader, self._calibration(reader), passages)
        settings = self._settings.retrieval
        return retrieval.retrieve(self._index, self._encoder, query, settings, reranker)

    def _calibration(self, reader: Reader | None) -> Calibration:
        """The reader's, or the search's where there is none; what the settings state wins."""
        calibration = reader.calibration if reader is not None else self._search_calibration
        reading, threshold = self._settings.reader, self._settings.answer.threshold
        return calibration.with_stated(reading.span_weight, reading.answerable_weight, threshold)

    @cached_property
    def _search_calibration(self) -> Calibration:
        return shipped_calibration()

    def _ready_reader(self) -> Reader | None:
        """The reader, loaded on the first question; None where it is off or cannot be had."""
        if not self._settings.reader.enabled or self._reader_problem is not None:
            return None
        with self._loading:
            if self._reader is None and self._reader_problem is None:
                try:
                    self._reader = self._own_reader = load_reader(
                        self._settings.reader,
                        self._encoder.identity,
                        self._index.folder / _CACHE,
                    )
                except (ReaderError, EncoderError) as error:
                    self._reader_problem = error
            return self._reader


def open(  # noqa: A001
    index: StrPath = "index",
    *,
    encoder: Encoder | None = None,
    settings: Settings | None = None,
    reader: Reader | None = None,
) -> Library:
    """Open an index for searching.

    Args:
        index: its folder.
        encoder: the one to encode questions with; None loads the one that the settings name.
        settings: None reads ``rag.toml`` if there is one, else takes the defaults.
        reader: one that is lent and stays the caller's to close; None loads the one that the
            settings name, on the first question.

    Raises:
        ReaderError: ``reader`` was calibrated for another encoder.
        IndexMissingError, IndexVersionError, IndexEncoderError, IndexDamagedError: the index
            cannot be used; the message names the command that mends it.
        EncoderError: the model is not on this machine.
        EngineError: the server that the settings name cannot be reached.
        ConfigurationError: ``rag.toml`` is wrong.
    """
    chosen = settings if settings is not None else load_settings()
    model = encoder if encoder is not None else load_encoder(chosen.encoder)
    if reader is not None:
        check_calibration(reader.calibration, reader.identity.name, model.identity)
    identity = model.identity.to_dict()
    opened = engines.find(chosen.engine).open(chosen.engine, Path(index), identity)
    return Library(opened, model, chosen, reader)


def build(
    corpus: StrPath = "seeds",
    index: StrPath = "index",
    *,
    encoder: Encoder | None = None,
    settings: Settings | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Build an index of a folder of releases, or bring it up to date.

    Args:
        corpus: folder of releases.
        index: folder of the index; made if absent. Libraries that have it open go on with the
            generation they opened.
        encoder: None loads the one that the settings name.
        settings: None reads ``rag.toml`` if there is one, else takes the defaults.
        force: do everything anew.
        progress: called with a stage (``read``, ``encode``, ``write``, ``publish``), done and
            total.

    Raises:
        EngineError: the server that the settings name cannot be reached; the index in the folder
            is built, and what was live on the server stays so.
        CorpusError, EncoderError, IndexBusyError, StorageError, ConfigurationError: nothing was
            changed; the live index stays in service.
    """
    chosen = settings if settings is not None else load_settings()
    model = encoder if encoder is not None else load_encoder(chosen.encoder)
    engine = engines.find(chosen.engine)
    report = build_index(Path(corpus), Path(index), model, chosen, force=force, progress=progress)
    if engine.publish is not None:
        with closing(open_index(Path(index), None)) as built:
            published = engine.publish(built, chosen.engine, progress or (lambda *_: None))
        report = replace(report, changed=report.changed or published)
    return report


def add(files: StrPath | Iterable[StrPath], corpus: StrPath = "seeds") -> list[Addition]:
    """Put releases into a corpus folder; ``build`` then brings the index up to date.

    Args:
        files: releases in any format that is read. What is no release, and what would replace
            another text, is refused with the reason.
        corpus: the folder.

    Raises:
        CorpusError: there is no such folder, or it cannot be indexed as it is.
    """
    several = [files] if isinstance(files, str | os.PathLike) else files
    return add_releases([Path(file) for file in several], Path(corpus))
