"""The seam of the file formats: a format turns a file's bytes into a ``Document``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from rag.corpus.metadata import Metadata
from rag.types import Block, Place, Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its format reads it. All offsets are characters of ``text``.

    In ``text`` paragraphs stand apart by a blank line, the items of a list on a line each behind
    their bullet or number, and the rows of a table on a line each with a tab between two cells.

    Attributes:
        text: what is indexed, quoted and counted in, without markup.
        encoding: the character encoding that the file was read in.
        metadata: what the file states of its release.
        hints: the same where it is so weak that it stands in only for what is not found in the
            text: what the program that made the file put down of it.
        spans: where in the text a piece of the metadata stands, by its name in ``Metadata``;
            a piece that stands nowhere in the text has no entry.
        words: the words that state a piece of the metadata, or of the hints, and stand nowhere in
            the text.
        stated_by: what states the metadata: ``front matter``, or ``file`` for another part of the
            file.
        front_matter: the part of the text that states the metadata and is never quoted, at its
            beginning; None without one.
        leads: parts of ``front_matter`` that introduce the release and are quoted all the same, in
            order and disjoint.
        blocks: the parts of the release where the format states them, in order and disjoint;
            None where they must be guessed from the text.
        places: where in the file the parts of the text stand; empty where the text is the file.
        empty_pages: numbers of the pages that hold no text, from 1.
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
class Format:
    """How files of one kind are read.

    Attributes:
        suffixes: how the names of such files end, with the dot, in small letters.
        read: turns a file's bytes, at most 64 MB, into a ``Document``. It raises
            ``UnreadableFileError`` where the file holds no text that can be read.
        stated_id: looks for the id that a file states for its release, given the file opened at
            its beginning. Called for every file each time that a corpus is listed, so it should
            read no more than it needs. It returns None where the file states no id or is wrong.
            None for a format whose files never state one.
    """

    suffixes: tuple[str, ...]
    read: Callable[[bytes], Document]
    stated_id: Callable[[BinaryIO], str | None] | None = None
