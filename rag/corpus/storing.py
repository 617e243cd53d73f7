"""The statements and the names of a release in the form that the index keeps."""

from __future__ import annotations

from collections.abc import Sequence

from rag.corpus.statements.finding import statements_of
from rag.corpus.statements.persons import names_in_full
from rag.language import sentence_spans
from rag.language.proper_names import find_names
from rag.types import Passage, Release, StoredStatement

STATEMENTS_VERSION = 1
"""Raise it when the same release would give other statements or full names."""

NAMES_VERSION = 1
"""Raise it when the same release would give other names."""


def stored_statements(release: Release, passages: Sequence[Passage]) -> list[StoredStatement]:
    """The statements of a release whose quotes stand in its passages."""
    body = release.body
    found = [
        one
        for one in statements_of(body, release.language)
        if any(p.start < one.quote.end and one.quote.start < p.end for p in passages)
    ]
    full = names_in_full(body, found)
    return [
        StoredStatement(
            release.id,
            one,
            " ".join(body[one.speaker.start : one.speaker.end].split()),
            body[one.quote.start : one.quote.end],
            " ".join(body[one.role.start : one.role.end].split()) if one.role else "",
            name,
        )
        for one, name in zip(found, full, strict=True)
    ]


def stored_names(release: Release, passages: Sequence[Passage]) -> list[str]:
    """The names in the passages of a release as they are written, each once, in order. Blanks and
    line breaks inside a name are one blank."""
    spoken = [release.language] if release.language else []
    found: dict[str, None] = {}
    for one in passages:
        for span in sentence_spans(release.body, one.start, one.end, language=release.language):
            for name in find_names(release.body[span.start : span.end], spoken):
                found[" ".join(name.words.split())] = None
    return list(found)
