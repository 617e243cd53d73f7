"""Citations: made only from what was retrieved, checked before they are shown, found again."""

from __future__ import annotations

import re

from rag.errors import CitationError
from rag.types import Citation, Release, quote_digest

_FORM = re.compile(
    r"(?P<release>.+):(?P<start>\d{1,12})-(?P<end>\d{1,12}):(?P<digest>[0-9a-f]{8})", re.DOTALL
)
# Beyond this a moved quote is looked for at the starts of lines and sentences only.
_SCAN_LIMIT = 200_000


def cite(release: Release, start: int, end: int, ordinal: int | None = None) -> Citation:
    """A citation of ``release.body[start:end]``.

    Raises:
        CitationError: the span is empty or not inside the body.
    """
    quote = release.body[start:end]
    if not quote or len(quote) != end - start:
        raise CitationError("citation.gone", citation=f"{release.id}:{start}-{end}")
    return Citation(release.id, ordinal, start, end, quote, quote_digest(quote))


def parse_citation(text: str) -> tuple[str, int, int, str]:
    """(release id, start, end, digest) of a citation's id.

    Raises:
        CitationError: it is not of that form.
    """
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise CitationError("citation.malformed", citation=text)
    return match["release"], int(match["start"]), int(match["end"]), match["digest"]


def resolve(release: Release, text: str) -> Citation:
    """The citation as it stands in the release now; found again by its digest if the text moved.

    Raises:
        CitationError: malformed, or the text no longer stands in the release.
    """
    _release_id, start, end, digest = parse_citation(text)
    body, length = release.body, end - start
    if length > 0 and quote_digest(body[start:end]) == digest:
        return cite(release, start, end)
    if 0 < length <= len(body):
        starts: list[int] | range = range(len(body) - length + 1)
        if len(body) > _SCAN_LIMIT:
            starts = [m.end() for m in re.finditer(r"^\s*|[.!?…»”\"]\s+", body, re.MULTILINE)]
        for at in starts:
            if quote_digest(body[at : at + length]) == digest:
                return cite(release, at, at + length)
    raise CitationError("citation.gone", citation=text)
