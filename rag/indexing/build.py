"""Build and update an index: read and cut releases, encode new passages, write a generation, make
it live.

An update costs as much as what has changed. If little has changed, the new generation holds only
what is new, beside the generation that it changes (see ``rag.indexing.store``). Otherwise a whole
generation is written, and unchanged releases are copied into it. A passage keeps its vector if its
encoded text is in the live generation or in an unfinished build. Memory grows only with the
vocabulary, and by a few bytes for each passage.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

from rag.config import Settings
from rag.corpus import CHUNKING_VERSION, SkippedFile
from rag.corpus.listing import Listing, SourceFile, list_corpus
from rag.corpus.metadata import Metadata
from rag.corpus.parts import Expansion, Parts, with_parts
from rag.corpus.reading import PARSER_VERSION
from rag.corpus.storing import NAMES_VERSION, STATEMENTS_VERSION
from rag.errors import CorpusError, IndexBusyError
from rag.indexing import store
from rag.indexing.digests import Digests
from rag.indexing.files import Progress, storage_errors
from rag.indexing.local import LocalIndex
from rag.indexing.pending import PendingVectors, encoder_key
from rag.indexing.places import PLACES_VERSION
from rag.indexing.results import BuildReport
from rag.indexing.segments import Segment
from rag.indexing.writing import GenerationWriter, Origin
from rag.language.terms import ANALYSER_VERSION
from rag.models import Encoder

# If more than this share of the base's releases were added or removed, a whole generation is
# written: a larger change takes long to write and to search.
_CHANGED = 0.1


def build_index(
    corpus: Path,
    folder: Path,
    encoder: Encoder,
    settings: Settings,
    *,
    force: bool = False,
    progress: Progress | None = None,
    keep_vanished: bool = False,
) -> BuildReport:
    """Bring the index up to date with the releases.

    Args:
        corpus: folder of releases.
        folder: the index folder; created if absent.
        encoder: encodes the passages.
        settings: the settings of the corpus and of BM25.
        force: encode and write everything again, also what has not changed.
        progress: called with the progress of each stage.
        keep_vanished: keep the releases of this folder whose files are gone, which a sidecar may
            still describe. If the settings of the
            index or the program have changed, they cannot be kept, because they would have to be
            read again.

    Raises:
        CorpusError: the folder is wrong or has no readable release. The live index stays.
        IndexBusyError: another process is building the index.
        StorageError: a file could not be written. The live index stays, and so do the vectors
            encoded so far.
        EncoderError: the encoder failed.
    """
    with Parts(settings.corpus.columns, folder) as parts:
        seen = Digests(folder / store.CACHE / "digests.json", parts)
        listing = list_corpus(corpus, seen.stated_id, some_gone=keep_vanished)
        with storage_errors(folder):
            (folder / store.GENERATIONS).mkdir(parents=True, exist_ok=True)
        show = progress or (lambda *_: None)
        build = _Build(corpus, folder, encoder, settings, show)
        opened = count()

        def expand(file: SourceFile) -> Expansion:
            show("open", next(opened), len(listing.containers))
            return seen.expand(file)

        with _locked(folder):
            whole = with_parts(listing, expand)
            if listing.containers:
                show("open", len(listing.containers), len(listing.containers))
            return build.run(whole, seen, force=force, keep_vanished=keep_vanished)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep other processes from building the same index inside a ``with`` block."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / store.LOCK)
    with storage_errors(folder):
        try:
            lock.acquire(timeout=0)
        except Timeout as error:  # it is an OSError, but not a storage error
            raise IndexBusyError("index.busy", path=folder) from error
    try:
        yield
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
        self.vanished: list[str] = []
        self.kept: dict[str, tuple[str, str]] = {}  # source and digest by id

    def run(
        self, listing: Listing, seen: Digests, *, force: bool, keep_vanished: bool
    ) -> BuildReport:
        old = store.open_for_reuse(self.folder)
        try:
            recipe = self._recipe()
            usable = None if force else old
            # Releases and their vectors are kept only if nothing but files has changed.
            live = usable if usable and usable.manifest["recipe"] == recipe else None
            known = usable if usable and usable.manifest["encoder"] == recipe["encoder"] else None
            if old is not None:
                vanished = _vanished(old, listing, seen)
                self.vanished = sorted(source for source, _digest in vanished.values())
                same = old.manifest["corpus"] == _portable(self.corpus, self.folder)
                if keep_vanished and live is not None and same:
                    self._keep(vanished, listing)
            origins: list[Origin] = [None] * len(listing.files)
            bases: list[Segment | None] = [None]
            if live is not None:
                unchanged = self._unchanged(live, listing, seen)
                if unchanged is not None:
                    return unchanged
                origins = self._origins(live, listing, seen)
                if _is_small(live.segments[0], origins):
                    bases.insert(0, live.segments[0])
            with PendingVectors(
                self.folder / store.PENDING,
                encoder_key(self.encoder.identity),
                self.encoder.dimension,
            ) as pending:
                if force:
                    pending.forget()
                for base in bases:
                    report = self._write(listing, origins, seen, pending, live, known, base)
                    if report is not None:
                        break
            assert report is not None
            pending.remove()
            seen.save()
            store.prune(self.folder, {report.generation} | ({old.generation} if old else set()))
            return report
        finally:
            if old is not None:
                old.close()

    def _write(
        self,
        listing: Listing,
        origins: Sequence[Origin],
        seen: Digests,
        pending: PendingVectors,
        live: LocalIndex | None,
        known: LocalIndex | None,
        base: Segment | None,
    ) -> BuildReport | None:
        """Write a generation and make it live; arguments as for ``GenerationWriter``. Returns None
        without writing if the index has grown or shrunk too much to keep its base."""
        with storage_errors(self.folder):
            parent = self.folder / store.GENERATIONS
            scratch = Path(tempfile.mkdtemp(prefix=".build-", dir=parent))
            # mkdtemp makes a private folder, but the umask decides who may read an index.
            scratch.chmod(0o777 & ~_umask())
        try:
            with storage_errors(scratch):
                with closing(
                    GenerationWriter(
                        scratch, self.encoder, self.settings, self.progress, live, known, base
                    )
                ) as writer:
                    writer.read(listing.files, origins, seen)
                    skipped = (*writer.skipped, *listing.skipped)
                    if not writer.passages:
                        first, *_ = *skipped, SkippedFile(".", "file.empty")
                        raise CorpusError(
                            "corpus.nothing_readable",
                            path=self.corpus,
                            file=first.source,
                            why=first.error,
                        )
                    if not writer.keeps_base:
                        return None
                    encoded, described = writer.write(pending)
                manifest = {
                    "format_version": store.FORMAT_VERSION,
                    "encoder": self.encoder.identity.to_dict(),
                    "recipe": self._recipe(),
                    "corpus": _portable(self.corpus, self.folder),
                    "base": base.place.name if base else None,
                    **described,
                    "sources": _digest_of([file.source for file in listing.files]),
                    "refused": writer.refused,
                    "skipped": [
                        [item.source, item.reason, dict(item.values)] for item in writer.skipped
                    ],
                }
                name = store.commit(self.folder, scratch, manifest)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        counts = described["counts"]
        self.progress("write", writer.steps, writer.steps)
        return BuildReport(
            generation=name,
            changed=True,
            releases=counts["releases"],
            passages=counts["passages"],
            encoded=encoded,
            reused=described["distinct"] - encoded,
            skipped=skipped,
            renamed=tuple(listing.renamed),
            remarks=(*listing.remarks, *writer.remarks),
            vanished=tuple(self.vanished),
            kept=self._kept_sources(),
        )

    def _unchanged(self, live: LocalIndex, listing: Listing, seen: Digests) -> BuildReport | None:
        """The report if the live generation is already up to date; None otherwise."""
        before = live.records.release_digests() | live.manifest["refused"]
        now = {file.id: self._digest(file, seen) for file in listing.files}
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
            reused=live.manifest["distinct"],
            skipped=(*(SkippedFile(*item) for item in live.manifest["skipped"]), *listing.skipped),
            renamed=tuple(listing.renamed),
            remarks=tuple(listing.remarks),
            vanished=tuple(self.vanished),
            kept=self._kept_sources(),
        )

    def _keep(self, vanished: dict[str, tuple[str, str]], listing: Listing) -> None:
        """Add releases whose files are gone to the listing, as if their files were unchanged. What
        a file with several releases no longer holds is not kept: it was changed, and is there."""
        taken = {file.id for file in listing.files}
        opened = {file.path for file in listing.files if file.part is not None}
        held = tuple(path.relative_to(self.corpus).as_posix() for path in opened)
        for release_id, stated in vanished.items():
            inside = stated[0].startswith(tuple(one + end for one in held for end in "/#"))
            if release_id not in taken and not inside:
                self.kept[release_id] = stated
        for release_id, (source, _digest) in self.kept.items():
            path = self.corpus / source
            listing.files.append(SourceFile(path, source, release_id, Metadata()))
        listing.files.sort(key=lambda file: file.id)

    def _kept_sources(self) -> tuple[str, ...]:
        return tuple(sorted(source for source, _digest in self.kept.values()))

    def _digest(self, file: SourceFile, seen: Digests) -> str:
        """The digest of a file; of one that is gone and kept, the digest that it had."""
        return self.kept[file.id][1] if file.id in self.kept else seen.digest(file)

    def _origins(self, live: LocalIndex, listing: Listing, seen: Digests) -> list[Origin]:
        """Where the release of each file stands in the live generation; None if it is not there,
        or the file has changed."""
        there = {
            release_id: (number, *stated)
            for number, segment in enumerate(live.segments)
            for release_id, stated in segment.records.stated().items()
        }
        origins: list[Origin] = []
        for file in listing.files:
            number, row, digest, source = there.get(file.id, (0, -1, "", ""))
            same = source == file.source and self._digest(file, seen) == digest
            origins.append((number, row) if row >= 0 and same else None)
        return origins

    def _recipe(self) -> dict[str, Any]:
        """Everything that an index depends on besides the releases."""
        return {
            "encoder": self.encoder.identity.to_dict(),
            "corpus": json.loads(json.dumps(asdict(self.settings.corpus))),  # as a manifest has it
            "bm25": {"k1": self.settings.retrieval.bm25_k1, "b": self.settings.retrieval.bm25_b},
            "versions": {
                "parser": PARSER_VERSION,
                "chunking": CHUNKING_VERSION,
                "analyser": ANALYSER_VERSION,
                "statements": STATEMENTS_VERSION,
                "names": NAMES_VERSION,
                "places": PLACES_VERSION,
            },
        }


def _vanished(live: LocalIndex, listing: Listing, seen: Digests) -> dict[str, tuple[str, str]]:
    """Source and digest of the releases whose files are gone, by id. A file with the same content
    under another name was moved."""
    stated = {
        release_id: (source, digest)
        for segment in live.segments
        for release_id, (_row, digest, source) in segment.records.stated().items()
    }
    there = {file.source for file in listing.files} | {item.source for item in listing.skipped}
    gone = {one: pair for one, pair in stated.items() if pair[0] not in there}
    if gone:
        known = {source for source, _digest in stated.values()}
        moved = {seen.digest(file) for file in listing.files if file.source not in known}
        gone = {one: pair for one, pair in gone.items() if pair[1] not in moved}
    return gone


def _is_small(base: Segment, origins: Sequence[Origin]) -> bool:
    """Whether the difference to the base is small enough to keep the base."""
    kept = sum(origin is not None and origin[0] == 0 for origin in origins)
    releases = len(base.records.alive)
    return (releases - kept) + (len(origins) - kept) <= _CHANGED * releases


def _umask() -> int:
    held = os.umask(0)
    os.umask(held)
    return held


def _digest_of(values: list[str]) -> str:
    return hashlib.sha256("\0".join(values).encode("utf-8")).hexdigest()


def _portable(corpus: Path, folder: Path) -> str:
    """The path of the corpus relative to the index if possible, so that both can be moved
    together."""
    try:
        return Path(os.path.relpath(corpus.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return str(corpus.resolve())
