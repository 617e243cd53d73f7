"""One file to one release: its format makes a ``Document``, the rest is read from the text.
Each file is read on its own: one bad file costs itself alone, and a corpus may exceed memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

from rag.corpus.dateline import publication_date
from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats import Document, format_of
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.parsing import parse_blocks
from rag.errors import UnreadableFileError
from rag.language.identification import detect_language
from rag.language.sentences import sentence_spans
from rag.partial_date import PartialDate
from rag.types import Block, PublicationDate, Release

PARSER_VERSION = 4


def read_release(file: SourceFile, data: bytes | None = None) -> Release:
    """Read and parse one file.

    Args:
        file: the file, by whose name its format is chosen.
        data: its bytes; None reads them.

    Raises:
        UnreadableFileError: why the file is not a release.
        OSError: the file cannot be read.
    """
    content = read_bytes(file.path) if data is None else data
    if len(content) > MAX_BYTES:
        raise UnreadableFileError("file.too_large")
    return parse_release(format_of(file.source).read(content), file)


def read_bytes(path: Path) -> bytes:
    """The file's bytes, one more than the limit at most."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def file_digest(data: bytes, metadata: Metadata) -> str:
    """SHA-256 of a file together with what a sidecar states of it: what a release depends on."""
    digest = hashlib.sha256(data)
    digest.update(repr(metadata).encode())
    return digest.hexdigest()


def parse_release(
    document: Document,
    file: SourceFile,
    detect: Callable[[str], str | None] = detect_language,
) -> Release:
    """A release out of a document and what a sidecar states of it.

    Raises:
        UnreadableFileError: nothing is left beside the metadata.
    """
    body = document.text
    metadata = _merge(file.metadata, document.metadata)
    blocks = _blocks(document, detect)
    language = metadata.language or detect(_prose(body, blocks))
    published = _stated_date("date", file.metadata, document)
    return Release(
        id=file.id,
        title=metadata.title or _title(body, blocks, language),
        published=published or publication_date(body, blocks, language),
        language=language,
        body=body,
        source=file.source,
        url=metadata.url,
        # The front matter is no block for the date: its other keys may hold other dates.
        blocks=_with_front_matter(document, blocks),
        encoding=document.encoding,
        places=document.places,
        origin=metadata.origin or _origin(metadata.url, file.source),
        updated=_stated_date("updated", file.metadata, document) or PublicationDate(),
        embargo=_stated_date("embargo", file.metadata, document) or PublicationDate(),
    )


def _blocks(document: Document, detect: Callable[[str], str | None]) -> tuple[Block, ...]:
    """The parts behind the front matter: as the format states them, else guessed."""
    blocks = document.blocks
    if blocks is None:
        begin = document.front_matter.end if document.front_matter else 0
        leads = tuple(Block("paragraph", lead.start, lead.end) for lead in document.leads)
        blocks = (*leads, *parse_blocks(document.text, detect, begin))
    if any(block.kind != "header" for block in blocks):
        return blocks
    if not blocks:
        raise UnreadableFileError("file.empty")
    # Nothing but dates and marks was recognised: then these are what the release says.
    return tuple(Block("paragraph", block.start, block.end) for block in blocks)


def _with_front_matter(document: Document, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, with the front matter around those that stand in it as header."""
    front = document.front_matter
    if front is None:
        return blocks
    headers: list[Block] = []
    position = front.start
    for lead in document.leads:
        headers.append(Block("header", position, lead.start))
        position = lead.end
    headers.append(Block("header", position, front.end))
    return tuple(sorted((*headers, *blocks), key=lambda block: block.start))


def _merge(sidecar: Metadata, file: Metadata) -> Metadata:
    """The sidecar wins over the file: it is the collection's word on it."""
    return Metadata(
        **{
            item.name: getattr(sidecar, item.name) or getattr(file, item.name)
            for item in fields(Metadata)
        }
    )


def _stated_date(name: str, sidecar: Metadata, document: Document) -> PublicationDate | None:
    """The date of that name in ``Metadata`` that the sidecar or the file states; None where
    neither does."""
    stated: PartialDate | None = getattr(sidecar, name)
    if stated is not None:
        return PublicationDate(stated, None, "sidecar")
    stated = getattr(document.metadata, name)
    if stated is None:
        return None
    span = document.spans.get(name)
    words = None if span else document.words.get(name)
    return PublicationDate(stated, span, document.stated_by, words)


def _origin(url: str | None, source: str) -> str:
    """Where a release comes from: the host of its address, else the top folder of its file."""
    host = urlsplit(url).hostname if url else None
    if host:
        return host.removeprefix("www.")
    folder, _, name = source.partition("/")
    return folder if name else ""


def _prose(body: str, blocks: tuple[Block, ...]) -> str:
    kinds = (
        ("paragraph",)
        if any(b.kind == "paragraph" for b in blocks)
        else ("title", "heading", "caption")
    )
    return "\n".join(body[b.start : b.end][:2000] for b in blocks if b.kind in kinds)[:4000]


def _title(body: str, blocks: tuple[Block, ...], language: str | None) -> str:
    """The title's line; for a release that opens with its lead, the lead's first sentence."""
    for block in blocks:
        if block.kind == "title":
            return " ".join(body[block.start : block.end].split())
    for block in blocks:
        if block.kind != "header":
            first = next(
                iter(sentence_spans(body, block.start, block.end, language=language)), None
            )
            return " ".join(body[first.start : first.end].split())[:300] if first else ""
    return ""
