"""Convert a release to the JSON that engines store besides its id and body, and back."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, astuple
from typing import Any

from rag.partial_date import PartialDate
from rag.types import Passage, Place, PublicationDate, Release, ReleaseSummary, Span


def packed(release: Release) -> dict[str, Any]:
    """What is stored of a release, without its places, as values that JSON can hold."""
    return {
        "title": release.title,
        "published": _packed_date(release.published),
        "updated": _packed_date(release.updated),
        "embargo": _packed_date(release.embargo),
        "language": release.language,
        "source": release.source,
        "url": release.url,
        "encoding": release.encoding,
        "origin": release.origin,
        "empty_pages": list(release.empty_pages),
        "release_count": release.release_count,
    }


def packed_places(release: Release) -> str:
    """The places of a release as JSON; ``""`` if it has none."""
    if not release.places:
        return ""
    return json.dumps([astuple(place) for place in release.places], separators=(",", ":"))


def unpacked(release_id: str, body: str, stated: dict[str, Any], places: str) -> Release:
    """A release, without ``blocks``, from what was stored.

    Args:
        stated: what ``packed`` returned.
        places: what ``packed_places`` returned.
    """
    return Release(
        id=release_id,
        title=stated["title"],
        published=_unpacked_date(stated["published"]),
        language=stated["language"],
        body=body,
        source=stated["source"],
        url=stated["url"],
        encoding=stated["encoding"],
        places=tuple(_place(*values) for values in json.loads(places)) if places else (),
        origin=stated["origin"],
        updated=_unpacked_date(stated["updated"]),
        embargo=_unpacked_date(stated["embargo"]),
        empty_pages=tuple(stated["empty_pages"]),
        release_count=stated.get("release_count", 1),
    )


def summary(
    release_id: str, stated: dict[str, Any], passages: int, characters: int
) -> ReleaseSummary:
    """A release's summary from what ``packed`` returned."""
    release = unpacked(release_id, "", stated, "")
    return ReleaseSummary(
        id=release_id,
        title=release.title,
        date=release.published.date,
        language=release.language,
        passages=passages,
        characters=characters,
        source=release.source,
        origin=release.origin,
        stated_by=release.published.stated_by,
        doubtful=release.published.doubtful,
        remarks=release.remarks,
    )


def wording(release: Release, passage: Passage) -> bytes:
    """8 bytes that are equal for passages with the same origin and the same letters and digits."""
    letters = "".join(re.findall(r"[^\W_]+", passage.text.casefold()))
    return hashlib.blake2b(f"{release.origin}\0{letters}".encode(), digest_size=8).digest()


def _packed_date(published: PublicationDate) -> dict[str, Any] | None:
    if published.date is None:
        return None
    return {
        "value": published.value,
        "precision": published.precision,
        "span": asdict(published.span) if published.span else None,
        "stated_by": published.stated_by,
        "words": published.words,
        "doubtful": published.doubtful,
    }


def _unpacked_date(stated: dict[str, Any] | None) -> PublicationDate:
    """A date from what ``_packed_date`` returned."""
    if stated is None:
        return PublicationDate()
    span = stated["span"]
    return PublicationDate(
        PartialDate.parse(stated["value"], stated["precision"]),
        Span(**span) if span else None,
        stated["stated_by"],
        stated["words"],
        stated["doubtful"],
    )


def _place(
    start: int,
    end: int,
    page: int | None,
    box: tuple[float, float, float, float] | None,
    element: str | None,
    offset: int | None,
) -> Place:
    return Place(start, end, page, tuple(box) if box else None, element, offset)  # type: ignore[arg-type]
