"""The seam of the file formats: a format turns a file's bytes into a ``Document``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from rag.corpus.metadata import Metadata
from rag.types import Block, Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its format reads it. All offsets are characters of ``text``.

    Attributes:
        text: what is indexed, quoted and counted in.
        encoding: the character encoding that the file was read in.
        metadata: what the file states of its release.
        places: where in the text a piece of the metadata stands, by its name in ``Metadata``;
            a piece that stands nowhere in the text has no entry.
        front_matter: the part of the text that states the metadata and is never quoted, at its
            beginning; None without one.
        blocks: the parts of the release where the format states them, in order and disjoint;
            None where they must be guessed from the text.
    """

    text: str
    encoding: str = "utf-8"
    metadata: Metadata = field(default_factory=Metadata)
    places: Mapping[str, Span] = field(default_factory=dict)
    front_matter: Span | None = None
    blocks: tuple[Block, ...] | None = None


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
