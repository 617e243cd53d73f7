"""Croatian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords

LANGUAGE = Language(
    code="hr",
    questions=QuestionWords(
        when="kada",
        prepositions="od",
    ),
)
