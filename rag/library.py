"""The facade of the package: open an index, search it and ask it.

What only some methods need is imported inside them, so that a question loads as little as possible.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING, Any

from rag import answering
from rag.asking import Asking
from rag.config import Settings, load_settings
from rag.errors import (
    CitationError,
    ConfigurationError,
    CorpusError,
    EngineError,
    QueryError,
    RagError,
    UnreadableFileError,
)
from rag.expression import ExpressionResult
from rag.indexing import Difference, Index, LocalIndex, Progress, corpus_in, engines
from rag.language import analyse_query
from rag.models import Encoder, Reader, check_calibration, load_encoder
from rag.near import suggestion
from rag.question import Query, make_filters, make_query
from rag.question.previous import check_previous
from rag.types import (
    Answer,
    Changes,
    Citation,
    Facets,
    Filters,
    Hits,
    Passage,
    Previous,
    Reason,
    Release,
    ReleaseSummary,
    SaidStatement,
    SimilarRelease,
    Span,
    SpanLike,
    Speaker,
)

if TYPE_CHECKING:
    from rag.corpus.drawing import Drawer
    from rag.corpus.original import Original
    from rag.retrieval.facets import FacetCounter

StrPath = str | os.PathLike[str]


class Library:
    """An open index, as ``rag.open`` returns it. Safe from several threads.

    Use it as a context manager, or ``close`` it.
    """

    def __init__(
        self, index: Index, encoder: Encoder, settings: Settings, reader: Reader | None = None
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._settings = settings
        self._asking = Asking(index, encoder, settings, reader)
        self._drawer: Drawer | None = None
        self._drawing = threading.Lock()

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
        """Close the files. The library cannot be used afterwards.

        A reader that the caller passed to ``rag.open`` stays open.
        """
        self._index.close()
        self._asking.close()
        if self._drawer is not None:
            self._drawer.close()

    @property
    def reader_problem(self) -> RagError | None:
        """Why the reader could not be loaded; None if it is loaded, off, or not needed so far."""
        return self._asking.problem

    def __len__(self) -> int:
        """Number of passages."""
        return self._index.passages

    @property
    def manifest(self) -> dict[str, Any]:
        """Facts about the index: counts, languages, encoder, settings."""
        return self._index.manifest

    @property
    def generation(self) -> str:
        """Name of the open generation."""
        return self._index.generation

    @property
    def latest_generation(self) -> str | None:
        """Name of the generation that was built last in the index folder, perhaps by another
        process; None if that cannot be told."""
        from rag.indexing.store import current_generation

        try:
            return current_generation(self._index.folder)
        except RagError:
            return None

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

    @property
    def summaries(self) -> tuple[ReleaseSummary, ...]:
        """All releases without their texts, sorted by id. Read once, then cached."""
        return self._asking.summaries

    def release(self, release_id: str) -> Release:
        """A release by its id, without ``blocks``.

        Raises:
            CitationError: no release has that id.
        """
        release = self._index.records.release(release_id)
        if release is None:
            near = suggestion(release_id, self.release_ids)
            raise CitationError("citation.unknown_release", release=release_id, near=near)
        return release

    def original(self, release_id: str) -> Path:
        """The file that a release was read from. For a release in a file that holds several, such
        as an archive or a table, it is that file.

        Raises:
            CitationError: no release has that id.
            CorpusError: the file is gone, or is a link that leads out of the corpus folder.
        """
        return self._original(release_id).path

    def inner_original(self, release_id: str) -> tuple[str, bytes] | None:
        """The file inside ``original`` that a release was read from: its name, without folders, and
        its bytes. For a row it is the table. None if ``original`` is that file.

        Raises:
            CitationError, CorpusError: as for ``original``.
        """
        original = self._original(release_id)
        if not original.member:
            return None
        try:
            return original.content()
        except UnreadableFileError as error:
            source = self.release(release_id).source
            raise CorpusError("original.gone", file=source) from error

    def _original(self, release_id: str) -> Original:
        from rag.corpus.original import original_of

        return original_of(self.corpus_folder, self.release(release_id).source)

    def page_picture(self, release_id: str, page: int, citation: str | None = None) -> bytes:
        """A page of a release's PDF as a PNG of 1,000 pixels width.

        Args:
            page: its number, from 1.
            citation: the id of a citation, whose words are marked on the page; None for no marks.

        Raises:
            CitationError: no release has that id, or the citation is not of this release.
            CorpusError: the file is gone, has no such page, or cannot be drawn.
        """
        from rag.corpus.drawing import Drawer, marks_on

        original = self._original(release_id)
        shown = self.show(citation) if citation is not None else None
        if shown is not None and shown.release_id != release_id:
            raise CitationError("citation.gone", citation=citation)
        marks = marks_on(self.release(release_id), page, shown) if shown is not None else ()
        with self._drawing:
            if self._drawer is None:
                self._drawer = Drawer()
        try:
            return self._drawer.draw(original, page, marks)
        except UnreadableFileError as error:
            why = Reason(error.key, error.values)
            name = PurePosixPath(original.member or original.path.name).name
            raise CorpusError("original.not_drawn", file=name, why=why) from error

    def passages(self, release_id: str) -> list[Passage]:
        """The passages of a release, in order; empty if no release has that id."""
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
    ) -> Hits:
        """The hits for a question, best first.

        What is no question may have operators (see ``rag.question.operators``): they are a filter,
        and ``Hits.expression`` says what the index has of each. In a question, words in quotation
        marks only make passages with them rank higher.

        Args:
            question: in any language that the encoder knows.
            k: number of hits, 1 or more; there are fewer if the corpus or the filters leave fewer
                passages. None takes the setting (5).
            date_from, date_to: ``2014``, ``2014-11`` or ``2014-11-18``, inclusive. With one of
                them, a release without a year in its date is left out.
            language: only releases in this language, or in one of these (ISO 639-1 codes).
            releases: only the release with this id, or those with these ids.

        Raises:
            QueryError: the question is empty, ``k`` is below 1, a date does not exist, or operators
                are incomplete or ask for too much.
            EngineError: the engine has no operators.
            EncoderError: the question cannot be encoded.
        """
        query = self._query(question, k, date_from, date_to, language, releases)
        hits = Hits(self._asking.retrieve(query).hits)
        hits.expression = self._asking.expression(query)
        return hits

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
        previous: Previous | str | None = None,
    ) -> Answer:
        """The answer that the releases give, with citations, or an abstention.

        A name or key words ask nothing: the answer then has the hits that hold them and no parts
        (``status`` is ``passages``).

        Arguments and errors are those of ``search``; ``k`` is the number of hits in the answer.

        Args:
            llm: send the hits to the endpoint in the settings. The text that it writes is checked
                and returned in ``generated``. An abstention sends nothing.
            previous: the question before, by which a follow-up is understood ("Et en 2022 ?"), as
                ``Answer.previous`` gives it; a string is that question alone. Nothing is kept from
                one call to the next. A question that stands by itself is not changed.

        Raises:
            QueryError: also if ``previous`` cannot be used or names a release of another index.
            ConfigurationError: ``llm`` without an endpoint in the settings or without ``openai``.
        """
        if llm and not self._settings.llm.base_url.strip():
            raise ConfigurationError("llm.no_endpoint")
        if isinstance(question, str) and "?" in question:
            self._asking.load_reader()
        before = check_previous(previous, self._has_release)
        if before is None:
            understood = None
            query = self._query(question, k, date_from, date_to, language, releases)
        else:
            from rag.question.following import understand

            followed = understand(question, before)
            understood = followed.question if followed is not None else None
            within = before.release if followed is not None and followed.only_same else None
            query = self._query(
                question if followed is None else followed.question,
                k, date_from, date_to, language, releases if within is None else within,
            )  # fmt: skip
            if followed is not None and followed.of_same:
                query = replace(query, preferred=before.release)
        return replace(self._asking.answer(query, llm=llm), understood=understood)

    def statements(
        self,
        speaker: str | None = None,
        about: str | None = None,
        *,
        role: str | None = None,
        date_from: str | date | None = None,
        date_to: str | date | None = None,
        language: str | Iterable[str] | None = None,
        releases: str | Iterable[str] | None = None,
        limit: int | None = None,
    ) -> list[SaidStatement]:
        """What the releases quote, with its speakers: the best for ``about`` first, of equal ones
        the latest.

        A speaker has one name for all releases: "M. Stoltenberg" and "Jens Stoltenberg" are one
        person where the release, or the corpus, has one full name that fits. Two persons with the
        same family name are not joined.

        Args:
            speaker: a name, whole ("Jens Stoltenberg") or in part ("Stoltenberg"), or an office;
                None for all speakers.
            about: words of which a statement must have one, in any inflected form.
            role: words that the speaker's role must have.
            date_from, date_to, language, releases: as in ``search``.
            limit: the most statements, 1 or more; None for all.

        Raises:
            QueryError: a date does not exist, or ``limit`` is below 1.
        """
        if limit is not None and limit < 1:
            raise QueryError("query.bad_k", k=limit)
        filters = make_filters(date_from, date_to, language, releases)
        chosen = self._asking.register.choose(speaker, about, role, filters)
        return [self._said(number, score) for number, score in chosen[:limit]]

    def speakers(
        self,
        speaker: str | None = None,
        about: str | None = None,
        *,
        role: str | None = None,
        date_from: str | date | None = None,
        date_to: str | date | None = None,
        language: str | Iterable[str] | None = None,
        releases: str | Iterable[str] | None = None,
    ) -> list[Speaker]:
        """The speakers of the statements that ``statements`` would give, those with most first."""
        filters = make_filters(date_from, date_to, language, releases)
        chosen = self._asking.register.choose(speaker, about, role, filters)
        return self._asking.register.listed(number for number, _ in chosen)

    def _said(self, number: int, score: float) -> SaidStatement:
        """A statement of the register with its place."""
        stored = self._asking.register.statements[number]
        release = self._asking.release(stored.release_id, citation=stored.release_id)
        quote = stored.statement.quote
        citation = answering.cite(release, quote.start, quote.end)
        speaker = self._asking.register.speakers[number]
        return SaidStatement(speaker, citation, release, stored.statement, score)

    def facets(
        self,
        question: str | None = None,
        *,
        date_from: str | date | None = None,
        date_to: str | date | None = None,
        language: str | Iterable[str] | None = None,
        releases: str | Iterable[str] | None = None,
    ) -> Facets:
        """How many releases there are of each origin, language, year, month, name and speaker.

        Args:
            question: counts only the releases that meet its operators or have its words; None
                counts all.
            date_from, date_to, language, releases: as for ``search``.

        Raises:
            QueryError: as for ``search``.
            EngineError: the engine has no facets.
        """
        filters = make_filters(date_from, date_to, language, releases)
        query = None
        if question is not None:
            query = self._query(question, 1, date_from, date_to, language, releases)
        return self._facet_counter.count(query, filters)

    @cached_property
    def _facet_counter(self) -> FacetCounter:
        from rag.retrieval.facets import FacetCounter

        if not isinstance(self._index, LocalIndex):
            raise EngineError("engine.no_operators", uri=self._index.engine)
        return FacetCounter(self._index, lambda: self._asking.register)

    def unmatched(
        self,
        expression: ExpressionResult | None = None,
        *,
        speaker: str | None = None,
        role: str | None = None,
        date_from: str | date | None = None,
        date_to: str | date | None = None,
        language: str | Iterable[str] | None = None,
        releases: str | Iterable[str] | None = None,
    ) -> list[Reason]:
        """Which filters no release meets, and what there is instead: for a search that found
        nothing.

        Args:
            expression: what a search had of its operators (``Hits.expression``).
            speaker, role: as for ``statements``.
            date_from, date_to, language, releases: as for ``search``.

        Returns:
            A reason for each: ``unmatched.language``, ``.release``, ``.dates``, ``.undated``,
            ``.source``, ``.file``, ``.speaker``, ``.role``, ``.speaker_here`` where the person is
            quoted elsewhere, or ``.together`` where each filter has its releases and no release
            meets all. ``near`` is the value that may have been meant.
            Empty if the filters leave releases.

        Raises:
            QueryError: as for ``search``.
        """
        from rag.retrieval import unmatched

        filters = make_filters(date_from, date_to, language, releases)
        several = [language] if isinstance(language, str) else list(language or ())
        found = unmatched.unmatched_languages(self._index, several)
        found += unmatched.unmatched_releases(self._index, filters.release_ids)
        if filters.date_from or filters.date_to:
            found += unmatched.unmatched_dates(self.summaries, filters)
        if not found and filters != Filters():
            found = unmatched.unmatched_together(self.summaries, filters)
        if speaker or role:
            found += unmatched.unmatched_speaker(self._asking.register, speaker, role, filters)
        if expression is not None and expression.absent:
            register = self._asking.register
            found += unmatched.unmatched_fields(self._index, self.summaries, register, expression)
        return found

    def similar(self, release_id: str, k: int = 5) -> list[SimilarRelease]:
        """The releases that are most similar to one, by their passages' vectors.

        Those that are the same release again come first and are marked (``same``); they do not
        count for ``k``.

        Args:
            k: number of other releases, 1 or more; there are fewer if fewer are near.

        Raises:
            CitationError: no release has that id.
            QueryError: ``k`` is below 1.
        """
        from rag.retrieval.similar import find_similar

        if isinstance(k, bool) or not isinstance(k, int) or k < 1:
            raise QueryError("query.bad_k", k=k)
        return find_similar(self._index, self._encoder, self.release(release_id), k)

    def changes(self, before: str, after: str) -> Changes:
        """Two releases word by word, such as two versions of one, with the place of each change in
        both.

        Args:
            before, after: their ids.

        Raises:
            CitationError: no release has that id.
        """
        from rag.answering.changes import compare
        from rag.retrieval.copies import same_release

        old, new = self.release(before), self.release(after)
        return Changes(old, new, compare(old, new), same_release(old, new))

    def show(self, citation: str) -> Citation:
        """A citation as it is in its release now.

        Args:
            citation: its id, ``release:start-end:digest``.

        Raises:
            CitationError: the id is malformed, no release has it, or the release no longer has
                the text.
        """
        release_id, *_rest = answering.parse_citation(citation)
        release = self._asking.release(release_id, citation=citation)
        resolved = answering.resolve(release, citation)
        for passage in self.passages(release_id):
            if passage.start <= resolved.start and resolved.end <= passage.end:
                return answering.cite(release, resolved.start, resolved.end, passage.ordinal)
        return resolved

    def matching_words(self, question: str, release: Release, span: SpanLike) -> list[Span]:
        """The words of a passage, a citation or a span that the question has too.

        A word counts in any inflected form: it must share an index term with the question.

        Args:
            question: any text, also an empty one.
            release: the release that the span is in.
            span: where to look, in the body's characters.

        Returns:
            The words in the body's characters, in order.
        """
        terms = frozenset(analyse_query(question, [release.language]))
        return answering.shared_words(release, Span(span.start, span.end), terms)

    def verify(
        self, corpus: StrPath | None = None, *, progress: Progress | None = None
    ) -> list[Difference]:
        """Check that the index agrees with the files of the corpus and that none of its own files
        is damaged.

        Args:
            corpus: the folder; None takes the one that the index was built from.
            progress: called with ``check``, how many releases were compared, and how many there
                are.

        Returns:
            The differences; empty if there are none.

        Raises:
            CorpusError: the folder does not exist.
        """
        from rag.indexing.verify import verify

        folder = Path(corpus) if corpus is not None else self.corpus_folder
        report = progress or (lambda *_: None)
        return verify(self._index, folder, self._settings.corpus.columns, report)

    @property
    def corpus_folder(self) -> Path:
        """The folder that the index was built from."""
        return corpus_in(self._index.folder, self.manifest)

    def _has_release(self, release_id: str) -> bool:
        return self._index.records.release(release_id) is not None

    def _query(
        self,
        question: str,
        k: int | None,
        date_from: str | date | None,
        date_to: str | date | None,
        language: str | Iterable[str] | None,
        releases: str | Iterable[str] | None,
    ) -> Query:
        count = self._settings.retrieval.k if k is None else k
        filters = make_filters(date_from, date_to, language, releases)
        return make_query(
            question, count, filters, self._index.languages, self._encoder.count_tokens
        )


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
        encoder: encodes the questions; None loads the encoder that the settings name.
        settings: None reads ``rag.toml``, or takes the defaults if there is no such file.
        reader: re-ranks the hits. The library does not close it. None loads the reader that the
            settings name, on the first question.

    Raises:
        ReaderError: ``reader`` was calibrated for another encoder.
        IndexMissingError, IndexVersionError, IndexEncoderError, IndexDamagedError: the index
            cannot be used; the message names the command that repairs it.
        EncoderError: the model is not on this machine.
        EngineError: the server that the settings name cannot be reached.
        ConfigurationError: ``rag.toml`` has an error.
    """
    chosen = settings if settings is not None else load_settings()
    model = encoder if encoder is not None else load_encoder(chosen.encoder)
    if reader is not None:
        check_calibration(reader.calibration, reader.identity.name, model.identity)
    identity = model.identity.to_dict()
    opened = engines.find(chosen.engine).open(chosen.engine, Path(index), identity)
    return Library(opened, model, chosen, reader)
