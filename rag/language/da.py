"""Danish."""

from __future__ import annotations

from rag.language.language import ClaimWords, Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="da",
    terms=TermWords(
        stemmer="danish",
        letters="øåæé",
        common="""og i at er det til en af på for den der som med de har ikke et fra vil også""",
    ),
    questions=QuestionWords(when="hvornår når"),
    claims=ClaimWords(negation=r"""\b(?:ikke|aldrig|ingen)\b"""),
)
