"""Norwegian."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="no",
    terms=TermWords(
        stemmer="norwegian",
        letters="øåæé",
        common="""og i å er det til en av på for som den med de har ikke et fra vil også""",
    ),
    questions=QuestionWords(when="når"),
    claims=ClaimWords(negation=r"""\b(?:ikke|aldri|ingen)\b"""),
)
