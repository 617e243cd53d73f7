"""Danish."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="da",
    terms=TermWords(stemmer="danish"),
    questions=QuestionWords(when="hvornår når"),
    claims=ClaimWords(negation=r"""\b(?:ikke|aldrig|ingen)\b"""),
)
