"""Releases, their passages and quotes."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import field, replace
from typing import Any

from rag.lazy import dataclass
from rag.partial_date import PartialDate, Precision
from rag.types.basic import Block, PassageKind, Place, Reason, Shown, Span


@dataclass(frozen=True, slots=True)
class PublicationDate:
    """When a release was published, as the release or its metadata states it.

    Attributes:
        date: None if no date is stated.
        span: the date in the body; None if it is not in the body.
        stated_by: where the date was found: ``header``, ``lead``, ``end`` (a line at the end of
            the text), ``front matter``, ``file`` (another part of the file that its format
            reserves for the date), ``name`` (the file's name) or ``sidecar``; None if no date is
            stated.
        words: the words that state it where they are not in the body, such as
            ``2019-11-07T14:46:54Z``; None otherwise.
        doubtful: whether a person should look: it was taken from the file's name, or the release
            states another one as well.
    """

    date: PartialDate | None = None
    span: Span | None = None
    stated_by: str | None = None
    words: str | None = None
    doubtful: bool = False

    @property
    def value(self) -> str | None:
        """The date as text, in the forms of ``PartialDate.value``; None if no date is stated."""
        return self.date.value if self.date else None

    @property
    def precision(self) -> Precision:
        """What is known of the date: its day, its month, its year …"""
        return self.date.precision if self.date else "unknown"


@dataclass(frozen=True, slots=True, repr=False)
class Release(Shown):
    """A press release as read from its file.

    Attributes:
        id: the file's name without its ending, or the id in the metadata; of a row of a table its
            id. It never changes.
        title: as in the text or in the metadata; ``""`` if there is none.
        published: the publication date.
        language: ISO 639-1 code; None if it could not be identified.
        body: the text of the release (see the module).
        source: path of the file relative to the corpus folder, with ``/``. In a file that holds
            several releases the place in it stands behind: ``a.zip/inner/b.txt``, ``c.csv#12``.
        url: where the release was published; None if the metadata does not say.
        blocks: its parts, in order. They do not overlap.
        encoding: the character encoding of the file; a "?" behind it if the text may be read
            wrongly (see ``encoding_is_doubtful``).
        places: where in the file the parts of the body stand, in order; empty for a text file,
            whose body is the file.
        origin: where the release comes from: as the metadata says, else the host of ``url``, else
            the top folder; ``""`` if nothing tells.
        updated: when it was last changed, where it says so.
        embargo: the day until which it was not to be published, where it says so.
        empty_pages: numbers of the pages of its file that hold no text, from 1.
        release_count: how many releases its text seems to hold; more than 1 where several were put
            into one file.
    """

    id: str
    title: str
    published: PublicationDate
    language: str | None
    body: str
    source: str
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    encoding: str = "utf-8"
    places: tuple[Place, ...] = ()
    origin: str = ""
    updated: PublicationDate = PublicationDate()
    embargo: PublicationDate = PublicationDate()
    empty_pages: tuple[int, ...] = ()
    release_count: int = 1

    @property
    def remarks(self) -> tuple[Reason, ...]:
        """What a person should know of the reading: a doubtful encoding, pages without text,
        several releases in one text."""
        found = []
        if self.encoding_is_doubtful:
            found.append(Reason("remark.encoding", {"encoding": self.encoding.removesuffix("?")}))
        if self.empty_pages:
            pages = ", ".join(map(str, self.empty_pages))
            found.append(Reason("remark.empty_pages", {"pages": pages}))
        if self.release_count > 1:
            found.append(Reason("remark.several", {"count": self.release_count}))
        return tuple(found)

    @property
    def encoding_is_doubtful(self) -> bool:
        """Whether a person should look at the letters: another encoding makes words of the text as
        well, or the text seems to have been damaged before ("Ã©")."""
        return self.encoding.endswith("?")


def places_of(release: Release, start: int, end: int) -> tuple[Place, ...]:
    """Where in its file a stretch of a release's body stands, such as a citation.

    Args:
        start, end: the stretch, in the body's characters.

    Returns:
        The release's places that share a character with it, in order, each cut to what it
        shares. The box stays that of the whole place (a line). Empty for a text file.
    """
    first = bisect_right(release.places, start, key=lambda place: place.end)
    found = []
    for place in release.places[first:]:
        if place.start >= end:
            break
        low, high = max(start, place.start), min(end, place.end)
        if low < high:
            offset = None if place.offset is None else place.offset + low - place.start
            found.append(replace(place, start=low, end=high, offset=offset))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ReleaseSummary:
    """A release without its text, for lists of many.

    Attributes:
        id, title, language: as in ``Release``.
        date: when it was published; None if no date is stated.
        passages: number of its passages.
        characters: length of its body.
        source, origin: as in ``Release``.
        remarks: as in ``Release``.
        stated_by, doubtful: where ``date`` was found, and whether a person should look at it (see
            ``PublicationDate``).
    """

    id: str
    title: str
    date: PartialDate | None
    language: str | None
    passages: int
    characters: int
    source: str = ""
    origin: str = ""
    stated_by: str | None = None
    doubtful: bool = False
    remarks: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote from a release.

    Attributes:
        release_id: id of the release.
        ordinal: number of the passage with the quote; None if it is not known.
        start, end: offsets in the body; ``body[start:end] == quote``.
        quote: the quoted text.
        digest: first 8 hex digits of the quote's SHA-256. If the text has moved, the digest finds
            it again.
        places: where in its file the quote stands, a page and a box for each line of a PDF; empty
            for a text file.
    """

    release_id: str
    ordinal: int | None
    start: int
    end: int
    quote: str
    digest: str
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)

    @property
    def id(self) -> str:
        """``release:start-end:digest``, the argument of ``rag show``."""
        return f"{self.release_id}:{self.start}-{self.end}:{self.digest}"

    def to_dict(self) -> dict[str, Any]:
        """``{id, release_id, start, end, quote}``, and ``places`` if there are any."""
        places = {"places": [place.to_dict() for place in self.places]} if self.places else {}
        return {
            "id": self.id,
            "release_id": self.release_id,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            **places,
        }


def quote_digest(quote: str) -> str:
    """First 8 hex digits of the SHA-256 of a quote's UTF-8."""
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a release, or a part of a long one.

    Attributes:
        release_id: id of the release.
        ordinal: number of the passage in the release, from 0.
        start, end: offsets in the body; ``body[start:end] == text``.
        text: the passage.
        context: what is encoded and indexed together with the text (the release's title, a
            heading, a caption, the columns of a table with tabs between them). It is never quoted.
        kind: ``text``; ``table`` for rows, a line each; ``about`` or ``boilerplate`` as in
            ``Block``.
    """

    release_id: str
    ordinal: int
    start: int
    end: int
    text: str
    context: str = ""
    kind: PassageKind = "text"

    @property
    def citation(self) -> Citation:
        """The whole passage as a citation."""
        digest = quote_digest(self.text)
        return Citation(self.release_id, self.ordinal, self.start, self.end, self.text, digest)


def date_to_dict(published: PublicationDate, release: Release) -> dict[str, Any] | None:
    """``{value, precision, evidence}``, or None without a date.

    ``evidence`` is ``{start, end, quote}``, or None if the date is not in the body.
    """
    if published.date is None:
        return None
    evidence = quoted_span(published.span, release) if published.span else None
    return {"value": published.value, "precision": published.precision, "evidence": evidence}


def quoted_span(span: Span, release: Release) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": release.body[span.start : span.end]}
