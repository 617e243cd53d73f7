"""Build and update an index: read, cut, encode what is new, write a generation, make it live.

The cost of encoding follows the change: a passage whose encoded text is in the live generation,
or in an unfinished build, keeps its vector.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
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
    UndecodableError,
    cut_passages,
    embedded_text,
    file_digest,
    list_corpus,
    read_bytes,
    read_release,
)
from rag.encode import Encoder
from rag.errors import CorpusError, EncoderError, IndexBusyError
from rag.indexing import dense, lexical, records, store
from rag.indexing.analysis import ANALYSER_VERSION, analyse
from rag.indexing.files import storage_errors
from rag.indexing.pending import DIGEST_BYTES, PendingVectors

if TYPE_CHECKING:
    import numpy.typing as npt

_UNREADABLE = "unreadable"

Progress = Callable[[str, int, int], None]
"""Called with a stage (``read``, ``encode``, ``write``), how much is done and of how much."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: the live generation's name.
        changed: False when the index was up to date already and nothing was written.
        releases, passages: how many it holds.
        encoded, reused: passages (distinct encoded texts) encoded now, and taken over.
        skipped: files that were not read, with the reason (a key of ``rag.messages``).
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


class _Build:
    def __init__(
        self, corpus: Path, folder: Path, encoder: Encoder, settings: Settings, progress: Progress
    ) -> None:
        self.corpus = corpus
        self.folder = folder
        self.encoder = encoder
        self.settings = settings
        self.progress = progress
        self.skipped: list[SkippedFile] = []
        self.refused: dict[str, str] = {}  # id to digest of the files among the skipped

    def run(self, listing: Listing, *, force: bool) -> BuildReport:
        self.skipped.extend(listing.skipped)
        live = store.open_for_reuse(self.folder)
        try:
            known = {} if live is None or force else self._known_vectors(live)
            recipe = self._recipe()
            if live is not None and not force and live.manifest["recipe"] == recipe:
                before = live.records.release_digests() | live.manifest["refused"]
                now = {file.id: _read_digest(file) for file in listing.files}
                where = [file.source for file in listing.files]
                if (
                    now == before
                    and live.manifest["corpus"] == _portable(self.corpus, self.folder)
                    and live.manifest["sources"] == _digest_of(where)
                ):
                    store.prune(self.folder, store.newest(self.folder, live.generation))
                    return self._unchanged(live, listing)
            old_name = live.generation if live is not None else None
        finally:
            if live is not None:
                live.close()
        with storage_errors(self.folder):
            parent = self.folder / store.GENERATIONS
            scratch = Path(tempfile.mkdtemp(prefix=".build-", dir=parent))
            # mkdtemp closes the folder to others; who may read an index is for the umask to say.
            scratch.chmod(0o777 & ~_umask())
        try:
            with storage_errors(scratch):
                return self._write(scratch, listing, recipe, known, old_name, force=force)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _write(
        self,
        scratch: Path,
        listing: Listing,
        recipe: dict[str, Any],
        known: dict[bytes, npt.NDArray[np.float32]],
        old_name: str | None,
        *,
        force: bool,
    ) -> BuildReport:
        writer = records.RecordWriter(scratch / records.FILE)
        try:
            releases = self._read_releases(listing, writer)
            digests = writer.digests()
            if not digests:
                first = (self.skipped or [SkippedFile(".", "file.empty")])[0]
                raise CorpusError(
                    "corpus.nothing_readable", path=self.corpus, file=first.source, why=first.reason
                )
            with self._pending() as pending:
                if force:
                    pending.forget()
                vectors, encoded = self._vectors(digests, writer, known, pending)
            self.progress("write", 0, 3)
            terms = [analyse(text, language) for text, language in writer.texts()]
            languages = writer.languages()
            retrieval = self.settings.retrieval
            vocabulary = lexical.write_lexical(
                scratch, terms, k1=retrieval.bm25_k1, b=retrieval.bm25_b
            )
            writer.add_terms(vocabulary)
        finally:
            writer.close()
        self.progress("write", 1, 3)
        dense_kind = dense.write_dense(scratch, vectors)
        self.progress("write", 2, 3)
        manifest = {
            "format_version": store.FORMAT_VERSION,
            "encoder": self.encoder.identity.to_dict(),
            "recipe": recipe,
            "corpus": _portable(self.corpus, self.folder),
            "counts": {
                "releases": releases,
                "passages": len(digests),
                "terms": len(vocabulary),
            },
            "languages": languages,
            "dense": dense_kind,
            "sources": _digest_of([file.source for file in listing.files]),
            "refused": self.refused,
            "skipped": [[item.source, item.reason] for item in self.skipped],
        }
        name = store.commit(self.folder, scratch, manifest)
        pending.remove()
        store.prune(self.folder, {name} | ({old_name} if old_name else set()))
        self.progress("write", 3, 3)
        distinct = len(set(digests))
        return BuildReport(
            generation=name,
            changed=True,
            releases=releases,
            passages=len(digests),
            encoded=encoded,
            reused=distinct - encoded,
            skipped=tuple(self.skipped),
            renamed=tuple(listing.renamed),
        )

    def _read_releases(self, listing: Listing, writer: records.RecordWriter) -> int:
        corpus = self.settings.corpus
        max_tokens = min(corpus.max_tokens or self.encoder.max_tokens, self.encoder.max_tokens)
        count = 0
        for done, file in enumerate(listing.files):
            self.progress("read", done, len(listing.files))
            try:
                data = read_bytes(file.path)
            except OSError:
                self._refuse(file, "file.unreadable", _UNREADABLE)
                continue
            digest = file_digest(data, file.metadata)
            try:
                release = read_release(file, data)
            except UndecodableError as error:
                self._refuse(file, error.reason, digest)
                continue
            passages = cut_passages(
                release,
                self.encoder.count_tokens,
                max_tokens=max_tokens,
                min_characters=corpus.min_characters,
                with_title=corpus.with_title,
            )
            writer.add(
                release,
                digest,
                [(passage, self._digest(embedded_text(passage))) for passage in passages],
            )
            count += 1
        self.progress("read", len(listing.files), len(listing.files))
        return count

    def _refuse(self, file: SourceFile, reason: str, digest: str) -> None:
        self.skipped.append(SkippedFile(file.source, reason))
        self.refused[file.id] = digest

    def _pending(self) -> PendingVectors:
        key = hashlib.sha256(_canonical(self.encoder.identity.to_dict())).hexdigest()[:16]
        return PendingVectors(self.folder / store.PENDING / key, self.encoder.dimension)

    def _vectors(
        self,
        digests: list[bytes],
        writer: records.RecordWriter,
        known: dict[bytes, npt.NDArray[np.float32]],
        pending: PendingVectors,
    ) -> tuple[npt.NDArray[np.float32], int]:
        """(passages, dimension) float32, and how many texts had to be encoded."""
        vectors = np.empty((len(digests), self.encoder.dimension), np.float32)
        rows_of: dict[bytes, list[int]] = {}
        for row, digest in enumerate(digests):
            rows_of.setdefault(digest, []).append(row)
        missing: dict[int, bytes] = {}  # by the first row of the text
        for digest, rows in rows_of.items():
            vector = known.get(digest)
            if vector is None:
                vector = pending.get(digest)
            if vector is None:
                missing[rows[0]] = digest
            else:
                vectors[rows] = vector
        texts: list[str] = []
        order: list[bytes] = []
        for row, (text, _language) in enumerate(writer.texts()):
            if row in missing:
                texts.append(text)
                order.append(missing[row])
        self.progress("encode", 0, len(texts))
        for done, (position, vector) in enumerate(self._encode(texts), start=1):
            digest = order[position]
            vectors[rows_of[digest]] = vector
            pending.add(digest, vector)
            self.progress("encode", done, len(texts))
        return vectors, len(texts)

    def _encode(self, texts: list[str]) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
        """The encoder's vectors; an operating system's error of its own is not the disk's."""
        try:
            yield from self.encoder.encode_passages(texts)
        except OSError as error:
            raise EncoderError("encoder.failed", reason=error) from error

    def _known_vectors(self, live: store.Index) -> dict[bytes, npt.NDArray[np.float32]]:
        if live.manifest["encoder"] != self.encoder.identity.to_dict():
            return {}
        vectors = live.dense.vectors
        return {digest: vectors[row] for row, digest in enumerate(live.records.passage_digests())}

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

    def _unchanged(self, live: store.Index, listing: Listing) -> BuildReport:
        counts = live.manifest["counts"]
        return BuildReport(
            generation=live.generation,
            changed=False,
            releases=counts["releases"],
            passages=counts["passages"],
            encoded=0,
            reused=len(set(live.records.passage_digests())),
            skipped=tuple(SkippedFile(*item) for item in live.manifest["skipped"]),
            renamed=tuple(listing.renamed),
        )

    def _digest(self, text: str) -> bytes:
        """What a vector is a function of: the encoder and the text. Reuses work; never merges
        two passages."""
        state = hashlib.blake2b(digest_size=DIGEST_BYTES)
        state.update(_canonical(self.encoder.identity.to_dict()))
        state.update(b"\0" + text.encode("utf-8", "surrogatepass"))
        return state.digest()


def _umask() -> int:
    held = os.umask(0)
    os.umask(held)
    return held


def _digest_of(values: list[str]) -> str:
    return hashlib.sha256("\0".join(values).encode("utf-8")).hexdigest()


def _read_digest(file: SourceFile) -> str:
    try:
        return file_digest(read_bytes(file.path), file.metadata)
    except OSError:
        return _UNREADABLE


def _canonical(value: dict[str, Any]) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False).encode("utf-8")


def _portable(corpus: Path, folder: Path) -> str:
    """The corpus relative to the index where that is possible, so that both may move together."""
    try:
        return Path(os.path.relpath(corpus.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return str(corpus.resolve())
