"""Catalan."""

from __future__ import annotations

from rag.language.language import Language, TermWords

LANGUAGE = Language(
    code="ca",
    terms=TermWords(
        stemmer="catalan",
        elided="d l m n s t",
    ),
)
