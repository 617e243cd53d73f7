"""The interface of the file formats: a format turns a file's bytes into a ``Document``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from rag.corpus.metadata import Metadata
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
class Format:
    """How files of one format are read.

    Attributes:
        suffixes: the endings of the names of such files, with the dot, in small letters.
        read: turns a file's bytes, at most 64 MiB, into a ``Document``. It raises
            ``UnreadableFileError`` if the file has no text that can be read.
        stated_id: returns the id that a file states for its release, given the file opened at its
            beginning; None if the file states no id or is wrong. It is called for every new or
            changed file when a corpus is listed, so it should read no more than it needs. The
            attribute is None for a format whose files never state an id.
        draw: draws a page (its number, from 1) of a file's bytes with marks on it, as a PNG. It
            raises ``UnreadableFileError`` if there is no such page. None for a format without
            pages.
    """

    suffixes: tuple[str, ...]
    read: Callable[[bytes], Document]
    stated_id: Callable[[BinaryIO], str | None] | None = None
    draw: Callable[[bytes, int, Sequence[Mark]], bytes] | None = None
