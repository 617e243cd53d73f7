"""Hindi."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="hi",
    terms=TermWords(
        stemmer="hindi",
        script="\u0900-\u097f",
    ),
    questions=QuestionWords(when="कब"),
)
