"""Catalan."""

from __future__ import annotations

from rag.language.language import Language, TermWords

LANGUAGE = Language(
    code="ca",
    terms=TermWords(
        letters="àéóèçíúòïü",
        common="""de la i el que a les en els un per una del amb es al no ha són pel més""",
        stemmer="catalan",
        elided="d l m n s t",
    ),
)
