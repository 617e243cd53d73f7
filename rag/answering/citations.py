"""Make citations, parse their ids, and find them again in a release."""

from __future__ import annotations

import re

from rag.errors import CitationError
from rag.lazy import regex
from rag.types import Citation, Release, places_of, quote_digest

_ID = regex(
    r"(?P<release>.+):(?P<start>\d{1,12})-(?P<end>\d{1,12}):(?P<digest>[0-9a-f]{8})", re.DOTALL
)
# In a longer body a moved quote is looked for only where a line or a sentence starts.
_MAX_FULL_SCAN = 200_000


def cite(release: Release, start: int, end: int, ordinal: int | None = None) -> Citation:
    """A citation of ``release.body[start:end]``.

    Args:
        release: the release to cite.
        start, end: the quote, in the body's characters.
        ordinal: the passage that has the quote, if it is known.

    Raises:
        CitationError: the span is empty or not inside the body.
    """
    quote = release.body[start:end]
    if not quote or len(quote) != end - start:
        raise CitationError("citation.gone", citation=f"{release.id}:{start}-{end}")
    places = places_of(release, start, end)
    return Citation(release.id, ordinal, start, end, quote, quote_digest(quote), places)


def parse_citation(text: str) -> tuple[str, int, int, str]:
    """The parts of a citation's id: release id, start, end, digest.

    Raises:
        CitationError: the text does not have the form ``release:start-end:digest``.
    """
    match = _ID.fullmatch(text.strip())
    if match is None:
        raise CitationError("citation.malformed", citation=text)
    return match["release"], int(match["start"]), int(match["end"]), match["digest"]


def resolve(release: Release, text: str) -> Citation:
    """The citation as it is in the release now.

    If the text has moved, it is found by the digest.

    Args:
        release: the release that the citation names.
        text: the citation's id.

    Raises:
        CitationError: the id is malformed, or the release no longer has the text.
    """
    _release_id, start, end, digest = parse_citation(text)
    body, length = release.body, end - start
    if length > 0 and quote_digest(body[start:end]) == digest:
        return cite(release, start, end)
    if 0 < length <= len(body):
        starts: list[int] | range = range(len(body) - length + 1)
        if len(body) > _MAX_FULL_SCAN:
            starts = [m.end() for m in re.finditer(r"^\s*|[.!?…»”\"]\s+", body, re.MULTILINE)]
        for start in starts:
            if quote_digest(body[start : start + length]) == digest:
                return cite(release, start, start + length)
    raise CitationError("citation.gone", citation=text)
