"""A folder of files to releases. Each file is read on its own, so that one bad file costs itself
alone and the corpus may be larger than memory."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from rag.corpus.dateline import publication_date
from rag.corpus.decoding import MAX_BYTES, UndecodableError, decode
from rag.corpus.metadata import Metadata, read_front_matter, read_sidecars
from rag.corpus.parsing import front_matter_span, parse_blocks
from rag.errors import CorpusError, DuplicateReleaseError
from rag.language.identification import detect_language
from rag.language.sentences import sentence_spans
from rag.types import Block, PublicationDate, Release, Span

SUFFIXES = frozenset({".txt", ".md"})
PARSER_VERSION = 1
_ID = re.compile(r"\bid\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file that was not read and why (a key of ``rag.messages``)."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A release's file before it is parsed: its path, the id it will have, what is stated of it."""

    path: Path
    source: str
    id: str
    metadata: Metadata


@dataclass(slots=True)
class Listing:
    """The files of a corpus folder, sorted by id, and those that cannot be listed."""

    folder: Path
    files: list[SourceFile] = field(default_factory=list)
    skipped: list[SkippedFile] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)


def list_corpus(
    folder: str | os.PathLike[str],
    stated_id: Callable[[Path, str], str | None] = lambda path, _source: front_matter_id(path),
) -> Listing:
    """Find the releases of a folder, recursively: ``.txt`` and ``.md`` files but for READMEs and
    names that begin with a dot.

    Two files of one stem get their relative paths as ids (``Listing.renamed`` names them).

    Args:
        stated_id: gives ``front_matter_id`` of a path and its ``source``; a caller that knows
            which files have not changed saves their reading.

    Raises:
        CorpusError: no such folder, not a folder, nothing in it, or a sidecar that is wrong.
        DuplicateReleaseError: the metadata states one id for two files.
    """
    root = Path(folder)
    if not root.exists():
        raise CorpusError("corpus.no_folder", path=root)
    if not root.is_dir():
        raise CorpusError("corpus.not_folder", path=root)
    listing = Listing(root)
    stated = read_sidecars(root)
    paths = list(_walk(root, listing.skipped))
    by_source = {path.relative_to(root).as_posix(): path for path in paths}
    unknown = sorted(set(stated) - set(by_source))
    if unknown:
        raise CorpusError("sidecar.unknown_file", path=root, file=unknown[0])
    stems: dict[str, int] = {}
    for source in by_source:
        stem = Path(source).stem
        stems[stem] = stems.get(stem, 0) + 1
    owners: dict[str, str] = {}
    for source, path in sorted(by_source.items()):
        metadata = stated.get(source, Metadata())
        if metadata.id is None:
            metadata = replace(metadata, id=stated_id(path, source))
        release_id = metadata.id or (path.stem if stems[path.stem] == 1 else source)
        if metadata.id is None and stems[path.stem] > 1:
            listing.renamed.append(source)
        if release_id in owners:
            raise DuplicateReleaseError(
                "corpus.duplicate_id", id=release_id, first=owners[release_id], second=source
            )
        owners[release_id] = source
        listing.files.append(SourceFile(path, source, release_id, metadata))
    listing.files.sort(key=lambda file: file.id)
    if not listing.files and not listing.skipped:
        raise CorpusError("corpus.empty", path=root)
    return listing


def read_release(file: SourceFile, data: bytes | None = None) -> Release:
    """Read and parse one file.

    Raises:
        UndecodableError: its ``reason`` says why the file is not a release.
        OSError: the file cannot be read.
    """
    content = read_bytes(file.path) if data is None else data
    body, encoding = decode(content)
    return parse_release(body, file, encoding)


def read_bytes(path: Path) -> bytes:
    """The file's bytes, one more than the limit at most."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def parse_release(
    body: str,
    file: SourceFile,
    encoding: str = "utf-8",
    detect: Callable[[str], str | None] = detect_language,
) -> Release:
    """A release out of its text and what is stated of it."""
    metadata = file.metadata
    front = front_matter_span(body)
    if front is not None:
        try:
            stated = read_front_matter(body[front[2] : front[3]], file.source)
        except CorpusError as error:
            raise UndecodableError("file.bad_front_matter") from error
        metadata = _merge(metadata, stated)
    blocks = parse_blocks(body, detect)
    if all(block.kind == "header" for block in blocks):
        # Nothing but dates and marks was recognised: then these are what the release says.
        blocks = tuple(
            Block("paragraph", block.start, block.end)
            for block in blocks
            if front is None or block.start >= front[1]
        )
        if not blocks:
            raise UndecodableError("file.empty")
    language = metadata.language or detect(_prose(body, blocks))
    return Release(
        id=file.id,
        title=metadata.title or _title(body, blocks),
        published=_published(body, blocks, language, file.metadata, metadata, front),
        language=language,
        body=body,
        source=file.source,
        url=metadata.url,
        blocks=blocks,
        encoding=encoding,
    )


def file_digest(data: bytes, metadata: Metadata) -> str:
    """SHA-256 of a file together with what a sidecar states of it: what a release depends on."""
    digest = hashlib.sha256(data)
    digest.update(repr(metadata).encode())
    return digest.hexdigest()


def _walk(root: Path, skipped: list[SkippedFile]) -> Iterator[Path]:
    """Files below a folder; linked folders are followed, each real folder once."""
    seen: set[tuple[int, int]] = set()

    def visit(folder: Path) -> Iterator[Path]:
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in seen:
                return
            seen.add((status.st_dev, status.st_ino))
            entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError:
            skipped.append(SkippedFile(folder.relative_to(root).as_posix(), "file.unreadable"))
            return
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not entry.name.isprintable():
                shown = entry.relative_to(root).as_posix().encode("utf-8", "replace").decode()
                skipped.append(SkippedFile(shown, "file.bad_name"))
                continue
            try:
                if entry.is_dir():
                    yield from visit(entry)
                    continue
            except OSError:  # a name that links to itself
                pass
            if entry.suffix.casefold() not in SUFFIXES or entry.stem.casefold() == "readme":
                continue
            if entry.is_file():
                yield entry
            else:
                reason = "file.link_loop" if entry.is_symlink() else "file.unreadable"
                skipped.append(SkippedFile(entry.relative_to(root).as_posix(), reason))

    return visit(root)


def front_matter_id(path: Path) -> str | None:
    """The id that a file states of itself, which must be known before it is parsed; None for none.
    What is wrong with its front matter is told when the file is read, and costs that file alone."""
    try:
        with path.open("rb") as stream:
            if b"---" not in stream.read(12).replace(b"\0", b""):
                return None
        body, _encoding = decode(read_bytes(path))
        front = front_matter_span(body)
        # Reading YAML takes ten times as long as seeing that it states no id.
        if front is None or _ID.search(body, front[2], front[3]) is None:
            return None
        return read_front_matter(body[front[2] : front[3]], path.name).id
    except (OSError, UndecodableError, CorpusError):
        return None


def _merge(sidecar: Metadata, front: Metadata) -> Metadata:
    """The sidecar wins over front matter: it is the collection's word on the file's."""
    return Metadata(
        sidecar.id or front.id,
        sidecar.title or front.title,
        sidecar.date or front.date,
        sidecar.language or front.language,
        sidecar.url or front.url,
    )


def _prose(body: str, blocks: tuple[Block, ...]) -> str:
    kinds = (
        ("paragraph",)
        if any(b.kind == "paragraph" for b in blocks)
        else ("title", "heading", "caption")
    )
    return "\n".join(body[b.start : b.end][:2000] for b in blocks if b.kind in kinds)[:4000]


def _title(body: str, blocks: tuple[Block, ...]) -> str:
    """The title's line; for a release that opens with its lead, the lead's first sentence."""
    for block in blocks:
        if block.kind == "title":
            return " ".join(body[block.start : block.end].split())
    for block in blocks:
        if block.kind != "header":
            first = next(iter(sentence_spans(body, block.start, block.end)), None)
            return " ".join(body[first.start : first.end].split())[:300] if first else ""
    return ""


def _published(
    body: str,
    blocks: tuple[Block, ...],
    language: str | None,
    sidecar: Metadata,
    merged: Metadata,
    front: tuple[int, int, int, int] | None,
) -> PublicationDate:
    if merged.date is None:
        readable = blocks
        if front is not None:  # other keys of the front matter may hold other dates
            readable = tuple(block for block in blocks if block.start >= front[1])
        return publication_date(body, readable, language)
    if sidecar.date is not None or front is None:
        return PublicationDate(merged.date, None, "sidecar")
    return PublicationDate(merged.date, _front_matter_date(body, front), "front matter")


def _front_matter_date(body: str, front: tuple[int, int, int, int]) -> Span | None:
    """Where the ``date:`` line's value stands."""

    found = re.compile(
        r"^date[ \t]*:[ \t]*[\"']?(?P<v>[^\r\n\"'#]*[^\s\"'#])", re.MULTILINE | re.IGNORECASE
    )
    match = found.search(body, front[2], front[3])
    return Span(match.start("v"), match.end("v")) if match else None
