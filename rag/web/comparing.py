"""The functions for programs that count and compare releases: ``facets``, ``similar`` and
``changes``. As MCP tools they show their docstrings to a language model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import rag
from rag.web.arguments import filters, find_release, limit
from rag.web.service import LibraryService
from rag.web.unmatched import with_unmatched


def make_comparing(service: LibraryService) -> dict[str, Callable[..., dict[str, Any]]]:
    """The functions, by name. They raise ``RagError``."""

    def facets(
        query: str = "",
        date_from: str = "",
        date_to: str = "",
        language: str = "",
        release: str = "",
    ) -> dict[str, Any]:
        """Count the press releases by origin, language, year, month, name and speaker.

        "releases" says how many are counted, "counted" which: "all", those that meet the operators
        of the query ("expression", which then says how many meet each), those with all its words
        ("all-words") or, where none has all, with one ("any-word"). Each facet is a list of
        {value, count}; of origins, languages, names and speakers the 50 most frequent are given,
        and "more" says how many others there are. "unmatched", where nothing is left, says which
        filters or fields no release meets.

        Args:
            query: words, or words with operators as in "search"; empty for all releases.
            date_from: only releases of this date or later (2014, 2014-11 or 2014-11-18).
            date_to: only releases of this date or earlier.
            language: only releases in this language (ISO 639-1, such as fr); several with commas.
            release: only the release with this id; several with commas.
        """
        with service.library() as library:
            given = filters(date_from, date_to, [language], [release])
            found = library.facets(query.strip() or None, **given)
            return with_unmatched(library, found.to_dict(), given, found.expression)

    def similar(release: str, k: int = 5) -> dict[str, Any]:
        """Find the press releases that are most similar to one.

        "releases" holds them, the most similar first, each with its "score", title, date, and the
        citation of its nearest passage. Those that are the same release again come first, with
        "same" (copy, version or translation); they do not count for k.

        Args:
            release: the id of a release.
            k: number of similar releases, 1 to 100.
        """
        with service.library() as library:
            return similar_to_dict(library, release, k)

    def changes(before: str, after: str) -> dict[str, Any]:
        """Compare two press releases word by word, such as two versions of one.

        "changes" holds each place that differs, with its citation on both sides; "before" or
        "after" is null where the words stand on one side only. "same" tells how the second is the
        first one again: copy, version, translation, or null.

        Args:
            before: the id of a release.
            after: the id of the release that it is compared with.
        """
        with service.library() as library:
            return changes_to_dict(library, before, after)

    return {"facets": facets, "similar": similar, "changes": changes}


def similar_to_dict(library: rag.Library, release: str, k: int) -> dict[str, Any]:
    """What ``similar`` returns.

    Raises:
        CitationError: no release has that id.
    """
    found = library.similar(find_release(library, release).id, limit(k))
    return {"releases": [one.to_dict() for one in found]}


def changes_to_dict(library: rag.Library, before: str, after: str) -> dict[str, Any]:
    """What ``changes`` returns.

    Raises:
        CitationError: no release has one of these ids.
    """
    old, new = find_release(library, before), find_release(library, after)
    return library.changes(old.id, new.id).to_dict()
