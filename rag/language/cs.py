"""Czech."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords

LANGUAGE = Language(
    code="cs",
    questions=QuestionWords(
        when="kdy",
        prepositions="od",
    ),
)
