"""Czech."""

from __future__ import annotations

from rag.language.language import Language, QuestionWords, TermWords

LANGUAGE = Language(
    code="cs",
    terms=TermWords(
        letters="íáéěřžščýůúťňďó",
        common="""a v se na je že o s z do i to k ve pro za by ale po jako podle od tak jeho
            který která které jsou bude byl byla bylo""",
    ),
    questions=QuestionWords(
        when="kdy",
        prepositions="od",
    ),
)
