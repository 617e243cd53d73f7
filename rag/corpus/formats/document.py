"""The interface of the file formats: a format turns a file's bytes into a ``Document``, or a file
that holds several releases into its ``Part``s."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from importlib import import_module
from typing import Any, BinaryIO

from rag.config import ColumnSettings
from rag.corpus.metadata import Metadata
from rag.errors import UnreadableFileError
from rag.lazy import dataclass
from rag.types import Block, Place, Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its format reads it. All offsets count characters of ``text``.

    In ``text`` a blank line separates two paragraphs. Each item of a list stands on a line of its
    own, behind its bullet or number. Each row of a table stands on a line of its own, with a tab
    between two cells.

    Attributes:
        text: the text that becomes the release's body, without markup.
        encoding: the character encoding of the file.
        metadata: what the file states of its release.
        hints: weak metadata, such as what the program that made the file wrote into it. It is used
            only for what the text does not state.
        spans: where in the text a field of the metadata stands, by its name in ``Metadata``. A
            field that is not in the text has no entry.
        words: the words that state a field of the metadata or of the hints, if they are not in the
            text, by its name in ``Metadata``.
        stated_by: what states the metadata: ``front matter``, or ``file`` for another part of the
            file.
        shown_date_first: whether a day that the text shows as that of the release counts more than
            the date of the metadata.
        front_matter: the beginning of the text that states the metadata and is never quoted; None
            if there is none.
        leads: parts of ``front_matter`` that introduce the release and may be quoted, in order and
            disjoint.
        blocks: the parts of the release, in order and disjoint; None if the format does not state
            them, so that they must be recognised in the text.
        places: where in the file the parts of the text stand; empty if the text is the file.
        empty_pages: numbers of the pages without text, from 1.
    """

    text: str
    encoding: str = "utf-8"
    metadata: Metadata = field(default_factory=Metadata)
    hints: Metadata = field(default_factory=Metadata)
    spans: Mapping[str, Span] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    stated_by: str = "file"
    shown_date_first: bool = False
    front_matter: Span | None = None
    leads: tuple[Span, ...] = ()
    blocks: tuple[Block, ...] | None = None
    places: tuple[Place, ...] = ()
    empty_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark on a page.

    Attributes:
        box: left, top, right and bottom edge of the line that they stand in, in points from the top
            left corner of the page.
        line: the text of that line.
        start, end: the words, in the line's characters.
    """

    box: tuple[float, float, float, float]
    line: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A release, or a file, inside a file that holds several.

    Attributes:
        name: a file's path inside the file, with ``/``; ``""`` for a row or an entry, and for the
            file's own text, such as that of a mail.
        read: returns its bytes, at most 64 MiB, as a file with the suffix has them. It raises
            ``UnreadableFileError`` if they cannot be read.
        suffix: the suffix of the format that reads the bytes, with the dot.
        number: of a row or an entry, from 1, for messages; 0 for a file.
        keys: what names a row or an entry, best first: its id, its address. ``""`` for a key that
            it does not have.
        stated: what the file states of the part, by the names in ``Metadata``, as it is written;
            ``sent`` is the day on which a mail was sent. Dates and languages that cannot be
            understood are ignored.
        hints: weak metadata in the same form, which count only for what the text does not state.
        problem: why the part cannot be a release; None if it may be one.
    """

    name: str = ""
    read: Callable[[], bytes] = bytes
    suffix: str = ""
    number: int = 0
    keys: tuple[str, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    problem: UnreadableFileError | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """How files of one format are read: with ``read`` if a file is a release, with ``expand`` if it
    holds several.

    Attributes:
        suffixes: the endings of the names of such files, with the dot, in small letters.
        read: turns a file's bytes, at most 64 MiB, into a ``Document``. It raises
            ``UnreadableFileError`` if the file has no text that can be read.
        expand: yields the parts of an opened file, given the names of its columns in the settings.
            It raises ``UnreadableFileError`` if they cannot be found, also between two parts.
        is_table: whether the parts are rows or entries, and not files.
        stated_id: returns the id that a file states for its release, given the file opened at its
            beginning; None if the file states no id or is wrong. It is called for every new or
            changed file when a corpus is listed, so it should read no more than it needs. The
            attribute is None for a format whose files never state an id.
        draw: draws a page (its number, from 1) of a file's bytes with marks on it, as a PNG. It
            raises ``UnreadableFileError`` if there is no such page. None for a format without
            pages.
    """

    suffixes: tuple[str, ...]
    read: Callable[[bytes], Document] | None = None
    stated_id: Callable[[BinaryIO], str | None] | None = None
    draw: Callable[[bytes, int, Sequence[Mark]], bytes] | None = None
    expand: Callable[[BinaryIO, ColumnSettings], Iterator[Part]] | None = None
    is_table: bool = False


def lazily(module: str, name: str) -> Callable[..., Any]:
    """A function of a module below ``rag.corpus.formats`` that is imported at the first call, so
    that a listing loads no parser."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(f"rag.corpus.formats.{module}"), name)(*arguments)

    return call
