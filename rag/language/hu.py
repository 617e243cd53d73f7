"""Hungarian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="hu",
    terms=TermWords(stemmer="hungarian"),
    questions=QuestionWords(when="mikor"),
)
