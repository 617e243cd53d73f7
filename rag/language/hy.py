"""Armenian."""

from __future__ import annotations

from rag.language.language import Language, TermWords

LANGUAGE = Language(
    code="hy",
    terms=TermWords(
        stemmer="armenian",
        script="\u0530-\u058f",
    ),
)
