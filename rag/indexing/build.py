"""Build and update an index: read, cut, encode what is new, write a generation, make it live.

The cost follows the change: releases that have not changed are copied from the live generation,
and a passage whose encoded text is there, or in an unfinished build, keeps its vector. Memory does
not grow with the corpus but for its vocabulary and a few bytes a passage.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from array import array
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from rag.config import Settings
from rag.corpus import (
    CHUNKING_VERSION,
    PARSER_VERSION,
    Listing,
    SkippedFile,
    SourceFile,
    cut_passages,
    embedded_text,
    list_corpus,
    read_release,
)
from rag.errors import CorpusError, EncoderError, IndexBusyError, UnreadableFileError
from rag.indexing import dense, lexical, records, store
from rag.indexing.digests import UNREADABLE, Digests
from rag.indexing.files import storage_errors
from rag.indexing.pending import DIGEST_BYTES, PendingVectors
from rag.language import sentence_spans
from rag.language.terms import ANALYSER_VERSION, analyse
from rag.models import Encoder

if TYPE_CHECKING:
    import numpy.typing as npt

# Vectors are written this many at a time; what an encoder of another kind gets at once.
_BATCH = 2_048
# Sentences that the recall of an approximate index is measured with.
_PROBES = 200

Progress = Callable[[str, int, int], None]
"""Called with a stage (``read``, ``encode``, ``write``, ``publish``), how much is done and of how
much."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: the live generation's name.
        changed: False when the index was up to date already and nothing was written.
        releases, passages: how many it holds.
        encoded, reused: passages (distinct encoded texts) encoded now, and taken over.
        skipped: the files of the folder that were not read, those that look like releases first.
        renamed: files that got their path as id because another file has their stem.
    """

    generation: str
    changed: bool
    releases: int
    passages: int
    encoded: int
    reused: int
    skipped: tuple[SkippedFile, ...]
    renamed: tuple[str, ...]


def build_index(
    corpus: Path,
    folder: Path,
    encoder: Encoder,
    settings: Settings,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the index up to date with the releases.

    Args:
        corpus: folder of releases.
        folder: the index; made if absent.
        force: encode and write everything anew, even what has not changed.
        progress: told how far each stage is.

    Raises:
        CorpusError: there is no release to read; the live index stays as it is.
        IndexBusyError: another process is building it.
        StorageError: the disk refused; the live index stays, vectors already made are kept.
        EncoderError: the encoder failed.
    """
    listing = list_corpus(corpus)
    with storage_errors(folder):
        (folder / store.GENERATIONS).mkdir(parents=True, exist_ok=True)
    from filelock import FileLock, Timeout

    lock = FileLock(folder / store.LOCK)
    with storage_errors(folder):
        try:
            lock.acquire(timeout=0)
        except Timeout as error:  # an OSError too: it must not pass for the disk's
            raise IndexBusyError("index.busy", path=folder) from error
    try:
        build = _Build(corpus, folder, encoder, settings, progress or (lambda *_: None))
        return build.run(listing, force=force)
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class _Old:
    """What of the live generation may be used; None for nothing.

    Attributes:
        releases: the generation if its releases may be copied as they stand, vectors and all:
            nothing but files has changed.
        vectors: the generation if its vectors are this encoder's.
    """

    releases: store.LocalIndex | None
    vectors: store.LocalIndex | None


class _Build:
    def __init__(
        self, corpus: Path, folder: Path, encoder: Encoder, settings: Settings, progress: Progress
    ) -> None:
        self.corpus = corpus
        self.folder = folder
        self.encoder = encoder
        self._identity = _canonical(encoder.identity.to_dict())
        self.settings = settings
        self.progress = progress
        self.skipped: list[SkippedFile] = []  # besides those of the listing
        self.refused: dict[str, str] = {}  # id to digest of the same files

    def run(self, listing: Listing, *, force: bool) -> BuildReport:
        live = store.open_for_reuse(self.folder)
        try:
            recipe = self._recipe()
            seen = Digests(self.folder / store.CACHE / "digests.json")
            usable = None if force else live
            old = _Old(
                usable if usable and usable.manifest["recipe"] == recipe else None,
                usable if usable and usable.manifest["encoder"] == recipe["encoder"] else None,
            )
            if old.releases is not None:
                kept = self._unchanged(old.releases, listing, seen)
                if kept is not None:
                    return kept
            with storage_errors(self.folder):
                parent = self.folder / store.GENERATIONS
                scratch = Path(tempfile.mkdtemp(prefix=".build-", dir=parent))
                # mkdtemp closes the folder to others; who may read an index is for the umask.
                scratch.chmod(0o777 & ~_umask())
            try:
                with storage_errors(scratch):
                    report = self._write(scratch, listing, recipe, old, seen, force=force)
                    kept_names = {report.generation} | ({live.generation} if live else set())
                    store.prune(self.folder, kept_names)
                    return report
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
        finally:
            if live is not None:
                live.close()

    def _write(
        self,
        scratch: Path,
        listing: Listing,
        recipe: dict[str, Any],
        old: _Old,
        seen: Digests,
        *,
        force: bool,
    ) -> BuildReport:
        with (
            contextlib.closing(records.RecordWriter(scratch)) as writer,
            contextlib.closing(lexical.TermWriter(scratch)) as terms,
        ):
            came_from = self._read_releases(listing, writer, terms, old, seen)
            if not writer.passages:
                first, *_ = *self.skipped, *listing.skipped, SkippedFile(".", "file.empty")
                raise CorpusError(
                    "corpus.nothing_readable", path=self.corpus, file=first.source, why=first.error
                )
            with self._pending() as pending:
                if force:
                    pending.forget()
                encoded = self._write_vectors(scratch, writer, came_from, old, pending)
            steps = writer.passages
            self.progress("write", 0, steps)
            retrieval = self.settings.retrieval
            vocabulary = terms.write(k1=retrieval.bm25_k1, b=retrieval.bm25_b)
            writer.add_terms(vocabulary)
            writer.finish()
            dense_kind = dense.write_dense(
                scratch,
                lambda: self._probes(writer),
                old.vectors.dense if old.vectors else None,
                lambda done, total: self.progress("write", min(done, total - 1), total),
            )
            counts = {
                "releases": writer.releases,
                "passages": writer.passages,
                "terms": len(vocabulary),
            }
            languages, distinct = writer.languages(), writer.distinct()
        manifest = {
            "format_version": store.FORMAT_VERSION,
            "encoder": self.encoder.identity.to_dict(),
            "recipe": recipe,
            "corpus": _portable(self.corpus, self.folder),
            "counts": counts,
            "languages": languages,
            "dense": dense_kind,
            "sources": _digest_of([file.source for file in listing.files]),
            "refused": self.refused,
            "skipped": [[item.source, item.reason] for item in self.skipped],
        }
        name = store.commit(self.folder, scratch, manifest)
        pending.remove()
        seen.save()
        self.progress("write", steps, steps)
        return BuildReport(
            generation=name,
            changed=True,
            releases=counts["releases"],
            passages=counts["passages"],
            encoded=encoded,
            reused=distinct - encoded,
            skipped=(*self.skipped, *listing.skipped),
            renamed=tuple(listing.renamed),
        )

    def _read_releases(
        self,
        listing: Listing,
        writer: records.RecordWriter,
        terms: lexical.TermWriter,
        old: _Old,
        seen: Digests,
    ) -> npt.NDArray[np.int64]:
        """Fill the records and terms; what has not changed is copied, a run at a time.

        Returns:
            (passages,) the row that a passage has in the old generation, or -1.
        """
        live = old.releases
        stated = live.records.stated() if live else {}
        vocabulary = live.records.vocabulary() if live else []
        if live:
            writer.attach(live.place)
        came_from = array("q")
        run: list[int] = []

        def copy_run() -> None:
            if run and live:
                first, last = writer.copy(run[0], run[-1] + 1)
                if last > first:
                    terms.copy(live.lexical, vocabulary, first, last)
                    came_from.extend(range(first, last))
            run.clear()

        for done, file in enumerate(listing.files):
            self.progress("read", done, len(listing.files))
            row, digest, source = stated.get(file.id, (-1, "", ""))
            if row >= 0 and source == file.source and seen.digest(file) == digest:
                if run and row != run[-1] + 1:
                    copy_run()
                run.append(row)
                continue
            copy_run()
            before = writer.passages
            self._read_release(file, writer, terms, seen)
            came_from.extend([-1] * (writer.passages - before))
        copy_run()
        self.progress("read", len(listing.files), len(listing.files))
        return np.frombuffer(came_from, np.int64) if came_from else np.empty(0, np.int64)

    def _read_release(
        self,
        file: SourceFile,
        writer: records.RecordWriter,
        terms: lexical.TermWriter,
        seen: Digests,
    ) -> None:
        corpus = self.settings.corpus
        try:
            data, digest = seen.read(file)
        except OSError:
            self._refuse(file, "file.unreadable", UNREADABLE)
            return
        try:
            release = read_release(file, data)
        except UnreadableFileError as error:
            self._refuse(file, error.key, digest)
            return
        passages = cut_passages(
            release,
            self.encoder.count_tokens,
            max_tokens=min(corpus.max_tokens or self.encoder.max_tokens, self.encoder.max_tokens),
            min_characters=corpus.min_characters,
            with_title=corpus.with_title,
        )
        texts = [embedded_text(passage) for passage in passages]
        writer.add(
            release,
            digest,
            [(p, self._digest(text)) for p, text in zip(passages, texts, strict=True)],
        )
        for text in texts:
            terms.add(analyse(text, release.language))

    def _write_vectors(
        self,
        scratch: Path,
        writer: records.RecordWriter,
        came_from: npt.NDArray[np.int64],
        old: _Old,
        pending: PendingVectors,
    ) -> int:
        """Write the vector of every passage, a batch at a time: copied, or found by its text in
        this build, the live generation or an unfinished build, or encoded. Returns how many texts
        had to be encoded."""
        live = old.vectors
        rows_to_find = int(np.count_nonzero(came_from < 0))
        dimension = self.encoder.dimension
        encoded = found = 0
        if rows_to_find:
            self.progress("encode", 0, rows_to_find)
        with contextlib.closing(dense.VectorWriter(scratch, writer.passages, dimension)) as vectors:
            for start in range(0, writer.passages, _BATCH):
                rows = came_from[start : start + _BATCH]
                batch = np.empty((len(rows), dimension), np.float32)
                copied = rows >= 0
                if live and copied.any():
                    batch[copied] = live.dense.vectors[rows[copied]]
                missing: dict[bytes, list[int]] = {}
                digests = writer.digests(start, start + len(rows)) if not copied.all() else []
                for at in np.flatnonzero(~copied).tolist():
                    digest = digests[at]
                    first = writer.first_with(digest)
                    vector: npt.NDArray[Any] | None = None
                    if first < start:
                        vector = vectors.row(first)
                    elif live and (row := live.records.row_with(digest)) is not None:
                        vector = live.dense.vectors[row]
                    else:
                        vector = pending.get(digest)
                    if vector is None:
                        missing.setdefault(digest, []).append(at)
                    else:
                        batch[at] = vector
                        found += 1
                texts = [writer.text(start + places[0]) for places in missing.values()]
                order = list(missing.items())
                for position, new in self._encode(texts):
                    digest, places = order[position]
                    batch[places] = new
                    pending.add(digest, new)
                    found += len(places)
                    self.progress("encode", found, rows_to_find)
                encoded += len(texts)
                vectors.add(batch)
                if rows_to_find:
                    self.progress("encode", found, rows_to_find)
        return encoded

    def _probes(self, writer: records.RecordWriter) -> npt.NDArray[np.float32]:
        """(200, dimension): sentences of passages spread over the corpus, as questions."""
        rows = np.linspace(0, writer.passages - 1, _PROBES).astype(int)
        sentences = []
        for row in rows.tolist():
            text = writer.text(row).rsplit("\n", 1)[-1]
            spans = sentence_spans(text, 0, len(text))
            sentences.append(text[spans[0].start : spans[0].end] if spans else text)
        return self.encoder.encode_queries(sentences)

    def _unchanged(
        self, live: store.LocalIndex, listing: Listing, seen: Digests
    ) -> BuildReport | None:
        """What to report when the live generation is what would be built; None otherwise."""
        before = live.records.release_digests() | live.manifest["refused"]
        now = {file.id: seen.digest(file) for file in listing.files}
        if not (
            now == before
            and live.manifest["corpus"] == _portable(self.corpus, self.folder)
            and live.manifest["sources"] == _digest_of([file.source for file in listing.files])
        ):
            return None
        store.prune(self.folder, store.newest(self.folder, live.generation))
        seen.save()
        counts = live.manifest["counts"]
        return BuildReport(
            generation=live.generation,
            changed=False,
            releases=counts["releases"],
            passages=counts["passages"],
            encoded=0,
            reused=live.records.distinct(),
            skipped=(
                *(SkippedFile(*item) for item in live.manifest["skipped"]),
                *listing.skipped,
            ),
            renamed=tuple(listing.renamed),
        )

    def _refuse(self, file: SourceFile, reason: str, digest: str) -> None:
        self.skipped.append(SkippedFile(file.source, reason))
        self.refused[file.id] = digest

    def _pending(self) -> PendingVectors:
        key = hashlib.sha256(self._identity).hexdigest()[:16]
        return PendingVectors(self.folder / store.PENDING / key, self.encoder.dimension)

    def _encode(self, texts: list[str]) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """The encoder's vectors; an operating system's error of its own is not the disk's."""
        try:
            yield from self.encoder.encode_passages(texts)
        except OSError as error:
            raise EncoderError("encoder.failed", reason=error) from error

    def _recipe(self) -> dict[str, Any]:
        """All that decides an index besides the releases."""
        return {
            "encoder": self.encoder.identity.to_dict(),
            "corpus": asdict(self.settings.corpus),
            "bm25": {"k1": self.settings.retrieval.bm25_k1, "b": self.settings.retrieval.bm25_b},
            "versions": {
                "parser": PARSER_VERSION,
                "chunking": CHUNKING_VERSION,
                "analyser": ANALYSER_VERSION,
            },
        }

    def _digest(self, text: str) -> bytes:
        """What a vector is a function of: the encoder and the text. Reuses work; never merges
        two passages."""
        state = hashlib.blake2b(digest_size=DIGEST_BYTES)
        state.update(self._identity)
        state.update(b"\0" + text.encode("utf-8", "surrogatepass"))
        return state.digest()


def _umask() -> int:
    held = os.umask(0)
    os.umask(held)
    return held


def _digest_of(values: list[str]) -> str:
    return hashlib.sha256("\0".join(values).encode("utf-8")).hexdigest()


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False).encode("utf-8")


def _portable(corpus: Path, folder: Path) -> str:
    """The corpus relative to the index where that is possible, so that both may move together."""
    try:
        return Path(os.path.relpath(corpus.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return str(corpus.resolve())
