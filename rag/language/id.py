"""Indonesian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="id",
    terms=TermWords(stemmer="indonesian"),
    questions=QuestionWords(when="kapan"),
)
