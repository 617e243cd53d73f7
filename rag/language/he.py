"""Hebrew."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="he",
    terms=TermWords(script="\u0590-\u05ff"),
    questions=QuestionWords(when="מתי"),
)
