"""Tamil."""

from __future__ import annotations

from rag.language.language import Language, TermWords

LANGUAGE = Language(
    code="ta",
    terms=TermWords(
        stemmer="tamil",
        script="\u0b80-\u0bff",
    ),
)
