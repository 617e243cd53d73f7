"""The arguments of a program's call, in the form that the library takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rag

MAX_HITS = 100


def limit(k: int) -> int:
    """``k``, at most 100. The library itself refuses a number below 1."""
    return min(int(k), MAX_HITS)


def filters(
    date_from: str, date_to: str, languages: Iterable[str], releases: Iterable[str]
) -> dict[str, Any]:
    """The filters as ``Library.ask`` takes them.

    Args:
        date_from, date_to: a date, or an empty text for no filter.
        languages, releases: each of them one or several with commas; none is no filter.
    """
    return {
        "date_from": date_from.strip() or None,
        "date_to": date_to.strip() or None,
        "language": split(languages),
        "releases": split(releases),
    }


def question_before(question: str, release: str, answer: str) -> rag.Previous | None:
    """The question before, as ``Library.ask`` takes it; None where all three are empty.

    A release or an answer without a question is refused by the library.
    """
    if not (question or release or answer):
        return None
    return rag.Previous(question, release or None, answer or None)


def split(texts: Iterable[str]) -> list[str] | None:
    """The parts between the commas of texts; None if there are none."""
    parts = [part.strip() for text in texts for part in text.split(",")]
    return [part for part in parts if part] or None


def find_release(library: rag.Library, release_id: str) -> rag.Release:
    """A release by its id.

    Raises:
        CitationError: no release has that id.
    """
    try:
        return library.release(release_id)
    except rag.CitationError:
        raise rag.CitationError("serve.no_release", release=release_id) from None
