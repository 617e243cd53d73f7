"""Finnish."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="fi",
    terms=TermWords(stemmer="finnish"),
    questions=QuestionWords(when="milloin"),
)
