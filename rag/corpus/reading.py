"""Read a file, or a part of one, as a release: its format makes a ``Document``, the rest is read
from the text.

Files are read independently. So a bad file does not affect the others, and a corpus may be larger
than the memory.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from rag.corpus.decoding import MAX_BYTES
from rag.corpus.formats import Document, format_of
from rag.corpus.formats.front_matter.keys import is_title
from rag.corpus.labels import without_label
from rag.corpus.listing import SourceFile
from rag.corpus.metadata import Metadata
from rag.corpus.openings import release_count
from rag.corpus.parsing import parse_blocks
from rag.corpus.release_dates.file_name import date_of_name
from rag.corpus.release_dates.text import TextDates, text_dates
from rag.corpus.stating import with_stated
from rag.corpus.tail import mark_tail
from rag.errors import UnreadableFileError
from rag.language.identification import detect_language
from rag.language.mail_words import mail_patterns
from rag.language.sentences import sentence_spans
from rag.partial_date import PartialDate
from rag.types import Block, PublicationDate, Release, Span

_NEAR_DAYS = 31
_WIKI_HEADING = re.compile(r"={1,6}\s*([^=].*?)\s*={1,6}")
PARSER_VERSION = 9


def read_release(file: SourceFile, data: bytes | None = None) -> Release:
    """Read and parse one file or one part of a file.

    Args:
        file: the file; its name decides the format, or the suffix of the part.
        data: its bytes; None to read them here, which only a file can.

    Raises:
        UnreadableFileError: the file is not a release; the error says why.
        OSError: the file cannot be read.
    """
    content = read_bytes(file.path) if data is None else data
    if len(content) > MAX_BYTES:
        raise UnreadableFileError("file.too_large")
    part = file.part
    form = format_of(file.source if part is None else f"a{part.suffix}", io.BytesIO(content))
    if form.read is None:
        raise UnreadableFileError("file.rename", kind=form.suffixes[0])
    read = form.read
    document = read(content)
    if part is not None:
        document = with_stated(document, part.stated, part.hints, detect_language)
        if not part.is_file:  # places in what was put together for reading are of no use
            document = replace(document, places=())
    return parse_release(document, file)


def read_bytes(path: Path) -> bytes:
    """The file's bytes, at most one more than the limit ``MAX_BYTES``.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def file_digest(data: bytes, metadata: Metadata) -> str:
    """SHA-256 of a file's bytes and its metadata, in hexadecimal. A release depends on both."""
    digest = hashlib.sha256(data)
    digest.update(repr(metadata).encode())
    return digest.hexdigest()


def part_digest(file: SourceFile) -> str:
    """As ``file_digest``, for a part of a file."""
    assert file.part is not None
    return file_digest(file.part.digest.encode(), file.metadata)


def parse_release(
    document: Document,
    file: SourceFile,
    detect: Callable[[str], str | None] = detect_language,
) -> Release:
    """Make a release from a document and the metadata of its file.

    Args:
        document: the file as its format reads it.
        file: the file, with its metadata.
        detect: identifies the language of a text, ISO 639-1; returns None if it cannot.

    Raises:
        UnreadableFileError: there is no text besides the metadata.
    """
    body = document.text
    metadata = file.metadata.over(document.metadata)
    blocks = _blocks(document, detect)
    hints = document.hints
    language = metadata.language or detect(_prose(body, blocks)) or hints.language
    name = date_of_name(file.name, language)
    sure = name.date if name.precision == "day" and not name.doubtful else None
    dates = text_dates(body, blocks, language, sure)
    if document.blocks is None:
        blocks = _with_headers(blocks, dates)
    stated = _stated_date("date", file.metadata, document)
    if document.shown_date_first and file.metadata.date is None and _is_sure(dates.published):
        stated = None
    return Release(
        id=file.id,
        title=file.metadata.title
        or without_label(document.metadata.title or "")
        or _title(body, blocks, language, hints.title or ""),
        published=_or_hint(_published(stated, dates, name), document),
        language=language,
        body=body,
        source=file.source,
        url=metadata.url,
        # Front matter is added after the dates are read: its other keys may hold other dates.
        blocks=_with_front_matter(document, blocks),
        encoding=document.encoding,
        places=document.places,
        origin=metadata.origin or _origin(metadata.url, file),
        updated=_stated_date("updated", file.metadata, document) or dates.updated,
        embargo=_stated_date("embargo", file.metadata, document) or dates.embargo,
        empty_pages=document.empty_pages,
        release_count=release_count(body),
    )


def _blocks(document: Document, detect: Callable[[str], str | None]) -> tuple[Block, ...]:
    """The parts behind the front matter, as the format states them or as parsed from the text."""
    blocks = document.blocks
    if blocks is None:
        front, title = document.front_matter, document.spans.get("title")
        begin = front.end if front else 0
        before = [Block("paragraph", lead.start, lead.end) for lead in document.leads]
        if title is not None and title.start == 0:
            begin = max(begin, title.end)
            before.insert(0, Block("title", title.start, title.end))
        after = parse_blocks(document.text, detect, begin)
        if before and before[0].kind == "title":  # what looks like one more is a heading
            after = tuple(replace(b, kind="heading") if b.kind == "title" else b for b in after)
        blocks = (*before, *after)
    else:
        marked = mark_tail(document.text, blocks)
        # The tail is not marked if no text would be left.
        if any(block.kind in ("paragraph", "item", "row") for block in marked):
            blocks = marked
    if any(block.kind not in ("header", "site", "boilerplate") for block in blocks):
        return blocks
    if not blocks:
        raise UnreadableFileError("file.empty")
    # Only headers, site lines and boilerplate were recognised: they become the text.
    return tuple(Block("paragraph", block.start, block.end) for block in blocks)


def _with_headers(blocks: tuple[Block, ...], dates: TextDates) -> tuple[Block, ...]:
    """The parts, where those that only state a date of the release become headers, unless no other
    part is left."""
    lines = set(dates.lines)
    marked = tuple(
        Block("header", block.start, block.end)
        if block.kind in ("paragraph", "heading") and Span(block.start, block.end) in lines
        else block
        for block in blocks
    )
    return marked if any(block.kind != "header" for block in marked) else blocks


def _with_front_matter(document: Document, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, and the front matter as headers around the leads in it."""
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


def _stated_date(name: str, sidecar: Metadata, document: Document) -> PublicationDate | None:
    """The date that the sidecar or the file states; None if neither does.

    Args:
        name: ``date``, ``updated`` or ``embargo``, as in ``Metadata``.
    """
    stated: PartialDate | None = getattr(sidecar, name)
    if stated is not None:
        return PublicationDate(stated, None, "sidecar")
    stated = getattr(document.metadata, name)
    if stated is None:
        return None
    span = document.spans.get(name)
    words = None if span else document.words.get(name)
    return PublicationDate(stated, span, document.stated_by, words)


def _published(
    stated: PublicationDate | None, dates: TextDates, name: PublicationDate
) -> PublicationDate:
    """The publication date. The sources are, in this order: the sidecar, the file's own metadata,
    the text, the file's name. Before a doubtful name comes the end of an embargo, as doubtful.

    The date of the file's metadata is doubtful if the text states another day. A day in the name
    counts before a day in the title, which may be the day of an event, and before a day without a
    year.
    """
    text = dates.published
    if stated is not None:
        differs = stated.stated_by != "sidecar" and not _agree(stated, text)
        return replace(stated, doubtful=True) if differs else stated
    for own in (text, dates.title):
        if own.date is None:
            continue
        if name.date is None or name.precision != "day" or name.date == own.date:
            # If two sources agree and one is not doubtful, there is no doubt.
            agreed = name.date == own.date and not (name.doubtful and own.doubtful)
            return replace(own, doubtful=False) if agreed else own
        if own is text and own.date.has_year and own.date.has_day:
            return replace(own, doubtful=own.doubtful or _far_apart(own, name))
        agreed = own.date.covers(name.date)
        if not name.doubtful or agreed:
            return replace(name, doubtful=name.doubtful or not agreed)
        return own
    if name.date is not None and not name.doubtful:
        return name
    if dates.embargo.date is not None:
        return replace(dates.embargo, doubtful=True)
    return name


def _is_sure(shown: PublicationDate) -> bool:
    """Whether a date in the text is a day of a year and not doubtful."""
    day = shown.date
    return day is not None and day.has_day and day.has_year and not shown.doubtful


def _far_apart(one: PublicationDate, name: PublicationDate) -> bool:
    """Whether the day in a file's name is so far from a date that one of them is wrong."""
    days = [other.date.bounds for other in (one, name) if other.date is not None]
    if name.doubtful or len(days) < 2 or days[0] is None or days[1] is None:
        return False
    return abs((days[0][0] - days[1][0]).days) > _NEAR_DAYS


def _agree(one: PublicationDate, other: PublicationDate) -> bool:
    """Whether two dates may be the same. An unknown date agrees with every date."""
    if one.date is None or other.date is None:
        return True
    if one.date.until is not None or other.date.until is not None:
        return one.date == other.date
    return one.date.covers(other.date) or other.date.covers(one.date)


def _or_hint(found: PublicationDate, document: Document) -> PublicationDate:
    """The date that was found; without one, the date of the document's hints, as doubtful."""
    hint = document.hints.date
    if found.date is not None or hint is None:
        return found
    return PublicationDate(hint, None, "file", document.words.get("date"), doubtful=True)


def _origin(url: str | None, file: SourceFile) -> str:
    """Where a release comes from: the host of its URL, else the top folder of its file, else the
    archive that it lies in; ``""`` if it has none of these."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        host = None
    if host:
        return host.removeprefix("www.")
    whole = file.source.removesuffix(file.part.name) if file.part is not None else file.source
    folder, _, name = whole.partition("/")
    if name:
        return folder
    return Path(whole).stem if file.part is not None and file.part.name.startswith("/") else ""


def _prose(body: str, blocks: tuple[Block, ...]) -> str:
    kinds = (
        ("paragraph",)
        if any(b.kind == "paragraph" for b in blocks)
        else ("title", "heading", "caption")
    )
    return "\n".join(body[b.start : b.end][:2000] for b in blocks if b.kind in kinds)[:4000]


def _without_label(title: str) -> str:
    """A title without the label of its line or kind ("Objet : …", "Communiqué : …") or the marks of
    a wiki."""
    marked = _WIKI_HEADING.fullmatch(title)
    title = marked[1] if marked else title
    label, _colon, rest = title.partition(":")
    found = mail_patterns().head.fullmatch(title)
    is_label = is_title(label) or (found is not None and found.lastgroup == "subject")
    return rest.strip(" *\u00a0\t") if is_label and rest.strip() else without_label(title)


def _title(body: str, blocks: tuple[Block, ...], language: str | None, hint: str) -> str:
    """The title block as one line; without one, the title of the hints, else the first sentence
    of the text."""
    for block in blocks:
        if block.kind == "title":
            return _without_label(" ".join(body[block.start : block.end].split()))
    if hint:
        return hint
    for block in blocks:
        if block.kind not in ("header", "site", "boilerplate", "about"):
            first = next(
                iter(sentence_spans(body, block.start, block.end, language=language)), None
            )
            return " ".join(body[first.start : first.end].split())[:300] if first else ""
    return ""
