"""Write the files of one generation into a scratch folder.

Releases are copied from the live generation, or read and cut. Then passages get their vectors, and
the arrays for searches are written.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.config import Settings
from rag.corpus import SkippedFile, cut_passages, embedded_text
from rag.corpus.listing import SourceFile
from rag.corpus.reading_ahead import read_ahead
from rag.corpus.storing import stored_names, stored_statements
from rag.errors import EncoderError, UnreadableFileError
from rag.indexing import dense, dense_writer
from rag.indexing.digests import UNREADABLE, Digests
from rag.indexing.files import Progress
from rag.indexing.lexical_writer import TermWriter
from rag.indexing.local import LocalIndex
from rag.indexing.pending import PendingVectors, encoder_key, text_digest
from rag.indexing.places import PlaceWriter
from rag.indexing.record_writer import RecordWriter
from rag.indexing.segments import FILE as ORDER
from rag.indexing.segments import Segment
from rag.language import sentence_spans
from rag.language.terms import analyse
from rag.models import Encoder
from rag.types import Release, Remark

if TYPE_CHECKING:
    import numpy.typing as npt

# How many passages are handled at a time; the encoder gets their texts in one call.
_BATCH = 2_048
# How many sentences measure the recall of an approximate index.
_PROBES = 200
# About how many bytes of a file one passage has; so many files are looked at.
_PASSAGE, _SAMPLE = 800, 64

Origin = tuple[int, int] | None
"""The segment of the live generation that holds an unchanged release, and the release's row in it;
None for a release that must be read."""


class GenerationWriter:
    """Writes one generation. Call ``read``, then ``write``; then the folder holds all files except
    the manifest.

    Args:
        scratch: the folder.
        encoder: encodes the texts that have no vector yet.
        settings: the settings of the corpus.
        progress: called with the progress of each stage.
        live: the generation from which releases are copied; None to copy none.
        known: a generation with vectors of the same encoder, which are reused; None for none.
        base: the segment that the new generation changes, the first one of ``live``; None to write
            a whole generation.

    Attributes:
        skipped: files that could not be read, with the reason.
        refused: the digests of these files, by id.
        remarks: remarks on the files that were read.
    """

    def __init__(
        self,
        scratch: Path,
        encoder: Encoder,
        settings: Settings,
        progress: Progress,
        live: LocalIndex | None,
        known: LocalIndex | None,
        base: Segment | None,
    ) -> None:
        self._scratch = scratch
        self._encoder = encoder
        self._key = encoder_key(encoder.identity)
        self._settings = settings
        self._progress = progress
        self._live = live
        self._known = known
        self._base = base
        self.skipped: list[SkippedFile] = []
        self.refused: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self._records = RecordWriter(scratch, [one.place for one in live.segments] if live else [])
        self._terms = TermWriter(scratch)
        self._places = PlaceWriter(scratch)
        # By segment of the live generation.
        self._vocabularies: dict[int, list[str]] = {}
        self._words: dict[int, list[str]] = {}
        self._came_from = array("q")  # for each written passage its slot in ``live``; -1 for none
        self._order = array("i")  # as in ``rag.indexing.segments.Order``
        self._gone = np.empty(0, np.int64)  # releases of the base that are no longer in the index
        self._gone_passages = np.empty(0, np.int64)

    def close(self) -> None:
        """Close the files."""
        self._records.close()
        self._terms.close()
        self._places.close()

    @property
    def releases(self) -> int:
        """How many releases the generation has."""
        return len(self._order)

    @property
    def passages(self) -> int:
        """How many passages the generation has."""
        kept = len(self._base.dense.vectors) - len(self._gone_passages) if self._base else 0
        return kept + self._records.passages

    @property
    def steps(self) -> int:
        """The number of all steps of the stage ``write``: how many passages are written, at least
        1."""
        return max(1, self._records.passages)

    @property
    def keeps_base(self) -> bool:
        """Whether the base fits the generation's number of passages; True without a base."""
        return self._base is None or dense_writer.keeps(self._base.dense, self.passages)

    def read(self, files: Sequence[SourceFile], origins: Sequence[Origin], seen: Digests) -> None:
        """Write records and terms. Runs of unchanged releases are copied together.

        Args:
            files: the files of the corpus, sorted by id.
            origins: for each file, where its unchanged release stands; None to read the file.
            seen: reads the files and finds their digests.
        """
        before = len(self._base.records.alive) if self._base else 0
        run: list[tuple[int, int]] = []
        to_read = [file for file, origin in zip(files, origins, strict=True) if origin is None]
        self._expect(to_read)
        releases = self._read_all(to_read, seen)
        for done, (file, origin) in enumerate(zip(files, origins, strict=True)):
            self._progress("read", done, len(files))
            if self._base is not None and origin is not None and origin[0] == 0:
                self._order.append(origin[1])
                continue
            if run and origin != (run[-1][0], run[-1][1] + 1):
                self._copy(run)
            if origin is not None:
                run.append(origin)
            elif not self._add_release(file, *next(releases)):
                continue
            self._order.append(before + self._records.releases + len(run) - 1)
        self._copy(run)
        self._progress("read", len(files), len(files))
        if self._base is not None:
            gone = np.ones(before, np.bool_)
            order = np.frombuffer(self._order, np.int32) if self._order else np.empty(0, np.int32)
            gone[order[order < before]] = False
            self._gone = np.flatnonzero(gone)
            self._gone_passages = np.flatnonzero(gone[self._base.records.release_of])

    def _expect(self, files: Sequence[SourceFile]) -> None:
        """Tell the encoder about how many passages follow, if it wants to know: it can load while
        the files are read."""
        expect = getattr(self._encoder, "expect", None)
        if expect is None or self._known is not None:
            return  # the vectors of most passages are known
        size = 0
        for file in files[:_SAMPLE]:
            with suppress(OSError):
                size += file.path.stat().st_size
        expect(size // _PASSAGE)

    def _copy(self, run: list[tuple[int, int]]) -> None:
        """Copy releases in successive rows of a segment of the live generation, and empty
        ``run``."""
        if run and self._live:
            number, row = run[0]
            first, last = self._records.copy(number, row, row + len(run))
            segment = self._live.segments[number]
            if number not in self._words:
                self._words[number] = segment.records.words()
            rows = slice(row, row + len(run)), slice(first, last)
            self._places.copy(segment.places, self._words[number], *rows)
            if last > first:
                if number not in self._vocabularies:
                    self._vocabularies[number] = segment.records.vocabulary()
                self._terms.copy(segment.terms, self._vocabularies[number], first, last)
                start = self._live.order.starts[number]
                self._came_from.extend(range(start + first, start + last))
        run.clear()

    def _read_all(
        self, files: Sequence[SourceFile], seen: Digests
    ) -> Iterator[tuple[str, Release | UnreadableFileError]]:
        """For each file, in order, its digest, and its release or the error of reading it."""
        digests: deque[str] = deque()

        def requests() -> Iterator[tuple[SourceFile, bytes | None]]:
            for file in files:
                try:
                    data, digest = seen.read(file)
                except OSError:
                    data, digest = None, UNREADABLE
                digests.append(digest)
                yield file, data

        for release in read_ahead(requests(), len(files)):
            yield digests.popleft(), release

    def _add_release(
        self, file: SourceFile, digest: str, release: Release | UnreadableFileError
    ) -> bool:
        """Add a release. Returns False if the file could not be read as one."""
        if isinstance(release, UnreadableFileError):
            values = {k: v for k, v in release.values.items() if isinstance(v, str | int)}
            self.skipped.append(SkippedFile(file.source, release.key, values))
            self.refused[file.id] = digest
            return False
        self.remarks += (Remark(release.source, reason) for reason in release.remarks)
        settings = self._settings.corpus
        encoder = self._encoder
        passages = cut_passages(
            release,
            encoder.count_tokens,
            max_tokens=min(settings.max_tokens or encoder.max_tokens, encoder.max_tokens),
            min_characters=settings.min_characters,
            with_title=settings.with_title,
        )
        texts = [embedded_text(passage) for passage in passages]
        digests = [text_digest(self._key, text) for text in texts]
        said = stored_statements(release, passages)
        names = stored_names(release, passages)
        self._records.add(release, digest, zip(passages, digests, strict=True), said, names)
        self._places.add(release.title, release.body, [(one.start, one.end) for one in passages])
        for text in texts:
            self._terms.add(analyse(text, release.language))
        self._came_from.extend([-1] * len(passages))
        return True

    def write(self, pending: PendingVectors) -> tuple[int, dict[str, Any]]:
        """Write the vectors, the terms and the arrays for searches.

        Args:
            pending: vectors of unfinished builds; the newly encoded vectors are added.

        Returns:
            How many texts were encoded, and entries for the manifest.
        """
        encoded = self._write_vectors(pending)
        pending.flush()
        self._progress("write", 0, self.steps)
        vocabulary = self._terms.write()
        self._records.add_terms(vocabulary)
        self._records.add_words(self._places.write())
        languages, base = self._records.languages(), self._base
        if base is not None:
            there = {*languages, *base.records.languages(self._gone)}
            languages = sorted(there, key=lambda code: (code is not None, code or ""))
            np.save(self._scratch / ORDER, np.array(self._order, np.int32))
            made = base.dense.made
            dense_writer.write_change(self._scratch, base.dense, self._gone_passages)
            terms = self._count_terms(base, vocabulary)
            distinct = self._records.distinct(base.manifest["distinct"], self._gone.tolist())
        else:
            made = dense_writer.write_dense(
                self._scratch,
                self._probes,
                self._known.segments[0].dense if self._known else None,
                lambda done, total: self._progress("write", min(done, total - 1), total),
            )
            terms = len(vocabulary)
            distinct = self._records.distinct()
        self._records.finish(languages)
        counts = {"releases": self.releases, "passages": self.passages, "terms": terms}
        described = {"counts": counts, "languages": languages, "dense": made, "distinct": distinct}
        return encoded, described

    def _write_vectors(self, pending: PendingVectors) -> int:
        """Write the vector of every passage, in batches. A vector is copied with its release, found
        by its text (in this segment, in ``known`` or in an unfinished build), or encoded.

        Returns:
            How many texts were encoded.
        """
        records, known = self._records, self._known
        came_from = (
            np.frombuffer(self._came_from, np.int64) if self._came_from else np.empty(0, int)
        )
        to_find = int(np.count_nonzero(came_from < 0))
        encoded = found = 0
        if to_find:
            self._progress("encode", 0, to_find)
        exact = dense.is_exact(self.passages)
        with closing(
            dense_writer.VectorWriter(
                self._scratch, records.passages, self._encoder.dimension, exact=exact
            )
        ) as vectors:
            for start in range(0, records.passages, _BATCH):
                slots = came_from[start : start + _BATCH]
                batch = np.empty((len(slots), self._encoder.dimension), np.float32)
                copied = slots >= 0
                if known and copied.any():
                    batch[copied] = known.dense.take(slots[copied])
                missing: dict[bytes, list[int]] = {}
                digests = records.digests(start, start + len(slots)) if not copied.all() else []
                for at in np.flatnonzero(~copied).tolist():
                    digest = digests[at]
                    first = records.first_with(digest)
                    vector: npt.NDArray[Any] | None = None
                    if first < start:
                        vector = vectors.row(first)
                    elif known and (slot := known.records.slot_with(digest)) is not None:
                        vector = known.dense.take(np.array([slot]))[0]
                    else:
                        vector = pending.get(digest)
                    if vector is None:
                        missing.setdefault(digest, []).append(at)
                    else:
                        batch[at] = vector
                        found += 1
                texts = [records.text(start + places[0]) for places in missing.values()]
                order = list(missing.items())
                for position, new in self._encode(texts):
                    digest, places = order[position]
                    batch[places] = new
                    pending.add(digest, new)
                    found += len(places)
                    self._progress("encode", found, to_find)
                encoded += len(texts)
                vectors.add(batch)
                if to_find:
                    self._progress("encode", found, to_find)
        return encoded

    def _encode(self, texts: list[str]) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """The encoder's vectors. An ``OSError`` in the encoder becomes an ``EncoderError``, so that
        it is not taken for a storage error."""
        try:
            yield from self._encoder.encode_passages(texts)
        except OSError as error:
            raise EncoderError("encoder.failed", reason=error) from error

    def _probes(self) -> npt.NDArray[np.float32]:
        """(200, dimension) float32: sentences of passages from all over the corpus, encoded as
        questions."""
        sentences = []
        for row in np.linspace(0, self._records.passages - 1, _PROBES).astype(int).tolist():
            text = self._records.text(row).rsplit("\n", 1)[-1]
            spans = sentence_spans(text, 0, len(text))
            sentences.append(text[spans[0].start : spans[0].end] if spans else text)
        return self._encoder.encode_queries(sentences)

    def _count_terms(self, base: Segment, vocabulary: dict[str, int]) -> int:
        """How many distinct terms this segment and the rest of the base have together."""
        vanished = base.terms.only_in(self._gone_passages)
        columns = base.records.columns(vocabulary)
        kept = sum(columns[term] not in vanished for term in columns)
        before: int = base.manifest["counts"]["terms"]
        return before - len(vanished) + len(vocabulary) - kept
