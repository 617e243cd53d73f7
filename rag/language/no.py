"""Norwegian."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="no",
    terms=TermWords(stemmer="norwegian"),
    questions=QuestionWords(when="når"),
    claims=ClaimWords(negation=r"""\b(?:ikke|aldri|ingen)\b"""),
)
