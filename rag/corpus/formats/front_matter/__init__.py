"""Front matter: metadata of the release at the beginning of a text, as site generators read it. All
formats whose files may begin with it use this package.

It stands between two ``---`` lines (YAML) or ``+++`` lines (TOML), or it is JSON (an object, or
entries that end with ``;;;``), or lines of ``Key: value`` up to the first blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import BinaryIO

from rag.corpus.decoding import MAX_BYTES, decode
from rag.corpus.formats.document import Document
from rag.corpus.formats.front_matter.find import MAX_LENGTH, FrontMatter, find
from rag.corpus.formats.front_matter.stated import Stated, stated_in
from rag.errors import UnreadableFileError
from rag.lazy import regex
from rag.types import Span

__all__ = [
    "FrontMatter",
    "Stated",
    "find",
    "read_text",
    "stated_id",
    "stated_in",
    "with_front_matter",
]

_ID = regex(r"\bid\b", re.IGNORECASE)
_OPENS = regex(rb"[\r\n]*(?:---|\+\+\+|;;;|[{\"]|<!--|(?:\.\. )?[A-Za-z][\w .-]{0,40}:)")
_HAS_ID = regex(rb"\bid\b", re.IGNORECASE)


def read_text(data: bytes) -> Document:
    """A text file as a ``Document``: the unchanged decoded file, including its front matter.

    Raises:
        UnreadableFileError: the file is not text, or its front matter is wrong.
    """
    return with_front_matter(*decode(data))


def with_front_matter(text: str, encoding: str = "utf-8") -> Document:
    """A ``Document`` of a decoded text, with the metadata that its front matter states.

    Raises:
        UnreadableFileError: the front matter cannot be parsed, or states a wrong date or language.
    """
    document = Document(text, encoding)
    front = find(text)
    if front is None:
        return document
    stated = stated_in(text, front)
    return replace(
        document,
        metadata=stated.metadata,
        spans={name: entry.span for name, entry in stated.entries.items() if entry.span},
        words={name: entry.value for name, entry in stated.entries.items() if not entry.span},
        stated_by="front matter",
        front_matter=Span(0, front.end),
        leads=_disjoint(entry.block for entry in stated.leads),
    )


def _disjoint(spans: Iterable[Span | None]) -> tuple[Span, ...]:
    """The spans in order, without those that overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted((s for s in spans if s is not None), key=lambda s: s.start):
        if span.start < span.end and (not kept or kept[-1].end <= span.start):
            kept.append(span)
    return tuple(kept)


def stated_id(stream: BinaryIO) -> str | None:
    """The id that the front matter of an opened file states; None if it has no front matter, or a
    wrong one (the error is reported when the file is read)."""
    head = stream.read(4 * MAX_LENGTH)
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    # This test takes a tenth of the time of reading front matter.
    if not _OPENS.match(plain) or not _HAS_ID.search(plain):
        return None
    try:
        text, _encoding = decode(head + stream.read(MAX_BYTES))
        front = find(text)
        if front is None or _ID.search(text, front.start, front.end) is None:
            return None
        return stated_in(text, front).metadata.id
    except UnreadableFileError:
        return None
