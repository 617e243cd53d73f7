"""Serbian."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="sr",
    terms=TermWords(stemmer="serbian"),
    questions=QuestionWords(
        when="kada када",
        prepositions="od од",
    ),
)
