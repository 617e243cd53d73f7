"""Bulgarian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords

LANGUAGE = Language(
    code="bg",
    questions=QuestionWords(
        when="кога",
        prepositions="от",
    ),
)
